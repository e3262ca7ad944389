package bidi

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestDocumentParagraphs(t *testing.T) {
	tests := []struct {
		name, text string
		want       [][2]int
	}{
		{"empty", "", [][2]int{{0, 0}}},
		{"one", "باب", [][2]int{{0, 3}}},
		{"line feed", "باب\nدار", [][2]int{{0, 3}, {4, 7}}},
		{"carriage return and line feed", "باب\r\nدار", [][2]int{{0, 3}, {5, 8}}},
		{"carriage return alone", "باب\rدار", [][2]int{{0, 3}, {4, 7}}},
		{"paragraph separator", "باب\u2029دار", [][2]int{{0, 3}, {4, 7}}},
		{"line separator divides nothing", "باب\u2028دار", [][2]int{{0, 7}}},
		{"empty lines", "\n\nباب\n", [][2]int{{0, 0}, {1, 1}, {2, 5}, {6, 6}}},
		{"bytes that are not text", "a\xff\xfe\nb", [][2]int{{0, 3}, {4, 5}}},
	}
	for _, test := range tests {
		d := NewDocument(test.text, regular(t), BaseRTL)
		var got [][2]int
		for i := range d.Paragraphs() {
			start, end := d.Span(i)
			got = append(got, [2]int{start, end})
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestDocumentAtAndSlice(t *testing.T) {
	d := NewDocument("باب\r\nدار\n", regular(t), BaseRTL)
	for offset, want := range []int{0, 0, 0, 0, 0, 1, 1, 1, 1, 2} {
		if got := d.At(offset); got != want {
			t.Errorf("At(%d) is %d, want %d", offset, got, want)
		}
	}
	tests := []struct {
		start, end int
		want       string
	}{{0, 9, "باب\r\nدار\n"}, {1, 7, "اب\r\nدا"}, {3, 4, "\r"}, {4, 5, "\n"}, {5, 5, ""}, {7, 3, ""}, {8, 99, "\n"}, {-4, 1, "ب"}}
	for _, test := range tests {
		if got := d.Slice(test.start, test.end); got != test.want {
			t.Errorf("Slice(%d, %d) is %q, want %q", test.start, test.end, got, test.want)
		}
	}
	if s, e := d.Word(6); s != 5 || e != 8 {
		t.Errorf("word is [%d,%d), want [5,8)", s, e)
	}
	if s, e := d.Sentence(6); s != 5 || e != 8 {
		t.Errorf("sentence is [%d,%d), want [5,8)", s, e)
	}
}

// TestLongParagraph: pieces cover the paragraph without a gap, end where a reader does not notice, and keep the directions.
func TestLongParagraph(t *testing.T) {
	tests := []struct {
		name, text string
		cutAfter   string // how the text before each cut ends
	}{
		{"sentences", strings.Repeat("نزل المطر على المدينة (City) في 12 يوما. ", 600), ". "},
		{"words", strings.Repeat("مطر 12 ", 2000), " "},
		{"no spaces", strings.Repeat("مُ", 9000), "\u064f"},
		{"marks only", strings.Repeat("\u064f", 9000), ""},
	}
	for _, test := range tests {
		d := NewDocument(test.text+"\nدار", regular(t), BaseRTL)
		levels, _ := Levels([]rune(test.text), BaseRTL)
		last := d.Paragraphs() - 1
		if last < 3 {
			t.Errorf("%s: %d pieces", test.name, last)
		}
		at := 0
		for i := range last {
			start, end := d.Span(i)
			if start != at || end-start > maxPiece || !strings.HasSuffix(d.Slice(start, end), test.cutAfter) && i < last-1 {
				t.Errorf("%s: piece %d is [%d,%d) after %d", test.name, i, start, end, at)
			}
			if !slices.Equal(d.Paragraph(i).levels(0, end-start), levels[start:end]) {
				t.Errorf("%s: the levels of piece %d differ from those of the whole", test.name, i)
			}
			at = end
		}
		if start, _ := d.Span(last); start != len([]rune(test.text))+1 {
			t.Errorf("%s: the last paragraph starts at %d", test.name, start)
		}
	}
}

// TestLongEmbedding: a direction opened in one piece holds in the next, and a sentence may go over a cut.
func TestLongEmbedding(t *testing.T) {
	text := "\u202d" + strings.Repeat("مطر ", 3000)
	d := NewDocument(text, regular(t), BaseRTL)
	if level := d.Paragraph(2).runs[0].level; level != 2 {
		t.Errorf("level in the third piece is %d, want 2", level)
	}
	if s, e := d.Sentence(6000); s != 0 || e != d.Len()-1 {
		t.Errorf("sentence is [%d,%d), want [0,%d)", s, e, d.Len()-1)
	}
}

func TestDocumentKeepsAFew(t *testing.T) {
	const paragraphs = 2 * cachedParagraphs
	d := NewDocument(strings.Repeat("باب\n", paragraphs-1)+"دار", regular(t), BaseRTL)
	first := d.Lines(0, 10)
	if d.Lines(0, 10) != first || d.Lines(0, 11) == first || d.Paragraph(0) != first.p {
		t.Error("lines are kept for the last width, the paragraph for all")
	}
	for i := range d.Paragraphs() {
		d.Lines(i, 10)
	}
	if n := len(d.shaped.items); n != cachedParagraphs || d.shaped.order.Len() != n {
		t.Errorf("%d paragraphs kept, want %d", n, cachedParagraphs)
	}
	if d.Paragraph(0) == first.p {
		t.Error("the paragraph used least recently is still there")
	}
}

func TestEstimate(t *testing.T) {
	text := strings.Repeat("نزل المطر على المدينة (City) في 12 يوما ثم توقف قليلا. ", 40)
	d := NewDocument(strings.Repeat(text+"\n", 20), regular(t), BaseRTL)
	for _, width := range []float64{12, 40} {
		guess, real := 0, 0
		for i := range d.Paragraphs() {
			guess += d.Estimate(i, width)
			real += d.Lines(i, width).Count()
		}
		if ratio := float64(guess) / float64(real); ratio < 0.9 || ratio > 1.1 {
			t.Errorf("at %v em %d lines guessed of %d, want within a tenth", width, guess, real)
		}
	}
}

func TestDocumentInParallel(t *testing.T) {
	d := NewDocument(strings.Repeat(mixed+"\n", 50), regular(t), BaseRTL)
	var wg sync.WaitGroup
	for worker := range 4 {
		wg.Go(func() {
			for i := range d.Paragraphs() {
				l := d.Lines(i, float64(10+worker))
				l.Hit(0, 3)
				l.Rects(0, 0, 9)
			}
		})
	}
	wg.Wait()
}
