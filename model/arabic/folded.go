package arabic

import (
	"iter"
	"sort"
	"strings"
	"unicode/utf8"
)

// Folded is the shadow of a text: the same words with spelling variants made
// equal, and a map from every code point of the shadow back to the source.
// The zero value is the shadow of the empty text. The map takes about eight
// bytes a code point. A Folded does not change and is safe for concurrent use.
type Folded struct {
	text string
	// starts[i] is the source code point that shadow code point i came from;
	// the letters of one ligature share it.
	starts []int32
	// ends[i] is the source offset behind shadow code point i and the marks
	// deleted behind it.
	ends []int32
	// steps[k] is the byte offset in text of shadow code point k*step.
	steps []int32
}

// step is the distance, in code points, of the known byte offsets.
const step = 64

// String gives the shadow: always valid UTF-8.
func (f Folded) String() string { return f.text }

// Len gives the number of code points in the shadow.
func (f Folded) Len() int { return len(f.starts) }

// Source maps the shadow range [start, end) to the source range it came from.
// The range holds whole source code points, and with each kept letter the marks
// deleted behind it; part of a ligature gives the whole ligature. Ranges
// outside the shadow are cut to it. An empty range gives an empty range before
// the source code point that stands there, or behind the last one.
func (f Folded) Source(start, end int) (s, e int) {
	n := len(f.starts)
	start = min(max(start, 0), n)
	end = min(max(end, start), n)
	if start == end {
		return f.boundary(start), f.boundary(start)
	}
	last := end - 1
	for last+1 < n && f.starts[last+1] == f.starts[last] {
		last++
	}
	return int(f.starts[start]), int(f.ends[last])
}

func (f Folded) boundary(i int) int {
	switch {
	case i < len(f.starts):
		return int(f.starts[i])
	case i > 0:
		return int(f.ends[i-1])
	}
	return 0
}

// Index gives the first shadow offset, at or after the shadow offset from,
// where needle stands; -1 without one. The needle must be folded the same way.
// An empty or invalid needle stands nowhere.
func (f Folded) Index(needle string, from int) int {
	if needle == "" || from > f.Len() || !utf8.ValidString(needle) {
		return -1
	}
	begin := f.byteAt(max(from, 0))
	i := strings.Index(f.text[begin:], needle)
	if i < 0 {
		return -1
	}
	return f.codePointAt(begin + i)
}

// Hits yields the source ranges of needle in order, without overlaps.
func (f Folded) Hits(needle string) iter.Seq2[int, int] {
	size := utf8.RuneCountInString(needle)
	return func(yield func(start, end int) bool) {
		for at := f.Index(needle, 0); at >= 0; at = f.Index(needle, at+size) {
			if !yield(f.Source(at, at+size)) {
				return
			}
		}
	}
}

// byteAt gives the byte offset of a shadow code point, 0 <= i <= Len().
func (f Folded) byteAt(i int) int {
	if i >= len(f.starts) {
		return len(f.text)
	}
	at := int(f.steps[i/step])
	for range i % step {
		_, size := utf8.DecodeRuneInString(f.text[at:])
		at += size
	}
	return at
}

// codePointAt gives the shadow code point that begins at a byte offset.
func (f Folded) codePointAt(at int) int {
	k := sort.Search(len(f.steps), func(k int) bool { return int(f.steps[k]) > at }) - 1
	if k < 0 {
		return 0
	}
	return k*step + utf8.RuneCountInString(f.text[f.steps[k]:at])
}
