package bidi

import (
	"cmp"
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"
)

// The tests here are complaints that users of other annotation tools made about right-to-left text, retold in sentences of our
// own; each names where it was made.

// seenUnder reads what stands under ranges of a line, from left to right, as the eye sees it: it asks a fine row of places.
func seenUnder(l *Lines, line int, ranges []Range) string {
	const step = 0.02 // em, less than the narrowest letter
	var seen []string
	for _, r := range ranges {
		last := -1
		for x := r.From + step/2; x < r.To; x += step {
			if start, end := l.Grapheme(line, x); start != last {
				seen = append(seen, string([]rune(l.p.text)[start:end]))
				last = start
			}
		}
		seen = append(seen, "|")
	}
	return strings.TrimSuffix(strings.Join(seen, ""), "|")
}

// TestMarksStandWhereTheirWordsAre: brat #774 and #1150 (highlights off), webanno #278 (part of a number marked on the wrong digits),
// inception #5947 (marks in mixed text misplaced). The mark stands between two bars of the text; seen is what is under it, read
// from left to right, with a bar between parts.
func TestMarksStandWhereTheirWordsAre(t *testing.T) {
	tests := []struct{ name, text, seen string }{
		{"Arabic word", "زار |علي| دمشق", "يلع"},
		{"letters inside a word", "زار ال|مدي|نة", "يدم"},
		{"first digits of a number", "عدد الكتب |12|50 كتابا", "12"},
		{"last digits of a number", "عدد الكتب 12|50| كتابا", "50"},
		{"middle digits of a number", "عدد الكتب 1|25|0 كتابا", "25"},
		{"first Arabic-Indic digits", "عدد الكتب |١٢|٥٠ كتابا", "١٢"},
		{"last Persian digits", "عدد الكتب ۱۲|۵۰| كتابا", "۵۰"},
		{"digits after a decimal point", "بلغ 1,250.|75| دينارا", "75"},
		{"day of a date", "يوم |12|/10/2018 مساء", "12"},
		{"year of a date", "يوم 12/10/|2018| مساء", "2018"},
		{"lower end of a range", "بين |10|-15 كتابا", "10"},
		{"upper end of a range", "بين 10-|15| كتابا", "15"},
		{"number and its noun", "جرح |37 رجلا| هناك", "الجر 37"},
		{"noun and the number before it", "قرأ |رجال 37| كتابا", "37 لاجر"},
		{"number in a Latin name", "صاروخ |MQ-9| سقط", "MQ-9"},
		{"Latin name in brackets", "مدينة الزهور |(Flower City)| قديمة", ")Flower City("},
		{"Arabic and half of the Latin", "بلدة |الزهور (Flo|wer) هنا", "Flo|( روهزلا"},
		{"half of the Latin and Arabic", "بلدة (Flo|wer) هنا| الآن", "انه )|wer"},
		{"over the Latin, with Arabic on both sides", "قرأ |كتاب War أمس| مساء", "سمأ War باتك"},
		{"Arabic in a Latin name in Arabic", "قال |John علي| Smith نعم", "يلع John"},
		{"percentage", "نحو |25%| منهم", "%25"},
		{"hashtag", "وسم |#مكتبة_الحي| هنا", "يحلا_ةبتكم#"},
		{"quotation", "قال |«نعم»| ثم", "»معن«"},
	}
	for _, test := range tests {
		text, start, end := marked(t, test.text)
		l := NewParagraph(text, regular(t), BaseRTL).Wrap(40)
		if got := seenUnder(l, 0, l.Rects(0, start, end)); got != test.seen {
			t.Errorf("%s: under the mark of %q is seen %q, want %q", test.name, test.text, got, test.seen)
		}
	}
}

// TestMarksReorderNothing: doccano #769 (labels reorder Arabic words). Wherever a line is cut by marks, even inside a joined
// word, the parts tile it: nothing moves, overlaps or is left out.
func TestMarksReorderNothing(t *testing.T) {
	text := "قرأ ثلاثة طلاب كتاب العلوم (Science 101) في 12 ساعة"
	n := len([]rune(text))
	l := NewParagraph(text, regular(t), BaseRTL).Wrap(40)
	unmarked := seenUnder(l, 0, l.Rects(0, 0, n))
	for start := 0; start <= n; start += 2 {
		for end := start; end <= n; end += 3 {
			var parts []Range
			for _, r := range [][2]int{{0, start}, {start, end}, {end, n}} {
				parts = append(parts, l.Rects(0, r[0], r[1])...)
			}
			slices.SortFunc(parts, func(a, b Range) int { return cmp.Compare(a.From, b.From) })
			for i := 1; i < len(parts); i++ {
				if !near(parts[i-1].To, parts[i].From) {
					t.Fatalf("mark [%d,%d): part %v is followed by %v", start, end, parts[i-1], parts[i])
				}
			}
			if seen := strings.ReplaceAll(seenUnder(l, 0, parts), "|", ""); seen != unmarked {
				t.Fatalf("mark [%d,%d): seen %q, without the mark %q", start, end, seen, unmarked)
			}
		}
	}
}

// TestMarksAreAsWideAsTheirWords: webanno #280 (highlight too wide or too narrow). A word between spaces is as wide as alone.
func TestMarksAreAsWideAsTheirWords(t *testing.T) {
	tests := []struct{ name, text string }{
		{"vowel marks", "هذه |الْمَدْرَسَةُ| كبيرة"},
		{"tatweel", "هذا |كتـــاب| كبير"},
		{"lam-alef", "هؤلاء |الأولاد| كبار"},
		{"Latin", "قرأ |Fidelity| أمس"},
		{"number", "قرأ |1,250.5| صفحة"},
		{"joiner inside", "من |می\u200cخواهم| کتاب"},
		{"two words", "زار |علي دمشق| أمس"},
		{"end of the line", "زار علي |دمشق|"},
		{"start of the line", "|زار| علي"},
	}
	for _, test := range tests {
		text, start, end := marked(t, test.text)
		l := NewParagraph(text, regular(t), BaseRTL).Wrap(40)
		alone := NewParagraph(string([]rune(text)[start:end]), regular(t), BaseRTL)
		got := l.Rects(0, start, end)
		if len(got) != 1 || !near(got[0].To-got[0].From, alone.width(0, alone.Len())) {
			t.Errorf("%s: the mark of %q is %v, want one of %v em", test.name, test.text, got, alone.width(0, alone.Len()))
		}
	}
}

// TestMarksWithoutWidth: inception #5945 (a mark without width crashes). Such a mark is drawn as nothing, or over the
// character that it belongs to, and every question about it has an answer.
func TestMarksWithoutWidth(t *testing.T) {
	tests := []struct{ name, text, seen string }{
		{"nothing marked", "زار ||علي", ""},
		{"nothing marked in an empty text", "||", ""},
		{"zero-width space", "زار|\u200b| علي", ""},
		{"right-to-left mark", "زار |\u200f|علي", ""},
		{"byte order mark at the start", "|\ufeff|زار", ""},
		{"embedding", "زار |\u202b|علي\u202c", ""},
		{"isolate without an end", "زار |\u2067|علي", ""},
		{"vowel mark takes its letter along", "زار م|\u064f|دن", "م\u064f"},
		{"letter takes its vowel mark along", "زار |م|\u064fدن", "م\u064f"},
		{"vowel mark without a letter", "|\u064f| زار", ""},
		{"joiner takes its letter along", "می|\u200c|خواهم", "ی\u200c"},
		{"line separator", "زار|\u2028|علي", ""},
	}
	picture := image.NewNRGBA(image.Rect(0, 0, 200, 40))
	for _, test := range tests {
		text, start, end := marked(t, test.text)
		l := NewParagraph(text, regular(t), BaseRTL).Wrap(40)
		if got := seenUnder(l, 0, l.Rects(0, start, end)); got != test.seen {
			t.Errorf("%s: under the mark is seen %q, want %q", test.name, got, test.seen)
		}
		for _, c := range []Caret{{start, false}, {end, true}} {
			if x := l.X(c); x < 0 || x > 40 {
				t.Errorf("%s: the caret %v stands at %v", test.name, c, x)
			}
			l.Left(c)
			l.Right(c)
		}
		l.p.Word(start)
		l.p.Sentence(end)
		NewPainter(regular(t), 20).Draw(picture, l, 0, 0, 30, color.NRGBA{A: 255})
	}
}

// TestLongMarkBreaksOverLines: webanno #300 (a long span suppresses line breaks). A mark over many lines is a range on each, and
// ends with the words of the line.
func TestLongMarkBreaksOverLines(t *testing.T) {
	text := strings.Repeat("زار علي مكتبة المدينة (City Library) وقرأ 12 كتابا ثم عاد ", 6)
	const width = 20
	l := NewParagraph(text, regular(t), BaseRTL).Wrap(width)
	if l.Count() < 6 {
		t.Fatalf("%d lines, want 6 or more", l.Count())
	}
	start, _ := l.Span(0)
	_, end := l.Span(l.Count() - 2)
	for line := range l.Count() {
		first, next := l.Span(line)
		got := l.Rects(line, start+4, min(end, l.trimmed(first, next)))
		switch {
		case line == l.Count()-1:
			if len(got) != 0 {
				t.Errorf("the line after the mark has %v", got)
			}
		case len(got) != 1 || got[0].From < -epsilon || !near(got[0].From, width-l.InkWidth(line)):
			t.Errorf("line %d: %v, want one range from %v", line, got, width-l.InkWidth(line))
		case line > 0 && !near(got[0].To, width):
			t.Errorf("line %d: the mark begins at %v, want the right edge", line, got[0].To)
		}
	}
}

// TestDirectionIsKept: webanno #287 (one view stayed left to right). The direction asked for holds whatever the text begins with.
func TestDirectionIsKept(t *testing.T) {
	const width = 30
	for _, text := range []string{"دار", "abc دار", "12", "(abc)", "", "   ", "\u202aabc\u202c"} {
		for _, base := range []Base{BaseRTL, BaseLTR} {
			p := NewParagraph(text, regular(t), base)
			l := p.Wrap(width)
			if p.RTL() != (base == BaseRTL) {
				t.Errorf("%q with base %d is right to left: %v", text, base, p.RTL())
			}
			r := l.Rects(0, 0, p.Len())
			if text == "" {
				r = []Range{{l.X(Caret{}), l.X(Caret{})}}
			}
			if len(r) != 1 || p.RTL() && !near(r[0].To, width) || !p.RTL() && !near(r[0].From, 0) {
				t.Errorf("%q with base %d stands at %v", text, base, r)
			}
		}
	}
}
