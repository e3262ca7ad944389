package dataset

import (
	"errors"
	"fmt"

	"hashiya/model"
)

// maxRows is how many items and spans one record may hold.
const maxRows = 200_000

// recordReader reads one record of an article.
type recordReader struct {
	*documentReader
	record *Record
	spans  map[string]int        // index in record.Spans by what the file calls them
	items  map[string]model.Item // by what the file calls them
	totals []total
}

// total is a count whose parts the file names on the total instead of linking
// each part to it.
type total struct {
	count *model.Count
	part  string // as the file calls it
}

func (r *documentReader) readRecord(given string, o *object) error {
	record, err := r.readRecordHead(given, o)
	if err != nil {
		return err
	}
	rr := &recordReader{documentReader: r, record: record, spans: map[string]int{}, items: map[string]model.Item{}}
	if err := eachElement(o.get("spans"), rr.readSpan); err != nil {
		return fmt.Errorf("field \"spans\": %w", err)
	}
	for _, kind := range model.Kinds {
		n := 0
		err := eachElement(o.get(listName(kind)), func(raw []byte) error {
			n++
			return rr.readItem(kind, n, raw)
		})
		if err != nil {
			return fmt.Errorf("field %q: %w", listName(kind), err)
		}
	}
	if err := rr.resolve(); err != nil {
		return err
	}
	for _, s := range record.Spans {
		if s.Item == "" {
			return fmt.Errorf("span %s belongs to nothing: no item's \"spans\" or \"evidence\" names it", s.ID)
		}
	}
	r.doc.Records = append(r.doc.Records, *record)
	return nil
}

func (r *documentReader) readRecordHead(given string, o *object) (*Record, error) {
	record := &Record{}
	kind, status := string(model.RecordAnnotation), string(model.InProgress)
	if err := o.readTexts(to{"kind", &kind}, to{"status", &status}, to{"annotator", &record.Annotator},
		to{"codebook", &record.Codebook}, to{"external_id", &record.ExternalID}); err != nil {
		return nil, err
	}
	record.Kind, record.Status = model.RecordKind(kind), model.Status(status)
	switch {
	case record.Annotator == "":
		return nil, errors.New("field \"annotator\" is missing or empty; a record needs its annotator's name")
	case record.Kind != model.RecordAnnotation && record.Kind != model.RecordAdjudication:
		return nil, fmt.Errorf("field \"kind\" is %q, not %q or %q", kind, model.RecordAnnotation, model.RecordAdjudication)
	case record.Status != model.InProgress && record.Status != model.Submitted:
		return nil, fmt.Errorf("field \"status\" is %q, not %q or %q", status, model.InProgress, model.Submitted)
	}
	for _, f := range model.RecordFields {
		if err := setField(&record.Record, f, o.get(f.Name)); err != nil {
			return nil, err
		}
	}
	id, external, err := r.id(given, string(model.TableRecord), record.Annotator)
	if err == nil {
		err = keepExternal(&record.ExternalID, external)
	}
	if err != nil {
		return nil, err
	}
	name, _ := canonicalID(given)
	if _, doubled := r.records[name]; doubled {
		return nil, fmt.Errorf("id %q stands twice in the article; give each record its own", given)
	}
	r.records[name] = id
	record.ID, record.Article = id, r.doc.Article.ID
	if record.Cites, err = o.texts("cites"); err != nil {
		return nil, err
	}
	record.Extra = extra(o.rest(recordKeys)...)
	return record, nil
}

// checkRows refuses a record with too many rows.
func (r *recordReader) checkRows() error {
	if len(r.record.Spans)+len(r.items) >= maxRows {
		return fmt.Errorf("the record holds more than %d items and spans; split the article", maxRows)
	}
	return nil
}

func (r *recordReader) readSpan(raw []byte) error {
	o, err := parseObject(raw)
	if err != nil {
		return fmt.Errorf("span %d %w", len(r.record.Spans)+1, err)
	}
	given, err := o.text("id")
	if err == nil && given == "" {
		err = errors.New("field \"id\" is missing")
	}
	if err == nil {
		err = r.checkRows()
	}
	if err != nil {
		return fmt.Errorf("span %d: %w", len(r.record.Spans)+1, err)
	}
	s := model.Span{Record: r.record.ID}
	if err := r.fillSpan(&s, given, o); err != nil {
		return fmt.Errorf("span %q: %w", given, err)
	}
	name, _ := canonicalID(given)
	r.spans[name] = len(r.record.Spans)
	r.record.Spans = append(r.record.Spans, s)
	return nil
}

func (r *recordReader) fillSpan(s *model.Span, given string, o *object) error {
	var err error
	if s.Start, err = o.integer("start"); err != nil {
		return err
	}
	if s.End, err = o.integer("end"); err != nil {
		return err
	}
	if s.Text, err = o.text("text"); err != nil {
		return err
	}
	rest := o.rest(spanKeys)
	id, external, err := r.id(given, string(model.TableSpan), r.record.ID)
	if err != nil {
		return err
	}
	if err := model.CheckSpan(*s, r.text); err != nil {
		return err
	}
	s.ID = id
	if external != "" {
		if o.get("external_id") != nil {
			return errors.New("has an id that is not a UUID and an \"external_id\"; only one of them can be kept")
		}
		rest = append(rest, member{key: "external_id", rawKey: []byte(`"external_id"`), value: o.get("id")})
	}
	s.Extra = extra(rest...)
	return nil
}

// cite gives the spans that a file names to a place in an item.
func (r *recordReader) cite(item string, at place, names []string) error {
	for _, given := range names {
		name, _ := canonicalID(given)
		i, found := r.spans[name]
		if !found {
			return fmt.Errorf("span %q is not among the record's spans", given)
		}
		s := &r.record.Spans[i]
		if s.Item == "" {
			s.Item, s.Field, s.Entity = item, at.field, at.entity
			continue
		}
		if s.Item == item && s.Field == at.field && s.Entity == at.entity {
			return fmt.Errorf("span %q is named twice", given)
		}
		second := *s
		second.ID = deriveID(s.ID, item, at.field, at.entity)
		if r.seen[second.ID] {
			return fmt.Errorf("span %q is named twice", given)
		}
		if err := r.checkRows(); err != nil {
			return err
		}
		r.seen[second.ID] = true
		second.Item, second.Field, second.Entity = item, at.field, at.entity
		r.record.Spans = append(r.record.Spans, second)
	}
	return nil
}
