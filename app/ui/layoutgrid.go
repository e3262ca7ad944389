package ui

import "fyne.io/fyne/v2"

// Grid lays objects in columns of equal width, as many as have room, line by
// line from the leading edge; each line is as high as its highest object.
type Grid struct {
	Least float32 // width below which there is a column less
	Gap   float32 // between columns and lines; a multiple of Step

	width float32 // of the last layout, for the next MinSize
}

// NewGrid makes a container with a Grid layout.
func NewGrid(least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &Grid{Least: least, Gap: gap}, Objects: objects}
}

// MinSize implements fyne.Layout. Its height holds for the width of the last
// layout; parents that know the width ask HeightFor instead.
func (l *Grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	return fyne.NewSize(width, l.heightFor(objects, max(l.width, width)))
}

// Layout implements fyne.Layout.
func (l *Grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	mirrored := InterfaceRTL()
	l.walk(objects, size.Width, func(o fyne.CanvasObject, x, y, width, height float32) {
		if mirrored {
			x = size.Width - x - width
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	})
}

func (l *Grid) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// walk calls place for each object, x from the leading edge, and returns the
// height of all lines.
func (l *Grid) walk(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y, width, height float32)) float32 {
	columns := max(int((width+l.Gap)/(l.Least+l.Gap)), 1)
	each := floor((width - l.Gap*float32(columns-1)) / float32(columns))
	var line []fyne.CanvasObject
	y := float32(0)
	end := func() {
		height := float32(0)
		for _, o := range line {
			height = max(height, HeightFor(o, each))
		}
		for i, o := range line {
			place(o, float32(i)*(each+l.Gap), y, each, height)
		}
		y, line = y+height+l.Gap, line[:0]
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if line = append(line, o); len(line) == columns {
			end()
		}
	}
	if len(line) > 0 {
		end()
	}
	return max(y-l.Gap, 0)
}
