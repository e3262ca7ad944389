package bidi

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// tabSpaces is the width of a tab in spaces.
const tabSpaces = 4

// runKind is what a run is shaped as.
type runKind struct {
	script language.Script
	rtl    bool
	font   *Font // that draws it: the paragraph's own or its fallback
}

// shaper fills the runs of a paragraph.
type shaper struct {
	*Paragraph
	text   []rune // as it is shaped
	levels []uint8
	at     int // byte offset of the code point reached
}

// shape sets p.runs; p.flags is there. Shaping is done in font units, because go-text rounds fractional sizes to whole pixels and
// the result has to serve every zoom.
func (f *Font) shape(p *Paragraph, text []rune, levels []uint8) {
	s := shaper{Paragraph: p, text: shapeable(text), levels: levels}
	runs := f.runs[:0]
	x := int64(0)
	for start := 0; start < len(text); {
		end, kind := s.scriptRun(text, start)
		kind.rtl = levels[start]%2 == 1
		end, kind.font = f.faceRun(text, p.flags, start, end, kind.script)
		for start < end {
			cut := s.pieceEnd(start, end, kind)
			piece := s.piece(start, cut, kind)
			for _, g := range piece.glyphs {
				p.flags[start+int(g.cluster)] |= clusterStart
			}
			runs = append(runs, run{piece: piece, x: x, start: int32(start), level: levels[start]})
			x += int64(piece.pre[cut-start])
			start = cut
		}
	}
	runs = append(runs, run{piece: endOfText, x: x, start: int32(len(text)), level: p.base})
	p.runs = slices.Clone(runs)
	f.runs = runs[:0]
	if cap(runs) > longestScratch {
		f.runs = nil
	}
}

// longestScratch is the number of runs that a font keeps room for.
const longestScratch = 1 << 12

var endOfText = &piece{pre: []int32{0}}

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
func (s *shaper) scriptRun(text []rune, start int) (end int, kind runKind) {
	kind.script = language.Common
	for end = start; end < len(text); end++ {
		if s.flags[end]&graphemeStart == 0 {
			continue
		}
		if s.levels[end] != s.levels[start] || (s.flags[end]^s.flags[start])&lineEnd != 0 {
			break
		}
		found := scriptOf(text[end])
		if found == language.Common || found == language.Inherited || found == language.Unknown || found == kind.script {
			continue
		}
		if kind.script != language.Common {
			break
		}
		kind.script = found
	}
	return end, kind
}

// scriptOf is language.LookupScript without a search for the letters that Arabic is written with.
func scriptOf(r rune) language.Script {
	switch {
	case r == ' ':
		return language.Common
	case r >= 0x620 && r <= 0x64A && r != 0x640:
		return language.Arabic
	}
	return language.LookupScript(r)
}

// pieceEnd returns where the piece from start in a run ends: after the next spaces where the font allows it, else with the run.
func (s *shaper) pieceEnd(start, end int, kind runKind) int {
	if kind.script != language.Arabic || !kind.rtl || !kind.font.spaceAlone {
		return end
	}
	for i := start + 1; i < end; i++ {
		if s.flags[i-1]&space != 0 && s.flags[i]&(space|graphemeStart) == graphemeStart {
			return i
		}
	}
	return end
}

// piece returns text[start:end] shaped, from the cache where it may be.
func (s *shaper) piece(start, end int, kind runKind) *piece {
	words := &s.font.words
	key := wordKey{s.next(start, end), kind}
	keep := s.followsFromText(start, end, kind)
	if keep {
		if p, ok := words.get(key); ok {
			return p
		}
	}
	p := s.font.shapePiece(s.text, start, end, kind)
	adjustAdvances(p.glyphs, key.text)
	p.spread(s.flags[start:end])
	if keep {
		words.put(key, p)
	}
	return p
}

// next returns the bytes of text[start:end], which follow those it returned before.
func (s *shaper) next(start, end int) string {
	from := s.at
	s.at += byteLength(s.Paragraph.text[from:], end-start)
	return s.Paragraph.text[from:s.at]
}

// followsFromText reports whether a piece is short enough to keep, and sure to look the same wherever it stands. Arabic letters may
// join what stands beside them; other scripts of news look at nothing outside of their run.
func (s *shaper) followsFromText(start, end int, kind runKind) bool {
	switch {
	case end-start > longestWord:
		return false
	case kind.script == language.Latin || kind.script == language.Common:
		return true
	case kind.script != language.Arabic || !kind.rtl:
		return false
	}
	before := start == 0 || s.flags[start]&space != 0 || neverJoins(s.text[start-1])
	after := end == len(s.text) || s.flags[end-1]&space != 0 || neverJoins(s.text[end])
	return before && after
}

// neverJoins reports whether r is sure to have no influence on the form of an Arabic letter beside it: neither a letter that
// joins nor a character that joining looks through. It is false for many that have none either.
func neverJoins(r rune) bool { return r < 0x300 && r != 0xAD }

// shapePiece shapes text[start:end]. The text around it is context for joining.
func (f *Font) shapePiece(text []rune, start, end int, kind runKind) *piece {
	b := f.buffer
	b.Clear()
	b.Props = harfbuzz.SegmentProperties{Language: "en", Script: kind.script, Direction: harfbuzz.LeftToRight}
	if kind.rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	if kind.script == language.Arabic {
		b.Props.Language = "ar"
	}
	b.AddRunes(text, start, end-start)
	f.shapeWith(kind.font, b)
	glyphs := make([]glyph, len(b.Info))
	for i, info := range b.Info {
		pos := b.Pos[i]
		if kind.rtl {
			i = len(glyphs) - 1 - i
		}
		glyphs[i] = glyph{
			id: f.glyphID(kind.font, uint32(info.Glyph)), cluster: int32(info.Cluster - start),
			advance: pos.XAdvance, xOffset: pos.XOffset, yOffset: pos.YOffset,
		}
	}
	return &piece{glyphs: glyphs}
}

// adjustAdvances gives tabs and line ends their widths.
func adjustAdvances(glyphs []glyph, text string) {
	offset, i := int32(0), 0
	for _, r := range text {
		for ; i < len(glyphs) && glyphs[i].cluster <= offset; i++ {
			switch {
			case glyphs[i].cluster < offset:
			case r == '\t':
				glyphs[i].advance *= tabSpaces
			case isLineEnd(r):
				glyphs[i].advance = 0
			}
		}
		offset++
	}
}
