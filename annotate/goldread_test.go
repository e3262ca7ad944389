package annotate_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// shared is where the articles with their careful reading lie, outside the
// project.
func shared(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs("../../shared")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "gold")); err != nil {
		t.Skip("../shared with the gold annotations is absent")
	}
	return dir
}

// goldArticle is a file of the gold, as far as it is used here.
type goldArticle struct {
	ID              string
	File            string
	PublicationDate string `json:"publication_date"`
	Spans           []goldSpan
}

type goldSpan struct {
	ID         string
	Label      string
	Start      int
	End        int
	Text       string
	TokStart   int `json:"tok_start"`
	TokEnd     int `json:"tok_end"`
	Value      any
	Certainty  string
	LocalID    string                     `json:"local_id"`
	Attributes map[string]json.RawMessage // of several types
}

func readGold[V any](t testing.TB, name string) V {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(shared(t), "gold", name))
	if err != nil {
		t.Fatal(err)
	}
	var v V
	if err := json.Unmarshal(body, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

func (g goldSpan) kind() model.Kind {
	if g.Label == "source" {
		return model.KindActor
	}
	return model.Kind(g.Label)
}

// texts returns an attribute as the values of a field: none for null, several
// for a list.
func (g goldSpan) texts(name string) []string {
	raw := string(g.Attributes[name])
	var list []string
	switch {
	case raw == "" || raw == "null" || raw == "false" || raw == `""`:
		return nil
	case raw[0] == '[':
		if json.Unmarshal([]byte(raw), &list) != nil {
			return []string{raw}
		}
		return list
	case raw[0] == '"':
		var text string
		if json.Unmarshal([]byte(raw), &text) != nil {
			return []string{raw}
		}
		return []string{text}
	}
	return []string{raw}
}

// fields returns what the item must hold, by name of the field, entities by
// key. A field that is not there is empty.
func (g goldSpan) fields() map[string][]string {
	want := map[string][]string{"certainty": {g.Certainty}, "note": g.texts("note")}
	renamed := map[string]string{"type": "date_type", "start": "iso", "end": "iso_end", "basis": "resolution_basis"}
	for _, f := range model.Fields(g.kind()) {
		attribute := f.Name
		if g.Label == "date" && renamed[f.Name] != "" {
			attribute = renamed[f.Name]
		}
		want[f.Name] = g.texts(attribute)
	}
	value := []string{fmt.Sprint(g.Value)}
	switch g.Label {
	case "actor", "location":
		want["entity"] = value
	case "source":
		want["entity"], want["role"] = value, []string{"claimant"}
	case "tactic":
		want["code"] = value
	}
	return want
}

// localIDs returns the ids of counts by the short ones that links name.
func localIDs(article goldArticle) map[string]string {
	ids := map[string]string{}
	for _, g := range article.Spans {
		if g.LocalID != "" {
			ids[g.LocalID] = g.ID
		}
	}
	return ids
}

// totals returns the parts of each count that lists them.
func totals(article goldArticle) map[string][]string {
	ids, found := localIDs(article), map[string][]string{}
	for _, g := range article.Spans {
		for _, part := range g.texts("total_of") {
			found[g.ID] = append(found[g.ID], ids[part])
		}
	}
	return found
}

// links returns the ids, in the gold, of the counts that each count is tied to.
func links(article goldArticle) map[string][]model.Link {
	ids := localIDs(article)
	found := map[string][]model.Link{}
	tie := func(from, linkType, to string) {
		if link := (model.Link{Type: linkType, Count: to}); !slices.Contains(found[from], link) {
			found[from] = append(found[from], link)
		}
	}
	for _, g := range article.Spans {
		for _, linkType := range []string{"part_of", "subset_of", "duplicate_of"} {
			for _, to := range g.texts(linkType) {
				tie(g.ID, linkType, ids[to])
			}
		}
		for _, part := range g.texts("total_of") {
			tie(ids[part], "part_of", g.ID)
		}
	}
	return found
}

// events returns the counts of each event, by the event's key.
func events(article goldArticle) map[string][]string {
	found := map[string][]string{}
	for _, g := range article.Spans {
		for _, event := range g.texts("event") {
			found[event] = append(found[event], g.ID)
		}
	}
	return found
}

// goldProject makes a project with the gold's entities.
func goldProject(t *testing.T) (*sqlite.Store, *annotate.Project) {
	t.Helper()
	type place struct {
		NameAr string `json:"name_ar"`
		NameEn string `json:"name_en"`
		Type   string
		Parent *string
		Lat    *json.Number
		Lon    *json.Number
	}
	book := readGold[struct{ Actors, Locations map[string]place }](t, "codebook.json")
	var entities []map[string]any
	for _, group := range []map[string]place{book.Actors, book.Locations} {
		for key, e := range group {
			entities = append(entities, map[string]any{
				"key": key, "names": map[string]any{"ar": e.NameAr, "en": e.NameEn}, "type": e.Type, "parent": e.Parent,
				"place": map[string]any{"lat": e.Lat, "lon": e.Lon},
			})
		}
	}
	line, err := json.Marshal(map[string]any{"hashiya": 1, "kind": "project", "name": "gold", "entities": entities})
	if err != nil {
		t.Fatal(err)
	}
	store, p := newProject(t)
	path := filepath.Join(t.TempDir(), "entities.jsonl")
	if err := os.WriteFile(path, line, 0o600); err != nil {
		t.Fatal(err)
	}
	importAll(t, store, p, path)
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	return store, p
}

// importAll imports paths of which none may be refused.
func importAll(t testing.TB, store *sqlite.Store, p *annotate.Project, paths ...string) *annotate.Report {
	t.Helper()
	report, err := p.Import(context.Background(), store, paths, nil)
	if err != nil || len(report.Refused) > 0 || len(report.Notes) > 0 {
		t.Fatalf("import of %v: %v, %+v", paths, err, report)
	}
	return report
}
