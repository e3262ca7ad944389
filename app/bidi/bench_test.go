package bidi

import (
	"image"
	"image/color"
	"strings"
	"testing"
)

// megabyte is about 1 MB of mixed paragraphs.
var megabyte = strings.Repeat(mixed+"\n", 1<<20/(len(mixed)+1))

func paragraphsOf(b *testing.B) []*Paragraph {
	b.Helper()
	var out []*Paragraph
	for _, s := range strings.Split(megabyte, "\n") {
		out = append(out, NewParagraph(s, regular(b), BaseRTL))
	}
	return out
}

func BenchmarkLevels(b *testing.B) {
	text := []rune(megabyte)
	b.SetBytes(int64(len(megabyte)))
	for b.Loop() {
		Levels(text, BaseRTL)
	}
}

func BenchmarkShape1MB(b *testing.B) {
	b.SetBytes(int64(len(megabyte)))
	for b.Loop() {
		paragraphsOf(b)
	}
}

func BenchmarkRewrap(b *testing.B) {
	paragraphs := paragraphsOf(b)
	b.SetBytes(int64(len(megabyte)))
	for b.Loop() {
		for _, p := range paragraphs {
			p.Wrap(37.5)
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	b.SetBytes(int64(len(megabyte)))
	for b.Loop() {
		NewDocument(megabyte, regular(b), BaseRTL)
	}
}

func BenchmarkHit(b *testing.B) {
	l := NewParagraph(mixed, regular(b), BaseRTL).Wrap(37.5)
	for b.Loop() {
		l.Hit(0, 11.3)
	}
}

func BenchmarkRects(b *testing.B) {
	l := NewParagraph(mixed, regular(b), BaseRTL).Wrap(37.5)
	for b.Loop() {
		l.Rects(0, 3, 40)
	}
}

func BenchmarkDrawLine(b *testing.B) {
	font := regular(b)
	l := NewParagraph(mixed, font, BaseRTL).Wrap(37.5)
	img := image.NewNRGBA(image.Rect(0, 0, 700, 30))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	painter := NewPainter(font, 18)
	b.ReportAllocs()
	for b.Loop() {
		painter.Draw(img, l, 0, 0, 20, color.NRGBA{A: 255})
	}
}
