package mapview

import "image"

// occupied says which parts of the picture are taken, in cells of some pixels, so that a label asks for its room in the same time
// however much stands there.
type occupied struct {
	cell, columns, rows int
	taken               []bool
	area                image.Rectangle // of the picture
}

// reset frees a picture of an area, with cells of so many pixels.
func (o *occupied) reset(area image.Rectangle, cell int) {
	o.area, o.cell = area, max(cell, 1)
	o.columns, o.rows = area.Dx()/o.cell+1, area.Dy()/o.cell+1
	if n := o.columns * o.rows; n <= cap(o.taken) {
		o.taken = o.taken[:n]
		clear(o.taken)
	} else {
		o.taken = make([]bool, n)
	}
}

// cells returns the cells that a box touches, inside the picture.
func (o *occupied) cells(b image.Rectangle) image.Rectangle {
	b = b.Intersect(o.area)
	if b.Empty() {
		return image.Rectangle{}
	}
	return image.Rect(b.Min.X/o.cell, b.Min.Y/o.cell, (b.Max.X-1)/o.cell+1, (b.Max.Y-1)/o.cell+1)
}

// take marks a box as taken.
func (o *occupied) take(b image.Rectangle) {
	c := o.cells(b)
	for y := c.Min.Y; y < c.Max.Y; y++ {
		row := o.taken[y*o.columns+c.Min.X : y*o.columns+c.Max.X]
		for i := range row {
			row[i] = true
		}
	}
}

// free tells whether a box is inside the picture and nothing stands in it.
func (o *occupied) free(b image.Rectangle) bool {
	if !b.In(o.area) {
		return false
	}
	c := o.cells(b)
	for y := c.Min.Y; y < c.Max.Y; y++ {
		for _, taken := range o.taken[y*o.columns+c.Min.X : y*o.columns+c.Max.X] {
			if taken {
				return false
			}
		}
	}
	return true
}
