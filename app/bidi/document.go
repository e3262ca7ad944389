package bidi

import (
	"math"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

const (
	// maxPiece is the longest stretch shaped at once, in code points: a longer paragraph is cut, so that a file without line
	// ends cannot freeze the window.
	maxPiece = 4000
	// cachedParagraphs is the number of shaped paragraphs kept: many times what a screen shows, some 50 MB at the very most, typically 1.
	cachedParagraphs = 400
)

// Document is a text of any length, divided into paragraphs at line ends (\n, \r\n, \r, U+2029). Offsets are code points of
// the whole text, line ends included; they are not part of any paragraph. Paragraphs are shaped when first asked for, and only
// the last few hundred are kept. A paragraph of more than 4,000 code points is divided into several, at the end of a
// sentence, else at a space, else anywhere; its directions are those of the undivided one.
//
// A Document is safe for concurrent use; a call may wait while another one shapes a paragraph, some milliseconds. Only the first
// call for a piece of a divided paragraph takes longer, some 40 ms for each megabyte of the undivided one: see Prepare.
type Document struct {
	text   string
	font   *Font
	base   Base
	blocks []block

	mu        sync.Mutex
	shaped    *cache[*shapedBlock]
	levels    *cache[func() *wholeLevels] // of divided paragraphs, by their first block
	advance   float64                     // mean advance in em, 0 until it is measured
	codeCount int
}

// block is a paragraph, or a part of a divided one.
type block struct {
	at     int // byte offset in the text
	offset int // code point offset in the text
	bytes  int
	runes  int
	first  int // the block that the undivided paragraph begins with
}

func (b block) end() int { return b.offset + b.runes }

// shapedBlock keeps the lines of the last width with their paragraph.
type shapedBlock struct {
	paragraph *Paragraph
	lines     *Lines
	width     float64
}

// NewDocument indexes text, 3 to 6 ms a megabyte, and shapes nothing. Each byte that is not UTF-8 counts as one code point.
func NewDocument(text string, font *Font, base Base) *Document {
	d := &Document{
		text: text, font: font, base: base,
		shaped: newCache[*shapedBlock](cachedParagraphs),
		levels: newCache[func() *wholeLevels](cachedLevels),
	}
	at, offset := 0, 0
	for {
		bytes, runes, separator, separatorRunes := scanParagraph(text[at:])
		d.addParagraph(at, offset, bytes, runes)
		at += bytes + separator
		offset += runes + separatorRunes
		if separator == 0 {
			break
		}
	}
	d.codeCount = offset
	return d
}

// scanParagraph measures the paragraph at the start of s, in bytes and code points, and the separator after it; the last
// paragraph has none.
func scanParagraph(s string) (bytes, runes, separator, separatorRunes int) {
	for i, r := range s {
		switch r {
		case '\n':
			return i, runes, 1, 1
		case '\r':
			if strings.HasPrefix(s[i+1:], "\n") {
				return i, runes, 2, 2
			}
			return i, runes, 1, 1
		case '\u2029':
			return i, runes, 3, 1
		}
		runes++
	}
	return len(s), runes, 0, 0
}

// addParagraph adds one block, or several for a paragraph that is too long.
func (d *Document) addParagraph(at, offset, bytes, runes int) {
	first := len(d.blocks)
	window := make([]rune, 0, maxPiece+1)
	for runes > maxPiece {
		window = window[:0]
		for _, r := range d.text[at : at+bytes] {
			if window = append(window, r); len(window) == cap(window) {
				break
			}
		}
		cut := cutPoint(window)
		size := byteLength(d.text[at:], cut)
		d.blocks = append(d.blocks, block{at, offset, size, cut, first})
		at, offset, bytes, runes = at+size, offset+cut, bytes-size, runes-cut
	}
	d.blocks = append(d.blocks, block{at, offset, bytes, runes, first})
}

// cutPoint returns where to divide a text that is one code point too long for a piece. A sentence end in its second half is
// best, then a space, then any place between characters that do not combine.
func cutPoint(window []rune) int {
	space := 0
	for i := maxPiece; i > maxPiece/2; i-- {
		if !isBlank(window[i-1]) || isBlank(window[i]) {
			continue
		}
		if space == 0 {
			space = i
		}
		before := i - 1
		for before > 0 && isBlank(window[before-1]) {
			before--
		}
		if before > 0 && sentenceEnds(window, before) {
			return i
		}
	}
	if space > 0 {
		return space
	}
	const longestCharacter = 64
	for i := maxPiece; i > maxPiece-longestCharacter; i-- {
		if c := classOf(window[i]); c != classNSM && c != classBN && classOf(window[i-1]) != classBN {
			return i
		}
	}
	return maxPiece
}

// byteLength returns the length in bytes of the first n code points of s.
func byteLength(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// Len returns the number of code points, line ends included.
func (d *Document) Len() int { return d.codeCount }

// Paragraphs returns the number of paragraphs, at least 1.
func (d *Document) Paragraphs() int { return len(d.blocks) }

// Span returns the code points of paragraph i, without the line end after it.
func (d *Document) Span(i int) (start, end int) {
	b := d.blocks[i]
	return b.offset, b.end()
}

// At returns the paragraph that the code point at offset is in. A line end belongs to the paragraph before it, the end of the
// text to the last one.
func (d *Document) At(offset int) int {
	i := sort.Search(len(d.blocks), func(i int) bool { return d.blocks[i].offset > offset }) - 1
	return max(i, 0)
}

// Slice returns the code points from start to end as they stand in the text.
func (d *Document) Slice(start, end int) string {
	if start >= end {
		return ""
	}
	return d.text[d.byteAt(start):d.byteAt(end)]
}

func (d *Document) byteAt(offset int) int {
	b := d.blocks[d.At(offset)]
	return b.at + byteLength(d.text[b.at:], offset-b.offset)
}

// Paragraph returns paragraph i, shaped. Its offsets start at 0; add the start of Span(i).
func (d *Document) Paragraph(i int) *Paragraph {
	whole := d.wholeLevels(i)
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.shape(i, whole).paragraph
}

// Lines returns paragraph i wrapped to width em; see Paragraph.Wrap.
func (d *Document) Lines(i int, width float64) *Lines {
	whole := d.wholeLevels(i)
	d.mu.Lock()
	defer d.mu.Unlock()
	s := d.shape(i, whole)
	if s.lines == nil || s.width != width {
		s.lines, s.width = s.paragraph.Wrap(width), width
	}
	return s.lines
}

func (d *Document) shape(i int, whole *wholeLevels) *shapedBlock {
	if s, ok := d.shaped.get(i); ok {
		return s
	}
	s := &shapedBlock{paragraph: d.newParagraph(i, whole)}
	d.shaped.put(i, s)
	return s
}

func (d *Document) newParagraph(i int, whole *wholeLevels) *Paragraph {
	b := d.blocks[i]
	text := d.text[b.at : b.at+b.bytes]
	if first, last := d.whole(i); first == last {
		return NewParagraph(text, d.font, d.base)
	} else if whole == nil { // the block was shaped when it was looked for, and has left the cache since
		whole = d.resolve(first, last)
	}
	from, to := b.offset-d.blocks[b.first].offset, b.end()-d.blocks[b.first].offset
	levels := append([]uint8(nil), whole.levels[from:to]...)
	return newParagraph(text, []rune(text), whole.classes[from:to], levels, whole.paragraph, d.font)
}

// Estimate guesses the number of lines of paragraph i at a width without shaping it: from its code points and the mean advance
// at the start of the text. A width of 0 or less gives 1.
func (d *Document) Estimate(i int, width float64) int {
	if !(width > 0) {
		return 1
	}
	// A line stays short by half a word on the average.
	const halfWord = 1.2
	total := float64(d.blocks[i].runes) * d.meanAdvance()
	if total <= width {
		return 1
	}
	return max(1, int(math.Ceil(total/max(width-halfWord, width/2))))
}

func (d *Document) meanAdvance() float64 {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.advance == 0 {
		const sampleBytes, guess = 4000, 0.45
		sample := NewParagraph(d.text[:min(len(d.text), sampleBytes)], d.font, d.base)
		d.advance = guess
		if w := sample.width(0, sample.Len()); w > 0 {
			d.advance = w / float64(sample.Len())
		}
	}
	return d.advance
}

// Word is Paragraph.Word with offsets in the document.
func (d *Document) Word(offset int) (start, end int) {
	i := d.At(offset)
	start, end = d.Paragraph(i).Word(offset - d.blocks[i].offset)
	return start + d.blocks[i].offset, end + d.blocks[i].offset
}
