package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MenuLabels are the words of the context menu of fields, for Theme.SetMenuLabels.
type MenuLabels struct{ Undo, Redo, Cut, Copy, Paste, Delete, SelectAll string }

// TappedSecondary implements fyne.SecondaryTappable. A click outside the
// selection moves the caret there first.
func (e *Entry) TappedSecondary(ev *fyne.PointEvent) {
	if e.view != nil {
		line, x := e.view.at(ev.Position)
		at := e.edit.lines.Hit(line, x)
		if start, end := e.edit.selection(); at.Offset < start || at.Offset > end {
			e.edit.moveTo(at, false)
			e.moved()
		}
	}
	e.showMenu(ev.AbsolutePosition)
}

// menuKey tells whether a key asks for the context menu.
func (e *Entry) menuKey(name fyne.KeyName) bool {
	return name == desktop.KeyMenu || name == fyne.KeyF10 && e.shift
}

// menuAtCaret opens the context menu under the caret.
func (e *Entry) menuAtCaret() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
	if v := e.view; v != nil {
		at = at.Add(v.clip.Position()).Add(v.origin()).Add(v.caretPos()).AddXY(0, v.lineHeight())
	}
	e.showMenu(at)
}

// showMenu opens the owner's menu or, where the theme has words for it, our own.
func (e *Entry) showMenu(at fyne.Position) {
	if e.OnMenu != nil {
		e.OnMenu(at)
		return
	}
	labels, c := current().menuLabels, canvasOf(e)
	if labels != nil && c != nil {
		showMenu(c, at, e.menuItems(*labels, fyne.CurrentApp().Clipboard()))
	}
}

func (e *Entry) menuItems(l MenuLabels, clipboard fyne.Clipboard) []MenuItem {
	start, end := e.edit.selection()
	none, fixed := start == end, e.disabled
	change := func(f func() bool) func() { return func() { e.deleted(f()) } }
	return []MenuItem{
		{Label: l.Undo, Hint: shortcutHint("Z"), Disabled: fixed || len(e.edit.undo) == 0, OnTapped: change(e.edit.undoStep)},
		{Label: l.Redo, Hint: shortcutHint("Y"), Disabled: fixed || len(e.edit.redo) == 0, OnTapped: change(e.edit.redoStep)},
		{Separator: true},
		{Label: l.Cut, Hint: shortcutHint("X"), Disabled: fixed || none, OnTapped: func() { e.cutTo(clipboard) }},
		{Label: l.Copy, Hint: shortcutHint("C"), Disabled: none, OnTapped: func() { e.copyTo(clipboard) }},
		{Label: l.Paste, Hint: shortcutHint("V"), Disabled: fixed || clipboard.Content() == "", OnTapped: func() { e.paste(clipboard) }},
		{Label: l.Delete, Disabled: fixed || none, OnTapped: change(func() bool { return e.edit.backspace(false) })},
		{Separator: true},
		{Label: l.SelectAll, Hint: shortcutHint("A"), Disabled: len(e.edit.text) == 0, OnTapped: func() { e.edit.selectAll(); e.moved() }},
	}
}

// shortcutHint writes the system's shortcut with a key, as keyboards do.
func shortcutHint(key string) string {
	if fyne.KeyModifierShortcutDefault == fyne.KeyModifierSuper {
		return "⌘" + key
	}
	return "Ctrl+" + key
}
