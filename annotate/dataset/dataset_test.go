package dataset

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"hashiya/model"
)

// order lists the ids of a document's records, items and spans.
func order(d *Document) (ids []string) {
	for _, r := range d.Records {
		ids = append(ids, r.ID)
		for _, item := range r.Items {
			ids = append(ids, item.Meta().ID)
		}
		for _, s := range r.Spans {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

func TestSort(t *testing.T) {
	head := func(id string) model.Head { return model.Head{ID: id} }
	d := &Document{Records: []Record{
		{Record: model.Record{ID: "r3", Annotator: "b"}},
		{Record: model.Record{ID: "r2", Annotator: "a"}},
		{
			Record: model.Record{ID: "r1", Annotator: "a"},
			Items: []model.Item{
				&model.Count{Head: head("none")},
				&model.Count{Head: head("late")},
				&model.Count{Head: head("early")},
				&model.Count{Head: head("evidence only")},
				&model.Actor{Head: head("actor")},
			},
			Spans: []model.Span{
				{ID: "s1", Item: "late", Start: 5, End: 6},
				{ID: "s2", Item: "early", Start: 9, End: 10},
				{ID: "s3", Item: "early", Start: 3, End: 4},
				{ID: "s4", Item: "evidence only", Field: "kind", Start: 0, End: 1},
				{ID: "s5", Item: "late", Start: 5, End: 8},
				{ID: "s0", Item: "actor", Start: 9, End: 10},
			},
		},
	}}
	before := order(d)
	want := []string{
		"r1", "actor", "early", "late", "evidence only", "none", "s4", "s3", "s5", "s1", "s0", "s2",
		"r2", "r3",
	}
	if diff := cmp.Diff(want, order(d.sorted())); diff != "" {
		t.Errorf("sorted:\n%s", diff)
	}
	if diff := cmp.Diff(before, order(d)); diff != "" {
		t.Errorf("sorted changed the document:\n%s", diff)
	}
	work := model.Work{Items: map[string]model.Item{}, Spans: map[string]model.Span{}}
	for _, item := range d.Records[2].Items {
		work.Items[item.Meta().ID] = item
	}
	for _, s := range d.Records[2].Spans {
		work.Spans[s.ID] = s
	}
	d.Sort()
	counts := slices.DeleteFunc(d.Records[0].Items, func(item model.Item) bool { return item.Kind() != model.KindCount })
	if diff := cmp.Diff(work.Order(model.KindCount), counts); diff != "" {
		t.Errorf("the order is not that of the model:\n%s", diff)
	}
}
