package words_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"hashiya/app/words"
)

// load makes words of a language from JSON.
func load(t *testing.T, language, texts string) *words.Words {
	t.Helper()
	w, err := words.Load(fstest.MapFS{language + ".json": {Data: []byte(texts)}}, language)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestPluralForms(t *testing.T) {
	const sixForms = `{"items": {"zero": "zero", "one": "one", "two": "two", "few": "few", "many": "many", "other": "other"}}`
	cases := map[string]map[int]string{
		"ar": {
			0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 101: "other",
			102: "other", 103: "few", 111: "many", 1_000_000: "other", 10_000_003: "few", -1: "one", -11: "many",
		},
		"en": {0: "other", 1: "one", 2: "other", 11: "other", 101: "other", -1: "one"},
	}
	for language, forms := range cases {
		w := load(t, language, sixForms)
		for n, form := range forms {
			if got := w.N("items", n); got != form {
				t.Errorf("%s: %d takes the form %q, want %q", language, n, got, form)
			}
		}
	}
}

func TestFormThatIsMissingIsOther(t *testing.T) {
	w := load(t, "ar", `{"items": {"one": "واحد", "other": "{0} من {1}"}, "plain": "{0}"}`)
	for n, want := range map[int]string{1: "واحد", 2: "2 من 9", 11: "11 من 9"} {
		if got := w.N("items", n, 9); got != want {
			t.Errorf("%d gives %q, want %q", n, got, want)
		}
	}
	if got := w.N("plain", 7); got != "7" {
		t.Errorf("a plain text gives %q, want 7", got)
	}
}

func TestMissingKeyIsReturned(t *testing.T) {
	w := load(t, "en", `{"there": "text"}`)
	if w.T("not there", 1) != "not there" || w.N("not there", 1) != "not there" || w.Has("not there") {
		t.Errorf("got %q and %q, Has %v", w.T("not there", 1), w.N("not there", 1), w.Has("not there"))
	}
	if w.T("there") != "text" || !w.Has("there") {
		t.Errorf("got %q, Has %v", w.T("there"), w.Has("there"))
	}
}

func TestArgumentsAreFilledInOnce(t *testing.T) {
	w := load(t, "en", `{"pair": "{0} then {1}, {0} again", "ten": "{1}{10}"}`)
	if got := w.T("pair", "{1}.txt", "{0}"); got != "{1}.txt then {0}, {1}.txt again" {
		t.Errorf("got %q", got)
	}
	if got := w.T("ten", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10); got != "110" {
		t.Errorf("got %q, want 110", got)
	}
}

func TestLanguageAndDirection(t *testing.T) {
	for name, want := range map[string]struct {
		language string
		rtl      bool
	}{"en": {"en", false}, "ar": {"ar", true}, "ar-SY": {"ar", true}, "ku-Latn": {"ku", false}, "fa": {"fa", true}, "he": {"he", true}} {
		w := load(t, name, `{}`)
		if w.Language() != want.language || w.RTL() != want.rtl {
			t.Errorf("%s: language %q, right to left %v, want %+v", name, w.Language(), w.RTL(), want)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	files := fstest.MapFS{
		"no.json": {Data: []byte(`{"a": "b"`)},
		"de.json": {Data: []byte(`["a"]`)},
		"fr.json": {Data: []byte(`{"a": {"other": 5}}`)},
		"it.json": {Data: []byte(`{"a": {"one": "x", "several": "y", "other": "z"}}`)},
		"es.json": {Data: []byte(`{"a": {"one": "x"}}`)},
		"pt.json": {Data: []byte(`{"a": null}`)},
	}
	for name, want := range map[string]string{
		"sv": "cannot be read", "not a tag": "not the tag of a language", "../no": "not the tag of a language", "": "not the tag",
		"no": "not valid", "de": "not valid", "fr": "not valid",
		"it": `key "a": "several" is no plural form`, "es": `key "a": there is no text for the form "other"`, "pt": `"other"`,
	} {
		w, err := words.Load(files, name)
		if err == nil || !strings.Contains(err.Error(), want) || w != nil {
			t.Errorf("%q: %v, want an error that says %q", name, err, want)
		}
	}
}
