package mapview

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

func dark(th *ui.Theme)     { th.SetVariant(ui.VariantDark) }
func contrast(th *ui.Theme) { th.SetHighContrast(true) }
func darkRightToLeft(th *ui.Theme) {
	dark(th)
	th.SetRightToLeft(true)
}

// borders are made up: a country of two governorates.
func borders() []Outline {
	return []Outline{
		{Label: "بلاد", Level: 0, Rings: [][]Point{{{32.5, 35.9}, {33.9, 36}, {36.8, 36.6}, {37, 42}, {34.4, 41.2}, {33.3, 38.8}, {32.5, 35.9}}}},
		{Label: "الشرق", Level: 1, Rings: [][]Point{{{36.9, 39}, {37, 42}, {34.4, 41.2}, {33.8, 39.8}, {35, 39.4}, {36.9, 39}}}},
		{Label: "West", Level: 1, Rings: [][]Point{{{33.9, 36}, {36.8, 36.6}, {36.9, 39}, {35, 39.4}, {33.8, 39.8}, {33.3, 38.8}, {33.9, 36}}}},
		{Level: 2, Rings: [][]Point{{{36.2, 36.4}, {36, 38}, {35.5, 39.3}}}},
	}
}

// crowd is so many places around one.
func crowd(n int) []Place {
	places := make([]Place, n)
	for i := range places {
		places[i] = Place{
			ID: fmt.Sprint(i), Label: fmt.Sprintf("قرية %d", i+1), Lat: 34 + float64(i*37%100)/60, Lon: 38 + float64(i*61%100)/40,
			Tone: kinds[i%len(kinds)].Tone, Selected: i%9 == 0,
		}
	}
	return places
}

func TestGolden(t *testing.T) {
	tests := []struct {
		name          string
		options       Options
		theme         func(*ui.Theme)
		width, height float32
		do            func(m *Map, w fyne.Window)
	}{
		{"light", Options{Words: english, Kinds: kinds}, nil, 480, 320, func(m *Map, w fyne.Window) {
			m.SetOutlines(borders())
			hoverOver(m, positionOf(t, m, "hajin"))
		}},
		{"dark", Options{Words: arabic, Kinds: kinds, ArabicDigits: true}, darkRightToLeft, 480, 320, func(m *Map, w fyne.Window) {
			m.SetOutlines(borders())
			w.Canvas().Focus(m)
			press(w, fyne.KeyTab, fyne.KeyTab)
			hoverOver(m, fyne.NewPos(200, 100))
		}},
		{"contrast", Options{Words: english, Kinds: kinds}, contrast, 480, 320, func(m *Map, w fyne.Window) {
			m.SetOutlines(borders())
			w.Canvas().Focus(m)
			press(w, fyne.KeyC, "S-Right", "S-Right")
		}},
		{"crowd", Options{Words: arabic, Kinds: kinds, ArabicDigits: true}, nil, 360, 300, func(m *Map, w fyne.Window) {
			m.SetPlaces(crowd(60))
			m.Fit()
		}},
		{"world", Options{Words: english}, nil, 360, 240, func(m *Map, w fyne.Window) {
			m.SetPlaces([]Place{{Label: "Fiji", Lat: -17.7, Lon: 178, Size: 1500}, {Label: "القطب", Lat: 89, Lon: -150, Tone: ui.ToneWarning}})
			m.SetZoom(0)
			m.Center(90, -170)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, w := show(t, tt.options, tt.width, tt.height, tt.theme)
			m.SetPlaces(towns())
			m.Fit()
			tt.do(m, w)
			compareGolden(t, tt.name, w.Canvas().Capture())
		})
	}
}

func compareGolden(t *testing.T, name string, got image.Image) {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, got); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name+".png")
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: write it with -update and look at it", err)
	}
	want, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if n := differences(got, want); n > 0 {
		t.Errorf("%s: %d pixels differ; write the picture with -update and look at it", name, n)
	}
}

// differences counts the pixels that differ by more than rounding.
func differences(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	n := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			p, q := color.NRGBAModel.Convert(a.At(x, y)).(color.NRGBA), color.NRGBAModel.Convert(b.At(x, y)).(color.NRGBA)
			if max(apart(p.R, q.R), apart(p.G, q.G), apart(p.B, q.B)) > 3 {
				n++
			}
		}
	}
	return n
}

func apart(a, b uint8) uint8 { return max(a, b) - min(a, b) }
