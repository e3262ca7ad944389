package words_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hashiya/app/bidi"
	"hashiya/app/words"
	"hashiya/assets"
)

// pluralForms are the forms that a text with a number needs, by language.
var pluralForms = map[string][]string{
	"en": {"one", "other"},
	"ar": {"few", "many", "one", "other", "two", "zero"},
}

// texts returns the texts of a built-in language by key and plural form.
func texts(t *testing.T, language string) map[string]map[string]string {
	t.Helper()
	w, err := words.Load(assets.Translations(), language)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]string{}
	w.Keys(func(key, form, text string) {
		if all[key] == nil {
			all[key] = map[string]string{}
		}
		all[key][form] = text
	})
	return all
}

func TestEveryLanguageIsChecked(t *testing.T) {
	names, err := fs.Glob(assets.Translations(), "*.json")
	if err != nil || len(names) != len(pluralForms) {
		t.Errorf("translations are %v (%v); a new one needs a line in pluralForms", names, err)
	}
}

func TestLanguagesHaveTheSameKeys(t *testing.T) {
	english := texts(t, "en")
	for language, wanted := range pluralForms {
		all := texts(t, language)
		for key := range english {
			if all[key] == nil {
				t.Errorf("%s: there is no text for %q", language, key)
			}
		}
		for key, forms := range all {
			if english[key] == nil {
				t.Errorf("%s: %q is not in English", language, key)
				continue
			}
			var got []string
			for form, text := range forms {
				got = append(got, form)
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s: %q (%s) is empty", language, key, form)
				}
			}
			slices.Sort(got)
			want := []string{"other"}
			if len(english[key]) > 1 {
				want = wanted
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q has the forms %v, want %v", language, key, got, want)
			}
		}
	}
}

var place = regexp.MustCompile(`\{\d+\}`)

func places(text string) []string {
	found := place.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// A form that stands for one number only, such as the Arabic dual, may say the
// number by the noun and leave {0} out.
func TestLanguagesHaveTheSamePlaces(t *testing.T) {
	english := texts(t, "en")
	for language := range pluralForms {
		for key, forms := range texts(t, language) {
			want := places(english[key]["other"])
			for form, text := range forms {
				got := places(text)
				sayable := language == "ar" && slices.Contains([]string{"zero", "one", "two"}, form)
				if sayable && !slices.Contains(got, "{0}") && slices.Contains(want, "{0}") {
					got = append([]string{"{0}"}, got...)
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s: %q (%s) takes %v, want %v", language, key, form, got, want)
				}
			}
		}
	}
}

func TestArabicLooksArabic(t *testing.T) {
	letterless := []string{
		"number", "section.items", "lock.holder", "error.other", "error.field", "list.and", "hint.date", "hint.period", "settings.digits.latin", "settings.language.en", "period", "total.equal", "event.tally", "event.part", "list.comma",
		"format.jsonl", "format.csv", "format.brat", "format.labelstudio", "format.spacy", "format.doccano", "format.conll", "format.w3c", "format.geojson",
	}
	arabicLetter := regexp.MustCompile(`\p{Arabic}`)
	// Latin words that stay: keys, formats, encodings, and the name of the other language.
	kept := regexp.MustCompile(`\b(English|Alt|Ctrl|Shift|Enter|Esc|Up|Down|JSONL|CSV|UTF-8|NUL|[A-Z][0-9]?|journal|GeoJSON|CoNLL|spaCy|doccano|Label|Studio|W3C|Web|Annotation|brat|BIO|HTML|JSON|LD|hashiya|places|import)\b`)
	latinWord := regexp.MustCompile(`[A-Za-z]+`)
	for key, forms := range texts(t, "ar") {
		for form, text := range forms {
			if arabicLetter.MatchString(text) == slices.Contains(letterless, key) {
				t.Errorf("%q (%s) is %q: Arabic letters are missing, or were not looked for", key, form, text)
			}
			if strings.ContainsAny(text, `,;?%"“”`) {
				t.Errorf("%q (%s) has Latin punctuation: %q", key, form, text)
			}
			if rest := latinWord.FindString(kept.ReplaceAllString(text, "")); rest != "" {
				t.Errorf("%q (%s) has the Latin word %q: %q", key, form, rest, text)
			}
			if strings.Count(text, "\u2066") != strings.Count(text, "\u2069") {
				t.Errorf("%q (%s) leaves an isolate open: %q", key, form, text)
			}
		}
	}
}

func TestArabicCounts(t *testing.T) {
	w, err := words.Load(assets.Translations(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]string{
		0: "لم يُستورد أي مقال.", 1: "استُورد مقال واحد.", 2: "استُورد مقالان.", 3: "استُوردت 3 مقالات.", 10: "استُوردت 10 مقالات.",
		11: "استُورد 11 مقالاً.", 99: "استُورد 99 مقالاً.", 100: "استُورد 100 مقال.", 102: "استُورد 102 مقال.", 103: "استُوردت 103 مقالات.",
	} {
		if got := w.N("import.done", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// What a person sees, from left to right, in an Arabic sentence.
func TestNumbersAndNamesKeepTheirOrder(t *testing.T) {
	w, err := words.Load(assets.Translations(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	const date = "reason.is not a date such as 2018, 2018-09 or 2018-09-30"
	for text, want := range map[string]string{
		w.N("selection.range", 21, "هجوم", 612, 633):                "612–633",
		w.T("section.page", 1, 20, 57):                              "1 – 20",
		w.T("error.field", w.T("field.value"), "-5", w.T(date)):     "-5",
		w.T("error.field", w.T("field.start"), "2018-9", w.T(date)): "2018-9",
		w.T("error.field", w.T("field.end"), "x", w.T(date)):        "2018-09-30",
		w.T("reason.is not a period such as 2018-09-10/2018-10-13"): "2018-09-10/2018-10-13",
		w.T("error.unfinished", "a"):                                "-journal",
		w.T("error.notFound", "/tmp/Deir ez-Zor 2018.txt"):          "/tmp/Deir ez-Zor 2018.txt",
		w.T("export.done", 3, "(copy) 2.csv"):                       "(copy) 2.csv",
		w.T("saved.at", "10:42"):                                    "10:42",
	} {
		letters := []rune(text)
		levels, _ := bidi.Levels(letters, bidi.BaseRTL)
		var seen []rune
		for _, i := range bidi.VisualOrder(levels) {
			if r := letters[i]; r < '\u2066' || r > '\u2069' {
				seen = append(seen, r)
			}
		}
		if !strings.Contains(string(seen), want) {
			t.Errorf("%q is seen as %q, without %q", text, string(seen), want)
		}
	}
}
