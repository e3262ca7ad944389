package dataset

import (
	"fmt"
	"io"
	"net/url"
	"strconv"
	"unicode"

	"hashiya/model"
)

// w3cFormat writes Web Annotations (W3C Recommendation of 23 February 2017): a
// folder with annotations.jsonld, an AnnotationCollection; the texts they point
// into, unless those are left out; and documents.jsonl with what is known of
// the articles.
//
// An item is an annotation that classifies its words, evidence is one that
// links words to the item, a record is one that assesses the article. Positions
// are code points in logical order, as sections 4.2.4 and 4.2.5 ask, with the
// words and up to 32 code points around them as a quote. The fields of an item
// are a JSON text in its body, because the model has no words for them.
func w3cFormat() Format {
	return Format{
		Name: "w3c", Title: "W3C Web Annotation (a folder: JSON-LD and texts)", Folder: true, Extension: ".jsonld",
		New: func(s *Sink) (Writer, error) {
			index, err := s.Create(w3cIndex)
			if err != nil {
				return nil, err
			}
			file, err := s.Create(w3cFile)
			return &w3cWriter{Sink: s, encoder: newEncoder(), index: index, file: file}, err
		},
		Read: readW3C,
	}
}

const (
	w3cIndex   = "documents.jsonl"
	w3cFile    = "annotations.jsonld"
	w3cContext = 32 // code points of prefix and suffix
)

type w3cWriter struct {
	*Sink
	*encoder
	index, file io.Writer
	label       string
	total       int
	source      string
	letters     []rune
}

func (w *w3cWriter) Header(h *Header) error {
	w.label = h.Name
	return nil
}

// begin writes what stands before the first annotation.
func (w *w3cWriter) begin() error {
	w.reset()
	w.buf.WriteByte('{')
	for _, m := range [][2]string{{"@context", "http://www.w3.org/ns/anno.jsonld"}, {"id", w3cFile}, {"type", "AnnotationCollection"}, {"label", w.label}} {
		w.key(m[0])
		w.text(m[1])
	}
	w.key("first")
	w.buf.WriteByte('{')
	for _, m := range [][2]string{{"id", w3cFile + "#items"}, {"type", "AnnotationPage"}} {
		w.key(m[0])
		w.text(m[1])
	}
	w.key("startIndex")
	w.literal("0")
	w.key("items")
	w.buf.WriteByte('[')
	_, err := w.file.Write(w.buf.Bytes())
	return err
}

func (w *w3cWriter) Close() error {
	if w.total == 0 {
		if err := w.begin(); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w.file, "\n]},\"total\":%d}\n", w.total)
	return err
}

func (w *w3cWriter) Document(d *Document) error {
	w.letters, w.source = []rune(d.Text), urn(d.Article.ID)
	if !w.Options.OffsetsOnly {
		w.source = "texts/" + fileName(&d.Article) + ".txt"
		if err := w.WriteFile(w.source, []byte(d.Text)); err != nil {
			return err
		}
	}
	w.reset()
	w.object(func() {
		w.key("source")
		w.text(w.source)
		w.articleFacts(&d.Article)
	})
	if w.err != nil {
		return fmt.Errorf("article %s: %w", d.Article.ID, w.err)
	}
	if _, err := w.index.Write(append(w.buf.Bytes(), '\n')); err != nil {
		return err
	}
	for i := range d.Records {
		w.Losses.Record(d.Records[i].ID)
		if err := w.record(newView(&d.Records[i])); err != nil {
			return fmt.Errorf("article %s: %w", d.Article.ID, err)
		}
	}
	return nil
}

func (w *w3cWriter) record(v *view) error {
	v.lostExtras(w.Losses)
	facts := objectText(func(e *encoder) { e.recordFacts(v.Record) })
	err := w.annotation(v, v.ID, "assessing", nil, func() { w.describing(facts) })
	for _, item := range v.Items {
		id := item.Meta().ID
		if len(v.own[id]) == 0 {
			w.Losses.Note(id, LossNoWords, "on the whole article")
		}
		if err == nil {
			err = w.annotation(v, id, "classifying", v.own[id], func() {
				w.body("TextualBody", "classifying", "value", string(item.Kind()))
				w.entity(itemEntity(item))
				w.describing(itemText(item))
			})
		}
		for _, s := range v.evidence[id] {
			if err == nil {
				err = w.annotation(v, s.ID, "linking", []model.Span{s}, func() {
					w.body("TextualBody", "tagging", "value", v.label(s))
					w.body("SpecificResource", "linking", "source", urn(id))
					w.entity(s.Entity)
				})
			}
		}
	}
	return err
}

func itemEntity(item model.Item) string {
	switch item := item.(type) {
	case *model.Actor:
		return item.Entity
	case *model.Location:
		return item.Entity
	}
	return ""
}

// urn names a UUID as RFC 9562, section 4, does.
func urn(id string) string { return "urn:uuid:" + id }

// annotation writes one annotation; of the whole article when it has no spans.
func (w *w3cWriter) annotation(v *view, id, motivation string, spans []model.Span, bodies func()) error {
	if w.total == 0 {
		if err := w.begin(); err != nil {
			return err
		}
	}
	w.reset()
	w.object(func() {
		w.key("id")
		w.text(urn(id))
		w.key("type")
		w.text("Annotation")
		w.key("motivation")
		w.text(motivation)
		w.key("creator")
		w.object(func() {
			w.key("type")
			w.text("Person")
			w.key("name")
			w.text(v.Annotator)
		})
		w.key("body")
		w.array(bodies)
		w.key("target")
		w.array(func() {
			if len(spans) == 0 {
				w.text(w.source)
			}
			for _, s := range spans {
				w.target(s)
			}
		})
	})
	if w.err != nil {
		return w.err
	}
	separator := ",\n"
	if w.total == 0 {
		separator = "\n"
	}
	w.total++
	_, err := io.WriteString(w.file, separator+w.buf.String())
	return err
}

func (w *w3cWriter) body(kind, purpose, key, value string) {
	w.object(func() {
		w.key("type")
		w.text(kind)
		w.key("purpose")
		w.text(purpose)
		w.key(key)
		w.text(value)
	})
}

func (w *w3cWriter) entity(key string) {
	if key != "" {
		w.body("SpecificResource", "identifying", "source", "urn:hashiya:entity:"+url.PathEscape(key))
	}
}

func (w *w3cWriter) describing(json string) {
	w.object(func() {
		w.key("type")
		w.text("TextualBody")
		w.key("purpose")
		w.text("describing")
		w.key("format")
		w.text("application/json")
		w.key("value")
		w.text(json)
	})
}

func (w *w3cWriter) target(s model.Span) {
	w.object(func() {
		w.key("source")
		w.text(w.source)
		w.key("selector")
		w.array(func() {
			w.object(func() {
				w.key("type")
				w.text("TextPositionSelector")
				w.key("start")
				w.literal(strconv.Itoa(s.Start))
				w.key("end")
				w.literal(strconv.Itoa(s.End))
			})
			if w.Options.OffsetsOnly {
				return
			}
			prefix, suffix := around(w.letters, s.Start, s.End)
			w.object(func() {
				for _, m := range [][2]string{{"type", "TextQuoteSelector"}, {"exact", s.Text}, {"prefix", prefix}, {"suffix", suffix}} {
					w.key(m[0])
					w.text(m[1])
				}
			})
		})
	})
}

// around returns the text before and after a range. Neither begins or ends
// inside a letter with its marks.
func around(text []rune, start, end int) (prefix, suffix string) {
	from, to := max(0, start-w3cContext), min(len(text), end+w3cContext)
	for from < start && unicode.Is(unicode.M, text[from]) {
		from++
	}
	for to > end && to < len(text) && unicode.Is(unicode.M, text[to]) {
		to--
	}
	return string(text[from:start]), string(text[end:to])
}
