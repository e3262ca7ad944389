package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// tooltipDelay is how long the mouse rests on a button before its tooltip comes.
const tooltipDelay = 600 * time.Millisecond

// Tooltips shows what the button under the mouse does, see Button.SetTooltip.
// Put one over the content of a window, directly in its outermost container, or
// over that of an overlay of one's own, as one of its Children: Fyne gives the
// mouse to overlays, so a tooltip cannot be one. It lets clicks through. A tooltip goes when the mouse leaves, on a press, and on a key
// that reaches a widget of this package; for other keys call Dismiss.
type Tooltips struct {
	widget.BaseWidget
	runner     Runner
	stop       func() // ends the wait
	owner      fyne.CanvasObject
	shown      bool
	text, hint string
}

// NewTooltips makes the layer; runner times the wait of 600 ms.
func NewTooltips(runner Runner) *Tooltips {
	t := &Tooltips{runner: runner, stop: func() {}}
	t.ExtendBaseWidget(t)
	return t
}

// Shown returns the words shown, "" while there is no tooltip.
func (t *Tooltips) Shown() string {
	if !t.shown {
		return ""
	}
	return t.text
}

// Dismiss takes the tooltip away, and ends the wait for one.
func (t *Tooltips) Dismiss() {
	t.stop()
	t.owner = nil
	if t.shown {
		t.shown = false
		t.Refresh()
	}
}

// OfferTooltip says what an object under the mouse does, and the key that does
// the same, when the mouse rests on it; without a Tooltips layer it does nothing.
// Widgets of other packages call it when the mouse comes.
func OfferTooltip(owner fyne.CanvasObject, text, hint string) {
	if t := tooltipsOf(owner); t != nil && text != "" {
		t.offer(owner, text, hint)
	}
}

// HideTooltip takes the tooltip away that is over the tree that shows o, if any.
func HideTooltip(o fyne.CanvasObject) { hideTooltip(o) }

func (t *Tooltips) offer(owner fyne.CanvasObject, text, hint string) {
	t.Dismiss()
	t.owner = owner
	t.stop = t.runner.After(tooltipDelay, func() {
		t.runner.Do(func() {
			if t.owner == owner {
				t.text, t.hint, t.shown = text, hint, true
				t.Refresh()
			}
		})
	})
}

// tooltipsOf returns the layer over the tree that shows o, or nil.
func tooltipsOf(o fyne.CanvasObject) *Tooltips {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	root := c.Overlays().Top()
	if root == nil {
		root = c.Content()
	}
	for _, child := range childrenOf(root) {
		if t, is := child.(*Tooltips); is {
			return t
		}
	}
	return nil
}

// hideTooltip dismisses the tooltip, if any, over the tree that shows o.
func hideTooltip(o fyne.CanvasObject) {
	if t := tooltipsOf(o); t != nil {
		t.Dismiss()
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Tooltips) CreateRenderer() fyne.WidgetRenderer {
	r := &tooltipRenderer{
		layer: t, panel: newFloatingPanel(),
		text: NewText("", TextStyle{Size: SizeSmall, Truncate: true}), key: NewKeycap(""),
	}
	r.panel.CornerRadius = RadiusControl
	r.content = NewRow(2*Step, Expand(r.text), r.key)
	r.Refresh()
	return r
}

type tooltipRenderer struct {
	layer   *Tooltips
	panel   *canvas.Rectangle
	text    *Text
	key     *Keycap
	content *fyne.Container
}

const (
	tooltipHeight = 7 * Step
	tooltipSide   = 2*Step + 2 // left and right of the words
)

func (r *tooltipRenderer) Destroy()           {}
func (r *tooltipRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *tooltipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.panel, r.content}
}

// Layout puts the panel under the middle of its button, or above without room.
func (r *tooltipRenderer) Layout(window fyne.Size) {
	b := r.layer.owner
	if !r.layer.shown || b == nil {
		return
	}
	width := ceil(r.text.natural.Width) + 2*tooltipSide
	if r.layer.hint != "" {
		width += 2*Step + r.key.MinSize().Width
	}
	width = min(width, window.Width-2*Step)
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(b).Subtract(d.AbsolutePositionForObject(r.layer))
	x := at.X + (b.Size().Width-width)/2
	y := at.Y + b.Size().Height + Step
	if y+tooltipHeight > window.Height-Step {
		y = at.Y - Step - tooltipHeight
	}
	pos := fyne.NewPos(floor(min(max(x, Step), window.Width-Step-width)), floor(y))
	r.panel.Move(pos)
	r.panel.Resize(fyne.NewSize(width, tooltipHeight))
	r.content.Move(pos.AddXY(tooltipSide, 0))
	r.content.Resize(fyne.NewSize(width-2*tooltipSide, tooltipHeight))
}

func (r *tooltipRenderer) Refresh() {
	t := r.layer
	r.panel.Hidden, r.content.Hidden = !t.shown, !t.shown
	r.text.text, r.key.text.text, r.key.Hidden = t.text, t.hint, t.hint == ""
	r.text.Refresh()
	r.key.Refresh()
	paintFloatingPanel(r.panel, t)
	r.Layout(t.Size())
	r.content.Refresh()
	canvas.Refresh(t) // what was never shown is on no canvas yet
}
