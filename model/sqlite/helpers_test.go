package sqlite

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/google/uuid"

	"hashiya/model"
)

// memory remembers devices for the length of a test.
type memory map[string][2]string

func (m memory) Device(project string) (device, token string) { return m[project][0], m[project][1] }

func (m memory) Remember(project, device, token string) error {
	m[project] = [2]string{device, token}
	return nil
}

const codebookBody = `{"id":"test","version":1,"lists":{}}`

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// create makes a project in a temporary folder. The store is closed with the
// test.
func create(t testing.TB, options Options) *Store {
	t.Helper()
	if options.Devices == nil {
		options.Devices = memory{}
	}
	path := filepath.Join(t.TempDir(), "مشروع a?b#c%20.hashiya") // a name that a URI must escape
	s, err := Create(path, model.Project{ID: newID(), Name: "test", Codebook: "test@1"}, model.CodebookRow{ID: "test@1", Body: codebookBody}, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// reopen opens a project; the store is closed with the test.
func reopen(t testing.TB, path string, options Options) *Store {
	t.Helper()
	s, err := Open(path, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func closeStore(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func apply(t testing.TB, s *Store, e model.Edit) model.Edit {
	t.Helper()
	if e.Scope == "" {
		e.Scope, e.Label = model.ScopeEntity, "test"
	}
	done, err := s.Apply(e)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// added is an edit that adds rows.
func added(rows ...model.Row) model.Edit {
	var e model.Edit
	for _, row := range rows {
		e.Rows = append(e.Rows, model.RowChange{After: row})
	}
	return e
}

func entity(key string) *model.Entity { return &model.Entity{ID: newID(), Key: key, NameEn: key} }

// addArticle brings one text in and returns the article.
func addArticle(t testing.TB, s *Store, text string) model.Article {
	t.Helper()
	a := articleOf(text)
	refused, err := s.Import([]model.Import{importOf(a, text)})
	if err != nil || refused[0] != nil {
		t.Fatalf("import: %v, %v", err, refused)
	}
	return *a
}

func articleOf(text string) *model.Article {
	sum := sha256.Sum256([]byte(text))
	return &model.Article{ID: newID(), SHA256: hex.EncodeToString(sum[:]), Length: utf8.RuneCountInString(text)}
}

func importOf(a *model.Article, text string) model.Import {
	e := added(a)
	e.Scope, e.Article, e.Label = model.ScopeImport, a.ID, "import"
	return model.Import{Edit: e, Article: a.ID, Text: text}
}

// raw changes the file as a program that knows nothing of Hashiya would.
func raw(t testing.TB, path string, statements ...string) {
	t.Helper()
	db := connect(path, false)
	defer db.Close()
	for _, statement := range append([]string{"PRAGMA foreign_keys = OFF"}, statements...) {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// value reads one value of the file.
func value[T any](t testing.TB, s *Store, query string, args ...any) T {
	t.Helper()
	var v sql.Null[T]
	if err := s.db.QueryRow(query, args...).Scan(&v); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return v.V
}

func copyFile(t testing.TB, from, to string) {
	t.Helper()
	body, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, body, 0o600); err != nil {
		t.Fatal(err)
	}
}
