// Package words holds the texts of the interface in one language. A text is
// found by its key; "{0}", "{1}" … in it are replaced by arguments, and a text
// that depends on a number has a form for each plural of the language (CLDR,
// through golang.org/x/text).
package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Words are the texts of one language.
type Words struct {
	tag    language.Tag
	rtl    bool
	digits Digits
	texts  map[string]forms
}

// forms is a text by plural form; a plain text has only "other".
type forms map[string]string

// formNames are the plural forms of CLDR (UTS #35 part 3, section 5).
var formNames = []string{"zero", "one", "two", "few", "many", "other"}

// UnmarshalJSON takes a plain text or an object of plural forms.
func (f *forms) UnmarshalJSON(body []byte) error {
	var plain string
	if json.Unmarshal(body, &plain) == nil {
		*f = forms{"other": plain}
		return nil
	}
	var many map[string]string
	if err := json.Unmarshal(body, &many); err != nil {
		return err
	}
	*f = many
	return nil
}

func (f forms) check() error {
	for form := range f {
		if !slices.Contains(formNames, form) {
			return fmt.Errorf("%q is no plural form; use %s", form, strings.Join(formNames, ", "))
		}
	}
	if f["other"] == "" {
		return fmt.Errorf("there is no text for the form %q; write one", "other")
	}
	return nil
}

// Load reads the texts of a language, such as "en" from en.json.
func Load(files fs.FS, name string) (*Words, error) {
	tag, err := language.Parse(name)
	if err != nil {
		return nil, fmt.Errorf("%q is not the tag of a language, such as en: %w", name, err)
	}
	body, err := fs.ReadFile(files, name+".json")
	if err != nil {
		return nil, fmt.Errorf("the texts for language %q cannot be read: %w", name, err)
	}
	w := &Words{tag: tag, rtl: isRTL(tag)}
	if err := json.Unmarshal(body, &w.texts); err != nil {
		return nil, fmt.Errorf("the texts for language %q are not valid: %w", name, err)
	}
	for key, many := range w.texts {
		if err := many.check(); err != nil {
			return nil, fmt.Errorf("the texts for language %q, key %q: %w", name, key, err)
		}
	}
	return w, nil
}

// Language returns "en", "ar" …
func (w *Words) Language() string {
	base, _ := w.tag.Base()
	return base.String()
}

// RTL reports whether the language is written from right to left.
func (w *Words) RTL() bool { return w.rtl }

func isRTL(tag language.Tag) bool {
	script, _ := tag.Script()
	return slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa"}, script.String())
}

// Has reports whether there is a text of a key.
func (w *Words) Has(key string) bool { return w.texts[key] != nil }

// Keys calls each for every key with the text of each plural form.
func (w *Words) Keys(each func(key, form, text string)) {
	for key, many := range w.texts {
		for form, text := range many {
			each(key, form, text)
		}
	}
}

// T returns the text of a key with its arguments. A key without a text is
// returned itself, so that what is missing is seen and nothing is hidden.
func (w *Words) T(key string, args ...any) string {
	many, found := w.texts[key]
	if !found {
		return key
	}
	return w.fill(many["other"], args)
}

// N is T for a text that depends on a number, which is its argument {0}.
func (w *Words) N(key string, n int, more ...any) string {
	many, found := w.texts[key]
	if !found {
		return key
	}
	text, found := many[w.form(n)]
	if !found {
		text = many["other"]
	}
	return w.fill(text, append([]any{n}, more...))
}

func (w *Words) form(n int) string {
	if n < 0 {
		n = -n // the plural rules are for absolute values
	}
	switch plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// fill puts arguments in their places, in one pass: what looks like a place in
// an argument stays as it is. An argument that is all of the text has nothing
// beside it and is not isolated.
func (w *Words) fill(text string, args []any) string {
	pairs := make([]string, 0, 2*len(args))
	for i, arg := range args {
		place, value := "{"+strconv.Itoa(i)+"}", w.show(arg)
		if text != place {
			value = w.isolate(value)
		}
		pairs = append(pairs, place, value)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
