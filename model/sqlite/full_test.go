package sqlite

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"hashiya/model"
)

// TestFullFile lets the file grow no further by SQLite's own limit, which gives
// the error of a full disk (https://www.sqlite.org/pragma.html#pragma_max_page_count).
func TestFullFile(t *testing.T) {
	s := create(t, Options{})
	apply(t, s, added(entity("first")))
	pages := value[int](t, s, "PRAGMA page_count")
	if _, err := s.db.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+20)); err != nil {
		t.Fatal(err)
	}
	kept := []string{"first"}
	var refused error
	for n := 0; refused == nil; n++ {
		e := entity(fmt.Sprint(n))
		e.NameEn = strings.Repeat("x", 2000)
		if _, refused = s.Apply(model.Edit{Scope: model.ScopeEntity, Label: "l", Rows: added(e).Rows}); refused == nil {
			kept = append(kept, e.Key)
		}
	}
	if !errors.Is(refused, ErrFull) || !strings.Contains(refused.Error(), "free some space") {
		t.Errorf("a full file: %v", refused)
	}
	text := strings.Repeat("كلمة طويلة ", 20_000)
	batch := []model.Import{importOf(articleOf("قصير"), "قصير"), importOf(articleOf(text), text)}
	if _, err := s.Import(batch); !errors.Is(err, ErrFull) {
		t.Errorf("import into a full file: %v", err)
	}
	if n := value[int](t, s, "SELECT count(*) FROM article"); n != 0 {
		t.Errorf("%d articles are in although the import failed", n)
	}
	if _, err := s.db.Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	after := apply(t, s, added(entity("space again")))
	if after.Seq != int64(len(kept)+1) {
		t.Errorf("the next edit has number %d, want %d", after.Seq, len(kept)+1)
	}
	for _, key := range kept {
		if n := value[int](t, s, "SELECT count(*) FROM entity WHERE key = ?", key); n != 1 {
			t.Errorf("the acknowledged %q is there %d times", key, n)
		}
	}
	expectClean(t, s)
}
