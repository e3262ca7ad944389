package filepicker

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Joiners that are part of ordinary Arabic and Persian spelling.
const (
	zeroWidthNonJoiner = '\u200C'
	zeroWidthJoiner    = '\u200D'
)

// visible returns a file name or path that shows what is in it and cannot
// reach beyond itself: bytes that are no UTF-8, control characters, line ends,
// bidi controls and other format characters (general categories Cc, Cf, Zl, Zp;
// Unicode Standard Annex 44) become U+FFFD. It is for reading only; files are
// opened by the name itself.
func visible(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == zeroWidthNonJoiner || r == zeroWidthJoiner:
			return r
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
			return utf8.RuneError
		}
		return r // an invalid byte comes as U+FFFD
	}, name)
}

// visiblePath is visible for a path in a sentence: it runs from left to right,
// and each name in it keeps its own direction (isolates of UAX #9, section 2.4).
func visiblePath(path string) string {
	const leftToRight, firstStrong, pop = "\u2066", "\u2068", "\u2069"
	names := strings.Split(visible(path), string(filepath.Separator))
	for i, name := range names {
		if name != "" {
			names[i] = firstStrong + name + pop
		}
	}
	return leftToRight + strings.Join(names, string(filepath.Separator)) + pop
}

// stem is the length in code points of a name without its extension.
func stem(name string) int {
	ext := filepath.Ext(name)
	if len(ext) == len(name) {
		ext = "" // a hidden file has a dot and no extension
	}
	return utf8.RuneCountInString(name) - utf8.RuneCountInString(ext)
}

const (
	ellipsis    = "…"
	longestTail = 12 // code points kept at the end of a name that is cut
)

// shorten cuts a name in the middle so that it fits, and keeps its extension
// and the letters before it: files of a series differ there.
func shorten(name string, fits func(string) bool) string {
	if fits(name) {
		return name
	}
	runes := []rune(name)
	tail := min(len(runes)-stem(name)+3, longestTail, len(runes))
	for ; tail > 0; tail -= 2 {
		end := string(tailOf(runes, tail))
		low, high := 0, len(runes)-tail
		for low < high { // the most letters at the start that fit
			middle := (low + high + 1) / 2
			if fits(string(runes[:middle]) + ellipsis + end) {
				low = middle
			} else {
				high = middle - 1
			}
		}
		if low >= 2 {
			return string(runes[:low]) + ellipsis + end
		}
	}
	return ellipsis
}

// tailOf is the last n code points, less marks that have lost their letter.
func tailOf(runes []rune, n int) []rune {
	tail := runes[len(runes)-n:]
	for len(tail) > 0 && unicode.In(tail[0], unicode.Mn, unicode.Me, unicode.Mc) {
		tail = tail[1:]
	}
	return tail
}
