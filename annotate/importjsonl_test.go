package annotate_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// line is one article of a JSONL file.
func line(t testing.TB, article map[string]any) string {
	t.Helper()
	article["hashiya"] = 1
	body, err := json.Marshal(article)
	if err != nil {
		t.Fatal(err)
	}
	return string(body) + "\n"
}

// record is an annotator's record with one count on the first three letters.
func record(id, annotator string, changes ...func(count map[string]any)) map[string]any {
	count := map[string]any{"id": id + "-c", "spans": []string{id + "-s"}, "kind": "killed", "who": []string{"sdf"}, "value": 3}
	for _, change := range changes {
		change(count)
	}
	return map[string]any{
		"id": id, "annotator": annotator, "counts": []any{count},
		"spans": []any{map[string]any{"id": id + "-s", "start": 0, "end": 2, "text": "نص"}},
	}
}

func with(key string, value any) func(map[string]any) {
	return func(count map[string]any) { count[key] = value }
}

func article1(n any, records ...any) map[string]any {
	return map[string]any{"text": fmt.Sprint("نص ", n), "records": records}
}

// lines imports a JSONL file made of lines.
func lines(t testing.TB, store *sqlite.Store, p *annotate.Project, body ...string) *annotate.Report {
	t.Helper()
	return bring(t, store, p, filepath.Join(folder(t, map[string]string{"a.jsonl": strings.Join(body, "")}), "a.jsonl"))
}

// TestLinesThatAreRefused puts a bad line between two good ones: they are in,
// it is named with its number and its reason, and nothing of it is kept.
func TestLinesThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ line, want string }{
		"not JSON":           {"{\n", "a.jsonl:2"},
		"unknown code":       {line(t, article1(2, record("b", "coder 2", with("unit", "dragons")))), `"dragons"`},
		"unknown link type":  {line(t, article1(2, record("b", "coder 2", with("links", []any{map[string]any{"type": "twin_of", "count": "b-c"}})))), `"twin_of"`},
		"unknown certainty":  {line(t, article1(2, record("b", "coder 2", with("certainty", "sure")))), `"sure"`},
		"not a date":         {line(t, article1(2, record("b", "coder 2", with("date", "yesterday")))), `"yesterday"`},
		"unknown relevance":  {line(t, article1(2, map[string]any{"id": "b", "annotator": "x", "relevance": "so-so"})), `"so-so"`},
		"unknown role":       {line(t, article1(2, event("hero"))), `"hero"`},
		"words not in text":  {line(t, map[string]any{"text": "غير", "records": []any{record("b", "coder 2")}}), "not the words"},
		"NUL in the text":    {line(t, map[string]any{"text": "نص \x00"}), "NUL"},
		"blank text":         {line(t, map[string]any{"text": " \n "}), "no text"},
		"name of two lines":  {line(t, article1(2, record("b", "a\nb"))), "one line"},
		"two records of one": {line(t, article1(2, record("b", "coder 2"), record("c", "coder 2"))), "two records"},
		"newer format":       {`{"hashiya": 2, "text": "نص"}` + "\n", "update it"},
	} {
		t.Run(name, func(t *testing.T) {
			store, p := newProject(t)
			report := lines(t, store, p, line(t, article1(1, record("a", "coder 2"))), c.line, line(t, article1(3)))
			if len(report.Refused) != 1 || !strings.Contains(report.Refused[0].Where, "a.jsonl:2") || !strings.Contains(report.Refused[0].Error(), c.want) {
				t.Errorf("%v, want %q", report.Refused, c.want)
			}
			counts, err := store.Counts()
			if err != nil || report.Added != 2 || report.Records != 1 || counts["article"] != 2 || counts["record"] != 1 || counts["count"] != 1 {
				t.Errorf("%+v, %v, %v", report, counts, err)
			}
			expectNoFindings(t, store)
		})
	}
}

func event(role string) map[string]any {
	r := record("b", "coder 2")
	r["events"] = []any{map[string]any{"id": "e", "title": "x", "members": []any{map[string]any{"id": "b-c", "role": role}}}}
	return r
}

func TestUnknownEntityBecomesAnEntity(t *testing.T) {
	store, p := newProject(t)
	report := lines(t, store, p, line(t, article1(1, record("a", "coder 2", with("claimed_by", []string{"المرصد", "sdf"})))))
	entities, err := store.Entities()
	if err != nil || len(report.Refused) > 0 || len(entities) != 2 || entities[0].Key != "sdf" || entities[1].Key != "المرصد" {
		t.Errorf("%v, %+v, %v", entities, report, err)
	}
}

// uuids are ids that are kept as they are.
func uuid(n int) string { return fmt.Sprintf("0190f0a0-0000-7000-8000-%012d", n) }

func withIDs(r map[string]any, record, count, span int) map[string]any {
	r["id"] = uuid(record)
	c := r["counts"].([]any)[0].(map[string]any)
	c["id"], c["spans"] = uuid(count), []string{uuid(span)}
	r["spans"].([]any)[0].(map[string]any)["id"] = uuid(span)
	return r
}

func TestSameIDOfOtherContent(t *testing.T) {
	store, p := newProject(t)
	first := article1(1, withIDs(record("a", "coder 2"), 1, 2, 3))
	if report := lines(t, store, p, line(t, first)); report.Records != 1 {
		t.Fatalf("%+v", report)
	}
	if report := lines(t, store, p, line(t, first)); len(report.Duplicates) != 1 || len(report.Refused) > 0 || report.Records != 0 {
		t.Errorf("the same again: %+v", report)
	}
	for name, c := range map[string]struct {
		article map[string]any
		want    string
	}{
		"record changed":           {article1(1, withIDs(record("a", "coder 2", with("value", 4)), 1, 2, 3)), "different content"},
		"record of somebody else":  {article1(1, withIDs(record("a", "coder 3"), 1, 2, 3)), "different content"},
		"other record of the same": {article1(1, withIDs(record("a", "coder 2"), 4, 5, 6)), "already"},
		"record in another text":   {article1(2, withIDs(record("a", "coder 2"), 1, 5, 6)), "another row of this id"},
		"item in another text":     {article1(3, withIDs(record("a", "coder 2"), 4, 2, 6)), "another row of this id"},
		"span in another text":     {article1(4, withIDs(record("a", "coder 2"), 4, 5, 3)), "another row of this id"},
	} {
		report := lines(t, store, p, line(t, c.article))
		if len(report.Refused) != 1 || !strings.Contains(report.Refused[0].Error(), c.want) || report.Added+report.Records != 0 {
			t.Errorf("%s: %+v, want %q", name, report, c.want)
		}
	}
	_, text := onlyArticle(t, store)
	if text != "نص 1" {
		t.Errorf("the text is %q", text)
	}
	expectNoFindings(t, store)
}

// TestSameIDTwiceInOneFile has two articles claim one id: the first has it.
func TestSameIDTwiceInOneFile(t *testing.T) {
	for name, ids := range map[string][3]int{"record": {1, 5, 6}, "item": {4, 2, 6}, "span": {4, 5, 3}} {
		store, p := newProject(t)
		report := lines(t, store, p,
			line(t, article1(1, withIDs(record("a", "coder 2"), 1, 2, 3))),
			line(t, article1(2, withIDs(record("b", "coder 2"), ids[0], ids[1], ids[2]))),
			line(t, article1(3)))
		if report.Added != 2 || report.Records != 1 || len(report.Refused) != 1 || !strings.Contains(report.Refused[0].Where, "a.jsonl:2") {
			t.Errorf("%s: %+v", name, report)
		}
		expectNoFindings(t, store)
	}
}

func TestRecordsForAKnownText(t *testing.T) {
	store, p := newProject(t)
	id := load(t, store, p, "نص 1")
	report := lines(t, store, p,
		line(t, article1(1, record("a", "coder 2"))),
		line(t, article1(1, record("b", "coder 3"))),
		line(t, article1(1)),
		line(t, article1(2, record("c", "coder 2"))),
		line(t, article1(2, record("d", "coder 3"))))
	if report.Added != 1 || report.Records != 4 || len(report.Refused) > 0 || len(report.Duplicates) != 1 {
		t.Errorf("%+v", report)
	}
	works, err := store.Works(id)
	if err != nil || len(works) != 2 {
		t.Errorf("%d records, %v, want 2", len(works), err)
	}
	expectNoFindings(t, store)
}

// TestImportedRecordIsItsOwnersToGoOnWith imports the record of the person who
// then opens the article.
func TestImportedRecordIsItsOwnersToGoOnWith(t *testing.T) {
	store, p := newProject(t)
	lines(t, store, p, line(t, article1(1, record("a", "coder 1"))))
	a, _ := onlyArticle(t, store)
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	s := open(t, p, a.ID)
	count := s.Work().Order(model.KindCount)[0].Meta()
	if count.ExternalID != "a-c" || s.CanUndo() != "" {
		t.Errorf("count %+v, undo %q", count, s.CanUndo())
	}
	was := liveRows(t, store, a.ID)
	must(t, "note", s.SetField(count.ID, "note", "x"))
	must(t, "undo", s.Undo())
	if now := liveRows(t, store, a.ID); now != was {
		t.Errorf("undone, the record is %s", now)
	}
}

// TestCodebookOfAFile takes a project line with a codebook of its own: its
// codes and its types of entity hold for what is made under it.
func TestCodebookOfAFile(t *testing.T) {
	const head = `{"hashiya":1,"kind":"project","name":"اسم","codebook":{"id":"own","version":3,"lists":{"count_kind":[{"key":"baked"}],"entity_type_actor":[{"key":"baker"}]}},` +
		`"entities":[{"key":"b","names":{"ar":"خباز"},"type":"baker","parent":"guild"}]}` + "\n"
	r := record("a", "coder 2", with("kind", "baked"))
	r["codebook"] = "own@3"
	store, p := newProject(t)
	report := lines(t, store, p, head, line(t, article1(1, r)), line(t, article1(2, record("b", "coder 2"))))
	if report.Added != 2 || len(report.Refused) > 0 {
		t.Errorf("%+v", report)
	}
	if err := p.Reload(); err != nil || p.Codebook().Ref() != "own@3" || p.Name() != "اسم" {
		t.Errorf("codebook %s, name %q, %v", p.Codebook().Ref(), p.Name(), err)
	}
	b, found := p.Entities().ByKey("b")
	guild, _ := p.Entities().ByID(b.Parent)
	if !found || b.Type != "baker" || guild.Key != "guild" {
		t.Errorf("entity %+v, parent %+v", b, guild)
	}
	changed := strings.Replace(head, "baked", "fried", 1)
	if report := lines(t, store, p, changed); len(report.Refused) != 1 || !strings.Contains(report.Refused[0].Error(), "new version") {
		t.Errorf("another codebook of the same version: %+v", report)
	}
}
