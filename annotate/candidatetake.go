package annotate

import (
	"errors"
	"fmt"
	"slices"

	"hashiya/model"
)

// ErrNoValue says that the words of a candidate give a field no value.
var ErrNoValue = errors.New("these words give no value; type it, or go on to other words")

// Take puts a candidate's value into a field of an item and binds its words as
// the field's evidence, in one edit. A list gets the value behind those it has;
// in another field it replaces the value, and the evidence of the old one goes.
//
// With the value of a count come the modifier, the bounds, the unit and the
// implicit mark that the words tell, where those are empty or were those of the
// exact number before; with the start of a date its end, type, precision and
// basis.
//
// The item's own words prove a field that they can prove: an item without any
// takes the candidate's as its own. It returns ErrNothingNew when value and
// evidence are there, and ErrNoValue where the words have neither a value nor
// anything else to say.
func (s *Session) Take(id, field string, c Candidate) error {
	if c.Start < 0 || c.End > len(s.text) || c.Start >= c.End {
		return ErrNoWords
	}
	return s.edit("edit.field."+field, func(d *draft) error {
		before := s.Item(id)
		if before == nil {
			return ErrNoItem
		}
		f, found := model.FieldOf(before.Kind(), field)
		if !found {
			return &model.FieldError{Field: field, Reason: model.ReasonNoField}
		}
		after, err := s.taken(before, f, c)
		if err != nil {
			return err
		}
		if !sameFields(before, after) {
			d.change(before, after)
		}
		if f.Type != model.EntityList && !slices.Equal(f.Get(before), f.Get(after)) {
			d.dropEvidence(id, field)
		}
		d.prove(id, f, c)
		return nil
	})
}

// taken returns a copy of an item with a candidate's value in a field.
func (s *Session) taken(before model.Item, f model.Field, c Candidate) (model.Item, error) {
	values := slices.Clone(c.Values)
	if f.Type == model.EntityList {
		values = f.Get(before)
		for _, v := range c.Values {
			if !slices.Contains(values, v) {
				values = append(values, v)
			}
		}
	}
	if len(c.Values) == 0 && !tellsMore(before, f) {
		if c.Label != "" {
			return nil, fmt.Errorf("%w (%s)", ErrNoValue, c.Label)
		}
		return nil, ErrNoValue
	}
	after, err := s.withValues(before, f, values)
	if err != nil {
		return nil, err
	}
	return after, s.fillFrom(before, after, f, c)
}

// tellsMore reports the fields whose words may fill other fields.
func tellsMore(item model.Item, f model.Field) bool {
	switch item.Kind() {
	case model.KindCount:
		return f.Name == "value"
	case model.KindDate:
		return f.Name == "start"
	}
	return false
}

// fillFrom fills the empty fields of an item with what a candidate's words say
// besides its value.
func (s *Session) fillFrom(before, after model.Item, f model.Field, c Candidate) error {
	if !tellsMore(before, f) {
		return nil
	}
	said := model.NewItem(before.Kind())
	s.prefill(said, c.Start, string(s.text[c.Start:c.End]))
	followed := followsValue(before)
	for _, other := range model.Fields(before.Kind()) {
		if other.Name == f.Name || !other.Own && other.Name != "basis" {
			continue
		}
		if len(other.Get(after)) > 0 && !slices.Contains(followed, other.Name) {
			continue
		}
		if err := other.Set(after, other.Get(said)...); err != nil {
			return err
		}
	}
	return s.project.codebook.Check(after)
}

// followsValue lists the fields of a count that say no more than its exact
// number, so that they follow when it changes.
func followsValue(item model.Item) []string {
	count, is := item.(*model.Count)
	if !is || count.Modifier != "exact" || count.Value == "" || count.Min != count.Value || count.Max != count.Value {
		return nil
	}
	return []string{"modifier", "min", "max"}
}

// sameFields reports whether two items of a kind have the same values.
func sameFields(a, b model.Item) bool {
	return !slices.ContainsFunc(model.Fields(a.Kind()), func(f model.Field) bool { return !slices.Equal(f.Get(a), f.Get(b)) })
}

// dropEvidence removes the evidence of a field.
func (d *draft) dropEvidence(id, field string) {
	for _, span := range d.session.SpansOf(id) {
		if span.Field == field {
			d.dropSpan(span)
		}
	}
}

// prove binds a candidate's words to a field, where nothing proves it yet.
func (d *draft) prove(id string, f model.Field, c Candidate) {
	entity := ""
	if f.Type == model.EntityList {
		entity = c.Entity
	}
	field, hasWords := f.Name, false
	for _, span := range d.session.SpansOf(id) {
		if span.Field == "" {
			hasWords = true
			if f.Own && span.Start < c.End && c.Start < span.End {
				return
			}
		}
		if span.Field == field && span.Entity == entity && span.Start == c.Start && span.End == c.End {
			return
		}
	}
	if f.Own && !hasWords {
		field = ""
	}
	d.newSpan(id, field, entity, model.Range{Start: c.Start, End: c.End})
}
