package bidi

import (
	"strings"
	"unicode"
)

const zeroWidthJoiner = '\u200D'

// joinPictographs applies rule GB11 of UAX #29 where the segmenter misses it: in the second of two neighbouring emoji that are
// joined from several, such as two families. A caret between the parts would split what is seen as one character.
func joinPictographs(text []rune, flags []boundary) {
	for i := 2; i < len(text); i++ {
		if text[i-1] == zeroWidthJoiner && flags[i]&graphemeStart != 0 && isPictograph(text[i]) && endsPictograph(text[:i-1]) {
			flags[i] &^= graphemeStart
		}
	}
}

// endsPictograph reports whether text ends in a pictograph with the marks that extend it.
func endsPictograph(text []rune) bool {
	for i := len(text) - 1; i >= 0; i-- {
		if isPictograph(text[i]) {
			return true
		}
		if !unicode.In(text[i], unicode.Mn, unicode.Me, unicode.Sk) {
			return false
		}
	}
	return false
}

// isPictograph reports whether r occurs in joined emoji: a symbol of the emoji blocks, or one of the older symbols that the
// sequences of UTS #51 use.
func isPictograph(r rune) bool {
	return r >= 0x1F300 && r <= 0x1FAFF && unicode.Is(unicode.So, r) || strings.ContainsRune("♀♂⚕⚖✈❤⬛⛓⛹➡↔↕", r)
}
