package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Popover is a panel over everything else, under (or, without room, above) the
// object it belongs to and always inside the window. A click beside it or Esc
// closes it.
type Popover struct {
	widget.BaseWidget
	OnClosed func() // called once when it goes away

	canvas   fyne.Canvas
	anchor   fyne.CanvasObject
	head     fyne.CanvasObject // drawn exactly over the anchor; may be nil
	content  fyne.CanvasObject
	minWidth float32
	open     bool
}

var (
	_ fyne.Tappable = (*Popover)(nil)
	_ keyTaker      = (*Popover)(nil)
)

// showPopover opens a panel with content at an object that is on a canvas. It
// is at least as wide as the anchor and minWidth.
func showPopover(anchor, head, content fyne.CanvasObject, minWidth float32, onClosed func()) *Popover {
	p := &Popover{
		OnClosed: onClosed, canvas: canvasOf(anchor), anchor: anchor,
		head: head, content: content, minWidth: minWidth, open: true,
	}
	p.ExtendBaseWidget(p)
	if p.canvas != nil {
		p.canvas.Overlays().Add(p)
	}
	return p
}

// Close takes the panel away and calls OnClosed.
func (p *Popover) Close() {
	if !p.open {
		return
	}
	p.open = false
	if p.canvas != nil {
		p.canvas.Overlays().Remove(p)
	}
	if p.OnClosed != nil {
		p.OnClosed()
	}
}

// Tapped implements fyne.Tappable: a click beside the panel closes it.
func (p *Popover) Tapped(*fyne.PointEvent) { p.Close() }

func (p *Popover) takeKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		p.Close()
	}
}

// place returns the rectangle of the panel for a window of the given size.
func (p *Popover) place(window fyne.Size, at fyne.Position, anchor, need fyne.Size) (fyne.Position, fyne.Size) {
	const gap = Step
	size := fyne.NewSize(max(anchor.Width, p.minWidth, need.Width), need.Height)
	size.Width = min(size.Width, window.Width-2*gap)
	x := at.X
	if InterfaceRTL() {
		x = at.X + anchor.Width - size.Width
	}
	x = min(max(x, gap), window.Width-gap-size.Width)

	below := window.Height - gap - (at.Y + anchor.Height + gap)
	above := at.Y - 2*gap
	y := at.Y + anchor.Height + gap
	if size.Height > below && above > below {
		size.Height = min(size.Height, above)
		y = at.Y - gap - size.Height
	} else {
		size.Height = min(size.Height, max(below, 0))
	}
	return fyne.NewPos(x, y), size
}

// CreateRenderer implements fyne.Widget.
func (p *Popover) CreateRenderer() fyne.WidgetRenderer {
	r := &popoverRenderer{popover: p, panel: newFloatingPanel()}
	r.objects = []fyne.CanvasObject{r.panel, p.content}
	if p.head != nil {
		r.objects = append(r.objects, p.head)
	}
	r.Refresh()
	return r
}

// newFloatingPanel makes the background of things that lie over the window.
func newFloatingPanel() *canvas.Rectangle {
	return &canvas.Rectangle{CornerRadius: RadiusPanel, StrokeWidth: 1, Shadow: canvas.Shadow{
		BlurRadius: 16, Offset: fyne.NewPos(0, 4),
	}}
}

func paintFloatingPanel(panel *canvas.Rectangle, w fyne.Widget) {
	panel.FillColor = theme.ColorForWidget(ColorPanel, w)
	panel.StrokeColor = theme.ColorForWidget(ColorLine, w)
	panel.Shadow.Color = theme.ColorForWidget(theme.ColorNameShadow, w)
	panel.Refresh()
}

type popoverRenderer struct {
	popover *Popover
	panel   *canvas.Rectangle
	objects []fyne.CanvasObject
	size    fyne.Size
}

func (r *popoverRenderer) Destroy()                     {}
func (r *popoverRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *popoverRenderer) MinSize() fyne.Size           { return fyne.Size{} }

func (r *popoverRenderer) Layout(size fyne.Size) {
	resized := !r.size.IsZero() && r.size != size
	r.size = size
	p := r.popover
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.anchor)
	pos, panel := p.place(size, at, p.anchor.Size(), p.content.MinSize())
	r.panel.Move(pos)
	r.panel.Resize(panel)
	p.content.Move(pos)
	p.content.Resize(panel)
	if p.head != nil {
		p.head.Move(at)
		p.head.Resize(p.anchor.Size())
	}
	if resized {
		// Overlays are resized before the window's content, so the anchor
		// moves only after this.
		fyne.Do(p.Refresh)
	}
}

func (r *popoverRenderer) Refresh() {
	paintFloatingPanel(r.panel, r.popover)
	if !r.popover.Size().IsZero() {
		r.Layout(r.popover.Size())
	}
	r.popover.content.Refresh()
}
