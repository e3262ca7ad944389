package annotate

import (
	"cmp"
	"fmt"

	"hashiya/annotate/dataset"
	"hashiya/model"
)

// recordRows checks a record of a file against its codebook and returns its
// rows, in which entities are still keys and the annotator still a name.
func (m *importer) recordRows(article string, r *dataset.Record) ([]model.RowChange, error) {
	if r.ID == "" {
		r.ID = newID()
	}
	if r.Kind == "" {
		r.Kind = model.RecordAnnotation
	}
	if r.Status == "" {
		r.Status = model.InProgress
	}
	if !validName(r.Annotator) {
		return nil, fmt.Errorf("record %q: annotator %q: %w", cmp.Or(r.ExternalID, r.ID), r.Annotator, ErrNoName)
	}
	if r.Codebook == "" {
		r.Codebook = m.project.codebook.Ref()
	}
	if err := m.checkCodes(func(c *model.Codebook) error { return c.CheckRecord(&r.Record) }, r.Codebook); err != nil {
		return nil, fmt.Errorf("record %q: %w", cmp.Or(r.ExternalID, r.ID), err)
	}
	if err := r.CheckExtra(); err != nil {
		return nil, fmt.Errorf("record %q: %w", cmp.Or(r.ExternalID, r.ID), err)
	}
	r.Record.Article = article
	record := r.Record
	rows := []model.RowChange{{After: &record}}
	for _, item := range r.Items {
		if err := m.checkCodes(func(c *model.Codebook) error { return c.Check(item) }, item.Meta().Codebook, r.Codebook); err != nil {
			return nil, fmt.Errorf("%s %q: %w", item.Kind(), cmp.Or(item.Meta().ExternalID, item.Meta().ID), err)
		}
		item.Meta().Record = r.ID
		rows = append(rows, model.RowChange{After: item})
	}
	for i := range r.Spans {
		r.Spans[i].Record = r.ID
		rows = append(rows, model.RowChange{After: &r.Spans[i]})
	}
	return rows, nil
}

// resolve puts ids in the place of keys and names; refer has seen to it that
// all of them exist.
func (m *importer) resolve(rows []model.RowChange) {
	id := func(key string) string { return m.entities.byKey[key] }
	for _, change := range rows {
		switch row := change.After.(type) {
		case *model.Record:
			row.Annotator = m.annotators[row.Annotator]
		case *model.Span:
			row.Entity = id(row.Entity)
		case model.Item:
			mapEntities(row, id)
		}
	}
}

// mapEntities replaces every entity reference of an item.
func mapEntities(item model.Item, to func(string) string) {
	for _, f := range model.Fields(item.Kind()) {
		if f.Entity == model.NoEntity {
			continue
		}
		values := f.Get(item)
		for i := range values {
			values[i] = to(values[i])
		}
		_ = f.Set(item, values...) // the form of ids and keys is free
	}
}
