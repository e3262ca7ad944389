package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Switch turns something on or off, with its words beside it. A click, Enter or
// Space turns it over; the arrow keys move the knob, which is at the trailing
// side when on.
type Switch struct {
	control
	OnChanged func(on bool) // after the user turned it over

	label string
	on    bool
}

var (
	_ fyne.Tappable    = (*Switch)(nil)
	_ fyne.Focusable   = (*Switch)(nil)
	_ fyne.Disableable = (*Switch)(nil)
	_ fyne.Accessible  = (*Switch)(nil)
)

// NewSwitch makes a switch that is off; label may be "".
func NewSwitch(label string, onChanged func(on bool)) *Switch {
	s := &Switch{OnChanged: onChanged, label: label}
	s.activate = func() { s.turn(!s.on) }
	s.extend(s)
	return s
}

// SetOn turns the switch without telling OnChanged.
func (s *Switch) SetOn(on bool) { s.on = on; s.Refresh() }

// On tells whether the switch is on.
func (s *Switch) On() bool { return s.on }

// SetLabel changes the words.
func (s *Switch) SetLabel(label string) { s.label = label; s.Refresh() }

// AccessibilityLabel implements fyne.Accessible.
func (s *Switch) AccessibilityLabel() string { return s.label }

// AccessibilityRole implements fyne.Accessible.
func (s *Switch) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (s *Switch) turn(on bool) {
	if s.on == on || s.disabled {
		return
	}
	s.SetOn(on)
	if s.OnChanged != nil {
		s.OnChanged(on)
	}
}

// TypedKey implements fyne.Focusable.
func (s *Switch) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		hideTooltip(s)
		s.turn((ev.Name == fyne.KeyRight) != InterfaceRTL())
	default:
		s.control.TypedKey(ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Switch) CreateRenderer() fyne.WidgetRenderer {
	r := &switchRenderer{
		widget: s,
		track:  &canvas.Rectangle{CornerRadius: switchHeight / 2},
		knob:   &canvas.Circle{},
		ring:   newRing(),
		label:  NewText("", TextStyle{Truncate: true}),
	}
	r.Refresh()
	return r
}

type switchRenderer struct {
	widget      *Switch
	track, ring *canvas.Rectangle
	knob        *canvas.Circle
	label       *Text
}

const (
	switchWidth  float32 = 36
	switchHeight float32 = 20
	knobMargin   float32 = 3
)

func (r *switchRenderer) Destroy() {}

func (r *switchRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.ring, r.knob, r.label}
}

func (r *switchRenderer) MinSize() fyne.Size {
	width := switchWidth
	if r.widget.label != "" {
		width += 2*Step + ceil(r.label.natural.Width)
	}
	return fyne.NewSize(width, ControlHeight)
}

func (r *switchRenderer) Layout(size fyne.Size) {
	mirrored := InterfaceRTL()
	top := floor((size.Height - switchHeight) / 2)
	left, words := float32(0), switchWidth+2*Step
	if mirrored {
		left, words = size.Width-switchWidth, 0
	}
	track := fyne.NewSize(switchWidth, switchHeight)
	r.track.Move(fyne.NewPos(left, top))
	r.track.Resize(track)
	placeRing(r.ring, fyne.NewPos(left, top), track, r.track.CornerRadius)
	side := switchHeight - 2*knobMargin
	x := left + knobMargin
	if r.widget.on != mirrored {
		x = left + switchWidth - knobMargin - side
	}
	r.knob.Move(fyne.NewPos(x, top+knobMargin))
	r.knob.Resize(fyne.NewSquareSize(side))
	r.label.Move(fyne.NewPos(words, 0))
	r.label.Resize(fyne.NewSize(max(size.Width-switchWidth-2*Step, 0), size.Height))
}

func (r *switchRenderer) Refresh() {
	s := r.widget
	fill, line, knob, ink := ColorPaper, ColorFaint, ColorSecondary, ColorInk
	if s.on {
		fill, line, knob = ColorAccent, "", ColorOnAccent
	}
	if s.disabled {
		fill, line, knob, ink = ColorWindow, disabledLine(), ColorFaint, ColorFaint
	}
	paintBox(r.track, fill, line, s)
	if s.hovered && !s.disabled {
		r.track.FillColor = over(r.track.FillColor, faded(theme.ColorForWidget(ColorInk, s), 0.07))
	}
	r.knob.FillColor = theme.ColorForWidget(knob, s)
	r.label.text, r.label.style.Color = s.label, ink
	showRing(r.ring, s.focused && !s.disabled, s)
	r.Layout(s.Size())
	r.track.Refresh()
	r.knob.Refresh()
	r.label.Refresh()
}
