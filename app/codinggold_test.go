package app

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hashiya/model"
)

// goldFile is a file of the gold, as far as it is coded.
type goldFile struct {
	File            string
	PublicationDate string `json:"publication_date"`
	Spans           []goldSpan
}

type goldSpan struct {
	ID, Label, Certainty string
	Start, End           int
	Value                any
	LocalID              string                     `json:"local_id"`
	Attributes           map[string]json.RawMessage // of several types
}

// readShared reads a JSON file that lies outside the project.
func readShared[V any](t *testing.T, parts ...string) V {
	t.Helper()
	root, err := filepath.Abs("../../shared")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(root); err != nil {
		t.Skip("../shared with the gold annotations is absent")
	}
	body, err := os.ReadFile(filepath.Join(append([]string{root}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	var v V
	if err := json.Unmarshal(body, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// goldDesk opens a project with the gold's entities and one of its articles.
func goldDesk(t *testing.T, file string) *desk {
	t.Helper()
	type entity struct {
		NameAr string `json:"name_ar"`
		NameEn string `json:"name_en"`
		Type   string
		Parent *string
	}
	book := readShared[struct{ Actors, Locations map[string]entity }](t, "gold", "codebook.json")
	var entities []map[string]any
	for _, group := range []map[string]entity{book.Actors, book.Locations} {
		for key, e := range group {
			entities = append(entities, map[string]any{"key": key, "names": map[string]any{"ar": e.NameAr, "en": e.NameEn}, "type": e.Type, "parent": e.Parent})
		}
	}
	line, err := json.Marshal(map[string]any{"hashiya": 1, "kind": "project", "name": "gold", "entities": entities})
	if err != nil {
		t.Fatal(err)
	}
	from := filepath.Join(t.TempDir(), "entities.jsonl")
	if err := os.WriteFile(from, line, 0o600); err != nil {
		t.Fatal(err)
	}
	path := newProjectFile(t, nil)
	d := newDesk(t)
	d.begin(path, "coder")
	d.importPaths([]string{from})
	d.importPaths([]string{filepath.Join("..", "..", "shared", "seeds", file)})
	if len(d.library().all) != 1 {
		t.Fatalf("import: %q", d.notices.Texts())
	}
	return d
}

// texts returns an attribute as the values of a field.
func (g goldSpan) texts(name string) []string {
	var v any
	if raw, has := g.Attributes[name]; !has || json.Unmarshal(raw, &v) != nil {
		return nil
	}
	switch v := v.(type) {
	case []any:
		var all []string
		for _, one := range v {
			all = append(all, fmt.Sprint(one))
		}
		return all
	case string:
		if v != "" {
			return []string{v}
		}
	case bool:
		if v {
			return []string{"true"}
		}
	case float64:
		return []string{string(g.Attributes[name])}
	}
	return nil
}

// item is a span of the gold as an item.
func (g goldSpan) item() *answerItem {
	one := &answerItem{id: g.ID, kind: model.Kind(g.Label), words: model.Range{Start: g.Start, End: g.End}, fields: map[string][]string{}}
	if g.Label == "source" {
		one.kind = model.KindActor
	}
	renamed := map[string]string{"type": "date_type", "start": "iso", "end": "iso_end", "basis": "resolution_basis"}
	for _, f := range coded(one.kind) {
		attribute := f.Name
		if g.Label == "date" && renamed[f.Name] != "" {
			attribute = renamed[f.Name]
		}
		if values := g.texts(attribute); len(values) > 0 {
			one.fields[f.Name] = values
		}
	}
	one.fields["certainty"] = []string{g.Certainty}
	value := []string{fmt.Sprint(g.Value)}
	switch g.Label {
	case "actor", "location":
		one.fields["entity"] = value
	case "source":
		one.fields["entity"], one.fields["role"] = value, []string{"claimant"}
	case "tactic":
		one.fields["code"] = value
	}
	return one
}

// answers turns the file into what is to be coded.
func (g goldFile) answers(t *testing.T) *answers {
	t.Helper()
	type description struct{ Desc string }
	titles := readShared[struct{ Events map[string]description }](t, "gold", "cross_article.json").Events
	a := &answers{published: g.PublicationDate, relevance: "relevant"}
	ids := map[string]string{}
	for _, s := range g.Spans {
		if s.LocalID != "" {
			ids[s.LocalID] = s.ID
		}
		a.items = append(a.items, s.item())
	}
	link := func(from, linkType, to string) {
		if one, l := a.item(from), (model.Link{Type: linkType, Count: to}); !slices.Contains(one.links, l) {
			one.links = append(one.links, l)
		}
	}
	for _, s := range g.Spans {
		for _, linkType := range []string{"part_of", "subset_of", "duplicate_of"} {
			for _, to := range s.texts(linkType) {
				link(s.ID, linkType, ids[to])
			}
		}
		for _, part := range s.texts("total_of") {
			link(ids[part], "part_of", s.ID)
		}
		for _, event := range s.texts("event") {
			if !slices.ContainsFunc(a.items, func(one *answerItem) bool { return one.id == event }) {
				a.items = append(a.items, &answerItem{id: event, kind: model.KindEvent, fields: map[string][]string{"title": {titles[event].Desc}}})
			}
			one := a.item(s.ID)
			one.events = append(one.events, model.Member{ID: event})
		}
	}
	return a
}
