package ui

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// visibleCodes returns what a field shows in place of characters.
func visibleCodes(e *Entry) string {
	var codes []string
	for _, o := range e.view.inside.Objects {
		for _, v := range e.view.codes {
			if fyne.CanvasObject(v.code) == o {
				codes = append(codes, v.code.Text)
			}
		}
	}
	return strings.Join(codes, " ")
}

func TestEntryShowsInvisibleCharacters(t *testing.T) {
	for _, c := range []struct {
		text  string
		codes string
	}{
		{"قتل\u200f 12", "RLM"},
		{"\u202eabc\u202c", "RLO PDF"},
		{"a\u200bb\ufeffc\u00add", "ZWSP BOM SHY"},
		{"a\u2066b\u2067c\u2068d\u2069\u061c\u200e", "LRI RLI FSI PDI ALM LRM"},
		{"\x00\x01\x1b\x7f\u0085", "NUL SOH ESC DEL 85"},
		{"a\nb\rc", "LF CR"},
		{"\u206a\U000E0041", "206A TAG"},
		{"نامه\u200cها و ه\u200d", ""},
		{"a\tb ؀12", ""},
		{"plain قتل 12 © ™ \uFFFD", ""},
	} {
		e, w := focusedEntry(t, EntryOptions{Direction: FirstStrong})
		e.SetText(c.text)
		if got := visibleCodes(e); got != c.codes {
			t.Errorf("%q shows %q, want %q", c.text, got, c.codes)
		}
		press(t, w.Canvas(), "C-A", "C-C")
		if got := fyne.CurrentApp().Clipboard().Content(); got != c.text || e.Text() != c.text || e.HasUncommitted() {
			t.Errorf("%q: text %q, copied %q, uncommitted %v", c.text, e.Text(), got, e.HasUncommitted())
		}
	}
}

func TestEntryStepsOverCodes(t *testing.T) {
	for _, c := range []struct {
		text   string
		key    string
		places string
	}{
		{"a\u200f\u202eb", "Right", "0 1 2 3 4 4"},
		{"a\u200bb", "Right", "0 1 2 3 3"},
		{"م\u200fن", "Left", "0 1 2 3 3"},
		{"\u2066\x00", "Right", "0 1 2 2"},
	} {
		for _, logical := range []bool{false, true} {
			e, w := focusedEntry(t, EntryOptions{Direction: FirstStrong})
			useTheme(func(th *Theme) { th.SetLogicalArrows(logical) })
			e.SetText(c.text)
			press(t, w.Canvas(), "Home")
			var got []string
			for range strings.Fields(c.places) {
				_, _, caret := e.Selection()
				got = append(got, string(rune('0'+caret)))
				press(t, w.Canvas(), c.key)
			}
			if s := strings.Join(got, " "); s != c.places {
				t.Errorf("%q, logical %v: %s goes %s, want %s", c.text, logical, c.key, s, c.places)
			}
			back := map[string]string{"Left": "Right", "Right": "Left"}[c.key]
			for n := len(e.edit.text); n > 0; n-- {
				if _, _, caret := e.Selection(); caret != n {
					t.Errorf("%q, logical %v: %s from %d is still at %d", c.text, logical, back, n+1, caret)
				}
				press(t, w.Canvas(), back)
			}
		}
	}
}

// TestCodesDoNotReorder has controls in texts that they would reorder: words
// still stand one after the other from the side where reading starts.
func TestCodesDoNotReorder(t *testing.T) {
	for _, control := range []string{"\u202e", "\u202d", "\u200e", "\u200f", "\u2066", "\u2067", "\x00", "\u202a", "\u202b", "\u2069"} {
		for _, text := range []string{"abc ? def 12 ghi", "قتل ? 12 مدنياً ? (3) ثم"} {
			e, _ := focusedEntry(t, EntryOptions{Direction: FirstStrong})
			e.SetText(strings.ReplaceAll(text, "?", control))
			last := -1.0
			for offset, r := range e.edit.text {
				if r != ' ' {
					continue // a space is between words of either direction
				}
				x := e.edit.lines.Rects(0, offset, offset+1)[0].From
				if e.edit.lines.RTL() {
					x = e.edit.lines.Width() - x
				}
				if x <= last {
					t.Errorf("%q: the space at %d stands at %.2f, the one before at %.2f", e.Text(), offset, x, last)
				}
				last = x
			}
		}
	}
}

func TestEntryEditsAroundCodes(t *testing.T) {
	for _, c := range []struct {
		before string
		keys   []string
		after  string
	}{
		{"a\u200f|b", []string{"Backspace"}, "a|b"},
		{"a|\u200fb", []string{"Delete"}, "a|b"},
		{"a\u200f|b", []string{"x"}, "a\u200fx|b"},
		{"a|\u200f\u200fb", []string{"x", "Right"}, "ax\u200f|\u200fb"},
		{"a|\u202eb", []string{"S-Right", "C-X"}, "a|b"},
		{"a\r\n|b", []string{"Backspace"}, "a|b"},
		{"a|\r\nb", []string{"Delete"}, "a|b"},
		{"a|\r\nb", []string{"Right", "x"}, "a\r\nx|b"},
	} {
		e, w := focusedEntry(t, EntryOptions{Multiline: true})
		setMarked(e, c.before)
		press(t, w.Canvas(), c.keys...)
		if got := marked(e); got != c.after {
			t.Errorf("%q with %q: %q, want %q", c.before, c.keys, got, c.after)
		}
	}
}

func TestEntrySaysWhatItRefused(t *testing.T) {
	for _, c := range []struct {
		pasted string
		want   error
	}{
		{"قتل\u202e 12\x00", nil},
		{"a\xc3", ErrNotUTF8},
		{strings.Repeat("x", maxEntryLength+1), ErrTooLong},
	} {
		e, w := focusedEntry(t, EntryOptions{})
		var got error
		e.OnRefused = func(reason error) { got = reason }
		fyne.CurrentApp().Clipboard().SetContent(c.pasted)
		press(t, w.Canvas(), "C-V")
		if !errors.Is(got, c.want) {
			t.Errorf("pasting %.20q: refused because of %v, want %v", c.pasted, got, c.want)
		}
	}
}

// TestEntryHostileTexts types into texts of nothing but invisible characters:
// what is drawn stays bounded.
func TestEntryHostileTexts(t *testing.T) {
	for _, c := range []string{"\u202e", "\u200c", "\x00", "\u200d\u064e"} {
		for _, multiline := range []bool{false, true} {
			e, w := focusedEntry(t, EntryOptions{Multiline: multiline})
			e.SetText(strings.Repeat(c, 5_000))
			press(t, w.Canvas(), "x", "Left", "Backspace", "Home", "y")
			if n := len(e.view.inside.Objects); n > 2_000 {
				t.Errorf("%q, multiline %v: %d objects", c, multiline, n)
			}
		}
	}
}
