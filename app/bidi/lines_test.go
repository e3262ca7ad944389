package bidi

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	font := regular(t)
	em := func(s string) float64 {
		p := NewParagraph(s, font, BaseRTL)
		return p.width(0, p.Len())
	}
	tests := []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"no width", "باب كبير", 0, []string{"باب كبير"}},
		{"fits", "باب كبير", em("باب كبير"), []string{"باب كبير"}},
		{"trailing spaces hang", "باب   كبير", em("كبير"), []string{"باب   ", "كبير"}},
		{"one unit too wide", "باب كبير", em("باب كبير") - 0.001, []string{"باب ", "كبير"}},
		{"a long word breaks between graphemes", "مُدُن", em("مُدُ"), []string{"مُدُ", "ن"}},
		{"lam-alef stays whole", "لا", 0.01, []string{"لا"}},
		{"line separator", "باب\u2028دار", 0, []string{"باب\u2028", "دار"}},
		{"line end at the end", "باب\r\n", 0, []string{"باب\r\n", ""}},
		{"no-break space", "باب\u00a0كبير دار", em("باب\u00a0كبير"), []string{"باب\u00a0كبير ", "دار"}},
		{"empty", "", 5, []string{""}},
		{"width beyond all bounds", "باب كبير", math.Inf(1), []string{"باب كبير"}},
		{"width that is no number", "باب كبير", math.NaN(), []string{"باب كبير"}},
	}
	for _, test := range tests {
		p := NewParagraph(test.text, font, BaseRTL)
		l := p.Wrap(test.width)
		var got []string
		for i := range l.Count() {
			start, end := l.Span(i)
			got = append(got, string([]rune(p.text)[start:end]))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: lines %q, want %q", test.name, got, test.want)
		}
	}
}

// TestHostileParagraph: one grapheme, or one glyph a line, without end.
func TestHostileParagraph(t *testing.T) {
	for _, piece := range []string{"\u0600", "\u064f", "ب", "👨\u200d", "\u200b", "("} {
		p := NewParagraph(strings.Repeat(piece, 60_000), regular(t), BaseRTL)
		l := p.Wrap(1e-9)
		l.Hit(l.Count()-1, 0)
		l.Rects(0, 5, 1000)
		if _, end := l.Span(l.Count() - 1); end != p.Len() {
			t.Errorf("%+q: the last line ends at %d of %d", piece, end, p.Len())
		}
	}
}

// TestRangesInMixedLine: a range over a change of direction is drawn in parts, a whole line in one.
func TestRangesInMixedLine(t *testing.T) {
	p := NewParagraph("بلدة هجين (Hajin) هي", regular(t), BaseRTL)
	l := p.Wrap(30)
	tests := []struct {
		name       string
		start, end int
		ranges     int
	}{
		{"nothing", 3, 3, 0},
		{"one word", 0, 4, 1},
		{"Arabic and half the Latin", 5, 13, 2},
		{"half the Latin and Arabic", 13, 20, 2},
		{"over the Latin", 5, 20, 1},
		{"all", -3, 99, 1},
	}
	for _, test := range tests {
		if got := l.Rects(0, test.start, test.end); len(got) != test.ranges {
			t.Errorf("%s: %v, want %d ranges", test.name, got, test.ranges)
		}
	}
	if r := l.Rects(0, 0, 20); !near(r[0].To, 30) {
		t.Errorf("the line ends at %v, want the right edge of the box", r[0].To)
	}
}

func TestLamAlefIsDivided(t *testing.T) {
	p := NewParagraph("لا", regular(t), BaseRTL)
	l := p.Wrap(0)
	w := l.Width()
	// Where the font has a ligature its halves are equal; else the letters have their own widths.
	middle := l.X(Caret{Offset: 1})
	if len(glyphsOf(p, 0, p.Len())) == 1 && !near(middle, w/2) || middle <= 0 || middle >= w {
		t.Errorf("the caret between lam and alef stands at %v of %v", middle, w)
	}
	ligature := &piece{glyphs: []glyph{{cluster: 0, advance: 7}}}
	ligature.spread([]boundary{graphemeStart, graphemeStart})
	if !slices.Equal(ligature.pre, []int32{0, 3, 7}) {
		t.Errorf("a ligature of 7 units is divided at %v, want [0 3 7]", ligature.pre)
	}
}

func TestCaretAtRunEdge(t *testing.T) {
	// From the left: Arabic "دج", Latin "ab", Arabic "اب" and a space.
	p := NewParagraph("اب abدج", regular(t), BaseRTL)
	l := p.Wrap(0)
	before, after := Caret{3, true}, Caret{3, false}
	if !(l.X(before) > l.X(after)) {
		t.Errorf("the carets on both sides of a run edge stand at %v and %v", l.X(before), l.X(after))
	}
	if !l.RightToLeftAt(before) || l.RightToLeftAt(after) {
		t.Error("the caret before the Latin word is right to left, the one in it left to right")
	}
	var walk []int
	for c, ok := l.Home(0), true; ok; c, ok = l.Left(c) {
		walk = append(walk, c.Offset)
	}
	if want := []int{0, 1, 2, 3, 4, 3, 6, 7}; !slices.Equal(walk, want) {
		t.Errorf("walking left passes %v, want %v", walk, want)
	}
}

func TestHomeAndEnd(t *testing.T) {
	p := NewParagraph("باب كبير\u2028دار", regular(t), BaseRTL)
	l := p.Wrap(NewParagraph("كبير", regular(t), BaseRTL).Wrap(0).Width())
	tests := []struct {
		line      int
		home, end Caret
	}{{0, Caret{0, false}, Caret{3, true}}, {1, Caret{4, false}, Caret{8, true}}, {2, Caret{9, false}, Caret{12, true}}}
	for _, test := range tests {
		if home, end := l.Home(test.line), l.End(test.line); home != test.home || end != test.end {
			t.Errorf("line %d: %v and %v, want %v and %v", test.line, home, end, test.home, test.end)
		}
		if l.Line(test.home) != test.line || l.Line(test.end) != test.line {
			t.Errorf("line %d: its ends are on lines %d and %d", test.line, l.Line(test.home), l.Line(test.end))
		}
	}
	if got := l.Line(Caret{4, true}); got != 0 {
		t.Errorf("a caret after the hanging space is on line %d, want 0", got)
	}
}
