package ui

import (
	"slices"
	"sort"

	"hashiya/app/bidi"
)

// textBlock is one paragraph of an edited text. The layout is of what is shown,
// where a character without a picture of its own stands as several; offsets are
// translated at this border and nowhere else.
type textBlock struct {
	n     int // code points, without the line end
	end   int // code points of the line end: 0, 1, or 2 for CR LF
	para  *bidi.Paragraph
	lines *bidi.Lines
	codes []shownCode // ascending
}

// shownCode is a character shown by its code.
type shownCode struct {
	at     int    // its offset in the paragraph as stored
	shown  int    // where its place begins in the paragraph as shown
	length int    // of its place, in code points
	code   string // what is written there
}

func newTextBlock(text []rune, end int, t *textLines) *textBlock {
	b := &textBlock{n: len(text), end: end}
	shown := b.show(text)
	b.para = bidi.NewParagraph(string(shown), EngineFont(t.weight), t.base)
	b.lines = b.para.Wrap(t.width)
	return b
}

// edit returns the paragraph after removed code points at start were replaced by
// inserted ones; text is all of it.
func (b *textBlock) edit(text []rune, start, removed, inserted int, width float64) *textBlock {
	next, part := &textBlock{n: len(text), end: b.end}, &textBlock{}
	next.show(text)
	insert := part.show(text[start : start+inserted])
	next.para = b.para.Edit(b.shown(start), b.shown(start+removed), string(insert))
	next.lines = next.para.Wrap(width)
	return next
}

// show returns what is laid out for a text, and notes the codes in it.
func (b *textBlock) show(text []rune) []rune {
	first := slices.IndexFunc(text, shownByCode)
	if first < 0 {
		return text
	}
	shown := slices.Clone(text[:first])
	for i, r := range text[first:] {
		if !shownByCode(r) {
			shown = append(shown, r)
			continue
		}
		code := codeOf(r)
		place := codePlace(code)
		b.codes = append(b.codes, shownCode{first + i, len(shown), len(place), code})
		shown = append(shown, place...)
	}
	return shown
}

// shown returns where a stored offset stands in what is shown, clamped to the
// paragraph.
func (b *textBlock) shown(offset int) int {
	offset = min(max(offset, 0), b.n)
	i := sort.Search(len(b.codes), func(i int) bool { return b.codes[i].at >= offset })
	if i == 0 {
		return offset
	}
	c := b.codes[i-1]
	return c.shown + c.length + offset - c.at - 1
}

// stored is the inverse of shown; inside the place of a code it is the end.
func (b *textBlock) stored(shown int) int {
	i := sort.Search(len(b.codes), func(i int) bool { return b.codes[i].shown >= shown })
	if i == 0 {
		return shown
	}
	c := b.codes[i-1]
	return c.at + 1 + max(shown-c.shown-c.length, 0)
}

// within tells whether a place in what is shown is inside that of a code, where
// no caret stands.
func (b *textBlock) within(shown int) bool {
	i := sort.Search(len(b.codes), func(i int) bool { return b.codes[i].shown >= shown })
	return i > 0 && shown < b.codes[i-1].shown+b.codes[i-1].length
}

// codesIn returns the codes from start to end of what is shown.
func (b *textBlock) codesIn(start, end int) []shownCode {
	first := sort.Search(len(b.codes), func(i int) bool { return b.codes[i].shown >= start })
	last := sort.Search(len(b.codes), func(i int) bool { return b.codes[i].shown >= end })
	return b.codes[first:last]
}
