package app

import (
	"os"
	"path/filepath"
	"strings"

	"hashiya/app/ui"
	"hashiya/app/words"
)

// mostRecentShown is how many of the projects opened last the start screen has.
const mostRecentShown = 5

// projectName is what a project's file is called, without the extension.
func projectName(path string) string {
	return strings.TrimSuffix(filepath.Base(path), projectExtension)
}

// recent is a project opened earlier: its name, and in which folder it lies and
// when it was changed last.
func (s *startScreen) recent(path string) *ui.Card {
	p := s.program
	folder := words.Isolate(filepath.Base(filepath.Dir(path)))
	name := ui.NewText(projectName(path), ui.TextStyle{Weight: ui.Medium, Direction: ui.FirstStrong, Truncate: true})
	detail := ui.NewText(folder, ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true})
	card := ui.NewCard(ui.NewColumn(0, name, detail))
	card.SetPadding(2 * ui.Step)
	card.SetLabel(name.Text())
	card.OnTapped = func() { s.act(func() { p.open(path) }) }
	// The disk may be one that takes long to answer.
	p.runner.Go(func() {
		info, err := os.Stat(path)
		p.runner.Do(func() {
			if err != nil {
				detail.SetText(folder + " · " + p.words.T("start.gone"))
				return
			}
			detail.SetText(folder + " · " + words.Isolate(p.words.Date(info.ModTime().Format("2006-01-02"))))
		})
	})
	return card
}
