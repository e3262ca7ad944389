package desktop

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Words is a part of an article's text. Start and End are code points of the text, half-open.
type Words struct {
	Text       string
	Start, End int
}

// WordsAt returns the part of a text between two byte offsets.
func WordsAt(text string, from, to int) Words {
	start := utf8.RuneCountInString(text[:from])
	return Words{text[from:to], start, start + utf8.RuneCountInString(text[from:to])}
}

// Find returns where words stand first in a text behind others, which may be "".
func Find(text, behind, words string) (w Words, found bool) {
	from := strings.Index(text, behind)
	if from < 0 {
		return w, false
	}
	from += len(behind)
	at := strings.Index(text[from:], words)
	if at < 0 {
		return w, false
	}
	return WordsAt(text, from+at, from+at+len(words)), true
}

// middle is the code point in the middle of the words.
func (w Words) middle() int { return (w.Start + w.End) / 2 }

// digits is how many digits the words begin with.
func (w Words) digits() int {
	return len([]rune(w.Text)) - len([]rune(strings.TrimLeftFunc(w.Text, unicode.IsDigit)))
}

// Select drags over words of the article.
func (p *Program) Select(w Words) {
	carets := p.inView(w)
	from, to := carets[w.Start], carets[w.End]
	if n := w.digits(); n > 0 {
		// The digits go from left to right: the caret in front of the first stands at the left of the figure, and a drag from there
		// would leave the figure out. A person begins in the space on its right.
		right := from.X + n*(carets[w.Start+1].X-from.X)
		from.X = right + 2
		if before := carets[w.Start-1]; before.Y == from.Y {
			from.X = (right + before.X) / 2
		}
	}
	p.Drag(from, to)
}

// SelectWord double-clicks in the middle of words of the article.
func (p *Program) SelectWord(w Words) { p.DoubleClick(p.inView(w)[w.middle()]) }

// ClickWords clicks on words of the article.
func (p *Program) ClickWords(w Words) { p.Click(p.inView(w)[w.middle()]) }

// ClickBefore puts the caret before words of the article.
func (p *Program) ClickBefore(w Words) { p.Click(p.inView(w)[w.Start]) }

// inView scrolls the article until words are well inside the window and returns the places of their ends, their middle and their
// neighbours.
func (p *Program) inView(w Words) map[int]Place {
	var carets map[int]Place
	p.scrollTo("the words "+w.Text, func() Place {
		carets = p.Letters(max(w.Start-1, 0), w.Start, w.Start+1, w.middle(), w.End).Carets
		return carets[w.Start]
	})
	return carets
}

// Field returns where a field of the open card is, after scrolling it into view.
func (p *Program) Field(name string) Field {
	var field Field
	p.scrollTo("the field "+name, func() Place {
		field = p.Wait("the field "+name, func(at Probe) bool { _, shown := at.Fields[name]; return shown }).Fields[name]
		return field.Field
	})
	return field
}

// scrollTo turns the wheel until something is between the bars of the window.
func (p *Program) scrollTo(what string, place func() Place) {
	const bars = 110 // the top bar is about half of it, and the bottom bar
	height := p.Size().Y
	end := time.Now().Add(patience)
	for at := place(); at.Y < bars || at.Y > height-bars; at = place() {
		notches := 1
		if at.Y < bars {
			notches = -1
		}
		p.Scroll(Place{at.X, height / 2}, notches)
		if time.Now().After(end) {
			p.display.fail("%s cannot be scrolled into view, at %v of a window %d high", what, at, height)
		}
	}
}
