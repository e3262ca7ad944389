package annotate_test

import (
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

// The words that are labelled are not offered again, and come back when the
// label is undone.
func TestCandidatesOfAKind(t *testing.T) {
	s := storySession(t, "قُتل 12 عنصراً وجُرح 30 آخرون وأُسر 5 جنود.")
	before := s.CandidatesOf(model.KindCount)
	if len(before) != 3 {
		t.Fatalf("%d numbers are offered, want 3", len(before))
	}
	if _, err := s.Annotate(model.KindCount, before[1].Start, before[1].End); err != nil {
		t.Fatal(err)
	}
	after := s.CandidatesOf(model.KindCount)
	if len(after) != 2 || after[0].Start != before[0].Start || after[1].Start != before[2].Start {
		t.Errorf("after one is labelled %v are offered", after)
	}
	if err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := len(s.CandidatesOf(model.KindCount)); n != 3 {
		t.Errorf("after undo %d are offered", n)
	}
	if n := len(s.CandidatesOf(model.KindEvent)); n != 0 {
		t.Errorf("%d events are offered", n)
	}
}

func TestNewItemsJoinTheEventAtWork(t *testing.T) {
	s := storySession(t, "قُتل 12 عنصراً وجُرح 30 آخرون.")
	event, err := s.NewEvent("كمين")
	if err != nil {
		t.Fatal(err)
	}
	s.WorkIn(event)
	labelled, err := s.Annotate(model.KindCount, 5, 14)
	if err != nil {
		t.Fatal(err)
	}
	added, err := s.Add(model.KindTactic)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{labelled, added} {
		if in := s.EventsOf(id); len(in) != 1 || in[0] != event {
			t.Errorf("%s is in %v, want the event at work", id, in)
		}
	}
	// The membership is part of the same edit.
	if err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if s.Item(added) != nil || len(s.Item(event).(*model.Event).Members) != 1 {
		t.Error("undo leaves the item, or its place in the event")
	}
	s.WorkIn("")
	alone, err := s.Add(model.KindTactic)
	if err != nil || len(s.EventsOf(alone)) != 0 {
		t.Errorf("without an event at work the item is in %v (%v)", s.EventsOf(alone), err)
	}
}

func storySession(t *testing.T, text string) *annotate.Session {
	t.Helper()
	store, p := newProject(t)
	return open(t, p, load(t, store, p, text))
}
