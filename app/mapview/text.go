package mapview

import (
	"image"
	"image/color"
	"math"

	"hashiya/app/bidi"
	"hashiya/app/ui"
)

// textStyle is one of the few kinds of writing on a map.
type textStyle uint8

const (
	labelText textStyle = iota // places
	smallText                  // outlines, graticule, scale bar
	badgeText                  // number or letter in a mark
	tinyText                   // a number of three figures in a mark
)

func (s textStyle) font() (weight ui.Weight, em float64) {
	switch s {
	case labelText:
		return ui.Medium, float64(ui.SizeSmall)
	case badgeText:
		return ui.Bold, 11
	case tinyText:
		return ui.Bold, 8.5
	}
	return ui.Regular, 11
}

// writing is a line of text drawn once: its coverage, as large as its line box.
type writing struct {
	mask *image.Alpha
	ink  image.Rectangle // the part that letters cover
}

func (t writing) size() (w, h int) { return t.mask.Rect.Dx(), t.mask.Rect.Dy() }

// draw paints the text over an opaque picture with its upper left corner at x, y.
func (t writing) draw(dst *image.NRGBA, x, y int, c color.NRGBA) {
	area := t.mask.Rect.Add(image.Pt(x, y)).Intersect(dst.Rect)
	for py := area.Min.Y; py < area.Max.Y; py++ {
		row := t.mask.Pix[t.mask.PixOffset(area.Min.X-x, py-y):][:area.Dx()]
		pixels := dst.Pix[dst.PixOffset(area.Min.X, py):dst.PixOffset(area.Max.X, py)]
		for i, covered := range row {
			if covered > 0 {
				tint(pixels[4*i:4*i+4:4*i+4], c, covered)
			}
		}
	}
}

// writings keeps the texts on the screen, at one pixel scale.
type writings struct {
	scale    float64
	drawn    map[writingKey]writing
	bytes    int
	painters map[textStyle]*bidi.Painter
}

type writingKey struct {
	words string
	style textStyle
}

const maxWritingBytes = 8 << 20 // emptied beyond; a screen full of labels takes 1 MB

func (w *writings) at(scale float64) {
	if w.scale != scale {
		*w = writings{scale: scale, drawn: map[writingKey]writing{}, painters: map[textStyle]*bidi.Painter{}}
	}
}

// get returns words as they are drawn. The direction is that of their first letter.
func (w *writings) get(words string, style textStyle) writing {
	key := writingKey{words, style}
	t, ok := w.drawn[key]
	if !ok {
		t = w.draw(words, style)
		if w.bytes += len(t.mask.Pix) + len(words); w.bytes > maxWritingBytes {
			clear(w.drawn)
			w.bytes = len(t.mask.Pix)
		}
		w.drawn[key] = t
	}
	return t
}

func (w *writings) draw(words string, style textStyle) writing {
	weight, em := style.font()
	font := ui.EngineFont(weight)
	if w.painters[style] == nil {
		w.painters[style] = bidi.NewPainter(font, em*w.scale)
	}
	em *= w.scale
	lines := bidi.NewParagraph(words, font, bidi.BaseAuto).Wrap(0)
	area := image.Rect(0, 0, int(math.Ceil(lines.Width()*em))+1, int(math.Ceil((font.Ascent()+font.Descent())*em)))
	letters := image.NewNRGBA(area)
	w.painters[style].Draw(letters, lines, 0, 0, math.Round(font.Ascent()*em), color.NRGBA{A: 255})
	mask := image.NewAlpha(area)
	for i := range mask.Pix {
		mask.Pix[i] = letters.Pix[4*i+3]
	}
	return writing{mask, inkOf(mask)}
}

// inkOf returns the smallest box around what is covered.
func inkOf(mask *image.Alpha) image.Rectangle {
	var ink image.Rectangle
	for i, covered := range mask.Pix {
		if covered > 0 {
			x, y := i%mask.Stride, i/mask.Stride
			ink = ink.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	return ink
}
