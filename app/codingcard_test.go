package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"hashiya/annotate"
	"hashiya/app/ui"
	"hashiya/model"
)

type annotateCandidate = annotate.Candidate

// ids turns the keys of entities into their ids.
func (h *hand) ids(f model.Field, keys []string) []string {
	h.t.Helper()
	if f.Entity == model.NoEntity {
		return keys
	}
	var ids []string
	for _, key := range keys {
		e, known := h.project.Entities().ByKey(key)
		if !known {
			h.t.Fatalf("the project has no entity %q", key)
		}
		ids = append(ids, e.ID)
	}
	return ids
}

// bare is a span without what does not tell evidence apart.
func (h *hand) bare(s model.Span) model.Span {
	return model.Span{Field: s.Field, Entity: s.Entity, Start: s.Start, End: s.End}
}

// proofs are the evidence that an item is to have, entities by id.
func (h *hand) proofs(want *answerItem) []model.Span {
	var all []model.Span
	for _, s := range want.proof {
		if e, known := h.project.Entities().ByKey(s.Entity); known {
			s.Entity = e.ID
		}
		all = append(all, s)
	}
	return all
}

// lacking lists the evidence of a field that is still to be bound.
func (h *hand) lacking(want *answerItem, field string) []model.Span {
	var lacking []model.Span
	has := h.work().session.SpansOf(h.made[want.id])
	for _, s := range h.proofs(want) {
		if s.Field == field && !slices.ContainsFunc(has, func(o model.Span) bool { return h.bare(o) == s }) {
			lacking = append(lacking, s)
		}
	}
	return lacking
}

// needs lists the fields that are not yet as wanted, in the order of the card.
func (h *hand) needs(want *answerItem) []model.Field {
	item := h.work().session.Item(h.made[want.id])
	names := slices.Clone(lookOf(want.kind).fields)
	for _, f := range coded(want.kind) {
		if !slices.Contains(names, f.Name) {
			names = append(names, f.Name)
		}
	}
	var needs []model.Field
	for _, name := range names {
		f, _ := model.FieldOf(want.kind, name)
		if !slices.Equal(f.Get(item), h.ids(f, want.fields[name])) || len(h.lacking(want, name)) > 0 {
			needs = append(needs, f)
		}
	}
	return needs
}

// fill makes the open card what it is to be and leads back to the article.
func (h *hand) fill(want *answerItem) {
	h.t.Helper()
	h.doing = "certainty"
	h.certainty(want)
	for range 40 {
		needs := h.needs(want)
		if len(needs) == 0 {
			break
		}
		h.field(want, needs[0], len(needs) > 1 || len(want.events)+len(want.links) > 0)
	}
	if needs := h.needs(want); len(needs) > 0 {
		has := needs[0].Get(h.work().session.Item(h.made[want.id]))
		h.t.Fatalf("%s: the keys do not lead to %s: %q, want %q", want.id, needs[0].Name, has, want.fields[needs[0].Name])
	}
	h.tie(want)
}

// certainty gives the card its certainty with the key for it.
func (h *hand) certainty(want *answerItem) {
	wants := want.fields["certainty"]
	for range 4 {
		if f, _ := model.FieldOf(want.kind, "certainty"); slices.Equal(f.Get(h.work().session.Item(h.work().active)), wants) {
			return
		}
		h.hit("F5")
	}
}

// field brings one field a step nearer to what it is to be. more tells whether
// other fields follow.
func (h *hand) field(want *answerItem, f model.Field, more bool) {
	h.t.Helper()
	a := h.work()
	h.doing = "to the field"
	h.goTo(func(e *editor) fyne.Focusable {
		for _, row := range e.rows {
			if row.model.Name == f.Name {
				return row.field.focusable()
			}
		}
		return nil
	})
	has, wants := f.Get(a.session.Item(a.active)), h.ids(f, want.fields[f.Name])
	switch {
	case slices.Equal(has, wants):
		h.prove(want, f)
	case f.Type == model.EntityList && !slices.Equal(has, wants[:min(len(has), len(wants))]), len(wants) == 0 && h.row(f.Name).isChooser():
		h.doing = "value"
		h.hit("Backspace")
	case len(wants) == 0:
		h.doing = "value"
		h.hit("Ctrl+A", "Backspace", "Enter")
	default:
		h.value(want, f, wants[min(len(has), len(wants)-1)], more)
	}
}

func (r *fieldRow) isChooser() bool {
	_, is := r.field.(*chooserField)
	return is
}

// value puts the next value into a field: from the text where that gives the
// evidence too and is no longer, else typed.
func (h *hand) value(want *answerItem, f model.Field, value string, more bool) {
	h.t.Helper()
	h.doing = "value"
	lacking := slices.DeleteFunc(h.lacking(want, f.Name), func(s model.Span) bool { return f.Type == model.EntityList && s.Entity != value })
	way := h.candidate(want, f, value, lacking)
	last := "Enter"
	if more && len(lacking) == 0 && (f.Type != model.EntityList || len(f.Get(h.work().session.Item(h.work().active)))+1 == len(want.fields[f.Name])) {
		last = "Tab"
	}
	if !h.row(f.Name).isChooser() {
		if way.keys < len([]rune(h.short(f, value)))+5*len(lacking) && f.Type != model.TextValue {
			h.take(way)
			return
		}
		if len(f.Get(h.work().session.Item(h.work().active))) > 0 {
			h.hit("Ctrl+A")
		}
		h.typed++
		if f.Type == model.TextValue {
			h.tellText(value)
		} else {
			h.write(h.short(f, value))
		}
		if last == "Tab" {
			h.hit("Tab")
		} else if f.Name == "note" {
			h.hit("F6")
		} else {
			h.hit("Enter")
		}
		return
	}
	name, choices := h.choices(f)
	q := h.query(choices, name, value)
	if way.keys <= len([]rune(q.text))+q.downs+1+5*len(lacking) {
		h.take(way)
		return
	}
	h.typed++
	h.choose(choices, name, value, last)
}

func (h *hand) take(w walkWay) {
	h.hit(w.key)
	for range w.steps {
		h.hit(w.key)
	}
	h.hit("Enter")
	h.taken++
}

// candidate finds the way to the words of the text that give a value, and, where
// the answers say what proves it, just that evidence.
func (h *hand) candidate(want *answerItem, f model.Field, value string, lacking []model.Span) walkWay {
	a := h.work()
	best := walkWay{keys: 1 << 20}
	list := a.session.Candidates(a.active, f.Name)
	at := a.session.CandidateFrom(list, a.active)
	for i, c := range list {
		if !slices.Equal(c.Values, []string{value}) || !h.fits(want, f, c, lacking) {
			continue
		}
		forth, back := (i-at+len(list))%len(list), (at-i+len(list))%len(list)
		w := walkWay{keys: 2 + forth, steps: forth, key: "Down"}
		if back < forth {
			w = walkWay{keys: 3 + back, steps: back, key: "Up"}
		}
		if w.keys < best.keys {
			best = w
		}
	}
	return best
}

// fits tells whether taking a candidate binds only words that are to be bound.
func (h *hand) fits(want *answerItem, f model.Field, c annotateCandidate, lacking []model.Span) bool {
	own := f.Own && c.Start < want.words.End && want.words.Start < c.End
	if own {
		return len(lacking) == 0
	}
	return !h.proved || slices.ContainsFunc(lacking, func(s model.Span) bool { return s.Start == c.Start && s.End == c.End })
}

// prove binds the next words that prove a field, whose value is there, with
// Ctrl+B on a selection.
func (h *hand) prove(want *answerItem, f model.Field) {
	h.t.Helper()
	h.doing = "evidence"
	s := h.lacking(want, f.Name)[0]
	h.hit("F6")
	sel := h.selection([]model.Range{{Start: s.Start, End: s.End}})
	h.selectBy(sel)
	h.hit("Ctrl+B")
	if still := h.lacking(want, f.Name); slices.Contains(still, s) {
		h.t.Fatalf("%s: Ctrl+B does not bind %+v to %s: %q", want.id, s, f.Name, h.notices.Texts())
	}
}

// tie puts the item into its events and ties it to others, then leaves the card.
func (h *hand) tie(want *answerItem) {
	h.t.Helper()
	a, id := h.work(), h.made[want.id]
	for _, event := range a.session.EventsOf(id) {
		if !slices.ContainsFunc(want.events, func(m model.Member) bool { return h.made[m.ID] == event }) {
			h.doing = "events"
			h.relate("field.events", "", a.eventChoices(), event) // once more takes it out
		}
	}
	for _, m := range want.events {
		if !slices.Contains(a.session.EventsOf(id), h.made[m.ID]) {
			h.doing = "events"
			h.relate("field.events", "", a.eventChoices(), h.made[m.ID])
		}
		if role := want.fields["role"]; m.Role != "" && !slices.Equal(role, []string{m.Role}) {
			h.doing = "roles in events"
			f, _ := model.FieldOf(want.kind, "role")
			h.relate("field.role", h.made[m.ID], codeChoices(h.program, f.List), m.Role)
		}
	}
	for _, l := range want.links {
		h.doing = "links"
		h.relate("link."+l.Type, "", a.countChoices(id), h.made[l.Count])
	}
	if h.focused() != fyne.Focusable(a.reader) {
		h.doing = "to the field"
		h.hit("F6")
	}
}

func (h *hand) relate(name, event string, choices []ui.Choice, key string) {
	h.t.Helper()
	h.goTo(func(e *editor) fyne.Focusable {
		for _, r := range e.ties {
			if r.name == name && r.event == event {
				return r.chooser
			}
		}
		return nil
	})
	h.choose(choices, "", key, "Enter")
}
