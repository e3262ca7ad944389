package dataset

import (
	"fmt"
	"slices"

	"hashiya/model"
)

// place is where in an item a span belongs: its own words, a field, or one
// entity of a field.
type place struct {
	field, entity string
}

// recordEncoder writes one record. The ids of spans wait in cited, by item and
// place, until the item is written.
type recordEncoder struct {
	*encoder
	cited map[string]map[place][]string
}

func (e *encoder) record(r *Record) {
	w := &recordEncoder{encoder: e, cited: map[string]map[place][]string{}}
	for _, s := range r.Spans {
		if w.cited[s.Item] == nil {
			w.cited[s.Item] = map[place][]string{}
		}
		at := place{s.Field, s.Entity}
		w.cited[s.Item][at] = append(w.cited[s.Item][at], s.ID)
	}
	w.recordHead(r)
	w.key("spans")
	w.array(func() {
		for _, s := range r.Spans {
			w.span(s)
		}
	})
	items := r.Items
	for _, kind := range model.Kinds {
		w.key(listName(kind))
		w.array(func() {
			for len(items) > 0 && items[0].Kind() == kind {
				w.object(func() { w.item(items[0]) })
				items = items[1:]
			}
		})
	}
	w.extra(r.Extra, recordKeys)
	w.checkAllCited(r.ID)
}

// checkAllCited refuses a record with spans that no item holds: reading it
// would fail, and leaving them out would lose them.
func (w *recordEncoder) checkAllCited(record string) {
	for item, places := range w.cited {
		for at, ids := range places {
			w.fail(fmt.Errorf("record %s: span %s belongs to item %q, field %q, entity %q, which the record does not hold; check the project", record, ids[0], item, at.field, at.entity))
		}
	}
}

func (w *recordEncoder) recordHead(r *Record) {
	w.key("id")
	w.text(r.ID)
	w.key("kind")
	w.text(string(r.Kind))
	w.key("cites")
	w.texts(r.Cites)
	w.key("annotator")
	w.text(r.Annotator)
	w.key("status")
	w.text(string(r.Status))
	for _, f := range model.RecordFields {
		w.field(f, &r.Record)
	}
	w.nullable("codebook", r.Codebook)
	w.optional("external_id", r.ExternalID)
}

func (w *recordEncoder) span(s model.Span) {
	w.object(func() {
		w.key("id")
		w.text(s.ID)
		w.key("start")
		w.literal(fmt.Sprint(s.Start))
		w.key("end")
		w.literal(fmt.Sprint(s.End))
		w.key("text")
		w.text(s.Text)
		w.extra(s.Extra, spanKeys)
	})
}

func (w *recordEncoder) item(item model.Item) {
	head, kind := item.Meta(), item.Kind()
	w.key("id")
	w.text(head.ID)
	// The contract's events have no words of their own; ours may.
	if own := w.cite(head.ID, place{}); kind != model.KindEvent || len(own) > 0 {
		w.key("spans")
		w.texts(own)
	}
	for _, f := range model.Fields(kind) {
		if f.Type == model.EntityList {
			w.entities(f, item)
		} else {
			w.field(f, item)
		}
	}
	switch item := item.(type) {
	case *model.Count:
		w.links(item.Links)
	case *model.Event:
		w.eventMembers(item.Members)
	}
	w.evidence(head.ID)
	for _, f := range model.HeadFields {
		for _, value := range f.Get(item) {
			w.optional(f.Name, value)
		}
	}
	w.extra(head.Extra, itemKeys[kind])
}

// cite returns the spans of a place and takes them off those not cited yet.
func (w *recordEncoder) cite(item string, at place) []string {
	ids := w.cited[item][at]
	delete(w.cited[item], at)
	return ids
}

// field writes a field of one value, null when it has none.
func (w *recordEncoder) field(f model.Field, owner any) {
	value := ""
	if values := f.Get(owner); len(values) > 0 {
		value = values[0]
	}
	switch {
	case f.Type == model.DecimalValue:
		w.decimal(f.Name, model.Decimal(value))
	case f.Type == model.BoolValue && value == "":
		w.key(f.Name)
		w.literal("false")
	case value != "" && (f.Type == model.BoolValue || f.Type == model.TriValue || isNumericCode(f) && looksInteger(value)):
		w.key(f.Name)
		w.literal(value)
	default:
		w.nullable(f.Name, value)
	}
}

// entities writes a list of entities: the key alone, or with the spans that
// prove this one of them.
func (w *recordEncoder) entities(f model.Field, item model.Item) {
	w.key(f.Name)
	w.array(func() {
		for _, key := range f.Get(item) {
			spans := w.cite(item.Meta().ID, place{f.Name, key})
			if len(spans) == 0 {
				w.text(key)
				continue
			}
			w.object(func() {
				w.key("entity")
				w.text(key)
				w.key("spans")
				w.texts(spans)
			})
		}
	})
}

func (w *recordEncoder) links(links []model.Link) {
	w.key("links")
	w.array(func() {
		for _, link := range links {
			w.object(func() {
				w.key("type")
				w.text(link.Type)
				w.key("count")
				w.text(link.Count)
			})
		}
	})
}

func (w *recordEncoder) eventMembers(members []model.Member) {
	w.key("members")
	w.array(func() {
		for _, m := range members {
			if m.Role == "" {
				w.text(m.ID)
				continue
			}
			w.object(func() {
				w.key("id")
				w.text(m.ID)
				w.key("role")
				w.text(m.Role)
			})
		}
	})
}

// evidence writes the spans that prove fields as a whole, by name of the field.
func (w *recordEncoder) evidence(item string) {
	var fields []string
	for at := range w.cited[item] {
		if at.entity == "" {
			fields = append(fields, at.field)
		}
	}
	if len(fields) == 0 {
		return
	}
	slices.Sort(fields)
	w.key("evidence")
	w.object(func() {
		for _, name := range fields {
			w.key(name)
			w.texts(w.cite(item, place{field: name}))
		}
	})
}
