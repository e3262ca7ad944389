package gazetteer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hashiya/model/arabic"
)

// Names are compared by keys: folded as for the search, without accents and
// marks, without the article before the first word, and without spaces. So
// «البو كمال» is «البوكمال», "Deir ez-Zor" is "deir ezzor", and «الحسكة» is
// found as «حسكة».

// minStem is how many letters must stay when an article or a particle is taken
// off a word.
const minStem = 2

// latinArticles are the forms of the Arabic article in transliterations, which
// follow the sun letter behind them.
var latinArticles = []string{"al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az"}

// accents has each letter of transliterations behind those that it stands for.
var accents = strings.NewReplacer(
	"ā", "a", "á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ă", "a", "ą", "a",
	"ç", "c", "ć", "c", "č", "c", "ḑ", "d", "ḍ", "d", "đ", "d", "ď", "d",
	"ē", "e", "é", "e", "è", "e", "ê", "e", "ë", "e", "ě", "e", "ę", "e",
	"ğ", "g", "ġ", "g", "ģ", "g", "ḩ", "h", "ḥ", "h", "ħ", "h", "ẖ", "h",
	"ī", "i", "í", "i", "ì", "i", "î", "i", "ï", "i", "ı", "i", "i̇", "i",
	"ķ", "k", "ļ", "l", "ł", "l", "ḷ", "l", "ṃ", "m", "ñ", "n", "ń", "n", "ň", "n", "ņ", "n",
	"ō", "o", "ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ő", "o",
	"ŗ", "r", "ř", "r", "ş", "s", "ș", "s", "ś", "s", "š", "s", "ṣ", "s", "ß", "ss",
	"ţ", "t", "ț", "t", "ṭ", "t", "ť", "t", "ū", "u", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ů", "u", "ű", "u",
	"ý", "y", "ÿ", "y", "z̧", "z", "ẓ", "z", "ź", "z", "ż", "z", "ž", "z", "æ", "ae", "œ", "oe",
)

// words cuts a name into folded words: what is neither letter nor digit
// separates them, but for apostrophes, which stand for hamza and ain.
func words(name string) []string {
	folded := accents.Replace(arabic.FoldSearch(name).String())
	var b strings.Builder
	for _, r := range folded {
		switch {
		case unicode.IsLetter(r), unicode.IsNumber(r):
			b.WriteRune(r)
		case isApostrophe(r), unicode.IsMark(r):
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'`´‘’‛ʹʻʼʽʾʿ", r) }

// keyOf returns the key of a name in folded words.
func keyOf(folded []string) string {
	if len(folded) == 0 {
		return ""
	}
	first := folded[0]
	if rest, is := strings.CutPrefix(first, "ال"); is && utf8.RuneCountInString(rest) >= minStem {
		first = rest
	} else if len(folded) > 1 && slices.Contains(latinArticles, first) {
		first = ""
	}
	return first + strings.Join(folded[1:], "")
}

// Key returns the key that a name is looked up by; "" for one without letters.
func Key(name string) string { return keyOf(words(name)) }

// Keys returns the keys of the names of one place: of each as it stands, and
// without a word for its kind («محافظة الحسكة» is also «الحسكة»).
func Keys(names ...string) []string {
	var keys []string
	add := func(key string) {
		if key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	for _, name := range names {
		folded := words(name)
		add(keyOf(folded))
		if rest, kind := cutKind(folded); kind.code != "" {
			add(keyOf(rest))
		}
	}
	return keys
}
