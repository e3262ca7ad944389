package annotate

import (
	"slices"

	"hashiya/model"
)

// Annotate makes an item of a kind from the words of a range: trimmed of space
// and of an attached و ف ب ل ك, and filled with what the words themselves say.
// It returns the item's id.
func (s *Session) Annotate(kind model.Kind, start, end int) (string, error) {
	r, err := s.trim(kind, model.Range{Start: start, End: end})
	if err != nil {
		return "", err
	}
	var id string
	err = s.edit("edit.annotate."+string(kind), func(d *draft) error {
		item := d.newItem(kind, "typed")
		id = item.Meta().ID
		s.prefill(item, r.Start, string(s.text[r.Start:r.End]))
		d.newSpan(id, "", "", r)
		d.joinEvent(s.event, id)
		return nil
	})
	return id, err
}

// Add makes an item of a kind without words, to be given them later.
func (s *Session) Add(kind model.Kind) (string, error) {
	var id string
	err := s.edit("edit.annotate."+string(kind), func(d *draft) error {
		id = d.newItem(kind, "typed").Meta().ID
		if kind != model.KindEvent {
			d.joinEvent(s.event, id)
		}
		return nil
	})
	return id, err
}

// SetField replaces the values of an item's field; none empties it. Evidence
// of an entity that leaves a list goes with it.
func (s *Session) SetField(id, field string, values ...string) error {
	return s.edit("edit.field."+field, func(d *draft) error {
		before := s.Item(id)
		if before == nil {
			return ErrNoItem
		}
		f, found := model.FieldOf(before.Kind(), field)
		if !found {
			return &model.FieldError{Field: field, Reason: model.ReasonNoField}
		}
		if slices.Equal(f.Get(before), values) {
			return ErrNothingNew
		}
		after, err := s.withValues(before, f, values)
		if err != nil {
			return err
		}
		d.change(before, after)
		for _, span := range s.work.Spans {
			if span.Item == id && span.Field == field && span.Entity != "" && !slices.Contains(values, span.Entity) {
				d.dropSpan(span)
			}
		}
		return nil
	})
}

// withValues returns a copy of an item with a field set and checked.
func (s *Session) withValues(item model.Item, f model.Field, values []string) (model.Item, error) {
	item = item.Clone()
	if err := f.Set(item, values...); err != nil {
		return nil, err
	}
	if f.Entity != model.NoEntity {
		for _, id := range values {
			if _, known := s.project.entities.ByID(id); !known {
				return nil, &model.FieldError{Field: f.Name, Value: id, Reason: model.ReasonNoEntity}
			}
		}
	}
	return item, s.project.codebook.Check(item)
}

// Bind adds words as evidence of an item's field: its own words when field is
// "", one entity of a list when entity is given. An entity that the field does
// not hold yet is taken into it with its evidence, in one edit.
func (s *Session) Bind(id, field, entity string, start, end int) error {
	r, err := s.trim("", model.Range{Start: start, End: end})
	if err != nil {
		return err
	}
	return s.edit("edit.bind", func(d *draft) error {
		before := s.Item(id)
		if before == nil {
			return ErrNoItem
		}
		var f model.Field
		if field != "" {
			var found bool
			if f, found = model.FieldOf(before.Kind(), field); !found {
				return &model.FieldError{Field: field, Reason: model.ReasonNoField}
			}
		}
		// Only one of a list needs to be told from the others.
		proved := ""
		if f.Type == model.EntityList {
			proved = entity
		}
		for _, span := range s.work.Evidence(id, field, proved) {
			if span.Start == r.Start && span.End == r.End {
				return ErrDoubled
			}
		}
		d.newSpan(id, field, proved, r)
		return s.take(d, before, f, entity)
	})
}

// take puts an entity into a field that lacks it.
func (s *Session) take(d *draft, item model.Item, f model.Field, entity string) error {
	if entity == "" || f.Entity == model.NoEntity {
		return nil
	}
	values := f.Get(item)
	if slices.Contains(values, entity) {
		return nil
	}
	if f.Type == model.EntityList {
		values = append(values, entity)
	} else {
		values = []string{entity}
	}
	after, err := s.withValues(item, f, values)
	if err != nil {
		return err
	}
	d.change(item, after)
	return nil
}

// Unbind removes a span.
func (s *Session) Unbind(span string) error {
	return s.edit("edit.unbind", func(d *draft) error {
		found, err := s.span(span)
		if err == nil {
			d.dropSpan(found)
		}
		return err
	})
}

// Move gives a span another range of words.
func (s *Session) Move(span string, start, end int) error {
	return s.edit("edit.move", func(d *draft) error {
		before, err := s.span(span)
		if err != nil {
			return err
		}
		if start < 0 || end > len(s.text) || start >= end {
			return ErrNoWords
		}
		if before.Start == start && before.End == end {
			return ErrNothingNew
		}
		after := before
		after.Start, after.End, after.Text = start, end, string(s.text[start:end])
		d.change(&before, &after)
		return nil
	})
}

func (s *Session) span(id string) (model.Span, error) {
	if s.work == nil {
		return model.Span{}, ErrNoSpan
	}
	span, found := s.work.Spans[id]
	if !found {
		return model.Span{}, ErrNoSpan
	}
	return span, nil
}

// Delete removes an item with its spans, the links that lead to it and its
// part in events.
func (s *Session) Delete(id string) error {
	return s.edit("edit.delete", func(d *draft) error {
		item := s.Item(id)
		if item == nil {
			return ErrNoItem
		}
		dead := item.Clone()
		dead.Meta().Deleted = true
		d.change(item, dead)
		for _, span := range s.work.Spans {
			if span.Item == id {
				d.dropSpan(span)
			}
		}
		for _, other := range s.work.Items {
			if without := forget(other, id); without != nil {
				d.change(other, without)
			}
		}
		return nil
	})
}

// forget returns a copy of an item without its references to id, nil when it
// has none.
func forget(item model.Item, id string) model.Item {
	switch item := item.(type) {
	case *model.Count:
		if slices.ContainsFunc(item.Links, func(l model.Link) bool { return l.Count == id }) {
			c := item.Clone().(*model.Count)
			c.Links = slices.DeleteFunc(c.Links, func(l model.Link) bool { return l.Count == id })
			return c
		}
	case *model.Event:
		if slices.ContainsFunc(item.Members, func(m model.Member) bool { return m.ID == id }) {
			e := item.Clone().(*model.Event)
			e.Members = slices.DeleteFunc(e.Members, func(m model.Member) bool { return m.ID == id })
			return e
		}
	}
	return nil
}

// BindField binds words to a field as its evidence and works out what they
// prove: in a list, the one entity that goes by the words (taken into the list
// when it is not there), else the entity added last.
func (s *Session) BindField(id, field string, start, end int) error {
	item := s.Item(id)
	if item == nil {
		return ErrNoItem
	}
	f, found := model.FieldOf(item.Kind(), field)
	if !found {
		return &model.FieldError{Field: field, Reason: model.ReasonNoField}
	}
	r := model.Range{Start: start, End: end}
	entity := ""
	if f.Entity != model.NoEntity {
		kind, list := model.KindActor, "entity_type_actor"
		if f.Entity == model.PlaceEntity {
			kind, list = model.KindLocation, "entity_type_location"
		}
		var err error
		if r, err = s.trim(kind, r); err != nil {
			return err
		}
		entity = s.guess(string(s.text[r.Start:r.End]), list)
		if values := f.Get(item); entity == "" && len(values) > 0 {
			entity = values[len(values)-1]
		}
	}
	return s.Bind(id, field, entity, r.Start, r.End)
}
