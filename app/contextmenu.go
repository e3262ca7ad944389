package app

import (
	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

// showMenu opens the menu of the article, at a right click or at the caret:
// what can be done with the selected words and with the item under the caret.
func (s *annotateScreen) showMenu(_ int, at fyne.Position) {
	start, end := s.reader.Selection()
	if start != end {
		s.palette.hide() // it would stand under the menu and say the same
	}
	items := s.labelItems(start != end)
	items = append(items, ui.MenuItem{Separator: true})
	items = append(items, s.wordItems(start, end)...)
	if id := s.under(); id != "" {
		items = append(items, ui.MenuItem{Separator: true})
		items = append(items, s.itemItems(id)...)
	}
	ui.ShowMenu(s.program.window, at, items)
}

func (s *annotateScreen) labelItems(selected bool) []ui.MenuItem {
	var items []ui.MenuItem
	for _, l := range looks() {
		items = append(items, ui.MenuItem{
			Label: s.program.words.T("kind." + string(l.kind)), Hint: l.key,
			Disabled: !selected || !s.editable(), OnTapped: func() { s.label(l.kind) },
		})
	}
	return items
}

func (s *annotateScreen) wordItems(start, end int) []ui.MenuItem {
	t := s.program.words.T
	return []ui.MenuItem{
		{Label: t("menu.copy"), Hint: "Ctrl+C", Disabled: start == end, OnTapped: func() {
			s.program.app.Clipboard().SetContent(s.reader.SelectedText())
		}},
		{
			Label: t("command.bind"), Hint: "Ctrl+B", Disabled: start == end || s.form.editor == nil || !s.editable(),
			OnTapped: s.form.bindSelection,
		},
		{Label: t("command.find"), Hint: "Ctrl+F", OnTapped: s.find.show},
	}
}

func (s *annotateScreen) itemItems(id string) []ui.MenuItem {
	t := s.program.words.T
	return []ui.MenuItem{
		{Label: t("menu.open"), Hint: "Enter", OnTapped: func() {
			s.open(id)
			s.form.focus()
		}},
		{Label: t("form.delete"), Hint: "Del", Disabled: !s.editable(), OnTapped: func() { s.remove(id) }},
	}
}
