package bidi

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// glyph is one shaped glyph; distances are in font units.
type glyph struct {
	id               uint32
	cluster          int32 // first code point it belongs to
	advance          int32
	xOffset, yOffset int32
}

// tabSpaces is the width of a tab in spaces.
const tabSpaces = 4

// shape fills p.glyphs, in logical order, and p.pre. p.text, p.levels and p.flags are there. Shaping is done in font units,
// because go-text rounds fractional sizes to whole pixels and the result has to serve every zoom.
func (f *Font) shape(p *Paragraph) {
	text := shapeable(p.text)
	advances := make([]int32, len(text))
	for start := 0; start < len(text); {
		end, script := scriptRun(p, start)
		f.shapeRun(p, text, start, end, script, advances)
		start = end
	}
	p.pre = make([]int64, len(text)+1)
	for i, a := range advances {
		p.pre[i+1] = p.pre[i] + int64(a)
	}
}

// shapeable returns text with control characters as spaces: fonts have no glyphs for them.
func shapeable(text []rune) []rune {
	i := slices.IndexFunc(text, isControl)
	if i < 0 {
		return text
	}
	text = slices.Clone(text)
	for ; i < len(text); i++ {
		if isControl(text[i]) {
			text[i] = ' '
		}
	}
	return text
}

func isControl(r rune) bool { return unicode.IsControl(r) || r == 0x2028 || r == 0x2029 }

// scriptRun returns the end of the stretch from start with one level and one script (UAX #24). Characters common to all scripts
// join the stretch they stand in. Line ends stand alone, so that no glyph spans two lines. Stretches end at grapheme boundaries only.
func scriptRun(p *Paragraph, start int) (end int, script language.Script) {
	script = language.Common
	for end = start; end < len(p.text); end++ {
		if p.flags[end]&graphemeStart == 0 {
			continue
		}
		if p.levels[end] != p.levels[start] || isLineEnd(p.text[end]) != isLineEnd(p.text[start]) {
			break
		}
		s := language.LookupScript(p.text[end])
		if s == language.Common || s == language.Inherited || s == language.Unknown || s == script {
			continue
		}
		if script != language.Common {
			break
		}
		script = s
	}
	return end, script
}

// shapeRun shapes text[start:end] and appends its glyphs in logical order. The text around it is context for joining.
func (f *Font) shapeRun(p *Paragraph, text []rune, start, end int, script language.Script, advances []int32) {
	b := f.buffer
	b.Clear()
	b.Props = harfbuzz.SegmentProperties{Language: "en", Script: script, Direction: harfbuzz.LeftToRight}
	rtl := p.levels[start]%2 == 1
	if rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	if script == language.Arabic {
		b.Props.Language = "ar"
	}
	b.AddRunes(text, start, end-start)
	b.Shape(f.hb, nil)
	from := len(p.glyphs)
	for i, info := range b.Info {
		pos := b.Pos[i]
		p.glyphs = append(p.glyphs, glyph{
			id: uint32(info.Glyph), cluster: int32(info.Cluster),
			advance: pos.XAdvance, xOffset: pos.XOffset, yOffset: pos.YOffset,
		})
	}
	run := p.glyphs[from:]
	if rtl {
		slices.Reverse(run)
	}
	p.spread(run, end, advances)
}

// spread gives the code points of a shaped run their advances: a cluster's width is divided evenly among the graphemes that
// start in it, and a grapheme's width stands at its first code point. end is the end of the run.
func (p *Paragraph) spread(run []glyph, end int, advances []int32) {
	grapheme := 0 // start of the last one reached
	for i := 0; i < len(run); {
		first := int(run[i].cluster)
		width, j := int32(0), i
		for ; j < len(run) && int(run[j].cluster) == first; j++ {
			p.adjustAdvance(&run[j])
			width += run[j].advance
		}
		next := end
		if j < len(run) {
			next = int(run[j].cluster)
		}
		p.flags[first] |= clusterStart
		grapheme = p.divide(width, first, next, grapheme, advances)
		i = j
	}
}

// adjustAdvance gives tabs and line ends their widths.
func (p *Paragraph) adjustAdvance(g *glyph) {
	switch r := p.text[g.cluster]; {
	case r == '\t':
		g.advance *= tabSpaces
	case isLineEnd(r):
		g.advance = 0
	}
}

// divide gives the graphemes that start in the cluster text[first:next] their share of its width, or all of it to the one that
// started last before. It returns the start of the last grapheme reached.
func (p *Paragraph) divide(width int32, first, next, grapheme int, advances []int32) int {
	count := int32(0)
	for k := first; k < next; k++ {
		if p.flags[k]&graphemeStart != 0 {
			count++
		}
	}
	if count == 0 {
		advances[grapheme] += width
		return grapheme
	}
	done := int32(0)
	for k := first; k < next; k++ {
		if p.flags[k]&graphemeStart != 0 {
			advances[k] += width*(done+1)/count - width*done/count
			done++
			grapheme = k
		}
	}
	return grapheme
}
