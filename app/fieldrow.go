package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
	"hashiya/model"
)

// labelWidth is that of the names of fields.
const labelWidth = 64

// fieldRow is a field of an item: its name, its value, and the mark that says
// whether words of the text prove it, in a list every entity of it.
type fieldRow struct {
	editor  *editor
	model   model.Field
	field   field
	mark    *ui.Button
	proof   proof // what the mark says
	content *fyne.Container
}

func newFieldRow(e *editor, f model.Field) *fieldRow {
	r := &fieldRow{editor: e, model: f}
	s := e.screen
	r.field = newField(s.program, f, fieldHost{
		set:   r.set,
		focus: func(gained bool) { r.hasFocus(gained) },
		first: func(name fyne.KeyName) bool {
			s.alive()
			return s.walk.fieldKey(r, name) || e.groupKey(r.field.focusable(), name)
		},
		typed: s.walk.end,
		leave: func() { s.program.window.Canvas().Focus(s.reader) },
	})
	r.mark = iconButton(theme.ContentAddIcon(), r.bind)
	r.mark.SetTabStop(false) // its command has a key, and Tab goes from field to field
	r.mark.SetTooltip(s.program.words.T("form.mark"), keysOf("bind"))
	name := ui.NewText(s.fieldName(e.kind, f.Name), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true})
	r.content = ui.NewRow(ui.Step, ui.NewFixed(labelWidth, ui.ControlHeight, name), ui.Expand(r.field.object()))
	if e.kind != model.KindEvent { // an event is proved by what it gathers
		r.content.Add(r.mark)
	}
	r.content.Layout = &ui.Row{Gap: ui.Step, Top: true}
	return r
}

func (r *fieldRow) hasFocus(gained bool) {
	if !gained {
		r.editor.screen.walk.end()
	}
	if gained {
		r.editor.screen.alive()
		r.editor.focused = r
		r.editor.screen.form.scroll.RevealObject(r.content)
	}
}

// set keeps a new value; a refusal is shown at the field.
func (r *fieldRow) set(values ...string) error {
	err := r.editor.screen.session.SetField(r.editor.id, r.model.Name, values...)
	r.editor.screen.program.keep(err)
	return err
}

func (r *fieldRow) refresh(item model.Item, on bool) {
	values := r.model.Get(item)
	r.field.show(values)
	r.field.enable(on)
	evident := len(r.evidence(values)) > 0
	proved := evident && !r.lacksProof(values)
	switch {
	case proved:
		r.show(proofGiven)
	case len(values) > 0:
		r.show(proofMissing)
	default:
		r.show(proofNone)
	}
	setEnabled(r.mark, on || evident)
}

// proof is what the mark of a field says.
type proof int

const (
	proofNone    proof = iota // there is nothing to prove
	proofMissing              // a value without words
	proofGiven
)

// show sets the mark, and only where it changes: an icon takes long to read.
func (r *fieldRow) show(p proof) {
	if r.proof == p {
		return
	}
	r.proof = p
	r.mark.SetIcon([]fyne.Resource{theme.ContentAddIcon(), theme.QuestionIcon(), theme.ConfirmIcon()}[p])
	r.mark.SetActive(p == proofGiven)
	r.mark.SetWarning(p == proofMissing)
}

// lacksProof tells whether an entity of a list has no words of its own, while
// none prove the list as a whole.
func (r *fieldRow) lacksProof(values []string) bool {
	s, id := r.editor.screen, r.editor.id
	if r.model.Type != model.EntityList || len(s.evidence(id, r.model.Name, "")) > 0 {
		return false
	}
	return slices.ContainsFunc(values, func(entity string) bool {
		return len(s.evidence(id, r.model.Name, entity)) == 0
	})
}

// evidence returns the spans that prove the field: its own, those of any of
// its entities, or the item's own words where these say it.
func (r *fieldRow) evidence(values []string) []model.Span {
	s, id := r.editor.screen, r.editor.id
	found := s.evidence(id, r.model.Name, "")
	for _, value := range values {
		if r.model.Type == model.EntityList {
			found = append(found, s.evidence(id, r.model.Name, value)...)
		}
	}
	if r.model.Own && len(values) > 0 && s.session.OwnWordsProve(id, r.model.Name) {
		found = append(found, s.evidence(id, "", "")...)
	}
	return found
}

// evidence returns the spans of an item's field, and of one entity in it, in
// text order.
func (s *annotateScreen) evidence(id, field, entity string) []model.Span {
	var found []model.Span
	for _, span := range s.session.SpansOf(id) {
		if span.Field == field && span.Entity == entity {
			found = append(found, span)
		}
	}
	return found
}

// bind binds the selected words to the field; without a selection it shows the
// words that prove it. In a list the words prove the entity that goes by them,
// or else the one added last.
func (r *fieldRow) bind() {
	s := r.editor.screen
	item := s.session.Item(r.editor.id)
	if item == nil {
		return
	}
	start, end := s.reader.Selection()
	if start == end {
		if spans := r.evidence(r.model.Get(item)); len(spans) > 0 {
			s.reader.ScrollTo(spans[0].Start, spans[0].End)
			s.reader.Flash(spans[0].ID)
			return
		}
	}
	if s.program.keep(s.session.BindField(r.editor.id, r.model.Name, start, end)) {
		s.palette.hide()
	}
}

func (r *fieldRow) entitiesChanged() {
	if c, is := r.field.(*chooserField); is {
		c.choices()
	}
}
