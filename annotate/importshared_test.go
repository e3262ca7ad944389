package annotate_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// sharedRows returns the keys of the entities and the names of the people.
func sharedRows(t testing.TB, store *sqlite.Store) (keys, names []string) {
	t.Helper()
	entities, err := store.Entities()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entities {
		keys = append(keys, e.Key)
	}
	people, err := store.Annotators()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range people {
		names = append(names, a.Name)
	}
	return keys, names
}

func expectShared(t testing.TB, store *sqlite.Store, keys, names string) {
	t.Helper()
	k, n := sharedRows(t, store)
	if got := strings.Join(k, " "); got != keys {
		t.Errorf("entities are %q, want %q", got, keys)
	}
	if got := strings.Join(n, ", "); got != names {
		t.Errorf("people are %q, want %q", got, names)
	}
	expectNoFindings(t, store)
}

// TestRefusedLineLeavesNothing has a line refused by the store itself, between
// lines that need the same new entities and people.
func TestRefusedLineLeavesNothing(t *testing.T) {
	store, p := newProject(t)
	report := lines(t, store, p,
		line(t, article1(1, withIDs(record("a", "coder 2"), 1, 2, 3))),
		line(t, article1(2, withIDs(record("b", "only here", with("by", []string{"isis", "only_here"})), 1, 5, 6))),
		line(t, article1(3, withIDs(record("c", "coder 3", with("by", []string{"isis"})), 7, 8, 9))))
	if report.Added != 2 || len(report.Refused) != 1 || !strings.Contains(report.Refused[0].Where, ":2") {
		t.Errorf("%+v", report)
	}
	expectShared(t, store, "isis sdf", "coder 1, coder 2, coder 3")
}

// TestOneRefusedRecordLeavesNothing refuses one record of two for a known text.
func TestOneRefusedRecordLeavesNothing(t *testing.T) {
	store, p := newProject(t)
	lines(t, store, p, line(t, article1(1, withIDs(record("a", "coder 2"), 1, 2, 3))))
	report := lines(t, store, p, line(t, article1(1,
		withIDs(record("a", "coder 2", with("by", []string{"refused"})), 1, 2, 3),
		withIDs(record("b", "coder 3", with("by", []string{"taken"})), 4, 5, 6))))
	if report.Records != 1 || len(report.Refused) != 1 || len(report.Duplicates) != 0 {
		t.Errorf("%+v", report)
	}
	expectShared(t, store, "sdf taken", "coder 1, coder 2, coder 3")
}

// TestTextOfARefusedLine is no duplicate when it comes again.
func TestTextOfARefusedLine(t *testing.T) {
	store, p := newProject(t)
	report := lines(t, store, p,
		line(t, article1(1, withIDs(record("a", "coder 2"), 1, 2, 3))),
		line(t, article1(2, withIDs(record("b", "coder 2"), 1, 5, 6))),
		line(t, article1(2)))
	if report.Added != 2 || len(report.Refused) != 1 || len(report.Duplicates) != 0 {
		t.Errorf("%+v", report)
	}
	expectShared(t, store, "sdf", "coder 1, coder 2")
}

// header is a project line.
func header(t testing.TB, entities ...any) string {
	t.Helper()
	return line(t, map[string]any{
		"kind": "project", "name": "p", "entities": entities,
		"annotators": []any{map[string]any{"name": "boss", "role": "supervisor"}},
	})
}

func named(key string, more ...string) map[string]any {
	e := map[string]any{"key": key, "names": map[string]any{"en": strings.ToUpper(key)}}
	for i := 0; i < len(more); i += 2 {
		e[more[i]] = more[i+1]
	}
	return e
}

// TestEntityOfARefusedLineIsDescribedLater has one file refer to an entity in
// vain, and the next one say what it is.
func TestEntityOfARefusedLineIsDescribedLater(t *testing.T) {
	store, p := newProject(t)
	dir := folder(t, map[string]string{
		"1.jsonl": line(t, article1(1, withIDs(record("a", "coder 2"), 1, 2, 3))) +
			line(t, article1(2, withIDs(record("b", "boss", with("by", []string{"isis"})), 1, 5, 6))),
		"2.jsonl": header(t, named("isis", "parent", "root"), named("sdf")),
	})
	report := bring(t, store, p, dir)
	if report.Added != 1 || len(report.Refused) != 1 || len(report.Notes) != 1 || !strings.Contains(report.Notes[0], `"sdf" differs`) {
		t.Errorf("%+v", report)
	}
	expectShared(t, store, "isis root sdf", "boss, coder 1, coder 2")
	entities, _ := store.Entities()
	people, _ := store.Annotators()
	if entities[0].NameEn != "ISIS" || entities[0].Parent != entities[1].ID || people[0].Role != model.RoleSupervisor {
		t.Errorf("%+v, %+v", entities[0], people[0])
	}
}

// refusing is a store that refuses the first thing it is given.
type refusing struct {
	*sqlite.Store
	done bool
}

func (r *refusing) Import(batch []model.Import) ([]error, error) {
	if r.done {
		return r.Store.Import(batch)
	}
	r.done = true
	refused, err := r.Store.Import(batch[1:])
	return append([]error{annotate.ErrNoKey}, refused...), err
}

// TestWhatARefusedHeaderDescribes comes with the lines that refer to it, and
// nothing else does.
func TestWhatARefusedHeaderDescribes(t *testing.T) {
	store, p := newProject(t)
	body := header(t, named("sdf", "parent", "root"), named("unused")) + line(t, article1(1, record("a", "coder 2"))) + line(t, article1(2, record("b", "coder 2")))
	report, err := p.ImportJSONL(context.Background(), &refusing{Store: store}, "lines", strings.NewReader(body))
	if err != nil || report.Added != 2 || len(report.Refused) != 1 || report.Refused[0].Where != "lines:1" {
		t.Errorf("%+v, %v", report, err)
	}
	expectShared(t, store, "root sdf", "coder 1, coder 2")
}

func TestEntityRingsAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		entities []any
		want     string // of the refusal
		kept     string
	}{
		"itself":  {[]any{named("a", "parent", "a"), named("b")}, `["a"]`, "b"},
		"parents": {[]any{named("a", "parent", "b"), named("b", "parent", "c"), named("c", "parent", "a"), named("d", "parent", "e")}, `["a" "b" "c"]`, "d e"},
		"merges":  {[]any{named("a", "merged_into", "b"), named("b", "merged_into", "a")}, `["a" "b"] are merged`, ""},
	} {
		store, p := newProject(t)
		report := lines(t, store, p, header(t, c.entities...), line(t, article1(1)))
		if report.Added != 1 || len(report.Refused) != 1 || !strings.Contains(report.Refused[0].Error(), c.want) {
			t.Errorf("%s: %+v", name, report)
		}
		expectShared(t, store, c.kept, "boss, coder 1")
	}
}

func TestNothingKeptLeavesNoTrace(t *testing.T) {
	store, p := newProject(t)
	before, err := store.Counts()
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(t, map[string]string{"bad.txt": "\xff", "bad.jsonl": "{\n", "photo.jpg": "x"})
	report := bring(t, store, p, dir, filepath.Join(dir, "none.txt"))
	after, err := store.Counts()
	if err != nil || after["edit"] != before["edit"] || after["annotator"] != 0 || p.Annotator().ID != "" || len(report.Refused) != 3 {
		t.Errorf("rows are %v, were %v; %+v, %v", after, before, report, err)
	}
	if bring(t, store, p, folder(t, map[string]string{"a.txt": "نص"})); p.Annotator().ID == "" {
		t.Error("the person has not joined with the first article")
	}
	expectShared(t, store, "", "coder 1")
}

// failing is a store whose import fails once, as on a disk that is full for a
// moment.
type failing struct {
	*sqlite.Store
	calls int
}

var errFull = errors.New("full for a moment")

func (f *failing) Import(batch []model.Import) ([]error, error) {
	if f.calls++; f.calls == 2 {
		return nil, errFull
	}
	return f.Store.Import(batch)
}

func TestFailureToKeepEndsTheImport(t *testing.T) {
	store, p := newProject(t)
	archive := &failing{Store: store}
	body := "{bad\n"
	for n := range 1000 {
		body += line(t, article1(n))
	}
	report, err := p.ImportJSONL(context.Background(), archive, "lines", strings.NewReader(body))
	if !errors.Is(err, errFull) || archive.calls != 2 {
		t.Errorf("error %v after %d batches", err, archive.calls)
	}
	if report.Added != 200 || len(report.Refused) != 1 || report.Refused[0].Where != "lines:1" {
		t.Errorf("%d added, refused: %v", report.Added, report.Refused)
	}
	expectNoFindings(t, store)
}

// cutting cancels when some bytes have been read, in the middle of a line.
type cutting struct {
	*bytes.Reader
	cancel func()
	after  int
	reads  int
}

func (c *cutting) Read(p []byte) (int, error) {
	if c.reads++; c.reads == c.after {
		c.cancel()
	}
	return c.Reader.Read(p[:min(len(p), 1000)])
}

func TestCancellingDoesNotWaitForTheLine(t *testing.T) {
	store, p := newProject(t)
	body := line(t, article1(1)) + line(t, map[string]any{"text": strings.Repeat("نص ", 100_000)})
	ctx, cancel := context.WithCancel(context.Background())
	source := &cutting{Reader: bytes.NewReader([]byte(body)), cancel: cancel, after: 5}
	report, err := p.ImportJSONL(ctx, store, "lines", source)
	if !errors.Is(err, context.Canceled) || source.reads != source.after || report.Added != 1 || len(report.Refused) != 0 {
		t.Errorf("%v after %d reads: %+v", err, source.reads, report)
	}
}

func TestProgressCountsBytesOfOneFile(t *testing.T) {
	body := strings.Repeat(line(t, article1(1)), 3000)
	for name, c := range map[string]struct {
		files map[string]string
		total int
		calls int // at least
	}{
		"one JSONL file": {map[string]string{"a.jsonl": body}, len(body), 2},
		"one text":       {map[string]string{"a.txt": "نص"}, 1, 1},
		"two files":      {map[string]string{"a.jsonl": line(t, article1(1)), "b.txt": "نص"}, 2, 2},
	} {
		store, p := newProject(t)
		var heard []int
		_, err := p.Import(context.Background(), store, []string{folder(t, c.files)}, func(done, total int) {
			if heard = append(heard, done); total != c.total {
				t.Errorf("%s: the total is %d, want %d", name, total, c.total)
			}
		})
		if err != nil || len(heard) < c.calls || heard[len(heard)-1] != c.total || !slices.IsSorted(heard) {
			t.Errorf("%s: %v, %v", name, heard, err)
		}
	}
}

func TestSymbolicLinks(t *testing.T) {
	other := folder(t, map[string]string{"b.txt": "الثاني", "deep/c.txt": "الثالث"})
	dir := folder(t, map[string]string{"a.txt": "الأول"})
	at := func(name string) string { return filepath.Join(dir, name) }
	for name, target := range map[string]string{
		"file.txt": filepath.Join(other, "b.txt"), "folder": other, "folder.txt": other, "ring": dir, "nowhere.txt": at("none"),
	} {
		if err := os.Symlink(target, at(name)); err != nil {
			t.Fatal("the temporary folder must allow symbolic links: ", err)
		}
	}
	store, p := newProject(t)
	report := bring(t, store, p, dir)
	if want := []string{at("folder"), at("folder.txt"), at("ring")}; report.Added != 2 || !slices.Equal(report.Ignored, want) {
		t.Errorf("%+v, want %q ignored", report, want)
	}
	if len(report.Refused) != 1 || report.Refused[0].Where != at("nowhere.txt") {
		t.Errorf("refused: %v", report.Refused)
	}
	if report := bring(t, store, p, at("folder")); report.Added != 1 || !slices.Equal(report.Duplicates, []string{filepath.Join(at("folder"), "b.txt")}) {
		t.Errorf("a link to a folder: %+v", report)
	}
	if report := bring(t, store, p, at("file.txt")); !slices.Equal(report.Duplicates, []string{at("file.txt")}) {
		t.Errorf("a link to a file: %+v", report)
	}
}

func TestNames(t *testing.T) {
	store, _ := newProject(t)
	for name, good := range map[string]bool{
		"coder 1": true, "سعاد\u200cك": true, strings.Repeat("س", 200): true,
		"": false, " ": false, strings.Repeat("س", 201): false, "\xff": false,
		"a\tb": false, "a\nb": false, "a\rb": false, "a\x00b": false, "a\x1b[2Jb": false, "a\x7fb": false, "a\u0085b": false, "a\u2028b": false,
	} {
		if _, err := annotate.Enter(store, name, model.RoleAnnotator); (err == nil) != good || !good && !errors.Is(err, annotate.ErrNoName) {
			t.Errorf("name %q: %v", name, err)
		}
	}
}
