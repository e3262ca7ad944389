package bidi

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// boundary holds what is known about the place before a code point, and about the code point itself.
type boundary uint16

const (
	graphemeStart boundary = 1 << iota // UAX #29: a user-perceived character starts here
	wordStart                          // UAX #29: a word with a letter or digit starts here
	wordEnd                            // such a word ended before this code point
	lineBreak                          // UAX #14: a line may end before this code point
	lineMust                           // UAX #14: a line must end before this code point
	blank                              // the code point is white space: it hangs at a line end
	clusterStart                       // glyphs of their own start here: a line can be cut without shaping again
	space                              // the code point is U+0020
	lineEnd                            // the code point ends a line
	separates                          // rule L1 of UAX #9 puts the code point on the paragraph level wherever it stands
	trails                             // rule L1 does so where it stands before such a code point or a line end
)

// findBreaks sets the boundary flags of text; the result is one longer than text, for the place at its end.
func findBreaks(s *segmenter.Segmenter, text []rune) []boundary {
	flags := make([]boundary, len(text)+1)
	s.Init(text)
	for it := s.GraphemeIterator(); it.Next(); {
		flags[it.Grapheme().Offset] |= graphemeStart
	}
	joinPictographs(text, flags)
	flags[len(text)] |= graphemeStart | clusterStart
	for it := s.WordIterator(); it.Next(); {
		word := it.Word()
		flags[word.Offset] |= wordStart
		flags[word.Offset+len(word.Text)] |= wordEnd
	}
	for it := s.LineIterator(); it.Next(); {
		line := it.Line()
		end := line.Offset + len(line.Text)
		flags[end] |= lineBreak
		if line.IsMandatoryBreak && end < len(text) {
			flags[end] |= lineMust
		}
	}
	for i, r := range text {
		if isBlank(r) {
			flags[i] |= blank
		}
	}
	addMissedWords(s, text, flags)
	return flags
}

// flagsOf returns the flags that follow from the code point alone, but for blank.
func flagsOf(c class, r rune) boundary {
	f := boundary(0)
	if r == ' ' {
		f |= space
	}
	if isLineEnd(r) {
		f |= lineEnd
	}
	if separators.has(c) {
		f |= separates
	}
	if trailing.has(c) {
		f |= trails
	}
	return f
}

// isBlank reports whether r hangs at a line end. No-break spaces keep their width there.
func isBlank(r rune) bool {
	const firstBeyondLatin = 0x1680 // what lies between is letters and marks: the common case needs no search
	if r < firstBeyondLatin {
		return r == ' ' || r >= '\t' && r <= '\r' || r == 0x85
	}
	return unicode.IsSpace(r) && r != 0x2007 && r != 0x202F
}

// NextGrapheme returns the next boundary between user-perceived characters after offset, at most Len.
func (p *Paragraph) NextGrapheme(offset int) int {
	return p.forward(offset, graphemeStart)
}

// PrevGrapheme returns the next boundary between user-perceived characters before offset, at least 0.
func (p *Paragraph) PrevGrapheme(offset int) int {
	return p.backward(offset, graphemeStart)
}

// NextWord returns the end of the word at offset or of the next one, or Len when there is none.
func (p *Paragraph) NextWord(offset int) int { return p.forward(offset, wordEnd) }

// PrevWord returns the start of the word before offset, or 0 when there is none.
func (p *Paragraph) PrevWord(offset int) int { return p.backward(offset, wordStart) }

func (p *Paragraph) forward(offset int, f boundary) int {
	n := p.Len()
	if offset < 0 {
		return 0
	}
	for offset++; offset < n && p.flags[offset]&f == 0; {
		offset++
	}
	return min(offset, n)
}

func (p *Paragraph) backward(offset int, f boundary) int {
	for offset = min(offset, p.Len()+1) - 1; offset > 0 && p.flags[offset]&f == 0; {
		offset--
	}
	return max(offset, 0)
}

// Word returns the range to select when the code point at offset is double-clicked: the word around it (UAX #29), or else the
// run of spaces, or of punctuation, that it belongs to. The end of the text counts as its last code point.
func (p *Paragraph) Word(offset int) (start, end int) {
	if p.Len() == 0 {
		return 0, 0
	}
	offset = min(max(offset, 0), p.Len()-1)
	start, inWord := p.wordBefore(offset)
	if inWord {
		return start, p.forward(offset, wordEnd)
	}
	kind := p.flags[offset] & blank
	start, end = offset, offset+1
	for start > 0 && p.flags[start]&wordEnd == 0 && p.flags[start-1]&blank == kind {
		start--
	}
	for end < p.Len() && p.flags[end]&wordStart == 0 && p.flags[end]&blank == kind {
		end++
	}
	return start, end
}

// wordBefore finds the start of the word that the code point at offset lies in.
func (p *Paragraph) wordBefore(offset int) (start int, ok bool) {
	for i := offset; i >= 0; i-- {
		if p.flags[i]&wordStart != 0 {
			return i, true
		}
		if p.flags[i]&wordEnd != 0 {
			return 0, false
		}
	}
	return 0, false
}

// Sentence returns the range to select when the code point at offset is triple-clicked, without the spaces around it. A
// sentence ends after . ! ? ؟ … when a space or the end of the text follows, with closing quotes and brackets in between
// taken along, and at a line separator.
func (p *Paragraph) Sentence(offset int) (start, end int) {
	return sentence([]rune(p.text), offset)
}

func sentence(text []rune, offset int) (start, end int) {
	start, end = sentenceBounds(text, offset)
	return trimBlank(text, start, end)
}

// sentenceBounds returns a sentence with the spaces around it; 0 or len(text) where the text begins or ends first.
func sentenceBounds(text []rune, offset int) (start, end int) {
	offset = min(max(offset, 0), max(len(text)-1, 0))
	for start = offset; start > 0 && !sentenceEnds(text, start); {
		start--
	}
	for end = min(offset+1, len(text)); end < len(text) && !sentenceEnds(text, end); {
		end++
	}
	return start, end
}

// trimBlank takes the white space off both ends of a range.
func trimBlank(text []rune, start, end int) (int, int) {
	for start < end && isBlank(text[start]) {
		start++
	}
	for end > start && isBlank(text[end-1]) {
		end--
	}
	return start, end
}

// sentenceEnds reports whether a sentence ends between text[at-1] and text[at]. The spaces after it start the next one.
func sentenceEnds(text []rune, at int) bool {
	if isLineEnd(text[at-1]) {
		return true
	}
	if !isBlank(text[at]) {
		return false
	}
	for i := at - 1; i >= 0; i-- {
		switch text[i] {
		case '.', '!', '?', '؟', '…':
			return true
		case '»', '”', '’', '"', '\'', ')', ']', '}':
		default:
			return false
		}
	}
	return false
}

func isLineEnd(r rune) bool {
	return r >= '\n' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}
