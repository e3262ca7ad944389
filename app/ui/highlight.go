package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// highlight marks the line of a list that the keys are at: the accent fill with
// a bar at the leading edge, which also high contrast shows.
type highlight struct{ fill, bar *canvas.Rectangle }

const highlightBar float32 = 3

func newHighlight() highlight {
	return highlight{&canvas.Rectangle{CornerRadius: RadiusControl - 2}, &canvas.Rectangle{CornerRadius: highlightBar / 2}}
}

func (h highlight) show(on bool) { h.fill.Hidden, h.bar.Hidden = !on, !on }

func (h highlight) place(pos fyne.Position, size fyne.Size) {
	h.fill.Move(pos)
	h.fill.Resize(size)
	x := float32(0)
	if InterfaceRTL() {
		x = size.Width - highlightBar
	}
	h.bar.Move(pos.AddXY(x, Step))
	h.bar.Resize(fyne.NewSize(highlightBar, max(size.Height-2*Step, 0)))
}

func (h highlight) paint(w fyne.Widget) {
	h.fill.FillColor = theme.ColorForWidget(ColorAccentFill, w)
	h.bar.FillColor = theme.ColorForWidget(ColorAccent, w)
	h.fill.Refresh()
	h.bar.Refresh()
}
