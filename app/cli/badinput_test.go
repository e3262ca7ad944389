package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hashiya/app/settings"
	"hashiya/model"
	"hashiya/model/sqlite"
)

func patched(body string, at int, with string) string {
	return body[:at] + with + body[at+len(with):]
}

// TestBadProjects gives every command files that are no project in order.
func TestBadProjects(t *testing.T) {
	folder := place(t)
	text := write(t, "خبر", folder, "in", "a.txt")
	good := filepath.Join(folder, "good.hashiya")
	must(t, done, "", "new", good, "--samples", "--as", "code 7")
	whole := bytesOf(t, good)
	tests := []struct{ name, body, says string }{
		{"text", "this is a text", "not a Hashiya project"},
		{"empty", "", "not a Hashiya project"},
		{"long text", strings.Repeat("خبر ", 1000), "not a Hashiya project"},
		{"another program's", patched(whole, 68, "ABCD"), "not a Hashiya project"},
		{"newer", patched(whole, 60, "\x00\x00\x00\x63"), "newer version"},
		{"cut off", whole[:len(whole)-5000], "damaged"},
		{"only a header", whole[:100], "damaged"},
		{"no pages but the first", whole[:100] + strings.Repeat("\xff", len(whole)-100), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := write(t, test.body, t.TempDir(), "bad.hashiya")
			for _, args := range [][]string{
				{"info", path},
				{"info", path, "--json"},
				{"check", path},
				{"check", path, "--json"},
				{"import", path, text, "--as", "code 7"},
				{"export", path, "--format", "jsonl", "--out", path + ".jsonl"},
			} {
				r := must(t, failed, test.says, args...)
				if args[0] == "check" && len(args) > 2 && r.out != "" {
					if f := decode[finding](t, r.out); f.Sound || len(f.Faults) == 0 {
						t.Errorf("check --json = %+v", f)
					}
				} else if r.out != "" {
					t.Errorf("hashiya %q says %q", args, r.out)
				}
			}
			if bytesOf(t, path) != test.body {
				t.Error("the file has changed")
			}
			if left := names(t, filepath.Dir(path)); !slices.Equal(left, []string{"bad.hashiya"}) {
				t.Errorf("files are %q", left)
			}
		})
	}
	for _, missing := range []string{filepath.Join(folder, "none"), folder, filepath.Join(text, "x")} {
		for _, args := range [][]string{
			{"info", missing},
			{"check", missing, "--json"},
			{"import", missing, text, "--as", "code 7"},
			{"export", missing, "--format", "csv", "--out", filepath.Join(folder, "x")},
		} {
			must(t, failed, "", args...)
		}
	}
	if left := names(t, folder); !slices.Equal(left, []string{"good.hashiya", "in"}) {
		t.Errorf("files are %q", left)
	}
}

func TestCheckFindsDamage(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	must(t, done, "", "import", path, write(t, "عنوان\nالمادة الأصلية كما هي", folder, "a.txt"), "--as", "code 7")
	body := bytesOf(t, path)
	at := strings.Index(body, "الأصلية")
	damaged := write(t, patched(body, at, "المزورة"), folder, "damaged.hashiya")
	must(t, failed, "does not match its sha256", "check", damaged)
	r := must(t, failed, "keep it", "check", damaged, "--json")
	if f := decode[finding](t, r.out); f.Sound || len(f.Faults) == 0 {
		t.Errorf("check --json = %+v", f)
	}
}

// line returns an article line with one count whose span is as given.
func line(t *testing.T, text string, start, end int, quoted, kind string) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{
		"hashiya": 1, "text": text,
		"records": []any{map[string]any{
			"id": "r1", "kind": "annotation", "annotator": "code 7", "status": "submitted",
			"spans":  []any{map[string]any{"id": "s1", "start": start, "end": end, "text": quoted}},
			"counts": []any{map[string]any{"id": "c1", "spans": []string{"s1"}, "kind": kind, "who": []string{"sdf"}, "value": 5}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(body) + "\n"
}

// TestBadArticles imports a folder with one file that is good and one that is
// not: the good one is in, and nothing of the other.
func TestBadArticles(t *testing.T) {
	const text = "قتل 5 أشخاص"
	good := line(t, text, 4, 11, "5 أشخاص", "killed")
	tests := []struct{ name, file, body, says string }{
		{"not UTF-8", "bad.txt", "\xce\xc8\xd1", "not UTF-8"},
		{"UTF-16", "bad.txt", "\xff\xfe\x2e\x06\x28\x06", "not UTF-8"},
		{"empty", "bad.txt", "", "no text"},
		{"only a byte order mark", "bad.txt", "\ufeff", "no text"},
		{"only space", "bad.txt", " \n\u00a0", "no text"},
		{"NUL", "bad.txt", "خبر\x00", "NUL"},
		{"span outside of the text", "bad.jsonl", line(t, text, 4, 12, "5 أشخاص", "killed"), "not inside the text"},
		{"quote differs", "bad.jsonl", line(t, text, 4, 11, "6 أشخاص", "killed"), "not the words it quotes"},
		{"offsets in bytes", "bad.jsonl", line(t, text, 7, 20, "5 أشخاص", "killed"), "not inside the text"},
		{"unknown code", "bad.jsonl", line(t, text, 4, 11, "5 أشخاص", "slain"), "slain"},
		{"not JSON", "bad.jsonl", "{\n", "not valid JSON"},
		{"another JSONL", "bad.jsonl", "{\"text\": \"خبر\"}\n", "not a Hashiya JSONL line"},
		{"a newer format", "bad.jsonl", "{\"hashiya\": 2, \"text\": \"خبر\"}\n", "update"},
		{"NUL in JSON", "bad.jsonl", "{\"hashiya\": 1, \"text\": \"a\\u0000b\"}\n", "NUL"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder := place(t)
			path := project(t, folder)
			bad := write(t, test.body, folder, "in", test.file)
			write(t, "خبر آخر", folder, "in", "good.txt")
			r := must(t, failed, test.says, "import", path, filepath.Join(folder, "in"), "--as", "code 7")
			if !strings.Contains(r.err, bad) {
				t.Errorf("standard error does not name %s: %s", bad, r.err)
			}
			found := sound(t, path, 1)
			for _, table := range []string{"record", "span", "count", "entity"} {
				if found.Counts[table] != 0 {
					t.Errorf("%d rows of table %s are in", found.Counts[table], table)
				}
			}
		})
	}
	t.Run("one line of several", func(t *testing.T) {
		folder := place(t)
		path := project(t, folder)
		body := good + line(t, "نص آخر", 0, 3, "خطأ", "killed") + line(t, "نص ثالث", 0, 2, "نص", "killed")
		in := write(t, body, folder, "a.jsonl")
		must(t, failed, "a.jsonl:2: ", "import", path, in, "--as", "code 7")
		if found := sound(t, path, 2); found.Counts["record"] != 2 || found.Counts["count"] != 2 {
			t.Errorf("counts are %v", found.Counts)
		}
	})
}

func TestTooLargeAndMissingArticles(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	large := write(t, "", folder, "large.txt")
	if err := os.Truncate(large, model.MaxArticleBytes+10); err != nil {
		t.Fatal("the temporary folder must allow a sparse file of this size: ", err)
	}
	must(t, failed, "larger than 20 MB", "import", path, large, "--as", "code 7")
	must(t, failed, "check the path", "import", path, filepath.Join(folder, "none.txt"), "--as", "code 7")
	must(t, failed, "", "import", path, filepath.Join(large, "x"), "--as", "code 7")
	sound(t, path, 0)
}

func TestExportToBadPlaces(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	must(t, done, "", "import", path, write(t, "خبر", folder, "a.txt"), "--as", "code 7")
	file := write(t, "mine", folder, "mine")
	write(t, "mine", folder, "full", "paper.doc")
	before := names(t, folder)
	tests := []struct {
		format, out, says string
		force             bool
	}{
		{"jsonl", filepath.Join(folder, "none", "x.jsonl"), "make it first", false},
		{"csv", filepath.Join(folder, "none", "x"), "make it first", false},
		{"jsonl", filepath.Join(file, "x.jsonl"), "", false},
		{"csv", filepath.Join(file, "x"), "", true},
		{"jsonl", file, "--force", false},
		{"csv", filepath.Join(folder, "full"), "--force", false},
		{"csv", filepath.Join(folder, "full"), "paper.doc", true},
		{"jsonl", filepath.Join(folder, "full"), "is a folder", true},
		{"csv", file, "is a file", true},
	}
	for _, test := range tests {
		args := []string{"export", path, "--format", test.format, "--out", test.out}
		if test.force {
			args = append(args, "--force")
		}
		must(t, failed, test.says, args...)
	}
	if after := names(t, folder); !slices.Equal(before, after) {
		t.Errorf("files are %q, were %q", after, before)
	}
	if bytesOf(t, file) != "mine" || bytesOf(t, filepath.Join(folder, "full", "paper.doc")) != "mine" {
		t.Error("a file was overwritten")
	}
	sound(t, path, 1)
}

func TestProjectOpenElsewhere(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	text := write(t, "خبر", folder, "a.txt")
	file, err := settings.Find()
	if err != nil {
		t.Fatal(err)
	}
	store, err := sqlite.Open(path, sqlite.Options{Devices: file, Holder: "code 9, in the window"})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	must(t, failed, "code 9, in the window", "import", path, text, "--as", "code 7")
	must(t, done, "0 (0 to do", "info", path)
	must(t, done, "is sound", "check", path)
	must(t, done, "articles: 0", "export", path, "--format", "csv", "--out", filepath.Join(folder, "out"))
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	must(t, done, "articles: 1", "import", path, text, "--as", "code 7")
	sound(t, path, 1)
}
