package dataset

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// spacyFormat writes JSON Lines for spaCy, and for Prodigy, whose names the
// keys have: one line for each record, with the text and its spans. Offsets are
// code points, as in Python's str.
//
// A span has an id, a label (the kind of its item, for evidence with the field
// as in "count.who"), the key of doc.spans that it belongs under, because spans
// may overlap ("items" or "evidence"), the id of its item, and the entity as
// kb_id. What else is known of the items stands under "items", by id, with
// those that have no words; "relations" tie spans to each other, "meta" says
// what the line is.
//
// This makes a .spacy file of it. Words that begin or end inside a token, as
// after an attached letter, are widened to whole tokens:
//
//	python -c "import json,spacy;from spacy.tokens import DocBin,Span
//	nlp=spacy.blank('ar');bin=DocBin(attrs=['ORTH','SPACY'])
//	for r in map(json.loads,open('dataset.jsonl',encoding='utf8')):
//	  doc=nlp.make_doc(r['text'])
//	  for g in ('items','evidence'):
//	    doc.spans[g]=[doc.char_span(s['start'],s['end'],s['label'],kb_id=s['kb_id'] or '',span_id=s['id'],alignment_mode='expand') for s in r['spans'] if s['key']==g]
//	  bin.add(doc)
//	bin.to_disk('dataset.spacy')"
func spacyFormat() Format {
	return Format{
		Name: "spacy", Title: "spaCy and Prodigy JSONL (spans by character)", Extension: ".jsonl", NeedsText: true,
		New:  func(s *Sink) (Writer, error) { return newLineWriter(s, spacyLine) },
		Read: readSpacy,
	}
}

func spacyLine(w *lineWriter, d *Document, v *view) {
	w.key("text")
	w.text(d.Text)
	w.key("spans")
	w.array(func() {
		if v != nil {
			w.spacySpans(v)
		}
	})
	w.key("relations")
	w.array(func() {
		if v != nil {
			w.spacyRelations(v)
		}
	})
	w.key("items")
	w.array(func() {
		if v == nil {
			return
		}
		for _, item := range v.Items {
			if _, placed := v.anchor(item.Meta().ID); !placed {
				w.Losses.Note(item.Meta().ID, LossNoWords, "under \"items\"")
			}
			w.object(func() { w.item(item) })
		}
	})
	w.facts("meta", d, v)
}

func (w *lineWriter) spacySpans(v *view) {
	for _, s := range v.Spans {
		w.object(func() {
			w.key("start")
			w.literal(strconv.Itoa(s.Start))
			w.key("end")
			w.literal(strconv.Itoa(s.End))
			w.key("label")
			w.text(v.label(s))
			w.key("id")
			w.text(s.ID)
			w.key("key")
			if s.Field == "" {
				w.text("items")
			} else {
				w.text("evidence")
			}
			w.key("item")
			w.text(s.Item)
			w.nullable("kb_id", v.entityOf(s))
			w.key("text")
			w.text(s.Text)
		})
	}
}

func (w *lineWriter) spacyRelations(v *view) {
	for _, t := range v.ties() {
		from, to, ok := v.ends(t)
		if !ok {
			continue // "items" says it too
		}
		w.object(func() {
			w.key("head_span")
			w.text(from)
			w.key("child_span")
			w.text(to)
			w.key("label")
			w.text(t.Type)
			w.optional("role", t.Role)
		})
	}
}

// readSpacy is the format's Read.
func readSpacy(path string, each func(*Found)) error {
	return eachJSONLine(path, func(line []byte) error {
		var row struct {
			Text  string
			Spans []struct {
				Start, End int
				Text       string
			}
			Items []struct{ Item string }
			Meta  struct{ Article, Record string }
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		found := &Found{Article: row.Meta.Article, Text: &row.Text, Items: len(row.Items)}
		if row.Meta.Record != "" {
			found.Records = 1
		}
		text := []rune(row.Text)
		for _, s := range row.Spans {
			if s.Start < 0 || s.Start >= s.End || s.End > len(text) || string(text[s.Start:s.End]) != s.Text {
				return fmt.Errorf("the words at %d-%d are not those quoted", s.Start, s.End)
			}
			found.Spans = append(found.Spans, Range{s.Start, s.End, s.Text})
		}
		each(found)
		return nil
	})
}
