package bidi

import (
	"bytes"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func fontBytes(t testing.TB, name string) []byte {
	t.Helper()
	ttf, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name))
	if err != nil {
		t.Fatal(err)
	}
	return ttf
}

// use does with a font what a window does.
func use(f *Font) {
	for _, base := range []Base{BaseRTL, BaseLTR} {
		l := NewParagraph("لا إله (abc) 12\tالشَّمْسُ \u202eب\u4e2d", f, base).Wrap(6)
		picture := image.NewNRGBA(image.Rect(0, 0, 120, 40))
		for line := range l.Count() {
			l.Hit(line, 3)
			NewPainter(f, 16).Draw(picture, l, line, 0, 24, color.NRGBA{A: 255})
		}
	}
}

func TestParseFontRefuses(t *testing.T) {
	regular := fontBytes(t, "Vazirmatn-Regular.ttf")
	tests := []struct {
		name string
		file []byte
		says string // a part of the error
	}{
		{"nothing", nil, "empty"},
		{"text", []byte("this is no font"), "not a readable"},
		{"zeros", make([]byte, 4096), "not a readable"},
		{"half a font", regular[:len(regular)/2], "outside of the file"},
		{"header only", regular[:12], "cut off"},
		{"WOFF", append([]byte("wOFF"), regular[4:]...), "WOFF"},
		{"WOFF2", append([]byte("wOF2"), regular[4:]...), "WOFF"},
		{"collection without fonts", []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x00"), "not a readable"},
		{"picture", []byte("\x89PNG\r\n\x1a\n" + strings.Repeat("\x00", 64)), "not a readable"},
		{"too large", make([]byte, maxFontBytes+1), "MB"},
	}
	for _, test := range tests {
		f, err := ParseFont(test.file)
		if err == nil || f != nil || !strings.HasPrefix(err.Error(), "font: ") || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: font %v, error %v, want one that says %q", test.name, f != nil, err, test.says)
		}
	}
}

// TestDamagedFonts: a font cut off, or with a byte of its directory of tables changed, is refused or used, with or without sense.
func TestDamagedFonts(t *testing.T) {
	whole := fontBytes(t, "Vazirmatn-Regular.ttf")
	var damaged [][]byte
	for at := 0; at < len(whole); at += 1 + at/5 {
		damaged = append(damaged, whole[:at])
	}
	const directory = 12 + 16*16
	for at := 1; at < directory; at += 7 {
		file := bytes.Clone(whole)
		file[at] ^= 0x11
		damaged = append(damaged, file)
	}
	refused := 0
	for _, file := range damaged {
		f, err := ParseFont(file)
		if err != nil {
			refused++
			continue
		}
		use(f)
	}
	if refused == 0 || refused == len(damaged) {
		t.Errorf("%d of %d refused", refused, len(damaged))
	}
}

func TestFontMetrics(t *testing.T) {
	if f := regular(t); !(f.Ascent() > 0.5 && f.Descent() > 0.1 && f.LineHeight() >= f.Ascent()+f.Descent()) {
		t.Errorf("ascent %v, descent %v, line height %v", f.Ascent(), f.Descent(), f.LineHeight())
	}
}

// FuzzParseFont changes two places of a font and cuts it; a whole font as the input would leave the fuzzer no time.
func FuzzParseFont(f *testing.F) {
	whole := fontBytes(f, "Vazirmatn-Regular.ttf")
	f.Add(uint32(0), uint32(0), uint32(0), uint32(0), uint32(len(whole)))
	f.Add(uint32(4), uint32(0xffffffff), uint32(1000), uint32(1), uint32(len(whole)/2))
	f.Fuzz(func(_ *testing.T, at, bits, at2, bits2, length uint32) {
		file := bytes.Clone(whole[:min(int(length), len(whole))])
		for i := range uint32(4) {
			flip(file, at+i, byte(bits>>(8*i)))
			flip(file, at2+i, byte(bits2>>(8*i)))
		}
		if font, err := ParseFont(file); err == nil {
			use(font)
		}
	})
}

func flip(file []byte, at uint32, bits byte) {
	if len(file) > 0 {
		file[at%uint32(len(file))] ^= bits
	}
}
