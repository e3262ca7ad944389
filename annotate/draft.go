package annotate

import (
	"slices"

	"hashiya/model"
)

// draft gathers the row changes of one edit.
type draft struct {
	session *Session
	record  model.Record
	rows    []model.RowChange
}

// edit lets build gather row changes and has them kept as one edit. A record
// is begun when there is none.
func (s *Session) edit(label string, build func(*draft) error) error {
	if s.Submitted() {
		return ErrSubmitted
	}
	return s.editAnyway(label, build)
}

// editAnyway is edit for what a submitted record allows too.
func (s *Session) editAnyway(label string, build func(*draft) error) error {
	if err := s.project.Join(); err != nil {
		return err
	}
	d := &draft{session: s}
	if s.work != nil {
		d.record = s.work.Record
	} else {
		d.begin()
	}
	if err := build(d); err != nil {
		return err
	}
	if len(d.rows) == 0 {
		return ErrNothingNew
	}
	_, err := s.apply(model.Edit{
		Author: s.project.annotator.ID, Scope: model.ScopeArticle, Article: s.article.ID,
		Label: label, Selection: s.selection, Rows: d.rows,
	}, false)
	return err
}

func (d *draft) begin() {
	s := d.session
	d.record = model.Record{
		ID: newID(), Article: s.article.ID, Annotator: s.project.annotator.ID,
		Kind: model.RecordAnnotation, Status: model.InProgress, Codebook: s.project.codebook.Ref(),
	}
	row := d.record
	d.rows = append(d.rows, model.RowChange{After: &row})
}

// add adds a new row.
func (d *draft) add(row model.Row) { d.rows = append(d.rows, model.RowChange{After: row}) }

// change replaces a row. A row changed twice in one edit keeps its first
// Before and its last After.
func (d *draft) change(before, after model.Row) {
	i := slices.IndexFunc(d.rows, func(c model.RowChange) bool {
		return c.After.RowTable() == after.RowTable() && c.After.RowID() == after.RowID()
	})
	if i >= 0 {
		d.rows[i].After = after
		return
	}
	d.rows = append(d.rows, model.RowChange{Before: before, After: after})
}

// newItem adds an item of a kind with what every item has.
func (d *draft) newItem(kind model.Kind, origin string) model.Item {
	item := model.NewItem(kind)
	*item.Meta() = model.Head{ID: newID(), Record: d.record.ID, Origin: origin, Codebook: d.session.project.codebook.Ref()}
	d.add(item)
	return item
}

// newSpan adds a span of the article's words to a field of an item.
func (d *draft) newSpan(item, field, entity string, r model.Range) {
	d.add(&model.Span{
		ID: newID(), Record: d.record.ID, Item: item, Field: field, Entity: entity,
		Start: r.Start, End: r.End, Text: string(d.session.text[r.Start:r.End]),
	})
}

// dropSpan marks a span deleted.
func (d *draft) dropSpan(span model.Span) {
	after := span
	after.Deleted = true
	d.change(&span, &after)
}
