package arabic

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind int

const (
	wordToken tokenKind = iota
	digitToken
	markToken // punctuation or a line break
)

// token is a word, a number in digits or a mark of the folded text.
type token struct {
	kind       tokenKind
	text       string
	start, end int // code points of the shadow
}

// sentence is a folded text cut into tokens.
type sentence struct {
	Folded
	tokens []token
}

func readSentence(text string) sentence {
	s := sentence{Folded: Fold(text)}
	rest, at := s.text, 0
	for rest != "" {
		r, size := utf8.DecodeRuneInString(rest)
		if unicode.IsSpace(r) && r != '\n' {
			rest, at = rest[size:], at+1
			continue
		}
		kind, size := nextToken(rest, r, size)
		n := utf8.RuneCountInString(rest[:size])
		s.tokens = append(s.tokens, token{kind, rest[:size], at, at + n})
		rest, at = rest[size:], at+n
	}
	return s
}

// nextToken gives the kind and the byte length of the token that begins rest
// with the code point r.
func nextToken(rest string, r rune, size int) (tokenKind, int) {
	switch {
	case isDigit(r):
		return digitToken, digitsLen(rest)
	case unicode.IsLetter(r):
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if end < 0 {
			end = len(rest)
		}
		return wordToken, end
	}
	return markToken, size
}

// digitsLen measures digits with the points and commas between them.
func digitsLen(rest string) int {
	end := 0
	for end < len(rest) {
		c := rest[end]
		inside := (c == '.' || c == ',') && end+1 < len(rest) && isDigit(rune(rest[end+1]))
		if !isDigit(rune(c)) && !inside {
			break
		}
		end++
	}
	return end
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// word gives the word at token i, "" where no word stands.
func (s sentence) word(i int) string {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].kind != wordToken {
		return ""
	}
	return s.tokens[i].text
}

// isMarkAt tells whether token i is one of the marks.
func (s sentence) isMarkAt(i int, marks string) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == markToken && strings.Contains(marks, s.tokens[i].text)
}

func (s sentence) isDigits(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == digitToken
}

// touches tells whether tokens i and i+1 stand without a space between them.
func (s sentence) touches(i int) bool {
	return i >= 0 && i+1 < len(s.tokens) && s.tokens[i].end == s.tokens[i+1].start
}

// phrase tells whether the words stand at token i, in a row.
func (s sentence) phrase(i int, words ...string) bool {
	for k, word := range words {
		if s.word(i+k) != word {
			return false
		}
	}
	return true
}

// stem is a reading of a word: what is left without particles and article.
type stem struct {
	text    string
	cut     int  // code points taken off, the article not counted
	article bool // «ال» was taken off
}

// stems gives the readings of a word: as it stands, without [و|ف], [ب|ك|ل],
// and each without the article.
func stems(word string) []stem {
	if word == "" {
		return nil
	}
	list := []stem{{text: word}}
	rest, cut := word, 0
	for _, class := range []string{"وف", "بكل"} {
		r, size := utf8.DecodeRuneInString(rest)
		if len(rest) > size && strings.ContainsRune(class, r) {
			rest, cut = rest[size:], cut+1
			list = append(list, stem{text: rest, cut: cut})
		}
	}
	for _, s := range list {
		// «لل…» has been cut to «ل…»: the article without its alef.
		assimilated := s.cut > 0 && strings.HasSuffix(strings.TrimSuffix(word, s.text), "ل")
		switch {
		case strings.HasPrefix(s.text, "ال"):
			list = append(list, stem{strings.TrimPrefix(s.text, "ال"), s.cut, true})
		case assimilated && strings.HasPrefix(s.text, "ل"):
			list = append(list, stem{strings.TrimPrefix(s.text, "ل"), s.cut, true})
		}
	}
	return list
}

// reading gives the first reading of a word that the set holds.
func reading[V any](word string, set map[string]V) (V, stem, bool) {
	for _, s := range stems(word) {
		if v, ok := set[s.text]; ok {
			return v, s, true
		}
	}
	var none V
	return none, stem{}, false
}
