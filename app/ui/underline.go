package ui

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// underlineHeight holds the tallest pattern, the double line.
const underlineHeight float32 = 5

// Underline draws a pattern as wide as it is made.
type Underline struct {
	widget.BaseWidget
	pattern Pattern
	color   fyne.ThemeColorName
}

// NewUnderline makes an underline of a pattern in a colour.
func NewUnderline(pattern Pattern, color fyne.ThemeColorName) *Underline {
	u := &Underline{pattern: pattern, color: color}
	u.ExtendBaseWidget(u)
	return u
}

// Set changes pattern and colour.
func (u *Underline) Set(pattern Pattern, color fyne.ThemeColorName) {
	u.pattern, u.color = pattern, color
	u.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (u *Underline) CreateRenderer() fyne.WidgetRenderer {
	raster := canvas.NewRaster(func(w, h int) image.Image {
		ink := theme.ColorForWidget(u.color, u)
		return drawPattern(u.pattern, w, h, deviceScale(u, h), ink)
	})
	raster.SetMinSize(fyne.NewSize(0, underlineHeight))
	return widget.NewSimpleRenderer(raster)
}

// drawPattern paints a pattern into a transparent picture of w by h device
// pixels at the given pixels per unit, from the top down.
func drawPattern(p Pattern, w, h int, scale float64, ink color.Color) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, max(w, 0), max(h, 0)))
	c := color.NRGBAModel.Convert(ink).(color.NRGBA)
	unit := max(1, int(math.Round(scale)))
	thin, thick := unit, 2*unit
	if strongPatterns() {
		thin, thick = 2*unit, 3*unit
	}
	bar := func(top, thick, on, off int) {
		for y := top; y < min(top+thick, h); y++ {
			for x := range w {
				if off == 0 || x%(on+off) < on {
					img.SetNRGBA(x, y, c)
				}
			}
		}
	}
	switch p {
	case Solid:
		bar(0, thick, 1, 0)
	case Dashed:
		bar(0, thick, 5*unit, 3*unit)
	case Double:
		bar(0, thin, 1, 0)
		bar(thin+unit, thin, 1, 0)
	case Dotted:
		bar(0, thick, 2*unit, 2*unit)
	case Thin:
		bar(0, thin, 1, 0)
	}
	return img
}
