package bidi

import (
	"strings"
	"testing"
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

// BenchmarkHostile measures each call of a Document that a window makes, the first one on each text: none is to take longer
// than 100 ms, the time after which a person takes a window for frozen.
func BenchmarkHostile(b *testing.B) {
	font := regular(b)
	for _, hostile := range hostileTexts {
		middle := len([]rune(hostile.text)) / 2
		calls := []struct {
			name string
			call func(d *Document)
		}{
			{"NewDocument", func(*Document) { NewDocument(hostile.text, font, BaseRTL) }},
			{"Lines", func(d *Document) { d.Lines(d.At(middle), 37.5) }},
			{"Layout", func(d *Document) { l := d.Lines(d.At(middle), 37.5); l.Rects(0, 0, 1<<20); l.Hit(l.Count()-1, 3) }},
			{"Narrow", func(d *Document) { d.Lines(d.At(middle), 0.01) }},
			{"Unwrapped", func(d *Document) { l := d.Lines(d.At(middle), 0); l.Rects(0, 0, 1<<20) }},
			{"Word", func(d *Document) { d.Word(middle) }},
			{"Sentence", func(d *Document) { d.Sentence(middle) }},
			{"Estimate", func(d *Document) { d.Estimate(0, 37.5) }},
			{"Slice", func(d *Document) { d.Slice(middle, middle+9) }},
		}
		for _, c := range calls {
			b.Run(hostile.name+"/"+c.name, func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					d := NewDocument(hostile.text, font, BaseRTL)
					b.StartTimer()
					c.call(d)
				}
			})
		}
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
	b.Run("NewDocument", func(b *testing.B) {
		for b.Loop() {
			NewDocument(text, regular(b), BaseRTL)
		}
	})
}
