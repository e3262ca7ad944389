package dataset

import (
	"fmt"
	"io"

	"hashiya/model"
)

// formatVersion is the value of "hashiya" on every line.
const formatVersion = "1"

// jsonlFormat is the program's own format: one JSON object a line, the project
// first and then one article a line, lossless both ways with ReadJSONL.
func jsonlFormat() Format {
	return Format{
		Name: "jsonl", Title: "Hashiya JSONL (complete, can be imported again)", Extension: ".jsonl", Redirects: true,
		NeedsText: true, Lossless: true,
		New: func(s *Sink) (Writer, error) {
			file, err := s.Create("")
			if err != nil {
				return nil, err
			}
			return &jsonlWriter{file: file, encoder: newEncoder()}, nil
		},
		Read: readJSONLFile,
	}
}

type jsonlWriter struct {
	*encoder
	file io.Writer
}

func (w *jsonlWriter) Header(h *Header) error {
	return w.line(func() { w.header(h) })
}

func (w *jsonlWriter) Document(d *Document) error {
	err := w.line(func() { w.document(d.sorted()) })
	if err != nil {
		return fmt.Errorf("article %s: %w", d.Article.ID, err)
	}
	return nil
}

func (w *jsonlWriter) Close() error { return nil }

// line writes one object as a line, nothing of it when there was an error.
func (w *jsonlWriter) line(members func()) error {
	w.reset()
	w.object(members)
	if w.err != nil {
		return w.err
	}
	w.buf.WriteByte('\n')
	_, err := w.file.Write(w.buf.Bytes())
	return err
}

func (e *encoder) header(h *Header) {
	e.key("hashiya")
	e.literal(formatVersion)
	e.key("kind")
	e.text("project")
	e.key("name")
	e.text(h.Name)
	e.key("codebook")
	e.codebook(h.Codebook)
	if len(h.Codebooks) > 0 {
		e.key("codebooks")
		e.array(func() {
			for _, body := range h.Codebooks {
				e.codebook(body)
			}
		})
	}
	e.key("entities")
	e.array(func() {
		for _, entity := range h.Entities {
			e.object(func() { e.entity(entity) })
		}
	})
	e.key("annotators")
	e.array(func() {
		for _, a := range h.Annotators {
			e.object(func() {
				e.key("name")
				e.text(a.Name)
				e.key("role")
				e.text(string(a.Role))
				e.extra(a.Extra, annotatorKeys)
			})
		}
	})
	e.extra(h.Extra, projectKeys)
}

func (e *encoder) codebook(body []byte) {
	if body == nil {
		e.literal("null")
		return
	}
	if err := checkJSON(body); err != nil {
		e.fail(fmt.Errorf("codebook %w", err))
		return
	}
	e.compact(body)
}

func (e *encoder) entity(n model.Entity) {
	e.key("key")
	e.text(n.Key)
	e.key("names")
	e.object(func() {
		e.nullable("ar", n.NameAr)
		e.nullable("en", n.NameEn)
		e.extraUnder(n.Extra, "names", namesKeys)
	})
	e.nullable("type", n.Type)
	e.nullable("parent", n.Parent)
	e.key("aliases")
	e.texts(n.Aliases)
	e.key("place")
	if n.Lat == "" && n.Lon == "" && n.PCode == "" && !hasExtraUnder(n.Extra, "place") {
		e.literal("null")
	} else {
		e.object(func() {
			e.decimal("lat", n.Lat)
			e.decimal("lon", n.Lon)
			e.nullable("pcode", n.PCode)
			e.extraUnder(n.Extra, "place", placeKeys)
		})
	}
	e.optional("merged_into", n.MergedInto)
	e.extra(n.Extra, entityKeys)
}

func (e *encoder) document(d *Document) {
	a := &d.Article
	e.key("hashiya")
	e.literal(formatVersion)
	e.key("id")
	e.text(a.ID)
	e.key("sha256")
	e.text(a.SHA256)
	e.key("title")
	e.text(a.Title)
	e.key("text")
	e.text(d.Text)
	e.nullable("language", a.Language)
	e.key("source")
	e.object(func() {
		for _, f := range sourceFields {
			e.nullable(f.name, *f.at(a))
		}
		e.extraUnder(a.Extra, "source", sourceKeys)
	})
	if a.Duplicate {
		e.key("duplicate")
		e.literal("true")
	}
	e.optional("external_id", a.ExternalID)
	e.key("records")
	e.array(func() {
		for i := range d.Records {
			e.object(func() { e.record(&d.Records[i]) })
		}
	})
	e.extra(a.Extra, articleKeys)
}
