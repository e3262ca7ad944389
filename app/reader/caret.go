package reader

import (
	"fyne.io/fyne/v2"

	"hashiya/app/bidi"
)

const (
	caretWidth  = 1.5 // units, at least
	caretHeight = 1.4 // em
)

// caret is a place between two letters of the text. At the edge of a visual run and at a line that wraps, one offset has two places on the
// screen: before attaches the caret to the letter before it.
type caret struct {
	offset int
	before bool
}

// caretAt returns the caret attached to the letter at an offset of a paragraph.
func caretAt(offset int) bidi.Caret { return bidi.Caret{Offset: offset} }

// locate returns the paragraph of a caret and its place in it.
func (r *Reader) locate(c caret) (paragraph int, at bidi.Caret) {
	paragraph = r.article.doc.At(c.offset)
	return paragraph, bidi.Caret{Offset: c.offset - r.article.start(paragraph), Before: c.before}
}

// within returns the caret of the document for a place in a paragraph.
func (r *Reader) within(paragraph int, at bidi.Caret) caret {
	return caret{offset: r.article.start(paragraph) + at.Offset, before: at.Before}
}

// Selection returns the selected range; start == end, the caret, when nothing is selected.
func (r *Reader) Selection() (start, end int) {
	return min(r.caret.offset, r.other), max(r.caret.offset, r.other)
}

// SelectedText returns the selected part of the text in its stored (logical) order.
func (r *Reader) SelectedText() string {
	return r.article.doc.Slice(r.Selection())
}

// Select selects a range, cut to the text, with the caret at its end. It does not scroll.
func (r *Reader) Select(start, end int) {
	n := r.article.doc.Len()
	start = min(max(start, 0), n)
	end = min(max(end, 0), n)
	r.goalSet = false
	r.setSelection(start, caret{offset: end, before: end > start})
}

// Selecting tells whether a drag of the mouse goes on.
func (r *Reader) Selecting() bool { return r.drag.on }

// setSelection selects from other to the caret and draws the lines that change.
func (r *Reader) setSelection(other int, c caret) {
	oldStart, oldEnd := r.Selection()
	r.other, r.caret = other, c
	start, end := r.Selection()
	switch {
	case start == oldStart:
		r.rows.touch(min(end, oldEnd), max(end, oldEnd))
	case end == oldEnd:
		r.rows.touch(min(start, oldStart), max(start, oldStart))
	default:
		r.rows.touch(oldStart, oldEnd)
		r.rows.touch(start, end)
	}
	r.placeCaret()
	r.placeLight()
}

// userSelects is setSelection for what the user did: it tells the owner.
func (r *Reader) userSelects(other int, c caret) {
	oldStart, oldEnd := r.Selection()
	wasEmpty := oldStart == oldEnd
	old := r.caret
	r.setSelection(other, c)
	start, end := r.Selection()
	if (start != oldStart || end != oldEnd) && !(wasEmpty && start == end) && r.OnSelect != nil {
		r.OnSelect(start, end)
	}
	if old.offset != c.offset && r.OnCaret != nil {
		r.OnCaret(c.offset)
	}
}

// moveCaret moves the caret by key: with extend the selection grows or shrinks, without it is given up.
func (r *Reader) moveCaret(c caret, extend bool) {
	other := c.offset
	if extend {
		other = r.other
	}
	moved := c.offset != r.caret.offset
	r.userSelects(other, c)
	if moved {
		r.unveilCaret()
	}
	r.reveal()
}

// placeCaret shows the caret where it stands, with an arm to the side its letters run to.
func (r *Reader) placeCaret() {
	if r.geometry.em == 0 || !r.focused {
		r.caretLine.Hide()
		r.caretArrow.Hide()
		return
	}
	g := &r.geometry
	i, at := r.locate(r.caret)
	top, height := r.lineBox(r.caret)
	if top < -height || top > g.height {
		r.caretLine.Hide()
		r.caretArrow.Hide()
		return
	}
	em := r.emOf(i)
	size := fyne.NewSize(g.snap(max(caretWidth, em/12)), g.snap(min(caretHeight*em, height)))
	x := g.snap(r.caretX(i, at) - size.Width/2)
	y := g.snap(top + (height-size.Height)/2)
	arm := fyne.NewSize(g.snap(size.Width*2), size.Width)
	armX := x + size.Width
	if r.lines(i).RightToLeftAt(at) {
		armX = x - arm.Width
	}
	accent := r.color(r.options.Colors.Accent)
	r.caretLine.FillColor, r.caretArrow.FillColor = accent, accent
	r.caretLine.Move(fyne.NewPos(x, y))
	r.caretLine.Resize(size)
	r.caretArrow.Move(fyne.NewPos(armX, y))
	r.caretArrow.Resize(arm)
	r.caretLine.Show()
	r.caretArrow.Show()
	r.caretLine.Refresh()
	r.caretArrow.Refresh()
}

// caretX returns where a caret stands, relative to the widget; never beside white space that hangs out of the column.
func (r *Reader) caretX(paragraph int, at bidi.Caret) float32 {
	x := r.geometry.left + float32(r.lines(paragraph).X(at))*r.emOf(paragraph)
	return min(max(x, r.geometry.left), r.geometry.right)
}

// OffsetAt returns the place between two letters that is nearest to a position relative to the widget.
func (r *Reader) OffsetAt(pos fyne.Position) int { return r.caretAtPosition(pos).offset }

func (r *Reader) caretAtPosition(pos fyne.Position) caret {
	w := r.rows.at(pos.Y)
	if w == nil {
		return r.caret
	}
	x := float64((pos.X - r.geometry.left) / r.emOf(w.paragraph))
	return r.within(w.paragraph, r.lines(w.paragraph).Hit(w.line, x))
}

// letterAt returns the letter (grapheme) at a position or the nearest one of its line; on is false when the position is beside it.
func (r *Reader) letterAt(pos fyne.Position) (start int, on bool) {
	w := r.rows.at(pos.Y)
	if w == nil {
		return 0, false
	}
	x := float64((pos.X - r.geometry.left) / r.emOf(w.paragraph))
	lines := r.lines(w.paragraph)
	from, to := lines.Grapheme(w.line, x)
	for _, s := range lines.Rects(w.line, from, to) {
		on = on || s.From <= x && x <= s.To
	}
	on = on && pos.Y >= w.top && pos.Y < w.top+w.height
	return r.article.start(w.paragraph) + from, on
}

// CaretPosition returns where the caret before the letter at offset stands, at the middle of its line, relative to the widget. A drag from
// the place of start to that of end selects start..end.
func (r *Reader) CaretPosition(offset int) fyne.Position {
	c := caret{offset: min(max(offset, 0), r.article.doc.Len())}
	i, at := r.locate(c)
	top, height := r.lineBox(c)
	return fyne.NewPos(r.caretX(i, at), top+height/2)
}

// PositionOf returns the middle of the letter at offset, relative to the widget; it may lie outside what is in view, then its height is a
// guess.
func (r *Reader) PositionOf(offset int) fyne.Position {
	offset = min(max(offset, 0), r.article.doc.Len())
	c := caret{offset: offset}
	i, at := r.locate(c)
	lines, em := r.lines(i), r.emOf(i)
	top, height := r.lineBox(c)
	x := float32(lines.X(at))
	line := lines.Line(at)
	next := r.article.paragraph(i).NextGrapheme(at.Offset)
	if rects := lines.Rects(line, at.Offset, next); len(rects) > 0 {
		x = float32(rects[0].From+rects[0].To) / 2
	}
	return fyne.NewPos(r.geometry.left+x*em, top+height/2)
}

// Bounds returns the box around the part of a range that is in view, in whole lines, relative to the widget; a zero size when none is. It
// tells where to put what belongs to a selection or mark.
func (r *Reader) Bounds(start, end int) (fyne.Position, fyne.Size) {
	var at, to fyne.Position
	for _, w := range r.rows.shown {
		if w.line < 0 {
			continue
		}
		first := r.article.start(w.paragraph)
		em := r.emOf(w.paragraph)
		for _, s := range r.lines(w.paragraph).Rects(w.line, start-first, end-first) {
			left := max(r.geometry.left+float32(s.From)*em, r.geometry.left)
			right := r.geometry.left + float32(s.To)*em
			if to == (fyne.Position{}) {
				at, to = fyne.NewPos(left, w.top), fyne.NewPos(right, w.top+w.height)
			}
			at = fyne.NewPos(min(at.X, left), min(at.Y, w.top))
			to = fyne.NewPos(max(to.X, right), max(to.Y, w.top+w.height))
		}
	}
	return at, fyne.NewSize(to.X-at.X, to.Y-at.Y)
}
