package arabic

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	tests := []struct{ name, in, fold, search string }{
		{"alef forms", "أإآٱا", "ااااا", "ااااا"},
		{"decomposed alef", "ا\u0654ا\u0653", "اا", "اا"},
		{"yeh and alef maksura", "ىیي", "ييي", "ييي"},
		{"kaf forms", "کگك", "ككك", "ككك"},
		{"heh and taa marbuta", "ةہھەه", "ههههه", "ههههه"},
		{"vowel signs", "مُحَمَّدٌ", "محمد", "محمد"},
		{"superscript alef", "هٰذا", "هذا", "هذا"},
		{"tatweel", "ســـوريا", "سوريا", "سوريا"},
		{"bidi controls", "\u200Fسوريا\u200E\u202A\u061C", "سوريا", "سوريا"},
		{"byte order mark", "\uFEFFنص", "نص", "نص"},
		{"digits", "٣٧ ۳۷ 37", "37 37 37", "37 37 37"},
		{"decimal and thousands signs", "١٢٫٥ ١٬٢٥٠ ٣٠٪", "12.5 1250 30%", "12.5 1250 30%"},
		{"presentation forms", "ﺳﻮﺭﻳﺎ", "سوريا", "سوريا"},
		{"ligature lam alef", "ﻻ", "لا", "لا"},
		{"ligature allah", "ﷲ", "الله", "الله"},
		{"rial sign", "﷼", "ريال", "ريال"},
		{"basmala", "﷽", "بسم الله الرحمن الرحيم", "بسم الله الرحمن الرحيم"},
		{"isolated mark over a letter", "م\uFC60حمد", "محمد", "محمد"},
		{"hamza carriers", "مؤتمر عائلة", "مؤتمر عائله", "موتمر عايله"},
		{"decomposed hamza carriers", "مو\u0654تمر عاي\u0654لة", "مؤتمر عائله", "موتمر عايله"},
		{"presentation hamza carriers", "ﺆﺌ", "ؤئ", "وي"},
		{"lone hamza", "سماء شيء", "سماء شيء", "سما شي"},
		{"spaces", "أ\u00A0ب\u2009ت\u202Fث", "ا ب ت ث", "ا ب ت ث"},
		{"quotation marks", "“قسد” «قسد»", `"قسد" "قسد"`, `"قسد" "قسد"`},
		{"hashtag", "#دير_الزور", "دير الزور", "دير الزور"},
		{"hashtag behind a clitic", "بـ#حلب", "بحلب", "بحلب"},
		{"hashes in a row", "##حلب", "حلب", "حلب"},
		{"hash alone", "# 5 #", "# 5 #", "# 5 #"},
		{"latin", "ISIS Ü", "ISIS Ü", "isis ü"},
		{"invalid bytes", "أ\xffب", "ا\uFFFDب", "ا\uFFFDب"},
		{"empty", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Fold(test.in).String(); got != test.fold {
				t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.fold)
			}
			if got := FoldSearch(test.in).String(); got != test.search {
				t.Errorf("FoldSearch(%q) = %q, want %q", test.in, got, test.search)
			}
		})
	}
}

// Every code point folds to the same as its compatibility normal form, apart
// from the isolated marks, whose space is dropped.
func TestFoldPresentationForms(t *testing.T) {
	for r := rune(0xFB50); r <= 0xFEFE; r++ {
		if !isPresentation(r) {
			continue
		}
		normal := strings.TrimPrefix(norm.NFKC.String(string(r)), " ")
		if r == basmala {
			normal = basmalaWords
		}
		if got, want := Fold("ب"+string(r)).String(), Fold("ب"+normal).String(); got != want {
			t.Errorf("Fold(%U) = %q, want %q", r, got, want)
		}
	}
}

func TestFoldTwice(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		checkFolded(t, "و"+string(r)+"ب")
	}
}

func TestSource(t *testing.T) {
	tests := []struct {
		name, text, needle string
		want               string // the source words of the first hit
	}{
		{"marks inside and behind", "في مُحَمَّدٌ هنا", "محمد", "مُحَمَّدٌ"},
		{"marks before stay out", "بِمحمد", "محمد", "محمد"},
		{"tatweel inside", "ســوريا", "سوريا", "ســوريا"},
		{"control behind stays out", "سوريا\u200F.", "سوريا", "سوريا"},
		{"hashtag sign stays out", "في #دير_الزور،", "دير الزور", "دير_الزور"},
		{"part of a ligature", "ﻻجئ", "ا", "ﻻ"},
		{"ligature with a mark", "ﷲُ أكبر", "الل", "ﷲُ"},
		{"thousands sign inside", "١٬٢٥٠ قتيلا", "1250", "١٬٢٥٠"},
		{"behind an invalid byte", "\xff\xff سوريا", "سوريا", "سوريا"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := Fold(test.text)
			at := f.Index(test.needle, 0)
			if at < 0 {
				t.Fatalf("%q is not in %q", test.needle, f)
			}
			start, end := f.Source(at, at+utf8.RuneCountInString(test.needle))
			if got := string([]rune(test.text)[start:end]); got != test.want {
				t.Errorf("source of %q is %q, want %q", test.needle, got, test.want)
			}
		})
	}
}

func TestSourceOutside(t *testing.T) {
	f := Fold("بُ")
	for _, test := range []struct{ start, end, s, e int }{
		{-5, 9, 0, 2}, {1, 1, 2, 2}, {0, 0, 0, 0}, {7, 3, 2, 2},
	} {
		if s, e := f.Source(test.start, test.end); s != test.s || e != test.e {
			t.Errorf("Source(%d, %d) = %d, %d, want %d, %d", test.start, test.end, s, e, test.s, test.e)
		}
	}
	if s, e := (Folded{}).Source(0, 1); s != 0 || e != 0 {
		t.Errorf("the empty shadow gives %d, %d", s, e)
	}
}

func TestIndexAndHits(t *testing.T) {
	text := strings.Repeat("مَدينة ", 100) + "أخيرة"
	f := FoldSearch(text)
	runes := []rune(text)
	hits := 0
	for start, end := range f.Hits("مدينه") {
		hits++
		if got := string(runes[start:end]); got != "مَدينة" {
			t.Fatalf("hit %d is %q", hits, got)
		}
	}
	if hits != 100 {
		t.Errorf("%d hits, want 100", hits)
	}
	if got := f.Index("اخيره", 5); got != 600 {
		t.Errorf("Index = %d, want 600", got)
	}
	for _, needle := range []string{"", "\xd9", "غائب"} {
		if got := f.Index(needle, 0); got != -1 {
			t.Errorf("Index(%q) = %d, want -1", needle, got)
		}
	}
	if got := f.Index("مدينه", f.Len()+1); got != -1 {
		t.Errorf("Index behind the end = %d, want -1", got)
	}
}

func FuzzFold(f *testing.F) {
	for _, text := range []string{
		"مُحَمَّدٌ", "#دير_الزور", "##_ﷺ\u0654", "ﻻ\u064B#", "\xff\u0654و\u0654", "İ", "\uFE70", "٬#٬ا",
	} {
		f.Add(text)
	}
	f.Fuzz(checkFolded)
}

// checkFolded checks what holds for every text: folding again changes nothing,
// the map never runs backwards and stays within the source, and positions
// convert both ways.
func checkFolded(t *testing.T, text string) {
	t.Helper()
	size := utf8.RuneCountInString(text)
	for _, fold := range []func(string) Folded{Fold, FoldSearch} {
		f := fold(text)
		if again := fold(f.String()).String(); again != f.String() {
			t.Fatalf("folding %q twice gives %q, once %q", text, again, f)
		}
		if !utf8.ValidString(f.String()) || utf8.RuneCountInString(f.String()) != f.Len() {
			t.Fatalf("the shadow of %q is invalid", text)
		}
		before := 0
		for i := range f.Len() {
			start, end := f.Source(i, i+1)
			if start < before || end <= start || end > size {
				t.Fatalf("code point %d of %q comes from [%d, %d) of %d", i, f, start, end, size)
			}
			if at := f.codePointAt(f.byteAt(i)); at != i {
				t.Fatalf("code point %d of %q is found at %d", i, f, at)
			}
			before = start
		}
	}
}

func BenchmarkFold(b *testing.B) {
	text := strings.Repeat("قُتل ٣٧ عنصراً من #قوات_الشرطة في مدينة «حمص» أمس. ", 12_500)[:1<<20]
	for _, bench := range []struct {
		name string
		fold func(string) Folded
	}{{"match", Fold}, {"search", FoldSearch}} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				bench.fold(text)
			}
		})
	}
}
