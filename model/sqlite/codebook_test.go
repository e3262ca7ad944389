package sqlite

import (
	"fmt"
	"slices"
	"testing"

	"hashiya/model"
)

// coded makes a record of one article with codes at every sort of place.
func coded(t testing.TB, s *Store) (article string, r *model.Record, rows []model.Row) {
	t.Helper()
	a := addArticle(t, s, "نص")
	who := &model.Annotator{ID: newID(), Name: "n", Role: model.RoleAnnotator}
	r = &model.Record{ID: newID(), Article: a.ID, Annotator: who.ID, Kind: model.RecordAnnotation, Status: model.InProgress, Codebook: "test@1", Relevance: "relevant"}
	head := func(version string) model.Head { return model.Head{ID: newID(), Record: r.ID, Codebook: version} }
	actor := &model.Actor{Head: head(""), Role: "victim"}
	place := &model.Location{Head: head("test@2"), Role: "other"}
	first := &model.Count{Head: head("test@2"), What: "killed"}
	second := &model.Count{Head: head("test@2"), What: "killed", Links: []model.Link{{Type: "part_of", Count: first.ID}}}
	event := &model.Event{Head: head("test@2"), Members: []model.Member{{ID: actor.ID, Role: "other"}, {ID: place.ID, Role: "other"}, {ID: first.ID}}}
	gone := &model.Tactic{Head: head("test@2"), Code: "siege"}
	gone.Deleted = true
	rows = []model.Row{who, r, actor, place, first, second, event, gone}
	e := added(rows...)
	e.Scope, e.Article, e.Label = model.ScopeArticle, a.ID, "test"
	apply(t, s, e)
	return a.ID, r, rows
}

func TestCodeUsers(t *testing.T) {
	s := create(t, Options{})
	article, r, rows := coded(t, s)
	place, second, event := rows[3].RowID(), rows[5].RowID(), rows[6].RowID()
	apply(t, s, added(&model.Entity{ID: newID(), Key: "k", Type: "town"}))
	ref := func(list, key string) model.CodeRef { return model.CodeRef{List: list, Key: key} }
	for name, c := range map[string]struct {
		code    model.CodeRef
		version string
		want    []string // field and item of each user
	}{
		"of the record":       {ref("relevance", "relevant"), "", []string{"relevance "}},
		"of a field":          {ref("location_role", "other"), "", []string{"role " + place, "members " + event}},
		"of a member":         {ref("actor_role", "other"), "", []string{"members " + event}},
		"of a link":           {ref("link_type", "part_of"), "", []string{"links " + second}},
		"version of a record": {ref("actor_role", "victim"), "test@1", []string{"role " + rows[2].RowID()}},
		"another version":     {ref("actor_role", "victim"), "test@2", nil},
		"version of an item":  {ref("link_type", "part_of"), "test@2", []string{"links " + second}},
		"deleted":             {ref("tactic", "siege"), "", nil},
		"nobody's":            {ref("tactic", "none"), "", nil},
	} {
		users, err := s.CodeUsers([]model.CodeRef{c.code}, c.version)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, u := range users {
			got = append(got, u.Field+" "+u.Item)
			if u.Article != article || u.Record != r.ID || u.Annotator != r.Annotator || u.CodeRef != c.code || (u.Item == "") != (u.Kind == "") {
				t.Errorf("%s: %+v", name, u)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	uses, err := s.CodeUses()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[model.CodeRef]int{
		ref("count_kind", "killed"): 2, ref("location_role", "other"): 2, ref("actor_role", "other"): 1, ref("link_type", "part_of"): 1,
		ref("tactic", "siege"): 0, ref("entity_type_location", "town"): 1, ref("relevance", "relevant"): 1,
	} {
		if uses[code] != want {
			t.Errorf("%v is used %d times, want %d", code, uses[code], want)
		}
	}
	if versions, err := s.CodeVersions(); err != nil || fmt.Sprint(versions) != "[test@1 test@2]" {
		t.Errorf("versions are %v, %v", versions, err)
	}
}

func TestEverUsed(t *testing.T) {
	s := create(t, Options{})
	_, r, _ := coded(t, s)
	item := &model.Tactic{Head: model.Head{ID: newID(), Record: r.ID}, Code: `قصف "x"`}
	apply(t, s, added(item))
	after := *item
	after.Code = ""
	apply(t, s, model.Edit{Rows: []model.RowChange{{Before: item, After: &after}}})
	codes := []model.CodeRef{
		{List: "tactic", Key: `قصف "x"`},
		{List: "tactic", Key: "siege"},
		{List: "actor_role", Key: "victim"},
		{List: "location_role", Key: "victim"},
		{List: "tactic", Key: "none"},
		{List: "tactic", Key: "نص"},
	}
	used, err := s.EverUsed(codes)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, true, true, false, false, false} {
		if used[codes[i]] != want {
			t.Errorf("%v: %v, want %v", codes[i], used[codes[i]], want)
		}
	}
	if used, err := s.EverUsed(nil); err != nil || len(used) > 0 {
		t.Errorf("of nothing: %v, %v", used, err)
	}
}

func TestEntityUsed(t *testing.T) {
	s := create(t, Options{})
	_, r, _ := coded(t, s)
	lone, parent, mentioned := entity("lone"), entity("parent"), entity("mentioned")
	child := entity("child")
	child.Parent = parent.ID
	apply(t, s, added(lone, parent, child, mentioned))
	item := &model.Count{Head: model.Head{ID: newID(), Record: r.ID}, Who: []string{mentioned.ID}}
	e := added(item)
	e.Scope, e.Label = model.ScopeArticle, "test"
	apply(t, s, e)
	after := *item
	after.Who = nil
	apply(t, s, model.Edit{Scope: model.ScopeArticle, Label: "test", Rows: []model.RowChange{{Before: item, After: &after}}})
	for id, want := range map[string]bool{lone.ID: false, child.ID: false, parent.ID: true, mentioned.ID: true} {
		if used, err := s.EntityUsed(id); err != nil || used != want {
			t.Errorf("%s: %v, want %v; %v", id, used, want, err)
		}
	}
}

func TestScopeHistory(t *testing.T) {
	s := create(t, Options{})
	a, b := &model.Annotator{ID: newID(), Name: "a", Role: model.RoleSupervisor}, &model.Annotator{ID: newID(), Name: "b", Role: model.RoleSupervisor}
	apply(t, s, added(a, b))
	for i, author := range []string{a.ID, b.ID, a.ID} {
		e := added(&model.CodebookRow{ID: fmt.Sprintf("test@%d", i+2), Body: "{}"})
		e.Scope, e.Author, e.Label = model.ScopeCodebook, author, fmt.Sprint(i)
		apply(t, s, e)
	}
	for author, want := range map[string]string{"": "012", a.ID: "02", b.ID: "1", "none": ""} {
		edits, err := s.ScopeHistory(model.ScopeCodebook, author)
		got := ""
		for _, e := range edits {
			got += e.Label
		}
		if got != want || err != nil {
			t.Errorf("of %q: %q, want %q, %v", author, got, want, err)
		}
	}
	if refs, err := s.CodebookRefs(); err != nil || len(refs) != 4 {
		t.Errorf("codebooks are %v, %v", refs, err)
	}
}
