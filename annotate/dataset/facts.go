package dataset

import (
	"encoding/json"
	"slices"
	"strconv"

	"hashiya/model"
)

// values writes the fields of an item as members of a JSON object: a list for a
// list of entities, true or false, and text for all else. Numbers keep their
// decimal text that way.
func (e *encoder) values(item model.Item, fields []model.Field) {
	for _, f := range fields {
		values := f.Get(item)
		e.key(f.Name)
		switch f.Type {
		case model.EntityList:
			e.texts(values)
		case model.BoolValue, model.TriValue:
			e.literal(values[0])
		default:
			e.text(values[0])
		}
	}
	switch item := item.(type) {
	case *model.Count:
		if len(item.Links) > 0 {
			e.key("links")
			e.value(item.Links)
		}
	case *model.Event:
		if len(item.Members) > 0 {
			e.key("members")
			e.value(item.Members)
		}
	}
}

// objectText returns an object as text.
func objectText(members func(*encoder)) string {
	e := newEncoder()
	e.object(func() { members(e) })
	return e.buf.String()
}

// itemText returns an item with all its fields as a JSON object.
func itemText(item model.Item) string {
	return objectText(func(e *encoder) { e.item(item) })
}

// item writes the members of an item that stands alone.
func (e *encoder) item(item model.Item) {
	e.key("item")
	e.text(item.Meta().ID)
	e.key("type")
	e.text(string(item.Kind()))
	e.values(item, itemFields(item))
}

// value writes anything that encoding/json can.
func (e *encoder) value(v any) {
	e.comma()
	if err := e.strings.Encode(v); err != nil {
		e.fail(err)
	}
	e.buf.Truncate(e.buf.Len() - 1)
}

// articleFacts writes what is known of an article, but its text.
func (e *encoder) articleFacts(a *model.Article) {
	e.key("article")
	e.text(a.ID)
	e.optional("title", a.Title)
	e.optional("sha256", a.SHA256)
	e.optional("language", a.Language)
	for _, f := range sourceFields {
		e.optional(f.name, *f.at(a))
	}
}

// recordFacts writes what is known of a record, but its items.
func (e *encoder) recordFacts(r *Record) {
	e.key("record")
	e.text(r.ID)
	e.key("kind")
	e.text(string(r.Kind))
	e.key("annotator")
	e.text(r.Annotator)
	e.key("status")
	e.text(string(r.Status))
	for _, f := range model.RecordFields {
		for _, value := range f.Get(&r.Record) {
			e.optional(f.Name, value)
		}
	}
	for _, q := range model.Questions {
		e.optional("answer_"+string(q), r.Answer(q))
	}
	e.optional("codebook", r.Codebook)
	if len(r.Cites) > 0 {
		e.key("cites")
		e.texts(r.Cites)
	}
	if active := r.Active(); active > 0 {
		e.key("active_seconds")
		e.literal(strconv.Itoa(int(active.Seconds())))
	}
}

// codeKeys returns the keys of the codes of each list, over all codebooks of
// the project, in the order of their first one.
func codeKeys(h *Header) map[string][]string {
	keys := map[string][]string{}
	for _, body := range append([]json.RawMessage{h.Codebook}, h.Codebooks...) {
		var book struct {
			Lists map[string][]struct {
				Key string `json:"key"`
			} `json:"lists"`
		}
		if json.Unmarshal(body, &book) != nil {
			continue // a codebook of a later version; the codes in use are written all the same
		}
		for list, codes := range book.Lists {
			for _, code := range codes {
				if !slices.Contains(keys[list], code.Key) {
					keys[list] = append(keys[list], code.Key)
				}
			}
		}
	}
	return keys
}
