package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroll shows a tall content in less room. Unlike the stock one it asks the
// content for its height at the width it has, so that wrapped text and chips
// are never cut. Call Refresh after the content has changed.
type Scroll struct {
	widget.BaseWidget
	inner *container.Scroll
	fit   *fitWidth
}

// NewScroll makes a vertical scroll around content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{fit: &fitWidth{content: content}}
	s.fit.ExtendBaseWidget(s.fit)
	s.inner = container.NewVScroll(s.fit)
	s.ExtendBaseWidget(s)
	return s
}

// Resize implements fyne.CanvasObject.
func (s *Scroll) Resize(size fyne.Size) {
	s.fit.width = size.Width
	s.BaseWidget.Resize(size)
}

// Offset returns how far the content is scrolled down.
func (s *Scroll) Offset() float32 { return s.inner.Offset.Y }

// SetOffset scrolls to y, kept inside the content.
func (s *Scroll) SetOffset(y float32) {
	most := max(s.fit.MinSize().Height-s.Size().Height, 0)
	s.inner.ScrollToOffset(fyne.NewPos(0, min(max(y, 0), most)))
}

// Reveal scrolls as little as needed to show the part from top to bottom of
// the content, with a margin.
func (s *Scroll) Reveal(top, bottom float32) {
	const margin = 4 * Step
	switch at, height := s.Offset(), s.Size().Height; {
	case top-margin < at:
		s.SetOffset(top - margin)
	case bottom+margin > at+height:
		s.SetOffset(min(bottom+margin-height, top-margin))
	}
}

// RevealObject scrolls an object inside the content into view.
func (s *Scroll) RevealObject(o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.fit).Y
	s.Reveal(top, top+o.Size().Height)
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.inner)
}

// fitWidth reports the height of its content at the scroll's width.
type fitWidth struct {
	widget.BaseWidget
	content fyne.CanvasObject
	width   float32
}

// MinSize implements fyne.CanvasObject. What is wider than the scroll would
// move all the rest out of sight, so its width ends where the scroll's does.
func (f *fitWidth) MinSize() fyne.Size {
	m := f.content.MinSize()
	if f.width > 0 {
		m.Width, m.Height = min(m.Width, f.width), HeightFor(f.content, f.width)
	}
	return m
}

// CreateRenderer implements fyne.Widget.
func (f *fitWidth) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(f.content)
}
