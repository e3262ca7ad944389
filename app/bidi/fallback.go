package bidi

import (
	"math"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// fallbackGlyph marks the ids of glyphs that come from the fallback font.
const fallbackGlyph = 1 << 31

// WithFallback returns a font like f that takes from other what f lacks, such as Latin letters for a face with Arabic ones only.
// Ascent, descent and line height stay those of f. A fallback of other is not asked. The two fonts share nothing that changes.
func (f *Font) WithFallback(other *Font) *Font {
	face := font.NewFace(f.face.Font) // faces have caches
	return &Font{
		upem: f.upem, ascent: f.ascent, descent: f.descent, lineGap: f.lineGap, spaceAlone: f.spaceAlone, fallback: other,
		face: face, hb: harfbuzz.NewFont(face), buffer: harfbuzz.NewBuffer(),
	}
}

// faceRun returns the end of the stretch of text[start:end], which has one script, to be shaped with one font. A stretch without
// Arabic letters, such as a Latin name or a number, is not divided when the fallback has all of it: digits of two designs in one
// number would look like a mistake.
func (f *Font) faceRun(text []rune, flags []boundary, start, end int, script language.Script) (to int, face *Font) {
	if f.fallback == nil {
		return end, f
	}
	run := text[start:end]
	if script != language.Arabic && !slices.ContainsFunc(run, func(r rune) bool { return !f.fallback.has(r) }) {
		if slices.ContainsFunc(run, func(r rune) bool { return !f.has(r) }) {
			return end, f.fallback
		}
		return end, f
	}
	face = f.faceOf(text[start])
	for to = start + 1; to < end; to++ {
		if flags[to]&graphemeStart != 0 && f.faceOf(text[to]) != face {
			break
		}
	}
	return to, face
}

// faceOf returns the font that draws a character: f, unless it lacks it and the fallback does not.
func (f *Font) faceOf(r rune) *Font {
	if !f.has(r) && f.fallback.has(r) {
		return f.fallback
	}
	return f
}

// has reports whether a font has a glyph of its own for a character. Control characters need none.
func (f *Font) has(r rune) bool {
	if isControl(r) {
		return true
	}
	_, found := f.face.NominalGlyph(r)
	return found
}

// shapeWith shapes what is in a buffer. Positions are in the units of f, whichever font they come from.
func (f *Font) shapeWith(face *Font, b *harfbuzz.Buffer) {
	if face == f {
		b.Shape(f.hb, nil)
		return
	}
	face.mu.Lock()
	defer face.mu.Unlock()
	b.Shape(face.hb, nil)
	by := f.upem / face.upem
	for i := range b.Pos {
		pos := &b.Pos[i]
		pos.XAdvance, pos.XOffset, pos.YOffset = times(pos.XAdvance, by), times(pos.XOffset, by), times(pos.YOffset, by)
	}
}

func times(n int32, by float64) int32 { return int32(math.Round(float64(n) * by)) }

func (f *Font) glyphID(face *Font, id uint32) uint32 {
	if face != f {
		return id | fallbackGlyph
	}
	return id
}

// scaled returns contours in other units.
func scaled(contours []opentype.Segment, by float64) []opentype.Segment {
	all := slices.Clone(contours)
	for i := range all {
		for k := range all[i].Args {
			pt := &all[i].Args[k]
			pt.X, pt.Y = float32(float64(pt.X)*by), float32(float64(pt.Y)*by)
		}
	}
	return all
}
