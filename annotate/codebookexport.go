package annotate

import (
	"encoding/json"
	"slices"

	"hashiya/annotate/dataset"
	"hashiya/model"
)

// resolver follows merges for the formats that do not carry them: codes and
// entities are written as what stands for them now.
type resolver struct {
	codebook *model.Codebook
	entities map[string]string // key → key of the entity that stands for it
}

func newResolver(archive Archive) (*resolver, error) {
	codebook, err := PresentCodebook(archive)
	if err != nil {
		return nil, err
	}
	list, err := archive.Entities()
	if err != nil {
		return nil, err
	}
	index := newEntities(list)
	r := &resolver{codebook: codebook, entities: map[string]string{}}
	for _, e := range list {
		if live, found := index.ByID(e.ID); found {
			r.entities[e.Key] = live.Key
		}
	}
	return r, nil
}

func (r *resolver) entity(key string) string {
	if live, found := r.entities[key]; found {
		return live
	}
	return key
}

// header follows the merges of the entities themselves: their types and
// parents. Merged entities stay in the list, with what they were merged into.
func (r *resolver) header(h *dataset.Header) {
	for i := range h.Entities {
		e := &h.Entities[i]
		e.Parent, e.MergedInto = r.entity(e.Parent), r.entity(e.MergedInto)
		for _, list := range entityTypes {
			e.Type = r.codebook.Resolve(list, e.Type)
		}
	}
}

// document follows the merges in the records of an article.
func (r *resolver) document(d *dataset.Document) {
	for i := range d.Records {
		record := &d.Records[i]
		r.codebook.ResolveRecord(&record.Record)
		kinds := map[string]model.Kind{}
		for _, item := range record.Items {
			kinds[item.Meta().ID] = item.Kind()
		}
		for _, item := range record.Items {
			r.codebook.ResolveItem(item, func(id string) model.Kind { return kinds[id] })
			r.item(item)
		}
		for j := range record.Spans {
			record.Spans[j].Entity = r.entity(record.Spans[j].Entity)
		}
	}
}

// item replaces the entities of an item. Two of a list that were merged into
// one stand there once.
func (r *resolver) item(item model.Item) {
	for _, f := range model.Fields(item.Kind()) {
		if f.Entity == model.NoEntity {
			continue
		}
		var live []string
		for _, key := range f.Get(item) {
			if key = r.entity(key); !slices.Contains(live, key) {
				live = append(live, key)
			}
		}
		_ = f.Set(item, live...) // the form of keys is free
	}
}

// otherCodebooks returns the codebooks besides the present one that live records
// and items were made under. Those that nothing refers to are history.
func otherCodebooks(archive Archive, present string) ([]json.RawMessage, error) {
	used, err := archive.CodeVersions()
	if err != nil {
		return nil, err
	}
	known, err := archive.CodebookRefs()
	if err != nil {
		return nil, err
	}
	var bodies []json.RawMessage
	for _, ref := range used {
		if ref == present || !slices.Contains(known, ref) {
			continue
		}
		row, err := archive.Codebook(ref)
		if err != nil {
			return nil, err
		}
		bodies = append(bodies, json.RawMessage(row.Body))
	}
	return bodies, nil
}
