package bidi

import "sort"

// Caret is a place between two graphemes. At the edge of a visual run and at a line that wraps, one offset has two places on
// the screen: Before tells them apart.
type Caret struct {
	// Offset is a number of code points from the start of the paragraph.
	Offset int
	// Before attaches the caret to the character before Offset, otherwise to the one after it.
	Before bool
}

// place is a caret found in the layout.
type place struct {
	line       int
	start, end int     // the grapheme the caret is attached to
	after      bool    // the caret stands at that grapheme's end
	segment    int     // its visual run
	run        segment // the same
}

// atRight reports whether the caret stands at the right edge of its grapheme.
func (p place) atRight() bool { return p.after != p.run.rtl() }

// find resolves a caret; ok is false when its line has no characters to attach to. Offsets out of range or inside a grapheme
// move to the nearest place before.
func (l *Lines) find(c Caret) (at place, ok bool) {
	offset := l.p.snap(c.Offset)
	line := l.lineAt(offset)
	if c.Before && line > 0 && offset == int(l.starts[line]) {
		if _, end := l.textSpan(line - 1); end == offset {
			line--
		}
	}
	start, end := l.textSpan(line)
	at.line = line
	if start == end {
		return at, false
	}
	offset = min(offset, end)
	at.after = offset > start && (c.Before || offset == end)
	if at.after {
		at.start, at.end = l.p.PrevGrapheme(offset), offset
	} else {
		at.start, at.end = offset, l.p.NextGrapheme(offset)
	}
	for i, s := range l.layout(line) {
		if int(s.start) <= at.start && at.start < int(s.end) {
			at.segment, at.run = i, s
		}
	}
	return at, true
}

// Line returns the line a caret stands on.
func (l *Lines) Line(c Caret) int {
	at, _ := l.find(c)
	return at.line
}

// X returns where a caret stands, in em from the left edge of the box. Beside hanging white space that is outside the box.
func (l *Lines) X(c Caret) float64 {
	at, ok := l.find(c)
	switch {
	case ok && at.after:
		return l.edge(at.run, at.end)
	case ok:
		return l.edge(at.run, at.start)
	case l.p.RTL():
		return l.box
	default:
		return 0
	}
}

// RightToLeftAt returns the direction of the character the caret is attached to: the one to show on the caret.
func (l *Lines) RightToLeftAt(c Caret) bool {
	if at, ok := l.find(c); ok {
		return at.run.rtl()
	}
	return l.p.RTL()
}

// Hit returns the grapheme edge nearest to x on a line, attached to the grapheme under x. A ligature counts as its graphemes,
// each with an equal share of the width.
func (l *Lines) Hit(line int, x float64) Caret {
	s, start, end, ok := l.cell(line, x)
	if !ok {
		first, _ := l.Span(line)
		return Caret{Offset: first}
	}
	a, b := l.edge(s, start), l.edge(s, end)
	if leftHalf := x < (a+b)/2; leftHalf == s.rtl() {
		return Caret{Offset: end, Before: true}
	}
	return Caret{Offset: start}
}

// Grapheme returns the code points of the grapheme under x, or of the nearest one; start equals end on an empty line. It is
// what a double click hands to Word and a triple click to Sentence.
func (l *Lines) Grapheme(line int, x float64) (start, end int) {
	_, start, end, ok := l.cell(line, x)
	if !ok {
		start, _ = l.Span(line)
		return start, start
	}
	return start, end
}

// cell finds the grapheme nearest to x and its visual run.
func (l *Lines) cell(line int, x float64) (s segment, start, end int, ok bool) {
	segments := l.layout(line)
	if len(segments) == 0 {
		return segment{}, 0, 0, false
	}
	i := sort.Search(len(segments)-1, func(i int) bool { return segments[i+1].left > x })
	s = segments[i]
	first, last, into := int(s.start), int(s.end), (x-s.left)*l.p.font.upem
	if s.rtl() {
		into = float64(l.p.before(last)-l.p.before(first)) - into
	}
	// The width of a grapheme stands at its first code point.
	start = l.p.snap(l.p.under(first, last, into))
	return s, start, l.p.NextGrapheme(start), true
}

// Left moves a caret one grapheme to the left on the screen, at the edge of a line on to the line that follows (right-to-left
// paragraphs) or precedes it. It returns false, and the caret as it was, at the left end of the paragraph.
func (l *Lines) Left(c Caret) (Caret, bool) { return l.move(c, false) }

// Right is Left to the other side.
func (l *Lines) Right(c Caret) (Caret, bool) { return l.move(c, true) }

func (l *Lines) move(c Caret, right bool) (Caret, bool) {
	at, ok := l.find(c)
	if !ok {
		return l.cross(c, at.line, right)
	}
	if at.atRight() != right {
		return sideOf(at.run, at.start, at.end, right), true
	}
	logicallyOn := right != at.run.rtl()
	switch {
	case logicallyOn && at.end < int(at.run.end):
		return sideOf(at.run, at.end, l.p.NextGrapheme(at.end), right), true
	case !logicallyOn && at.start > int(at.run.start):
		return sideOf(at.run, l.p.PrevGrapheme(at.start), at.start, right), true
	}
	segments, next := l.layout(at.line), at.segment-1
	if right {
		next = at.segment + 1
	}
	if next < 0 || next >= len(segments) {
		return l.cross(c, at.line, right)
	}
	start, end := l.outermost(segments[next], !right)
	return sideOf(segments[next], start, end, right), true
}

// cross goes from the edge of a line to the opposite edge of the neighbouring one.
func (l *Lines) cross(c Caret, line int, right bool) (Caret, bool) {
	next := line - 1
	if right != l.p.RTL() {
		next = line + 1
	}
	if next < 0 || next >= l.Count() {
		return c, false
	}
	segments := l.layout(next)
	if len(segments) == 0 {
		return Caret{Offset: int(l.starts[next])}, true
	}
	s := segments[0]
	if !right {
		s = segments[len(segments)-1]
	}
	start, end := l.outermost(s, !right)
	return sideOf(s, start, end, !right), true
}

// outermost returns the grapheme at the left or right end of a visual run.
func (l *Lines) outermost(s segment, right bool) (start, end int) {
	if right == s.rtl() {
		return int(s.start), l.p.NextGrapheme(int(s.start))
	}
	return l.p.PrevGrapheme(int(s.end)), int(s.end)
}

// sideOf returns the caret at the left or right edge of a grapheme in a visual run.
func sideOf(s segment, start, end int, right bool) Caret {
	if right == s.rtl() {
		return Caret{Offset: start}
	}
	return Caret{Offset: end, Before: true}
}

// Home returns the caret at the logical start of a line.
func (l *Lines) Home(line int) Caret {
	start, _ := l.Span(line)
	return Caret{Offset: start}
}

// End returns the caret at the logical end of a line: before its separator, and before the white space that hangs where the
// line wraps.
func (l *Lines) End(line int) Caret {
	start, end := l.textSpan(line)
	if _, full := l.Span(line); full == end && end < l.p.Len() {
		if e := l.trimmed(start, end); e > start {
			end = e
		}
	}
	return Caret{Offset: end, Before: end > start}
}
