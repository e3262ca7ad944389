package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/model"
)

// ruling is what F2 shows: what the codebook says of a field and of the value
// in it, or of all values where there is none yet.
type ruling struct {
	title  string
	guides []model.Guide
	short  []model.Guide // of the values to choose from: names and definitions
}

// rulingOf gathers what the codebook says of a field of a kind. code is the
// value in it, "" for none.
func (p *program) rulingOf(kind model.Kind, field model.Field, code, name string) ruling {
	book, language := p.project.Codebook(), p.words.Language()
	r := ruling{title: name}
	if g, found := book.FieldRule(kind, field.Name, language); found {
		r.guides = append(r.guides, g)
	}
	if field.List == "" {
		return r
	}
	if g, found := book.Rule(field.List, code, language); found {
		r.guides = append(r.guides, g)
		return r
	}
	for _, one := range book.List(field.List) {
		g, _ := book.Rule(field.List, one.Key, language)
		r.short = append(r.short, g)
	}
	return r
}

// showRuling shows it over the window; Esc closes it and leads back to where
// the keyboard was. Where nothing is known it says so.
func (p *program) showRuling(r ruling) {
	if len(r.guides)+len(r.short) == 0 {
		p.hint("rule.none")
		return
	}
	content := ui.NewColumn(4 * ui.Step)
	for _, g := range r.guides {
		content.Add(p.guideContent(g))
	}
	if len(r.short) > 0 {
		content.Add(p.shortContent(r.short))
	}
	ui.ShowDialog(p.window, ui.DialogOptions{
		Title: p.words.T("rule.title", r.title), Content: content, Width: 560,
		Buttons: []ui.DialogButton{{Label: p.words.T("close"), Kind: ui.Primary, Default: true, Cancel: true}},
	})
}

// guideContent is the help for one code or field.
func (p *program) guideContent(g model.Guide) fyne.CanvasObject {
	t := p.words.T
	column := ui.NewColumn(ui.Step)
	if g.Name != "" {
		column.Add(ui.NewParagraph(g.Name, ui.ParagraphStyle{Size: 16, Weight: ui.Bold, Direction: ui.FirstStrong}))
	}
	if len(g.Instead) > 0 {
		column.Add(ui.NewParagraph(t("rule.instead", strings.Join(g.Instead, t("list.comma"))), ui.ParagraphStyle{Color: ui.ColorWarning}))
	} else if !g.Offered {
		column.Add(ui.NewParagraph(t("rule.retired"), ui.ParagraphStyle{Color: ui.ColorWarning}))
	}
	if g.Definition != "" {
		column.Add(ui.NewParagraph(g.Definition, ui.ParagraphStyle{Direction: ui.FirstStrong}))
	}
	part := func(key string, texts ...string) {
		column.Add(ui.NewPad(0, ui.Step, ui.NewText(t(key), ui.TextStyle{Size: ui.SizeSmall, Weight: ui.Bold, Color: ui.ColorSecondary})))
		for _, text := range texts {
			column.Add(ui.NewParagraph(text, ui.ParagraphStyle{Direction: ui.FirstStrong, Bar: key != "rule.rule"}))
		}
	}
	if g.Rule != "" {
		part("rule.rule", g.Rule)
	}
	if len(g.Examples) > 0 {
		part("rule.examples", g.Examples...)
	}
	if len(g.CounterExamples) > 0 {
		part("rule.counter", g.CounterExamples...)
	}
	return column
}

// shortContent lists values with their definitions.
func (p *program) shortContent(all []model.Guide) fyne.CanvasObject {
	column := ui.NewColumn(2 * ui.Step)
	column.Add(heading(p.words.T("rule.values")))
	for _, g := range all {
		pair := ui.NewColumn(0, ui.NewParagraph(g.Name, ui.ParagraphStyle{Weight: ui.Medium, Direction: ui.FirstStrong}))
		if g.Definition != "" {
			pair.Add(ui.NewParagraph(g.Definition, ui.ParagraphStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Direction: ui.FirstStrong}))
		}
		column.Add(pair)
	}
	return column
}
