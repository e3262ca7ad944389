package bidi

import (
	"os"
	"strings"
	"testing"
)

// TestShapeWords compares glyphs and positions with HarfBuzz itself. Each line of testdata/words.tsv is a word and what
//
//	hb-shape --no-glyph-names --no-clusters --direction=rtl --script=Arab --language=ar Vazirmatn-Regular.ttf WORD
//
// of HarfBuzz 6.0 printed for it: glyphs from left to right, as id, offset where there is one, advance.
func TestShapeWords(t *testing.T) {
	data, err := os.ReadFile("testdata/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	if len(lines) < 40 {
		t.Errorf("%d words, want 40 or more", len(lines))
	}
	for _, line := range lines {
		word, want, _ := strings.Cut(line, "\t")
		if got := shapeAlone(regular(t), word, 1); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

func TestMirroredBrackets(t *testing.T) {
	font := regular(t)
	right := NewParagraph("(", font, BaseRTL).runs[0].glyphs[0].id
	left := NewParagraph(")", font, BaseLTR).runs[0].glyphs[0].id
	if right != left {
		t.Errorf("an opening bracket from right to left is glyph %d, want %d", right, left)
	}
}

func TestControlsHaveNoGlyph(t *testing.T) {
	font := regular(t)
	space := NewParagraph(" ", font, BaseRTL)
	tests := []struct {
		text   string
		spaces float64
	}{{"\t", 4}, {"\n", 0}, {"\u2028", 0}, {"\x01", 1}, {"\u202e", 0}, {"\u200d", 0}}
	for _, test := range tests {
		p := NewParagraph(test.text, font, BaseRTL)
		if got, want := p.width(0, 1), test.spaces*space.width(0, 1); got != want {
			t.Errorf("%q is %v em wide, want %v", test.text, got, want)
		}
		if p.runs[0].glyphs[0].id != space.runs[0].glyphs[0].id {
			t.Errorf("%q has glyph %d, want that of a space", test.text, p.runs[0].glyphs[0].id)
		}
	}
}
