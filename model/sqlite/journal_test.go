package sqlite

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"hashiya/model"
)

func TestNumbersHaveNoGaps(t *testing.T) {
	s := create(t, Options{})
	var edits []model.Edit
	taken := entity("a")
	edits = append(edits, apply(t, s, added(taken)))
	for _, bad := range []model.Edit{added(taken), {}, added(&model.Entity{ID: newID(), Key: "a"})} {
		if _, err := s.Apply(bad); err == nil {
			t.Errorf("%+v is taken", bad)
		}
	}
	for i := range 5 {
		edits = append(edits, apply(t, s, added(entity(fmt.Sprint(i)))))
	}
	for i, e := range edits {
		if e.Seq != int64(i+1) || e.Device != edits[0].Device || e.Device == "" {
			t.Errorf("edit %d has the stamp %+v", i, e.Stamp)
		}
		if i > 0 && e.Time <= edits[i-1].Time {
			t.Errorf("edit %d is not later than the one before", i)
		}
		got, err := s.Edit(e.Stamp)
		if err != nil || !reflect.DeepEqual(got, e) {
			t.Errorf("read %+v, %v, want %+v", got, err, e)
		}
	}
	if n := value[int](t, s, "SELECT count(*) FROM edit"); n != len(edits) {
		t.Errorf("%d edits are kept, want %d", n, len(edits))
	}
}

func TestApplyRefusesWhatChanged(t *testing.T) {
	s := create(t, Options{})
	was := entity("a")
	apply(t, s, added(was))
	now := *was
	now.NameAr = "اسم"
	apply(t, s, model.Edit{Rows: []model.RowChange{{Before: was, After: &now}}})
	later := now
	later.Type = "state"
	for name, c := range map[string]struct {
		change model.RowChange
		want   error
	}{
		"same id":    {model.RowChange{After: entityWith(was.ID, "b")}, ErrTaken},
		"stale":      {model.RowChange{Before: was, After: &later}, ErrChanged},
		"not there":  {model.RowChange{Before: entity("x"), After: entity("x")}, ErrChanged},
		"second row": {model.RowChange{Before: was, After: was}, ErrChanged},
	} {
		other := entity("new " + name)
		_, err := s.Apply(model.Edit{Scope: model.ScopeEntity, Label: "l", Rows: []model.RowChange{{After: other}, c.change}})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if n := value[int](t, s, "SELECT count(*) FROM entity WHERE id = ?", other.ID); n != 0 {
			t.Errorf("%s: half of the refused edit is in", name)
		}
	}
	raw := now
	if _, err := s.db.Exec("UPDATE entity SET name_en = 'changed behind its back' WHERE id = ?", was.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(model.Edit{Scope: model.ScopeEntity, Label: "l", Rows: []model.RowChange{{Before: &raw, After: &later}}}); !errors.Is(err, ErrChanged) {
		t.Errorf("a row changed behind its back: %v", err)
	}
}

func entityWith(id, key string) *model.Entity { return &model.Entity{ID: id, Key: key} }

func TestImportTakesWhatIsRight(t *testing.T) {
	s := create(t, Options{})
	known := addArticle(t, s, "نص معروف")
	one, doubled, orphan, last := articleOf("أ"), articleOf("أ"), articleOf("ث"), articleOf("ج")
	batch := []model.Import{
		importOf(one, "أ"), importOf(doubled, "أ"), importOf(&model.Article{ID: known.ID, SHA256: "9"}, "ت"),
		importOf(orphan, "ث"), importOf(last, "ج"),
	}
	batch[3].Edit.Rows = append(batch[3].Edit.Rows, model.RowChange{After: &model.Record{
		ID: newID(), Article: orphan.ID, Annotator: "nobody", Kind: model.RecordAnnotation, Status: model.Submitted, Codebook: "test@1",
	}})
	refused, err := s.Import(batch)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, true, true, true, false} {
		if (refused[i] != nil) != want {
			t.Errorf("element %d: %v", i, refused[i])
		}
	}
	if !errors.Is(refused[2], ErrTaken) {
		t.Errorf("the same id with other content: %v", refused[2])
	}
	for _, table := range []string{"article", "article_text", "edit"} {
		if n := value[int](t, s, "SELECT count(*) FROM "+table); n != 3 {
			t.Errorf("%s has %d rows, want those of 3 articles", table, n)
		}
	}
	if top := value[int](t, s, "SELECT max(seq) FROM edit"); top != 3 {
		t.Errorf("the last number is %d, want 3: the refused ones left gaps", top)
	}
	expectClean(t, s)
}

func TestClockNeverGoesBack(t *testing.T) {
	now := time.UnixMilli(2_000_000)
	options := Options{Devices: memory{}, Now: func() time.Time { return now }}
	s := create(t, options)
	first := apply(t, s, added(entity("a")))
	now = now.Add(-time.Hour)
	second := apply(t, s, added(entity("b")))
	closeStore(t, s)
	s = reopen(t, s.Path(), options)
	third := apply(t, s, added(entity("c")))
	now = now.Add(2 * time.Hour)
	fourth := apply(t, s, added(entity("d")))
	if !(first.Time < second.Time && second.Time < third.Time && third.Time < fourth.Time) {
		t.Errorf("times %d %d %d %d", first.Time, second.Time, third.Time, fourth.Time)
	}
	if third.Time.Millis() != 2_000_000 || fourth.Time.Millis() != now.UnixMilli() {
		t.Errorf("the clock says %d and %d ms", third.Time.Millis(), fourth.Time.Millis())
	}
}

func TestHistoryIsOneAnnotatorsOnOneArticle(t *testing.T) {
	s := create(t, Options{})
	a, b := addArticle(t, s, "نص أول"), addArticle(t, s, "نص ثان")
	people := []*model.Annotator{{ID: newID(), Name: "p", Role: model.RoleAnnotator}, {ID: newID(), Name: "q", Role: model.RoleAnnotator}}
	apply(t, s, added(people[0], people[1]))
	var want []model.Stamp
	for i, c := range []struct {
		article, author string
		scope           model.Scope
	}{
		{a.ID, people[0].ID, model.ScopeArticle},
		{a.ID, people[1].ID, model.ScopeArticle},
		{b.ID, people[0].ID, model.ScopeArticle},
		{a.ID, people[0].ID, model.ScopeImport},
		{a.ID, people[0].ID, model.ScopeArticle},
	} {
		e := added(entity(fmt.Sprint(i)))
		e.Article, e.Author, e.Scope, e.Label, e.Selection = c.article, c.author, c.scope, "l", model.Range{Start: 1, End: i}
		if i == 4 {
			e.Undoes = &want[0]
		}
		e = apply(t, s, e)
		if i == 0 || i == 4 {
			want = append(want, e.Stamp)
		}
	}
	edits, err := s.History(a.ID, people[0].ID)
	if err != nil || len(edits) != 2 {
		t.Fatalf("history %+v, %v", edits, err)
	}
	for i, e := range edits {
		if e.Stamp != want[i] || e.Rows != nil || e.Label != "l" || e.Selection.Start != 1 {
			t.Errorf("edit %d is %+v", i, e)
		}
	}
	if edits[0].Undoes != nil || *edits[1].Undoes != want[0] {
		t.Errorf("undone: %v, %v", edits[0].Undoes, edits[1].Undoes)
	}
}

func TestManyGoroutines(t *testing.T) {
	s := create(t, Options{})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 10 {
				if _, err := s.Apply(model.Edit{Scope: model.ScopeEntity, Label: "l", Rows: added(entity(newID())).Rows}); err != nil {
					t.Error(err)
				}
				if _, err := s.Entities(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if n := value[int](t, s, "SELECT max(seq) FROM edit"); n != 80 {
		t.Errorf("%d edits, want 80", n)
	}
}
