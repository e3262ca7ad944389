package ui

import "fyne.io/fyne/v2"

// WidthSensitive is an object whose height depends on the width it is given:
// wrapped text, wrapping chips, and whatever contains them.
type WidthSensitive interface {
	HeightFor(width float32) float32
}

// widthLayout is a layout whose height depends on the width.
type widthLayout interface {
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor returns the height that o needs at a width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case WidthSensitive:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(widthLayout); ok {
			return l.heightFor(o.Objects, width)
		}
	}
	return o.MinSize().Height
}

// Row lays objects side by side from the leading edge, each at its own width,
// centred in height. Those wrapped in Expand share the width left over.
type Row struct {
	Gap       float32   // between objects; a multiple of Step
	Direction Direction // Interface unless the content has its own
	Top       bool      // align the first lines, for fields that grow downwards
}

// NewRow makes a container with a Row layout.
func NewRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &Row{Gap: gap}, Objects: objects}
}

// MinSize implements fyne.Layout.
func (l *Row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, n := fyne.Size{}, 0
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size.Width += m.Width
			size.Height = max(size.Height, m.Height)
			n++
		}
	}
	size.Width += l.Gap * float32(max(n-1, 0))
	return size
}

// Layout implements fyne.Layout.
func (l *Row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	share := l.share(objects, size.Width)
	mirrored := l.Direction.mirrored()
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		width := o.MinSize().Width
		if expands(o) {
			width += share
		}
		height, y := size.Height, float32(0)
		switch {
		case l.Top:
			// A label beside a field stands in a line as high as the field's.
			height = min(size.Height, max(HeightFor(o, width), ControlHeight))
		case !expands(o):
			height = min(size.Height, HeightFor(o, width))
			y = floor((size.Height - height) / 2)
		}
		o.Resize(fyne.NewSize(width, height))
		if mirrored {
			o.Move(fyne.NewPos(size.Width-x-width, y))
		} else {
			o.Move(fyne.NewPos(x, y))
		}
		x += width + l.Gap
	}
}

// share is the extra width of each expanding object.
func (l *Row) share(objects []fyne.CanvasObject, width float32) float32 {
	n := 0
	for _, o := range objects {
		if o.Visible() && expands(o) {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return max(0, width-l.MinSize(objects).Width) / float32(n)
}

func (l *Row) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	share, height := l.share(objects, width), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		w := o.MinSize().Width
		if expands(o) {
			w += share
		}
		height = max(height, HeightFor(o, w))
	}
	return height
}

// Column lays objects under each other at full width, each at the height it
// needs for that width. Those wrapped in Expand share the height left over.
type Column struct {
	Gap float32 // between objects; a multiple of Step

	width float32 // of the last layout, for the next MinSize
}

// NewColumn makes a container with a Column layout.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &Column{Gap: gap}, Objects: objects}
}

// MinSize implements fyne.Layout. Its height holds for the width of the last
// layout; parents that know the width ask HeightFor instead.
func (l *Column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	return fyne.NewSize(width, l.heightFor(objects, max(width, l.width)))
}

// Layout implements fyne.Layout.
func (l *Column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	share := l.share(objects, size)
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := HeightFor(o, size.Width)
		if expands(o) {
			height += share
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + l.Gap
	}
}

func (l *Column) share(objects []fyne.CanvasObject, size fyne.Size) float32 {
	n := 0
	for _, o := range objects {
		if o.Visible() && expands(o) {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return max(0, size.Height-l.heightFor(objects, size.Width)) / float32(n)
}

func (l *Column) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height, n := float32(0), 0
	for _, o := range objects {
		if o.Visible() {
			height += HeightFor(o, width)
			n++
		}
	}
	return height + l.Gap*float32(max(n-1, 0))
}

// expandLayout marks a container that takes what is left over in a Row or Column.
type expandLayout struct{}

// Expand marks o as taking the space left over in its Row or Column.
func Expand(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: expandLayout{}, Objects: []fyne.CanvasObject{o}}
}

// Spring is an empty object that takes the space left over.
func Spring() *fyne.Container { return &fyne.Container{Layout: expandLayout{}} }

func expands(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(expandLayout)
	return ok
}

// MinSize implements fyne.Layout.
func (expandLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return largest(objects)
}

// largest is the size that holds each of the objects. fyne.Size.Max would
// allocate for its interface argument, on every frame.
func largest(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		m := o.MinSize()
		size.Width, size.Height = max(size.Width, m.Width), max(size.Height, m.Height)
	}
	return size
}

// Layout implements fyne.Layout.
func (expandLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (expandLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range objects {
		height = max(height, HeightFor(o, width))
	}
	return height
}
