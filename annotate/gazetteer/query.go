package gazetteer

import (
	"strings"
	"unicode/utf8"
)

const (
	// maxQuery is the longest query looked at, in code points.
	maxQuery = 200
	// maxKindWords is how many words for kinds may stand before a name:
	// «شمال شرقي مدينة الرقة».
	maxKindWords = 3
)

// form is one reading of a query.
type form struct {
	key      string
	kind     string // what a word of the query says, of list entity_type_location
	relative bool   // the query speaks of an area around the place
	cost     int    // of what was taken off, in points of a score
}

// readings returns the ways to read a query, the plainest first: as it stands,
// without particles attached to its first word, and each without words that
// tell the kind. A key occurs once, with its plainest reading.
func readings(query string) []form {
	if runes := []rune(query); len(runes) > maxQuery {
		query = string(runes[:maxQuery])
	}
	folded := words(query)
	if len(folded) == 0 {
		return nil
	}
	var forms []form
	seen := map[string]bool{}
	add := func(f form) {
		if f.key != "" && !seen[f.key] {
			seen[f.key] = true
			forms = append(forms, f)
		}
	}
	for particles, first := range withoutParticles(folded[0]) {
		rest := append([]string{first}, folded[1:]...)
		f := form{key: keyOf(rest), cost: particles * costOfCut}
		add(f)
		for range maxKindWords {
			shorter, kind, found := cutWord(rest)
			if !found {
				break
			}
			rest = shorter
			f.key, f.relative = keyOf(rest), f.relative || kind.relative
			if kind.relative {
				f.cost += costOfCut
			} else {
				f.cost += costOfKindWord
			}
			if kind.code != "" {
				f.kind = kind.code
			}
			add(f)
		}
	}
	return forms
}

// withoutParticles returns a folded word as it stands and without the
// particles that may be attached to it: [و|ف] [ب|ك|ل], and ل before an article
// («للحسكة»). Whether a cut is right only the gazetteer can tell.
func withoutParticles(word string) []string {
	all := []string{word}
	rest := word
	for _, class := range []string{"وف", "بكل"} {
		first, size := utf8.DecodeRuneInString(rest)
		shorter := rest[size:]
		if !strings.ContainsRune(class, first) || utf8.RuneCountInString(shorter) <= minStem {
			continue
		}
		if first == 'ل' && strings.HasPrefix(shorter, "ل") {
			shorter = "ا" + shorter
		}
		rest = shorter
		all = append(all, rest)
	}
	return all
}
