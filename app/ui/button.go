package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ButtonKind is how much a button asks for attention.
type ButtonKind uint8

const (
	// Plain is outlined: the usual button.
	Plain ButtonKind = iota
	// Primary is filled with the accent: one on a screen.
	Primary
	// Quiet has no outline: icons in bars.
	Quiet
)

// Button does one thing when clicked, or on Enter or Space.
type Button struct {
	control
	OnTapped func()

	kind   ButtonKind
	label  string
	icon   fyne.Resource
	hint   string
	active bool
	warns  bool
	skip   bool // no stop of Tab

	tooltip, tooltipHint string
}

var (
	_ fyne.Tappable    = (*Button)(nil)
	_ fyne.Focusable   = (*Button)(nil)
	_ fyne.Disableable = (*Button)(nil)
	_ fyne.Accessible  = (*Button)(nil)

	_ desktop.Mouseable = (*Button)(nil)
)

// NewButton makes a button; label may be "" when SetIcon follows.
func NewButton(label string, kind ButtonKind, onTapped func()) *Button {
	b := &Button{OnTapped: onTapped, kind: kind, label: label}
	b.activate = func() {
		if b.OnTapped != nil {
			b.OnTapped()
		}
	}
	b.extend(b)
	return b
}

// SetLabel changes the words.
func (b *Button) SetLabel(label string) { b.label = label; b.Refresh() }

// Label returns the words in logical order.
func (b *Button) Label() string { return b.label }

// AccessibilityLabel implements fyne.Accessible: an icon is called what its
// tooltip says.
func (b *Button) AccessibilityLabel() string {
	if b.label == "" {
		return b.tooltip
	}
	return b.label
}

// AccessibilityRole implements fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// SetIcon shows an icon before the words; nil takes it away. The resource is
// coloured like the words when it is an SVG; see Mirrored for one that points.
func (b *Button) SetIcon(icon fyne.Resource) { b.icon = icon; b.Refresh() }

// SetHint shows the key that does the same, such as "Ctrl+Enter".
func (b *Button) SetHint(key string) { b.hint = key; b.Refresh() }

// SetTooltip says what the button does, and the key that does the same, while
// the mouse rests on it; "" is no tooltip. The window needs a Tooltips layer.
func (b *Button) SetTooltip(text, hint string) { b.tooltip, b.tooltipHint = text, hint }

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(ev *desktop.MouseEvent) {
	b.control.MouseIn(ev)
	OfferTooltip(b, b.tooltip, b.tooltipHint)
}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() {
	b.control.MouseOut()
	hideTooltip(b)
}

// MouseDown implements desktop.Mouseable.
func (b *Button) MouseDown(*desktop.MouseEvent) { hideTooltip(b) }

// MouseUp implements desktop.Mouseable.
func (b *Button) MouseUp(*desktop.MouseEvent) {}

// SetTabStop tells whether Tab stops at the button, as it does at first. One
// beside a field whose key does the same needs no stop of its own.
func (b *Button) SetTabStop(on bool) { b.skip = !on }

// Disabled implements fyne.Disableable, which is how Fyne knows where Tab stops.
func (b *Button) Disabled() bool { return b.disabled || b.skip }

// SetActive marks a button that stands for a state that is on.
func (b *Button) SetActive(on bool) { b.active = on; b.Refresh() }

// SetWarning colours a button that points at something missing.
func (b *Button) SetWarning(on bool) { b.warns = on; b.Refresh() }

// Active tells what SetActive was given.
func (b *Button) Active() bool { return b.active }

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b,
		box:    &canvas.Rectangle{CornerRadius: RadiusControl},
		ring:   newRing(),
		icon:   widget.NewIcon(nil),
		label:  NewText("", TextStyle{Weight: Medium}),
		key:    NewKeycap(""),
		hint:   NewText("", TextStyle{Size: SizeSmall, Direction: LeftToRight}),
	}
	r.content = NewRow(2*Step, r.icon, r.label, r.key, r.hint)
	r.objects = []fyne.CanvasObject{r.box, r.ring, r.content}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	button    *Button
	box, ring *canvas.Rectangle
	icon      *widget.Icon
	drawn     string // name of what the icon shows, and its colour
	tint      color.Color
	label     *Text
	key       *Keycap
	hint      *Text
	content   *fyne.Container
	objects   []fyne.CanvasObject
}

func (r *buttonRenderer) Destroy()                     {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *buttonRenderer) pad() float32 {
	if r.button.label == "" {
		return Step
	}
	return 3 * Step
}

func (r *buttonRenderer) MinSize() fyne.Size {
	m := r.content.MinSize()
	return fyne.NewSize(max(ceil(m.Width)+2*r.pad(), ControlHeight), ControlHeight)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	h := min(size.Height, ControlHeight)
	pos := fyne.NewPos(0, floor((size.Height-h)/2))
	box := fyne.NewSize(size.Width, h)
	r.box.Move(pos)
	r.box.Resize(box)
	placeRing(r.ring, pos, box, RadiusControl)
	// The content is centred, so that equal buttons of a dialog look equal.
	width := min(r.content.MinSize().Width, size.Width)
	r.content.Move(pos.AddXY(floor((size.Width-width)/2), 0))
	r.content.Resize(fyne.NewSize(width, h))
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	fill, line, ink := b.colors()
	paintBox(r.box, fill, line, b)
	if b.hovered && !b.disabled {
		r.box.FillColor = over(r.box.FillColor, faded(theme.ColorForWidget(ColorInk, b), 0.07))
	}
	r.box.Refresh()
	showRing(r.ring, b.focused && !b.disabled, b)

	r.label.style.Color, r.hint.style.Color = ink, ink
	r.label.text, r.hint.text = b.label, b.hint
	r.label.Hidden = b.label == ""
	r.hint.Hidden = b.hint == "" || b.kind != Primary
	r.key.Hidden = b.hint == "" || b.kind == Primary
	r.key.text.text = b.hint
	r.icon.Hidden = b.icon == nil
	if tint := theme.ColorForWidget(ink, b); b.icon != nil && (r.drawn != b.icon.Name() || r.tint != tint) {
		r.drawn, r.tint = b.icon.Name(), tint // reading an icon takes longer than all the rest of a button
		r.icon.Resource = tinted(b.icon, ink)
		r.icon.Refresh()
	}
	r.label.Refresh()
	r.hint.Refresh()
	r.key.Refresh()
	r.Layout(b.Size())
}

// colors returns fill, line and ink; "" is none.
func (b *Button) colors() (fill, line, ink fyne.ThemeColorName) {
	switch {
	case b.disabled:
		fill, line, ink = ColorWindow, disabledLine(), ColorFaint
	case b.kind == Primary:
		return ColorAccent, "", ColorOnAccent
	case b.active:
		fill, line, ink = ColorAccentFill, ColorAccent, ColorAccent
	case b.warns:
		fill, line, ink = ColorWarningFill, ColorWarning, ColorWarning
	default:
		fill, line, ink = ColorPanel, ColorLine, ColorInk
	}
	if b.kind == Quiet {
		line = ""
		if !b.active {
			fill = ""
		}
		switch ink {
		case ColorInk:
			ink = ColorSecondary
		case ColorFaint:
			ink = colorResting // without a box nothing else tells that it is off
		}
	}
	return fill, line, ink
}
