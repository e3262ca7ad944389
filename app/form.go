package app

import (
	"fyne.io/fyne/v2"

	"hashiya/annotate"
	"hashiya/app/ui"
	"hashiya/model"
)

// form is the pane beside the article: the article's own fields and a section
// for each kind of item. One item's card is open at most.
type form struct {
	screen   *annotateScreen
	content  fyne.CanvasObject
	scroll   *ui.Scroll
	facts    *facts
	events   *eventTabs
	sections map[model.Kind]*section
	editor   *editor // of the open card; nil when none is
}

func newForm(s *annotateScreen) *form {
	f := &form{screen: s, sections: map[model.Kind]*section{}}
	f.facts = newFacts(s)
	f.events = newEventTabs(s)
	column := ui.NewColumn(4*ui.Step, f.facts.content, f.events.content)
	for _, l := range looks() {
		f.sections[l.kind] = newSection(f, l)
		column.Add(f.sections[l.kind].content)
	}
	f.scroll = ui.NewScroll(ui.NewPad(4*ui.Step, 4*ui.Step, column))
	f.content = ui.NewFixed(380, 0, f.scroll)
	return f
}

// refresh shows the whole record.
func (f *form) refresh() {
	f.facts.refresh()
	f.events.refresh()
	for _, s := range f.sections {
		s.refresh()
	}
	f.scroll.Refresh()
}

// reveal chooses a tab that shows an item, when the one chosen does not.
func (f *form) reveal(item model.Item) {
	if !f.events.shows(item) {
		f.events.choose("")
	}
}

// update shows what an edit changed, without taking the focus from a field.
func (f *form) update(c annotate.Change) {
	if c.Record || c.Article {
		f.facts.refresh()
	}
	if f.editor != nil && f.screen.session.Item(f.editor.id) == nil {
		f.editor = nil
		// The keyboard must not stay in a field that is no longer there.
		f.screen.program.window.Canvas().Focus(f.screen.reader)
	}
	f.events.refresh()
	for _, s := range f.affected(c) {
		s.refresh()
	}
	if f.editor != nil {
		f.editor.refresh()
	}
	f.scroll.Refresh()
}

// affected returns the sections that show what an edit changed: all of them
// when something went, as its kind is no longer known.
func (f *form) affected(c annotate.Change) map[model.Kind]*section {
	if c.Record {
		return f.sections
	}
	some := map[model.Kind]*section{}
	for _, id := range c.Items {
		item := f.screen.session.Item(id)
		if item == nil {
			return f.sections
		}
		s := f.sections[item.Kind()]
		if s == nil { // an event: what it gathers decides what every section shows
			return f.sections
		}
		some[item.Kind()] = s
	}
	return some
}

func (f *form) entitiesChanged() {
	if f.editor != nil {
		f.editor.entitiesChanged()
	}
}

// open opens the card of an item and closes the one that was open.
func (f *form) open(id string) {
	f.commit()
	touched := map[model.Kind]bool{}
	if f.editor != nil {
		touched[f.editor.kind] = true
	}
	f.editor = nil
	item := f.screen.session.Item(id)
	if item != nil && item.Kind() == model.KindEvent {
		f.events.choose(id)
		item = nil
	}
	if item != nil {
		f.reveal(item)
		f.editor = newEditor(f.screen, item)
		touched[item.Kind()] = true
	}
	for kind := range touched {
		f.sections[kind].refresh()
	}
	f.scroll.Refresh()
	if item == nil {
		return
	}
	if card := f.sections[item.Kind()].open(); card != nil {
		// The card has its place only after the column has been laid out anew.
		f.screen.program.runner.Do(func() { f.scroll.RevealObject(card) })
	}
}

// focus gives the keyboard to the open card, or to the first field.
func (f *form) focus() {
	canvas := f.screen.program.window.Canvas()
	if f.editor != nil {
		canvas.Focus(f.editor.first())
		return
	}
	canvas.Focus(f.facts.first())
}

// commit keeps what is typed in fields and not kept yet.
func (f *form) commit() {
	f.facts.commit()
	for _, e := range f.editors() {
		e.commit()
	}
}

// pending reports whether a field shows something that is not in the file, and
// whether that was refused.
func (f *form) pending() (typed, refused bool) {
	for _, one := range f.facts.fields() {
		typed, refused = typed || one.pending(), refused || one.refused()
	}
	for _, e := range f.editors() {
		for _, row := range e.rows {
			typed, refused = typed || row.field.pending(), refused || row.field.refused()
		}
	}
	return typed, refused
}

// editors are the open card's and the chosen event's.
func (f *form) editors() []*editor {
	var all []*editor
	for _, e := range []*editor{f.editor, f.events.editor} {
		if e != nil {
			all = append(all, e)
		}
	}
	return all
}

// bindSelection binds the selected words to the field that has the keyboard,
// or else to the open card as its own words.
func (f *form) bindSelection() {
	if f.editor != nil {
		f.editor.bindSelection()
	}
}
