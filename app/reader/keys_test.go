package reader

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// typeKeys types keys such as "shift+Left control+Right Down".
func typeKeys(r *Reader, keys string) {
	for key := range strings.FieldsSeq(keys) {
		parts := strings.Split(key, "+")
		name := fyne.KeyName(parts[len(parts)-1])
		shift, control := strings.Contains(key, "shift+"), strings.Contains(key, "control+")
		switch {
		case control:
			modifier := fyne.KeyModifierShortcutDefault
			if shift {
				modifier |= fyne.KeyModifierShift
			}
			r.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: modifier})
		case shift:
			r.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			r.TypedKey(&fyne.KeyEvent{Name: name})
			r.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		default:
			r.TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
}

func TestKeysMove(t *testing.T) {
	const text = "باب 37 نحو (Gate) دار\nسطر ثان\n\nخاتمة"
	tests := []struct{ from, keys, want string }{
		{"|باب 37", "Left", "ب|اب 37"},
		{"باب| 37", "Right", "با|ب 37"},
		{"با|ب 37", "Left Left Left", "باب 3|7"},
		{"|باب 37", "shift+Left shift+Left", "[با]ب 37"},
		{"|باب 37", "shift+Left shift+Left shift+Right", "[ب]اب 37"},
		{"|باب 37", "shift+Left shift+Left Left", "با|ب 37"},
		{"|باب 37", "shift+Left shift+Left Right", "|باب 37"},
		{"|باب 37", "shift+Left shift+Left Escape", "با|ب 37"},
		{"باب| 37", "shift+Right shift+Right Left", "باب| 37"},
		{"باب| 37", "shift+Right shift+Right Right", "ب|اب 37"},
		{"|باب 37", "control+Left", "باب| 37"},
		{"|باب 37", "control+Left control+Left", "باب 37|"},
		{"|باب 37", "control+shift+Left control+shift+Left", "[باب 37]"},
		{"باب 37|", "control+Right", "باب |37"},
		{"|باب 37", "End", "دار|\nسطر"},
		{"دار|\nسطر", "Home", "|باب 37"},
		{"دار|\nسطر", "Left", "دار\n|سطر"},
		{"دار\n|سطر", "Right", "دار|\nسطر"},
		{"|باب 37", "Down", "دار\n|سطر"},
		{"|باب 37", "Up", "|باب 37"},
		{"دار|\nسطر", "Down Down Down", "خاتمة|"},
		{"سطر ثان|", "Down Up", "سطر ثان|"},
		{"سطر ثان|", "shift+End shift+Down", "سطر ثان[\n]"},
		{"سطر |ثان", "control+Home", "|باب 37"},
		{"سطر |ثان", "control+shift+End", "سطر [ثان\n\nخاتمة]"},
		{"|باب 37", "Next", "خاتمة|"},
		{"خاتمة|", "Prior", "|باب 37"},
	}
	for _, tt := range tests {
		t.Run(tt.from+" "+tt.keys, func(t *testing.T) {
			r, _ := show(t, text, 800, 700, Options{})
			before, after, _ := strings.Cut(tt.from, "|")
			at := offsetOf(t, text, before+after) + len([]rune(before))
			r.Select(at, at)
			typeKeys(r, tt.keys)
			if got := marked(r, text); !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestKeysAreOffered(t *testing.T) {
	r, w := show(t, harbour, 800, 500, Options{})
	w.Canvas().Focus(r)
	var runes []rune
	r.OnRune = func(c rune) bool { runes = append(runes, c); return true }
	r.OnKey = func(e *fyne.KeyEvent) bool { return e.Name == fyne.KeyLeft }
	w.Canvas().Focused().TypedRune('3')
	typeKeys(r, "Left")
	if string(runes) != "3" || r.caret.offset != 0 {
		t.Errorf("runes %q, caret %d: want the digit and the key at the owner", string(runes), r.caret.offset)
	}
	r.OnShortcut = func(fyne.Shortcut) bool { return true }
	typeKeys(r, "control+End")
	if r.caret.offset != 0 {
		t.Error("the reader used a shortcut that the owner took")
	}
}

func TestFocus(t *testing.T) {
	r, w := show(t, harbour, 800, 500, Options{})
	var told []bool
	r.OnFocus = func(focused bool) { told = append(told, focused) }
	click(r, r.PositionOf(3), 0)
	if w.Canvas().Focused() != fyne.Focusable(r) || !r.caretLine.Visible() {
		t.Error("a click did not take the focus and show the caret")
	}
	w.Canvas().Unfocus()
	if r.caretLine.Visible() || len(told) != 2 || !told[0] || told[1] {
		t.Errorf("caret visible %v, told %v", r.caretLine.Visible(), told)
	}
}

func TestCopy(t *testing.T) {
	r, _ := show(t, harbour, 800, 500, Options{})
	clipboard := test.NewClipboard()
	r.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if clipboard.Content() != "" {
		t.Errorf("copied %q with nothing selected", clipboard.Content())
	}
	r.TypedShortcut(&fyne.ShortcutSelectAll{})
	r.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if clipboard.Content() != harbour {
		t.Errorf("copied %q, want the text in its stored order", clipboard.Content())
	}
}
