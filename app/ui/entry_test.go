package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// setMarked fills a field from marked text: "|" is the caret, "[" the other
// end of the selection.
func setMarked(e *Entry, marked string) {
	text := strings.NewReplacer("|", "", "[", "").Replace(marked)
	e.SetText(text)
	caret, anchor, at := 0, -1, 0
	for _, r := range marked {
		switch r {
		case '|':
			caret = at
		case '[':
			anchor = at
		default:
			at++
		}
	}
	if anchor < 0 {
		anchor = caret
	}
	e.Select(anchor, caret)
}

func marked(e *Entry) string {
	start, end, caret := e.Selection()
	var out strings.Builder
	i := 0
	for _, r := range e.Text() + "\x00" {
		if i == caret {
			out.WriteRune('|')
		} else if start != end && (i == start || i == end) {
			out.WriteRune('[')
		}
		if r != 0 {
			out.WriteRune(r)
		}
		i++
	}
	return out.String()
}

// focusedEntry shows a field in a window and gives it the focus.
func focusedEntry(t *testing.T, options EntryOptions) (*Entry, fyne.Window) {
	t.Helper()
	newApp(t)
	e := NewEntry(options)
	w := newWindow(t, NewPad(20, 20, e), fyne.NewSize(400, 160))
	w.Canvas().Focus(e)
	return e, w
}

func TestEntryKeys(t *testing.T) {
	for _, c := range []struct {
		name, before string
		keys         []string
		after        string
	}{
		{"type in Arabic", "قتل |12 مدنيا", []string{"نحو "}, "قتل نحو |12 مدنيا"},
		{"type digits", "قتل | مدنيا", []string{"12"}, "قتل 12| مدنيا"},
		{"type over a selection", "قتل [12| مدنيا", []string{"37"}, "قتل 37| مدنيا"},
		{"lam-alef as one form", "|", []string{"\uFEFB\uFE91"}, "لاب|"},

		{"left goes on in Arabic", "|قتل 12", []string{"Left"}, "ق|تل 12"},
		{"right at the start stays", "|قتل 12", []string{"Right"}, "|قتل 12"},
		{"left enters a number at its right end", "قتل |12 مدنيا", []string{"Left"}, "قتل 1|2 مدنيا"},
		{"left leaves a number at its left end", "قتل |12 مدنيا", []string{"Left", "Left", "Left"}, "قتل 12 |مدنيا"},
		// The right end of the number is one place on the screen with two offsets.
		{"right comes back to the same place", "قتل |12 مدنيا", []string{"Left", "Left", "Left", "Right", "Right", "Right"}, "قتل 12| مدنيا"},
		{"right goes on in Latin", "|ISIS", []string{"Right", "Right"}, "IS|IS"},
		{"shift selects", "|قتل 12", []string{"S-Left", "S-Left"}, "[قت|ل 12"},
		{"left ends a selection at its left", "[قتل| 12", []string{"Left"}, "قتل| 12"},
		{"right ends a selection at its right", "[قتل| 12", []string{"Right"}, "|قتل 12"},
		{"a lam-alef has two places", "|لا", []string{"Left"}, "ل|ا"},

		{"word to the left", "|قتل 12 مدنيا", []string{"C-Left", "C-Left"}, "قتل 12| مدنيا"},
		{"word to the right", "قتل 12 مدنيا|", []string{"C-Right"}, "قتل 12 |مدنيا"},
		{"word with shift", "قتل 12 مدنيا|", []string{"C-S-Right"}, "قتل 12 |مدنيا["},
		{"word in Latin", "|killed 12", []string{"C-Right"}, "killed| 12"},
		{"home and end", "قتل |12", []string{"Home", "S-End"}, "[قتل 12|"},

		{"backspace takes a mark", "مدنياً|", []string{"Backspace"}, "مدنيا|"},
		{"backspace takes a selection", "قتل [12 |مدنيا", []string{"Backspace"}, "قتل |مدنيا"},
		{"backspace by word", "قتل 12|", []string{"C-Backspace"}, "قتل |"},
		{"delete takes a letter with its mark", "مدني|اً", []string{"Delete"}, "مدني|"},
		{"delete by word", "|قتل 12", []string{"C-Delete"}, "| 12"},

		{"select all and type", "قتل |12", []string{"C-A", "ا"}, "ا|"},
		{"copy and paste", "[قتل| 12", []string{"C-C", "End", "C-V"}, "قتل 12قتل|"},
		{"cut and paste", "[قتل |12", []string{"C-X", "End", "C-V"}, "12قتل |"},
		{"cut without selection", "قتل|", []string{"C-X"}, "قتل|"},

		{"undo takes a word", "|", []string{"قتل مدني", "C-Z"}, "قتل |"},
		{"undo twice, redo once", "|", []string{"قتل مدني", "C-Z", "C-Z", "C-Y"}, "قتل |"},
		{"redo with shift", "|", []string{"قتل", "C-Z", "C-S-Z"}, "قتل|"},
		{"undo a lam-alef whole", "|", []string{"\uFEFB", "C-Z"}, "|"},
		{"undo a lam-alef typed as two letters", "قتل |", []string{"ل", "ا", "C-Z"}, "قتل |"},
		{"undo a deletion", "قتل [12| مدنيا", []string{"Delete", "C-Z"}, "قتل [12| مدنيا"},
		{"esc puts back", "قتل|", []string{" 12", "Esc"}, "قتل|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, w := focusedEntry(t, EntryOptions{Direction: FirstStrong})
			setMarked(e, c.before)
			press(t, w.Canvas(), c.keys...)
			if got := marked(e); got != c.after {
				t.Errorf("%q with %q: got %q, want %q", c.before, c.keys, got, c.after)
			}
		})
	}
}

func TestEntryFilters(t *testing.T) {
	for _, c := range []struct {
		name    string
		options EntryOptions
		pasted  string
		want    string
	}{
		{"newlines become spaces", EntryOptions{}, "a\r\nب\nc\td", "a ب c d"},
		{"newlines stay in many lines", EntryOptions{Multiline: true}, "a\r\nb", "a\nb"},
		{"control characters stay", EntryOptions{}, "a\x00\x1bb\x7f", "a\x00\x1bb\x7f"},
		{"bidi marks of the text stay", EntryOptions{}, "a\u200fb", "a\u200fb"},
		{"not UTF-8 is seen", EntryOptions{}, "a\xffb", "a\uFFFDb"},
		{"digits of three scripts", EntryOptions{DigitsOnly: true}, "about 1٢۳ ٫5 men", "1٢۳٫5"},
		{"a limit", EntryOptions{}, strings.Repeat("x", maxEntryLength+5), strings.Repeat("x", maxEntryLength)},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, w := focusedEntry(t, c.options)
			fyne.CurrentApp().Clipboard().SetContent(c.pasted)
			press(t, w.Canvas(), "C-V")
			if e.Text() != c.want {
				t.Errorf("got %.40q, want %.40q", e.Text(), c.want)
			}
		})
	}
}

func TestEntryCommits(t *testing.T) {
	e, w := focusedEntry(t, EntryOptions{})
	var committed, keys []string
	canceled := 0
	e.OnCommit = func(text string) { committed = append(committed, text) }
	e.OnCancel = func() { canceled++ }
	e.OnKey = func(name fyne.KeyName) bool { keys = append(keys, string(name)); return true }

	press(t, w.Canvas(), "12")
	if !e.HasUncommitted() {
		t.Error("typed text counts as committed")
	}
	press(t, w.Canvas(), "Enter", "Enter")
	press(t, w.Canvas(), "3", "Esc", "Down", "F2", "Tab")
	press(t, w.Canvas(), "7")
	w.Canvas().Unfocus()
	if got := strings.Join(committed, ","); got != "12,127" {
		t.Errorf("committed %q, want 12,127", got)
	}
	if canceled != 1 {
		t.Errorf("canceled %d times, want once", canceled)
	}
	if got := strings.Join(keys, ","); got != "Return,Return,Down,F2,Tab" {
		t.Errorf("keys passed on: %q", got)
	}
}

func TestEntryRejects(t *testing.T) {
	e, w := focusedEntry(t, EntryOptions{})
	e.SetText("12")
	e.OnCommit = func(string) { e.Reject("not a number") }
	press(t, w.Canvas(), "x", "Enter")
	if e.Error() != "not a number" || e.Text() != "12x" {
		t.Fatalf("after a rejected commit: text %q, error %q", e.Text(), e.Error())
	}
	press(t, w.Canvas(), "Esc")
	if e.Text() != "12" || e.Error() != "" {
		t.Errorf("after Esc: text %q, error %q, want the last good text", e.Text(), e.Error())
	}
}

func TestEntryPassesShortcutsOn(t *testing.T) {
	e, w := focusedEntry(t, EntryOptions{})
	var got []string
	save := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}
	e.OnShortcut = func(s fyne.Shortcut) bool {
		got = append(got, s.ShortcutName()+" "+e.committed)
		return true
	}
	press(t, w.Canvas(), "12", "C-Z")
	if len(got) != 0 {
		t.Errorf("undo of typed text reached the program: %q", got)
	}
	e.SetText("5")
	press(t, w.Canvas(), "C-Z", "6")
	e.TypedShortcut(save)
	if want := "Undo 5," + save.ShortcutName() + " 56"; strings.Join(got, ",") != want {
		t.Errorf("shortcuts of the program: %q, want %q", got, want)
	}
}

func TestEntryMouse(t *testing.T) {
	e, _ := focusedEntry(t, EntryOptions{Direction: FirstStrong})
	e.SetText("قتل 12 مدنيا")
	at := func(offset int) fyne.Position {
		x := e.view.origin().X + e.view.clip.Position().X + float32(e.edit.lines.X(caretAt(offset)))*SizeInterface
		return fyne.NewPos(x, 16)
	}
	down := func(p fyne.Position) {
		e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary})
	}
	down(at(2))
	if got := marked(e); got != "قت|ل 12 مدنيا" {
		t.Errorf("click: %q", got)
	}
	e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(9)}})
	if got := marked(e); got != "قت[ل 12 مد|نيا" {
		t.Errorf("drag: %q", got)
	}
	e.clickedAt = time.Time{}
	down(at(9))
	down(at(9))
	if got := e.SelectedText(); got != "مدنيا" {
		t.Errorf("double click selects %q", got)
	}
	down(at(9))
	if got := e.SelectedText(); got != "قتل 12 مدنيا" {
		t.Errorf("triple click selects %q", got)
	}
}

func TestEntryScrollsToCaret(t *testing.T) {
	for _, text := range []string{"word ", "كلمة "} {
		e, w := focusedEntry(t, EntryOptions{Direction: FirstStrong})
		e.SetText(strings.Repeat(text, 60))
		for _, key := range []string{"Home", "End", "C-Left", "C-Right", "Home"} {
			press(t, w.Canvas(), key)
			x := e.view.origin().X + e.view.caretPos().X - flagWidth
			if x < -1 || x > e.view.room.Width+1+caretWidth {
				t.Errorf("%q: caret after %s at %.1f, outside 0 to %.1f", text, key, x, e.view.room.Width)
			}
		}
	}
}

func TestEntryLines(t *testing.T) {
	e, w := focusedEntry(t, EntryOptions{Multiline: true, Rows: 3, Direction: FirstStrong})
	press(t, w.Canvas(), "قتل", "Enter", "12", "Enter", "مدنيا", "Up", "Up")
	if e.Text() != "قتل\n12\nمدنيا" {
		t.Fatalf("text %q", e.Text())
	}
	if got := e.edit.lines.Line(e.edit.caret); got != 0 {
		t.Errorf("caret on line %d, want 0", got)
	}
	var passed []fyne.KeyName
	e.OnKey = func(name fyne.KeyName) bool { passed = append(passed, name); return true }
	press(t, w.Canvas(), "Up")
	if len(passed) != 1 || passed[0] != fyne.KeyUp {
		t.Errorf("Up on the first line passed on: %v", passed)
	}
	press(t, w.Canvas(), "Down", "Home", "ن")
	if e.Text() != "قتل\nن12\nمدنيا" {
		t.Errorf("typed on the second line: %q", e.Text())
	}
}

func TestEntryDisabled(t *testing.T) {
	e, w := focusedEntry(t, EntryOptions{})
	e.SetText("قتل")
	e.Disable()
	for _, key := range []string{"ا", "Backspace", "Delete", "C-V", "C-X"} {
		e.edit.selectAll()
		press(t, w.Canvas(), key)
	}
	if e.Text() != "قتل" {
		t.Errorf("a disabled field changed to %q", e.Text())
	}
}

func TestLetters(t *testing.T) {
	for _, c := range []struct {
		typed rune
		want  string
	}{
		{0xFEFB, "لا"},
		{0xFEFC, "لا"},
		{0xFEF5, "لآ"},
		{0xFEF7, "لأ"},
		{0xFEFA, "لإ"},
		{0xFE80, "ء"},
		{0xFE8D, "ا"},
		{0xFE94, "ة"},
		{0xFEAA, "د"},
		{0xFEDF, "ل"},
		{0xFEEF, "ى"},
		{0xFEF4, "ي"},
		{'ا', "ا"},
		{'x', "x"},
	} {
		if got := string(letters(c.typed)); got != c.want {
			t.Errorf("letters(%U) = %q, want %q", c.typed, got, c.want)
		}
	}
}
