package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	rowHeight = ControlHeight
	maxRows   = 9 // shown at once
	rowsPad   = Step
)

// rowSource tells what the i-th row of a list shows.
type rowSource interface {
	rowText(i int) (label, detail string, marked, faint bool)
}

// rowList shows rows of one height. Only those in sight exist as objects, so
// that its cost does not depend on how many there are.
type rowList struct {
	widget.BaseWidget
	source  rowSource
	onTaken func(i int)
	n       int
	current int     // highlighted: where the keys are
	hovered int     // under the mouse, or -1
	offset  float32 // how far it is scrolled
}

var (
	_ fyne.Tappable     = (*rowList)(nil)
	_ fyne.Scrollable   = (*rowList)(nil)
	_ desktop.Hoverable = (*rowList)(nil)
)

func newRowList(source rowSource) *rowList {
	l := &rowList{source: source, hovered: -1}
	l.ExtendBaseWidget(l)
	return l
}

// setCount shows n rows with one highlighted and in sight.
func (l *rowList) setCount(n, current int) {
	l.n, l.current, l.hovered = n, current, -1
	l.reveal()
	l.Refresh()
}

// move highlights another row, by places down, and keeps it in sight.
func (l *rowList) move(by int) {
	if l.n == 0 {
		return
	}
	l.current = min(max(l.current+by, 0), l.n-1)
	l.reveal()
	l.Refresh()
}

// walked moves the highlight by a key, and tells whether it is one that does.
func (l *rowList) walked(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyUp:
		l.move(-1)
	case fyne.KeyDown:
		l.move(1)
	case fyne.KeyPageUp:
		l.move(-l.page())
	case fyne.KeyPageDown:
		l.move(l.page())
	default:
		return false
	}
	return true
}

// page is how many rows are in sight.
func (l *rowList) page() int { return max(int(l.inside()/rowHeight), 1) }

func (l *rowList) inside() float32 {
	if height := l.Size().Height; height > 0 {
		return height - 2*rowsPad
	}
	return float32(min(l.n, maxRows)) * rowHeight
}

func (l *rowList) reveal() {
	top := float32(l.current) * rowHeight
	l.offset = min(max(l.offset, top+rowHeight-l.inside()), top)
	l.clamp()
}

func (l *rowList) clamp() {
	l.offset = min(max(l.offset, 0), max(float32(l.n)*rowHeight-l.inside(), 0))
}

// at returns the row at a height in the widget, or -1.
func (l *rowList) at(y float32) int {
	i := int(floor((y - rowsPad + l.offset) / rowHeight))
	if y < rowsPad || i < 0 || i >= l.n {
		return -1
	}
	return i
}

// Tapped implements fyne.Tappable.
func (l *rowList) Tapped(ev *fyne.PointEvent) {
	if i := l.at(ev.Position.Y); i >= 0 {
		l.onTaken(i)
	}
}

// Scrolled implements fyne.Scrollable.
func (l *rowList) Scrolled(ev *fyne.ScrollEvent) {
	l.offset -= ev.Scrolled.DY
	l.clamp()
	l.hovered = l.at(ev.Position.Y)
	l.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (l *rowList) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable: the row under the mouse is marked
// faintly, and the keys stay where they are.
func (l *rowList) MouseMoved(ev *desktop.MouseEvent) { l.hover(l.at(ev.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (l *rowList) MouseOut() { l.hover(-1) }

func (l *rowList) hover(i int) {
	if l.hovered != i {
		l.hovered = i
		l.Refresh()
	}
}
