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
	var rows []model.RowChange
	codebook, err := m.codebookRow(h.Codebook)
	if err != nil {
		m.refuse(where, err)
		return nil
	}
	if codebook != nil {
		rows = append(rows, model.RowChange{After: codebook})
	}
	if change, err := m.adopt(h); err != nil {
		return err
	} else if change != nil {
		rows = append(rows, *change)
	}
	for _, a := range h.Annotators {
		if m.annotators[a.Name] == "" {
			if !validName(a.Name) {
				m.refuse(where, fmt.Errorf("annotator %q: %w", a.Name, ErrNoName))
				continue
			}
			rows = append(rows, m.newAnnotator(a))
		}
	}
	rows = append(rows, m.newEntities(where, h.Entities)...)
	if len(rows) == 0 {
		return nil
	}
	return m.add("", model.Import{Edit: model.Edit{Rows: rows}})
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
	if known := m.codebooks[codebook.Ref()]; known != nil {
		mine, theirs, err := encodings(known, codebook)
		if err == nil && !bytes.Equal(mine, theirs) {
			err = fmt.Errorf("codebook %s differs from the project's of the same version; give it a new version", codebook.Ref())
		}
		return nil, err
	}
	m.codebooks[codebook.Ref()] = codebook
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
	if codebook, err := model.ParseCodebook(h.Codebook); err == nil {
		after.Codebook = codebook.Ref()
	}
	if h.Extra != "" {
		after.Extra = h.Extra
	}
	if after == before {
		return nil, nil
	}
	return &model.RowChange{Before: &before, After: &after}, nil
}

func (m *importer) newAnnotator(a model.Annotator) model.RowChange {
	a.ID = newID()
	if a.Role != model.RoleSupervisor {
		a.Role = model.RoleAnnotator
	}
	m.annotators[a.Name] = a.ID
	return model.RowChange{After: &a}
}

// newEntities returns rows for the entities that the project lacks. Parents
// are given as keys; a parent that is named nowhere else becomes an entity too.
func (m *importer) newEntities(where string, list []model.Entity) []model.RowChange {
	var rows []model.RowChange
	add := func(e model.Entity) {
		e.ID = newID()
		rows = append(rows, model.RowChange{After: &e})
		m.entities.add(e)
	}
	for _, e := range list {
		if known, found := m.entities.ByKey(e.Key); found {
			if !m.sameEntity(known, e) {
				m.report.Notes = append(m.report.Notes, fmt.Sprintf("%s: entity %q differs; the project's is kept", where, e.Key))
			}
			continue
		}
		if e.Type != "" && !m.knownType(e.Type) {
			m.refuse(where, fmt.Errorf("entity %q: type %q is not a code of the codebook", e.Key, e.Type))
			continue
		}
		add(e)
	}
	for i := 0; i < len(rows); i++ {
		e := rows[i].After.(*model.Entity)
		for _, key := range []*string{&e.Parent, &e.MergedInto} {
			if *key == "" {
				continue
			}
			if _, found := m.entities.ByKey(*key); !found {
				add(model.Entity{Key: *key})
			}
			parent, _ := m.entities.ByKey(*key)
			*key = parent.ID
		}
		m.entities.byID[e.ID] = *e
	}
	return rows
}

// sameEntity compares an entity of the project with one of a file, whose
// parent is a key.
func (m *importer) sameEntity(known, e model.Entity) bool {
	parent, _ := m.entities.ByID(known.Parent)
	return known.NameAr == e.NameAr && known.NameEn == e.NameEn && known.Type == e.Type && parent.Key == e.Parent &&
		slices.Equal(known.Aliases, e.Aliases) && known.Lat == e.Lat && known.Lon == e.Lon && known.PCode == e.PCode
}

// knownType looks in all codebooks: the file's own may be one that the project
// did not have before.
func (m *importer) knownType(key string) bool {
	for _, codebook := range m.codebooks {
		if isEntityType(codebook, key) {
			return true
		}
	}
	return false
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
	id, known, err := m.find1(d)
	if err != nil {
		return err
	}
	if known && len(d.Records) == 0 {
		m.report.Duplicates = append(m.report.Duplicates, where)
		return nil
	}
	if d.Article.ID == "" {
		d.Article.ID = newID()
	}
	if known {
		// The article's records may still be in the batch.
		if err := m.flush(); err != nil {
			return err
		}
		return m.records(where, id, d)
	}
	return m.newArticle(where, d)
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

// find1 looks for a text in the project and in the batch.
func (m *importer) find1(d *dataset.Document) (id string, known bool, err error) {
	if id, known = m.known[d.Article.SHA256]; known {
		return id, true, nil
	}
	a, known, err := m.archive.ArticleByHash(d.Article.SHA256)
	return a.ID, known, err
}

func (m *importer) newArticle(where string, d *dataset.Document) error {
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
	if err := m.serve(where, d); err != nil {
		return err
	}
	m.resolve(rows)
	m.known[d.Article.SHA256] = d.Article.ID
	return m.add(where, model.Import{
		Edit: model.Edit{Article: d.Article.ID, Rows: rows}, Article: d.Article.ID, Text: d.Text,
	})
}

var errRecordDiffers = errors.New("the project has a record of this id with different content; the file's is refused")

// records takes the records of a known article in.
func (m *importer) records(where, article string, d *dataset.Document) error {
	works, err := m.archive.Works(article)
	if err != nil {
		return err
	}
	var rows []model.RowChange
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
		rows = append(rows, more...)
	}
	if len(rows) == 0 {
		m.report.Duplicates = append(m.report.Duplicates, where)
		return nil
	}
	if err := m.serve(where, d); err != nil {
		return err
	}
	m.resolve(rows)
	return m.add(where, model.Import{Edit: model.Edit{Article: article, Rows: rows}})
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
