package bidi

// Paragraph is a shaped text of one base direction. It does not change after NewParagraph and is safe for concurrent use.
// Offsets are code points from its start. Widths are in em: multiples of the font size.
type Paragraph struct {
	font    *Font
	text    []rune
	classes []class
	levels  []uint8    // the same for all code points of a grapheme
	flags   []boundary // len(text)+1
	glyphs  []glyph    // in logical order
	pre     []int64    // pre[i] is the width of text[:i] in font units; len(text)+1
	base    uint8      // paragraph level
}

// NewParagraph shapes text once, for every width and zoom. It takes time linear in the text, some 0.4 s for a million bytes:
// use a Document for texts of any length. Line separators in the text end lines.
func NewParagraph(text string, font *Font, base Base) *Paragraph {
	runes := []rune(text)
	classes := classesOf(runes)
	levels, paragraph := resolveLevels(runes, classes, base)
	return newParagraph(runes, classes, levels, paragraph, font)
}

// newParagraph shapes text with levels that are known; it keeps classes and levels and may change levels.
func newParagraph(text []rune, classes []class, levels []uint8, base uint8, font *Font) *Paragraph {
	p := &Paragraph{font: font, text: text, classes: classes, levels: levels, base: base}
	font.mu.Lock()
	defer font.mu.Unlock()
	p.flags = findBreaks(&font.breaks, text)
	// Carets and lines never fall inside a grapheme, so neither may a change of level. Real text has none there.
	for i := 1; i < len(levels); i++ {
		if p.flags[i]&graphemeStart == 0 {
			levels[i] = levels[i-1]
		}
	}
	font.shape(p)
	return p
}

// Len returns the number of code points.
func (p *Paragraph) Len() int { return len(p.text) }

// RTL reports whether the base direction is right to left.
func (p *Paragraph) RTL() bool { return p.base%2 == 1 }

// width returns the width of text[start:end] in em.
func (p *Paragraph) width(start, end int) float64 {
	return float64(p.pre[end]-p.pre[start]) / p.font.upem
}
