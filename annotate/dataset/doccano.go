package dataset

import (
	"encoding/json"
	"fmt"
	"strconv"
	"unicode/utf16"

	"hashiya/model"
)

// doccanoFormat writes JSON Lines for a sequence labelling project of doccano
// with relations and overlapping spans allowed: one line for each record, with
// "text", "entities" and "relations". All other keys become metadata there.
//
// Offsets are UTF-16 code units, as doccano's editor counts unless the project
// counts graphemes; a Python program must not take them for indices of a str.
// Labels are the kinds, and for evidence kind and field as in "count.who".
// What labels and relations cannot say stands under "items", by the ids that
// "spans" gives to the entities, for the metadata.
func doccanoFormat() Format {
	return Format{
		Name: "doccano", Title: "doccano JSONL (offsets in UTF-16 units)", Extension: ".jsonl", NeedsText: true,
		New: func(s *Sink) (Writer, error) {
			ids := 0
			return newLineWriter(s, func(w *lineWriter, d *Document, v *view) { doccanoLine(w, d, v, &ids) })
		},
		Read: readDoccano,
	}
}

// doccanoLine writes a line; ids counts entities and relations over the file.
func doccanoLine(w *lineWriter, d *Document, v *view, ids *int) {
	next := func() string {
		*ids++
		return strconv.Itoa(*ids)
	}
	units := utf16Offsets(d.Text)
	numbers := map[string]string{}
	w.key("text")
	w.text(d.Text)
	w.key("entities")
	w.array(func() {
		if v == nil {
			return
		}
		for _, s := range v.Spans {
			numbers[s.ID] = next()
			w.doccanoEntity(v, s, numbers[s.ID], units)
		}
	})
	w.key("relations")
	w.array(func() {
		if v == nil {
			return
		}
		for _, t := range v.ties() {
			if from, to, ok := v.ends(t); ok {
				w.doccanoRelation(next(), numbers[from], numbers[to], t.Type)
			} else if t.Type != tieMember {
				w.Losses.Note(t.From, LossRelation, t.Type, t.To)
			}
		}
	})
	if v != nil {
		w.doccanoItems(v)
	}
	w.facts("meta", d, v)
}

func (w *lineWriter) doccanoEntity(v *view, s model.Span, id string, units []int) {
	w.object(func() {
		w.key("id")
		w.literal(id)
		w.key("label")
		w.text(v.label(s))
		w.key("start_offset")
		w.literal(strconv.Itoa(units[s.Start]))
		w.key("end_offset")
		w.literal(strconv.Itoa(units[s.End]))
	})
}

func (w *lineWriter) doccanoRelation(id, from, to, kind string) {
	w.object(func() {
		w.key("id")
		w.literal(id)
		w.key("from_id")
		w.literal(from)
		w.key("to_id")
		w.literal(to)
		w.key("type")
		w.text(kind)
	})
}

// doccanoItems writes the metadata: the items, and of which item each entity
// is, in the order of the entities, with the words it quotes.
func (w *lineWriter) doccanoItems(v *view) {
	w.key("spans")
	w.array(func() {
		for _, s := range v.Spans {
			w.object(func() {
				w.key("id")
				w.text(s.ID)
				w.key("item")
				w.text(s.Item)
				w.optional("entity", v.entityOf(s))
				w.key("text")
				w.text(s.Text)
			})
		}
	})
	w.key("items")
	w.array(func() {
		for _, item := range v.Items {
			if _, placed := v.anchor(item.Meta().ID); !placed {
				w.Losses.Note(item.Meta().ID, LossNoWords, "in the metadata")
			} else if len(itemFields(item)) > 0 {
				w.Losses.Note(item.Meta().ID, LossField, "in the metadata")
			}
			w.object(func() { w.item(item) })
		}
	})
}

// readDoccano is the format's Read. It counts as JavaScript does: the text
// becomes UTF-16, and the words are cut from that.
func readDoccano(path string, each func(*Found)) error {
	return eachJSONLine(path, func(line []byte) error {
		var row struct {
			Text     string
			Entities []struct {
				Start int `json:"start_offset"`
				End   int `json:"end_offset"`
			}
			Spans []struct{ Text string }
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
		if len(row.Spans) != len(row.Entities) {
			return fmt.Errorf("%d entities and %d spans", len(row.Entities), len(row.Spans))
		}
		units := utf16.Encode([]rune(row.Text))
		points := codePointsBefore(units)
		for i, e := range row.Entities {
			if e.Start < 0 || e.Start >= e.End || e.End > len(units) {
				return fmt.Errorf("the entity at %d-%d is not in the text", e.Start, e.End)
			}
			quote := string(utf16.Decode(units[e.Start:e.End]))
			if quote != row.Spans[i].Text {
				return fmt.Errorf("the words at %d-%d are not those quoted", e.Start, e.End)
			}
			found.Spans = append(found.Spans, Range{points[e.Start], points[e.End], quote})
		}
		each(found)
		return nil
	})
}

// codePointsBefore returns how many code points begin before each UTF-16 unit
// of a text, and before its end.
func codePointsBefore(units []uint16) []int {
	before := make([]int, len(units)+1)
	for i, unit := range units {
		before[i+1] = before[i]
		if unit < 0xdc00 || unit > 0xdfff { // not the second half of a pair
			before[i+1]++
		}
	}
	return before
}
