// Package words holds the texts of the interface in one language. A text is
// found by its key; "{0}", "{1}" … in it are replaced by arguments, and a text
// that depends on a number has a form for each plural of the language (CLDR,
// through golang.org/x/text).
package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Words are the texts of one language.
type Words struct {
	tag   language.Tag
	texts map[string]forms
}

// forms is a text by plural form; a plain text has only "other".
type forms map[string]string

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

// Load reads the texts of a language, such as "en" from en.json.
func Load(files fs.FS, name string) (*Words, error) {
	body, err := fs.ReadFile(files, name+".json")
	if err != nil {
		return nil, fmt.Errorf("the texts for language %q cannot be read: %w", name, err)
	}
	w := &Words{}
	if w.tag, err = language.Parse(name); err != nil {
		return nil, fmt.Errorf("language %q: %w", name, err)
	}
	if err := json.Unmarshal(body, &w.texts); err != nil {
		return nil, fmt.Errorf("the texts for language %q are not valid: %w", name, err)
	}
	return w, nil
}

// Language returns "en", "ar" …
func (w *Words) Language() string {
	base, _ := w.tag.Base()
	return base.String()
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
	return fill(many["other"], args)
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
	return fill(text, append([]any{n}, more...))
}

func (w *Words) form(n int) string {
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

// fill puts arguments in their places. Texts among them are isolated (UAX #9,
// section 2.7), so that an Arabic name in an English sentence, or the other
// way round, does not pull the numbers beside it to its other side.
func fill(text string, args []any) string {
	for i, arg := range args {
		place := "{" + strconv.Itoa(i) + "}"
		if s, is := arg.(string); is && text != place {
			arg = Isolate(s)
		}
		text = strings.ReplaceAll(text, place, fmt.Sprint(arg))
	}
	return text
}

const (
	firstStrongIsolate = "\u2068"
	popIsolate         = "\u2069"
)

// Isolate makes a text keep its own direction and order inside another one.
func Isolate(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x0590 }) < 0 {
		return s
	}
	return firstStrongIsolate + s + popIsolate
}
