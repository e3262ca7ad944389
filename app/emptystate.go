package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
)

// emptyState stands where a list has nothing to show: an icon, what is missing,
// the button that helps, and a line on what else does. Without a button or a
// line they are left out.
func emptyState(icon fyne.Resource, title string, act *ui.Button, line string) fyne.CanvasObject {
	const iconSize, width = 48, 420
	column := ui.NewColumn(3*ui.Step,
		container.NewCenter(ui.NewIcon(icon, ui.ColorFaint, iconSize)),
		ui.NewText(title, ui.TextStyle{Size: 16, Weight: ui.Medium, Align: ui.Center, Truncate: true}))
	if act != nil {
		column.Add(container.NewCenter(act))
	}
	if line != "" {
		column.Add(ui.NewText(line, ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Align: ui.Center, Truncate: true}))
	}
	return container.NewCenter(ui.NewFixed(width, 0, column))
}

// noArticles is the empty project: articles are to be brought in.
func (l *libraryScreen) noArticles() fyne.CanvasObject {
	t := l.program.words.T
	if l.program.project.ReadOnly() {
		return emptyState(theme.FolderOpenIcon(), t("library.empty"), nil, "")
	}
	importing := ui.NewButton(t("command.import"), ui.Primary, l.program.askImport)
	importing.SetIcon(theme.ContentAddIcon())
	importing.SetHint(keysOf("import"))
	return emptyState(theme.FolderOpenIcon(), t("library.empty"), importing, t("library.drop"))
}

// noMatches is a search, or a state, that leaves no article.
func (l *libraryScreen) noMatches() fyne.CanvasObject {
	t := l.program.words.T
	all := ui.NewButton(t("library.showAll"), ui.Plain, func() {
		l.state = ""
		l.program.frame.search.SetText("")
		l.look("")
		l.focusList()
	})
	line := ""
	if l.query != "" {
		line = t("library.nothing.why")
	}
	return emptyState(theme.SearchIcon(), t("library.nothing"), all, line)
}
