package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/model"
)

// facts shows the fields of the article and of the record as a whole.
type facts struct {
	screen  *annotateScreen
	content fyne.CanvasObject
	lock    *lockLine
	article []factField
	record  []factField
	answers []*answer
}

// factField is a field with what it belongs to.
type factField struct {
	model model.Field
	field field
}

func newFacts(s *annotateScreen) *facts {
	f := &facts{screen: s, lock: newLockLine(s)}
	article := map[string]model.Field{}
	for _, m := range model.ArticleFacts {
		article[m.Name] = m
	}
	outlet := f.add(&f.article, article["outlet"], s.session.SetArticleFact)
	published := f.add(&f.article, article["published"], s.session.SetArticleFact)
	record := map[string]model.Field{}
	for _, m := range model.RecordFields {
		record[m.Name] = m
	}
	relevance := f.add(&f.record, record["relevance"], s.session.SetRecordField)
	note := f.add(&f.record, record["note"], s.session.SetRecordField)
	grid := ui.NewGrid(leastField, 3*ui.Step, outlet, published, relevance, note)
	f.answers = newAnswers(s)
	for _, a := range f.answers {
		grid.Add(a.content)
	}
	f.content = ui.NewColumn(ui.Step,
		f.lock.content,
		heading(s.program.words.T("section.article")),
		ui.NewCard(ui.NewColumn(2*ui.Step,
			grid)))
	return f
}

func (f *facts) add(to *[]factField, m model.Field, keep func(field, value string) error) fyne.CanvasObject {
	s := f.screen
	control := newField(s.program, m, fieldHost{
		set: func(values ...string) error {
			value := ""
			if len(values) > 0 {
				value = values[0]
			}
			err := keep(m.Name, value)
			s.program.keep(err)
			return err
		},
		focus: func(gained bool) {
			if gained {
				s.form.scroll.RevealObject(f.content)
			}
		},
		leave: func() { s.program.window.Canvas().Focus(s.reader) },
	})
	*to = append(*to, factField{m, control})
	name := ui.NewText(s.program.words.T("field."+m.Name), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true})
	row := ui.NewRow(ui.Step, ui.NewFixed(labelWidth, ui.ControlHeight, name), ui.Expand(control.object()))
	row.Layout = &ui.Row{Gap: ui.Step, Top: true}
	return row
}

func (f *facts) refresh() {
	a, r := f.screen.session.Article(), f.screen.session.Record()
	f.lock.refresh()
	writable := !f.screen.program.project.ReadOnly()
	for _, one := range f.article {
		one.field.show(one.model.Get(&a))
		one.field.enable(writable)
	}
	for _, one := range f.record {
		one.field.show(one.model.Get(&r))
		one.field.enable(f.screen.editable())
	}
	for _, a := range f.answers {
		a.refresh(r, f.screen.editable())
	}
}

// fieldOf returns what to focus for a field or a question, the first one when
// it is neither.
func (f *facts) fieldOf(name string) fyne.Focusable {
	for _, one := range slices.Concat(f.article, f.record) {
		if one.model.Name == name {
			return one.field.focusable()
		}
	}
	for _, a := range f.answers {
		if string(a.question) == name {
			return a.chooser
		}
	}
	return f.first()
}

func (f *facts) first() fyne.Focusable { return f.article[0].field.focusable() }

// fields returns the controls in the order shown.
func (f *facts) fields() []field {
	var all []field
	for _, one := range slices.Concat(f.article, f.record) {
		all = append(all, one.field)
	}
	return all
}

func (f *facts) commit() {
	for _, one := range f.fields() {
		one.commit()
	}
}
