package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// editor is the open part of a card: the item's fields in a grid, each with
// the mark of its evidence, and what can be done with the item. It lives as
// long as the card is open, so that its fields keep the focus over edits.
type editor struct {
	screen  *annotateScreen
	id      string
	kind    model.Kind
	content *fyne.Container
	grid    *fyne.Container
	rows    []*fieldRow
	proof   *fyne.Container // the spans, each with its words
	more    bool            // all fields are shown
	focused *fieldRow       // the one that had the keyboard last
	acts    []*ui.Button    // what changes the item
	ties    []*relation     // to other items
	roles   []string        // the events for which there is a row of the item's role
	toggle  *ui.Button      // shows more fields, or fewer
}

func newEditor(s *annotateScreen, item model.Item) *editor {
	e := &editor{screen: s, id: item.Meta().ID, kind: item.Kind()}
	e.grid = ui.NewColumn(2 * ui.Step)
	e.proof = ui.NewFlow(ui.Step, ui.Step)
	e.content = ui.NewColumn(3*ui.Step, e.grid, e.proof, e.actions())
	e.build()
	return e
}

// fields returns the fields shown: those that matter most, or all.
func (e *editor) fields() []model.Field {
	names := lookOf(e.kind).fields
	var shown []model.Field
	for _, name := range names {
		if f, found := model.FieldOf(e.kind, name); found {
			shown = append(shown, f)
		}
	}
	if !e.more {
		return shown
	}
	for _, f := range model.Fields(e.kind) {
		if !slices.Contains(names, f.Name) {
			shown = append(shown, f)
		}
	}
	for _, name := range []string{"certainty", "note"} {
		if f, found := model.FieldOf(e.kind, name); found {
			shown = append(shown, f)
		}
	}
	return shown
}

// leastField is the width below which fields stand under each other.
const leastField = 196

// build lays the fields out side by side where there is room; lists of entities
// take the whole width.
func (e *editor) build() {
	e.rows, e.ties, e.grid.Objects = nil, nil, nil
	var line *fyne.Container
	for _, f := range e.fields() {
		row := newFieldRow(e, f)
		e.rows = append(e.rows, row)
		if f.Type == model.EntityList {
			line = nil
			e.grid.Add(row.content)
			continue
		}
		if line == nil {
			line = ui.NewGrid(leastField, 3*ui.Step)
			e.grid.Add(line)
		}
		line.Add(row.content)
	}
	e.tie()
	e.refresh()
}

// tie puts the rows that tie the item to others under the fields. Those that
// stay keep their objects and so the focus.
func (e *editor) tie() {
	old := e.ties
	e.ties = e.relations()
	for _, r := range old {
		e.grid.Remove(r.content)
		i := slices.IndexFunc(e.ties, func(other *relation) bool { return other.name == r.name && other.event == r.event })
		if i >= 0 {
			e.ties[i] = r
		}
	}
	for _, r := range e.ties {
		e.grid.Add(r.content)
	}
}

// relations are the rows that tie the item to others; those between counts
// wait behind "more" until there are any.
func (e *editor) relations() []*relation {
	if e.kind == model.KindEvent {
		return nil
	}
	ties := []*relation{e.screen.eventRelation(e.id)}
	e.roles = e.screen.session.EventsOf(e.id)
	for _, event := range e.roles {
		if r := e.screen.roleRelation(event, e.id); r != nil {
			ties = append(ties, r)
		}
	}
	if e.kind == model.KindCount && (e.more || len(e.screen.session.LinksOf(e.id)) > 0) {
		ties = append(ties, e.screen.linkRelations(e.id)...)
	}
	return ties
}

// fieldOf returns what to focus for a field, showing all fields when it is not
// among those shown; the first one for none of the fields.
func (e *editor) fieldOf(name string) fyne.Focusable {
	find := func() fyne.Focusable {
		for _, row := range e.rows {
			if row.model.Name == name {
				return row.field.focusable()
			}
		}
		return nil
	}
	f := find()
	if _, real := model.FieldOf(e.kind, name); f == nil && real {
		e.showMore(true)
		f = find()
	}
	if f == nil {
		return e.first()
	}
	return f
}

func (e *editor) actions() fyne.CanvasObject {
	t := e.screen.program.words.T
	bind := ui.NewButton(t("command.bind"), ui.Plain, func() { e.screen.bindWords(e.id) })
	bind.SetHint("Ctrl+B")
	e.toggle = ui.NewButton(t("form.more"), ui.Quiet, func() { e.showMore(!e.more) })
	remove := ui.NewButton(t("form.delete"), ui.Quiet, func() { e.screen.remove(e.id) })
	remove.SetIcon(theme.DeleteIcon())
	e.acts = []*ui.Button{bind, remove}
	if e.kind == model.KindEvent {
		return ui.NewRow(2*ui.Step, e.toggle, ui.Spring(), remove) // an event has no words of its own
	}
	return ui.NewRow(2*ui.Step, bind, e.toggle, ui.Spring(), remove)
}

// showMore shows all fields, or those that matter most.
func (e *editor) showMore(more bool) {
	e.commit()
	e.more = more
	e.toggle.SetLabel(e.screen.program.words.T(map[bool]string{false: "form.more", true: "form.less"}[more]))
	e.build()
	e.screen.form.scroll.Refresh()
}

// bindWords adds the selected words to an item as its own.
func (s *annotateScreen) bindWords(id string) {
	start, end := s.reader.Selection()
	if s.program.keep(s.session.Bind(id, "", "", start, end)) {
		s.palette.hide()
	}
}

// refresh shows the item as it is now.
func (e *editor) refresh() {
	item := e.screen.session.Item(e.id)
	if item == nil {
		return
	}
	on := e.screen.editable()
	for _, row := range e.rows {
		row.refresh(item, on)
	}
	if e.kind != model.KindEvent && !slices.Equal(e.roles, e.screen.session.EventsOf(e.id)) {
		e.tie()
	}
	for _, r := range e.ties {
		r.refresh(on)
	}
	for _, b := range e.acts {
		setEnabled(b, on)
	}
	e.showProof(on)
	e.content.Refresh()
}

// showProof lists the item's spans, each of which can be shown and removed.
func (e *editor) showProof(on bool) {
	e.proof.Objects = nil
	s := e.screen
	item := s.session.Item(e.id)
	for _, span := range s.session.SpansOf(e.id) {
		label := words.Isolate("«" + shorten(span.Text, longestCaption) + "»")
		if span.Field != "" {
			label = s.fieldName(e.kind, span.Field) + s.whose(item, span) + ": " + label
		}
		chip := ui.NewRole(label)
		chip.SetOnTapped(func() {
			s.reader.ScrollTo(span.Start, span.End)
			s.reader.Flash(span.ID)
		})
		if on {
			chip.SetOnRemove(func() { s.program.keep(s.session.Unbind(span.ID)) })
		}
		e.proof.Add(chip)
	}
	if len(e.proof.Objects) == 0 && e.kind != model.KindEvent {
		e.proof.Add(small(s.program.words.T("form.noProof")))
	}
}

// whose names the entity that a span proves, where its field holds several.
func (s *annotateScreen) whose(item model.Item, span model.Span) string {
	f, found := model.FieldOf(item.Kind(), span.Field)
	if !found || span.Entity == "" || len(f.Get(item)) < 2 {
		return ""
	}
	return " " + words.Isolate(s.entity(span.Entity))
}

func (e *editor) entitiesChanged() {
	for _, row := range e.rows {
		row.entitiesChanged()
	}
}

// first is the field that the keyboard comes to: the first one still empty.
func (e *editor) first() fyne.Focusable {
	if item := e.screen.session.Item(e.id); item != nil {
		for _, row := range e.rows {
			if len(row.model.Get(item)) == 0 {
				return row.field.focusable()
			}
		}
	}
	return e.rows[0].field.focusable()
}

func (e *editor) commit() {
	for _, row := range e.rows {
		row.field.commit()
	}
}

// bindSelection binds the selected words to the field used last.
func (e *editor) bindSelection() {
	if e.focused == nil {
		e.screen.bindWords(e.id)
		return
	}
	e.focused.bind()
}

// fieldName is a field's label, which may differ by kind.
func (s *annotateScreen) fieldName(kind model.Kind, field string) string {
	if key := "field." + string(kind) + "." + field; s.program.words.Has(key) {
		return s.program.words.T(key)
	}
	return s.program.words.T("field." + field)
}
