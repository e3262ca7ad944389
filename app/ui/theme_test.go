package ui

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.Color) float64 {
	channel := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return 0.2126*channel(n.R) + 0.7152*channel(n.G) + 0.0722*channel(n.B)
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	type pair struct {
		ink, ground fyne.ThemeColorName
		least       float64
	}
	grounds := []fyne.ThemeColorName{ColorWindow, ColorPaper, ColorPanel}
	labels := []Tone{ToneActor, ToneLocation, ToneCount, ToneTactic, ToneDate, ToneAccent, ToneWarning}
	pairs := []pair{{ColorOnAccent, ColorAccent, 4.5}, {ColorInk, ColorSelection, 7}, {ColorInk, ColorHit, 7}, {ColorInk, ColorAccentFill, 7}}
	for _, g := range grounds {
		pairs = append(pairs, pair{ColorInk, g, 7}, pair{ColorSecondary, g, 4.5}, pair{ColorFaint, g, 4.5})
	}
	for _, l := range labels {
		pairs = append(pairs, pair{l.Ink, l.Fill, 4.5}, pair{ColorInk, l.Fill, 7}, pair{l.Ink, ColorPanel, 4.5}, pair{l.Ink, ColorPaper, 4.5}, pair{l.Ink, ColorWindow, 4.5})
	}
	for _, strong := range []bool{false, true} {
		th := NewTheme()
		th.SetHighContrast(strong)
		for _, variant := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
			for _, p := range pairs {
				if strong && p.ground != ColorAccent {
					p.least = 7 // in high contrast every text is as strong as a value
				}
				if got := contrast(th.Color(p.ink, variant), th.Color(p.ground, variant)); got < p.least {
					t.Errorf("variant %d, high contrast %v: %s on %s is %.2f, want %.1f", variant, strong, p.ink, p.ground, got, p.least)
				}
			}
		}
	}
}

func TestVariant(t *testing.T) {
	th := NewTheme()
	light, dark := rgb(0xFDFCF9), rgb(0x1B1F23)
	for _, c := range []struct {
		variant Variant
		system  fyne.ThemeVariant
		want    color.Color
	}{
		{VariantSystem, theme.VariantLight, light},
		{VariantSystem, theme.VariantDark, dark},
		{VariantLight, theme.VariantDark, light},
		{VariantDark, theme.VariantLight, dark},
	} {
		th.SetVariant(c.variant)
		if got := th.Color(ColorPaper, c.system); got != c.want {
			t.Errorf("variant %d on system %d: paper is %v, want %v", c.variant, c.system, got, c.want)
		}
		if got := th.Color(theme.ColorNameInputBackground, c.system); got != c.want {
			t.Errorf("variant %d on system %d: Fyne's input background is %v, want %v", c.variant, c.system, got, c.want)
		}
	}
}

func TestFonts(t *testing.T) {
	th := NewTheme()
	if got := th.Font(fyne.TextStyle{}).Name(); got != "Vazirmatn-Regular.ttf" {
		t.Errorf("plain text is in %s", got)
	}
	if got := th.Font(fyne.TextStyle{Bold: true}).Name(); got != "Vazirmatn-Bold.ttf" {
		t.Errorf("bold text is in %s", got)
	}
}
