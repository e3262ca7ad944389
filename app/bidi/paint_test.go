package bidi

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden picture again")

// mixed has most of what goes wrong in mixed text: numbers between words, a bracketed Latin name, guillemets, a hashtag with an
// underscore, a date, a percentage, Arabic-Indic digits, vowel marks, a range and a final full stop.
const mixed = "زارت المدرسةَ 37 طالبةً و 58 معلّماً من مدينة الزهور (Flower City) يوم 12/10/2018، وقال المدير: «نجح 25% من الطلاب»، " +
	"ثم نشر وسم #مكتبة_المدينة مع ٢٤ صورةً، وكان عدد الكتب 10-15 لا أكثر [راجع library.example]. الشَّمْسُ مُشْرِقَةٌ."

const goldenFile = "testdata/mixed.png"

func drawParagraph(t testing.TB, text string, base Base, widthPx, pixelsPerEm float64) *image.NRGBA {
	font := regular(t)
	lines := NewParagraph(text, font, base).Wrap(widthPx / pixelsPerEm)
	const margin = 12
	step := font.LineHeight() * pixelsPerEm
	img := image.NewNRGBA(image.Rect(0, 0, int(widthPx)+2*margin, int(step*float64(lines.Count()))+2*margin))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	painter := NewPainter(font, pixelsPerEm)
	for i := range lines.Count() {
		baseline := margin + font.Ascent()*pixelsPerEm + step*float64(i)
		painter.Draw(img, lines, i, margin, baseline, color.NRGBA{A: 0xff})
	}
	return img
}

func TestGoldenPicture(t *testing.T) {
	got := drawParagraph(t, mixed, BaseRTL, 720, 32)
	if *update {
		var out bytes.Buffer
		if err := png.Encode(&out, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(goldenFile, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != got.Bounds() {
		t.Fatalf("picture is %v, want %v", got.Bounds(), want.Bounds())
	}
	// Rasterising uses floats, whose last bits differ between processors.
	const tolerance = 2
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			a, b := got.NRGBAAt(x, y), color.NRGBAModel.Convert(want.At(x, y)).(color.NRGBA)
			if abs(int(a.R)-int(b.R)) > tolerance || a.A != b.A {
				t.Fatalf("pixel (%d,%d) is %v, want %v; look at the picture and run the test with -update if it is right", x, y, a, b)
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }

func TestDrawOnTransparent(t *testing.T) {
	font := regular(t)
	lines := NewParagraph("ا", font, BaseRTL).Wrap(0)
	img := image.NewNRGBA(image.Rect(0, 0, 20, 40))
	ink := color.NRGBA{R: 200, G: 10, B: 30, A: 255}
	NewPainter(font, 32).Draw(img, lines, 0, 2, 30, ink)
	painted := 0
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i+3] == 0 {
			continue
		}
		painted++
		if img.Pix[i] != ink.R || img.Pix[i+1] != ink.G || img.Pix[i+2] != ink.B {
			t.Fatalf("painted pixel %v, want the colour of the ink at any opacity", img.Pix[i:i+4])
		}
	}
	if painted < 40 {
		t.Errorf("%d pixels painted, want a letter", painted)
	}
}

// TestMissingCharacterIsSeen: the bundled font draws nothing for .notdef, the painter draws a hollow box.
func TestMissingCharacterIsSeen(t *testing.T) {
	const size = 40
	img := drawParagraph(t, "\u8a9e", BaseLTR, size, size)
	font := regular(t)
	width := NewParagraph("\u8a9e", font, BaseLTR).Wrap(0).Width() * size
	dark := func(x, y float64) bool { return img.NRGBAAt(12+int(x), 12+int(font.Ascent()*size-y)).R < 0x80 }
	if !dark(width/2, 1) || dark(width/2, size*0.35) {
		t.Error("no hollow box for a character that the font lacks")
	}
}

func TestOver(t *testing.T) {
	tests := []struct {
		name   string
		px     [4]uint8
		ink    color.NRGBA
		a      uint32
		result [4]uint8
	}{
		{"opaque", [4]uint8{1, 2, 3, 255}, color.NRGBA{R: 9, G: 8, B: 7}, 255, [4]uint8{9, 8, 7, 255}},
		{"on nothing", [4]uint8{}, color.NRGBA{R: 9, G: 8, B: 7}, 100, [4]uint8{9, 8, 7, 100}},
		{"a fifth of white on black", [4]uint8{0, 0, 0, 255}, color.NRGBA{R: 255, G: 255, B: 255}, 51, [4]uint8{51, 51, 51, 255}},
		{"half on half", [4]uint8{0, 0, 0, 128}, color.NRGBA{R: 255, G: 255, B: 255}, 128, [4]uint8{171, 171, 171, 191}},
	}
	for _, test := range tests {
		px := test.px
		over(px[:], test.ink, test.a)
		if px != test.result {
			t.Errorf("%s: %v, want %v", test.name, px, test.result)
		}
	}
}

func TestPainterLimits(t *testing.T) {
	font := regular(t)
	lines := NewParagraph("سلام abc", font, BaseRTL).Wrap(0)
	img := image.NewNRGBA(image.Rect(0, 0, 8, 8))
	for _, size := range []float64{-1, 0, 0.01, 1e9} {
		for _, x := range []float64{0, -1e18, 1e300} {
			NewPainter(font, size).Draw(img, lines, 0, x, x, color.NRGBA{A: 255})
		}
	}
	p := NewPainter(font, 200)
	for glyph := range uint32(1000) {
		p.mask(maskKey{glyph, 0})
		if p.bytes > maxMaskBytes {
			t.Fatalf("the cache holds %d bytes, want at most %d", p.bytes, maxMaskBytes)
		}
	}
}

func TestDrawDoesNotAllocate(t *testing.T) {
	font := regular(t)
	lines := NewParagraph(mixed, font, BaseRTL).Wrap(20)
	img := image.NewNRGBA(image.Rect(0, 0, 700, 60))
	painter := NewPainter(font, 32)
	draw := func() { painter.Draw(img, lines, 0, 0, 40, color.NRGBA{A: 255}) }
	draw()
	if n := testing.AllocsPerRun(10, draw); n != 0 {
		t.Errorf("%v allocations to draw a line again, want 0", n)
	}
}
