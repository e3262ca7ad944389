package ui

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Flow lays objects side by side from the leading edge and starts a new line
// when the width is used up: the layout of chips.
type Flow struct {
	Gap       float32 // between objects of a line
	LineGap   float32 // between lines
	Direction Direction
	Trailing  bool // lines stand at the trailing edge, as the buttons of a dialog

	width float32 // of the last layout, for the next MinSize
}

// NewFlow makes a container with a Flow layout.
func NewFlow(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &Flow{Gap: gap, LineGap: lineGap}, Objects: objects}
}

// MinSize implements fyne.Layout: as wide as the widest object, as high as the
// lines at the width of the last layout.
func (l *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	at := l.width
	if at == 0 {
		at = 1e6 // not laid out yet: one line
	}
	return fyne.NewSize(width, l.heightFor(objects, at))
}

// Layout implements fyne.Layout.
func (l *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	fromRight := l.Direction.mirrored() != l.Trailing
	if l.Trailing {
		// From the trailing edge the last object comes first.
		objects = slices.Clone(objects)
		slices.Reverse(objects)
	}
	l.walk(objects, size.Width, func(o fyne.CanvasObject, pos fyne.Position, s fyne.Size) {
		if fromRight {
			pos.X = size.Width - pos.X - s.Width
		}
		o.Move(pos)
		o.Resize(s)
	})
}

func (l *Flow) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// walk calls place with each object's place from the left and returns the height.
func (l *Flow) walk(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if x > 0 && x+s.Width > width {
			x, y, line = 0, y+line+l.LineGap, 0
		}
		s.Width = min(s.Width, width)
		place(o, fyne.NewPos(x, y), s)
		x += s.Width + l.Gap
		line = max(line, s.Height)
	}
	return y + line
}

// Pad gives its only object a margin on every side.
type Pad struct{ Leading, Top, Trailing, Bottom float32 }

// NewPad surrounds o with a margin of x at the sides and y above and below.
func NewPad(x, y float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &Pad{x, y, x, y}, Objects: []fyne.CanvasObject{o}}
}

// MinSize implements fyne.Layout.
func (l *Pad) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return largest(objects).AddWidthHeight(l.Leading+l.Trailing, l.Top+l.Bottom)
}

// Layout implements fyne.Layout.
func (l *Pad) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := l.Leading
	if InterfaceRTL() {
		left = l.Trailing
	}
	for _, o := range objects {
		o.Move(fyne.NewPos(left, l.Top))
		o.Resize(size.SubtractWidthHeight(l.Leading+l.Trailing, l.Top+l.Bottom))
	}
}

func (l *Pad) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range objects {
		height = max(height, HeightFor(o, width-l.Leading-l.Trailing))
	}
	return height + l.Top + l.Bottom
}

// Fixed gives its objects at least a width and a height; 0 leaves a side to them.
type Fixed struct{ Width, Height float32 }

// NewFixed makes o at least width by height.
func NewFixed(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &Fixed{width, height}, Objects: []fyne.CanvasObject{o}}
}

// MinSize implements fyne.Layout.
func (l *Fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(l.Width, l.Height)
	for _, o := range objects {
		m := o.MinSize()
		if l.Width == 0 {
			size.Width = max(size.Width, m.Width)
		}
		size.Height = max(size.Height, m.Height)
	}
	return size
}

// Layout implements fyne.Layout.
func (l *Fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (l *Fixed) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := l.Height
	for _, o := range objects {
		height = max(height, HeightFor(o, width))
	}
	return height
}
