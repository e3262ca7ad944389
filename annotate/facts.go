package annotate

import (
	"slices"
	"time"

	"hashiya/model"
)

// SetRecordField replaces a field of the record: relevance or note.
func (s *Session) SetRecordField(field, value string) error {
	return s.edit("edit.field."+field, func(d *draft) error {
		after := d.record
		if err := set(model.RecordFields, field, &after, value); err != nil {
			return err
		}
		if err := s.project.codebook.CheckRecord(&after); err != nil {
			return err
		}
		d.changeRecord(after)
		return nil
	})
}

// SetArticleFact replaces a fact of the article that all annotators share, as
// model.ArticleFacts lists them.
func (s *Session) SetArticleFact(field, value string) error {
	if err := s.project.Join(); err != nil {
		return err
	}
	before, err := s.currentFacts()
	if err != nil {
		return err
	}
	after := before
	if err := set(model.ArticleFacts, field, &after, value); err != nil {
		return err
	}
	_, err = s.apply(model.Edit{
		Author: s.project.annotator.ID, Scope: model.ScopeArticle, Article: s.article.ID,
		Label: "edit.field." + field, Selection: s.selection,
		Rows: []model.RowChange{{Before: &before, After: &after}},
	}, false)
	return err
}

func set(fields []model.Field, name string, owner any, value string) error {
	i := slices.IndexFunc(fields, func(f model.Field) bool { return f.Name == name })
	if i < 0 {
		return &model.FieldError{Field: name, Reason: model.ReasonNoField}
	}
	var values []string
	if value != "" {
		values = []string{value}
	}
	if slices.Equal(fields[i].Get(owner), values) {
		return ErrNothingNew
	}
	return fields[i].Set(owner, values...)
}

// Submit marks the record as finished and locks it.
func (s *Session) Submit() error { return s.setStatus("edit.submit", model.Submitted) }

// Reopen unlocks a submitted record.
func (s *Session) Reopen() error { return s.setStatus("edit.reopen", model.InProgress) }

func (s *Session) setStatus(label string, status model.Status) error {
	return s.withTime(func(whole time.Duration) error {
		return s.editAnyway(label, func(d *draft) error {
			after := d.record
			after.Status = status
			if s.work != nil && d.record.Status == status {
				return ErrNothingNew
			}
			if whole > 0 {
				after.SetActive(after.Active() + whole)
			}
			d.changeRecord(after)
			return nil
		})
	})
}

// changeRecord replaces the record's own row, which may be new in this edit.
func (d *draft) changeRecord(after model.Record) {
	before := d.record
	d.record = after
	d.change(&before, &after)
}
