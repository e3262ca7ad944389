package ui

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

func TestMirroredIconIsFlipped(t *testing.T) {
	for _, icon := range []fyne.Resource{theme.ContentUndoIcon(), theme.NavigateBackIcon(), theme.LoginIcon()} {
		newApp(t)
		wrapped := Mirrored(icon)
		plain := iconPicture(t, tinted(icon, ColorAccent))
		same := iconPicture(t, tinted(wrapped, ColorAccent))
		mirror(t)
		turned := iconPicture(t, tinted(wrapped, ColorAccent))
		w := plain.Bounds().Dx()
		differs := false
		for y := range plain.Bounds().Dy() {
			for x := range w {
				if plain.At(x, y) != same.At(x, y) {
					t.Fatalf("%s: changed from left to right at %d, %d", icon.Name(), x, y)
				}
				if !near(plain.At(x, y), turned.At(w-1-x, y)) {
					t.Fatalf("%s: not flipped at %d, %d: %v and %v", icon.Name(), x, y, plain.At(x, y), turned.At(w-1-x, y))
				}
				differs = differs || plain.At(x, y) != turned.At(x, y)
			}
		}
		if !differs {
			t.Errorf("%s: looks the same flipped", icon.Name())
		}
	}
}

func iconPicture(t *testing.T, icon fyne.Resource) image.Image {
	t.Helper()
	w := newWindow(t, canvas.NewImageFromResource(icon), fyne.NewSize(48, 48))
	return w.Canvas().Capture()
}

func TestFlippedLeavesOtherFilesAlone(t *testing.T) {
	for _, c := range []struct{ svg, want string }{
		{`<svg viewBox="2 0 20 24"><path d="M0 0"/></svg>`, `<svg viewBox="2 0 20 24"><g transform="translate(24 0) scale(-1 1)"><path d="M0 0"/></g></svg>`},
		{`<svg><path d="M0 0"/></svg>`, `<svg><path d="M0 0"/></svg>`},
		{`</svg><svg viewBox="0 0 1 1">`, `</svg><svg viewBox="0 0 1 1">`},
		{"\x89PNG", "\x89PNG"},
		{"", ""},
	} {
		if got := string(flipped([]byte(c.svg))); got != c.want {
			t.Errorf("flipped(%q) = %q, want %q", c.svg, got, c.want)
		}
	}
}

// near tells whether two colours differ by no more than rounding in drawing.
func near(a, b color.Color) bool {
	p, q := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	const most = 24
	close := func(x, y uint8) bool { return max(x, y)-min(x, y) <= most }
	return close(p.R, q.R) && close(p.G, q.G) && close(p.B, q.B) && close(p.A, q.A)
}
