package annotate_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
	"hashiya/model/sqlite"
)

const article = "رواية عن معركة قرب الجسر\n\nقال المرصد إن 12 عنصراً قتلوا و30 جرحوا قرب بلدة الجسر."

// load writes a text file and imports it; it returns the article's id.
func load(t testing.TB, store *sqlite.Store, p *annotate.Project, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	report, err := p.Import(context.Background(), store, []string{path}, nil)
	if err != nil || report.Added != 1 {
		t.Fatalf("import: %v, %+v", err, report)
	}
	articles, err := store.Articles()
	if err != nil {
		t.Fatal(err)
	}
	return articles[len(articles)-1].ID
}

func open(t testing.TB, p *annotate.Project, article string) *annotate.Session {
	t.Helper()
	s, err := p.Open(article)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// find returns the range of the first occurrence of words, in code points.
func find(t testing.TB, s *annotate.Session, words string) (start, end int) {
	t.Helper()
	text := s.Text(0, s.Len())
	before, _, found := strings.Cut(text, words)
	if !found {
		t.Fatalf("%q is not in the text", words)
	}
	start = len([]rune(before))
	return start, start + len([]rune(words))
}

func TestCountIsKeptAndFoundAgain(t *testing.T) {
	store, p := newProject(t)
	id := load(t, store, p, article)
	s := open(t, p, id)
	start, end := find(t, s, "12 عنصراً")
	count, err := s.Annotate(model.KindCount, start, end)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SetField(count, "kind", "killed"); err != nil {
		t.Fatal(err)
	}
	sohr, err := p.NewEntity("المرصد", "monitoring_ngo")
	if err != nil {
		t.Fatal(err)
	}
	from, to := find(t, s, "المرصد")
	if err := s.Bind(count, "claimed_by", sohr.ID, from, to); err != nil {
		t.Fatal(err)
	}

	again := open(t, enter(t, store), id)
	got := again.Item(count).(*model.Count)
	if got.Value != "12" || got.Min != "12" || got.Max != "12" || got.Modifier != "exact" || got.What != "killed" {
		t.Errorf("count read back: %+v", got)
	}
	if len(got.ClaimedBy) != 1 || got.ClaimedBy[0] != sohr.ID {
		t.Errorf("claimed by %v, want %s", got.ClaimedBy, sohr.ID)
	}
	evidence := again.Work().Evidence(count, "claimed_by", sohr.ID)
	if len(evidence) != 1 || evidence[0].Text != "المرصد" {
		t.Errorf("evidence %+v", evidence)
	}
}

// A noun selected without the number before it is not one of its kind.
func TestNounBehindANumberIsNotOne(t *testing.T) {
	store, p := newProject(t)
	s := open(t, p, load(t, store, p, article+"\n\nوبينهم قيادي."))
	for words, want := range map[string]model.Decimal{"عنصراً": "", "قيادي": "1"} {
		start, end := find(t, s, words)
		id, err := s.Annotate(model.KindCount, start, end)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Item(id).(*model.Count).Value; got != want {
			t.Errorf("%q is counted as %q, want %q", words, got, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	store, p := newProject(t)
	s := open(t, p, load(t, store, p, article))
	start, end := find(t, s, "12 عنصراً")
	count, err := s.Annotate(model.KindCount, start, end)
	if err != nil {
		t.Fatal(err)
	}
	var field *model.FieldError
	for name, act := range map[string]func() error{
		"unknown code":   func() error { return s.SetField(count, "unit", "dragons") },
		"unknown entity": func() error { return s.SetField(count, "who", "nobody") },
		"not a number":   func() error { return s.SetField(count, "value", "many") },
		"two values":     func() error { return s.SetField(count, "unit", "persons", "families") },
		"unknown field":  func() error { return s.SetField(count, "colour", "red") },
	} {
		if err := act(); !errors.As(err, &field) {
			t.Errorf("%s: got %v, want a FieldError", name, err)
		}
	}
	if _, err := s.Annotate(model.KindActor, 5, 5); !errors.Is(err, annotate.ErrNoWords) {
		t.Errorf("empty selection: %v", err)
	}
	if _, err := s.Annotate(model.KindActor, 5, 5000); !errors.Is(err, annotate.ErrNoWords) {
		t.Errorf("selection outside the text: %v", err)
	}
	if err := s.SetField(count, "value", "12"); !errors.Is(err, annotate.ErrNothingNew) {
		t.Errorf("same value: %v", err)
	}
	if err := s.Submit(); err != nil {
		t.Fatal(err)
	}
	if err := s.SetField(count, "value", "13"); !errors.Is(err, annotate.ErrSubmitted) {
		t.Errorf("submitted record: %v", err)
	}
	if err := s.Reopen(); err != nil {
		t.Fatal(err)
	}
	if err := s.SetField(count, "value", "13"); err != nil {
		t.Errorf("reopened record: %v", err)
	}
}

func TestDeleteForgetsLinksAndMembers(t *testing.T) {
	store, p := newProject(t)
	s := open(t, p, load(t, store, p, article))
	var ids []string
	for _, words := range []string{"12 عنصراً", "30"} {
		start, end := find(t, s, words)
		id, err := s.Annotate(model.KindCount, start, end)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	event, err := s.Add(model.KindEvent)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Link(ids[0], "part_of", ids[1]); err != nil {
		t.Fatal(err)
	}
	if err := s.SetMembers(event, []model.Member{{ID: ids[0]}, {ID: ids[1], Role: "victim"}}); err != nil {
		t.Fatal(err)
	}
	if err := s.Delete(ids[1]); err != nil {
		t.Fatal(err)
	}
	if links := s.Item(ids[0]).(*model.Count).Links; len(links) != 0 {
		t.Errorf("links left: %v", links)
	}
	if members := s.Item(event).(*model.Event).Members; len(members) != 1 {
		t.Errorf("members left: %v", members)
	}
	if err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if len(s.Item(ids[0]).(*model.Count).Links) != 1 || len(s.Item(event).(*model.Event).Members) != 2 {
		t.Error("undo did not bring link and member back")
	}
	var findings []string
	if err := store.Check(context.Background(), func(line string) { findings = append(findings, line) }, nil); err != nil {
		t.Fatal(err)
	}
	if len(findings) > 0 {
		t.Errorf("check: %v", findings)
	}
}
