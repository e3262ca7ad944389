package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTextTruncates(t *testing.T) {
	newApp(t)
	for _, text := range []string{
		"روايات متضاربة عن هجوم على مخيم للنازحين أوقع 37 قتيلاً",
		"Conflicting accounts of an attack on a camp",
		"قتل 12 مدنياً (SOHR) في 12/10/2018",
	} {
		label := NewText(text, TextStyle{Truncate: true})
		natural := label.style.measure(text).Width
		for _, width := range []float32{40, 90, 150, natural + 1} {
			label.Resize(fyne.NewSize(width, 24))
			shown := label.Shown()
			if width > natural {
				if shown != text {
					t.Errorf("%q at %.0f is cut to %q", text, width, shown)
				}
				continue
			}
			head, cutShort := strings.CutSuffix(shown, ellipsis)
			if !cutShort || !strings.HasPrefix(text, head) {
				t.Errorf("%q at %.0f shows %q, want its beginning and …", text, width, shown)
			}
			if got := label.style.measure(shown).Width; got > width {
				t.Errorf("%q at %.0f shows %q, which is %.0f wide", text, width, shown, got)
			}
			if longer := cut([]rune(text), utf8.RuneCountInString(head)+3); label.style.measure(longer).Width <= width {
				t.Errorf("%q at %.0f shows %q although %q would fit", text, width, shown, longer)
			}
		}
		if label.Text() != text {
			t.Errorf("Text() is %q, want the whole of it", label.Text())
		}
	}
}

func TestCutKeepsMarksWithLetters(t *testing.T) {
	if got := cut([]rune("مدنياً قتل"), 5); got != "مدني…" {
		t.Errorf("cut before a mark: %q", got)
	}
	if got := cut([]rune("قتل مدني"), 4); got != "قتل…" {
		t.Errorf("cut after a space: %q", got)
	}
}

func TestTextPlaces(t *testing.T) {
	for _, c := range []struct {
		style TextStyle
		rtl   bool
		right bool
	}{
		{TextStyle{}, false, false},
		{TextStyle{}, true, true},
		{TextStyle{Align: Trailing}, false, true},
		{TextStyle{Align: Trailing}, true, false},
		{TextStyle{Direction: RightToLeft}, false, true},
		{TextStyle{Direction: FirstStrong}, false, false},
	} {
		newApp(t)
		if c.rtl {
			mirror(t)
		}
		label := NewText("قتل 12", c.style)
		label.Resize(fyne.NewSize(200, 24))
		x := label.CreateRenderer().(*textRenderer)
		x.Layout(fyne.NewSize(200, 24))
		if got := x.pieces[0].Position().X > 50; got != c.right {
			t.Errorf("%+v, interface rtl %v: at the right %v, want %v", c.style, c.rtl, got, c.right)
		}
	}
}

func TestTextHasNoLineBreaks(t *testing.T) {
	newApp(t)
	label := NewText("قتل\t12\r\nمدنيا", TextStyle{})
	drawn := label.CreateRenderer().(*textRenderer).pieces[0].Text
	if strings.ContainsAny(drawn, "\t\r\n") {
		t.Errorf("the painter is given %q", drawn)
	}
}

func TestParagraphWraps(t *testing.T) {
	newApp(t)
	p := NewParagraph(strings.Repeat("قتل 12 مدنياً. ", 20), ParagraphStyle{})
	wide, narrow := p.HeightFor(600), p.HeightFor(200)
	if narrow < 2*wide {
		t.Errorf("height %.0f at 600 and %.0f at 200", wide, narrow)
	}
	p.SetStyle(ParagraphStyle{MaxLines: 2})
	if got, want := p.HeightFor(200), 2*p.style.lineHeight(); got != want {
		t.Errorf("height with two lines at most: %.0f, want %.0f", got, want)
	}
}

// TestTextDrawsCheckMarks looks where words and ticks stand: in reading order,
// with the space of the words between them.
func TestTextDrawsCheckMarks(t *testing.T) {
	for _, c := range []struct {
		text string
		rtl  bool
	}{{"محفوظ ✓ 12:30", true}, {"محفوظ ✓", true}, {"Saved ✓ 12:30", false}, {"✓ Saved ✓", false}} {
		newApp(t)
		useTheme(func(th *Theme) { th.SetRightToLeft(c.rtl) })
		label := NewText(c.text, TextStyle{})
		label.Resize(label.MinSize())
		r := test.WidgetRenderer(label).(*textRenderer)
		if len(r.ticks) != strings.Count(c.text, check) || label.AccessibilityLabel() != c.text {
			t.Fatalf("%q: %d ticks, called %q", c.text, len(r.ticks), label.AccessibilityLabel())
		}
		at := float32(0) // from the side where reading starts
		for i, p := range r.pieces {
			if strings.Contains(p.Text, check) {
				t.Errorf("%q: the painter is given the mark", c.text)
			}
			if p.Text != "" {
				left, width := p.Position().X, p.Size().Width
				if c.rtl {
					left = label.Size().Width - left - width
				}
				if i > 0 && left < at+3 || left < at-1 { // a space is some 4 wide
					t.Errorf("%q: piece %d begins at %.1f, inside what is before it", c.text, i, left)
				}
				at = left + width
			}
			if i < len(r.ticks) {
				left, right := r.ticks[i][0].Position1.X, r.ticks[i][1].Position2.X
				if c.rtl {
					left, right = label.Size().Width-right, label.Size().Width-left
				}
				if i > 0 && left < at+3 || left < at-1 || right <= left {
					t.Errorf("%q: tick %d from %.1f to %.1f, after words that end at %.1f", c.text, i, left, right, at)
				}
				at = right
			}
		}
	}
}
