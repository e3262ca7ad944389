package ui

import "fyne.io/fyne/v2"

// Beside lays its first object out from the leading edge with the second at the
// trailing one, on one line as long as the first has room to stand on one line
// there; else the second goes under the first: a sentence with a chip.
type Beside struct {
	Gap     float32 // between them on one line
	LineGap float32 // between them when one is under the other

	width float32 // of the last layout, for the next MinSize
}

// NewBeside makes a container with a Beside layout.
func NewBeside(gap, lineGap float32, first, second fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &Beside{Gap: gap, LineGap: lineGap}, Objects: []fyne.CanvasObject{first, second}}
}

// oneLiner is wrapped text that knows how wide it is without wrapping.
type oneLiner interface{ oneLineWidth() float32 }

// fits tells whether both have room on one line.
func (l *Beside) fits(objects []fyne.CanvasObject, width float32) bool {
	first := objects[0].MinSize().Width
	if o, is := objects[0].(oneLiner); is {
		first = o.oneLineWidth()
	}
	return first+l.Gap+objects[1].MinSize().Width <= width
}

// MinSize implements fyne.Layout. Its height holds for the width of the last
// layout; parents that know the width ask HeightFor instead.
func (l *Beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := objects[0].MinSize().Width
	at := l.width
	if at == 0 {
		at = 1e6 // not laid out yet: one line
	}
	return fyne.NewSize(width, l.heightFor(objects, at))
}

// Layout implements fyne.Layout.
func (l *Beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	first, second := objects[0], objects[1]
	place := func(o fyne.CanvasObject, x, y, width, height float32) {
		if InterfaceRTL() {
			x = size.Width - x - width
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	least := second.MinSize()
	switch {
	case !second.Visible():
		place(first, 0, 0, size.Width, size.Height)
	case l.fits(objects, size.Width):
		place(first, 0, 0, size.Width-least.Width-l.Gap, size.Height)
		place(second, size.Width-least.Width, floor((size.Height-least.Height)/2), least.Width, least.Height)
	default:
		height := HeightFor(first, size.Width)
		place(first, 0, 0, size.Width, height)
		place(second, 0, height+l.LineGap, min(least.Width, size.Width), least.Height)
	}
}

func (l *Beside) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	first, second := objects[0], objects[1]
	switch {
	case !second.Visible():
		return HeightFor(first, width)
	case l.fits(objects, width):
		return max(HeightFor(first, width-l.Gap-second.MinSize().Width), second.MinSize().Height)
	}
	return HeightFor(first, width) + l.LineGap + second.MinSize().Height
}
