package reader

import (
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"hashiya/app/bidi"
)

// Places within a line, in em of its text from the baseline, downwards.
const (
	baselineDrop = 0.16  // baseline below the middle of the line
	fillTop      = -0.98 // of highlights
	underline    = 0.43  // first lane
	lanePitch    = 0.21
	corner       = 0.16
)

type nrgba = color.NRGBA

func toNRGBA(c color.Color) nrgba {
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}

// painters are the glyph caches of the sizes on the screen.
type painters struct {
	scale float32
	byKey map[painterKey]*bidi.Painter
}

type painterKey struct {
	font *bidi.Font
	em   float32
}

func (p *painters) set(scale float32) {
	if p.scale != scale || len(p.byKey) > 8 { // a few zooms back and forth stay warm
		p.scale, p.byKey = scale, map[painterKey]*bidi.Painter{}
	}
}

func (p *painters) get(font *bidi.Font, em float32) *bidi.Painter {
	key := painterKey{font, em}
	if p.byKey[key] == nil {
		p.byKey[key] = bidi.NewPainter(font, float64(em*p.scale))
	}
	return p.byKey[key]
}

// picture returns the picture of a row, width x height device pixels.
func (r *Reader) picture(w *row, width, height int) *image.NRGBA {
	if w.picture == nil || w.picture.Rect.Dx() != width || w.picture.Rect.Dy() != height {
		w.picture, w.drawn = image.NewNRGBA(image.Rect(0, 0, width, height)), false
	}
	r.followScale()
	if !w.drawn {
		clear(w.picture.Pix)
		r.paint(w)
		w.drawn = true
		r.rows.painted++
	}
	return w.picture
}

// followScale lays out anew when the window came to a screen of another pixel density, of which Fyne tells a widget nothing. Not at once:
// a picture is asked for while the window is being drawn.
func (r *Reader) followScale() {
	if r.rescaling || r.pixelScale() == r.geometry.scale {
		return
	}
	r.rescaling = true
	fyne.Do(func() {
		r.rescaling = false
		r.relayout()
	})
}

// paint draws a row: fills from the largest mark to the smallest, hits, the selection, underlines, outlines, flash, letters.
func (r *Reader) paint(w *row) {
	p := r.newPen(w)
	if w.line < 0 {
		r.paints.get(r.regular, p.em).Draw(p.dst, r.sourceText(), -1-w.line, p.columnLeft, p.baseline, r.color(r.options.Colors.Secondary))
		return
	}
	r.rows.marks = r.marks.within(w.start, w.end, r.rows.marks[:0])
	marks := r.rows.marks
	slices.SortFunc(marks, func(a, b Mark) int { return compareSize(b, a) })
	lane := lanes(marks)
	for i, m := range marks {
		if fill := r.color(m.Style.Fill); fill.A > 0 {
			for _, s := range p.stretches(m.Start, m.End) {
				p.fill(s, lane[i], fill)
			}
		}
	}
	r.paintHits(&p, w)
	start, end := r.Selection()
	for _, s := range p.stretches(start, end) {
		p.selection(s, r.color(r.options.Colors.Selection))
	}
	for i, m := range marks {
		r.paintLines(&p, m, lane[i])
	}
	r.paintLetters(&p, w)
	if n := r.number(w.paragraph); n != "" && w.line == 0 {
		r.paintNumber(&p, n)
	}
}

// paintLetters draws the letters of a row, those of veiled passages blurred.
func (r *Reader) paintLetters(p *pen, w *row) {
	font, ink := r.regular, r.color(r.options.Colors.Ink)
	if r.article.isTitle(w.paragraph) {
		font = r.bold
	}
	if r.article.isDraft(w.paragraph) {
		ink = r.color(r.options.Colors.Secondary)
	}
	painter := r.paints.get(font, p.em)
	veiled := r.veiledIn(w)
	if len(veiled) == 0 {
		painter.Draw(p.dst, p.lines, w.line, p.columnLeft, p.baseline, ink)
		return
	}
	b := &r.veils.blur
	painter.Draw(b.letters(p.dst), p.lines, w.line, p.columnLeft, p.baseline, nrgba{A: 255})
	for _, s := range veiled {
		for _, piece := range p.stretches(s.Start, s.End) {
			margin := int(math.Ceil(veilMargin * p.size))
			b.smear(piece.from-margin, piece.to+margin, p.size)
		}
	}
	b.stain(p.dst, ink)
}

// paintLines draws what marks a mark beside its fill.
func (r *Reader) paintLines(p *pen, m Mark, lane int) {
	glow := r.flash.strength(m.ID)
	for _, s := range p.stretches(m.Start, m.End) {
		if line := r.color(m.Style.Line); line.A > 0 {
			p.pattern(m.Style.Pattern, s, lane, line)
		}
		if r.active[m.ID] {
			name := r.options.Colors.Outline
			if name == "" {
				name = m.Style.Line
			}
			p.outline(s, lane, r.color(name))
		}
		if glow > 0 {
			c := r.color(r.options.Colors.Accent)
			c.A = uint8(float32(c.A) * glow / 2)
			p.fill(s, lane, c)
		}
	}
}

// paintNumber draws a paragraph's number outside the column, on the baseline of its first line.
func (r *Reader) paintNumber(p *pen, digits string) {
	em := r.geometry.numberEm
	lines := bidi.NewParagraph(digits, r.regular, bidi.BaseLTR).Wrap(0)
	width := float32(lines.Width()) * em
	x := float64((r.geometry.numbersRight - width) * r.geometry.scale)
	r.paints.get(r.regular, em).Draw(p.dst, lines, 0, p.columnLeft+x-float64(r.geometry.left*r.geometry.scale), p.baseline,
		r.color(r.options.Colors.Faint))
}

// pen draws on the picture of one row. Lengths are device pixels.
type pen struct {
	dst        *image.NRGBA
	lines      *bidi.Lines
	line       int
	start      int     // document offset of the paragraph
	em         float32 // text size in units
	size       float64 // text size in pixels
	thin       int     // thickness of a thin line
	pitch      float64 // from the underline of one lane to the next
	columnLeft float64
	inkLeft    float64
	inkRight   float64
	baseline   float64
}

func (r *Reader) newPen(w *row) pen {
	g := &r.geometry
	em := r.rowEm(w)
	left, _ := r.inkBox(w)
	scale := float64(g.scale)
	p := pen{dst: w.picture, line: w.line, em: em, size: float64(em) * scale}
	weight := scale * float64(g.zoom)
	if r.options.Thick {
		weight *= 1.5
	}
	p.thin = max(1, int(math.Round(weight)))
	p.pitch = max(lanePitch*p.size, float64(3*p.thin))
	p.columnLeft = float64(g.left-left) * scale
	p.baseline = math.Round(float64(g.snap(bleedAbove*em)+w.height/2)*scale + baselineDrop*p.size)
	if w.line >= 0 {
		p.start = r.article.start(w.paragraph)
		p.lines = r.lines(w.paragraph)
		p.inkRight = float64(g.right-left) * scale
		p.inkLeft = p.inkRight - p.lines.InkWidth(w.line)*p.size
	}
	return p
}

// stretch is a piece of a range on the line, left to right.
type stretch struct{ from, to int }

// stretches returns where a range of the document stands on the line, without the white space that hangs at its end.
func (p *pen) stretches(start, end int) []stretch {
	var out []stretch
	for _, s := range p.lines.Rects(p.line, start-p.start, end-p.start) {
		from := int(math.Round(max(p.columnLeft+s.From*p.size, p.inkLeft)))
		to := int(math.Round(min(p.columnLeft+s.To*p.size, p.inkRight)))
		if to > from {
			out = append(out, stretch{from, to})
		}
	}
	return out
}

// box returns the highlight of a stretch down to the underline of its lane. Outer marks are taller at both ends, so that nesting shows.
func (p *pen) box(s stretch, lane int) image.Rectangle {
	top := int(math.Round(p.baseline+fillTop*p.size)) - lane*p.thin
	return image.Rect(s.from, top, s.to, p.laneTop(lane)+2*p.thin)
}

func (p *pen) laneTop(lane int) int {
	return int(math.Round(p.baseline + underline*p.size + float64(lane)*p.pitch))
}

func (p *pen) fill(s stretch, lane int, c nrgba) {
	fillRounded(p.dst, p.box(s, lane), corner*p.size, c)
}

func (p *pen) selection(s stretch, c nrgba) {
	fillRounded(p.dst, p.box(s, 0), 0, c)
}

func (p *pen) outline(s stretch, lane int, c nrgba) {
	thick := 2 * p.thin
	strokeRounded(p.dst, p.box(s, lane).Inset(-thick-p.thin), (corner+0.12)*p.size, thick, c)
}
