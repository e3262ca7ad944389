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

// folder writes files into a new folder, by their path in it.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// bring imports paths that may be refused.
func bring(t testing.TB, store *sqlite.Store, p *annotate.Project, paths ...string) *annotate.Report {
	t.Helper()
	report, err := p.Import(context.Background(), store, paths, nil)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func onlyArticle(t testing.TB, store *sqlite.Store) (model.Article, string) {
	t.Helper()
	articles, err := store.Articles()
	if err != nil || len(articles) != 1 {
		t.Fatalf("%d articles, %v, want one", len(articles), err)
	}
	text, err := store.Text(articles[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return articles[0], text
}

func TestTextIsTakenAsItIs(t *testing.T) {
	long := strings.Repeat("ط", 600)
	for name, c := range map[string]struct{ body, text, title, decoding string }{
		"plain":               {"عنوان\nنص", "عنوان\nنص", "عنوان", "utf-8"},
		"byte order mark":     {"\ufeffعنوان\nنص", "عنوان\nنص", "عنوان", "utf-8-bom"},
		"second mark stays":   {"\ufeff\ufeffع", "\ufeffع", "\ufeffع", "utf-8-bom"},
		"CRLF":                {"عنوان\r\nنص\r\n", "عنوان\r\nنص\r\n", "عنوان", "utf-8"},
		"title after blanks":  {"\n \t\n  عنوان \nنص", "\n \t\n  عنوان \nنص", "عنوان", "utf-8"},
		"no line break":       {long, long, long[:1000], "utf-8"},
		"not normalised":      {"لا\u0627\u0654 ﷲ \u200f37", "لا\u0627\u0654 ﷲ \u200f37", "لا\u0627\u0654 ﷲ \u200f37", "utf-8"},
		"largest":             {"ع\n" + strings.Repeat("x", 20<<20-3), "ع\n" + strings.Repeat("x", 20<<20-3), "ع", "utf-8"},
		"largest with a mark": {"\ufeff" + strings.Repeat("x", 20<<20), strings.Repeat("x", 20<<20), strings.Repeat("x", 500), "utf-8-bom"},
	} {
		t.Run(name, func(t *testing.T) {
			store, p := newProject(t)
			report := importAll(t, store, p, filepath.Join(folder(t, map[string]string{"مقال.txt": c.body}), "مقال.txt"))
			a, text := onlyArticle(t, store)
			if report.Added != 1 || text != c.text || a.Title != c.title || a.Decoding != c.decoding || a.File != "مقال.txt" || a.Length != len([]rune(c.text)) {
				t.Errorf("%+v: title %.30q, decoding %q, file %q, length %d", report, a.Title, a.Decoding, a.File, a.Length)
			}
			if len(c.body) < 1000 {
				expectNoFindings(t, store)
			}
		})
	}
}

func TestTextsThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		want error
	}{
		"empty":           {"", annotate.ErrEmptyText},
		"blank":           {" \r\n\t\u00a0", annotate.ErrEmptyText},
		"mark only":       {"\ufeff", annotate.ErrEmptyText},
		"windows-1256":    {"\xc7\xe1\xe3\xd1\xd5\xcf", annotate.ErrNotUTF8},
		"UTF-16":          {"\xff\xfe1\x06", annotate.ErrNotUTF8},
		"cut letter":      {"نص\xd9", annotate.ErrNotUTF8},
		"NUL":             {"نص\x00نص", annotate.ErrNUL},
		"too large":       {strings.Repeat("x", 20<<20+1), annotate.ErrTooLarge},
		"much too large":  {strings.Repeat("x", 21<<20), annotate.ErrTooLarge},
		"large by a mark": {"\ufeff" + strings.Repeat("x", 20<<20+1), annotate.ErrTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			store, p := newProject(t)
			path := filepath.Join(folder(t, map[string]string{"a.txt": c.body}), "a.txt")
			report := bring(t, store, p, path)
			if len(report.Refused) != 1 || !errors.Is(report.Refused[0].Err, c.want) || report.Refused[0].Where != path || report.Added != 0 {
				t.Errorf("%+v, want %v", report, c.want)
			}
		})
	}
}

func TestFolderWithAllSorts(t *testing.T) {
	store, p := newProject(t)
	dir := folder(t, map[string]string{
		"1.txt": "الأول", "2.TXT": "الثاني", "deep/er/3.txt": "الثالث", "same.txt": "الأول", "bad.txt": "\xff", "empty.txt": "",
		".git/4.txt": "الرابع", "deep/.hidden/5.txt": "الخامس", "notes.docx": "x", "no-ending": "y",
	})
	report := bring(t, store, p, dir, filepath.Join(dir, "missing.txt"), filepath.Join(dir, "no-ending"), filepath.Join(dir, "1.txt"))
	if report.Added != 4 || len(report.Duplicates) != 2 || len(report.Refused) != 3 || len(report.Ignored) != 2 {
		t.Errorf("%+v", report)
	}
	if again := bring(t, store, p, dir); again.Added != 0 || len(again.Duplicates) != 4 {
		t.Errorf("the second time: %+v", again)
	}
	// A folder that is named is meant, whatever it is called.
	if hidden := bring(t, store, p, filepath.Join(dir, ".git")); hidden.Added != 1 {
		t.Errorf("a hidden folder by name: %+v", hidden)
	}
	expectNoFindings(t, store)
}

func TestImportIntoAReader(t *testing.T) {
	store, _ := newProject(t)
	path := store.Path()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	reader, err := sqlite.Open(path, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if _, err := enter(t, reader).Import(context.Background(), reader, []string{t.TempDir()}, nil); err == nil {
		t.Error("a reader imports")
	}
}

// cancelled is a context that ends after it was asked some times.
type cancelled struct {
	context.Context
	left *int
}

func (c cancelled) Err() error {
	if *c.left--; *c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestCancelledImportLeavesWholeArticles(t *testing.T) {
	files := map[string]string{}
	var lines strings.Builder
	for _, n := range strings.Split("0123456789", "") {
		files[n+".txt"] = "نص رقم " + n
		lines.WriteString(line(t, map[string]any{"text": "نص السطر " + n, "records": []any{record("r"+n, "coder 2")}}))
	}
	texts := folder(t, files)
	jsonl := filepath.Join(folder(t, map[string]string{"a.jsonl": lines.String()}), "a.jsonl")
	for name, path := range map[string]string{"texts": texts, "lines": jsonl} {
		store, p := newProject(t)
		left := 6
		report, err := p.Import(cancelled{context.Background(), &left}, store, []string{path}, nil)
		articles, listed := store.Articles()
		if !errors.Is(err, context.Canceled) || listed != nil || len(articles) != report.Added || report.Added == 0 || report.Added >= 10 || len(report.Refused) > 0 {
			t.Errorf("%s: %v, %+v, %d articles", name, err, report, len(articles))
		}
		expectNoFindings(t, store)
		if rest := importAll(t, store, p, path); rest.Added != 10-report.Added {
			t.Errorf("%s: then %+v", name, rest)
		}
	}
}
