package words_test

import (
	"fmt"
	"testing"

	"hashiya/app/words"
)

func TestDigits(t *testing.T) {
	const texts = `{"of": "{0} / {1} (3)", "items": "{0}"}`
	for _, c := range []struct {
		digits            words.Digits
		of, items, number string
	}{
		{"", "12 / كتيبة 12 (3)", "-40", "1234567890"},
		{words.Latin, "12 / كتيبة 12 (3)", "-40", "1234567890"},
		{"other", "12 / كتيبة 12 (3)", "-40", "1234567890"},
		{words.ArabicIndic, "١٢ / كتيبة 12 (3)", "-٤٠", "١٢٣٤٥٦٧٨٩٠"},
	} {
		w := load(t, "ar", texts)
		w.SetDigits(c.digits)
		if got := w.T("of", 12, "كتيبة 12"); got != c.of {
			t.Errorf("%q: %q, want %q", c.digits, got, c.of)
		}
		if got := w.N("items", -40); got != c.items {
			t.Errorf("%q: %q, want %q", c.digits, got, c.items)
		}
		if got := w.Number(1234567890); got != c.number {
			t.Errorf("%q: %q, want %q", c.digits, got, c.number)
		}
	}
}

func TestOnlyIntegersAreConverted(t *testing.T) {
	w := load(t, "ar", `{"one": "{0}"}`)
	w.SetDigits(words.ArabicIndic)
	for _, c := range []struct {
		arg  any
		want string
	}{
		{int64(7), "٧"},
		{uint8(7), "٧"},
		{"7", "7"},
		{0.5, "0.5"},
		{fmt.Errorf("line 7"), "line 7"},
	} {
		if got := w.T("one", c.arg); got != c.want {
			t.Errorf("%T gives %q, want %q", c.arg, got, c.want)
		}
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct{ iso, english, arabic, arabicIndic string }{
		{"2018", "2018", "2018", "٢٠١٨"},
		{"2018-09", "Sep 2018", "أيلول 2018", "أيلول ٢٠١٨"},
		{"2018-10-13", "13 Oct 2018", "13 تشرين الأول 2018", "١٣ تشرين الأول ٢٠١٨"},
		{"2019-01-02", "2 Jan 2019", "2 كانون الثاني 2019", "٢ كانون الثاني ٢٠١٩"},
		{"2020-02-29", "29 Feb 2020", "29 شباط 2020", "٢٩ شباط ٢٠٢٠"},
		{"2018-12", "Dec 2018", "كانون الأول 2018", "كانون الأول ٢٠١٨"},
		{"0001-05", "May 0001", "أيار 0001", "أيار ٠٠٠١"},
	} {
		checkDate(t, c.iso, c.english, c.arabic, c.arabicIndic)
	}
	for _, wrong := range []string{
		"", "18", "2018-13", "2018-00", "2018-02-30", "2019-02-29", "2018-9", "2018-9-1", "2018/10/13", "13-10-2018",
		"2018-10-13T10:00", "2018-09-10/2018-10-13", "soon", "٢٠١٨", "-018", " 2018",
	} {
		checkDate(t, wrong, wrong, wrong, wrong)
	}
	if got := load(t, "de", `{}`).Date("2018-10-13"); got != "2018-10-13" {
		t.Errorf("a language without month names gives %q", got)
	}
}

func checkDate(t *testing.T, iso, english, arabic, arabicIndic string) {
	t.Helper()
	en, ar, indic := load(t, "en", `{}`), load(t, "ar", `{}`), load(t, "ar", `{}`)
	indic.SetDigits(words.ArabicIndic)
	for _, c := range []struct {
		words *words.Words
		want  string
	}{{en, english}, {ar, arabic}, {indic, arabicIndic}} {
		if got := c.words.Date(iso); got != c.want {
			t.Errorf("%q is %q, want %q", iso, got, c.want)
		}
	}
}

func TestEveryMonthHasItsName(t *testing.T) {
	for _, language := range []string{"ar", "en"} {
		w := load(t, language, `{}`)
		seen := map[string]bool{}
		for month := 1; month <= 12; month++ {
			seen[w.Date(fmt.Sprintf("2018-%02d", month))] = true
		}
		if len(seen) != 12 {
			t.Errorf("%s: %d names for 12 months: %v", language, len(seen), seen)
		}
	}
}
