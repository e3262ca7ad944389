package bidi

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// pieces are what random texts are made of: scripts, digits, marks, ligatures, invisible characters, controls, emoji.
var pieces = []string{
	"باب", "لا", "لأ", "كتابـــة", "الشَّمْسُ", "ا", "ب\u200d", "\u200c", " ", "  ", "word", "Ab", "fi", "37", "٤٢", "1,250.5",
	"%", "-", "/", ".", "؟", "(", ")", "[", "«", "»", "#", "_", "\t", "\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\u00a0",
	"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c",
	"\u0301", "\u0651", "\u0600", "\u0903", "👨\u200d👩\u200d👧", "👍🏽", "🇸🇾", "e\u0301\u0302", "\x00", "\x1b", "\ufffd", "\U0010ffff",
	"שלום", "語", "क्षि", "\u00ad", "\ufeff", "\xff", "\u034f", "\u0649\u0655",
}

const epsilon = 1e-6

func near(a, b float64) bool { return math.Abs(a-b) < epsilon }

func FuzzLines(f *testing.F) {
	for _, s := range []string{mixed, "", "لا إله", "a\n", "\r\n\r\n", "abc \u202eابج\u202c 12", "\u0600ب \u0903"} {
		f.Add(s, 7.5, uint8(0))
		f.Add(s, 0.0, uint8(2))
	}
	f.Fuzz(func(t *testing.T, text string, width float64, base uint8) {
		const longest = 500 // bytes: the checks take quadratic time
		checkLines(t, text[:min(len(text), longest)], width, Base(base%3))
	})
}

func TestInvariants(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 1500 {
		text := ""
		for range random.IntN(24) {
			text += pieces[random.IntN(len(pieces))]
		}
		checkLines(t, text, float64(random.IntN(30))/2, Base(random.IntN(3)))
		if t.Failed() {
			return
		}
	}
}

func checkLines(t *testing.T, text string, width float64, base Base) {
	t.Helper()
	p := NewParagraph(text, regular(t), base)
	l := p.Wrap(width)
	checkSpans(t, p, l, width)
	for line := range l.Count() {
		checkLayout(t, p, l, line)
		checkHits(t, p, l, line)
		checkSelections(t, p, l, line)
	}
	for offset := -1; offset <= p.Len()+1; offset++ {
		checkRanges(t, p, offset)
		for _, before := range []bool{false, true} {
			checkCaret(t, l, Caret{offset, before})
		}
	}
	checkWalk(t, l)
	checkDocument(t, text, width, base)
	if t.Failed() {
		t.Logf("text %+q, width %v, base %d", text, width, base)
	}
}

// checkSpans: every code point is in exactly one line, and no line but one with a single glyph is too wide.
func checkSpans(t *testing.T, p *Paragraph, l *Lines, width float64) {
	t.Helper()
	at := 0
	for line := range l.Count() {
		start, end := l.Span(line)
		if start != at || end < start || end == start && (line != l.Count()-1) {
			t.Errorf("line %d is [%d,%d) after %d", line, start, end, at)
		}
		at = end
		if width > 0 && l.InkWidth(line) > width+epsilon && slices.ContainsFunc(p.flags[start+1:l.trimmed(start, end)], canCut) {
			t.Errorf("line %d is %v wide in a box of %v", line, l.InkWidth(line), width)
		}
	}
	if at != p.Len() {
		t.Errorf("lines end at %d of %d", at, p.Len())
	}
}

// checkLayout: the runs of a line cover its text once, touch each other, and are as wide together as their glyphs.
func checkLayout(t *testing.T, p *Paragraph, l *Lines, line int) {
	t.Helper()
	start, end := l.textSpan(line)
	covered, sum, glyphs := 0, 0.0, int64(0)
	segments := l.layout(line)
	for i, s := range segments {
		w := p.width(int(s.start), int(s.end))
		covered += int(s.end - s.start)
		sum += w
		for _, g := range glyphsOf(p, int(s.start), int(s.end)) {
			glyphs += int64(g.advance)
		}
		if i+1 < len(segments) && !near(s.left+w, segments[i+1].left) {
			t.Errorf("line %d: run %d ends at %v, the next begins at %v", line, i, s.left+w, segments[i+1].left)
		}
	}
	if covered != end-start || !near(sum, p.width(start, end)) || glyphs != p.before(end)-p.before(start) {
		t.Errorf("line %d: runs cover %d of %d code points, %v and %d units of %v em", line, covered, end-start, sum, glyphs, p.width(start, end))
	}
	if len(segments) > 0 && p.RTL() && !near(segments[0].left+sum, l.Width()) {
		t.Errorf("line %d ends at %v of %v", line, segments[0].left+sum, l.Width())
	}
	if r := l.Rects(line, start, end); len(r) > 1 || len(r) == 1 && !near(r[0].To-r[0].From, sum) || len(r) == 0 && sum > epsilon {
		t.Errorf("line %d: the whole line is %v, want one range of %v", line, r, sum)
	}
}

// checkHits: each grapheme with a width is found at both of its ends, with the right edge, and its rectangle is its place.
func checkHits(t *testing.T, p *Paragraph, l *Lines, line int) {
	t.Helper()
	start, end := l.textSpan(line)
	for at := start; at < end; at = p.NextGrapheme(at) {
		next := p.NextGrapheme(at)
		if p.width(at, next) < epsilon {
			continue
		}
		lead, trail := Caret{at, false}, Caret{next, true}
		a, b := l.X(lead), l.X(trail)
		inner := (b - a) / 8
		if got := l.Hit(line, a+inner); got != lead {
			t.Errorf("line %d: hit at the start of [%d,%d) is %v", line, at, next, got)
		}
		if got := l.Hit(line, b-inner); got != trail {
			t.Errorf("line %d: hit at the end of [%d,%d) is %v", line, at, next, got)
		}
		if s, e := l.Grapheme(line, (a+b)/2); s != at || e != next {
			t.Errorf("line %d: grapheme in the middle of [%d,%d) is [%d,%d)", line, at, next, s, e)
		}
		if r := l.Rects(line, at, next); len(r) != 1 || !near(r[0].From, min(a, b)) || !near(r[0].To, max(a, b)) {
			t.Errorf("line %d: [%d,%d) stands at %v, carets at %v and %v", line, at, next, r, a, b)
		}
		if l.RightToLeftAt(lead) != (a > b) {
			t.Errorf("line %d: direction at %d is %v", line, at, l.RightToLeftAt(lead))
		}
	}
	for _, x := range []float64{math.Inf(-1), -1e9, 0, 1e9, math.Inf(1), math.NaN()} {
		if c := l.Hit(line, x); c.Offset < start || c.Offset > end {
			t.Errorf("line %d: hit at %v is %v", line, x, c)
		}
	}
}

// checkSelections: what stands under the rectangles of a range is the range, and dragging from the place of its first
// character to that of its last one selects it.
func checkSelections(t *testing.T, p *Paragraph, l *Lines, line int) {
	t.Helper()
	lineStart, lineEnd := l.textSpan(line)
	n := lineEnd - lineStart
	for _, part := range [][2]int{{0, n}, {0, n / 2}, {n / 3, n}, {n / 3, 2 * n / 3}, {1, n - 1}, {n / 2, n/2 + 1}} {
		start, end := p.snap(lineStart+part[0]), p.snap(lineStart+part[1])
		rects := l.Rects(line, start, end)
		var covered []int
		for at := lineStart; at < lineEnd; at = p.NextGrapheme(at) {
			next := p.NextGrapheme(at)
			middle := (l.X(Caret{at, false}) + l.X(Caret{next, true})) / 2
			inside := slices.ContainsFunc(rects, func(r Range) bool { return r.From < middle && middle < r.To })
			if p.width(at, next) < epsilon {
				continue
			}
			if inside != (start <= at && at < end) {
				t.Errorf("line %d: [%d,%d) is covered by the range [%d,%d): %v", line, at, next, start, end, inside)
			}
			if inside {
				covered = append(covered, at, next)
			}
		}
		if len(covered) == 0 {
			continue
		}
		first, last := covered[0], covered[len(covered)-1]
		from := l.Hit(line, between(l.X(Caret{first, false}), l.X(Caret{p.NextGrapheme(first), true})))
		to := l.Hit(line, between(l.X(Caret{last, true}), l.X(Caret{p.PrevGrapheme(last), false})))
		if from.Offset != first || to.Offset != last {
			t.Errorf("line %d: dragging over [%d,%d) selects [%d,%d)", line, first, last, from.Offset, to.Offset)
		}
	}
}

// between returns a place beside a on the way to b.
func between(a, b float64) float64 { return a + (b-a)/8 }

func checkRanges(t *testing.T, p *Paragraph, offset int) {
	t.Helper()
	for name, f := range map[string]func(int) (int, int){"word": p.Word, "sentence": p.Sentence} {
		s, e := f(offset)
		if s < 0 || s > e || e > p.Len() {
			t.Errorf("%s at %d is [%d,%d)", name, offset, s, e)
		}
	}
	for name, f := range map[string]func(int) int{"ng": p.NextGrapheme, "pg": p.PrevGrapheme, "nw": p.NextWord, "pw": p.PrevWord} {
		if got := f(offset); got < 0 || got > p.Len() {
			t.Errorf("%s from %d is %d", name, offset, got)
		}
	}
}

// checkCaret: a step to one side and back returns to the same place on the screen.
func checkCaret(t *testing.T, l *Lines, c Caret) {
	t.Helper()
	line, x := l.Line(c), l.X(c)
	steps := []struct{ there, back func(Caret) (Caret, bool) }{{l.Left, l.Right}, {l.Right, l.Left}}
	for i, step := range steps {
		moved, ok := step.there(c)
		if !ok {
			continue
		}
		back, ok := step.back(moved)
		if !ok || l.Line(back) != line || !near(l.X(back), x) {
			t.Errorf("step %d from %v (line %d, x %v) goes to %v and back to %v (line %d, x %v)", i, c, line, x, moved, back, l.Line(back), l.X(back))
		}
		if l.Line(moved) == line && (i == 0) != (l.X(moved) <= x) && !near(l.X(moved), x) {
			t.Errorf("step %d from %v at %v goes the wrong way, to %v at %v", i, c, x, moved, l.X(moved))
		}
	}
}

// checkWalk: walking from one end of the paragraph to the other passes over every grapheme once, and as many steps lead back.
func checkWalk(t *testing.T, l *Lines) {
	t.Helper()
	graphemes := 0
	for line := range l.Count() {
		start, end := l.textSpan(line)
		for at := start; at < end; at = l.p.NextGrapheme(at) {
			graphemes++
		}
	}
	on, back, first := l.Left, l.Right, l.Hit(0, math.Inf(1))
	if !l.p.RTL() {
		on, back, first = l.Right, l.Left, l.Hit(0, math.Inf(-1))
	}
	steps, c := 0, first
	for ok := true; ok && steps <= 2*l.p.Len()+l.Count()+2; {
		if c, ok = on(c); ok {
			steps++
		}
	}
	for range steps {
		c, _ = back(c)
	}
	if l.Line(c) != 0 || !near(l.X(c), l.X(first)) {
		t.Errorf("%d steps and back lead from %v to %v", steps, first, c)
	}
	// The first hit may lie behind invisible characters, which the walk then leaves out.
	if want := graphemes + l.Count() - 1; steps > want || first == l.Home(0) && steps != want {
		t.Errorf("the walk took %d steps, want %d", steps, want)
	}
}

// checkDocument: paragraphs and separators make up the text.
func checkDocument(t *testing.T, text string, width float64, base Base) {
	t.Helper()
	d := NewDocument(text, regular(t), base)
	at := 0
	for i := range d.Paragraphs() {
		start, end := d.Span(i)
		if start < at || start > at+2 || d.Paragraph(i).Len() != end-start {
			t.Errorf("paragraph %d is [%d,%d) after %d, with %d code points", i, start, end, at, d.Paragraph(i).Len())
		}
		if d.At(start) != i || d.Estimate(i, width) < 1 || d.Lines(i, width).Count() < 1 {
			t.Errorf("paragraph %d: At %d, estimate %d", i, d.At(start), d.Estimate(i, width))
		}
		at = end
	}
	runes := []rune(text)
	if at != d.Len() || d.Len() != len(runes) || d.Slice(0, d.Len()) != text {
		t.Errorf("the document has %d code points, %d in paragraphs, want %d", d.Len(), at, len(runes))
	}
	for offset := range len(runes) {
		if got, want := []rune(d.Slice(offset, offset+1)), runes[offset]; len(got) != 1 || got[0] != want {
			t.Errorf("code point %d is %+q, want %+q", offset, got, want)
		}
		d.Word(offset)
		d.Sentence(offset)
	}
}
