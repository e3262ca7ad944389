package app

import (
	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/model"
)

// answer is the control for an explicit "nothing": that the article states no
// casualties, or tells of no event. It tells "there is none" from "not done
// yet".
type answer struct {
	question model.Question
	chooser  *ui.Chooser
	content  fyne.CanvasObject
}

func newAnswers(s *annotateScreen) []*answer {
	t := s.program.words.T
	var all []*answer
	for _, q := range model.Questions {
		a := &answer{question: q}
		var choices []ui.Choice
		for _, key := range q.Answers() {
			choices = append(choices, ui.Choice{Key: key, Label: t("answer." + string(q) + "." + key)})
		}
		a.chooser = ui.NewChooser(ui.ChooserOptions{Placeholder: t("answer.given"), ClearLabel: t("choose.clear"), EmptyLabel: t("choose.none")}, choices)
		a.chooser.OnPicked = func(keys []string) {
			value := ""
			if len(keys) > 0 {
				value = keys[0]
			}
			s.program.keep(s.session.Answer(q, value))
		}
		a.chooser.OnKey = func(key fyne.KeyName) bool {
			if key == fyne.KeyEscape {
				s.program.window.Canvas().Focus(s.reader)
			}
			return key == fyne.KeyEscape
		}
		name := ui.NewText(t("answer."+string(q)), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true})
		row := ui.NewRow(ui.Step, ui.NewFixed(labelWidth, ui.ControlHeight, name), ui.Expand(a.chooser))
		row.Layout = &ui.Row{Gap: ui.Step, Top: true}
		a.content = row
		all = append(all, a)
	}
	return all
}

func (a *answer) refresh(record model.Record, on bool) {
	a.chooser.SetPicked()
	if key := record.Answer(a.question); key != "" {
		a.chooser.SetPicked(key)
	}
	setEnabled(a.chooser, on)
}
