package annotate_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"hashiya/model/sqlite"
)

// liveRows returns what the file, not the session, holds of an article.
func liveRows(t failer, store *sqlite.Store, article string) string {
	facts, _, err := store.Article(article)
	if err != nil {
		t.Fatalf("%v", err)
	}
	works, err := store.Works(article)
	if err != nil {
		t.Fatalf("%v", err)
	}
	body, err := json.MarshalIndent(map[string]any{"article": facts, "works": works}, "", " ")
	if err != nil {
		t.Fatalf("%v", err)
	}
	return string(body)
}

// failer is what testing.TB and rapid.T have in common.
type failer interface {
	Fatalf(format string, args ...any)
}

// TestAnyHistoryCanBeUndone plays random histories: every undo must give the
// former state and every redo the later one, in the file as in the session.
func TestAnyHistoryCanBeUndone(t *testing.T) {
	store, project := newProject(t)
	var entities []string
	for _, name := range []string{"المرصد", "قسد", "بلدة الجسر"} {
		e, err := project.NewEntity(name, "")
		if err != nil {
			t.Fatal(err)
		}
		entities = append(entities, e.ID)
	}
	text := article
	rapid.Check(t, func(rt *rapid.T) {
		text += "." // each history has an article of its own
		p := &player{T: rt, store: store, article: load(t, store, enter(t, store), text), entities: entities}
		p.opened = func(s *sqlite.Store) { store = s }
		p.open()
		p.states = []string{p.state()}
		for range p.number(1, 30) {
			p.step()
		}
		for p.at > 0 {
			p.undo()
		}
		p.undo()
		for p.at < len(p.states)-1 {
			p.redo()
		}
		p.redo()
	})
	if err := store.Close(); err != nil {
		t.Error(err)
	}
}
