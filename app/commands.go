package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// commandID names a command; "command."+id is its text.
type commandID string

// command is one thing that the person can ask for from anywhere. Keys are
// those of a Latin layout; with Ctrl they work under an Arabic one too.
type command struct {
	id   commandID
	keys []string // "Ctrl+Shift+Z"
	run  func(*program)
}

// commands is the one table of commands: the shortcuts, the help sheet and the
// tests are made from it. Commands without run belong to the screen shown.
func commands() []command {
	return []command{
		{"library", []string{"Ctrl+L"}, (*program).toLibrary},
		{"searchAll", []string{"Ctrl+Shift+F"}, (*program).toSearch},
		{"import", []string{"Ctrl+I"}, (*program).askImport},
		{"export", []string{"Ctrl+E"}, (*program).askExport},
		{"codebook", []string{"Ctrl+Shift+C"}, (*program).toCodebook},
		{"entities", []string{"Ctrl+Shift+E"}, (*program).toEntities},
		{"guidelines", []string{"Ctrl+G"}, (*program).toGuidelines},
		{"open", []string{"Ctrl+O"}, (*program).toStart},
		{"saved", []string{"Ctrl+S"}, (*program).tellSaved},
		{"undo", []string{"Ctrl+Z"}, nil},
		{"redo", []string{"Ctrl+Shift+Z", "Ctrl+Y"}, nil},
		{"submit", []string{"Ctrl+Return", "Ctrl+KP_Enter"}, nil},
		{"previous", []string{"Alt+Left"}, nil},
		{"next", []string{"Alt+Right"}, nil},
		{"pane", []string{"F6"}, nil},
		{"rule", []string{"F2"}, nil},
		{"bind", []string{"Ctrl+B"}, nil},
		{"repeat", []string{"F4"}, nil},
		{"newActor", []string{"Ctrl+1"}, nil},
		{"newPlace", []string{"Ctrl+2"}, nil},
		{"newEvent", []string{"Ctrl+M"}, nil},
		{"nextEvent", []string{"Ctrl+Shift+M"}, nil},
		{"certainty", []string{"F5"}, nil},
		{"problems", []string{"F7"}, nil},
		{"map", []string{"Ctrl+Shift+G"}, nil},
		{"find", []string{"Ctrl+F"}, nil},
		{"soft", []string{"F8"}, nil},
		{"focusMode", []string{"F9"}, nil},
		{"zoomIn", []string{"Ctrl+=", "Ctrl++", "Ctrl+Shift+="}, nil},
		{"zoomOut", []string{"Ctrl+-"}, nil},
		{"zoomReset", []string{"Ctrl+0"}, nil},
		{"commands", []string{"Ctrl+K"}, (*program).showCommands},
		{"settings", []string{"Ctrl+,"}, (*program).showSettings},
		{"theme", []string{"Ctrl+T"}, (*program).switchTheme},
		{"language", []string{"Ctrl+Shift+L"}, (*program).switchLanguage},
		{"help", []string{"F1"}, (*program).showHelp},
		{"fullScreen", []string{"F11"}, (*program).fullScreen},
	}
}

// shown returns a command's first keys by the names that stand on keyboards.
func (c command) shown() string { return strings.Replace(c.keys[0], "Return", "Enter", 1) }

// keysOf returns the keys of a command to show, "" for one that is not there.
func keysOf(id commandID) string {
	for _, c := range commands() {
		if c.id == id {
			return c.shown()
		}
	}
	return ""
}

// perform runs a command: the program's own, or the screen's.
func (p *program) perform(c command) {
	p.tips.Dismiss()
	if p.asking != nil {
		return
	}
	p.used(c.id)
	if c.run != nil {
		c.run(p)
		return
	}
	if s, is := p.screen.(commander); is {
		s.do(c.id)
	}
}

// bind makes the shortcuts work wherever the focus is: the widgets pass on to
// the canvas what they do not use.
func (p *program) bind() {
	for _, c := range commands() {
		for _, keys := range c.keys {
			key, modifier := parseKeys(keys)
			if modifier != 0 {
				p.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: modifier}, func(fyne.Shortcut) { p.perform(c) })
			}
		}
	}
	// Undo and redo come under their own names from Fyne.
	p.window.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { p.performID("undo") })
	p.window.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { p.performID("redo") })
	p.window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { p.plainKey(ev) })
}

func (p *program) performID(id commandID) {
	for _, c := range commands() {
		if c.id == id {
			p.perform(c)
		}
	}
}

// plainKey runs the command of a key without modifiers, such as F6. Widgets
// that have the focus call it for keys they do not use.
func (p *program) plainKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		return p.back()
	}
	for _, c := range commands() {
		for _, keys := range c.keys {
			if key, modifier := parseKeys(keys); modifier == 0 && key == ev.Name {
				p.perform(c)
				return true
			}
		}
	}
	return false
}

// back closes a dialog for a path. Without one it goes from the form to the
// article; there, and in the library, it takes the newest message away.
func (p *program) back() bool {
	if p.asking != nil {
		p.asking.Dismiss()
		return true
	}
	if a, is := p.screen.(*annotateScreen); is && p.window.Canvas().Focused() != fyne.Focusable(a.reader) {
		p.window.Canvas().Focus(a.reader)
		return true
	}
	if b, is := p.screen.(backer); is && b.back() {
		return true
	}
	return p.notices.Dismiss()
}

func parseKeys(keys string) (key fyne.KeyName, modifier fyne.KeyModifier) {
	rest := keys
	for _, m := range []struct {
		prefix string
		bit    fyne.KeyModifier
	}{{"Ctrl+", fyne.KeyModifierControl}, {"Alt+", fyne.KeyModifierAlt}, {"Shift+", fyne.KeyModifierShift}} {
		if after, found := strings.CutPrefix(rest, m.prefix); found {
			rest, modifier = after, modifier|m.bit
		}
	}
	return fyne.KeyName(rest), modifier
}
