package annotate_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// rebuilt is one gold article in a project.
type rebuilt struct {
	goldArticle
	id    string
	items map[string]string // ids of items by those of the gold, and by the events' keys
}

// must passes what the session did, or had no need to do.
func must(t testing.TB, what string, err error) {
	t.Helper()
	if err != nil && !errors.Is(err, annotate.ErrNothingNew) {
		t.Fatalf("%s: %v", what, err)
	}
}

// setFields sets the fields of an item, entities given by key.
func setFields(t testing.TB, p *annotate.Project, s *annotate.Session, id string, fields map[string][]string) {
	t.Helper()
	for name, values := range fields {
		f, found := model.FieldOf(s.Item(id).Kind(), name)
		if !found {
			t.Fatalf("%s has no field %q", s.Item(id).Kind(), name)
		}
		must(t, id+" "+name, s.SetField(id, name, toIDs(t, p, f, values)...))
	}
}

func toIDs(t testing.TB, p *annotate.Project, f model.Field, keys []string) []string {
	t.Helper()
	if f.Entity == model.NoEntity {
		return keys
	}
	ids := make([]string, len(keys))
	for i, key := range keys {
		e, found := p.Entities().ByKey(key)
		if !found {
			t.Fatalf("the project has no entity %q", key)
		}
		ids[i] = e.ID
	}
	return ids
}

// rebuild annotates one gold article as a person would: it selects the words
// with the letters attached to them, and mends what the program made of them.
func rebuild(t *testing.T, store *sqlite.Store, p *annotate.Project, name string, right *tally) rebuilt {
	t.Helper()
	r := rebuilt{goldArticle: readGold[goldArticle](t, name), items: map[string]string{}}
	importAll(t, store, p, filepath.Join(shared(t), "seeds", r.File))
	articles, err := store.Articles()
	if err != nil {
		t.Fatal(err)
	}
	r.id = articles[len(articles)-1].ID
	s := open(t, p, r.id)
	must(t, "published", s.SetArticleFact("published", r.PublicationDate))
	for _, g := range r.Spans {
		id, err := s.Annotate(g.kind(), g.TokStart, g.TokEnd)
		must(t, g.ID, err)
		r.items[g.ID] = id
		right.add(p, s, g, id)
		must(t, g.ID, s.Move(s.SpansOf(id)[0].ID, g.Start, g.End))
		setFields(t, p, s, id, g.fields())
	}
	for from, ties := range links(r.goldArticle) {
		for _, link := range ties {
			must(t, from, s.Link(r.items[from], link.Type, r.items[link.Count]))
		}
	}
	type description struct{ Desc string }
	titles := readGold[struct{ Events map[string]description }](t, "cross_article.json").Events
	for key, counts := range events(r.goldArticle) {
		id, err := s.Add(model.KindEvent)
		must(t, key, err)
		r.items[key] = id
		must(t, key, s.SetField(id, "title", titles[key].Desc))
		var members []model.Member
		for _, count := range counts {
			members = append(members, model.Member{ID: r.items[count]})
		}
		must(t, key, s.SetMembers(id, members))
	}
	return r
}

// expect compares an article with its gold.
func (r rebuilt) expect(t *testing.T, d *dataset.Document) {
	t.Helper()
	if len(d.Records) != 1 || d.Article.Published != r.PublicationDate {
		t.Fatalf("%s: %d records, published %q", r.File, len(d.Records), d.Article.Published)
	}
	record := d.Records[0]
	items, spans := map[string]model.Item{}, map[string][]model.Span{}
	for _, item := range record.Items {
		items[item.Meta().ID] = item
	}
	for _, span := range record.Spans {
		spans[span.Item] = append(spans[span.Item], span)
	}
	if want := len(r.Spans) + len(events(r.goldArticle)); len(items) != want || len(record.Spans) != len(r.Spans) {
		t.Errorf("%s: %d items and %d spans, want %d and %d", r.File, len(items), len(record.Spans), want, len(r.Spans))
	}
	ties := links(r.goldArticle)
	for _, g := range r.Spans {
		id := r.items[g.ID]
		if own := spans[id]; len(own) != 1 || own[0].Start != g.Start || own[0].End != g.End || own[0].Text != g.Text || own[0].Field != "" {
			t.Errorf("%s: words %+v, want %d-%d", g.ID, own, g.Start, g.End)
		}
		expectFields(t, g.ID, items[id], g.fields())
		if count, is := items[id].(*model.Count); is {
			var want []model.Link
			for _, link := range ties[g.ID] {
				want = append(want, model.Link{Type: link.Type, Count: r.items[link.Count]})
			}
			if !slices.Equal(count.Links, want) {
				t.Errorf("%s: links %v, want %v", g.ID, count.Links, want)
			}
		}
	}
	for key, counts := range events(r.goldArticle) {
		event, is := items[r.items[key]].(*model.Event)
		if !is || event.Title == "" || len(event.Members) != len(counts) {
			t.Fatalf("event %s: %+v, want %d counts", key, event, len(counts))
		}
		for i, count := range counts {
			if event.Members[i] != (model.Member{ID: r.items[count]}) {
				t.Errorf("event %s: member %d is %+v, want %s", key, i, event.Members[i], count)
			}
		}
	}
}

func expectFields(t *testing.T, name string, item model.Item, want map[string][]string) {
	t.Helper()
	if item == nil {
		t.Errorf("%s is missing", name)
		return
	}
	for field, values := range want {
		f, _ := model.FieldOf(item.Kind(), field)
		if got := f.Get(item); !slices.Equal(got, values) {
			t.Errorf("%s: field %q is %q, want %q", name, field, got, values)
		}
	}
}

// TestGoldRoundTrip builds the whole careful reading of three real articles,
// exports it, reads the file back, and imports it into a new project.
func TestGoldRoundTrip(t *testing.T) {
	shared(t)
	store, p := goldProject(t)
	right := &tally{}
	built := map[string]rebuilt{}
	for _, name := range []string{"000.json", "001.json", "002.json"} {
		r := rebuild(t, store, p, name, right)
		built[r.id] = r
	}
	right.report(t)
	expectNoFindings(t, store)

	path := filepath.Join(t.TempDir(), "gold.jsonl")
	first := export(t, store, p, path)
	expectGold(t, built, path)
	second, q := newProject(t)
	importAll(t, second, q, path)
	again := filepath.Join(t.TempDir(), "again.jsonl")
	if body := export(t, second, q, again); body != first {
		t.Errorf("exported after the import, the file differs: %s", firstDifference(first, body))
	}
	expectNoFindings(t, second)
	if report := importAll(t, second, q, path); report.Added+report.Records != 0 || len(report.Duplicates) != 3 {
		t.Errorf("importing the file again: %+v", report)
	}
}

func expectGold(t *testing.T, built map[string]rebuilt, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := 0
	refused, err := dataset.ReadJSONL(f, func(_ int, _ *dataset.Header, d *dataset.Document) error {
		if d != nil {
			seen++
			built[d.Article.ID].expect(t, d)
		}
		return nil
	})
	if err != nil || len(refused) > 0 || seen != len(built) {
		t.Errorf("read back %d articles: %v, %v", seen, refused, err)
	}
}

func export(t testing.TB, store *sqlite.Store, p *annotate.Project, path string) string {
	t.Helper()
	format := dataset.Formats()[0]
	if _, err := p.Export(context.Background(), store, format, path, false, nil); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func firstDifference(a, b string) string {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	around := func(s string) string { return strings.ToValidUTF8(s[max(0, n-80):min(len(s), n+80)], "") }
	return fmt.Sprintf("at byte %d: %q and %q", n, around(a), around(b))
}
