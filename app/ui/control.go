package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// control is what buttons, chips, cards and the like share: hover, focus,
// disabling and activation by click, Enter and Space.
type control struct {
	widget.BaseWidget
	OnFocus func(gained bool) // after the focus came or went

	self                       fyne.Widget // the widget that embeds it
	hovered, focused, disabled bool
	activate                   func() // nil when there is nothing to do
}

// extend is ExtendBaseWidget that remembers the widget.
func (c *control) extend(self fyne.Widget) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// Tapped implements fyne.Tappable.
func (c *control) Tapped(*fyne.PointEvent) { c.act() }

func (c *control) act() {
	if !c.disabled && c.activate != nil {
		c.activate()
	}
}

// MouseIn implements desktop.Hoverable.
func (c *control) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *control) MouseOut() { c.hover(false) }

func (c *control) hover(on bool) {
	if c.hovered != on {
		c.hovered = on
		c.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled || c.activate == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained implements fyne.Focusable.
func (c *control) FocusGained() {
	c.setFocused(true)
	revealFocused(c.self)
}

// FocusLost implements fyne.Focusable.
func (c *control) FocusLost() { c.setFocused(false) }

func (c *control) setFocused(on bool) {
	c.focused = on
	c.Refresh()
	if c.OnFocus != nil {
		c.OnFocus(on)
	}
}

// TypedRune implements fyne.Focusable. Space acts here and not in TypedKey:
// the rune comes after the key, so it would reach whatever got the focus.
func (c *control) TypedRune(r rune) {
	hideTooltip(c.self)
	if r == ' ' {
		c.act()
	}
}

// Enable implements fyne.Disableable.
func (c *control) Enable() { c.setDisabled(false) }

// Disable implements fyne.Disableable.
func (c *control) Disable() { c.setDisabled(true) }

// Disabled implements fyne.Disableable.
func (c *control) Disabled() bool { return c.disabled }

func (c *control) setDisabled(off bool) {
	if c.disabled != off {
		c.disabled = off
		c.Refresh()
	}
}

// TypedKey implements fyne.Focusable: Enter acts, every other key goes on.
func (c *control) TypedKey(ev *fyne.KeyEvent) {
	hideTooltip(c.self)
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.act()
	default:
		passKey(c.self, ev)
	}
}

// TypedShortcut implements fyne.Shortcutable, so that the program's shortcuts
// work from every control, but not from one of a dialog.
func (c *control) TypedShortcut(s fyne.Shortcut) { passShortcut(c.self, s) }

// keyTaker is an overlay that handles the keys its widgets leave over.
type keyTaker interface {
	takeKey(ev *fyne.KeyEvent)
}

// passKey hands a key that the focused widget does not use to the overlay it
// is in, or to the canvas, so that the program's keys work from every widget.
func passKey(self fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := canvasOf(self)
	if c == nil {
		return
	}
	if top := c.Overlays().Top(); top != nil {
		if t, ok := top.(keyTaker); ok {
			t.takeKey(ev)
		}
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(ev)
	}
}

// passShortcut hands a shortcut that the focused widget does not use to the
// canvas, unless an overlay keeps the program's commands away.
func passShortcut(self fyne.CanvasObject, s fyne.Shortcut) {
	c := canvasOf(self)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	if t, ok := c.(fyne.Shortcutable); ok {
		t.TypedShortcut(s)
	}
}

// newRing makes the focus ring, hidden.
func newRing() *canvas.Rectangle {
	ring := &canvas.Rectangle{StrokeWidth: 2}
	ring.Hide()
	return ring
}

// placeRing lays the ring around a control of a radius at pos.
func placeRing(ring *canvas.Rectangle, pos fyne.Position, size fyne.Size, radius float32) {
	ring.CornerRadius = radius + 2
	ring.Move(pos.SubtractXY(2, 2))
	ring.Resize(size.AddWidthHeight(4, 4))
}

// showRing shows or hides the ring in the accent colour.
func showRing(ring *canvas.Rectangle, on bool, w fyne.Widget) {
	ring.StrokeColor = theme.ColorForWidget(ColorAccent, w)
	ring.Hidden = !on
	ring.Refresh()
}
