package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"hashiya/app/bidi"
)

// edgeReach is how near to the edge of a word a drag takes that edge, in units at zoom 1 and above.
const edgeReach = 4

// dragCaret returns the place that a drag over letters has come to: the edge of a word when the pointer is next to it, so that a hand that
// misses it by a hair does not cut a letter off.
func (r *Reader) dragCaret(pos fyne.Position) caret {
	c := r.caretAtPosition(pos)
	w := r.rows.at(pos.Y)
	if w == nil || r.byLetter() {
		return c
	}
	letter, _ := r.letterAt(pos)
	start, end := r.article.word(letter)
	nearest := edgeReach * min(r.geometry.zoom, 1)
	for _, edge := range []caret{{offset: start}, {offset: end, before: true}} {
		at := bidi.Caret{Offset: edge.offset - r.article.start(w.paragraph), Before: edge.before}
		if r.lines(w.paragraph).Line(at) != w.line {
			continue
		}
		if away := abs(r.caretX(w.paragraph, at) - pos.X); away <= nearest {
			nearest, c = away, edge
		}
	}
	return c
}

// byLetter tells whether Alt is held: a drag then takes letters as they come.
func (r *Reader) byLetter() bool { return r.drag.alt || r.modifiers()&fyne.KeyModifierAlt != 0 }

func abs(x float32) float32 { return max(x, -x) }

// wholeNumbers returns the two ends of a drag to pos. Digits run left to right inside right-to-left text, so a drag that starts a hair
// inside a number and goes on to the noun would take the noun and lose the number: a number that a drag leaves, or comes to, is taken
// whole.
func (r *Reader) wholeNumbers(pos fyne.Position) (int, caret) {
	start, c := r.drag.start, r.dragCaret(pos)
	began, at := r.drag.number, r.numberAt(pos)
	if began == at {
		return start, c
	}
	if began[0] < began[1] {
		if start = began[0]; c.offset <= began[0] {
			start = began[1]
		}
	}
	if at[0] < at[1] {
		if c = (caret{offset: at[1], before: true}); start >= at[1] {
			c = caret{offset: at[0]}
		}
	}
	return start, c
}

// numberAt returns the number under a position, an empty range where there is none.
func (r *Reader) numberAt(pos fyne.Position) [2]int {
	letter, on := r.letterAt(pos)
	if !on {
		return [2]int{}
	}
	start, end := r.article.word(letter)
	if first, _ := utf8.DecodeRuneInString(r.article.doc.Slice(start, end)); !unicode.IsDigit(first) {
		return [2]int{}
	}
	// The parts of a date are words of their own, and yet stand left to right as one number.
	for r.joinsDigits(start - 1) {
		start, _ = r.article.word(start - 2)
	}
	for r.joinsDigits(end) {
		_, end = r.article.word(end + 1)
	}
	return [2]int{start, end}
}

// joinsDigits tells whether a letter is a common separator between two digits, which stays in their run (UAX #9, W4).
func (r *Reader) joinsDigits(offset int) bool {
	if offset < 1 || offset+2 > r.article.doc.Len() {
		return false
	}
	around := []rune(r.article.doc.Slice(offset-1, offset+2))
	return unicode.IsDigit(around[0]) && strings.ContainsRune("/:.,", around[1]) && unicode.IsDigit(around[2])
}
