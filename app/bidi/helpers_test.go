package bidi

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

var parseRegular = sync.OnceValues(func() (*Font, error) {
	ttf, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "Vazirmatn-Regular.ttf"))
	if err != nil {
		return nil, err
	}
	return ParseFont(ttf)
})

func regular(t testing.TB) *Font {
	t.Helper()
	f, err := parseRegular()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func allGlyphs(p *Paragraph) []glyph { return glyphsOf(p, 0, p.Len()) }

// glyphsOf returns the glyphs of text[start:end] in logical order.
func glyphsOf(p *Paragraph, start, end int) []glyph {
	var glyphs []glyph
	if start < end {
		p.eachGlyph(start, end, false, func(g *glyph) { glyphs = append(glyphs, *g) })
	}
	return glyphs
}
