package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

// What a field could not take of the clipboard is told, whatever the field.
func TestRefusedPasteIsTold(t *testing.T) {
	for pasted, reason := range map[string]error{"a\xc3": ui.ErrNotUTF8, strings.Repeat("x", 100_001): ui.ErrTooLong} {
		d := newTestProgram(t)
		d.app.Clipboard().SetContent(pasted)
		d.pasteInto("a fact", d.work().form.facts.first(), reason)
		d.press("Ctrl+F")
		d.pasteInto("find", d.work().find.entry, reason)
		d.press("Ctrl+K")
		d.pasteInto("the finder", d.focused(), reason)
		d.press("Esc")
		d.pasteInto("the search", d.frame.search, reason)
	}
}

func (d *desk) pasteInto(name string, field fyne.Focusable, reason error) {
	d.t.Helper()
	for d.notices.Dismiss() {
	}
	d.focus(field)
	field.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: d.app.Clipboard()})
	if want := d.message(reason); len(d.notices.Texts()) != 1 || d.notices.Texts()[0] != want {
		d.t.Errorf("%s: pasting says %q, want %q", name, d.notices.Texts(), want)
	}
}
