package bidi

import (
	"slices"
	"strings"
	"testing"
)

// TestRunOrder lists, from left to right, the runs that a reader sees; each is written here in the order it is stored.
func TestRunOrder(t *testing.T) {
	tests := []struct {
		name, text string
		base       Base
		want       []string
	}{
		{"only Arabic", "باب كبير", BaseRTL, []string{"باب كبير"}},
		{"number between words", "عند 37 شجرة", BaseRTL, []string{" شجرة", "37", "عند "}},
		{"two numbers keep their nouns", "في 37 بيتا و 58 دارا", BaseRTL, []string{" دارا", "58", " بيتا و ", "37", "في "}},
		{"Arabic-Indic digits", "عند ٣٧ شجرة", BaseRTL, []string{" شجرة", "٣٧", "عند "}},
		{"Latin in brackets", "مدينة (Flower City) قديمة", BaseRTL, []string{") قديمة", "Flower City", "مدينة ("}},
		{"Latin in brackets before Latin", "برج (Big) Ben هنا", BaseRTL, []string{" هنا", "Ben", ") ", "Big", "برج ("}},
		{"guillemets", "قال «نعم» ثم «yes» أيضا", BaseRTL, []string{"» أيضا", "yes", "قال «نعم» ثم «"}},
		{"hashtag", "وسم #دير_الزور اليوم", BaseRTL, []string{"وسم #دير_الزور اليوم"}},
		{"date", "يوم 12/10/2018 صباحا", BaseRTL, []string{" صباحا", "12/10/2018", "يوم "}},
		{"percent stands at the left", "نحو 25% منها", BaseRTL, []string{"% منها", "25", "نحو "}},
		{"range after letters", "عدد 10-15 كتابا", BaseRTL, []string{" كتابا", "15", "-", "10", "عدد "}},
		{"decimal comma and point", "ثمنه 1,250.5 دينار", BaseRTL, []string{" دينار", "1,250.5", "ثمنه "}},
		{"full stop at the end", "انتهى test.", BaseRTL, []string{".", "test", "انتهى "}},
		{"question mark", "أين؟", BaseRTL, []string{"أين؟"}},
		{"Latin first", "Ali قال", BaseRTL, []string{" قال", "Ali"}},
		{"Latin first decides", "Ali قال نعم", BaseAuto, []string{"Ali ", "قال نعم"}},
		{"Arabic in Latin", "he said نعم now", BaseLTR, []string{"he said ", "نعم", " now"}},
		{"spaces at the end hang at the left", "كلمة abc  ", BaseRTL, []string{"  ", "abc", "كلمة "}},
		{"no letters", "12-5", BaseAuto, []string{"12-5"}},
	}
	font := regular(t)
	for _, test := range tests {
		p := NewParagraph(test.text, font, test.base)
		var got []string
		for _, s := range p.Wrap(0).layout(0) {
			got = append(got, string([]rune(p.text)[s.start:s.end]))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: runs from the left %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLevelsOfRemovedCharacters(t *testing.T) {
	tests := []struct {
		text string
		want []uint8
	}{
		{"اب\u200dج", []uint8{1, 1, 1, 1}},
		{"ab\u200d 1", []uint8{2, 2, 2, 2, 2}},
		{"\u202aا", []uint8{1, 3}},
		{"ab\u202cا", []uint8{2, 2, 2, 1}},
	}
	for _, test := range tests {
		if got, _ := Levels([]rune(test.text), BaseRTL); !slices.Equal(got, test.want) {
			t.Errorf("%q: levels %v, want %v", test.text, got, test.want)
		}
	}
}

func TestLevelsOfHostileText(t *testing.T) {
	const n = 100_000
	tests := map[string]string{
		"nested embeddings":       strings.Repeat("\u202b\u202a", n) + "ا1a" + strings.Repeat("\u202c", n),
		"nested isolates":         strings.Repeat("\u2067a\u2066", n) + "ا1" + strings.Repeat("\u2069", n),
		"isolates without an end": strings.Repeat("\u2068ا", n),
		"isolates in a row":       strings.Repeat("\u2067a\u2069ا", n),
		"brackets in brackets":    strings.Repeat("(", n) + "a" + strings.Repeat(")", n),
		"brackets in a row":       strings.Repeat("(a)", n) + strings.Repeat("( )", n),
		"one character":           strings.Repeat("ا1", n),
	}
	for name, text := range tests {
		levels, _ := Levels([]rune(text), BaseAuto)
		if i := slices.IndexFunc(levels, func(l uint8) bool { return l > maxDepth+1 }); i >= 0 {
			t.Errorf("%s: level %d, want at most %d", name, levels[i], maxDepth+1)
		}
	}
}

func TestVisual(t *testing.T) {
	const (
		r    = "\u202e"
		l    = "\u202d"
		end  = "\u202c"
		nbsp = "\u00a0"
	)
	tests := []struct {
		name, text string
		base       Base
		want       string
	}{
		{"empty", "", BaseRTL, ""},
		{"Latin is left alone", "Open file...", BaseRTL, "Open file..."},
		{"numbers are left alone", "3 / 14", BaseRTL, "3 / 14"},
		{"Arabic", "فتح ملف", BaseRTL, r + "فتح ملف" + end},
		{"number", "عند 37 بيتا", BaseRTL, r + nbsp + "بيتا" + end + l + "37" + end + r + "عند" + nbsp + end},
		{"percent", "نحو 25%", BaseRTL, r + "%" + end + l + "25" + end + r + "نحو" + nbsp + end},
		{"brackets", "عدد (killed):", BaseRTL, r + "):" + end + l + "killed" + end + r + "عدد (" + end},
		{"full stop", "انتهى.", BaseRTL, r + "انتهى." + end},
		{"left to right", "name: اسم.", BaseLTR, l + "name:" + nbsp + end + r + "اسم" + end + l + "." + end},
		{"first strong letter", "file ملف", BaseAuto, l + "file" + nbsp + end + r + "ملف" + end},
		{"tab and line end", "ا\tب\nج", BaseRTL, r + "ا ب ج" + end},
		{"spaces at both ends", " ا  ", BaseRTL, r + nbsp + "ا" + nbsp + nbsp + end},
		{"spaces after Latin stand at the left", "باب ab  ", BaseRTL, r + nbsp + nbsp + end + l + "ab" + end + r + "باب" + nbsp + end},
		{"marks of its own", "\u2067ا\u2069 a", BaseRTL, l + "a" + end + r + "ا" + nbsp + end},
		// Two right-to-left runs side by side, of levels 1 and 3: one override, or a widget puts the first of them at the right.
		{"isolated name", "دار: \u2068جار (12)\u2069", BaseRTL, r + ")" + end + l + "12" + end + r + "دار: جار (" + end},
	}
	for _, test := range tests {
		if got := Visual(test.text, test.base); got != test.want {
			t.Errorf("%s: %+q, want %+q", test.name, got, test.want)
		}
	}
}
