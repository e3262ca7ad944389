package app

import (
	"path/filepath"
	"time"

	"hashiya/app/filepicker"
	"hashiya/app/settings"
)

// askPath shows a picker of files. As long as it is shown commands rest. It
// starts where the last one was answered.
func (p *program) askPath(o filepicker.Options, then func(paths []string)) {
	o.Words = p.words.T
	o.Date = func(t time.Time) string { return p.words.Date(t.Format("2006-01-02")) }
	o.Size = func(bytes int64) string { return p.words.T("file.size", (bytes+1023)/1024) }
	o.Runner = p.runner
	o.Folder = p.kept.Folder
	for _, path := range p.kept.Recent[:min(len(p.kept.Recent), 3)] {
		o.Places = append(o.Places, filepicker.Place{Path: filepath.Dir(path)})
	}
	o.OnDone = func(paths []string) {
		p.asking = nil
		p.remember(func(s *settings.Settings) { s.Folder = filepath.Dir(paths[0]) })
		then(paths)
	}
	o.OnCancel = func() { p.asking = nil }
	p.asking = filepicker.Show(p.window, o)
}

// articleFiles are the kinds of files that can be imported.
func (p *program) articleFiles() []filepicker.Filter {
	return []filepicker.Filter{
		{Label: p.words.T("file.kind.articles"), Exts: []string{".txt", ".jsonl"}},
		{Label: p.words.T("file.kind.all")},
	}
}

func (p *program) projectFiles() []filepicker.Filter {
	return []filepicker.Filter{
		{Label: p.words.T("file.kind.project"), Exts: []string{projectExtension}},
		{Label: p.words.T("file.kind.all")},
	}
}
