package filepicker

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
)

func floor(v float32) float32 { return float32(math.Floor(float64(v))) }

// paintBox fills and outlines a box; "" is none. Without an outline the stroke
// has no width, because the GL painter shows a transparent one as grey.
func paintBox(box *canvas.Rectangle, fill, line fyne.ThemeColorName, w fyne.Widget) {
	box.FillColor, box.StrokeColor, box.StrokeWidth = color.Transparent, color.Transparent, 0
	if fill != "" {
		box.FillColor = theme.ColorForWidget(fill, w)
	}
	if line != "" {
		box.StrokeColor, box.StrokeWidth = theme.ColorForWidget(line, w), 1
	}
	box.Refresh()
}

// newRing makes the focus ring, hidden.
func newRing() *canvas.Rectangle {
	ring := &canvas.Rectangle{StrokeWidth: 2}
	ring.Hide()
	return ring
}

// placeRing lays the ring around a control of a radius at pos.
func placeRing(ring *canvas.Rectangle, pos fyne.Position, size fyne.Size, radius float32) {
	ring.CornerRadius = radius + 2
	ring.Move(pos.SubtractXY(2, 2))
	ring.Resize(size.AddWidthHeight(4, 4))
}

// showRing shows or hides the ring in the accent colour.
func showRing(ring *canvas.Rectangle, on bool, w fyne.Widget) {
	ring.StrokeColor = theme.ColorForWidget(ui.ColorAccent, w)
	ring.FillColor = color.Transparent
	ring.Hidden = !on
	ring.Refresh()
}

// ruler measures texts of one style as ui.Text draws them.
type ruler struct{ text *ui.Text }

func newRuler(style ui.TextStyle) *ruler {
	style.Truncate = false // a text that is cut does not tell its whole width
	return &ruler{ui.NewText("", style)}
}

func (r *ruler) width(text string) float32 {
	r.text.SetText(text)
	return float32(math.Ceil(float64(r.text.MinSize().Width)))
}
