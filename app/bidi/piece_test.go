package bidi

import (
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// wordPieces are for texts in which pieces are kept and come again, letters and marks at their edges included.
var wordPieces = []string{
	"باب ", "لا ", "الشَّمْسُ ", "كتابـــة ", "ب\u200d ", "\u200dب ", " \u064eب ", " \u0651", "  ", " ", "و", "word ", "Ta T ", "37 ", "١٢ ", "«نعم» ",
	"#دير_الزور ", "(abc) ", "می\u200cخواهم ", "الله ", "\t", "\u00a0", "، ", "\u202a", "\u202c ", "\u0600 ", "\u06dd١٢ ", "ܫܠܡ ", "ر ", "ج ",
}

func randomText(random *rand.Rand, from []string, most int) string {
	var text strings.Builder
	for range random.IntN(most) {
		text.WriteString(from[random.IntN(len(from))])
	}
	return text.String()
}

// asShaped returns all that a paragraph knows, with its glyphs at their places in the text instead of in pieces.
func asShaped(p *Paragraph) (levels []uint8, flags []boundary, widths []int64, glyphs []glyph) {
	for i := range p.Len() + 1 {
		widths = append(widths, p.before(i))
	}
	for _, r := range p.runs {
		for _, g := range r.glyphs {
			g.cluster += r.start
			glyphs = append(glyphs, g)
		}
	}
	return p.levels(0, p.Len()), p.flags, widths, glyphs
}

func sameShape(t *testing.T, name, text string, got, want *Paragraph) {
	t.Helper()
	gotLevels, gotFlags, gotWidths, gotGlyphs := asShaped(got)
	wantLevels, wantFlags, wantWidths, wantGlyphs := asShaped(want)
	switch {
	case got.text != want.text || got.base != want.base || !reflect.DeepEqual(gotLevels, wantLevels):
		t.Errorf("%s %+q: text or levels differ", name, text)
	case !reflect.DeepEqual(gotFlags, wantFlags):
		t.Errorf("%s %+q: flags %v, want %v", name, text, gotFlags, wantFlags)
	case !reflect.DeepEqual(gotGlyphs, wantGlyphs):
		t.Errorf("%s %+q: glyphs\n%v, want\n%v", name, text, gotGlyphs, wantGlyphs)
	case !reflect.DeepEqual(gotWidths, wantWidths):
		t.Errorf("%s %+q: widths %v, want %v", name, text, gotWidths, wantWidths)
	}
}

// wholeRuns returns a font that shapes every run at once and has seen no word.
func wholeRuns(t testing.TB, name string) *Font {
	t.Helper()
	f := freshFont(t, name)
	f.spaceAlone = false
	return f
}

func freshFont(t testing.TB, name string) *Font {
	t.Helper()
	f, err := ParseFont(fontBytes(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestWordsAsWholeRuns: a paragraph of words that were kept is the same as one whose runs are shaped at once by a font that has
// seen nothing, in every bundled font.
func TestWordsAsWholeRuns(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("..", "..", "assets", "fonts", "*.ttf"))
	if err != nil || len(names) < 3 {
		t.Fatalf("%d fonts found: %v", len(names), err)
	}
	for _, name := range names {
		name = filepath.Base(name)
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(3, 4))
			kept, whole := freshFont(t, name), wholeRuns(t, name)
			for range 300 {
				text := randomText(random, wordPieces, 14)
				if random.IntN(3) == 0 {
					text += randomText(random, pieces, 8)
				}
				base := Base(random.IntN(3))
				whole.words = wordCache{}
				sameShape(t, name, text, NewParagraph(text, kept, base), NewParagraph(text, whole, base))
				if t.Failed() {
					return
				}
			}
			whole.words = wordCache{}
			for _, text := range sampleTexts(t) {
				sameShape(t, name, text, NewParagraph(text, kept, BaseRTL), NewParagraph(text, whole, BaseRTL))
			}
		})
	}
}

// TestSpaceStandsAlone: Vazirmatn is fast because its words can be shaped one by one.
func TestSpaceStandsAlone(t *testing.T) {
	for _, weight := range []string{"Regular", "Medium", "Bold"} {
		if !freshFont(t, "Vazirmatn-"+weight+".ttf").spaceAlone {
			t.Errorf("the space of Vazirmatn-%s has a part in Arabic words", weight)
		}
	}
}

// TestWordCacheIsBounded: what was used last stays, and memory has a limit.
func TestWordCacheIsBounded(t *testing.T) {
	var c wordCache
	first := &piece{}
	c.put(wordKey{text: "first"}, first)
	for i := range 3 * wordsKept {
		c.put(wordKey{text: string([]rune{rune(i), rune(i >> 8)})}, &piece{})
		if got, ok := c.get(wordKey{text: "first"}); !ok || got != first {
			t.Fatalf("a word in use is gone after %d others", i)
		}
	}
	if n := len(c.newer) + len(c.older); n > wordsKept+1 {
		t.Errorf("%d words kept, want %d at most", n, wordsKept)
	}
}
