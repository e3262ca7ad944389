package bidi

import (
	"strings"
	"testing"
	"unicode"
)

// marked takes the range between two bars out of a text: "a|b|c".
func marked(t *testing.T, s string) (text string, start, end int) {
	t.Helper()
	parts := strings.Split(s, "|")
	if len(parts) != 3 {
		t.Fatalf("%q: want two bars", s)
	}
	start = len([]rune(parts[0]))
	return strings.Join(parts, ""), start, start + len([]rune(parts[1]))
}

func TestWord(t *testing.T) {
	tests := []struct {
		name, text string // the word between bars
	}{
		{"word", "باب |كبير| جدا"},
		{"first word", "|باب| كبير"},
		{"last word", "باب |كبير|"},
		{"with marks", "في |المَدْرَسَةِ| اليوم"},
		{"hashtag without its sign", "وسم #|دير_الزور| اليوم"},
		{"sign of the hashtag", "وسم |#|دير"},
		{"number", "نحو |1,250.5| دينار"},
		{"spaces", "باب|  |كبير"},
		{"punctuation without the space", "قال|:| «نعم»"},
		{"several signs", "نعم|»؟!| ثم"},
		{"underscore in front", "وسم #|_دير_الزور| اليوم"},
		{"several with an underscore in front", "#_دير,|_حلب|,_هجين"},
		{"ideograph after an ideograph", "語|語|語"},
		{"a long word after an ideograph", "語|" + strings.Repeat("ab", 100) + "|語"},
		{"joiner inside", "|نی\u200cخواهم| کتاب"},
	}
	for _, test := range tests {
		text, start, end := marked(t, test.text)
		p := NewParagraph(text, regular(t), BaseRTL)
		for offset := start; offset < end; offset++ {
			if s, e := p.Word(offset); s != start || e != end {
				t.Errorf("%s: word at %d of %q is [%d,%d), want [%d,%d)", test.name, offset, text, s, e, start, end)
			}
		}
	}
	for _, offset := range []int{-5, 0, 5} {
		if s, e := NewParagraph("", regular(t), BaseRTL).Word(offset); s != 0 || e != 0 {
			t.Errorf("word of an empty text is [%d,%d)", s, e)
		}
	}
}

func TestSentence(t *testing.T) {
	tests := []struct{ name, text string }{
		{"first", "|نزل المطر.| ثم توقف."},
		{"second without the space", "نزل المطر. |ثم توقف.|"},
		{"question", "من أتى؟ |لا أحد!| حقا"},
		{"number inside", "|بلغ 1.5 مليون.| انتهى"},
		{"dots in a row", "|ربما...| نعم"},
		{"ellipsis", "|ربما…| نعم"},
		{"closing quote", "|قال: «نعم.»| ثم ذهب"},
		{"colon goes on", "|قال المدير: نجح الطلاب.|"},
		{"no stop", "  |نزل المطر|  "},
		{"line separator", "عنوان\n|نزل المطر|"},
	}
	for _, test := range tests {
		text, start, end := marked(t, test.text)
		p := NewParagraph(text, regular(t), BaseRTL)
		for offset := start; offset < end; offset++ {
			if s, e := p.Sentence(offset); s != start || e != end {
				t.Errorf("%s: sentence at %d of %q is [%d,%d), want [%d,%d)", test.name, offset, text, s, e, start, end)
			}
		}
	}
}

func TestMotionByGraphemeAndWord(t *testing.T) {
	p := NewParagraph("مُدُن #كبيرة 👨‍👩‍👧", regular(t), BaseRTL)
	n := p.Len()
	tests := []struct {
		name string
		move func(int) int
		from int
		want int
	}{
		{"over a letter and its mark", p.NextGrapheme, 0, 2},
		{"from inside", p.NextGrapheme, 1, 2},
		{"back over both", p.PrevGrapheme, 2, 0},
		{"over a family", p.NextGrapheme, n - 5, n},
		{"back over a family", p.PrevGrapheme, n, n - 5},
		{"not beyond the end", p.NextGrapheme, n, n},
		{"not beyond the start", p.PrevGrapheme, 0, 0},
		{"from far out", p.PrevGrapheme, n + 9, n},
		{"from far before", p.NextGrapheme, -9, 0},
		{"end of this word", p.NextWord, 1, 5},
		{"end of the next word", p.NextWord, 5, 12},
		{"no word left", p.NextWord, 12, n},
		{"start of the word before", p.PrevWord, 12, 7},
		{"start of the first", p.PrevWord, 7, 0},
	}
	for _, test := range tests {
		if got := test.move(test.from); got != test.want {
			t.Errorf("%s: from %d to %d, want %d", test.name, test.from, got, test.want)
		}
	}
}

// TestIsBlank: white space of Unicode, but for the spaces that do not break.
func TestIsBlank(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := unicode.Is(unicode.White_Space, r) && r != 0xA0 && r != 0x2007 && r != 0x202F
		if got := isBlank(r); got != want {
			t.Errorf("U+%04X is blank: %v, want %v", r, got, want)
		}
	}
}
