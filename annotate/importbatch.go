package annotate

import "hashiya/model"

// A batch is written in one transaction; its bounds keep the memory it needs,
// and what an interruption undoes, small.
const (
	batchArticles = 200
	batchBytes    = 8 << 20
)

// element is one part of a batch, with the place that it came from.
type element struct {
	model.Import
	where string
}

// add puts an element into the batch, with the shared rows that it refers to
// by these ids, and writes the batch when it is full.
func (m *importer) add(where string, one model.Import, refers []string) error {
	one.Edit.Author, one.Edit.Scope, one.Edit.Label = m.person.ID, model.ScopeImport, "edit.import"
	one.Shared = m.shared(append(refers, m.person.ID))
	m.batch = append(m.batch, element{one, where})
	m.bytes += len(one.Text)
	if len(m.batch) < batchArticles && m.bytes < batchBytes {
		return nil
	}
	return m.flush()
}

// shared returns those of the rows that are not in the project yet, with the
// rows that they refer to. Each element brings what it needs itself: any other
// may be refused, and then leaves nothing behind.
func (m *importer) shared(ids []string) []model.Row {
	var rows []model.Row
	taken := map[string]bool{}
	for len(ids) > 0 {
		id := ids[len(ids)-1]
		ids = ids[:len(ids)-1]
		row := m.pending[id]
		if row == nil || taken[id] {
			continue
		}
		taken[id] = true
		rows = append(rows, row)
		if e, is := row.(*model.Entity); is {
			ids = append(ids, e.Parent, e.MergedInto)
		}
	}
	return rows
}

// flush writes the batch.
func (m *importer) flush() error {
	if len(m.batch) == 0 {
		return nil
	}
	imports := make([]model.Import, len(m.batch))
	for i, one := range m.batch {
		imports[i] = one.Import
	}
	refused, err := m.archive.Import(imports)
	if err != nil {
		return err
	}
	for i, one := range m.batch {
		if refused[i] != nil {
			m.refuse(one.where, refused[i])
			continue
		}
		m.kept(&one)
	}
	m.batch, m.bytes = nil, 0
	clear(m.known)
	return nil
}

// kept counts an element that is in.
func (m *importer) kept(one *element) {
	for _, row := range one.Shared {
		delete(m.pending, row.RowID())
	}
	if m.project.annotator.ID == "" {
		m.project.annotator = m.person
	}
	if one.Article != "" {
		m.report.Added++
	}
	for _, change := range one.Edit.Rows {
		if change.After.RowTable() == model.TableRecord {
			m.report.Records++
		}
	}
}
