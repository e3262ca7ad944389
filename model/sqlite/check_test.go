package sqlite

import (
	"context"
	"errors"
	"strings"
	"testing"

	"hashiya/model"
)

func findings(t testing.TB, s *Store) []string {
	t.Helper()
	var found []string
	if err := s.Check(context.Background(), func(line string) { found = append(found, line) }, nil); err != nil {
		t.Fatal(err)
	}
	return found
}

func expectClean(t testing.TB, s *Store) {
	t.Helper()
	if found := findings(t, s); len(found) > 0 {
		t.Errorf("check finds %q", found)
	}
}

// annotated makes a project with one of everything, closed.
func annotated(t *testing.T) (path string) {
	t.Helper()
	s := create(t, Options{})
	article := addArticle(t, s, "مقتل 37 عنصرا قرب الجسر")
	person := &model.Annotator{ID: newID(), Name: "p", Role: model.RoleAnnotator}
	sdf := entity("sdf")
	apply(t, s, added(person, sdf))
	record := &model.Record{
		ID: newID(), Article: article.ID, Annotator: person.ID,
		Kind: model.RecordAnnotation, Status: model.InProgress, Codebook: "test@1",
	}
	head := func() model.Head { return model.Head{ID: newID(), Record: record.ID} }
	total := &model.Count{Head: head(), Value: "40"}
	count := &model.Count{Head: head(), Value: "37", Who: []string{sdf.ID}, Links: []model.Link{{Type: "part_of", Count: total.ID}}}
	event := &model.Event{Head: head(), Members: []model.Member{{ID: count.ID}}}
	gone := &model.Tactic{Head: head()}
	span := &model.Span{ID: newID(), Record: record.ID, Item: count.ID, Start: 5, End: 7, Text: "37"}
	e := added(record, total, count, event, gone, span)
	e.Scope, e.Article, e.Author, e.Label = model.ScopeArticle, article.ID, person.ID, "l"
	apply(t, s, e)
	dead := *gone
	dead.Deleted = true
	apply(t, s, model.Edit{Scope: model.ScopeArticle, Article: article.ID, Author: person.ID, Label: "l", Rows: []model.RowChange{{Before: gone, After: &dead}}})
	expectClean(t, s)
	closeStore(t, s)
	return s.Path()
}

func TestCheckFindsDamage(t *testing.T) {
	for name, c := range map[string]struct{ sql, want string }{
		"article's text changed":       {"UPDATE article_text SET text = replace(text, '37', '73')", "sha256"},
		"article's text gone":          {"DELETE FROM article_text", "text is missing"},
		"hash changed":                 {"UPDATE article SET sha256 = 'x'", "sha256"},
		"shadow changed":               {"UPDATE article_text SET folded = folded || ' و'", "search shadow"},
		"words not in the index":       {"INSERT INTO article_words(article_words) VALUES ('delete-all')", "article_words"},
		"letters not in the index":     {"INSERT INTO article_letters(article_letters) VALUES ('delete-all')", "article_letters"},
		"length changed":               {"UPDATE article SET length = length + 1", "length"},
		"title changed":                {"UPDATE article SET title = 'x'", "last edit"},
		"span moved":                   {"UPDATE span SET start = 6, \"end\" = 8", "not the words"},
		"span outside":                 {"UPDATE span SET start = 1000, \"end\" = 1002", "not inside"},
		"span of nothing":              {"UPDATE span SET item = 'x'", "belongs to no item"},
		"span gone":                    {"DELETE FROM span", "gone"},
		"span marked deleted":          {"UPDATE span SET deleted = 1", "gone"},
		"count's value changed":        {"UPDATE count SET value = '73' WHERE value = '37'", "last edit"},
		"count gone":                   {"DELETE FROM count WHERE value = '40'", "leads to no count"},
		"count brought in":             {"INSERT INTO count (id, record) SELECT 'x', id FROM record", "no edit made it"},
		"deleted row alive":            {"UPDATE tactic SET deleted = 0", "was deleted"},
		"link to nothing":              {"UPDATE count SET links = '[{\"type\":\"part_of\",\"count\":\"x\"}]' WHERE links IS NOT NULL", "leads to no count"},
		"member missing":               {"UPDATE event SET members = '[{\"id\":\"x\",\"role\":\"\"}]'", "member is missing"},
		"entity of a list unknown":     {"UPDATE count SET who = '[\"x\"]' WHERE who IS NOT NULL", "names no entity"},
		"entity of a mention unknown":  {"INSERT INTO actor (id, record, entity) SELECT 'x', id, 'nobody' FROM record", "foreign_key_check"},
		"record without its article":   {"UPDATE record SET article = 'x'", "foreign_key_check"},
		"record without its annotator": {"DELETE FROM annotator", "foreign_key_check"},
		"edit missing":                 {"DELETE FROM edit WHERE seq = 2", "numbers are missing"},
		"first edit missing":           {"DELETE FROM edit WHERE seq = 1", "numbers are missing"},
		"edit scribbled on":            {"UPDATE edit SET rows = '[{' WHERE seq = 3", "cannot be read"},
		"edit of an unknown table":     {"UPDATE edit SET rows = replace(rows, '\"table\":\"event\"', '\"table\":\"sqlite_master\"')", "cannot be read"},
		"index broken": {
			"PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'span(record)', 'span(text)') WHERE name = 'span_record'; PRAGMA writable_schema = OFF",
			"integrity_check",
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := annotated(t)
			raw(t, path, c.sql)
			s := reopen(t, path, Options{Devices: memory{}})
			if found := strings.Join(findings(t, s), "\n"); !strings.Contains(found, c.want) {
				t.Errorf("check finds %q, want %q", found, c.want)
			}
		})
	}
}

func TestCheckOfAReader(t *testing.T) {
	s := reopen(t, annotated(t), Options{ReadOnly: true})
	expectClean(t, s)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Check(ctx, func(string) {}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled check: %v", err)
	}
}
