package gazetteer

import (
	"context"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hashiya/model"
)

// write puts a file into a temporary folder and returns its path.
func write(t testing.TB, name, body string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// shelf keeps what is loaded into it in memory, as a project would.
type shelf struct {
	List
	author string
}

func (s *shelf) ImportPlaces(ctx context.Context, source model.PlaceSource, author string, rows iter.Seq2[model.PlaceRow, error], progress func(int)) error {
	fresh := shelf{List: List{source: source}, author: author}
	for row, err := range rows {
		if err != nil {
			return err
		}
		fresh.add(row)
		progress(len(fresh.places))
	}
	slices.SortFunc(fresh.names, func(a, b listName) int { return strings.Compare(a.key, b.key) })
	*s = fresh
	return nil
}

// read checks files and loads what is sound of them.
func read(t testing.TB, options Options, paths ...string) (*shelf, *Report) {
	t.Helper()
	in, err := Open(paths, options)
	if err != nil {
		t.Fatal(err)
	}
	report, err := in.Check(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var s shelf
	if err := in.Load(t.Context(), &s, "author", nil); err != nil {
		t.Fatal(err)
	}
	if len(s.places) != report.Places || s.source.Key != report.Source.Key {
		t.Errorf("%d places of %q are loaded, %d of %q were found", len(s.places), s.source.Key, report.Places, report.Source.Key)
	}
	return &s, report
}

// describe gives a place on one line, for comparing.
func describe(t testing.TB, s *shelf, p model.Place) string {
	t.Helper()
	parent := "-"
	if p.Parent != 0 {
		parent = s.places[p.Parent-1].Key
	}
	point := "-"
	if p.Lat != "" {
		point = string(p.Lat + "/" + p.Lon)
	}
	return strings.Join([]string{p.Key, p.Kind, p.NameAr, p.NameEn, strings.Join(p.Aliases, ","), point, p.PCode, parent}, "|")
}

func expectPlaces(t testing.TB, s *shelf, want ...string) {
	t.Helper()
	var got []string
	for _, p := range s.places {
		got = append(got, describe(t, s, p))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// expectBroken compares the broken rows, each "line: part of the reason".
func expectBroken(t testing.TB, report *Report, want ...string) {
	t.Helper()
	if report.Damaged != len(want) || len(report.Broken) != len(want) {
		t.Fatalf("%d broken rows, want %d: %v", report.Damaged, len(want), report.Broken)
	}
	for i, b := range report.Broken {
		place := b.Error()[len(b.File):]
		if reason := strings.SplitN(want[i], " ", 2); !strings.HasPrefix(place, reason[0]) || !strings.Contains(place, reason[1]) {
			t.Errorf("broken row %d: %s, want %s", i, place, want[i])
		}
	}
}

// expectRefused opens and checks files that hold nothing to take.
func expectRefused(t testing.TB, text string, paths ...string) {
	t.Helper()
	in, err := Open(paths, Options{})
	if err == nil {
		_, err = in.Check(t.Context(), nil)
	}
	if err == nil || !strings.Contains(err.Error(), text) {
		t.Errorf("got %v, want an error with %q", err, text)
	}
}
