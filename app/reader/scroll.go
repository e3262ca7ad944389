package reader

import (
	"math"

	"fyne.io/fyne/v2"
)

// anchor is the scroll state: what stands at the top edge of the view. One number of pixels for the whole text would move whenever the
// guessed height of a paragraph above turned out wrong.
type anchor struct {
	paragraph int
	into      float32 // from the top of the paragraph's block to the top edge, 0 or more
	// The line at the top edge when the view was last scrolled, for a new width: a code point in the paragraph, and how far into its line
	// at zoom 1.
	offset   int
	intoLine float32
}

// setView scrolls to a place and remembers the line there.
func (r *Reader) setView(paragraph int, into float32) {
	v := anchor{paragraph: paragraph, into: into}
	b := r.exact(paragraph)
	line := min(max(int((into-b.before)/b.line), 0), b.lines-1)
	v.offset, _ = r.lines(paragraph).Span(line)
	v.intoLine = (into - b.before - float32(line)*b.line) / r.zoom
	r.view = v
}

// restore finds the remembered line again after the text was wrapped anew.
func (r *Reader) restore() {
	b := r.exact(r.view.paragraph)
	if r.view.paragraph > 0 || r.view.into > 0 {
		line := r.lines(r.view.paragraph).Line(caretAt(r.view.offset))
		r.view.into = max(0, r.geometry.snap(b.before+float32(line)*b.line+r.view.intoLine*r.zoom))
	}
	paragraph, into := r.settle(r.view.paragraph, r.view.into)
	r.view.paragraph, r.view.into = paragraph, into
}

// settle moves a place that may lie outside its paragraph into the right one, and into the text: neither before its start nor so far
// down that the view is not filled.
func (r *Reader) settle(paragraph int, into float32) (int, float32) {
	for into < 0 && paragraph > 0 {
		paragraph--
		b := r.exact(paragraph)
		into += b.height()
	}
	for paragraph < len(r.article.blank)-1 {
		b := r.exact(paragraph)
		if into < b.height() {
			break
		}
		into -= b.height()
		paragraph++
	}
	lastParagraph, lastInto := r.bottom()
	if paragraph > lastParagraph || paragraph == lastParagraph && into > lastInto {
		return lastParagraph, lastInto
	}
	return paragraph, max(0, into)
}

// bottom returns the lowest place to scroll to.
func (r *Reader) bottom() (paragraph int, into float32) {
	left := r.geometry.height
	for i := len(r.article.blank) - 1; i >= 0; i-- {
		b := r.exact(i)
		if left <= b.height() {
			return i, r.geometry.snap(b.height() - left)
		}
		left -= b.height()
	}
	return 0, 0
}

// scrollBy moves the text up by dy, or down by a negative one.
func (r *Reader) scrollBy(dy float32) {
	if r.geometry.em == 0 {
		return
	}
	paragraph, into := r.settle(r.view.paragraph, r.geometry.snap(r.view.into+dy))
	if paragraph == r.view.paragraph && into == r.view.into {
		return
	}
	r.setView(paragraph, into)
	r.arrange()
}

// Scrolled implements fyne.Scrollable.
func (r *Reader) Scrolled(e *fyne.ScrollEvent) { r.scrollBy(-e.Scrolled.DY) }

// position returns where the view is, for the scroll bar: heights in pixels, partly guessed.
func (r *Reader) position() (top, total float64) {
	return r.heights.before(r.view.paragraph) + float64(r.view.into), r.heights.total()
}

// scrollToHeight moves the top of the view to y, as the scroll bar counts it.
func (r *Reader) scrollToHeight(y float64) {
	paragraph, into := r.heights.find(max(0, y))
	b := r.exact(paragraph)
	paragraph, into = r.settle(paragraph, r.geometry.snap(min(into, b.height())))
	r.setView(paragraph, into)
	r.arrange()
}

// ScrollTo brings a range into view, a third of the way down when it fits so. Nothing moves when all of it is visible already.
func (r *Reader) ScrollTo(start, end int) {
	if r.geometry.em == 0 {
		r.pending = &[2]int{start, end}
		return
	}
	n := r.article.doc.Len()
	start = min(max(start, 0), n)
	end = min(max(end, start), n)
	margin := r.geometry.line / 4
	top, height := r.lineBox(caret{offset: start})
	lastTop, lastHeight := r.lineBox(caret{offset: end, before: end > start})
	bottom := lastTop + lastHeight
	if top >= margin && bottom <= r.geometry.height-margin {
		return
	}
	down := (r.geometry.height - height) / 3
	if float64(bottom-top) > float64(r.geometry.height-down-margin) {
		down = max(margin, min(down, r.geometry.height-margin-(bottom-top)))
	}
	paragraph := r.article.doc.At(start)
	inside := r.inside(caret{offset: start})
	r.setView(r.settle(paragraph, r.geometry.snap(inside-down)))
	r.arrange()
}

// reveal scrolls as little as needed to show the caret.
func (r *Reader) reveal() {
	if r.geometry.em == 0 {
		return
	}
	margin := r.geometry.line / 4
	top, height := r.lineBox(r.caret)
	if top < margin {
		r.jumpBy(top - margin)
	} else if over := top + height + margin - r.geometry.height; over > 0 {
		r.jumpBy(over)
	}
}

// jumpBy is scrollBy for a distance that may be far: over many paragraphs only the one arrived at is wrapped.
func (r *Reader) jumpBy(dy float32) {
	if math.Abs(float64(dy)) < float64(4*r.geometry.height) {
		r.scrollBy(dy)
		return
	}
	i := r.article.doc.At(r.caret.offset)
	r.setView(r.settle(i, r.geometry.snap(r.inside(r.caret)-r.geometry.height/3)))
	r.arrange()
}

// inside returns how far below the top of its paragraph's block the line of a caret begins.
func (r *Reader) inside(c caret) float32 {
	i, at := r.locate(c)
	b := r.exact(i)
	return b.before + float32(r.lines(i).Line(at))*b.line
}

// lineBox returns the top of the line of a caret relative to the widget, and the line's height. Far from the view the top is a guess.
func (r *Reader) lineBox(c caret) (top, height float32) {
	i, _ := r.locate(c)
	inside := r.inside(c)
	top = r.topOf(i) + inside
	b := r.exact(i)
	return top, b.line
}

// topOf returns the top of paragraph i relative to the widget.
func (r *Reader) topOf(i int) float32 {
	return float32(r.heights.before(i)-r.heights.before(r.view.paragraph)) - r.view.into
}
