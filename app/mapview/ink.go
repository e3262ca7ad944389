package mapview

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// ink is a mask of the size of the picture: how much of each pixel the lines of one colour cover. Lines are joined by the larger
// coverage, so that joints and borders drawn twice do not come out darker; then the colour goes over the picture in one pass.
type ink struct {
	mask  image.Alpha
	dirty image.Rectangle
	ras   vector.Rasterizer
	shape []vec // the polygon being clipped, kept for the next one
	other []vec
}

// vec is a point of the picture in pixels.
type vec struct{ x, y float64 }

// resize has an empty mask of w x h pixels.
func (k *ink) resize(w, h int) {
	k.mask = *image.NewAlpha(image.Rect(0, 0, w, h))
	k.dirty = image.Rectangle{}
}

// line adds a line of a width in pixels.
func (k *ink) line(a, b vec, width float64) {
	w, h := float64(k.mask.Rect.Max.X), float64(k.mask.Rect.Max.Y)
	m := width + 1
	if a.x < -m && b.x < -m || a.y < -m && b.y < -m || a.x > w+m && b.x > w+m || a.y > h+m && b.y > h+m {
		return
	}
	from, to, ok := clipLine(a, b, -m, w+m, -m, h+m)
	if !ok {
		return
	}
	k.touch(min(from.x, to.x)-m, min(from.y, to.y)-m, max(from.x, to.x)+m, max(from.y, to.y)+m)
	if math.Abs(to.y-from.y) > math.Abs(to.x-from.x) {
		k.stroke(vec{from.y, from.x}, vec{to.y, to.x}, width/2, k.mask.Rect.Max.Y, k.mask.Rect.Max.X, k.mask.Stride, 1)
		return
	}
	k.stroke(from, to, width/2, k.mask.Rect.Max.X, k.mask.Rect.Max.Y, 1, k.mask.Stride)
}

// clipLine returns the part of a line inside a box (Liang and Barsky, "A new concept and method for line clipping", ACM Transactions on
// Graphics 3(1), 1984).
func clipLine(a, b vec, left, right, top, bottom float64) (from, to vec, ok bool) {
	dx, dy := b.x-a.x, b.y-a.y
	t0, t1 := 0.0, 1.0
	for _, side := range [...]vec{{-dx, a.x - left}, {dx, right - a.x}, {-dy, a.y - top}, {dy, bottom - a.y}} {
		p, q := side.x, side.y
		switch {
		case p == 0 && q < 0:
			return a, b, false
		case p < 0:
			t0 = max(t0, q/p)
		case p > 0:
			t1 = min(t1, q/p)
		}
	}
	if !(t0 <= t1) { // NaN too
		return a, b, false
	}
	return vec{a.x + t0*dx, a.y + t0*dy}, vec{a.x + t1*dx, a.y + t1*dy}, true
}

// stroke draws a line that is flatter than 45° as seen along x: in each column it covers a stretch around its middle. Steep lines come
// with x and y exchanged, so columns and rows are given by number and distance in the mask.
func (k *ink) stroke(a, b vec, half float64, columns, rows, column, row int) {
	if a.x > b.x {
		a, b = b, a
	}
	slope := 0.0
	if b.x > a.x {
		slope = (b.y - a.y) / (b.x - a.x)
	}
	half *= math.Sqrt(1 + slope*slope)
	last := min(int(math.Floor(b.x)), columns-1)
	for c := max(int(math.Floor(a.x)), 0); c <= last; c++ {
		middle := a.y + slope*(min(max(float64(c)+0.5, a.x), b.x)-a.x)
		from, to := middle-half, middle+half
		end := min(int(math.Floor(to)), rows-1)
		for r := max(int(math.Floor(from)), 0); r <= end; r++ {
			covered := uint8(255 * (min(float64(r+1), to) - max(float64(r), from)))
			if at := c*column + r*row; covered > k.mask.Pix[at] {
				k.mask.Pix[at] = covered
			}
		}
	}
}

// fill adds the inside of the polygon in k.shape.
func (k *ink) fill() {
	k.clipShape()
	if len(k.shape) < 3 {
		return
	}
	from, to := k.shape[0], k.shape[0]
	for _, p := range k.shape {
		from, to = vec{min(from.x, p.x), min(from.y, p.y)}, vec{max(to.x, p.x), max(to.y, p.y)}
	}
	area := image.Rect(int(from.x), int(from.y), int(to.x)+1, int(to.y)+1).Intersect(k.mask.Rect)
	if area.Empty() {
		return
	}
	k.ras.Reset(area.Dx(), area.Dy())
	for i, p := range k.shape {
		x, y := float32(p.x-float64(area.Min.X)), float32(p.y-float64(area.Min.Y))
		if i == 0 {
			k.ras.MoveTo(x, y)
		} else {
			k.ras.LineTo(x, y)
		}
	}
	k.ras.ClosePath()
	k.ras.Draw(&k.mask, area, image.Opaque, image.Point{})
	k.dirty = k.dirty.Union(area)
}

// clipShape cuts the polygon to the picture, side by side (Sutherland and Hodgman, "Reentrant polygon clipping", Communications of the
// ACM 17(1), 1974): the rasteriser takes time and loses precision far outside.
func (k *ink) clipShape() {
	w, h := float64(k.mask.Rect.Max.X), float64(k.mask.Rect.Max.Y)
	for side := range 4 {
		inside := func(p vec) float64 { return [...]float64{p.x, w - p.x, p.y, h - p.y}[side] }
		k.other = k.other[:0]
		for i, p := range k.shape {
			before := k.shape[(i+len(k.shape)-1)%len(k.shape)]
			d, e := inside(before), inside(p)
			if (d >= 0) != (e >= 0) {
				t := d / (d - e)
				k.other = append(k.other, vec{before.x + t*(p.x-before.x), before.y + t*(p.y-before.y)})
			}
			if e >= 0 {
				k.other = append(k.other, p)
			}
		}
		k.shape, k.other = k.other, k.shape
	}
}

func (k *ink) touch(left, top, right, bottom float64) {
	k.dirty = k.dirty.Union(image.Rect(int(left), int(top), int(right)+1, int(bottom)+1).Intersect(k.mask.Rect))
}

// spread paints what is covered in a colour over an opaque picture of the same size, and empties the mask.
func (k *ink) spread(dst *image.NRGBA, c color.NRGBA) {
	for y := k.dirty.Min.Y; y < k.dirty.Max.Y; y++ {
		row := k.mask.Pix[k.mask.PixOffset(k.dirty.Min.X, y):k.mask.PixOffset(k.dirty.Max.X, y)]
		pixels := dst.Pix[dst.PixOffset(k.dirty.Min.X, y):]
		for x := 0; x < len(row); {
			if len(row)-x >= 8 && binary.LittleEndian.Uint64(row[x:]) == 0 {
				x += 8
				continue
			}
			if row[x] > 0 {
				tint(pixels[4*x:4*x+4:4*x+4], c, row[x])
			}
			x++
		}
		clear(row)
	}
	k.dirty = image.Rectangle{}
}

// tint mixes a colour into an opaque pixel, covering so much of it (0 to 255).
func tint(px []uint8, c color.NRGBA, covered uint8) {
	a := int32(c.A) * int32(covered) / 255
	px[0] += uint8((int32(c.R) - int32(px[0])) * a / 255)
	px[1] += uint8((int32(c.G) - int32(px[1])) * a / 255)
	px[2] += uint8((int32(c.B) - int32(px[2])) * a / 255)
}

// paint fills a box of an opaque picture with a colour.
func paint(dst *image.NRGBA, area image.Rectangle, c color.NRGBA) {
	area = area.Intersect(dst.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := dst.Pix[dst.PixOffset(area.Min.X, y):dst.PixOffset(area.Max.X, y)]
		for ; len(row) > 0; row = row[4:] {
			tint(row[:4:4], c, 255)
		}
	}
}
