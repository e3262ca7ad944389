package annotate_test

import (
	"errors"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

// TestOwnWordsNeedNoEntity binds own words with an entity, as a form may that
// has one at hand: the span must still be found and exported.
func TestOwnWordsNeedNoEntity(t *testing.T) {
	store, p := newProject(t)
	s := open(t, p, load(t, store, p, article))
	e, err := p.NewEntity("المرصد", "")
	if err != nil {
		t.Fatal(err)
	}
	start, end := find(t, s, "12 عنصراً")
	count, err := s.Annotate(model.KindCount, start, end)
	if err != nil {
		t.Fatal(err)
	}
	from, to := find(t, s, "30")
	must(t, "own words", s.Bind(count, "", e.ID, from, to))
	must(t, "field", s.Bind(count, "unit", e.ID, from, to))
	if err := s.Bind(count, "unit", e.ID, from, to); !errors.Is(err, annotate.ErrDoubled) {
		t.Errorf("the same evidence twice: %v", err)
	}
	for _, span := range s.SpansOf(count) {
		if span.Entity != "" {
			t.Errorf("span %+v has an entity that no field holds", span)
		}
	}
	export(t, store, p, t.TempDir()+"/a.jsonl")
}

func TestEvidenceGoesWithItsEntity(t *testing.T) {
	store, p := newProject(t)
	s := open(t, p, load(t, store, p, article))
	e, err := p.NewEntity("المرصد", "")
	if err != nil {
		t.Fatal(err)
	}
	count, err := s.Add(model.KindCount)
	if err != nil {
		t.Fatal(err)
	}
	from, to := find(t, s, "المرصد")
	must(t, "bind", s.Bind(count, "claimed_by", e.ID, from, to))
	if got := s.Item(count).(*model.Count).ClaimedBy; len(got) != 1 || got[0] != e.ID {
		t.Fatalf("claimed by %v", got)
	}
	must(t, "empty", s.SetField(count, "claimed_by"))
	if spans := s.SpansOf(count); len(spans) != 0 {
		t.Errorf("evidence %+v is left", spans)
	}
	must(t, "undo", s.Undo())
	if spans := s.SpansOf(count); len(spans) != 1 {
		t.Errorf("undone, the evidence is %+v", spans)
	}
}

func TestMembersAreChecked(t *testing.T) {
	store, p := newProject(t)
	s := open(t, p, load(t, store, p, article))
	count, err := s.Add(model.KindCount)
	must(t, "count", err)
	event, err := s.Add(model.KindEvent)
	must(t, "event", err)
	var refused *model.FieldError
	if err := s.SetMembers(event, []model.Member{{ID: count, Role: "hero"}}); !errors.As(err, &refused) || refused.Reason != model.ReasonNoCode {
		t.Errorf("unknown role: %v", err)
	}
	if err := s.SetMembers(event, []model.Member{{ID: count}, {ID: count, Role: "victim"}}); !errors.As(err, &refused) || refused.Reason != model.ReasonDoubled {
		t.Errorf("the same member twice: %v", err)
	}
	if err := s.SetMembers(event, []model.Member{{ID: event}}); !errors.Is(err, annotate.ErrNoItem) {
		t.Errorf("an event in itself: %v", err)
	}
	if err := s.Link(count, "part_of", count); !errors.Is(err, annotate.ErrNoItem) {
		t.Errorf("a count linked to itself: %v", err)
	}
}

// TestFactsAreShared lets a second annotator change the facts after the first
// one did: the first one's history must not be stuck on them.
func TestFactsAreShared(t *testing.T) {
	store, p := newProject(t)
	id := load(t, store, p, article)
	first := open(t, p, id)
	count, err := first.Add(model.KindCount)
	must(t, "count", err)
	must(t, "outlet", first.SetArticleFact("outlet", "وكالة"))
	other, err := annotate.Enter(store, "coder 2", model.RoleAnnotator)
	if err != nil {
		t.Fatal(err)
	}
	second := open(t, other, id)
	must(t, "outlet", second.SetArticleFact("outlet", "صحيفة"))
	must(t, "url", second.SetArticleFact("url", "https://example.org/1"))

	must(t, "published, of a session that began before", first.SetArticleFact("published", "2018-10"))
	for range 2 {
		if err := first.Undo(); err != nil {
			t.Fatalf("undo: %v", err)
		}
	}
	a, _, err := store.Article(id)
	if err != nil || a.URL != "https://example.org/1" || a.Published != "" || a.Outlet != "صحيفة" {
		t.Errorf("undone, the facts are %+v, %v: what the second annotator set stays", a, err)
	}
	must(t, "undo", first.Undo())
	if first.Item(count) != nil {
		t.Error("the step before the facts cannot be undone")
	}
	for first.CanRedo() != "" {
		must(t, "redo", first.Redo())
	}
	if a, _, err = store.Article(id); err != nil || a.Outlet != "صحيفة" || a.Published != "2018-10" || a.URL == "" {
		t.Errorf("redone, the facts are %+v, %v", a, err)
	}
	expectNoFindings(t, store)
}

func TestNamesAndTypesAreChecked(t *testing.T) {
	store, p := newProject(t)
	for _, name := range []string{"", " ", "a\nb", "\xff", "a\x00"} {
		if _, err := p.NewEntity(name, ""); !errors.Is(err, annotate.ErrNoKey) {
			t.Errorf("entity %q: %v", name, err)
		}
		if _, err := annotate.Enter(store, name, model.RoleAnnotator); !errors.Is(err, annotate.ErrNoName) {
			t.Errorf("annotator %q: %v", name, err)
		}
	}
	var refused *model.FieldError
	if _, err := p.NewEntity("قسد", "dragon"); !errors.As(err, &refused) {
		t.Errorf("an unknown type: %v", err)
	}
	one, err := p.NewEntity("قسد", "non_state_armed_group")
	must(t, "entity", err)
	two, err := p.NewEntity("قسد", "")
	if err != nil || one.Key == two.Key {
		t.Errorf("two entities of one name have the keys %q and %q, %v", one.Key, two.Key, err)
	}
}

// TestRecordBeginsWithItsOwnFields begins a record with an edit of its own row.
func TestRecordBeginsWithItsOwnFields(t *testing.T) {
	for name, act := range map[string]func(*annotate.Session) error{
		"note":   func(s *annotate.Session) error { return s.SetRecordField("note", "ملاحظة") },
		"submit": (*annotate.Session).Submit,
	} {
		store, p := newProject(t)
		id := load(t, store, p, article)
		s := open(t, p, id)
		must(t, name, act(s))
		r := open(t, p, id).Record()
		if name == "note" && r.Note != "ملاحظة" || name == "submit" && r.Status != model.Submitted {
			t.Errorf("%s: the record is %+v", name, r)
		}
		must(t, "undo", s.Undo())
		if again := open(t, p, id); again.Work() != nil {
			t.Errorf("%s undone, there is a record: %+v", name, again.Record())
		}
	}
}
