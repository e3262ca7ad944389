package app

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/app/filepicker"
	"hashiya/app/ui"
)

// mostNamed is how many refused files a message names; the count tells the rest.
const mostNamed = 8

// askImport asks for files to bring in.
func (p *program) askImport() {
	if p.project == nil || p.project.ReadOnly() {
		return
	}
	t := p.words.T
	ui.ShowDialog(p.window, ui.DialogOptions{
		Title: t("import.title"), Text: t("import.text"),
		Buttons: []ui.DialogButton{
			{Label: t("import.folder"), OnTapped: p.askImportFolder},
			{Label: t("import.file"), Kind: ui.Primary, Default: true, OnTapped: p.askImportFile},
			{Label: t("cancel"), Cancel: true},
		},
	})
}

func (p *program) askImportFile() {
	p.askPath(filepicker.Options{
		Mode: filepicker.OpenMany, Title: p.words.T("import.title"), Extensions: p.articleFiles(),
	}, p.importPaths)
}

func (p *program) askImportFolder() {
	p.askPath(filepicker.Options{Mode: filepicker.Folder, Title: p.words.T("import.title")}, p.importPaths)
}

// dropped brings files in that were let go over the window.
func (p *program) dropped(_ fyne.Position, uris []fyne.URI) {
	if p.project == nil || p.project.ReadOnly() {
		return
	}
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) > 0 {
		p.importPaths(paths)
	}
}

// importPaths brings files and folders in and reports what became of them.
func (p *program) importPaths(paths []string) {
	project, store := p.project, p.store
	if !p.keep(project.Join()) {
		return
	}
	ui.BackgroundWith(p.runner, p.window, p.words.T("import.running"), p.words.T("cancel"),
		func(ctx context.Context, progress func(done, total int)) (*annotate.Report, error) {
			return project.Import(ctx, store, paths, progress)
		}, p.imported)
}

// importBytes brings native JSONL in that is not in a file, such as samples.
func (p *program) importBytes(jsonl []byte) {
	report, err := p.project.ImportJSONL(context.Background(), p.store, "samples", bytes.NewReader(jsonl))
	p.imported(report, err)
}

func (p *program) imported(report *annotate.Report, err error) {
	if p.project == nil {
		return
	}
	if err := p.project.Reload(); err != nil {
		p.fail(err)
	}
	if l, is := p.screen.(*libraryScreen); is {
		l.reload()
	}
	if errors.Is(err, context.Canceled) {
		err = nil // the report tells what is in
	}
	p.keep(err)
	t := p.words
	text := t.N("import.done", report.Added)
	if n := len(report.Duplicates); n > 0 {
		text += " " + t.N("import.duplicates", n)
	}
	if len(report.Refused) == 0 {
		p.tell(text)
		return
	}
	lines := []string{text, t.N("import.refused", len(report.Refused))}
	for _, r := range report.Refused[:min(len(report.Refused), mostNamed)] {
		lines = append(lines, filepath.Base(r.Where)+": "+p.message(r.Err))
	}
	p.notices.Notify(ui.Notice{Kind: ui.Failure, Text: strings.Join(lines, "\n")})
}

// askExport asks for a format, then for a place.
func (p *program) askExport() {
	if p.project == nil {
		return
	}
	t := p.words.T
	formats := map[string]dataset.Format{}
	var choices []ui.Choice
	for _, format := range dataset.Formats() {
		formats[format.Name] = format
		choices = append(choices, ui.Choice{Key: format.Name, Label: t("format." + format.Name), Detail: t("format." + format.Name + ".why")})
	}
	ui.ShowFinder(p.window, ui.FinderOptions{
		Placeholder: t("export.title"), EmptyLabel: t("choose.none"), Choices: choices,
		OnPicked: func(key string) { p.askExportPlace(formats[key]) },
	})
}

// askExportPlace asks for the file to write, or for the folder that the files
// are to lie in. The name is made from the project's, so that nothing has to be
// typed.
func (p *program) askExportPlace(format dataset.Format) {
	base := strings.TrimSuffix(filepath.Base(p.store.Path()), filepath.Ext(p.store.Path()))
	title := p.words.T("format." + format.Name)
	if format.Folder {
		p.askPath(filepicker.Options{Mode: filepicker.Folder, Title: title}, func(paths []string) {
			p.export(format, filepath.Join(paths[0], base+"-"+format.Name), false)
		})
		return
	}
	p.askPath(filepicker.Options{
		Mode: filepicker.Save, Title: title, Name: base + format.Extension,
		Extensions: []filepicker.Filter{{Label: title, Exts: []string{format.Extension}}},
	}, func(paths []string) { p.export(format, paths[0], true) }) // the picker has asked
}

// export writes a dataset; a path that is taken is asked about.
func (p *program) export(format dataset.Format, path string, force bool) {
	project, store := p.project, p.store
	t := p.words
	ui.BackgroundWith(p.runner, p.window, t.T("export.running"), t.T("cancel"),
		func(ctx context.Context, progress func(done, total int)) (int, error) {
			return project.Export(ctx, store, format, path, force, progress)
		},
		func(n int, err error) {
			switch {
			case errors.Is(err, dataset.ErrExists):
				p.askReplace(format, path)
			case errors.Is(err, context.Canceled):
				p.tell(t.T("export.cancelled"))
			case err != nil:
				p.fail(err)
			default:
				p.notices.Notify(ui.Notice{Kind: ui.Warning, Text: t.N("export.done", n, path)})
			}
		})
}

func (p *program) askReplace(format dataset.Format, path string) {
	t := p.words.T
	ui.ShowDialog(p.window, ui.DialogOptions{
		Title: t("export.exists"), Text: path,
		Buttons: []ui.DialogButton{
			{Label: t("export.replace"), OnTapped: func() { p.export(format, path, true) }},
			{Label: t("cancel"), Kind: ui.Primary, Default: true, Cancel: true},
		},
	})
}
