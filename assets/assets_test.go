package assets

import (
	"bytes"
	"image/png"
	"io/fs"
	"testing"
)

func TestFontsAreTrueType(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range []string{"Regular", "Medium", "Bold"} {
		body := Font(name)
		if !bytes.HasPrefix(body, []byte{0, 1, 0, 0}) {
			t.Errorf("Font(%q) is no TrueType file", name)
		}
		if seen[string(body)] {
			t.Errorf("Font(%q) is the same file as another weight", name)
		}
		seen[string(body)] = true
	}
	for _, name := range []string{"Regular", "Bold"} {
		body := Naskh(name)
		if !bytes.HasPrefix(body, []byte{0, 1, 0, 0}) || seen[string(body)] {
			t.Errorf("Naskh(%q) is no TrueType file, or the same as another", name)
		}
		seen[string(body)] = true
	}
	for _, name := range []string{"", "regular", "../OFL-Vazirmatn"} {
		if Font(name) != nil || Naskh(name) != nil {
			t.Errorf("there is a font for %q", name)
		}
	}
}

func TestIconIsA512PixelPNG(t *testing.T) {
	config, err := png.DecodeConfig(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if config.Width != 512 || config.Height != 512 {
		t.Errorf("icon is %d by %d pixels, want 512 by 512", config.Width, config.Height)
	}
}

func TestTranslationsHoldEnglish(t *testing.T) {
	if _, err := fs.Stat(Translations(), "en.json"); err != nil {
		t.Error(err)
	}
}

func TestCallersGetTheirOwnCopy(t *testing.T) {
	Codebook()[0] = 'x'
	if Codebook()[0] != '{' {
		t.Error("a caller changed the embedded codebook")
	}
}
