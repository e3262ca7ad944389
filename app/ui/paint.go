package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// colorOrNil looks a name up for a widget; "" is no colour.
func colorOrNil(name fyne.ThemeColorName, w fyne.Widget) color.Color {
	if name == "" {
		return color.Transparent
	}
	return theme.ColorForWidget(name, w)
}

// paintBox fills and outlines a box; "" is none. Without an outline the stroke
// has no width, because the GL painter shows a transparent one as grey.
func paintBox(box *canvas.Rectangle, fill, line fyne.ThemeColorName, w fyne.Widget) {
	box.FillColor, box.StrokeColor, box.StrokeWidth = colorOrNil(fill, w), colorOrNil(line, w), 0
	if line != "" {
		box.StrokeWidth = 1
	}
}

// over lays the translucent top onto base.
func over(base color.Color, top color.NRGBA) color.Color {
	b := color.NRGBAModel.Convert(base).(color.NRGBA)
	if b.A == 0 {
		return top
	}
	mix := func(under, above uint8) uint8 {
		a := int(top.A)
		return uint8((int(under)*(255-a) + int(above)*a) / 255)
	}
	return color.NRGBA{R: mix(b.R, top.R), G: mix(b.G, top.G), B: mix(b.B, top.B), A: b.A}
}

// tinted colours an SVG icon like the words beside it.
func tinted(icon fyne.Resource, name fyne.ThemeColorName) fyne.Resource {
	return theme.NewColoredResource(icon, name)
}

// glow is the colour around a field that has the focus: soft, but in high
// contrast as strong as the focus ring.
func glow(w fyne.Widget) color.Color {
	if strongPatterns() {
		return theme.ColorForWidget(ColorAccent, w)
	}
	return theme.ColorForWidget(ColorAccentFill, w)
}

// disabledLine is the outline of what cannot be used: that of every control,
// but fainter in high contrast, which has no fills to tell it by.
func disabledLine() fyne.ThemeColorName {
	if strongPatterns() {
		return ColorFaint
	}
	return ColorLine
}

// hoverFill is the faint fill of a line under the mouse.
func hoverFill(w fyne.Widget) color.Color {
	alpha := 0.5
	if strongPatterns() {
		alpha = 0.15 // of pure ink
	}
	return faded(theme.ColorForWidget(ColorLine, w), alpha)
}
