package ui

import (
	"math"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

func floor(v float32) float32 { return float32(math.Floor(float64(v))) }

func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }

// oneLine turns line breaks and tabs into spaces: a tab in a bidi line makes
// Fyne's painter repeat pieces of it.
func oneLine(text string) string {
	if !strings.ContainsAny(text, "\n\r\t\u2028\u2029\u0085\v\f") {
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", " ")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\t', '\u2028', '\u2029', '\u0085', '\v', '\f':
			return ' '
		}
		return r
	}, text)
}

func isMark(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) }

// canvasOf returns the canvas that shows o, or nil.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}
