package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Split shows two panes side by side with a bar between them that can be
// dragged, or moved with Left and Right when it has the focus.
type Split struct {
	widget.BaseWidget
	OnMoved func(ratio float64) // after the bar was moved by the user

	leading, trailing fyne.CanvasObject
	bar               *splitBar
	ratio             float64
}

// NewSplit makes a split; ratio is the leading pane's part of the width, from 0
// to 1. Neither pane gets less than its MinSize as long as the window allows.
func NewSplit(leading, trailing fyne.CanvasObject, ratio float64) *Split {
	s := &Split{leading: leading, trailing: trailing, ratio: ratio}
	s.bar = newSplitBar(s)
	s.ExtendBaseWidget(s)
	return s
}

// SetRatio moves the bar.
func (s *Split) SetRatio(ratio float64) {
	s.ratio = min(max(ratio, 0), 1)
	s.Refresh()
}

// nudge moves the bar by dx to the right on the screen.
func (s *Split) nudge(dx float32) {
	room := s.Size().Width - barWidth
	if room <= 0 {
		return
	}
	if InterfaceRTL() {
		dx = -dx
	}
	width := s.leadingWidth(s.Size().Width) + dx
	s.SetRatio(float64(width / room))
	s.ratio = float64(s.leadingWidth(s.Size().Width) / room)
	if s.OnMoved != nil {
		s.OnMoved(s.ratio)
	}
}

func (s *Split) leadingWidth(width float32) float32 {
	room := max(width-barWidth, 0)
	lead := floor(room * float32(s.ratio))
	lead = min(lead, room-s.trailing.MinSize().Width)
	return min(max(lead, s.leading.MinSize().Width), room)
}

const barWidth float32 = 8

// CreateRenderer implements fyne.Widget.
func (s *Split) CreateRenderer() fyne.WidgetRenderer {
	return &splitRenderer{split: s, objects: []fyne.CanvasObject{s.leading, s.trailing, s.bar}}
}

type splitRenderer struct {
	split   *Split
	objects []fyne.CanvasObject
}

func (r *splitRenderer) Destroy()                     {}
func (r *splitRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *splitRenderer) MinSize() fyne.Size {
	a, b := r.split.leading.MinSize(), r.split.trailing.MinSize()
	return fyne.NewSize(a.Width+b.Width+barWidth, max(a.Height, b.Height))
}

func (r *splitRenderer) Layout(size fyne.Size) {
	s := r.split
	lead := s.leadingWidth(size.Width)
	trail := max(size.Width-barWidth-lead, 0)
	leadX, barX, trailX := float32(0), lead, lead+barWidth
	if InterfaceRTL() {
		leadX, barX, trailX = trail+barWidth, trail, 0
	}
	s.leading.Move(fyne.NewPos(leadX, 0))
	s.leading.Resize(fyne.NewSize(lead, size.Height))
	s.bar.Move(fyne.NewPos(barX, 0))
	s.bar.Resize(fyne.NewSize(barWidth, size.Height))
	s.trailing.Move(fyne.NewPos(trailX, 0))
	s.trailing.Resize(fyne.NewSize(trail, size.Height))
}

func (r *splitRenderer) Refresh() {
	r.Layout(r.split.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

// splitBar is the bar between the panes.
type splitBar struct {
	control
	split *Split
}

var (
	_ fyne.Draggable = (*splitBar)(nil)
	_ fyne.Focusable = (*splitBar)(nil)
)

func newSplitBar(s *Split) *splitBar {
	b := &splitBar{split: s}
	b.extend(b)
	return b
}

// Cursor implements desktop.Cursorable.
func (b *splitBar) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// Dragged implements fyne.Draggable.
func (b *splitBar) Dragged(ev *fyne.DragEvent) { b.split.nudge(ev.Dragged.DX) }

// DragEnd implements fyne.Draggable.
func (b *splitBar) DragEnd() {}

// TypedKey implements fyne.Focusable.
func (b *splitBar) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		b.split.nudge(-4 * Step)
	case fyne.KeyRight:
		b.split.nudge(4 * Step)
	default:
		b.control.TypedKey(ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *splitBar) CreateRenderer() fyne.WidgetRenderer {
	r := &splitBarRenderer{bar: b, line: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.line}
	r.Refresh()
	return r
}

type splitBarRenderer struct {
	bar     *splitBar
	line    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *splitBarRenderer) Destroy()                     {}
func (r *splitBarRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *splitBarRenderer) MinSize() fyne.Size           { return fyne.NewSize(barWidth, ControlHeight) }

func (r *splitBarRenderer) Layout(size fyne.Size) {
	width := float32(1)
	if r.bar.hovered || r.bar.focused {
		width = 3
	}
	r.line.Move(fyne.NewPos(floor((size.Width-width)/2), 0))
	r.line.Resize(fyne.NewSize(width, size.Height))
}

func (r *splitBarRenderer) Refresh() {
	name := ColorLine
	if r.bar.hovered || r.bar.focused {
		name = ColorAccent
	}
	r.line.FillColor = theme.ColorForWidget(name, r.bar)
	r.Layout(r.bar.Size())
	r.line.Refresh()
}
