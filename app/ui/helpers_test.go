package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// newApp starts a test app with our theme; widgets are made after it.
func newApp(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme())
}

// newWindow shows content in a window of a size.
func newWindow(t *testing.T, content fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	w := test.NewWindow(content)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(size)
	return w
}

// mirror turns the interface of the running test app to right to left.
func mirror(t *testing.T) {
	t.Helper()
	useTheme(func(th *Theme) { th.SetRightToLeft(true) })
}

// useTheme gives the running test app a theme.
func useTheme(change func(th *Theme)) {
	th := NewTheme()
	change(th)
	fyne.CurrentApp().Settings().SetTheme(th)
}

// press sends keys to the focused object as the driver does: "S-" holds Shift,
// "C-" holds Control; other words are typed rune by rune.
func press(t *testing.T, c fyne.Canvas, keys ...string) {
	t.Helper()
	for _, key := range keys {
		pressOne(t, c, key)
	}
}

var keyNames = map[string]fyne.KeyName{
	"Left": fyne.KeyLeft, "Right": fyne.KeyRight, "Up": fyne.KeyUp, "Down": fyne.KeyDown,
	"Home": fyne.KeyHome, "End": fyne.KeyEnd, "Backspace": fyne.KeyBackspace, "Delete": fyne.KeyDelete,
	"Enter": fyne.KeyReturn, "Esc": fyne.KeyEscape, "Tab": fyne.KeyTab,
	"PageUp": fyne.KeyPageUp, "PageDown": fyne.KeyPageDown, "F2": fyne.KeyF2, "Z": fyne.KeyZ,
	"F10": fyne.KeyF10, "Menu": desktop.KeyMenu,
}

func pressOne(t *testing.T, c fyne.Canvas, key string) {
	t.Helper()
	var modifier fyne.KeyModifier
	for len(key) > 2 && key[1] == '-' {
		switch key[0] {
		case 'S':
			modifier |= fyne.KeyModifierShift
		case 'C':
			modifier |= fyne.KeyModifierControl
		}
		key = key[2:]
	}
	f := c.Focused()
	if f == nil {
		t.Fatalf("key %q: nothing has the focus", key)
	}
	name, known := keyNames[key]
	switch {
	case modifier&fyne.KeyModifierControl != 0:
		f.(fyne.Shortcutable).TypedShortcut(shortcut(key, name, modifier))
	case known:
		typeKey(c, f, name, modifier)
	default:
		for _, r := range key {
			c.Focused().TypedRune(r)
		}
	}
}

func shortcut(key string, name fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
	clipboard := fyne.CurrentApp().Clipboard()
	if modifier == fyne.KeyModifierControl {
		switch key {
		case "A":
			return &fyne.ShortcutSelectAll{}
		case "C":
			return &fyne.ShortcutCopy{Clipboard: clipboard}
		case "X":
			return &fyne.ShortcutCut{Clipboard: clipboard}
		case "V":
			return &fyne.ShortcutPaste{Clipboard: clipboard}
		case "Z":
			return &fyne.ShortcutUndo{}
		case "Y":
			return &fyne.ShortcutRedo{}
		}
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
}

func typeKey(c fyne.Canvas, f fyne.Focusable, name fyne.KeyName, modifier fyne.KeyModifier) {
	k, keyable := f.(desktop.Keyable)
	shift := keyable && modifier&fyne.KeyModifierShift != 0
	if shift {
		k.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	tabbable, ok := f.(fyne.Tabbable)
	switch {
	case name == fyne.KeyTab && !(ok && tabbable.AcceptsTab()) && modifier == 0:
		c.FocusNext()
	case name == fyne.KeyTab && !(ok && tabbable.AcceptsTab()):
		c.FocusPrevious()
	default:
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
	if shift {
		k.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
}
