package dataset

import (
	"sort"
	"strings"
	"unicode"
)

// token is a word or sign of a text, half-open in code points.
type token struct {
	start, end int
	sentence   bool // a sentence ends with it
}

// tokenise cuts a text into tokens, for formats that are made of these:
//
//   - a word is a run of letters, marks (so harakat stay with their letter),
//     digits, tatweel, "_" and invisible format characters;
//   - . , ٫ ٬ between two digits belong to the number;
//   - every other sign is a token of its own, Arabic comma, semicolon and
//     question mark included;
//   - letters attached to a word (و ف ب ل ك) are not cut off;
//   - white space and control characters separate and are no tokens.
//
// A sentence ends with a run of . ! ? ؟ … and before a line break.
func tokenise(text []rune) []token {
	var tokens []token
	for at := 0; at < len(text); {
		switch r := text[at]; {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			endSentence(tokens)
			at++
		case unicode.IsSpace(r) || unicode.IsControl(r):
			at++
		case inWord(r):
			start := at
			for at < len(text) && (inWord(text[at]) || inNumber(text, at)) {
				at++
			}
			tokens = append(tokens, token{start: start, end: at})
		default:
			at++
			tokens = append(tokens, token{start: at - 1, end: at})
			if strings.ContainsRune(".!?؟…", r) && (at == len(text) || !strings.ContainsRune(".!?؟…", text[at])) {
				endSentence(tokens)
			}
		}
	}
	endSentence(tokens)
	return tokens
}

func endSentence(tokens []token) {
	if len(tokens) > 0 {
		tokens[len(tokens)-1].sentence = true
	}
}

func inWord(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Cf) || r == '_'
}

// inNumber reports a separator between two digits.
func inNumber(text []rune, at int) bool {
	return strings.ContainsRune(".,٫٬", text[at]) && at > 0 && at+1 < len(text) &&
		unicode.IsDigit(text[at-1]) && unicode.IsDigit(text[at+1])
}

// covering returns the tokens from first to before last that a range touches;
// none when first is last.
func covering(tokens []token, start, end int) (first, last int) {
	first = searchTokens(tokens, func(t token) bool { return t.end > start })
	last = searchTokens(tokens, func(t token) bool { return t.start >= end })
	return first, max(first, last)
}

// searchTokens returns the first token for which reached, which stays true once
// it is.
func searchTokens(tokens []token, reached func(token) bool) int {
	return sort.Search(len(tokens), func(i int) bool { return reached(tokens[i]) })
}
