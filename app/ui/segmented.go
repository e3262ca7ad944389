package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Segmented is a choice of one of a few, all in sight: light, dark or as the
// system. A click picks; Left and Right go to the neighbour on that side, Home
// and End to the ends, Enter and Space to the next one, round the end.
type Segmented struct {
	control
	OnPicked func(key string) // after the user picked something else

	choices []Choice
	picked  int // -1 is none
	under   int // the mouse, or -1
}

var (
	_ fyne.Tappable    = (*Segmented)(nil)
	_ fyne.Focusable   = (*Segmented)(nil)
	_ fyne.Disableable = (*Segmented)(nil)
	_ fyne.Accessible  = (*Segmented)(nil)
)

// NewSegmented makes a choice of two to five, of which Key and Label are used;
// nothing is picked at first.
func NewSegmented(choices []Choice, onPicked func(key string)) *Segmented {
	s := &Segmented{OnPicked: onPicked, choices: choices, picked: -1, under: -1}
	s.activate = func() { s.pick((s.picked + 1) % len(s.choices)) }
	s.extend(s)
	return s
}

// SetPicked picks by key without telling OnPicked; an unknown key is none.
func (s *Segmented) SetPicked(key string) {
	s.picked = -1
	for i, c := range s.choices {
		if c.Key == key {
			s.picked = i
		}
	}
	s.Refresh()
}

// Picked returns the key picked, or "".
func (s *Segmented) Picked() string {
	if s.picked < 0 {
		return ""
	}
	return s.choices[s.picked].Key
}

// AccessibilityLabel implements fyne.Accessible with what is picked.
func (s *Segmented) AccessibilityLabel() string {
	if s.picked < 0 {
		return ""
	}
	return s.choices[s.picked].Label
}

// AccessibilityRole implements fyne.Accessible.
func (s *Segmented) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (s *Segmented) pick(i int) {
	if s.disabled || i < 0 || i >= len(s.choices) || i == s.picked {
		return
	}
	s.picked = i
	s.Refresh()
	if s.OnPicked != nil {
		s.OnPicked(s.choices[i].Key)
	}
}

// Tapped implements fyne.Tappable.
func (s *Segmented) Tapped(ev *fyne.PointEvent) { s.pick(s.at(ev.Position.X)) }

// TypedKey implements fyne.Focusable.
func (s *Segmented) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		by := 1
		if (ev.Name == fyne.KeyRight) == InterfaceRTL() {
			by = -1
		}
		s.pick(s.picked + by)
	case fyne.KeyHome:
		s.pick(0)
	case fyne.KeyEnd:
		s.pick(len(s.choices) - 1)
	default:
		s.control.TypedKey(ev)
	}
}

// MouseMoved implements desktop.Hoverable.
func (s *Segmented) MouseMoved(ev *desktop.MouseEvent) { s.point(s.at(ev.Position.X)) }

// MouseOut implements desktop.Hoverable.
func (s *Segmented) MouseOut() { s.control.MouseOut(); s.point(-1) }

func (s *Segmented) point(i int) {
	if s.under != i {
		s.under = i
		s.Refresh()
	}
}

// at returns the choice at x.
func (s *Segmented) at(x float32) int {
	for i := range s.choices {
		if left, width := s.place(i, s.Size().Width); x >= left && x < left+width {
			return i
		}
	}
	return -1
}

// place returns where a choice stands: all are of one width, from the leading side.
func (s *Segmented) place(i int, width float32) (left, each float32) {
	each = (width - 2*segmentInset) / float32(len(s.choices))
	if InterfaceRTL() {
		i = len(s.choices) - 1 - i
	}
	return segmentInset + float32(i)*each, each
}

const segmentInset float32 = 2

// CreateRenderer implements fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentedRenderer{
		widget: s,
		track:  &canvas.Rectangle{CornerRadius: RadiusControl},
		mark:   &canvas.Rectangle{CornerRadius: RadiusControl - segmentInset},
		hover:  &canvas.Rectangle{CornerRadius: RadiusControl - segmentInset},
		ring:   newRing(),
	}
	r.objects = []fyne.CanvasObject{r.track, r.ring, r.hover, r.mark}
	for _, c := range s.choices {
		label := NewText(c.Label, TextStyle{Align: Center, Truncate: true})
		r.labels = append(r.labels, label)
		r.objects = append(r.objects, label)
	}
	r.Refresh()
	return r
}

type segmentedRenderer struct {
	widget                   *Segmented
	track, mark, hover, ring *canvas.Rectangle
	labels                   []*Text
	objects                  []fyne.CanvasObject
}

func (r *segmentedRenderer) Destroy()                     {}
func (r *segmentedRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *segmentedRenderer) MinSize() fyne.Size {
	each := float32(0)
	for _, l := range r.labels {
		each = max(each, ceil(l.natural.Width)+6*Step)
	}
	return fyne.NewSize(each*float32(len(r.labels))+2*segmentInset, ControlHeight)
}

func (r *segmentedRenderer) Layout(size fyne.Size) {
	s := r.widget
	top := floor((size.Height - ControlHeight) / 2)
	r.track.Move(fyne.NewPos(0, top))
	r.track.Resize(fyne.NewSize(size.Width, ControlHeight))
	placeRing(r.ring, fyne.NewPos(0, top), r.track.Size(), RadiusControl)
	for i, l := range r.labels {
		left, width := s.place(i, size.Width)
		pos, box := fyne.NewPos(left, top+segmentInset), fyne.NewSize(width, ControlHeight-2*segmentInset)
		l.Move(pos)
		l.Resize(box)
		if i == s.picked {
			r.mark.Move(pos)
			r.mark.Resize(box)
		}
		if i == s.under {
			r.hover.Move(pos)
			r.hover.Resize(box)
		}
	}
}

func (r *segmentedRenderer) Refresh() {
	s := r.widget
	paintBox(r.track, ColorWindow, ColorLine, s)
	mark, line := ColorAccentFill, ColorAccent
	if s.disabled {
		mark, line = ColorPanel, disabledLine()
	}
	paintBox(r.mark, mark, line, s)
	r.mark.Hidden = s.picked < 0
	r.hover.Hidden = s.under < 0 || s.under == s.picked || s.disabled
	r.hover.FillColor = hoverFill(s)
	for i, l := range r.labels {
		switch {
		case s.disabled:
			l.style.Color = ColorFaint
		case i == s.picked:
			l.style.Color = ColorAccent
		default:
			l.style.Color = ColorSecondary
		}
		l.Refresh()
	}
	showRing(r.ring, s.focused && !s.disabled, s)
	r.Layout(s.Size())
	r.track.Refresh()
	r.mark.Refresh()
	r.hover.Refresh()
}
