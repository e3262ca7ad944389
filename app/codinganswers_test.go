package app

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/model"
	"hashiya/samples"
)

// answers is what an article is to be coded as. Entities go by their keys, items
// by ids of its own.
type answers struct {
	published, relevance, note string
	items                      []*answerItem // events first
	proved                     bool          // it says what evidence each field has
}

// answerItem is one item with everything that belongs to it.
type answerItem struct {
	id     string
	kind   model.Kind
	words  model.Range // none for an event
	fields map[string][]string
	proof  []model.Span // field, entity and range of the evidence
	links  []model.Link
	events []model.Member // the events it is in, with its role there
}

func (a *answers) item(id string) *answerItem {
	i := slices.IndexFunc(a.items, func(item *answerItem) bool { return item.id == id })
	return a.items[i]
}

func (a *answers) of(kind model.Kind) []*answerItem {
	var list []*answerItem
	for _, item := range a.items {
		if item.kind == kind {
			list = append(list, item)
		}
	}
	slices.SortStableFunc(list, func(x, y *answerItem) int { return cmp.Compare(x.words.Start, y.words.Start) })
	return list
}

// coded names the fields that a coder fills.
func coded(kind model.Kind) []model.Field {
	fields := slices.Clone(model.Fields(kind))
	for _, name := range []string{"certainty", "note"} {
		f, _ := model.FieldOf(kind, name)
		fields = append(fields, f)
	}
	return fields
}

// answersOf reads a record of a file.
func answersOf(published string, r *dataset.Record) *answers {
	a := &answers{published: published, relevance: r.Relevance, note: r.Note, proved: true}
	by := map[string]*answerItem{}
	for _, item := range r.Items {
		one := &answerItem{id: item.Meta().ID, kind: item.Kind(), fields: map[string][]string{}}
		for _, f := range coded(one.kind) {
			if values := f.Get(item); len(values) > 0 {
				one.fields[f.Name] = values
			}
		}
		if count, is := item.(*model.Count); is {
			one.links = slices.Clone(count.Links)
		}
		by[one.id] = one
		a.items = append(a.items, one)
	}
	for _, item := range r.Items {
		if event, is := item.(*model.Event); is {
			for _, m := range event.Members {
				by[m.ID].events = append(by[m.ID].events, model.Member{ID: event.ID, Role: m.Role})
			}
		}
	}
	for _, span := range r.Spans {
		one := by[span.Item]
		if span.Field == "" && one.words.End == 0 {
			one.words = model.Range{Start: span.Start, End: span.End}
		} else {
			one.proof = append(one.proof, model.Span{Field: span.Field, Entity: span.Entity, Start: span.Start, End: span.End})
		}
	}
	return a
}

// plainItem is an item in a form that can be compared.
type plainItem struct {
	Kind   model.Kind
	Words  model.Range
	Fields map[string][]string
	Proof  []string
	Links  []string
	Events []string
}

// plainAnswers is a coded article in a form that can be compared.
type plainAnswers struct {
	Published, Relevance, Note string
	Items                      map[string]plainItem
}

// plain names a role in an event only where it is another one than the item's
// own, which is what a member without a role has.
func (a *answers) plain(published string) *plainAnswers {
	p := &plainAnswers{Published: cmp.Or(a.published, published), Relevance: a.relevance, Note: a.note, Items: map[string]plainItem{}}
	for _, item := range a.items {
		one := plainItem{Kind: item.kind, Words: item.words, Fields: item.fields}
		for _, s := range item.proof {
			one.Proof = append(one.Proof, fmt.Sprintf("%s %s %d-%d", s.Field, s.Entity, s.Start, s.End))
		}
		for _, l := range item.links {
			one.Links = append(one.Links, l.Type+" "+l.Count)
		}
		for _, m := range item.events {
			role := m.Role
			if slices.Equal(item.fields["role"], []string{role}) {
				role = ""
			}
			one.Events = append(one.Events, m.ID+" "+role)
		}
		for _, list := range [][]string{one.Proof, one.Links, one.Events} {
			slices.Sort(list)
		}
		p.Items[item.id] = one
	}
	return p
}

func (p *plainAnswers) withoutProof() {
	for id, item := range p.Items {
		item.Proof = nil
		p.Items[id] = item
	}
}

// renamed gives the items of an exported record the ids of those that they were
// made for.
func (a *answers) renamed(names map[string]string) *answers {
	name := func(id string) string { return cmp.Or(names[id], id) }
	for _, item := range a.items {
		item.id = name(item.id)
		for i := range item.links {
			item.links[i].Count = name(item.links[i].Count)
		}
		for i := range item.events {
			item.events[i].ID = name(item.events[i].ID)
		}
	}
	return a
}

// exported writes the project as a dataset and reads the coder's record of the
// article on the screen from it. made holds the ids made, by those wanted.
func exported(t testing.TB, d *desk, made map[string]string) *plainAnswers {
	t.Helper()
	article := d.work().session.Article().ID
	path := filepath.Join(t.TempDir(), "coded.jsonl")
	if _, err := d.project.Export(context.Background(), d.store, dataset.Formats()[0], path, false, nil); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for wanted, id := range made {
		names[id] = wanted
	}
	var found *plainAnswers
	refused, err := dataset.ReadJSONL(bytes.NewReader(body), func(_ int, _ *dataset.Header, doc *dataset.Document) error {
		if doc != nil && doc.Article.ID == article {
			for i := range doc.Records {
				if doc.Records[i].Annotator == "coder" {
					found = answersOf(doc.Article.Published, &doc.Records[i]).renamed(names).plain("")
				}
			}
		}
		return nil
	})
	if err != nil || len(refused) > 0 || found == nil {
		t.Fatalf("the exported file: %v, %v", refused, err)
	}
	return found
}

// sampleLines returns the project line of the samples and one article.
func sampleLines(t *testing.T, name string) []byte {
	t.Helper()
	lines := bytes.SplitAfter(samples.JSONL(), []byte("\n"))
	article, err := os.ReadFile(filepath.Join("..", "samples", name))
	if err != nil {
		t.Fatal(err)
	}
	return append(slices.Clone(lines[0]), article...)
}

// sampleAnswers reads the one record of the project.
func sampleAnswers(t *testing.T, d *desk) *answers {
	t.Helper()
	for doc, err := range annotate.Documents(d.store) {
		if err != nil {
			t.Fatal(err)
		}
		a := answersOf("", &doc.Records[0])
		return a
	}
	t.Fatal("the project has no article")
	return nil
}
