package bidi

import (
	"math"
	"sort"
)

// glyph is one shaped glyph; distances are in font units.
type glyph struct {
	id               uint32
	cluster          int32 // first code point it belongs to, from the start of the piece
	advance          int32
	xOffset, yOffset int32
}

// piece is a text that was shaped at once: a word with the spaces after it, or a longer run. It never changes, and all paragraphs
// with the same word share it.
type piece struct {
	glyphs []glyph // in logical order
	pre    []int32 // pre[i] is the width of its first i code points in font units
}

// glyphsBefore returns the number of glyphs of clusters before offset.
func (p *piece) glyphsBefore(offset int) int {
	return sort.Search(len(p.glyphs), func(i int) bool { return int(p.glyphs[i].cluster) >= offset })
}

// spread sets p.pre: a cluster's width is divided evenly among the graphemes that start in it, and a grapheme's width stands at its
// first code point. flags are those of the piece's code points.
func (p *piece) spread(flags []boundary) {
	p.pre = make([]int32, len(flags)+1)
	advances := p.pre[1:]
	grapheme := 0 // start of the last one reached
	for i := 0; i < len(p.glyphs); {
		first := int(p.glyphs[i].cluster)
		width, j := int32(0), i
		for ; j < len(p.glyphs) && int(p.glyphs[j].cluster) == first; j++ {
			width += p.glyphs[j].advance
		}
		next := len(flags)
		if j < len(p.glyphs) {
			next = int(p.glyphs[j].cluster)
		}
		grapheme = divide(width, flags, first, next, grapheme, advances)
		i = j
	}
	sum := int64(0)
	for i, a := range advances {
		sum += int64(a)
		// Only a font made to harm comes near the limit.
		p.pre[i+1] = int32(min(max(sum, math.MinInt32), math.MaxInt32))
	}
}

// divide gives the graphemes that start in the cluster [first, next) their share of its width, or all of it to the one that
// started last before. It returns the start of the last grapheme reached.
func divide(width int32, flags []boundary, first, next, grapheme int, advances []int32) int {
	count := int32(0)
	for k := first; k < next; k++ {
		if flags[k]&graphemeStart != 0 {
			count++
		}
	}
	if count == 0 {
		advances[grapheme] += width
		return grapheme
	}
	done := int32(0)
	for k := first; k < next; k++ {
		if flags[k]&graphemeStart != 0 {
			advances[k] += width*(done+1)/count - width*done/count
			done++
			grapheme = k
		}
	}
	return grapheme
}
