package bidi

import (
	"strings"
	"testing"
	"time"
)

// hostileTexts are texts made to freeze a window. Each is one paragraph.
var hostileTexts = []struct{ name, text string }{
	{"1 MB of letters without a break", strings.Repeat("ب", 1<<19)},
	{"1 MB of words and numbers", strings.Repeat("باب 12 (abc) ", 1<<20/17)},
	{"1 MB of Latin without a break", strings.Repeat("abcd", 1<<18)},
	{"1 MB of spaces", strings.Repeat(" ", 1<<20)},
	{"1 MB of full stops", strings.Repeat(".", 1<<20)},
	{"1 MB of brackets", strings.Repeat("(]", 1<<19)},
	{"100,000 combining marks", "ب" + strings.Repeat("\u064f", 100_000)},
	{"100,000 joiners", "👨" + strings.Repeat("\u200d👩", 50_000)},
	{"10,000 nested embeddings", strings.Repeat("\u202b\u202a", 5000) + "دار abc" + strings.Repeat("\u202c", 10_000)},
	{"10,000 nested isolates", strings.Repeat("\u2067\u2066", 5000) + "دار abc" + strings.Repeat("\u2069", 10_000)},
	{"300,000 isolates without an end", strings.Repeat("\u2068ا", 1<<18)},
	{"changes of direction", strings.Repeat("ا1a", 1<<18)},
}

// hostileCalls are the calls that a window makes on a text, with an offset in its middle.
var hostileCalls = []struct {
	name string
	call func(d *Document, middle int)
}{
	{"NewDocument", func(d *Document, _ int) { NewDocument(d.text, d.font, d.base) }},
	{"Paragraph", func(d *Document, middle int) { d.Paragraph(d.At(middle)) }},
	{"Lines", func(d *Document, middle int) { d.Lines(d.At(middle), 37.5) }},
	{"narrow-Lines", func(d *Document, middle int) { d.Lines(d.At(middle), 0.01) }},
	{"Rects", func(d *Document, middle int) { d.Lines(d.At(middle), 0).Rects(0, 0, d.Len()) }},
	{"Word", func(d *Document, middle int) { d.Word(middle) }},
	{"Sentence", func(d *Document, middle int) { d.Sentence(middle) }},
	{"Estimate", func(d *Document, _ int) { d.Estimate(0, 37.5) }},
	{"Slice", func(d *Document, middle int) { d.Slice(middle, middle+9) }},
}

// BenchmarkHostile measures each call, the first one on a new document, and reports its longest time in ms: none is to take
// longer than 100 ms, or the window is taken for frozen.
func BenchmarkHostile(b *testing.B) {
	font := regular(b)
	for _, hostile := range hostileTexts {
		b.Run(hostile.name, func(b *testing.B) {
			middle := len([]rune(hostile.text)) / 2
			longest := make([]time.Duration, len(hostileCalls))
			for b.Loop() {
				for i, c := range hostileCalls {
					d := NewDocument(hostile.text, font, BaseRTL)
					start := time.Now()
					c.call(d, middle)
					longest[i] = max(longest[i], time.Since(start))
				}
			}
			for i, c := range hostileCalls {
				b.ReportMetric(float64(longest[i].Microseconds())/1000, c.name+"-ms")
			}
		})
	}
}

// BenchmarkTenMegabyteLine is the first call on a line of 10 MB, without and after Prepare.
func BenchmarkTenMegabyteLine(b *testing.B) {
	text := strings.Repeat("باب 12 (abc) ", 10<<20/17)
	middle := len([]rune(text)) / 2
	for _, prepared := range []bool{false, true} {
		b.Run(map[bool]string{false: "at once", true: "prepared"}[prepared], func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				d := NewDocument(text, regular(b), BaseRTL)
				if prepared {
					if err := d.Prepare(b.Context()); err != nil {
						b.Fatal(err)
					}
				}
				b.StartTimer()
				d.Lines(d.At(middle), 37.5)
			}
		})
	}
	b.Run("Sentence", func(b *testing.B) {
		d := NewDocument(text, regular(b), BaseRTL)
		for b.Loop() {
			d.Sentence(middle)
		}
	})
	b.Run("NewDocument", func(b *testing.B) {
		for b.Loop() {
			NewDocument(text, regular(b), BaseRTL)
		}
	})
}
