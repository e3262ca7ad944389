package annotate

import (
	"slices"

	"hashiya/model"
)

// repeatedFields are the fields of a count that the next claim most often
// shares with it. What the words themselves say (figure, bounds, modifier) is
// read from the new ones.
var repeatedFields = []string{"kind", "unit", "who", "who_status", "by", "claimed_by", "claim_status"}

// repeatedNear are those that it shares within the sentence only: the time that
// a total counts is that of its parts.
var repeatedNear = []string{"period", "cumulative"}

// Repeat makes a count from the words of a range with the shape of an earlier
// one: what happened, to whom, by whom, in what unit, who says so, and the
// events it is in; in one sentence with it also over what time. A unit that the
// new words name goes before the earlier one.
// Evidence of the earlier count's fields is bound again only where it stands in
// the sentence of the new words. It returns the new count's id.
func (s *Session) Repeat(from string, start, end int) (string, error) {
	r, err := s.trim(model.KindCount, model.Range{Start: start, End: end})
	if err != nil {
		return "", err
	}
	var id string
	err = s.edit("edit.repeat", func(d *draft) error {
		shape, is := s.Item(from).(*model.Count)
		if !is {
			return ErrNoItem
		}
		count := d.newItem(model.KindCount, "typed").(*model.Count)
		id = count.ID
		s.prefill(count, r.Start, string(s.text[r.Start:r.End]))
		names := repeatedFields
		if s.near(from, r) {
			names = slices.Concat(names, repeatedNear)
		}
		if err := copyShape(count, shape, names); err != nil {
			return err
		}
		d.newSpan(id, "", "", r)
		s.copyEvidence(d, shape, count, r)
		d.joinEventsOf(from, id)
		return s.project.codebook.Check(count)
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

// near tells whether an item's words stand in the sentence of a range.
func (s *Session) near(item string, r model.Range) bool {
	within, words := s.sentence(r.Start, r.End), s.ownWords(item)
	return words.Start >= within.Start && words.End <= within.End
}

func copyShape(count, shape *model.Count, names []string) error {
	for _, name := range names {
		f, _ := model.FieldOf(model.KindCount, name)
		if name == "unit" && count.Unit != "" {
			continue
		}
		if err := f.Set(count, f.Get(shape)...); err != nil {
			return err
		}
	}
	return nil
}

// copyEvidence binds the evidence of what a count has from another one, where
// it stands in the sentence of a range.
func (s *Session) copyEvidence(d *draft, from, to *model.Count, r model.Range) {
	within := s.sentence(r.Start, r.End)
	for _, span := range s.SpansOf(from.ID) {
		repeated := slices.Contains(repeatedFields, span.Field) && (span.Field != "unit" || from.Unit == to.Unit)
		if repeated && span.Start >= within.Start && span.End <= within.End {
			d.newSpan(to.ID, span.Field, span.Entity, model.Range{Start: span.Start, End: span.End})
		}
	}
}

// joinEvent puts a new item into an event, when there is one of this id.
func (d *draft) joinEvent(event, item string) {
	before, is := d.session.Item(event).(*model.Event)
	if !is {
		return
	}
	after := before.Clone().(*model.Event)
	after.Members = append(after.Members, model.Member{ID: item})
	d.change(before, after)
}

// joinEventsOf puts a new item into the events of another, with its role there.
func (d *draft) joinEventsOf(from, item string) {
	for _, id := range d.session.EventsOf(from) {
		before := d.session.Item(id).(*model.Event)
		after := before.Clone().(*model.Event)
		after.Members = append(after.Members, model.Member{ID: item, Role: after.Members[memberIndex(after, from)].Role})
		d.change(before, after)
	}
}
