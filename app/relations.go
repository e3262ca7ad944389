package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// relation is a row of an open card that ties the item to other items: to the
// events it is in, or a count to the counts it is part of.
type relation struct {
	name    string // key of its words
	event   string // whose role it is; "" for other rows
	content *fyne.Container
	chooser *ui.Chooser
	choices func() []ui.Choice
	picked  func() []string
	tie     func(id string) error
	untie   func(id string) error
}

// newRelation makes the row; create, when there is one, makes a new item of a
// name and returns its id.
func newRelation(s *annotateScreen, r *relation, create func(name string) (string, error)) *relation {
	t := s.program.words.T
	options := ui.ChooserOptions{Placeholder: t("choose"), EmptyLabel: t("choose.none"), ClearLabel: t("choose.clear"), Multiple: r.event == ""}
	if create != nil {
		options.CreateLabel = func(text string) string { return t("choose.create", text) }
	}
	r.chooser = ui.NewChooser(options, nil)
	r.chooser.OnPicked = func(keys []string) { r.keep(s, keys) }
	r.chooser.OnCreate = func(name string) {
		if id, err := create(name); s.program.keep(err) && id != "" {
			s.program.keep(r.tie(id))
		}
	}
	r.chooser.OnKey = func(key fyne.KeyName) bool {
		if key == fyne.KeyEscape {
			s.program.window.Canvas().Focus(s.reader)
		}
		return key == fyne.KeyEscape || s.form.groupKey(r.chooser, key)
	}
	name := ui.NewText(r.label(s), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true})
	r.content = ui.NewRow(ui.Step, ui.NewFixed(labelWidth, ui.ControlHeight, name), ui.Expand(r.chooser))
	r.content.Layout = &ui.Row{Gap: ui.Step, Top: true}
	return r
}

// label is the name of the row; a role says of which event it is.
func (r *relation) label(s *annotateScreen) string {
	name := s.program.words.T(r.name)
	for n, e := range s.events() {
		if e.ID == r.event {
			return s.program.words.T("event.part", name, words.Isolate(s.eventTitle(e, n)))
		}
	}
	return name
}

// keep makes the ties what was picked: one came or one went.
func (r *relation) keep(s *annotateScreen, keys []string) {
	before := r.picked()
	for _, id := range keys {
		if !slices.Contains(before, id) {
			s.program.keep(r.tie(id))
		}
	}
	for _, id := range before {
		if !slices.Contains(keys, id) && (r.event == "" || len(keys) == 0) { // a role is replaced, not taken away first
			s.program.keep(r.untie(id))
		}
	}
	r.refresh(s.editable()) // what could not be kept is not shown either
}

func (r *relation) refresh(on bool) {
	r.chooser.SetChoices(r.choices())
	r.chooser.SetPicked(r.picked()...)
	setEnabled(r.chooser, on)
}

// eventRelation ties an item to the events it is in.
func (s *annotateScreen) eventRelation(id string) *relation {
	return newRelation(s, &relation{
		name: "field.events", choices: s.eventChoices,
		picked: func() []string { return s.session.EventsOf(id) },
		tie:    func(event string) error { return s.session.Assign(event, id, "") },
		untie:  func(event string) error { return s.session.Unassign(event, id) },
	}, s.session.NewEvent)
}

// roleRelation gives an actor or a place its role in one event, where that is
// another one than in the article; nil for an item without roles.
func (s *annotateScreen) roleRelation(event, id string) *relation {
	f, has := model.FieldOf(s.session.Item(id).Kind(), "role")
	if !has {
		return nil
	}
	return newRelation(s, &relation{
		name: "field.role", event: event, choices: func() []ui.Choice { return codeChoices(s.program, f.List) },
		picked: func() []string {
			if role := s.session.RoleIn(event, id); role != "" {
				return []string{role}
			}
			return nil
		},
		tie:   func(role string) error { return s.session.Assign(event, id, role) },
		untie: func(string) error { return s.session.Assign(event, id, "") },
	}, nil)
}

func (s *annotateScreen) eventChoices() []ui.Choice {
	var choices []ui.Choice
	for n, e := range s.events() {
		choices = append(choices, ui.Choice{Key: e.ID, Label: s.eventTitle(e, n)})
	}
	return choices
}

// linkRelations tie a count to others: what it is part of, what it is a subset
// of, and what says the same again.
func (s *annotateScreen) linkRelations(id string) []*relation {
	var all []*relation
	for _, code := range s.program.project.Codebook().List("link_type") {
		if code.Key == "total_of" {
			continue // the same as part_of, written at the other end
		}
		all = append(all, newRelation(s, &relation{
			name: "link." + code.Key, choices: func() []ui.Choice { return s.countChoices(id) },
			picked: func() []string { return s.linkedTo(id, code.Key) },
			tie:    func(other string) error { return s.session.Link(id, code.Key, other) },
			untie:  func(other string) error { return s.session.Unlink(id, other) },
		}, nil))
	}
	return all
}

func (s *annotateScreen) linkedTo(id, linkType string) []string {
	var others []string
	for _, l := range s.session.LinksOf(id) {
		if l.Type == linkType && !l.Derived {
			others = append(others, l.Other)
		}
	}
	return others
}

// countChoices are the other counts of the record, by figure and sentence.
func (s *annotateScreen) countChoices(but string) []ui.Choice {
	var choices []ui.Choice
	if w := s.session.Work(); w != nil {
		for _, item := range w.Order(model.KindCount) {
			if c := item.(*model.Count); c.ID != but {
				choices = append(choices, ui.Choice{Key: c.ID, Label: s.figure(c) + " · " + s.sentence(c), Detail: s.says(c)})
			}
		}
	}
	return choices
}
