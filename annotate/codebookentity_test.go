package annotate_test

import (
	"context"
	"errors"
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

func TestMergedEntities(t *testing.T) {
	store, p, s := supervised(t)
	entity := func(name, sort string) model.Entity {
		e, err := p.NewEntity(name, sort)
		must(t, "entity", err)
		return e
	}
	a, b, c := entity("الفصيل", "non_state_armed_group"), entity("الفصيل الأول", ""), entity("الفيلق", "non_state_armed_group")
	town := entity("هجين", "town")
	id, err := s.Add(model.KindCount)
	must(t, "add", err)
	must(t, "who", s.SetField(id, "who", a.ID, b.ID, c.ID))
	must(t, "bind", s.Bind(id, "who", a.ID, 0, 2))
	must(t, "merge", p.MergeEntity(a.ID, b.ID))
	must(t, "merge again", p.MergeEntity(b.ID, c.ID))
	for name, err := range map[string]error{
		"ring": p.MergeEntity(c.ID, a.ID), "twice": p.MergeEntity(a.ID, c.ID), "itself": p.MergeEntity(c.ID, c.ID), "a place": p.MergeEntity(c.ID, town.ID),
		"nothing": p.MergeEntity("none", c.ID), "into nothing": p.MergeEntity(c.ID, "none"),
	} {
		var refused *annotate.EntityError
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if e, _ := p.Entities().ByID(a.ID); e.ID != c.ID || len(p.Entities().All()) != 2 {
		t.Errorf("%+v stands for the first of %+v", e, p.Entities().All())
	}
	if found := p.Entities().ByName("الفصيل"); len(found) != 1 || found[0].ID != c.ID {
		t.Errorf("by name: %+v", found)
	}
	// The tables have what stands now, the lossless format what the record says.
	if who := column(t, store, "counts", "who"); who != c.Key {
		t.Errorf("who in the table: %q", who)
	}
	if spans := column(t, store, "spans", "entity"); spans != c.Key {
		t.Errorf("entity of the span in the table: %q", spans)
	}
	if body := export(t, store, p, filepath.Join(t.TempDir(), "x.jsonl")); !strings.Contains(body, `"merged_into":"`+b.Key+`"`) || !strings.Contains(body, `"spans":["`) ||
		!strings.Contains(body, `{"entity":"`+a.Key+`"`) {
		t.Errorf("lines are %s", body)
	}
	must(t, "undo", p.UndoEntity())
	if e, _ := p.Entities().ByID(a.ID); e.ID != b.ID {
		t.Errorf("after one undo %q stands for the first", e.Key)
	}
	must(t, "undo", p.UndoEntity())
	must(t, "redo", p.RedoEntity())
	if undo, redo, err := p.EntitySteps(); undo != "edit.entity.merge" || redo != "edit.entity.merge" || err != nil {
		t.Errorf("steps are %q and %q, %v", undo, redo, err)
	}
	must(t, "undo", p.UndoEntity())
	must(t, "undo of the town", p.UndoEntity())
	if err := p.UndoEntity(); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("undo of an entity in use: %v", err)
	}
	if s.Item(id).(*model.Count).Who[0] != a.ID {
		t.Error("the record was rewritten")
	}
	expectNoFindings(t, store)
}

// TestRivalsFollowMerges makes two claims the same claim, and rivals again, by
// merging those whom they are about and those who make them.
func TestRivalsFollowMerges(t *testing.T) {
	_, p, s := supervised(t)
	var ids []string
	for _, name := range []string{"a", "b", "c", "d"} {
		e, err := p.NewEntity(name, "")
		must(t, "entity", err)
		ids = append(ids, e.ID)
	}
	for i := range 2 {
		id, err := s.Add(model.KindCount)
		must(t, "add", err)
		must(t, "kind", s.SetField(id, "kind", []string{"killed", "affected"}[i]))
		must(t, "who", s.SetField(id, "who", ids[i]))
		must(t, "claimed_by", s.SetField(id, "claimed_by", ids[2+i]))
	}
	expect := func(want int, when string) {
		t.Helper()
		if got := len(s.Rivals()); got != want {
			t.Errorf("%s there are %d groups of rivals, want %d", when, got, want)
		}
	}
	must(t, "merge", p.MergeEntity(ids[0], ids[1]))
	expect(0, "of different kinds")
	must(t, "merge", p.MergeCode("count_kind", "affected", "killed"))
	expect(1, "of one kind and the same people")
	must(t, "merge", p.MergeEntity(ids[2], ids[3]))
	expect(0, "by the same claimant")
	must(t, "undo", p.UndoEntity())
	expect(1, "by two again")
	if live := p.Entities().Live([]string{ids[1], ids[0], ids[2]}); len(live) != 2 || live[0] != ids[1] {
		t.Errorf("live are %q", live)
	}
}

// TestNoEntityIsPartOfItself merges along a line of parents.
func TestNoEntityIsPartOfItself(t *testing.T) {
	store, p, _ := supervised(t)
	lines(t, store, p, header(t, named("top"), named("mid", "parent", "top"), named("low", "parent", "mid")))
	must(t, "reload", p.Reload())
	id := func(key string) string {
		e, _ := p.Entities().ByKey(key)
		return e.ID
	}
	if err := p.MergeEntity(id("top"), id("low")); err == nil || !strings.Contains(err.Error(), "part of itself") {
		t.Errorf("a whole into its part: %v", err)
	}
	must(t, "a part into its whole", p.MergeEntity(id("low"), id("top")))
	expectNoFindings(t, store)
}

// column returns the cells of a column of a table of the CSV export, one of
// each, joined.
func column(t testing.TB, store *sqlite.Store, table, name string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "csv")
	formats := dataset.Formats()
	format := formats[slices.IndexFunc(formats, func(f dataset.Format) bool { return f.Name == "csv" })]
	_, err := annotate.Export(context.Background(), store, format, dir, false, nil)
	must(t, "export", err)
	body, err := os.ReadFile(filepath.Join(dir, table+".csv"))
	must(t, "read", err)
	rows := strings.Split(strings.TrimSpace(string(body)), "\r\n")
	at := slices.Index(strings.Split(strings.TrimPrefix(rows[0], "\ufeff"), ","), name)
	var cells []string
	for _, row := range rows[1:] {
		if cell := strings.Split(row, ",")[at]; !slices.Contains(cells, cell) {
			cells = append(cells, cell)
		}
	}
	return strings.Join(cells, "|")
}
