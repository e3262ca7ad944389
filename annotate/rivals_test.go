package annotate_test

import (
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

func TestRivals(t *testing.T) {
	store, p := newProject(t)
	s := open(t, p, load(t, store, p, "قال المرصد إن 37 عنصراً قتلوا\n\nوقال التنظيم إن 28 عنصراً قتلوا بينهم 6 شرق البلدة و12 جريحاً"))
	who, err := p.NewEntity("القوات", "")
	if err != nil {
		t.Fatal(err)
	}
	count := func(words, kind string) string {
		t.Helper()
		start, end := find(t, s, words)
		id, err := s.Annotate(model.KindCount, start, end)
		if err != nil {
			t.Fatal(err)
		}
		for field, value := range map[string]string{"kind": kind, "unit": "persons", "who": who.ID} {
			if err := s.SetField(id, field, value); err != nil && err != annotate.ErrNothingNew {
				t.Fatal(err)
			}
		}
		return id
	}
	if got := s.Rivals(); got != nil {
		t.Fatalf("rivals of nothing: %v", got)
	}
	first, second, part := count("37 عنصراً", "killed"), count("28 عنصراً", "killed"), count("6", "killed")
	count("12 جريحاً", "wounded")
	if err := s.Link(part, "part_of", second); err != nil {
		t.Fatal(err)
	}
	groups := s.Rivals()
	if len(groups) != 1 || len(groups[0]) != 2 || groups[0][0].ID != first || groups[0][1].ID != second {
		t.Fatalf("rivals %v, want the two tolls", groups)
	}
	if low, high := annotate.Bounds(groups[0]); low != "28" || high != "37" {
		t.Errorf("from %s to %s, want 28 to 37", low, high)
	}
	if err := s.SetField(first, "value", "28"); err != nil {
		t.Fatal(err)
	}
	if got := s.Rivals(); got != nil {
		t.Errorf("one figure from nobody named, twice: %v", got)
	}
}
