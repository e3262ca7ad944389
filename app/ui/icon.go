package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// NewIcon shows an SVG icon in a colour of the theme, in a square of a size.
func NewIcon(icon fyne.Resource, color fyne.ThemeColorName, size float32) fyne.CanvasObject {
	return NewFixed(size, size, widget.NewIcon(tinted(icon, color)))
}
