package ui

import (
	"math"
	"sort"

	"hashiya/app/bidi"
)

// textLines is an edited text, shaped and wrapped. Every paragraph is shaped by
// itself, so that a key costs what its paragraph costs and not what the whole
// text does. Offsets are code points of the stored text and lines are counted
// through all paragraphs; lengths are in em, as in package bidi.
//
// All paragraphs have the same base direction.
type textLines struct {
	single bool // line ends do not end lines, and are shown by their codes
	weight Weight
	base   bidi.Base
	width  float64 // of the wrap box; 0 does not wrap
	box    float64 // as wide as the widest paragraph when width is 0

	blocks []*textBlock
	starts []int // first code point of each paragraph
	firsts []int // first line of each paragraph
	count  int   // lines
}

// set shapes a text anew.
func (t *textLines) set(text []rune, base bidi.Base) {
	t.base = base
	t.blocks = t.shape(text)
	t.number()
}

// edited follows a change of the text: at start, removed code points were
// replaced by inserted ones. text is the text after it.
func (t *textLines) edited(text []rune, start, removed, inserted int) {
	first, last := t.at(start), t.at(start+removed)
	from := t.starts[first]
	to := t.starts[last] + t.blocks[last].n + t.blocks[last].end + inserted - removed
	if n, ok := t.inside(first, text[from:to], start-from, removed, inserted); ok && first == last {
		t.blocks[first] = t.blocks[first].edit(text[from:from+n], start-from, removed, inserted, t.width)
	} else {
		pieces := t.shape(text[from:to])
		if last < len(t.blocks)-1 {
			pieces = pieces[:len(pieces)-1] // the empty one behind the last line end is the next one there is
		}
		t.blocks = append(t.blocks[:first:first], append(pieces, t.blocks[last+1:]...)...)
	}
	t.number()
}

// inside tells whether a change left a paragraph with the line end it had, and
// returns the new length of its words; text is all of it.
func (t *textLines) inside(block int, text []rune, start, removed, inserted int) (n int, ok bool) {
	n, end := t.paragraph(text)
	old := t.blocks[block]
	return n, n+end == len(text) && end == old.end && start+removed <= old.n && start+inserted <= n
}

// shape cuts a text into paragraphs; the last one has no line end.
func (t *textLines) shape(text []rune) []*textBlock {
	var blocks []*textBlock
	for {
		n, end := t.paragraph(text)
		blocks = append(blocks, newTextBlock(text[:n], end, t))
		text = text[n+end:]
		if end == 0 {
			return blocks
		}
	}
}

// paragraph measures the first paragraph of a text and the line end after it.
func (t *textLines) paragraph(text []rune) (n, end int) {
	if t.single {
		return len(text), 0
	}
	for i, r := range text {
		if r == '\n' {
			if i > 0 && text[i-1] == '\r' {
				return i - 1, 2
			}
			return i, 1
		}
	}
	return len(text), 0
}

// number counts code points and lines after the paragraphs have changed.
func (t *textLines) number() {
	t.starts, t.firsts = t.starts[:0], t.firsts[:0]
	at, line := 0, 0
	t.box = 0
	for _, b := range t.blocks {
		t.starts, t.firsts = append(t.starts, at), append(t.firsts, line)
		at += b.n + b.end
		line += b.lines.Count()
		t.box = max(t.box, b.lines.Width())
	}
	t.count = line
}

// wrap wraps to a width in em.
func (t *textLines) wrap(width float64) {
	if t.width == width {
		return
	}
	t.width = width
	for _, b := range t.blocks {
		b.lines = b.para.Wrap(width)
	}
	t.number()
}

// at returns the paragraph that an offset is in; a line end belongs to the
// paragraph before it.
func (t *textLines) at(offset int) int {
	return max(sort.SearchInts(t.starts, offset+1)-1, 0)
}

// line returns the paragraph of a line and the line's number in it.
func (t *textLines) line(line int) (block, local int) {
	block = max(sort.SearchInts(t.firsts, line+1)-1, 0)
	return block, line - t.firsts[block]
}

// in returns a caret as its paragraph knows it.
func (t *textLines) in(c bidi.Caret) (block int, local bidi.Caret) {
	block = t.at(c.Offset)
	return block, bidi.Caret{Offset: t.blocks[block].shown(c.Offset - t.starts[block]), Before: c.Before}
}

// out returns a paragraph's caret as the text knows it.
func (t *textLines) out(block int, local bidi.Caret) bidi.Caret {
	return bidi.Caret{Offset: t.starts[block] + t.blocks[block].stored(local.Offset), Before: local.Before}
}

// RTL tells whether the base direction is right to left.
func (t *textLines) RTL() bool { return t.blocks[0].para.RTL() }

// Count returns the number of lines, at least 1.
func (t *textLines) Count() int { return t.count }

// Width returns the width of the wrap box.
func (t *textLines) Width() float64 { return t.box }

// Line returns the line a caret stands on.
func (t *textLines) Line(c bidi.Caret) int {
	block, local := t.in(c)
	return t.firsts[block] + t.blocks[block].lines.Line(local)
}

// X returns where a caret stands.
func (t *textLines) X(c bidi.Caret) float64 {
	block, local := t.in(c)
	return t.blocks[block].lines.X(local)
}

// RightToLeftAt returns the direction of the character a caret is attached to.
func (t *textLines) RightToLeftAt(c bidi.Caret) bool {
	block, local := t.in(c)
	return t.blocks[block].lines.RightToLeftAt(local)
}

// Hit returns the place between characters that is nearest to x on a line.
func (t *textLines) Hit(line int, x float64) bidi.Caret {
	block, local := t.line(line)
	return t.out(block, t.blocks[block].lines.Hit(local, x))
}

// Left moves a caret one character to the left on the screen; false at the
// left end of the text.
func (t *textLines) Left(c bidi.Caret) (bidi.Caret, bool) { return t.move(c, false) }

// Right is Left to the other side.
func (t *textLines) Right(c bidi.Caret) (bidi.Caret, bool) { return t.move(c, true) }

func (t *textLines) move(c bidi.Caret, right bool) (bidi.Caret, bool) {
	block, local := t.in(c)
	lines := t.blocks[block].lines
	step, far := lines.Left, math.MaxFloat32
	if right {
		step, far = lines.Right, -math.MaxFloat32
	}
	next, ok := step(local)
	for ok && t.blocks[block].within(next.Offset) {
		next, ok = step(next)
	}
	if ok {
		return t.out(block, next), true
	}
	line := t.Line(c) - 1
	if right != t.RTL() {
		line += 2
	}
	if line < 0 || line >= t.count {
		return c, false
	}
	return t.Hit(line, far), true // the opposite edge of the neighbouring line
}

// Home returns the caret at the logical start of a line.
func (t *textLines) Home(line int) bidi.Caret {
	block, local := t.line(line)
	return t.out(block, t.blocks[block].lines.Home(local))
}

// End returns the caret at the logical end of a line.
func (t *textLines) End(line int) bidi.Caret {
	block, local := t.line(line)
	return t.out(block, t.blocks[block].lines.End(local))
}

// Rects returns where the code points from start to end stand on a line.
func (t *textLines) Rects(line, start, end int) []bidi.Range {
	i, local := t.line(line)
	b, from := t.blocks[i], t.starts[i]
	return b.lines.Rects(local, b.shown(start-from), b.shown(end-from))
}

// PrevGrapheme returns the start of the character before an offset.
func (t *textLines) PrevGrapheme(offset int) int {
	i := t.at(offset)
	if offset == t.starts[i] && i > 0 {
		return t.starts[i-1] + t.blocks[i-1].n // the line end is one character
	}
	return t.within(i, offset, (*bidi.Paragraph).PrevGrapheme)
}

// NextGrapheme returns the end of the character after an offset.
func (t *textLines) NextGrapheme(offset int) int {
	i := t.at(offset)
	if offset >= t.starts[i]+t.blocks[i].n && i+1 < len(t.blocks) {
		return t.starts[i+1]
	}
	return t.within(i, offset, (*bidi.Paragraph).NextGrapheme)
}

// PrevWord returns the start of the word before an offset.
func (t *textLines) PrevWord(offset int) int {
	i := t.at(offset)
	if offset == t.starts[i] && i > 0 {
		i--
		offset = t.starts[i] + t.blocks[i].n
	}
	return t.within(i, offset, (*bidi.Paragraph).PrevWord)
}

// NextWord returns the end of the word after an offset.
func (t *textLines) NextWord(offset int) int {
	i := t.at(offset)
	if offset >= t.starts[i]+t.blocks[i].n && i+1 < len(t.blocks) {
		i++
		offset = t.starts[i]
	}
	return t.within(i, offset, (*bidi.Paragraph).NextWord)
}

// within moves an offset inside a paragraph.
func (t *textLines) within(block, offset int, move func(*bidi.Paragraph, int) int) int {
	b, from := t.blocks[block], t.starts[block]
	at := move(b.para, b.shown(offset-from))
	for b.within(at) {
		at = move(b.para, at)
	}
	return from + b.stored(at)
}

// WordAt returns the word under x on a line.
func (t *textLines) WordAt(line int, x float64) (start, end int) {
	i, local := t.line(line)
	b := t.blocks[i]
	at, _ := b.lines.Grapheme(local, x)
	start, end = b.para.Word(at)
	return t.starts[i] + b.stored(start), t.starts[i] + b.stored(end)
}
