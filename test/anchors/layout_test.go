package anchors

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"

	engine "hashiya/app/bidi"
)

// layOut shapes and wraps every line of a text, and puts the visual runs of every line in order.
func layOut(text string, f *engine.Font) []*engine.Lines {
	var out []*engine.Lines
	for paragraph := range strings.SplitSeq(text, "\n") {
		l := engine.NewParagraph(paragraph, f, engine.BaseRTL).Wrap(width)
		for line := range l.Count() {
			l.Hit(line, 0)
		}
		out = append(out, l)
	}
	return out
}

const millisecond = 1e6 // ns

// BenchmarkLayout1MB is a full layout of 1 MB: levels, breaks, shaping, wrapping and visual order of all lines.
func BenchmarkLayout1MB(b *testing.B) {
	for _, c := range corpora {
		b.Run(c.name, func(b *testing.B) {
			text, f := c.make(b, megabyte), font(b)
			theirs, found := pango.measure(b, fontPath(), write(b, text), "layout")
			b.ReportAllocs()
			ours := median(b, func() { layOut(text, f) })
			report(b, pango, ours, theirs, found, millisecond, "ms")
		})
	}
}

// BenchmarkFirstLayout1MB is the same with a font just parsed, which remembers no word yet: what opening a text costs at the start.
func BenchmarkFirstLayout1MB(b *testing.B) {
	text := news(b, megabyte)
	theirs, found := pango.measure(b, fontPath(), write(b, text), "layout")
	ours := median(b, func() { layOut(text, font(b)) })
	report(b, pango, ours, theirs, found, millisecond, "ms")
}

// BenchmarkRewrap1MB wraps 1 MB at another width. Pango lays its text out again for that.
func BenchmarkRewrap1MB(b *testing.B) {
	text, f := news(b, megabyte), font(b)
	theirs, found := pango.measure(b, fontPath(), write(b, text), "rewrap")
	var paragraphs []*engine.Paragraph
	for s := range strings.SplitSeq(text, "\n") {
		paragraphs = append(paragraphs, engine.NewParagraph(s, f, engine.BaseRTL))
	}
	wide := false
	ours := median(b, func() {
		box := 30.0
		if wide = !wide; wide {
			box = width
		}
		for _, p := range paragraphs {
			p.Wrap(box)
		}
	})
	report(b, pango, ours, theirs, found, millisecond, "ms")
}

// BenchmarkHit asks for the letters at eight places on every line of 200 paragraphs, one of them per figure.
func BenchmarkHit(b *testing.B) {
	text := news(b, megabyte)
	theirs, found := pango.measure(b, fontPath(), write(b, text), "hit")
	lines := layOut(text, font(b))[:200]
	const places = 8
	calls := 0
	ours := median(b, func() {
		calls = 0
		for _, l := range lines {
			for line := range l.Count() {
				for place := range places {
					l.Hit(line, width*(float64(place)+0.5)/places)
					calls++
				}
			}
		}
	})
	report(b, pango, ours/float64(calls), theirs, found, 1, "ns/hit")
}

// BenchmarkLevels1MB computes the embedding levels of 1 MB. The other side is asked for the runs, the least it offers.
func BenchmarkLevels1MB(b *testing.B) {
	paragraphs := strings.Split(news(b, megabyte), "\n")
	runes := make([][]rune, len(paragraphs))
	for i, p := range paragraphs {
		runes[i] = []rune(p)
	}
	var theirs float64
	b.Run("golang.org/x/text", func(b *testing.B) {
		theirs = median(b, func() {
			for _, text := range paragraphs {
				var p bidi.Paragraph
				if _, err := p.SetString(text, bidi.DefaultDirection(bidi.RightToLeft)); err != nil {
					b.Fatal(err)
				}
				if _, err := p.Order(); err != nil && text != "" {
					b.Fatal(err)
				}
			}
		})
		b.ReportMetric(theirs/millisecond, "ms")
	})
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		ours := median(b, func() {
			for _, text := range runes {
				engine.Levels(text, engine.BaseRTL)
			}
		})
		b.ReportMetric(ours/millisecond, "ms")
		if theirs > 0 {
			b.ReportMetric(theirs/ours, "times-x/text")
		}
	})
}

// BenchmarkKey types a letter into the middle of a paragraph of 20,000 code points, and takes it away again; a figure is one of both.
func BenchmarkKey(b *testing.B) {
	const length = 20_000
	runes := []rune(strings.ReplaceAll(news(b, megabyte/8), "\n", " "))[:length]
	p := engine.NewParagraph(string(runes), font(b), engine.BaseRTL)
	b.ReportAllocs()
	ours := median(b, func() {
		p = p.Edit(length/2, length/2, "ب")
		p.Wrap(width)
		p = p.Edit(length/2, length/2+1, "")
		p.Wrap(width)
	})
	b.ReportMetric(ours/2/millisecond, "ms/key")
}
