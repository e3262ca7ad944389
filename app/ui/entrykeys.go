package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hashiya/app/bidi"
)

// caretAt is the caret after a code point, where typing goes on.
func caretAt(offset int) bidi.Caret { return bidi.Caret{Offset: offset, Before: offset > 0} }

// TypedRune implements fyne.Focusable.
func (e *Entry) TypedRune(r rune) {
	hideTooltip(e)
	if e.disabled {
		return
	}
	var text []rune
	for _, l := range letters(r) {
		if e.takes(l) {
			text = append(text, l)
		}
	}
	if len(text) > 0 && e.edit.insert(text, true) {
		e.changedAndMoved()
	}
}

// KeyDown implements desktop.Keyable, to know whether Shift is held.
func (e *Entry) KeyDown(ev *fyne.KeyEvent) { e.holdShift(ev.Name, true) }

// KeyUp implements desktop.Keyable.
func (e *Entry) KeyUp(ev *fyne.KeyEvent) { e.holdShift(ev.Name, false) }

func (e *Entry) holdShift(name fyne.KeyName, down bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		e.shift = down
	}
}

// AcceptsTab implements fyne.Tabbable: an owner that chains fields sees Tab.
func (e *Entry) AcceptsTab() bool { return e.OnKey != nil }

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	hideTooltip(e)
	if e.OnFirst != nil && e.OnFirst(ev.Name) {
		return
	}
	if e.menuKey(ev.Name) {
		e.menuAtCaret()
		return
	}
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		step := e.edit.step
		if logicalArrows() {
			step = e.edit.stepLogical
		}
		step(ev.Name == fyne.KeyRight, e.shift)
		e.moved()
	case fyne.KeyHome, fyne.KeyEnd:
		e.edit.lineEnd(ev.Name == fyne.KeyEnd, false, e.shift)
		e.moved()
	case fyne.KeyBackspace:
		if !e.deleted(!e.disabled && e.edit.backspace(false)) {
			e.leave(ev)
		}
	case fyne.KeyDelete:
		e.deleted(!e.disabled && e.edit.deleteForward(false))
	case fyne.KeyReturn, fyne.KeyEnter:
		e.enter(ev)
	case fyne.KeyEscape:
		e.escape(ev)
	case fyne.KeyUp, fyne.KeyDown:
		by := 1
		if ev.Name == fyne.KeyUp {
			by = -1
		}
		if e.options.Multiline && e.edit.vertical(by, e.shift) {
			e.moved()
			return
		}
		e.leave(ev)
	default:
		e.leave(ev)
	}
}

// deleted repaints when something was done, and hands that on.
func (e *Entry) deleted(done bool) bool {
	if done {
		e.changedAndMoved()
	}
	return done
}

func (e *Entry) changedAndMoved() {
	if e.view != nil {
		e.view.reveal()
	}
	e.changed()
}

func (e *Entry) enter(ev *fyne.KeyEvent) {
	if e.options.Multiline {
		if !e.disabled && e.edit.insert([]rune{'\n'}, true) {
			e.changedAndMoved()
		}
		return
	}
	e.Commit()
	e.leave(ev)
}

func (e *Entry) escape(ev *fyne.KeyEvent) {
	if e.options.KeepOnEsc {
		e.Commit()
	} else {
		e.Revert()
		e.SetError("")
	}
	if e.OnCancel != nil {
		e.OnCancel()
		return
	}
	e.leave(ev)
}

// leave hands a key on: to the owner, then to what is around the field. Keys
// that type a character arrive as runes too and stay here.
func (e *Entry) leave(ev *fyne.KeyEvent) {
	if printable(ev.Name) {
		return
	}
	if e.OnKey != nil && e.OnKey(ev.Name) {
		return
	}
	if ev.Name == fyne.KeyTab {
		if c := canvasOf(e); c != nil && e.shift {
			c.FocusPrevious()
		} else if c != nil {
			c.FocusNext()
		}
		return
	}
	passKey(e, ev)
}

// printable tells whether a key also types a character: its name is that
// character, Space, or unknown, as letters of an Arabic layout are.
func printable(name fyne.KeyName) bool {
	return len(name) <= 1 || name == fyne.KeySpace
}

// TypedShortcut implements fyne.Shortcutable.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		e.edit.selectAll()
		e.moved()
	case *fyne.ShortcutCopy:
		e.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		e.cutTo(s.Clipboard)
	case *fyne.ShortcutPaste:
		e.paste(s.Clipboard)
	case *fyne.ShortcutUndo:
		e.takeBack(e.edit.undoStep, s)
	case *fyne.ShortcutRedo:
		e.takeBack(e.edit.redoStep, s)
	case *desktop.CustomShortcut:
		if !e.custom(s) {
			e.leaveShortcut(s)
		}
	default:
		e.leaveShortcut(s)
	}
}

// takeBack undoes or redoes inside the field while its text is not committed;
// otherwise the program's own undo is meant.
func (e *Entry) takeBack(step func() bool, s fyne.Shortcut) {
	if !e.HasUncommitted() && len(e.edit.redo) == 0 {
		e.leaveShortcut(s)
		return
	}
	e.deleted(!e.disabled && step())
}

func (e *Entry) custom(s *desktop.CustomShortcut) bool {
	extend := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		e.edit.word(s.KeyName == fyne.KeyRight, extend)
		e.moved()
	case fyne.KeyHome, fyne.KeyEnd:
		e.edit.lineEnd(s.KeyName == fyne.KeyEnd, true, extend)
		e.moved()
	case fyne.KeyBackspace:
		e.deleted(!e.disabled && e.edit.backspace(true))
	case fyne.KeyDelete:
		e.deleted(!e.disabled && e.edit.deleteForward(true))
	case fyne.KeyZ:
		if !extend {
			return false
		}
		e.takeBack(e.edit.redoStep, s)
	default:
		return false
	}
	return true
}

// leaveShortcut hands a command of the program on. What is in the field is
// committed first, so that no command works on a state that is not on screen.
func (e *Entry) leaveShortcut(s fyne.Shortcut) {
	e.Commit()
	if e.OnShortcut == nil || !e.OnShortcut(s) {
		passShortcut(e, s)
	}
}
