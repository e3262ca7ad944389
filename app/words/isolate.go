package words

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

const (
	leftToRightIsolate = '\u2066'
	rightToLeftIsolate = '\u2067'
	firstStrongIsolate = '\u2068'
	popIsolate         = '\u2069'
)

// Isolate makes a text keep its own direction and order inside another one
// (UAX #9, section 2.4). The direction is that of its first strong letter,
// which may stand in an isolate of its own. Isolates that the text itself
// leaves open, or closes without having opened them, cannot reach beyond it;
// its own characters all stay. The empty text stays empty.
func Isolate(s string) string {
	if s == "" {
		return ""
	}
	open, stray, holds := 0, 0, false
	for _, r := range s {
		switch {
		case r >= leftToRightIsolate && r <= firstStrongIsolate:
			open, holds = open+1, true
		case r == popIsolate && open > 0:
			open--
		case r == popIsolate:
			stray++
		}
	}
	start := firstStrongIsolate
	if holds {
		start = directed(s)
	}
	return strings.Repeat(string(start), 1+stray) + s + strings.Repeat(string(popIsolate), 1+open)
}

// directed returns the isolate of the direction of a text's first strong
// letter. First-strong isolates do not look into those inside them (UAX #9,
// rule P2), and would take two isolated Arabic names for left to right.
func directed(s string) rune {
	for _, r := range s {
		switch classOf(r) {
		case bidi.L:
			return leftToRightIsolate
		case bidi.R, bidi.AL:
			return rightToLeftIsolate
		}
	}
	return firstStrongIsolate
}

// isolate isolates a text where it would not keep its order in a sentence of
// the language, or would change that of its neighbours.
func (w *Words) isolate(s string) string {
	if w.needsIsolate(s) {
		return Isolate(s)
	}
	return s
}

func (w *Words) needsIsolate(s string) bool {
	var left, right, arabicNumber bool
	for _, r := range s {
		switch classOf(r) {
		case bidi.L:
			left = true
		case bidi.R, bidi.AL:
			right = true
		case bidi.AN:
			arabicNumber = true
		case bidi.LRO, bidi.RLO, bidi.LRE, bidi.RLE, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			return true
		}
	}
	if w.rtl {
		// Digits with signs between them, such as 2018-09, turn round after
		// Arabic letters (UAX #9, W2 and W4).
		return left || !right && !isPlainNumber(s)
	}
	return right || arabicNumber
}

// isPlainNumber reports whether s is digits with at most one common separator
// (. , : /) between two of them, or empty: such a number keeps its order
// everywhere.
func isPlainNumber(s string) bool {
	after := bidi.CS // what stands before the next character
	for _, r := range s {
		class := classOf(r)
		switch {
		case class == bidi.EN || class == bidi.AN:
		case class == bidi.CS && after != bidi.CS:
		default:
			return false
		}
		after = class
	}
	return s == "" || after != bidi.CS
}

func classOf(r rune) bidi.Class {
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}
