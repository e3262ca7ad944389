package filepicker

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MouseDown implements desktop.Mouseable: a click picks a row, with Shift all
// up to it, with Ctrl (Cmd on macOS) one more. A click beside the rows picks
// nothing.
func (l *list) MouseDown(ev *desktop.MouseEvent) {
	if c := canvasOf(l); c != nil {
		c.Focus(l)
	}
	row := l.at(ev.Position.Y)
	l.clicked = [2]int{l.clicked[1], row}
	switch {
	case row < 0:
		l.chosen.none()
	case ev.Modifier&fyne.KeyModifierShift != 0:
		l.chosen.extend(row)
	case ev.Modifier&fyne.KeyModifierShortcutDefault != 0:
		l.chosen.toggle(row)
	default:
		l.chosen.pick(row)
	}
	l.moved()
}

// MouseUp implements desktop.Mouseable.
func (l *list) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped implements fyne.DoubleTappable: it takes the row, unless the two
// clicks were on two rows.
func (l *list) DoubleTapped(ev *fyne.PointEvent) {
	row := l.at(ev.Position.Y)
	if row >= 0 && l.clicked == [2]int{row, row} {
		l.onTaken(row)
	}
}

// Scrolled implements fyne.Scrollable.
func (l *list) Scrolled(ev *fyne.ScrollEvent) {
	l.offset -= ev.Scrolled.DY
	l.clamp()
	l.hover(-1)
	l.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (l *list) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (l *list) MouseMoved(ev *desktop.MouseEvent) { l.hover(l.at(ev.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (l *list) MouseOut() { l.hover(-1) }

func (l *list) hover(row int) {
	if l.hovered != row {
		l.hovered = row
		l.Refresh()
	}
}
