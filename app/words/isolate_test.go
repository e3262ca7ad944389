package words_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hashiya/app/bidi"
	"hashiya/app/words"
)

const (
	lri = "\u2066"
	rli = "\u2067"
	fsi = "\u2068"
	pdi = "\u2069"
)

func TestArgumentsAreIsolated(t *testing.T) {
	const texts = `{"in": "a {0} b", "alone": "{0}"}`
	cases := []struct {
		name      string
		arg       any
		inEnglish bool
		inArabic  bool
	}{
		{"Latin", "Hajin", false, true},
		{"Arabic", "هجين", true, false},
		{"Latin and Arabic", "هجين (Hajin)", true, true},
		{"Arabic with digits", "كتيبة 12", true, false},
		{"Latin with digits", "brigade 12", false, true},
		{"file", "report-3.txt", false, true},
		{"path", "/home/a/ب.hashiya", true, true},
		{"range", "612–633", false, true},
		{"date", "2018-09", false, true},
		{"period", "2018-09-10/2018-10-13", false, true},
		{"share", "50%", false, true},
		{"signs", "–", false, true},
		{"time", "10:42", false, false},
		{"decimal", "0.5", false, false},
		{"digits", "37", false, false},
		{"number ending in a sign", "37.", false, true},
		{"number with two signs", "1..2", false, true},
		{"Arabic-Indic digits", "٣٧", true, false},
		{"right-to-left override", "a\u202eb", true, true},
		{"number", 37, false, false},
		{"negative number", -37, false, true},
		{"nothing", "", false, false},
	}
	english, arabic := load(t, "en", texts), load(t, "ar", texts)
	for _, c := range cases {
		plain := english.T("alone", c.arg)
		for _, side := range []struct {
			words    *words.Words
			isolated bool
		}{{english, c.inEnglish}, {arabic, c.inArabic}} {
			want := "a " + plain + " b"
			if side.isolated {
				want = "a " + fsi + plain + pdi + " b"
			}
			if got := side.words.T("in", c.arg); got != want {
				t.Errorf("%s in %s: %q, want %q", c.name, side.words.Language(), got, want)
			}
			if got := side.words.T("alone", c.arg); got != plain {
				t.Errorf("%s alone in %s: %q, want %q", c.name, side.words.Language(), got, plain)
			}
		}
	}
}

// Numbers in Arabic-Indic digits would change places with each other in an
// English sentence.
func TestConvertedNumbersAreIsolated(t *testing.T) {
	w := load(t, "en", `{"page": "{0} – {1}"}`)
	w.SetDigits(words.ArabicIndic)
	if got, want := w.T("page", 3, 5), fsi+"٣"+pdi+" – "+fsi+"٥"+pdi; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIsolateIsClosed(t *testing.T) {
	for text, want := range map[string]string{
		"":                    "",
		"a":                   fsi + "a" + pdi,
		"a" + fsi + "b":       lri + "a" + fsi + "b" + pdi + pdi,
		"a\u2066b\u2067c":     lri + "a\u2066b\u2067c" + pdi + pdi + pdi,
		"a" + pdi + "b":       fsi + fsi + "a" + pdi + "b" + pdi,
		pdi + fsi + "a":       lri + lri + pdi + fsi + "a" + pdi + pdi,
		fsi + "a" + pdi:       lri + fsi + "a" + pdi + pdi,
		fsi + "12" + pdi:      fsi + fsi + "12" + pdi + pdi,
		fsi + "قسد" + pdi:     rli + fsi + "قسد" + pdi + pdi,
		fsi + pdi + pdi + "a": lri + lri + fsi + pdi + pdi + "a" + pdi,
	} {
		if got := words.Isolate(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

// The order of names that are isolated each for itself, and then together, is
// that of their own direction, whatever stands around them.
func TestIsolatedNamesKeepTheirOrder(t *testing.T) {
	for _, c := range []struct {
		base    bidi.Base
		a, b    string
		aIsLeft bool
	}{
		{bidi.BaseLTR, "قسد", "داعش", false},
		{bidi.BaseRTL, "قسد", "داعش", false},
		{bidi.BaseLTR, "SDF", "ISIS", true},
		{bidi.BaseRTL, "SDF", "ISIS", true},
		{bidi.BaseLTR, "قسد", "ISIS", false},
		{bidi.BaseRTL, "SDF", "داعش", true},
	} {
		both := words.Isolate(words.Isolate(c.a) + " + " + words.Isolate(c.b))
		levels, _ := bidi.Levels([]rune("x "+both+" y"), c.base)
		order := bidi.VisualOrder(levels)
		place := func(name string) int {
			before, _, _ := strings.Cut("x "+both, name)
			return slices.Index(order, utf8.RuneCountInString(before))
		}
		if place(c.a) < place(c.b) != c.aIsLeft {
			t.Errorf("%q and %q in base %v: the first is at %v, the second at %v", c.a, c.b, c.base, place(c.a), place(c.b))
		}
	}
}
