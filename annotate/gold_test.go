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
	for total, parts := range totals(r.goldArticle) {
		for _, part := range parts {
			must(t, total, s.Link(r.items[total], "total_of", r.items[part]))
		}
	}
	for from, ties := range links(r.goldArticle) {
		for _, link := range ties {
			must(t, from, s.Link(r.items[from], link.Type, r.items[link.Count]))
		}
	}
	type description struct{ Desc string }
	titles := readGold[struct{ Events map[string]description }](t, "cross_article.json").Events
	for key, counts := range events(r.goldArticle) {
		id, err := s.NewEvent(titles[key].Desc)
		must(t, key, err)
		r.items[key] = id
		for _, count := range counts {
			must(t, key, s.Assign(id, r.items[count], ""))
		}
	}
	must(t, "relevance", s.SetRecordField("relevance", "relevant"))
	r.expectRead(t, s)
	return r
}

// expectRead compares what a window reads of links and events with the gold: a
// careful reading has no errors, and what is in no event is background.
func (r rebuilt) expectRead(t *testing.T, s *annotate.Session) {
	t.Helper()
	for _, p := range s.Problems() {
		if p.Severity == annotate.Error {
			t.Errorf("%s: %+v in the gold", r.File, p)
		}
	}
	var background []string
	told := events(r.goldArticle)
	for _, g := range r.Spans {
		if g.kind() == model.KindCount && len(g.texts("event")) == 0 {
			background = append(background, r.items[g.ID])
		}
	}
	if got := s.Background(model.KindCount); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(background))) {
		t.Errorf("%s: counts in no event: %v, want %v", r.File, got, background)
	}
	for key, counts := range told {
		sentence, found := s.Sentence(r.items[key])
		if !found || sentence.Title == "" || len(sentence.Counts) == 0 || len(sentence.Counts) > len(counts) {
			t.Errorf("%s: event %s reads as %+v", r.File, key, sentence)
		}
	}
	for total, parts := range totals(r.goldArticle) {
		if got := s.LinksOf(r.items[total]); len(got) != len(parts) || !got[0].Derived || got[0].Type != "total_of" {
			t.Errorf("%s: the total %s is tied to %v", r.File, total, got)
		}
	}
	r.expectSums(t, s)
}

// expectSums repeats the arithmetic of those who read the articles.
func (r rebuilt) expectSums(t *testing.T, s *annotate.Session) {
	t.Helper()
	checks := readGold[struct {
		Arithmetic []struct {
			Article, Total, OK string
			Parts              []string
		} `json:"arithmetic_checks"`
	}](t, "cross_article.json").Arithmetic
	ids := localIDs(r.goldArticle)
	for _, check := range checks {
		if check.Article != r.ID {
			continue
		}
		var want []string
		for _, part := range check.Parts {
			want = append(want, r.items[ids[part]])
		}
		sum, parts, complete, equal := s.TotalOf(r.items[ids[check.Total]])
		_, figure, _ := strings.Cut(check.OK, "=")
		if string(sum) != figure || !slices.Equal(parts, want) || !complete || !equal {
			t.Errorf("%s: %s is the sum of %d parts: %q, complete %t, equal %t; want %s", r.ID, check.Total, len(parts), sum, complete, equal, check.OK)
		}
		r.expectBroken(t, s, r.items[ids[check.Parts[0]]], r.items[ids[check.Total]])
	}
	if r.ID == "001" && len(checks) != 2 {
		t.Errorf("%d arithmetic checks, want 2", len(checks))
	}
}

// expectBroken changes a part, sees the total flagged and nothing corrected, and
// takes the change back.
func (r rebuilt) expectBroken(t *testing.T, s *annotate.Session, part, total string) {
	t.Helper()
	before := s.Item(total).(*model.Count).Value
	must(t, "part", s.SetField(part, "value", "100"))
	flagged := slices.ContainsFunc(s.Problems(), func(p annotate.Problem) bool { return p.Kind == annotate.ProblemTotal && p.Item == total })
	if !flagged || s.Item(total).(*model.Count).Value != before {
		t.Errorf("%s: a part of 100: flagged %t, the total is %s", r.ID, flagged, s.Item(total).(*model.Count).Value)
	}
	must(t, "undo", s.Undo())
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
