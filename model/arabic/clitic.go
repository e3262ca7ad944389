package arabic

import (
	"strings"
	"unicode/utf8"
)

// minName is the shortest name, in folded letters and without the article,
// that particles are taken off: shorter rests are chance matches.
const minName = 3

// TrimClitics tells how many code points at the start of word are particles
// attached to a known name: [و|ف] [ب|ك|ل], in that order, with the tatweel,
// quotation marks, hashtag and space that may follow them. The name may have
// several words. «لل…» is ل and a name that begins with «ال…»: start stands
// between the two letters, before the second ل.
//
// known is asked with keys as Fold gives them, with and without the article
// «ال». A word that is known whole is never cut, so «واشنطن» keeps its و when
// the name is known. The result is 0 when no cut leaves a known name.
func TrimClitics(word string, known func(folded string) bool) (start int) {
	f := Fold(word)
	if isName(trimQuotes(f.text), known, 1) {
		return 0
	}
	letters := []rune(f.text)
	for _, cut := range cliticCuts(letters) {
		rest := string(letters[cut:])
		if isName(trimQuotes(rest), known, minName) || isAssimilated(letters, cut, known) {
			for cut < len(letters) && isQuoteOrSpace(letters[cut]) {
				cut++
			}
			start, _ = f.Source(cut, cut)
			return start
		}
	}
	return 0
}

// cliticCuts gives the places behind each particle that the word may begin
// with, shortest first.
func cliticCuts(letters []rune) []int {
	var cuts []int
	at := 0
	for _, class := range []string{"وف", "بكل"} {
		if at < len(letters) && strings.ContainsRune(class, letters[at]) {
			at++
			cuts = append(cuts, at)
		}
	}
	return cuts
}

// isAssimilated reports «لل…», where the alef of the article is not written.
// A name that itself begins with ل loses one more («للاذقية»): isName finds it
// by putting the article before the rest.
func isAssimilated(letters []rune, cut int, known func(string) bool) bool {
	if cut >= len(letters) || letters[cut-1] != 'ل' || letters[cut] != 'ل' {
		return false
	}
	return isName("ا"+trimQuotes(string(letters[cut:])), known, minName)
}

// isName asks for a key as it stands, without its article, and with one.
func isName(key string, known func(string) bool, least int) bool {
	stem := strings.TrimPrefix(key, "ال")
	if utf8.RuneCountInString(stem) < least {
		return false
	}
	return known(key) || stem != key && known(stem) || known("ال"+stem)
}

func isQuoteOrSpace(r rune) bool { return r == '"' || r == '\'' || r == ' ' }

// trimQuotes takes off what may surround a name in a selection.
func trimQuotes(key string) string { return strings.Trim(key, "\"' \n\t،؛.,:()[]") }
