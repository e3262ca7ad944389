package app

import (
	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

// helpRows are the keys that belong to the article and the form; those of
// commands come from their table.
func helpRows() [][2]string {
	return [][2]string{
		{"1 – 5", "help.label"},
		{"Enter", "help.open"},
		{"Delete", "help.delete"},
		{"Space", "help.evidence"},
		{"Shift+Left, Right", "help.select"},
		{"Ctrl+Alt+Left, Right", "help.adjust"},
		{"Tab", "help.fields"},
		{"PageUp, PageDown", "help.groups"},
		{"Esc", "help.back"},
	}
}

// showHelp shows every key: first those of the article, then the commands, in
// two columns so that all fit into a low window.
func (p *program) showHelp() {
	t := p.words.T
	article := ui.NewColumn(ui.Step)
	for _, row := range helpRows() {
		article.Add(helpLine(row[0], t(row[1]), 130))
	}
	all := commands()
	half := (len(all) + 1) / 2
	columns := ui.NewRow(6*ui.Step, ui.Expand(article))
	for _, part := range [][]command{all[:half], all[half:]} {
		column := ui.NewColumn(ui.Step)
		for _, c := range part {
			column.Add(helpLine(c.shown(), t("command."+string(c.id)), 96))
		}
		columns.Add(ui.NewFixed(268, 0, column))
	}
	columns.Layout = &ui.Row{Gap: 6 * ui.Step, Top: true}
	ui.ShowDialog(p.window, ui.DialogOptions{
		Title: t("command.help"), Content: columns, Width: 1000,
		Buttons: []ui.DialogButton{{Label: t("close"), Kind: ui.Primary, Default: true, Cancel: true}},
	})
}

func helpLine(keys, text string, width float32) fyne.CanvasObject {
	name := ui.NewText(keys, ui.TextStyle{Size: ui.SizeSmall, Weight: ui.Medium, Direction: ui.LeftToRight})
	meaning := ui.NewParagraph(text, ui.ParagraphStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary})
	row := ui.NewRow(3*ui.Step, ui.NewFixed(width, 0, name), ui.Expand(meaning))
	row.Layout = &ui.Row{Gap: 3 * ui.Step, Top: true}
	return row
}
