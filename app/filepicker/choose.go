package filepicker

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

// take is Enter or a double click on a row.
func (p *Picker) take(row int) {
	l := p.panel.list
	if row < 0 || row >= len(l.rows) {
		return
	}
	e := l.rows[row]
	switch {
	case len(l.chosen.picked) > 1 && l.chosen.picked[row]:
		p.accept()
	case e.folder():
		p.goTo(p.path(e), "")
		p.focus(l)
	case p.options.Mode == Save:
		p.save(p.path(e))
	default:
		p.choose([]string{p.path(e)})
	}
}

// accept takes what was typed, else what is selected.
func (p *Picker) accept() {
	if text := strings.TrimSpace(p.panel.name.Text()); text != "" {
		p.takeTyped(text)
		return
	}
	switch p.options.Mode {
	case Folder:
		if p.folder != "" {
			p.choose([]string{p.chosenFolder()})
		}
	case Open, OpenMany:
		var paths []string
		for _, e := range p.panel.list.picked() {
			paths = append(paths, p.path(e))
		}
		if len(paths) > 0 {
			p.choose(paths)
		}
	}
}

// takeTyped goes where a typed text leads. Only what has the form of a path
// changes the folder when saving; the rest is a name.
func (p *Picker) takeTyped(text string) {
	path, isPath := resolve(text, p.folder, systemEnvironment().home)
	if p.options.Mode != Save {
		p.visit(path)
		return
	}
	if !isPath {
		p.save(p.extended(path))
		return
	}
	p.check(path, func(info fs.FileInfo, err error) {
		if err == nil && info.IsDir() {
			p.goTo(path, "")
			p.panel.name.SetText("")
			return
		}
		p.save(p.extended(path))
	})
}

// resolve turns what was typed or pasted into a path. It tells whether the text
// has the form of a path: absolute, below ~, a file URL, or with separators.
func resolve(text, folder, home string) (path string, isPath bool) {
	text = strings.Trim(text, "\"\u200E\u200F\u202A\u202C") // programs put these around a path that is copied
	if u, err := url.Parse(text); err == nil && u.Scheme == "file" && u.Path != "" {
		text = filepath.FromSlash(u.Path)
	}
	separator := func(r rune) bool { return r < 0x80 && os.IsPathSeparator(uint8(r)) }
	if rest, ok := strings.CutPrefix(text, "~"); ok && home != "" && (rest == "" || separator(rune(rest[0]))) {
		return filepath.Join(home, rest), true
	}
	if filepath.IsAbs(text) {
		return filepath.Clean(text), true
	}
	return filepath.Join(folder, text), text == ".." || text == "." || strings.ContainsFunc(text, separator)
}

// extended is a path with the extension of the kind in use, unless it has one of
// those offered.
func (p *Picker) extended(path string) string {
	kinds := p.options.Extensions
	if len(kinds) == 0 || len(kinds[p.kind].Exts) == 0 {
		return path
	}
	for _, kind := range kinds {
		if len(kind.Exts) > 0 && kind.fits(filepath.Base(path)) {
			return path
		}
	}
	return path + "." + strings.TrimPrefix(kinds[p.kind].Exts[0], ".")
}

// check asks the disk about a path; then runs on the main goroutine.
func (p *Picker) check(path string, then func(fs.FileInfo, error)) {
	p.tasks.run(func(context.Context) func() {
		info, err := os.Stat(path)
		return func() { then(info, err) }
	}, func() {}, func() { p.fail(&problem{key: "file.slow", path: path}) })
}

// visit opens a typed file, or goes into a typed folder.
func (p *Picker) visit(path string) {
	p.check(path, func(info fs.FileInfo, err error) {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			p.fail(&problem{key: "file.missing", path: path})
		case err == nil && !info.IsDir() && p.options.Mode == Folder:
			p.fail(&problem{key: "file.notFolder", path: path})
		case err == nil && info.IsDir():
			p.panel.name.SetText("")
			p.goTo(path, "")
		default:
			p.choose([]string{path})
		}
	})
}

// choose answers with paths of the folder shown, if all of them are still there
// and what was asked for.
func (p *Picker) choose(paths []string) {
	folders := p.options.Mode == Folder
	p.tasks.run(func(context.Context) func() {
		for _, path := range paths {
			info, err := os.Stat(path)
			switch {
			case err != nil:
				return func() { p.fail(problemOf(path, err)) }
			case info.IsDir() && !folders:
				return func() { p.goTo(path, "") }
			case folders && !info.IsDir():
				return func() { p.fail(&problem{key: "file.notFolder", path: path}) }
			case !folders && !info.Mode().IsRegular():
				return func() { p.fail(&problem{key: "file.notFile", path: path}) }
			}
		}
		return func() { p.done(paths) }
	}, func() {}, func() { p.fail(&problem{key: "file.slow", path: paths[0]}) })
}

// save answers with a path to write to. A file that is there is asked about.
func (p *Picker) save(path string) {
	name := filepath.Base(path)
	p.check(path, func(info fs.FileInfo, err error) {
		switch {
		case err == nil && info.IsDir():
			p.fail(&problem{key: "file.isFolder", path: name})
		case err == nil && !info.Mode().IsRegular():
			p.fail(&problem{key: "file.notFile", path: name})
		case err == nil && p.options.Keep:
			p.fail(&problem{key: "file.exists", path: name})
		case err == nil:
			p.askReplace(path)
		case !errors.Is(err, fs.ErrNotExist):
			p.fail(problemOf(path, err))
		case !validName(name):
			p.fail(&problem{key: "file.badName", path: name})
		default:
			p.saveNew(path)
		}
	})
}

// saveNew answers with a path that is not there, if its folder is.
func (p *Picker) saveNew(path string) {
	folder := filepath.Dir(path)
	p.check(folder, func(info fs.FileInfo, err error) {
		switch {
		case err != nil:
			p.fail(problemOf(folder, err))
		case !info.IsDir():
			p.fail(&problem{key: "file.notFolder", path: folder})
		default:
			p.done([]string{path})
		}
	})
}

func (p *Picker) askReplace(path string) {
	ui.ShowDialog(p.window, ui.DialogOptions{
		Title: p.word("file.replace.title", visible(filepath.Base(path))),
		Text:  p.word("file.replace.text", visiblePath(filepath.Dir(path))),
		Buttons: []ui.DialogButton{
			{Label: p.word("file.replace"), OnTapped: func() { p.done([]string{path}) }},
			{Label: p.word("cancel"), Kind: ui.Primary, Default: true, Cancel: true},
		},
	})
}

// validName tells whether a new file or folder may have a name. Names that
// cannot be read as they stand are not made.
func validName(name string) bool {
	const longest = 255 // bytes, on the usual file systems
	return name != "" && name != "." && name != ".." && len(name) <= longest &&
		!strings.ContainsRune(name, os.PathSeparator) && visible(name) == name && !badName(name)
}

// askNewFolder asks for the name of a folder to make in the one shown.
func (p *Picker) askNewFolder() {
	if p.folder == "" || p.broken {
		return
	}
	name := ui.NewEntry(ui.EntryOptions{Placeholder: p.word("file.new.name"), Direction: ui.FirstStrong})
	create := p.word("file.new.create")
	d := ui.ShowDialog(p.window, ui.DialogOptions{
		Title: p.word("file.new"), Content: name,
		Buttons: []ui.DialogButton{
			{Label: p.word("cancel"), Cancel: true},
			{Label: create, Kind: ui.Primary, Default: true, OnTapped: func() { p.makeFolder(strings.TrimSpace(name.Text())) }},
		},
	})
	name.OnCancel = d.Hide
	name.OnKey = func(key fyne.KeyName) bool {
		if key == fyne.KeyReturn || key == fyne.KeyEnter {
			d.Press(create)
		}
		return key != fyne.KeyTab
	}
	p.focus(name)
}

func (p *Picker) makeFolder(name string) {
	if !validName(name) {
		p.fail(&problem{key: "file.badName", path: name})
		return
	}
	path := filepath.Join(p.folder, name)
	p.tasks.run(func(context.Context) func() {
		err := os.Mkdir(path, 0o777) // less what the user's umask takes away
		if err != nil {
			return func() { p.fail(problemOf(path, err)) }
		}
		return func() { p.goTo(path, "") }
	}, func() {}, func() { p.fail(&problem{key: "file.slow", path: path}) })
}
