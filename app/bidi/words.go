package bidi

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// addMissedWords sets wordStart and wordEnd where go-text's word iterator leaves a word out: when it follows another word at
// once, as ideographs do, and when it begins with something other than a letter or digit, as the hashtag #_word does.
func addMissedWords(s *segmenter.Segmenter, text []rune, flags []boundary) {
	gap := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || flags[i]&wordStart != 0 {
			addWordsOfGap(s, text, flags, gap, i)
			for i++; i < len(text) && flags[i]&wordEnd == 0; {
				i++
			}
			gap = i
			i-- // the next word may start where this one ends
		}
	}
}

// addWordsOfGap sets the flags of the words in text[start:end], where no word is known yet and whose ends are word boundaries.
func addWordsOfGap(s *segmenter.Segmenter, text []rune, flags []boundary, start, end int) {
	for i := start; i < end; i++ {
		if !inWords(text[i]) {
			continue
		}
		first := i
		for k := i - 1; k >= start && (leadsWord(text[k]) || unicode.Is(unicode.Mn, text[k])); k-- {
			if leadsWord(text[k]) {
				first = k
			}
		}
		i += firstWord(s, text[i:end])
		flags[first] |= wordStart
		flags[i] |= wordEnd
		start = i
		i--
	}
}

// firstWord returns the length of the word that text, which is not empty, starts with. It looks at as little of the text as it
// can, so that many calls on one text stay linear.
func firstWord(s *segmenter.Segmenter, text []rune) int {
	// The rules look no more than two characters ahead, apart from marks.
	const firstWindow, ahead = 32, 3
	for window := firstWindow; ; window *= 2 {
		window = min(window, len(text))
		s.Init(text[:window])
		words := s.WordIterator()
		if !words.Next() {
			return 1
		}
		if n := len(words.Word().Text); n+ahead <= window || window == len(text) {
			return n
		}
	}
}

// inWords reports whether r makes the segment of UAX #29 it begins a word: a letter, or a digit.
func inWords(r rune) bool {
	if r < 0x80 {
		return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.Other_Alphabetic)
}

// leadsWord reports whether r belongs to the word of the letter after it: connectors (ExtendNumLet in UAX #29), and signs that
// stand under or around the digits after them. Marks may stand in between.
func leadsWord(r rune) bool {
	return r == '_' || r >= 0x80 && unicode.In(r, unicode.Pc, unicode.Prepended_Concatenation_Mark)
}
