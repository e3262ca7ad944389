package sqlite

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"hashiya/model"
)

// placeRows makes places "<prefix>1" to "<prefix>n", each in the one before it.
func placeRows(prefix string, n int) iter.Seq2[model.PlaceRow, error] {
	return func(yield func(model.PlaceRow, error) bool) {
		for i := range n {
			p := model.Place{Key: fmt.Sprint(prefix, i+1), Kind: "village", Level: model.NoLevel, NameAr: "قرية", NameEn: fmt.Sprint(prefix, i+1), Parent: int64(i)}
			if !yield(model.PlaceRow{Place: p, Names: []string{p.NameEn, "common"}, Weight: (n - i) % 100}, nil) {
				return
			}
		}
	}
}

func source(key string) model.PlaceSource {
	return model.PlaceSource{Key: key, Name: "Name of " + key, Licence: "CC BY 4.0", URL: "https://example.org", SHA256: "00", Places: 99}
}

func importPlaces(t testing.TB, s *Store, key string, rows iter.Seq2[model.PlaceRow, error]) {
	t.Helper()
	if err := s.ImportPlaces(t.Context(), source(key), "", rows, nil); err != nil {
		t.Fatal(err)
	}
}

// found returns the keys of hits in order.
func found(t testing.TB, hits []model.PlaceHit, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, hit := range hits {
		keys = append(keys, hit.Source+":"+hit.Key)
	}
	return strings.Join(keys, " ")
}

// left counts the rows of the three tables.
func left(t testing.TB, s *Store) string {
	t.Helper()
	return fmt.Sprint(value[int](t, s, "SELECT count(*) FROM place_source WHERE state = 'live'"), value[int](t, s, "SELECT count(*) FROM place_source WHERE state IN ('loading', 'leaving')"),
		value[int](t, s, "SELECT count(*) FROM place"), value[int](t, s, "SELECT count(*) FROM place_name"))
}

func TestPlaceKeepsAll(t *testing.T) {
	s := create(t, Options{})
	all := model.Place{
		Key: "k", Kind: "admin1", Level: 1, NameAr: "دير الزور", NameEn: "Deir ez-Zor", Aliases: []string{"الدير", `a"b`},
		Lat: "35.10", Lon: "40.2", PCode: "SY09", Parent: 2, Population: 5,
	}
	country := model.Place{Key: "c", Kind: "country", NameEn: "Syria"}
	importPlaces(t, s, "a", func(yield func(model.PlaceRow, error) bool) {
		_ = yield(model.PlaceRow{Place: all, Names: []string{"x", "x", "y"}, Weight: 7}, nil) && yield(model.PlaceRow{Place: country, Names: []string{"x"}}, nil)
	})
	all.PlaceRef, country.PlaceRef = model.PlaceRef{Source: "a", Number: 1}, model.PlaceRef{Source: "a", Number: 2}
	hits, err := s.PlacesNamed([]string{"x"}, 10)
	want := []model.PlaceHit{{Place: country, Folded: "x"}, {Place: all, Folded: "x", Weight: 7}}
	if err != nil || fmt.Sprintf("%+v", hits) != fmt.Sprintf("%+v", want) {
		t.Errorf("%+v, %v, want\n%+v", hits, err, want)
	}
	places, err := s.PlacesAt([]model.PlaceRef{{Source: "a", Number: 1}, {Source: "a", Number: 9}, {Source: "b", Number: 1}})
	if err != nil || fmt.Sprintf("%+v", places) != fmt.Sprintf("%+v", []model.Place{all}) {
		t.Errorf("%+v, %v", places, err)
	}
	sources, err := s.PlaceSources()
	kept := source("a")
	kept.Places = 2
	if err != nil || !slices.Equal(sources, []model.PlaceSource{kept}) {
		t.Errorf("%+v, %v", sources, err)
	}
	expectClean(t, s)
}

func TestPlaceLookUp(t *testing.T) {
	s := create(t, Options{})
	importPlaces(t, s, "a", placeRows("a", 12))
	importPlaces(t, s, "b", placeRows("b", 3))
	for _, c := range []struct {
		named     []string
		beginning string
		limit     int
		want      string
	}{
		{named: []string{"a7"}, limit: 10, want: "a:a7"},
		{named: []string{"a7", "b1", "none"}, limit: 10, want: "a:a7 b:b1"},
		{named: []string{"common"}, limit: 2, want: "a:a12 a:a11 b:b3 b:b2"},
		{named: []string{"a"}, limit: 10},
		{named: []string{"a' OR 1=1 --", "%"}, limit: 10},
		{beginning: "a1", limit: 10, want: "a:a12 a:a11 a:a10 a:a1"},
		{beginning: "b", limit: 1, want: "b:b3"},
		{beginning: "%", limit: 10},
		{beginning: "", limit: 10},
	} {
		if c.named != nil {
			hits, err := s.PlacesNamed(c.named, c.limit)
			if got := found(t, hits, err); got != c.want {
				t.Errorf("named %q: %s, want %s", c.named, got, c.want)
			}
			continue
		}
		hits, err := s.PlacesBeginning(c.beginning, c.limit)
		if got := found(t, hits, err); got != c.want {
			t.Errorf("beginning with %q: %s, want %s", c.beginning, got, c.want)
		}
	}
}

func TestPlaceImportReplaces(t *testing.T) {
	s := create(t, Options{})
	importPlaces(t, s, "a", placeRows("old", placeBatch+1))
	importPlaces(t, s, "b", placeRows("b", 2))
	importPlaces(t, s, "a", placeRows("new", 3))
	if got := left(t, s); got != "2 0 5 10" {
		t.Errorf("sources, remainders, places, names: %s", got)
	}
	hits, err := s.PlacesNamed([]string{"old1", "new1", "b1"}, 10)
	if got := found(t, hits, err); got != "a:new1 b:b1" {
		t.Errorf("found %s", got)
	}
	if n := value[int](t, s, "SELECT count(*) FROM place_source WHERE state = 'replaced' AND seq IS NOT NULL"); n != 1 {
		t.Errorf("%d sources are told of as replaced", n)
	}
	expectClean(t, s)
}

func TestPlaceImportIsOneLineOfTheJournal(t *testing.T) {
	s := create(t, Options{})
	a := &model.Annotator{ID: newID(), Name: "a", Role: model.RoleAnnotator}
	apply(t, s, added(a))
	if err := s.ImportPlaces(t.Context(), source("a"), a.ID, placeRows("a", 10), nil); err != nil {
		t.Fatal(err)
	}
	apply(t, s, added(entity("e")))
	edits, err := s.ScopeHistory(model.ScopeImport, a.ID)
	if err != nil || len(edits) != 1 || edits[0].Label != "edit.import" || edits[0].Seq != 2 {
		t.Fatalf("%+v, %v", edits, err)
	}
	if n := value[int](t, s, "SELECT count(*) FROM place_source WHERE device = ? AND seq = ?", edits[0].Device, edits[0].Seq); n != 1 {
		t.Error("the source does not name its line of the journal")
	}
	if _, err := s.Edit(edits[0].Stamp); err != nil {
		t.Error(err)
	}
	expectClean(t, s)
}

// TestPlaceImportWholeOrNot ends imports in all the ways there are: what was
// there before stays, and nothing else.
func TestPlaceImportWholeOrNot(t *testing.T) {
	broken := errors.New("broken")
	want := map[string]error{
		"cancelled in the places": context.Canceled, "cancelled before the names": context.Canceled, "broken row": broken, "another import": errOtherImport,
	}
	for name, do := range map[string]func(s *Store, ctx context.Context, cancel func()) error{
		"cancelled in the places": func(s *Store, ctx context.Context, cancel func()) error {
			return s.ImportPlaces(ctx, source("a"), "", placeRows("new", 3*placeBatch), func(done int) {
				if done == placeBatch {
					cancel()
				}
			})
		},
		"cancelled before the names": func(s *Store, ctx context.Context, cancel func()) error {
			return s.ImportPlaces(ctx, source("a"), "", placeRows("new", placeBatch+5), func(done int) {
				if done > placeBatch {
					cancel()
				}
			})
		},
		"broken row": func(s *Store, ctx context.Context, _ func()) error {
			return s.ImportPlaces(ctx, source("a"), "", func(yield func(model.PlaceRow, error) bool) {
				for row := range placeRows("new", placeBatch+1) {
					if !yield(row, nil) {
						return
					}
				}
				yield(model.PlaceRow{}, broken)
			}, nil)
		},
		"unknown author": func(s *Store, ctx context.Context, _ func()) error {
			return s.ImportPlaces(ctx, source("a"), "nobody", placeRows("new", 5), nil)
		},
		"another import": func(s *Store, ctx context.Context, _ func()) error {
			return s.ImportPlaces(ctx, source("a"), "", placeRows("new", 2*placeBatch), func(done int) {
				if done == placeBatch {
					importPlaces(t, s, "a", placeRows("a", 4))
				}
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := create(t, Options{})
			importPlaces(t, s, "a", placeRows("a", 4))
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if err := do(s, ctx, cancel); err == nil || want[name] != nil && !errors.Is(err, want[name]) {
				t.Errorf("got %v", err)
			}
			hits, err := s.PlacesNamed([]string{"a4", "new4"}, 10)
			if got := found(t, hits, err); got != "a:a4" {
				t.Errorf("found %s", got)
			}
			if got := left(t, s); got != "1 0 4 8" {
				t.Errorf("sources, remainders, places, names: %s", got)
			}
			expectClean(t, s)
		})
	}
}

// TestPlaceImportAfterACrash leaves rows as a crash would, in both of the places
// where one can.
func TestPlaceImportAfterACrash(t *testing.T) {
	s := create(t, Options{})
	importPlaces(t, s, "a", placeRows("a", 4))
	for _, statement := range []string{
		"INSERT INTO place_source (id, key, name, licence, places, state) VALUES (50, 'a', '', '', 0, 'loading'), (51, 'a', '', '', 0, 'leaving')",
		"INSERT INTO place (source, number, key, kind) VALUES (50, 1, 'x', 'village'), (51, 1, 'y', 'village')",
		"INSERT INTO place_name VALUES (50, 'a1', 0, 1), (51, 'a1', 0, 1)",
	} {
		if _, err := s.db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	hits, err := s.PlacesNamed([]string{"a1"}, 10)
	if got := found(t, hits, err); got != "a:a1" {
		t.Errorf("before: %s", got)
	}
	importPlaces(t, s, "b", placeRows("b", 1))
	if got := left(t, s); got != "2 0 5 10" {
		t.Errorf("sources, remainders, places, names: %s", got)
	}
}

func TestPlaceImportNeedsWriting(t *testing.T) {
	s := create(t, Options{})
	closeStore(t, s)
	reader := reopen(t, s.Path(), Options{ReadOnly: true})
	if err := reader.ImportPlaces(t.Context(), source("a"), "", placeRows("a", 1), nil); !errors.Is(err, ErrReadOnly) {
		t.Errorf("got %v", err)
	}
	if _, err := reader.PlaceSources(); err != nil {
		t.Error(err)
	}
}

// TestEditsDuringAPlaceImport saves in the middle of one.
func TestEditsDuringAPlaceImport(t *testing.T) {
	s := create(t, Options{})
	err := s.ImportPlaces(t.Context(), source("a"), "", placeRows("a", 2*placeBatch), func(done int) { apply(t, s, added(entity(fmt.Sprint(done)))) })
	if err != nil {
		t.Fatal(err)
	}
	expectClean(t, s)
}

// TestFileWithoutPlaces opens a file of version 1: it is copied, and holds
// places afterwards.
func TestFileWithoutPlaces(t *testing.T) {
	path := t.TempDir() + "/v1.hashiya"
	db := connect(path, false)
	if err := step(db, migrations()[0], 1); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	raw(t, path,
		"INSERT INTO codebook (id, body) VALUES ('test@1', '"+codebookBody+"')",
		"INSERT INTO project (id, name, codebook) VALUES ('p', 'old', 'test@1')",
		"INSERT INTO annotator (id, name, role) VALUES ('a', 'kept', 'annotator')")
	reader := reopen(t, path, Options{ReadOnly: true})
	if sources, err := reader.PlaceSources(); err != nil || len(sources) > 0 {
		t.Errorf("for reading only: %v, %v", sources, err)
	}
	if hits, err := reader.PlacesNamed([]string{"a1"}, 10); err != nil || len(hits) > 0 {
		t.Errorf("for reading only: %v, %v", hits, err)
	}
	closeStore(t, reader)
	s := reopen(t, path, Options{Devices: memory{}})
	importPlaces(t, s, "a", placeRows("a", 3))
	if people, err := s.Annotators(); err != nil || len(people) != 1 || people[0].Name != "kept" {
		t.Errorf("%+v, %v", people, err)
	}
	copied := openDB(path+".v1-backup", map[string]string{"mode": "ro"})
	defer copied.Close()
	var version, people int
	if err := copied.QueryRow("SELECT user_version, (SELECT count(*) FROM annotator) FROM pragma_user_version").Scan(&version, &people); err != nil || version != 1 || people != 1 {
		t.Errorf("the copy is of version %d with %d people, %v", version, people, err)
	}
	if version, err := s.Version(); err != nil || version != len(migrations()) {
		t.Errorf("version %d, %v", version, err)
	}
}
