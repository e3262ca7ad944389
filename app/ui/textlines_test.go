package ui

import (
	"math/rand/v2"
	"strings"
	"testing"

	"hashiya/app/bidi"
)

// sameLayout compares two layouts of a text of n code points at every caret.
func sameLayout(t *testing.T, name string, got, want *textLines, n int) {
	t.Helper()
	if got.Count() != want.Count() || got.Width() != want.Width() {
		t.Fatalf("%s: %d lines, %.2f wide; want %d, %.2f", name, got.Count(), got.Width(), want.Count(), want.Width())
	}
	for offset := range n + 1 {
		for _, c := range []bidi.Caret{{Offset: offset}, {Offset: offset, Before: true}} {
			if got.Line(c) != want.Line(c) || got.X(c) != want.X(c) {
				t.Fatalf("%s: caret %v on line %d at %.3f, want line %d at %.3f", name, c, got.Line(c), got.X(c), want.Line(c), want.X(c))
			}
		}
	}
}

// TestTextLinesFollowEdits edits texts at random and compares with new layouts.
func TestTextLinesFollowEdits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"قتل", " ", "12", "a", "\n", "\r\n", "\r", "\u200f", "\u200b", "لا", "َ", "ه\u200d", "\n\n"}
	for _, single := range []bool{false, true} {
		for range 60 {
			e := &editor{lines: &textLines{single: single}, direction: FirstStrong}
			e.setText(nil)
			e.lines.wrap([]float64{0, 6}[random.IntN(2)])
			for range 40 {
				n := len(e.text)
				start := random.IntN(n + 1)
				end := start + random.IntN(min(n-start, 3)+1)
				e.replace(start, end, []rune(pieces[random.IntN(len(pieces))]), false)
				if random.IntN(5) == 0 {
					e.undoStep()
				}
				fresh := &textLines{single: single, width: e.lines.width}
				fresh.set(e.text, e.base())
				sameLayout(t, strings.ReplaceAll(string(e.text), "\n", "↵"), e.lines, fresh, len(e.text))
			}
		}
	}
}

// TestTextLinesMoveAsOneParagraph compares carets with those of package bidi,
// which knows all lines of a text at once.
func TestTextLinesMoveAsOneParagraph(t *testing.T) {
	text := "قتل 12 مدنياً (abc def)\n\nثم 3\nend of it 12 قتل"
	for _, width := range []float64{0, 5, 9} {
		one := bidi.NewParagraph(text, EngineFont(Regular), bidi.BaseRTL).Wrap(width)
		many := &textLines{width: width}
		many.set([]rune(text), bidi.BaseRTL)
		if many.Count() != one.Count() {
			t.Fatalf("width %.0f: %d lines, want %d", width, many.Count(), one.Count())
		}
		for _, move := range []struct {
			name      string
			got, want func(bidi.Caret) (bidi.Caret, bool)
			from      bidi.Caret
		}{
			{"left", many.Left, one.Left, one.Home(0)},
			{"right", many.Right, one.Right, one.End(one.Count() - 1)},
		} {
			c := move.from
			for {
				got, gotOK := move.got(c)
				want, ok := move.want(c)
				if gotOK != ok || many.Line(got) != one.Line(want) || width > 0 && abs(float32(many.X(got)-one.X(want))) > 1e-4 || got.Offset != want.Offset {
					t.Fatalf("width %.0f: %s of %v is %v, %v; want %v, %v", width, move.name, c, got, gotOK, want, ok)
				}
				if !ok {
					break
				}
				c = want
			}
		}
	}
}

func TestLogicalArrows(t *testing.T) {
	for _, c := range []struct{ before, key, after string }{
		{"قتل |12 مدنيا", "Left", "قتل 1|2 مدنيا"},
		{"قتل 1|2 مدنيا", "Right", "قتل |12 مدنيا"},
		{"|قتل", "Right", "|قتل"},
		{"قتل|", "Left", "قتل|"},
		{"قتل| abc", "S-Left", "قتل[ |abc"},
		{"[قتل| 12", "Left", "قتل| 12"},
		{"[قتل| 12", "Right", "|قتل 12"},
		{"ab| قتل", "Right", "ab |قتل"},
		{"مدني|اً", "Left", "مدنياً|"},
	} {
		e, w := focusedEntry(t, EntryOptions{Direction: FirstStrong})
		useTheme(func(th *Theme) { th.SetLogicalArrows(true) })
		setMarked(e, c.before)
		press(t, w.Canvas(), c.key)
		if got := marked(e); got != c.after {
			t.Errorf("%q with %s: %q, want %q", c.before, c.key, got, c.after)
		}
	}
}
