package bidi

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func FuzzEdit(f *testing.F) {
	f.Add("زار علي (City) 12", 3, 5, "ل", uint8(0))
	f.Add("\r\n\u202aا", 0, 1, "\xff", uint8(2))
	f.Fuzz(func(t *testing.T, text string, start, end int, insert string, base uint8) {
		const longest = 400 // bytes
		checkEdit(t, text[:min(len(text), longest)], start, end, insert[:min(len(insert), longest)], Base(base%3))
	})
}

// checkEdit: an edited paragraph is the one that NewParagraph makes of the edited text.
func checkEdit(t *testing.T, text string, start, end int, insert string, base Base) {
	t.Helper()
	before := NewParagraph(text, regular(t), base)
	runes := []rune(text)
	from := min(max(start, 0), len(runes))
	to := min(max(end, from), len(runes))
	// Bytes that are not UTF-8 stay as they are, so the text is put together from the bytes of its code points.
	edited := text[:byteLength(text, from)] + insert + text[byteLength(text, to):]
	f := regular(t)
	fresh := &Font{upem: f.upem, face: f.face, hb: f.hb, buffer: f.buffer, spaceAlone: f.spaceAlone} // has seen no word
	sameShape(t, "edit", edited, before.Edit(start, end, insert), NewParagraph(edited, fresh, base))
	if before.text != text {
		t.Errorf("the paragraph edited has changed to %+q", before.text)
	}
}

func TestEditAsNew(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 400 {
		from := wordPieces
		if random.IntN(2) == 0 {
			from = pieces
		}
		text := randomText(random, from, 12)
		n := len([]rune(text))
		start := random.IntN(n+3) - 1
		checkEdit(t, text, start, start+random.IntN(4)-1, randomText(random, from, 3), Base(random.IntN(3)))
		if t.Failed() {
			return
		}
	}
}

// BenchmarkEdit types a letter into the middle of a paragraph of 20,000 code points and takes it away again, wrapping both times.
func BenchmarkEdit(b *testing.B) {
	for name, words := range map[string]string{"Arabic": "زار علي مكتبة المدينة (City Library) وقرأ 12 كتابا ثم عاد. ", "Latin": "Ali went to the city library and read 12 books. "} {
		b.Run(name, func(b *testing.B) {
			text := string([]rune(strings.Repeat(words, 20_000/len([]rune(words))+1))[:20_000])
			p := NewParagraph(text, regular(b), BaseRTL)
			b.ReportAllocs()
			for b.Loop() {
				p = p.Edit(10_000, 10_000, "ب")
				p.Wrap(37.5)
				p = p.Edit(10_000, 10_001, "")
				p.Wrap(37.5)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(2*b.N)/1000, "ms/key")
		})
	}
}
