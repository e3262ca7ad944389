package reader

import (
	"slices"

	"hashiya/app/bidi"
)

const (
	// longParagraph is from how many code points on the directions of a paragraph are worked out in the background; it takes some 20 ms.
	longParagraph = 250_000
	// preparedAtOnce is how many paragraphs of that length the document keeps the directions of.
	preparedAtOnce = 4
	// keptDrafts is how many parts are kept, more than a screen shows.
	keptDrafts = 64
)

// drafts stand for the parts of a paragraph of megabytes until the directions of the whole are known: each part is shaped for itself. The
// words and their lines are all but right then; only what depends on text far away, such as an embedding that begins there, is not.
type drafts struct {
	long  map[int]prepared // by the first part of a long paragraph
	ready []int            // those that are prepared, the oldest first
	parts map[int]*draft
}

// prepared is how far a long paragraph is.
type prepared uint8

const (
	unasked prepared = iota
	asked
	ready
)

type draft struct {
	paragraph *bidi.Paragraph
	lines     *bidi.Lines
	width     float64
}

// measure takes note of a paragraph that has at least so many code points.
func (d *drafts) measure(first, length int) {
	if length < longParagraph {
		return
	}
	if d.long == nil {
		d.long = map[int]prepared{}
	}
	d.long[first] = unasked
}

// finish makes a paragraph ready. The one that was ready first is not kept any longer than the document keeps it.
func (d *drafts) finish(first int) {
	d.long[first] = ready
	if d.ready = append(d.ready, first); len(d.ready) > preparedAtOnce {
		d.long[d.ready[0]] = unasked
		d.ready = slices.Delete(d.ready, 0, 1)
	}
	clear(d.parts)
}

// isLong tells whether paragraph i is part of a long one.
func (a *article) isLong(i int) bool {
	if len(a.drafts.long) == 0 {
		return false
	}
	_, ok := a.drafts.long[a.first[i]]
	return ok
}

// isDraft tells whether paragraph i is shown as a draft.
func (a *article) isDraft(i int) bool { return a.isLong(i) && a.drafts.long[a.first[i]] != ready }

// draft returns paragraph i shaped for itself.
func (a *article) draft(i int) *draft {
	if d := a.drafts.parts[i]; d != nil {
		return d
	}
	if len(a.drafts.parts) >= keptDrafts || a.drafts.parts == nil {
		a.drafts.parts = map[int]*draft{}
	}
	d := &draft{paragraph: bidi.NewParagraph(a.doc.Slice(a.doc.Span(i)), a.regular, bidi.BaseRTL)}
	a.drafts.parts[i] = d
	return d
}

func (d *draft) wrap(width float64) *bidi.Lines {
	if d.lines == nil || d.width != width {
		d.lines, d.width = d.paragraph.Wrap(width), width
	}
	return d.lines
}

// prepare works out the directions of a long paragraph in the background, once it is asked for, and draws it anew. What comes of it after
// the article was changed is dropped.
func (r *Reader) prepare(i int) {
	a := r.article
	if !a.isDraft(i) || a.drafts.long[a.first[i]] == asked {
		return
	}
	a.drafts.long[a.first[i]] = asked
	go func() {
		a.doc.Paragraph(i)
		r.post(func() {
			if r.article == a {
				a.drafts.finish(a.first[i])
				r.relayout()
			}
		})
	}()
}
