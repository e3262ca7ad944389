package annotate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"hashiya/annotate/dataset"
	"hashiya/model"
)

// header takes a project line in: entities and people that the project lacks,
// and a codebook under a version of its own.
func (m *importer) header(where string, h *dataset.Header) error {
	if len(m.pending) > 0 {
		// What lines before have only named may be what this one describes.
		if err := m.flush(); err != nil {
			return err
		}
	}
	codebook, err := m.codebookRow(h.Codebook)
	if err != nil {
		m.refuse(where, err)
		return nil
	}
	var refers []string
	if len(h.Codebook) > 0 {
		// A body that could not be parsed was refused above.
		m.codebooks.came, _ = model.ParseCodebook(h.Codebook)
	}
	for _, row := range append(m.formerCodebooks(where, h.Codebooks), codebook) {
		if row != nil {
			m.pending[row.ID] = row
			refers = append(refers, row.ID)
		}
	}
	change, err := m.adopt(h)
	if err != nil {
		return err
	}
	var rows []model.RowChange
	if change != nil {
		rows = append(rows, *change)
	}
	refers = append(refers, m.newAnnotators(where, h.Annotators)...)
	refers = append(refers, m.newEntities(where, h.Entities)...)
	if len(rows)+len(refers) == 0 {
		return nil
	}
	return m.add(where, model.Import{Edit: model.Edit{Rows: rows}}, refers)
}

// codebookRow returns the row of a codebook that the project does not have,
// nil when there is nothing to add.
func (m *importer) codebookRow(body json.RawMessage) (*model.CodebookRow, error) {
	if len(body) == 0 || string(body) == "null" {
		return nil, nil
	}
	codebook, err := model.ParseCodebook(body)
	if err != nil {
		return nil, err
	}
	if known := m.codebooks.get(codebook.Ref()); known != nil {
		mine, theirs, err := encodings(known, codebook)
		if err == nil && !bytes.Equal(mine, theirs) {
			err = fmt.Errorf("codebook %s differs from the project's of the same version; give it a new version", codebook.Ref())
		}
		return nil, err
	}
	m.codebooks.add(codebook)
	return &model.CodebookRow{ID: codebook.Ref(), Body: string(body)}, nil
}

func encodings(a, b *model.Codebook) (first, second []byte, err error) {
	first, err = json.Marshal(a)
	if err != nil {
		return nil, nil, err
	}
	second, err = json.Marshal(b)
	return first, second, err
}

// adopt lets a project without articles take over the name and the codebook of
// the first project line it meets.
func (m *importer) adopt(h *dataset.Header) (*model.RowChange, error) {
	if !m.empty {
		return nil, nil
	}
	m.empty = false
	before, err := m.archive.Project()
	if err != nil {
		return nil, err
	}
	after := before
	if h.Name != "" {
		after.Name = h.Name
	}
	if after.Codebook, err = m.adoptedCodebook(before.Codebook, h.Codebook); err != nil {
		return nil, err
	}
	if h.Extra != "" {
		after.Extra = h.Extra
	}
	if after == before {
		return nil, nil
	}
	return &model.RowChange{Before: &before, After: &after}, nil
}

// document takes one article in, with its records. Where the project has the
// text already, only records that it lacks are taken.
func (m *importer) document(where string, d *dataset.Document) error {
	if err := CheckText(d.Text); err != nil {
		m.refuse(where, err)
		return nil
	}
	if err := checkOwners(d); err != nil {
		m.refuse(where, err)
		return nil
	}
	if m.known[d.Article.SHA256] {
		// Whether the text is in the project is known when the batch is written.
		if err := m.flush(); err != nil {
			return err
		}
	}
	a, known, err := m.archive.ArticleByHash(d.Article.SHA256)
	switch {
	case err != nil:
		return err
	case !known:
		return m.newArticle(where, d)
	case len(d.Records) == 0:
		m.report.Duplicates = append(m.report.Duplicates, where)
		return nil
	}
	return m.records(where, a.ID, d)
}

// checkOwners refuses two records of one kind by one annotator.
func checkOwners(d *dataset.Document) error {
	type owner struct {
		name string
		kind model.RecordKind
	}
	seen := map[owner]bool{}
	for _, r := range d.Records {
		o := owner{r.Annotator, r.Kind}
		if seen[o] {
			return fmt.Errorf("annotator %q has two records of kind %q; an annotator has one", r.Annotator, r.Kind)
		}
		seen[o] = true
	}
	return nil
}

func (m *importer) newArticle(where string, d *dataset.Document) error {
	if d.Article.ID == "" {
		d.Article.ID = newID()
	}
	d.Article.Title = shorten(d.Article.Title)
	rows := []model.RowChange{{After: &d.Article}}
	for i := range d.Records {
		more, err := m.recordRows(d.Article.ID, &d.Records[i])
		if err != nil {
			m.refuse(where, err)
			return nil
		}
		rows = append(rows, more...)
	}
	refers := m.refer(d.Records)
	m.resolve(rows)
	m.known[d.Article.SHA256] = true
	return m.add(where, model.Import{
		Edit: model.Edit{Article: d.Article.ID, Rows: rows}, Article: d.Article.ID, Text: d.Text,
	}, refers)
}

var errRecordDiffers = errors.New("the project has a record of this id with different content, which is kept; " +
	"to compare the two, import the file into a project of its own")

// records takes the records of a known article in.
func (m *importer) records(where, article string, d *dataset.Document) error {
	works, err := m.archive.Works(article)
	if err != nil {
		return err
	}
	refused := len(m.report.Refused)
	var rows []model.RowChange
	var taken []dataset.Record
	for i := range d.Records {
		r := &d.Records[i]
		owner := m.annotators[r.Annotator]
		at := slices.IndexFunc(works, func(w model.Work) bool {
			return w.Record.ID == r.ID || owner != "" && w.Record.Annotator == owner && w.Record.Kind == r.Kind
		})
		if at >= 0 {
			if works[at].Record.ID != r.ID {
				m.refuse(where, fmt.Errorf("annotator %q has a record of this article already", r.Annotator))
			} else if !m.sameRecord(&works[at], r) {
				m.refuse(where, fmt.Errorf("record %s: %w", r.ID, errRecordDiffers))
			}
			continue
		}
		more, err := m.recordRows(article, r)
		if err != nil {
			m.refuse(where, err)
			continue
		}
		taken = append(taken, *r)
		rows = append(rows, more...)
	}
	if len(rows) == 0 {
		if len(m.report.Refused) == refused {
			m.report.Duplicates = append(m.report.Duplicates, where)
		}
		return nil
	}
	refers := m.refer(taken)
	m.resolve(rows)
	return m.add(where, model.Import{Edit: model.Edit{Article: article, Rows: rows}}, refers)
}

// sameRecord compares a record of the project with one of a file.
func (m *importer) sameRecord(w *model.Work, r *dataset.Record) bool {
	names := map[string]string{}
	for name, id := range m.annotators {
		names[id] = name
	}
	mine := keyed(w, m.entities, names)
	mine.Article, mine.Codebook = r.Article, r.Codebook
	a := dataset.Document{Records: []dataset.Record{mine}}
	b := dataset.Document{Records: []dataset.Record{*r}}
	a.Sort()
	b.Sort()
	first, err := json.Marshal(a.Records)
	if err != nil {
		return false
	}
	second, err := json.Marshal(b.Records)
	return err == nil && bytes.Equal(first, second)
}
