package bidi

import (
	"os"
	"path/filepath"
	"testing"
)

func loadFont(t *testing.T, name string) *Font {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name))
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseFont(body)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// faces tells for each glyph of a text, in logical order, which font it is
// from: f its own, o the other, - neither.
func faces(text string, font *Font) string {
	shown := ""
	for _, g := range allGlyphs(NewParagraph(text, font, BaseRTL)) {
		switch {
		case g.id&fallbackGlyph != 0:
			shown += "o"
		case g.id == 0:
			shown += "-"
		default:
			shown += "f"
		}
	}
	return shown
}

func TestFallbackDrawsWhatTheFontLacks(t *testing.T) {
	naskh, other := loadFont(t, "NotoNaskhArabic-Regular.ttf"), loadFont(t, "Vazirmatn-Regular.ttf")
	both := naskh.WithFallback(other)
	for text, want := range map[string]string{
		"قتل 37 رجل":    "fffffffffff"[:10],
		"في 10/10 قتل":  "fffooooofff" + "f",
		"(SDF) قتل":     "ooooofff" + "f",
		"a, b 2018":     "ooooooooo",
		"رجل - رجل":     "ffffoffff",
		"رجل\tرجل":      "fffffff",
		"\u4e2d رجل 12": "-fffffff"[:8],
	} {
		if got := faces(text, both); got != want {
			t.Errorf("%q is drawn by %s, want %s", text, got, want)
		}
	}
	if got := faces("(SDF)", naskh); got != "-----" {
		t.Errorf("without a fallback %s, want missing glyphs", got)
	}
}

func TestFallbackKeepsItsWidths(t *testing.T) {
	naskh, other := loadFont(t, "NotoNaskhArabic-Regular.ttf"), loadFont(t, "Vazirmatn-Regular.ttf")
	got := NewParagraph("Telegram (SDF)", naskh.WithFallback(other), BaseLTR)
	want := NewParagraph("Telegram (SDF)", other, BaseLTR)
	g, w := got.width(0, got.Len()), want.width(0, want.Len())
	if d := g - w; d > 0.02 || d < -0.02 {
		t.Errorf("the width is %v em, in the other font alone %v", g, w)
	}
	// Outlines too are in the units of the first font.
	highest := func(f *Font, id uint32) (top float64) {
		for _, s := range f.outline(id) {
			for _, pt := range s.ArgsSlice() {
				top = max(top, float64(pt.Y)/f.upem)
			}
		}
		return top
	}
	a, b := highest(got.font, allGlyphs(got)[0].id), highest(other, allGlyphs(want)[0].id)
	if d := a - b; b == 0 || d > 0.001 || d < -0.001 {
		t.Errorf("T is %v em high, in the other font alone %v", a, b)
	}
}
