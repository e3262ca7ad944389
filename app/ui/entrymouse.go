package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// Cursor implements desktop.Cursorable.
func (e *Entry) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseDown implements desktop.Mouseable: a click puts the caret, the second
// selects the word, the third all.
func (e *Entry) MouseDown(ev *desktop.MouseEvent) {
	if c := canvasOf(e); c != nil && c.Focused() != fyne.Focusable(e) {
		e.pressed = true
		c.Focus(e)
		e.pressed = false
	}
	if ev.Button == desktop.MouseButtonSecondary || e.view == nil {
		return
	}
	e.countClick(ev.Position)
	line, x := e.view.at(ev.Position)
	switch {
	case e.clicks == 2:
		e.edit.selectWord(line, x)
	case e.clicks > 2:
		e.edit.selectAll()
	default:
		extend := e.shift || ev.Modifier&fyne.KeyModifierShift != 0
		e.edit.moveTo(e.edit.lines.Hit(line, x), extend)
	}
	e.moved()
}

func (e *Entry) countClick(pos fyne.Position) {
	now := time.Now()
	near := abs(pos.X-e.clickPos.X) < Step && abs(pos.Y-e.clickPos.Y) < Step
	if near && now.Sub(e.clickedAt) <= fyne.CurrentApp().Driver().DoubleTapDelay() {
		e.clicks++
	} else {
		e.clicks = 1
	}
	e.clickedAt, e.clickPos = now, pos
}

// MouseUp implements desktop.Mouseable.
func (e *Entry) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable: it extends the selection.
func (e *Entry) Dragged(ev *fyne.DragEvent) {
	if e.view == nil {
		return
	}
	line, x := e.view.at(ev.Position)
	e.edit.moveTo(e.edit.lines.Hit(line, x), true)
	e.moved()
}

// DragEnd implements fyne.Draggable.
func (e *Entry) DragEnd() {}

// wheelClip clips the lines of a multi-line field and scrolls them. It is not
// the Entry itself, because Fyne clips whatever is Scrollable, and the focus
// glow lies outside the box.
type wheelClip struct {
	container.Clip
	scrolled func(dy float32)
}

var _ fyne.Scrollable = (*wheelClip)(nil)

func newWheelClip(content fyne.CanvasObject, scrolled func(dy float32)) *wheelClip {
	w := &wheelClip{scrolled: scrolled}
	w.Content = content
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheelClip) Scrolled(ev *fyne.ScrollEvent) { w.scrolled(-ev.Scrolled.DY) }

func abs(v float32) float32 { return max(v, -v) }
