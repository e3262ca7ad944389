package reader

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// How far the picture of a line reaches over the line's box, in em: marks above letters, stacked underlines.
const (
	bleedAbove = 0.2
	bleedBelow = 0.5
	bleedThick = 0.8 // below, with thick lines
)

// row is a visible line and its picture.
type row struct {
	raster     *canvas.Raster
	paragraph  int
	line       int     // of the paragraph; below 0 the source line: -1 its first line, -2 its second
	start, end int     // code points of the text
	top        float32 // of the line's box, relative to the widget
	height     float32
	picture    *image.NRGBA
	drawn      bool // the picture is up to date
}

// rows are the lines in view from top to bottom. Pictures that leave the view are used again for lines that enter it.
type rows struct {
	r       *Reader
	shown   []*row
	free    []*row
	before  []*row // of the last arrangement
	marks   []Mark // scratch: those of the line being drawn
	painted int    // pictures drawn so far, for tests
}

func (s *rows) init(r *Reader) { s.r = r }

// arrange moves the lines in view to their places.
func (r *Reader) arrange() {
	if r.geometry.em == 0 {
		return
	}
	r.measuring.touch()
	r.takeHeights()
	s := &r.rows
	s.before, s.shown = s.shown, s.before[:0]
	y := -r.view.into
	for i := r.view.paragraph; i < len(r.article.blank) && y < r.geometry.height; i++ {
		b := r.exact(i)
		if b.source > 0 {
			for k := range r.sourceLines() {
				s.show(i, -1-k, y+b.source+float32(k)*r.geometry.sourceLine, r.geometry.sourceLine)
			}
		}
		first := max(0, int((-y-b.before)/b.line)-1)
		for line := first; line < b.lines; line++ {
			top := y + b.before + float32(line)*b.line
			if top >= r.geometry.height {
				break
			}
			s.show(i, line, top, b.line)
		}
		y += b.height()
	}
	for _, old := range s.before {
		if old != nil {
			old.raster.Hide()
			s.free = append(s.free, old)
		}
	}
	clear(s.before)
	s.stack()
	r.placeCaret()
	r.placeLight()
	r.bar.place()
	if r.OnMove != nil {
		r.OnMove()
	}
}

// stack orders the pictures: a line over the one below it, so that deeply stacked underlines stay visible; the sheets of the focus
// mode over them, the caret on top.
func (s *rows) stack() {
	r := s.r
	objects := r.layer.Objects[:0]
	for i := len(s.shown) - 1; i >= 0; i-- {
		objects = append(objects, s.shown[i].raster)
	}
	r.layer.Objects = append(objects, r.light.above, r.light.below, r.caretLine, r.caretArrow)
	r.paper.Refresh() // a picture that is new to the canvas cannot ask for a repaint itself
}

// show puts a line at a place, with the picture it has already if it was in view before.
func (s *rows) show(paragraph, line int, top, height float32) {
	for i, old := range s.before {
		if old != nil && old.paragraph == paragraph && old.line == line && old.height == height {
			s.before[i] = nil
			s.place(old, top)
			return
		}
	}
	w := s.take()
	w.paragraph, w.line, w.height, w.start, w.end = paragraph, line, height, 0, 0
	if line >= 0 {
		start := s.r.article.start(paragraph)
		from, to := s.r.lines(paragraph).Span(line)
		w.start, w.end = start+from, start+to
	}
	s.place(w, top)
	s.redraw(w)
}

// take returns a row that is not in use.
func (s *rows) take() *row {
	if n := len(s.free); n > 0 {
		w := s.free[n-1]
		s.free = s.free[:n-1]
		w.raster.Show()
		return w
	}
	w := &row{}
	w.raster = canvas.NewRaster(func(width, height int) image.Image { return s.r.picture(w, width, height) })
	w.raster.ScaleMode = canvas.ImageScalePixels
	return w
}

// place moves a row and its picture; the picture spans the ink only, as transparent pixels cost time too.
func (s *rows) place(w *row, top float32) {
	w.top = top
	left, right := s.r.inkBox(w)
	g, em := &s.r.geometry, s.r.rowEm(w)
	above, below := g.snap(bleedAbove*em), g.snap(bleedBelow*em)
	if s.r.options.Thick {
		below = g.snap(bleedThick * em)
	}
	w.raster.Move(fyne.NewPos(left, top-above))
	w.raster.Resize(fyne.NewSize(right-left, w.height+above+below))
	s.shown = append(s.shown, w)
}

func (s *rows) redraw(w *row) {
	w.drawn = false
	w.raster.Refresh()
}

// touch draws the visible lines that share a code point with start..end again.
func (s *rows) touch(start, end int) {
	for _, w := range s.shown {
		if start < end && w.line >= 0 && w.start < end && start < w.end {
			s.redraw(w)
		}
	}
}

// clear forgets which lines are in view; their pictures are free for others.
func (s *rows) clear() {
	for _, w := range s.shown {
		w.raster.Hide()
	}
	s.free, s.shown = append(s.free, s.shown...), s.shown[:0]
}

// touchAll draws every line again.
func (s *rows) touchAll() {
	for _, w := range s.shown {
		s.redraw(w)
	}
}

// at returns the line of text at height y, or the nearest one; nil when no line is in view.
func (s *rows) at(y float32) *row {
	var best *row
	nearest := float32(0)
	for _, w := range s.shown {
		if w.line < 0 {
			continue
		}
		away := max(w.top-y, y-w.top-w.height, 0)
		if best == nil || away < nearest {
			best, nearest = w, away
		}
	}
	return best
}

// rowEm returns the text size of a row.
func (r *Reader) rowEm(w *row) float32 {
	if w.line < 0 {
		return sourceSize * r.geometry.zoom
	}
	return r.emOf(w.paragraph)
}

// inkBox returns the horizontal bounds of a row's picture.
func (r *Reader) inkBox(w *row) (left, right float32) {
	g := &r.geometry
	lines, line, em := r.sourceText(), -1-w.line, r.rowEm(w)
	if w.line >= 0 {
		lines, line = r.lines(w.paragraph), w.line
	}
	gap := g.snap(pictureGap * g.zoom)
	left = max(g.snap(g.right-float32(lines.InkWidth(line))*em)-2*gap, g.left-gap)
	right = g.right + gap
	if w.line == 0 && r.article.numbers[w.paragraph] > 0 {
		right = g.snap(g.numbersRight + gap)
	}
	return left, right
}
