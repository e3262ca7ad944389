package dataset

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"hashiya/model"
)

// csvFormat writes a folder of tables for spreadsheets and statistics: one for
// articles, entities, records, spans, each kind of item and the members of
// events. It is not read back.
//
// The tables are RFC 4180 in UTF-8, with a byte order mark (without it Excel
// shows Arabic as noise), CRLF after each row, and a header row always. Offsets
// are code points of the article's text, half-open. Lists are joined with ";",
// quoted words with " | ". A cell that a spreadsheet would take for a formula
// gets an apostrophe in front, see neutralise. The articles' texts are left to
// the jsonl format.
func csvFormat() Format {
	return Format{
		Name: "csv", Title: "CSV tables (a folder, for spreadsheets and statistics)", Folder: true, Extension: ".csv",
		New:   func(s *Sink) (Writer, error) { return newCSVWriter(s.Create, s.Losses) },
		Read:  readCSVFolder,
		Quote: neutralise,
	}
}

type csvWriter struct {
	tables map[string]io.Writer
	losses *Losses
	row    []byte
}

// csvTables gives the header rows. Columns of items come from the model's
// descriptors, so a new field has its column without a change here.
func csvTables() map[string][]string {
	tables := map[string][]string{
		"entities": {"key", "name_ar", "name_en", "type", "parent", "aliases", "lat", "lon", "pcode", "merged_into"},
		"articles": slices.Concat([]string{"id", "title"}, sourceNames(),
			[]string{"language", "sha256", "length", "duplicate", "external_id", "states"}),
		"records": slices.Concat(recordColumns, []string{"record_cites"}, fieldNames(model.RecordFields),
			[]string{"codebook", "external_id"}, answerNames(), []string{"active_seconds"}),
		"spans":         slices.Concat(recordColumns, []string{"id", "item_id", "kind", "field", "entity", "start", "end", "text"}),
		"event_members": slices.Concat(recordColumns, []string{"event_id", "event_title", "member_id", "kind", "role", "words", "offsets"}),
	}
	for _, kind := range model.Kinds {
		special := []string{}
		switch kind {
		case model.KindCount:
			special = []string{"links"}
		case model.KindEvent:
			special = []string{"members"}
		}
		tables[listName(kind)] = slices.Concat(recordColumns, []string{"id", "words", "offsets"},
			fieldNames(model.Fields(kind)), special, fieldNames(model.HeadFields), []string{"evidence"})
	}
	return tables
}

// answerNames are the columns of a record's explicit answers.
func answerNames() []string {
	var names []string
	for _, q := range model.Questions {
		names = append(names, "answer_"+string(q))
	}
	return names
}

// activeCell is empty where the time is not counted.
func activeCell(r *model.Record) string {
	if r.Active() == 0 {
		return ""
	}
	return strconv.Itoa(int(r.Active() / time.Second))
}

// recordColumns begin every row about something in a record.
var recordColumns = []string{"article_id", "article_title", "record_id", "record_kind", "annotator", "record_status"}

func newCSVWriter(create func(name string) (io.Writer, error), losses *Losses) (Writer, error) {
	w := &csvWriter{tables: map[string]io.Writer{}, losses: losses}
	for name, columns := range csvTables() {
		file, err := create(name + ".csv")
		if err != nil {
			return nil, err
		}
		w.tables[name] = file
		if _, err := file.Write(byteOrderMark); err != nil {
			return nil, err
		}
		if err := w.write(name, columns...); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (w *csvWriter) Close() error { return nil }

func (w *csvWriter) Header(h *Header) error {
	for _, n := range h.Entities {
		err := w.write("entities", n.Key, n.NameAr, n.NameEn, n.Type, n.Parent, join(n.Aliases),
			string(n.Lat), string(n.Lon), n.PCode, n.MergedInto)
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *csvWriter) Document(d *Document) error {
	d = d.sorted()
	a := &d.Article
	w.losses.Note("", LossRecord, "text")
	row := []string{a.ID, a.Title}
	for _, f := range sourceFields {
		row = append(row, *f.at(a))
	}
	var states []string
	for _, r := range d.Records {
		states = append(states, r.Annotator+"="+string(r.Status))
	}
	row = append(row, a.Language, a.SHA256, strconv.Itoa(a.Length), strconv.FormatBool(a.Duplicate), a.ExternalID, join(states))
	if err := w.write("articles", row...); err != nil {
		return err
	}
	for i := range d.Records {
		if err := w.record(a, &d.Records[i]); err != nil {
			return fmt.Errorf("article %s: record %s: %w", a.ID, d.Records[i].ID, err)
		}
	}
	return nil
}

// csvRecord is a record being written, with what its rows look up.
type csvRecord struct {
	*csvWriter
	start []string                // the cells that begin each row
	spans map[string][]model.Span // by item, in text order
	items map[string]model.Item
}

func (w *csvWriter) record(a *model.Article, r *Record) error {
	c := &csvRecord{
		csvWriter: w, spans: map[string][]model.Span{}, items: map[string]model.Item{},
		start: []string{a.ID, a.Title, r.ID, string(r.Kind), r.Annotator, string(r.Status)},
	}
	for _, item := range r.Items {
		c.items[item.Meta().ID] = item
		if item.Meta().Extra != "" {
			w.losses.Note(item.Meta().ID, LossField, "extra")
		}
	}
	row := []string{join(r.Cites)}
	for _, f := range model.RecordFields {
		row = append(row, fieldCell(f, &r.Record))
	}
	row = append(row, r.Codebook, r.ExternalID)
	for _, q := range model.Questions {
		row = append(row, r.Answer(q))
	}
	if err := c.writeRow("records", append(row, activeCell(&r.Record))...); err != nil {
		return err
	}
	for _, s := range r.Spans {
		c.spans[s.Item] = append(c.spans[s.Item], s)
		kind := ""
		if item := c.items[s.Item]; item != nil {
			kind = string(item.Kind())
		}
		err := c.writeRow("spans", s.ID, s.Item, kind, s.Field, s.Entity, strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Text)
		if err != nil {
			return err
		}
	}
	for _, item := range r.Items {
		if err := c.item(item); err != nil {
			return err
		}
	}
	return nil
}

func (c *csvRecord) writeRow(table string, cells ...string) error {
	return c.write(table, slices.Concat(c.start, cells)...)
}

func (c *csvRecord) item(item model.Item) error {
	id := item.Meta().ID
	words, offsets := c.ownWords(id)
	row := []string{id, words, offsets}
	for _, f := range model.Fields(item.Kind()) {
		row = append(row, fieldCell(f, item))
	}
	switch item := item.(type) {
	case *model.Count:
		row = append(row, linksCell(item.Links))
	case *model.Event:
		row = append(row, membersCell(item.Members))
		if err := c.members(item); err != nil {
			return err
		}
	}
	for _, f := range model.HeadFields {
		row = append(row, fieldCell(f, item))
	}
	return c.writeRow(listName(item.Kind()), append(row, c.evidenceCell(id))...)
}

func (c *csvRecord) members(event *model.Event) error {
	for _, m := range event.Members {
		kind := ""
		if item := c.items[m.ID]; item != nil {
			kind = string(item.Kind())
		}
		words, offsets := c.ownWords(m.ID)
		if err := c.writeRow("event_members", event.ID, event.Title, m.ID, kind, m.Role, words, offsets); err != nil {
			return err
		}
	}
	return nil
}

func (c *csvRecord) ownWords(item string) (words, offsets string) {
	var quotes, ranges []string
	for _, s := range c.spans[item] {
		if s.Field == "" {
			quotes = append(quotes, s.Text)
			ranges = append(ranges, rangeText(s))
		}
	}
	return strings.Join(quotes, " | "), join(ranges)
}

// evidenceCell lists the spans of fields as "kind=314-323;who:sdf=330-341".
func (c *csvRecord) evidenceCell(item string) string {
	var evidence []string
	for _, s := range c.spans[item] {
		switch {
		case s.Field == "":
		case s.Entity == "":
			evidence = append(evidence, s.Field+"="+rangeText(s))
		default:
			evidence = append(evidence, s.Field+":"+s.Entity+"="+rangeText(s))
		}
	}
	return join(evidence)
}

func join(values []string) string { return strings.Join(values, ";") }

func rangeText(s model.Span) string { return fmt.Sprintf("%d-%d", s.Start, s.End) }

func fieldCell(f model.Field, owner any) string {
	values := f.Get(owner)
	if f.Type == model.BoolValue && len(values) == 0 {
		return "false"
	}
	return join(values)
}

func linksCell(links []model.Link) string {
	var texts []string
	for _, link := range links {
		texts = append(texts, link.Type+":"+link.Count)
	}
	return join(texts)
}

func membersCell(members []model.Member) string {
	var texts []string
	for _, m := range members {
		if m.Role != "" {
			m.ID += ":" + m.Role
		}
		texts = append(texts, m.ID)
	}
	return join(texts)
}

// write writes a row. It is not left to encoding/csv because that turns a line
// break inside quoted words into CRLF when rows end with CRLF.
func (w *csvWriter) write(table string, cells ...string) error {
	w.row = w.row[:0]
	for i, cell := range cells {
		if i > 0 {
			w.row = append(w.row, ',')
		}
		cell = neutralise(cell)
		if !strings.ContainsAny(cell, ",\"\r\n") && strings.TrimSpace(cell) == cell {
			w.row = append(w.row, cell...)
			continue
		}
		w.row = append(w.row, '"')
		w.row = append(w.row, strings.ReplaceAll(cell, `"`, `""`)...)
		w.row = append(w.row, '"')
	}
	w.row = append(w.row, "\r\n"...)
	_, err := w.tables[table].Write(w.row)
	return err
}

// neutralise puts an apostrophe before a cell that begins, after spaces, with
// = + - @, a tab or a carriage return, unless it is a plain decimal number:
// spreadsheets would run it as a formula (CWE-1236).
func neutralise(cell string) string {
	start := strings.TrimLeft(cell, " ")
	if start == "" || !strings.ContainsRune("=+-@\t\r", rune(start[0])) || model.Decimal(cell).Valid() {
		return cell
	}
	return "'" + cell
}
