package filepicker

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hashiya/app/ui"
)

// Picker is a panel over the window that asks for files or a folder.
type Picker struct {
	window  fyne.Window
	options Options
	tasks   tasks
	open    bool

	folder  string // what is shown; "" until the first folder was read
	listing listing
	broken  bool // the folder could not be read
	hidden  bool // hidden files are shown
	kind    int  // of Options.Extensions; the one in use

	panel *panel
}

// Show opens a picker over a window.
func Show(w fyne.Window, options Options) *Picker {
	if options.Runner.Go == nil {
		options.Runner = ui.SystemRunner()
	}
	p := &Picker{window: w, options: options, tasks: tasks{runner: options.Runner}, open: true}
	p.panel = newPanel(p)
	w.Canvas().Overlays().Add(p.panel)
	if options.Mode == Save {
		p.focus(p.panel.name)
		p.proposeName(options.Name)
	} else {
		p.focus(p.panel.list)
	}
	p.start()
	return p
}

// Open tells whether the picker is shown.
func (p *Picker) Open() bool { return p.open }

// Folder is the folder that is shown, "" before the first was read.
func (p *Picker) Folder() string { return p.folder }

// Dismiss takes the picker away without an answer, as Esc does.
func (p *Picker) Dismiss() {
	if p.close() && p.options.OnCancel != nil {
		p.options.OnCancel()
	}
}

// Type puts a text into the name field, as if it was typed: a name, or a path
// that is absolute, starts with ~ or is relative to the folder shown.
func (p *Picker) Type(text string) {
	p.panel.name.SetText(text)
	p.panel.list.chosen.none()
	p.refresh()
}

// Accept does what the main button does: it takes what was typed or selected.
func (p *Picker) Accept() {
	if p.open {
		p.accept()
	}
}

// close takes the panel away; it tells whether it was there.
func (p *Picker) close() bool {
	if !p.open {
		return false
	}
	p.open = false
	p.tasks.cancel()
	p.window.Canvas().Overlays().Remove(p.panel)
	return true
}

// done answers with paths.
func (p *Picker) done(paths []string) {
	if p.close() && p.options.OnDone != nil {
		p.options.OnDone(paths)
	}
}

func (p *Picker) focus(o fyne.Focusable) { p.window.Canvas().Focus(o) }

func (p *Picker) word(key string, args ...any) string { return p.options.Words(key, args...) }

// takeKey implements keyTaker.
func (p *Picker) takeKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		p.Dismiss()
	case fyne.KeyBackspace:
		p.goUp()
	case fyne.KeyF5:
		p.reload()
	}
}

// takeShortcut implements keyTaker. Shortcuts that are not the picker's own end
// here: no command of the program may act under the panel.
func (p *Picker) takeShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	switch {
	case !ok:
	case custom.Modifier == fyne.KeyModifierAlt && custom.KeyName == fyne.KeyUp:
		p.goUp()
	case custom.Modifier != fyne.KeyModifierShortcutDefault:
	case custom.KeyName == fyne.KeyF:
		p.focus(p.panel.filter)
	case custom.KeyName == fyne.KeyL:
		p.focus(p.panel.name)
	case custom.KeyName == fyne.KeyH:
		p.toggleHidden()
	case custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter:
		p.Accept()
	}
}

// filterKey is a key that the filter does not use: the rows are walked from it.
func (p *Picker) filterKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyTab:
		return false
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		p.panel.list.moveKey(name)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.take(p.panel.list.chosen.current)
	case fyne.KeyF5:
		p.reload()
	}
	return true
}

// leaveFilter is Esc in the filter: it empties it first.
func (p *Picker) leaveFilter() {
	if p.panel.filter.Text() == "" {
		p.Dismiss()
		return
	}
	p.panel.filter.SetText("")
	p.applyFilter("")
	p.focus(p.panel.list)
}

// nameKey is a key that the name field does not use.
func (p *Picker) nameKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyTab:
		return false
	case fyne.KeyUp, fyne.KeyDown:
		p.focus(p.panel.list)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.accept()
	case fyne.KeyF5:
		p.reload()
	}
	return true
}

// kindKey is a key that the chooser of the kind does not use.
func (p *Picker) kindKey(name fyne.KeyName) bool {
	if name == fyne.KeyTab {
		return false
	}
	p.takeKey(&fyne.KeyEvent{Name: name})
	return true
}

// proposeName shows a name with the part before the extension selected.
func (p *Picker) proposeName(name string) {
	p.panel.name.SetText(name)
	p.panel.name.Select(0, stem(name))
	p.refresh()
}

// path is the real path of an entry of the folder shown.
func (p *Picker) path(e *entry) string { return filepath.Join(p.folder, e.name) }
