package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Card is a panel with round corners and a line around it. With OnTapped it
// can be clicked and focused; without, it is only a frame.
type Card struct {
	control
	OnTapped func()

	content fyne.CanvasObject
	label   string // for screen readers
	active  fyne.ThemeColorName
	pad     float32
}

var (
	_ fyne.Tappable   = (*Card)(nil)
	_ fyne.Focusable  = (*Card)(nil)
	_ fyne.Accessible = (*Card)(nil)
	_ WidthSensitive  = (*Card)(nil)
)

// NewCard makes a card around content with a margin of three steps.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{content: content, pad: 3 * Step}
	c.activate = func() {
		if c.OnTapped != nil {
			c.OnTapped()
		}
	}
	c.extend(c)
	return c
}

// SetContent replaces what is in the card.
func (c *Card) SetContent(content fyne.CanvasObject) { c.content = content; c.Refresh() }

// Content returns what is in the card.
func (c *Card) Content() fyne.CanvasObject { return c.content }

// SetActive outlines the card in a colour, usually its label's; "" ends it.
func (c *Card) SetActive(name fyne.ThemeColorName) { c.active = name; c.Refresh() }

// SetLabel names a card that can be clicked, for screen readers.
func (c *Card) SetLabel(label string) { c.label = label }

// AccessibilityLabel implements fyne.Accessible.
func (c *Card) AccessibilityLabel() string { return c.label }

// AccessibilityRole implements fyne.Accessible: a frame is none.
func (c *Card) AccessibilityRole() fyne.AccessibleRole {
	if c.OnTapped == nil {
		return fyne.AccessibleRoleContainer
	}
	return fyne.AccessibleRoleButton
}

// SetPadding changes the margin inside, a multiple of Step.
func (c *Card) SetPadding(pad float32) { c.pad = pad; c.Refresh() }

// Disabled implements fyne.Disableable; a frame takes no focus.
func (c *Card) Disabled() bool { return c.disabled || c.OnTapped == nil }

// Tapped implements fyne.Tappable.
func (c *Card) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	if at := canvasOf(c); at != nil {
		at.Focus(c)
	}
	c.act()
}

// HeightFor implements WidthSensitive.
func (c *Card) HeightFor(width float32) float32 {
	return HeightFor(c.content, width-2*c.pad) + 2*c.pad
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c, panel: &canvas.Rectangle{CornerRadius: RadiusPanel}, ring: newRing()}
	r.Refresh()
	return r
}

type cardRenderer struct {
	card        *Card
	panel, ring *canvas.Rectangle
	objects     []fyne.CanvasObject
}

func (r *cardRenderer) Destroy()                     {}
func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *cardRenderer) MinSize() fyne.Size {
	m := r.card.content.MinSize().AddWidthHeight(2*r.card.pad, 2*r.card.pad)
	if width := r.card.Size().Width; width > 0 {
		m.Height = r.card.HeightFor(width)
	}
	return m
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.panel.Resize(size)
	placeRing(r.ring, fyne.Position{}, size, RadiusPanel)
	r.card.content.Move(fyne.NewPos(r.card.pad, r.card.pad))
	r.card.content.Resize(size.SubtractWidthHeight(2*r.card.pad, 2*r.card.pad))
}

func (r *cardRenderer) Refresh() {
	c := r.card
	if len(r.objects) != 3 || r.objects[2] != c.content {
		r.objects = []fyne.CanvasObject{r.panel, r.ring, c.content}
	}
	r.panel.FillColor = theme.ColorForWidget(ColorPanel, c)
	r.panel.StrokeColor, r.panel.StrokeWidth = theme.ColorForWidget(ColorLine, c), 1
	switch {
	case c.active != "":
		r.panel.StrokeColor, r.panel.StrokeWidth = theme.ColorForWidget(c.active, c), 1.5
	case c.hovered && !c.Disabled():
		r.panel.StrokeColor = theme.ColorForWidget(ColorFaint, c)
	}
	r.panel.Refresh()
	showRing(r.ring, c.focused, c)
	r.Layout(c.Size())
	c.content.Refresh()
}
