package annotate_test

import (
	"fmt"
	"os"
	"testing"

	"hashiya/model"
)

// BenchmarkCodebookEdit edits the default codebook; "bytes/edit" is what the
// file grows by with each.
func BenchmarkCodebookEdit(b *testing.B) {
	store, p, _ := supervised(b)
	size := func() int64 {
		info, err := os.Stat(store.Path())
		must(b, "size", err)
		return info.Size()
	}
	before := size()
	for i := 0; b.Loop(); i++ {
		must(b, "family", p.NameFamily("combat", model.Names{En: fmt.Sprint(i)}))
	}
	b.ReportMetric(float64(size()-before)/float64(b.N), "bytes/edit")
}

// BenchmarkStale lists the stale items of a record with 2,000 items, made under
// ten versions.
func BenchmarkStale(b *testing.B) {
	store, p, s := supervised(b)
	for v := range 10 {
		must(b, "family", p.NameFamily("combat", model.Names{En: fmt.Sprint(v)}))
		var rows []model.RowChange
		if v == 0 {
			tactic(b, s, "siege")
		}
		for i := range 200 {
			rows = append(rows, model.RowChange{After: &model.Tactic{
				Head: model.Head{ID: fmt.Sprintf("0190aaaa-0000-7000-8000-%012d", 1000*v+i), Record: s.Record().ID, Codebook: p.Codebook().Ref()}, Code: "siege",
			}})
		}
		_, err := store.Apply(model.Edit{Author: p.Annotator().ID, Scope: model.ScopeArticle, Article: s.Article().ID, Label: "edit.test", Rows: rows})
		must(b, "items", err)
	}
	must(b, "retire", p.RetireCode("tactic", "siege"))
	for b.Loop() {
		stale, err := p.Stale()
		if err != nil || len(stale) != 2001 {
			b.Fatalf("%d stale, %v", len(stale), err)
		}
	}
}
