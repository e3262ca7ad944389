package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// chipHeight is the height of the pill; the widget around it is a full hit target.
const chipHeight float32 = 28

// Chip shows an entity or a code as a filled pill in the colours of its label,
// or a role as an outlined pill.
type Chip struct {
	control
	OnTapped func() // set by SetOnTapped
	OnRemove func() // set by SetOnRemove

	text      string
	tone      Tone
	outlined  bool
	patterned bool
	selected  bool
	tabless   bool // skipped by Tab, because a field around it has the focus
	key       string
}

var (
	_ fyne.Tappable   = (*Chip)(nil)
	_ fyne.Focusable  = (*Chip)(nil)
	_ fyne.Accessible = (*Chip)(nil)
)

// NewChip makes a filled pill in the colours of a label.
func NewChip(text string, tone Tone) *Chip { return newChip(text, tone, false) }

// NewRole makes an outlined pill.
func NewRole(text string) *Chip { return newChip(text, ToneNeutral, true) }

func newChip(text string, tone Tone, outlined bool) *Chip {
	c := &Chip{text: text, tone: tone, outlined: outlined}
	c.activate = func() {
		if c.OnTapped != nil {
			c.OnTapped()
		}
	}
	c.extend(c)
	return c
}

// SetText changes the words.
func (c *Chip) SetText(text string) { c.text = text; c.Refresh() }

// Text returns the words in logical order.
func (c *Chip) Text() string { return c.text }

// AccessibilityLabel implements fyne.Accessible.
func (c *Chip) AccessibilityLabel() string { return c.text }

// AccessibilityRole implements fyne.Accessible.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// SetTone changes the colours.
func (c *Chip) SetTone(tone Tone) { c.tone = tone; c.Refresh() }

// SetPatterned shows the label's underline pattern under the words.
func (c *Chip) SetPatterned(on bool) { c.patterned = on; c.Refresh() }

// SetSelected outlines the chip in its label's colour.
func (c *Chip) SetSelected(on bool) { c.selected = on; c.Refresh() }

// SetKeycap shows the key that does the same as a click, such as "1".
func (c *Chip) SetKeycap(key string) { c.key = key; c.Refresh() }

// SetOnTapped makes the chip a button.
func (c *Chip) SetOnTapped(f func()) { c.OnTapped = f; c.Refresh() }

// SetOnRemove shows a × that calls f; Delete and Backspace do it too.
func (c *Chip) SetOnRemove(f func()) { c.OnRemove = f; c.Refresh() }

// Disabled implements fyne.Disableable; a chip that does nothing takes no focus.
func (c *Chip) Disabled() bool {
	return c.disabled || c.tabless || (c.OnTapped == nil && c.OnRemove == nil)
}

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(ev *fyne.PointEvent) {
	if c.OnRemove != nil && !c.disabled && c.onCross(ev.Position.X) {
		c.OnRemove()
		return
	}
	c.act()
}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(ev *fyne.KeyEvent) {
	if c.OnRemove != nil && (ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace) {
		c.OnRemove()
		return
	}
	c.control.TypedKey(ev)
}

// onCross tells whether x is over the × at the trailing end.
func (c *Chip) onCross(x float32) bool {
	const reach = 26
	if InterfaceRTL() {
		return x < reach
	}
	return x > c.Size().Width-reach
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{
		chip:  c,
		pill:  &canvas.Rectangle{CornerRadius: RadiusControl - 2},
		ring:  newRing(),
		label: NewText("", TextStyle{}),
		under: NewUnderline(NoPattern, ColorInk),
		key:   NewKeycap(""),
		cross: newCross(),
	}
	r.content = NewRow(2*Step, Expand(r.label), r.key, r.cross)
	r.objects = []fyne.CanvasObject{r.pill, r.ring, r.content, r.under}
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip       *Chip
	pill, ring *canvas.Rectangle
	label      *Text
	under      *Underline
	key        *Keycap
	cross      *cross
	content    *fyne.Container
	objects    []fyne.CanvasObject
}

func (r *chipRenderer) Destroy()                     {}
func (r *chipRenderer) Objects() []fyne.CanvasObject { return r.objects }

const chipPad = 2 * Step

func (r *chipRenderer) MinSize() fyne.Size {
	// The label gives way in a row that is too narrow, but asks for all of it.
	give := r.label.natural.Width - r.label.MinSize().Width
	width := max(ceil(r.content.MinSize().Width+give)+2*chipPad, ControlHeight)
	return fyne.NewSize(width, ControlHeight)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	h := min(size.Height, chipHeight)
	pos := fyne.NewPos(0, floor((size.Height-h)/2))
	pill := fyne.NewSize(size.Width, h)
	r.pill.Move(pos)
	r.pill.Resize(pill)
	placeRing(r.ring, pos, pill, r.pill.CornerRadius)
	r.content.Move(pos.AddXY(chipPad, -1))
	r.content.Resize(fyne.NewSize(size.Width-2*chipPad, h))
	words := r.content.Objects[0]
	r.under.Move(pos.AddXY(chipPad+words.Position().X, h-5))
	r.under.Resize(fyne.NewSize(words.Size().Width, underlineHeight))
}

func (r *chipRenderer) Refresh() {
	c := r.chip
	fill, line, ink := c.tone.Fill, fyne.ThemeColorName(""), c.tone.Ink
	if c.outlined || fill == ColorPanel { // on a panel nothing else would show it
		line = ColorLine
	}
	if c.selected {
		line = c.tone.Ink
	}
	paintBox(r.pill, fill, line, c)
	if c.hovered && !c.Disabled() {
		r.pill.FillColor = over(r.pill.FillColor, faded(colorOrNil(ink, c), 0.12))
	}
	r.pill.Refresh()
	showRing(r.ring, c.focused, c)

	r.label.style = TextStyle{Color: ink, Weight: Medium, Truncate: true}
	if c.outlined {
		r.label.style.Weight, r.label.style.Size = Regular, SizeSmall
	}
	r.label.text, r.key.text.text = c.text, c.key
	r.key.Hidden, r.cross.Hidden = c.key == "", c.OnRemove == nil
	r.cross.name = ink
	r.under.Hidden = !c.patterned
	r.under.pattern, r.under.color = c.tone.Pattern, ink
	r.label.Refresh()
	r.key.Refresh()
	r.cross.Refresh()
	r.under.Refresh()
	r.Layout(c.Size())
}
