package annotate_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hashiya/annotate"
	"hashiya/model"
	"hashiya/model/sqlite"
)

func TestAnswersAndTimeTravel(t *testing.T) {
	store, p := newProject(t)
	id := load(t, store, p, article)
	s := open(t, p, id)
	must(t, "casualties", s.Answer(model.QuestionCasualties, model.NumberNotGiven))
	must(t, "events", s.Answer(model.QuestionEvents, model.NoEvents))
	if err := s.Answer(model.QuestionEvents, model.NoEvents); !errors.Is(err, annotate.ErrNothingNew) {
		t.Errorf("answered twice: %v", err)
	}
	if err := s.Answer(model.QuestionEvents, "many"); err == nil {
		t.Error("an answer that the question does not take is kept")
	}
	touches(s, 3, 30*time.Second)
	must(t, "time", s.KeepTime())
	must(t, "undo", s.Undo())
	expectAnswers(t, open(t, p, id), model.NumberNotGiven, "", time.Minute)
	must(t, "redo", s.Redo())
	expectAnswers(t, open(t, p, id), model.NumberNotGiven, model.NoEvents, time.Minute)

	path := filepath.Join(t.TempDir(), "a.jsonl")
	first := export(t, store, p, path)
	if !strings.Contains(first, `"active_seconds":60,"answers":{"casualties":"number_not_given","events":"none"}`) {
		t.Errorf("exported: %s", first)
	}
	second, q := newProject(t)
	importAll(t, second, q, path)
	if again := export(t, second, q, filepath.Join(t.TempDir(), "b.jsonl")); again != first {
		t.Errorf("exported after the import: %s", firstDifference(first, again))
	}
	expectNoFindings(t, second)
}

func expectAnswers(t *testing.T, s *annotate.Session, casualties, events string, spent time.Duration) {
	t.Helper()
	r := s.Record()
	if r.Answer(model.QuestionCasualties) != casualties || r.Answer(model.QuestionEvents) != events || s.TimeSpent() != spent {
		t.Errorf("record %+v, want %q, %q and %v", r, casualties, events, spent)
	}
}

func TestWrongAnswersAreRefused(t *testing.T) {
	store, p := newProject(t)
	for name, field := range map[string]string{
		"answer": `"answers": {"casualties": "some"}`, "answers": `"answers": ["none"]`, "time": `"active_seconds": -3`,
	} {
		path := filepath.Join(t.TempDir(), "a.jsonl")
		line := `{"hashiya": 1, "id": "a", "text": "x` + name + `", "records": [{"id": "r", "annotator": "A", ` + field + `}]}`
		if err := os.WriteFile(path, []byte(line), 0o600); err != nil {
			t.Fatal(err)
		}
		report, err := p.Import(t.Context(), store, []string{path}, nil)
		if err != nil || len(report.Refused) != 1 || report.Added != 0 {
			t.Errorf("%s: %v, %+v", name, err, report)
		}
	}
}

// touches gives n signs of life, a pause between each two.
func touches(s *annotate.Session, n int, pause time.Duration) {
	at := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for range n {
		s.Touch(at)
		at = at.Add(pause)
	}
}

func TestTimeCountsWhileActive(t *testing.T) {
	store, p := newProject(t)
	id := load(t, store, p, article)
	s := open(t, p, id)
	touches(s, 5, 90*time.Second) // each silence is longer than a minute
	if s.TimeSpent() != 0 {
		t.Errorf("idle, the time is %v", s.TimeSpent())
	}
	touches(s, 4, 20500*time.Millisecond)
	must(t, "no record yet", s.KeepTime())
	if s.Work() != nil || s.TimeSpent() != 61500*time.Millisecond {
		t.Errorf("time alone begins a record, or is lost: %v", s.TimeSpent())
	}
	must(t, "note", s.SetRecordField("note", "n"))
	must(t, "keep", s.KeepTime())
	if got := s.Record(); got.Active() != 61*time.Second || s.TimeSpent() != 61500*time.Millisecond {
		t.Errorf("kept %v of %v", got.Active(), s.TimeSpent())
	}
	before := edits(t, store, p, id)
	must(t, "nothing new", s.KeepTime())
	if got := edits(t, store, p, id); got != before {
		t.Errorf("less than a second is an edit")
	}
	if s.CanUndo() != "edit.field.note" {
		t.Errorf("keeping time is a step to undo: %q", s.CanUndo())
	}
	touches(s, 2, 500*time.Millisecond)
	must(t, "submit", s.Submit())
	touches(s, 2, time.Second)
	if got := open(t, p, id).TimeSpent(); got != 62*time.Second || s.TimeSpent() != got {
		t.Errorf("submitted with %v, in the session %v", got, s.TimeSpent())
	}
	for range 2 { // the submission and the note, so that the record goes
		must(t, "undo", s.Undo())
	}
	for range 2 {
		must(t, "redo", s.Redo())
	}
	if got := open(t, p, id).TimeSpent(); got != 62*time.Second {
		t.Errorf("done again, the time is %v", got)
	}
	expectNoFindings(t, store)
}

func edits(t *testing.T, store *sqlite.Store, p *annotate.Project, article string) int {
	t.Helper()
	history, err := store.History(article, p.Annotator().ID)
	if err != nil {
		t.Fatal(err)
	}
	return len(history)
}

func TestOnlySupervisorsTurnTimeOff(t *testing.T) {
	store, p := newProject(t)
	s := open(t, p, load(t, store, p, article))
	if err := p.SetCountsTime(false); !errors.Is(err, annotate.ErrNotSupervisor) || !p.CountsTime() {
		t.Errorf("an annotator turns it off: %v", err)
	}
	boss, err := annotate.Enter(store, "head", model.RoleSupervisor)
	must(t, "enter", err)
	must(t, "off", boss.SetCountsTime(false))
	must(t, "reload", p.Reload())
	touches(s, 3, time.Second)
	if p.CountsTime() || s.TimeSpent() != 0 {
		t.Errorf("turned off, the time is %v", s.TimeSpent())
	}
	must(t, "on", boss.SetCountsTime(true))
	must(t, "reload", p.Reload())
	if !p.CountsTime() {
		t.Error("it stays off")
	}
	expectNoFindings(t, store)
}
