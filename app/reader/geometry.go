package reader

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/app/bidi"
)

// Sizes at zoom 1, in device-independent pixels.
const (
	textSize   = 19
	titleSize  = 25
	sourceSize = 14
	numberSize = 13

	lineHeight       = 2.0 * textSize
	titleLineHeight  = 1.7 * titleSize
	sourceLineHeight = 1.7 * sourceSize
	sourceGap        = 4  // between title and source
	headGap          = 22 // below title and source
	paragraphGap     = 14 // between paragraphs, and the height of a blank line

	columnEms  = 38 // widest column, in em of the text
	edge       = 24 // least margin at both sides, of a widget that is not narrow
	numberGap  = 22 // between the column and its numbers, likewise
	topMargin  = 26
	endMargin  = 96
	barWidth   = 12
	numberZoom = 1.5 // numbers grow no further than this: the column needs the room
	pictureGap = 6   // around the ink of a line's picture: outlines and letters that lean out
)

// geometry is the layout of one pane width, zoom and pixel scale. Lengths are device-independent pixels that are whole device pixels, so
// that the pictures of lines stay sharp and evenly spaced.
type geometry struct {
	scale        float32 // device pixels per unit
	zoom         float32
	height       float32
	left, right  float32 // edges of the column
	numbersRight float32
	numberEm     float32
	em           float32
	titleEm      float32
	line         float32
	titleLine    float32
	sourceLine   float32
	gap          float32
}

func newGeometry(size fyne.Size, scale, zoom float32, digits int, barLeft bool) geometry {
	g := geometry{scale: scale, zoom: zoom, height: size.Height, em: textSize * zoom, titleEm: titleSize * zoom}
	g.line, g.titleLine = g.snap(lineHeight*zoom), g.snap(titleLineHeight*zoom)
	g.sourceLine, g.gap = g.snap(sourceLineHeight*zoom), g.snap(paragraphGap*zoom)
	// A narrow widget has narrow margins.
	const narrow = 480
	part := min(size.Width/narrow, 1)
	g.numberEm = numberSize * min(zoom, numberZoom)
	numbers := numberGap*part*min(zoom, numberZoom) + 0.62*g.numberEm*float32(digits)
	leastLeft, leastRight := edge*part, edge*part+numbers
	if barLeft {
		leastLeft += barWidth
	} else {
		leastRight += barWidth
	}
	width := min(columnEms*g.em, size.Width-leastLeft-leastRight)
	width = g.snap(max(width, g.em))
	g.right = g.snap(max(leastLeft+width, min((size.Width+width)/2, size.Width-leastRight)))
	g.left = g.right - width
	g.numbersRight = g.right + numbers
	return g
}

// snap rounds a length to whole device pixels.
func (g *geometry) snap(v float32) float32 {
	return float32(math.Round(float64(v*g.scale))) / g.scale
}

// ems returns the width of the column in em of size em.
func (g *geometry) ems(em float32) float64 { return float64((g.right - g.left) / em) }

// block is the place of a paragraph's parts below each other.
type block struct {
	before, line, after float32
	lines               int
	em                  float32
	source              float32 // top of the source line, from the top of the block; 0 when it is not here
}

func (b *block) height() float32 { return b.before + float32(b.lines)*b.line + b.after }

// block lays out paragraph i, given how many lines it has.
func (r *Reader) block(i, lines int) block {
	a, g := r.article, &r.geometry
	b := block{lines: lines, line: g.line, em: g.em}
	last := i == len(a.blank)-1
	switch {
	case a.blank[i]:
		b.line = g.gap
	case a.isTitle(i):
		b.line, b.em, b.after = g.titleLine, g.titleEm, g.snap(headGap*g.zoom)
	default:
		b.after = g.gap
	}
	if !last && a.blank[i+1] && !a.blank[i] {
		b.after = max(0, b.after-g.gap) // the blank line is the gap
	}
	if !last && a.continues(i+1) {
		b.after = 0
	}
	if i == 0 {
		b.before = topMargin
	}
	if i == a.head && r.sourceLines() > 0 {
		height := g.sourceLine * float32(r.sourceLines())
		if a.isTitle(i) {
			b.source = b.before + b.line*float32(lines) + g.snap(sourceGap*g.zoom)
			b.after += height + g.snap(sourceGap*g.zoom)
		} else {
			b.source = b.before
			b.before += height + g.gap
		}
	}
	if last {
		b.after = endMargin
	}
	return b
}

// lines returns paragraph i wrapped to the column.
func (r *Reader) lines(i int) *bidi.Lines {
	r.prepare(i)
	return r.article.lines(i, r.geometry.ems(r.emOf(i)))
}

// emOf returns the text size of paragraph i.
func (r *Reader) emOf(i int) float32 {
	if r.article.isTitle(i) {
		return r.geometry.titleEm
	}
	return r.geometry.em
}

// exact returns the block of paragraph i, wrapped, and remembers its height.
func (r *Reader) exact(i int) block {
	b := r.block(i, r.lines(i).Count())
	r.heights.set(i, b.height())
	return b
}

// guess returns the likely height of paragraph i without wrapping it.
func (r *Reader) guess(i int) float32 {
	b := r.block(i, max(1, r.article.doc.Estimate(i, r.geometry.ems(r.emOf(i)))))
	return b.height()
}

// sourceText returns the wrapped source line, nil when there is none.
func (r *Reader) sourceText() *bidi.Lines {
	if r.article.source == nil || r.geometry.em == 0 {
		return nil
	}
	if r.source == nil {
		r.source = r.article.source.Wrap(r.geometry.ems(sourceSize * r.geometry.zoom))
	}
	return r.source
}

func (r *Reader) sourceLines() int {
	if s := r.sourceText(); s != nil {
		return s.Count()
	}
	return 0
}

// number returns the shown number of paragraph i, "" when it has none.
func (r *Reader) number(i int) string {
	n := r.article.numbers[i]
	if n == 0 {
		return ""
	}
	digits := strconv.Itoa(n)
	if !r.options.ArabicDigits {
		return digits
	}
	return strings.Map(func(d rune) rune { return d - '0' + '٠' }, digits)
}

// digits returns how many digits the highest paragraph number has.
func (r *Reader) digits() int {
	highest := 0
	for _, n := range r.article.numbers {
		highest = max(highest, n)
	}
	return len(strconv.Itoa(highest))
}
