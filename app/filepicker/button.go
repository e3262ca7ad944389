package filepicker

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/ui"
)

// keyTaker gets what the focused widget does not use. The buttons of package ui
// hand such keys to overlays of that package only, which is why the panel has
// its own.
type keyTaker interface {
	takeKey(ev *fyne.KeyEvent)
	takeShortcut(s fyne.Shortcut)
}

// look is how a button is drawn.
type look uint8

const (
	lookPlain   look = iota // outlined
	lookPrimary             // filled with the accent
	lookQuiet               // no outline: crumbs, icons
	lookSide                // a row at the side: no outline, words at the leading edge
)

// button does one thing when clicked, or on Enter or Space. Words that are wider
// than the room end in "…".
type button struct {
	widget.BaseWidget
	label    string
	icon     fyne.Resource
	look     look
	onTapped func()
	onFocus  func() // after the focus came; may be nil
	keys     keyTaker
	spoken   string // for screen readers, and in the tooltip of an icon
	hint     string // the key that does the same, in the tooltip

	active, hovered, focused, disabled bool
}

var (
	_ fyne.Tappable      = (*button)(nil)
	_ fyne.Focusable     = (*button)(nil)
	_ fyne.Disableable   = (*button)(nil)
	_ fyne.Shortcutable  = (*button)(nil)
	_ fyne.Accessible    = (*button)(nil)
	_ desktop.Hoverable  = (*button)(nil)
	_ desktop.Cursorable = (*button)(nil)
)

func newButton(label string, icon fyne.Resource, look look, keys keyTaker, onTapped func()) *button {
	b := &button{label: label, icon: icon, look: look, keys: keys, onTapped: onTapped, spoken: label}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped implements fyne.Tappable. The focus comes along, so that the keys that
// follow are not lost to the window under the panel.
func (b *button) Tapped(*fyne.PointEvent) {
	if c := canvasOf(b); c != nil && !b.disabled {
		c.Focus(b)
	}
	b.act()
}

func (b *button) act() {
	ui.HideTooltip(b)
	if !b.disabled {
		b.onTapped()
	}
}

// FocusGained implements fyne.Focusable.
func (b *button) FocusGained() {
	b.focused = true
	b.Refresh()
	if b.onFocus != nil {
		b.onFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (b *button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable. Space acts here and not in TypedKey: the
// rune comes after the key, so it would reach whatever got the focus.
func (b *button) TypedRune(r rune) {
	if r == ' ' {
		b.act()
	}
}

// TypedKey implements fyne.Focusable.
func (b *button) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.act()
	default:
		b.keys.takeKey(ev)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (b *button) TypedShortcut(s fyne.Shortcut) { b.keys.takeShortcut(s) }

// Enable implements fyne.Disableable.
func (b *button) Enable() { b.setDisabled(false) }

// Disable implements fyne.Disableable.
func (b *button) Disable() { b.setDisabled(true) }

// Disabled implements fyne.Disableable.
func (b *button) Disabled() bool { return b.disabled }

func (b *button) setDisabled(off bool) {
	if b.disabled != off {
		b.disabled = off
		b.Refresh()
	}
}

func (b *button) setActive(on bool) {
	if b.active != on {
		b.active = on
		b.Refresh()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
	if b.label == "" {
		ui.OfferTooltip(b, b.spoken, b.hint)
	}
}

// MouseMoved implements desktop.Hoverable.
func (b *button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *button) MouseOut() {
	b.hovered = false
	b.Refresh()
	ui.HideTooltip(b)
}

// Cursor implements desktop.Cursorable.
func (b *button) Cursor() desktop.Cursor {
	if b.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (b *button) AccessibilityLabel() string { return b.spoken }

// AccessibilityRole implements fyne.Accessible.
func (b *button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// canvasOf returns the canvas that shows o, or nil.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// CreateRenderer implements fyne.Widget.
func (b *button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b,
		box:    &canvas.Rectangle{CornerRadius: ui.RadiusControl},
		ring:   newRing(),
		icon:   widget.NewIcon(nil),
		label:  ui.NewText(b.label, b.style()),
		ruler:  newRuler(b.measured()),
	}
	r.objects = []fyne.CanvasObject{r.box, r.ring, r.icon, r.label}
	r.Refresh()
	return r
}

func (b *button) measured() ui.TextStyle {
	s := ui.TextStyle{Direction: ui.FirstStrong}
	if b.look == lookPlain || b.look == lookPrimary {
		s = ui.TextStyle{Weight: ui.Medium}
	}
	return s
}

// style is the measured one with its colour, cut to the room.
func (b *button) style() ui.TextStyle {
	s := b.measured()
	s.Truncate = true
	_, _, s.Color = b.colors()
	return s
}

// colors returns fill, line and ink; "" is none.
func (b *button) colors() (fill, line, ink fyne.ThemeColorName) {
	quiet := b.look == lookQuiet || b.look == lookSide
	switch {
	case b.disabled && quiet:
		return "", "", ui.ColorFaint
	case b.disabled:
		return ui.ColorWindow, ui.ColorLine, ui.ColorFaint
	case b.look == lookPrimary:
		return ui.ColorAccent, "", ui.ColorOnAccent
	case b.active && quiet:
		return ui.ColorAccentFill, "", ui.ColorAccent
	case b.active:
		return ui.ColorAccentFill, ui.ColorAccent, ui.ColorAccent
	case quiet:
		return "", "", ui.ColorInk
	}
	return ui.ColorPanel, ui.ColorLine, ui.ColorInk
}

type buttonRenderer struct {
	button    *button
	box, ring *canvas.Rectangle
	icon      *widget.Icon
	label     *ui.Text
	ruler     *ruler
	objects   []fyne.CanvasObject
}

const (
	iconSize = 18
	iconGap  = 2 * ui.Step
)

func (r *buttonRenderer) Destroy()                     {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *buttonRenderer) pad() float32 {
	if r.button.look == lookPlain || r.button.look == lookPrimary {
		return 3 * ui.Step
	}
	return 2 * ui.Step
}

// content is the width of icon and words.
func (r *buttonRenderer) content() (icon, words float32) {
	if r.button.icon != nil {
		icon = iconSize
		if r.button.label != "" {
			icon += iconGap
		}
	}
	if r.button.label != "" {
		words = r.ruler.width(r.button.label)
	}
	return icon, words
}

func (r *buttonRenderer) MinSize() fyne.Size {
	icon, words := r.content()
	return fyne.NewSize(max(icon+words+2*r.pad(), ui.ControlHeight), ui.ControlHeight)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	placeRing(r.ring, fyne.Position{}, size, ui.RadiusControl)
	icon, words := r.content()
	words = max(min(words, size.Width-2*r.pad()-icon), 0)
	x := r.pad()
	if r.button.look != lookSide {
		x = floor((size.Width - icon - words) / 2)
	}
	place := func(o fyne.CanvasObject, x, y, width, height float32) {
		if ui.InterfaceRTL() {
			x = size.Width - x - width
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	place(r.icon, x, floor((size.Height-iconSize)/2), iconSize, iconSize)
	place(r.label, x+icon, 0, words, size.Height)
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	fill, line, ink := b.colors()
	if b.hovered && !b.disabled && fill != ui.ColorAccent {
		fill = ui.ColorLine
	}
	paintBox(r.box, fill, line, b)
	showRing(r.ring, b.focused && !b.disabled, b)
	r.label.SetText(b.label)
	r.label.SetStyle(b.style())
	r.label.Refresh()
	r.icon.Hidden = b.icon == nil
	if b.icon != nil {
		r.icon.SetResource(theme.NewColoredResource(b.icon, ink))
	}
	r.Layout(b.Size())
}
