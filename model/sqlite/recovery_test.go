package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var errPowerCut = errors.New("power cut")

// interrupted returns a copy of a project as a power cut in the middle of an
// edit leaves it: pages written, and the journal that takes them back beside
// the file.
func interrupted(t *testing.T) (path string) {
	t.Helper()
	s := create(t, Options{})
	apply(t, s, added(entity("kept")))
	if _, err := s.db.Exec("PRAGMA cache_size = 1"); err != nil { // pages go to the file at once
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "copy")
	err := s.Write(func(tx *Tx) error {
		for range 50 {
			e := entity(newID())
			e.NameEn = strings.Repeat("x", 5000)
			if _, err := tx.Apply(added(e)); err != nil {
				return err
			}
		}
		copyFile(t, s.Path(), path)
		copyFile(t, s.Path()+"-journal", path+"-journal")
		return errPowerCut
	})
	if !errors.Is(err, errPowerCut) {
		t.Fatal(err)
	}
	return path
}

func TestInterruptedEditIsTakenBack(t *testing.T) {
	path := interrupted(t)
	s := reopen(t, path, Options{Devices: memory{}})
	list, err := s.Entities()
	if err != nil || len(list) != 1 || list[0].Key != "kept" {
		t.Errorf("%d entities, %v, want the one that was kept", len(list), err)
	}
	expectClean(t, s)
}

func TestReaderOfAnInterruptedEdit(t *testing.T) {
	path := interrupted(t)
	s := reopen(t, path, Options{ReadOnly: true})
	list, err := s.Entities()
	if err != nil || len(list) != 1 || list[0].Key != "kept" {
		t.Errorf("%d entities, %v, want the one that was kept", len(list), err)
	}
	for _, side := range []string{"-journal", "-lock"} {
		if _, err := os.Stat(path + side); err == nil {
			t.Errorf("the file %q is left", side)
		}
	}
}

// TestReaderBesideAWriter opens for reading while an edit is being written.
func TestReaderBesideAWriter(t *testing.T) {
	s := create(t, Options{})
	apply(t, s, added(entity("kept")))
	err := s.Write(func(tx *Tx) error {
		if _, err := tx.Apply(added(entity("on its way"))); err != nil {
			return err
		}
		reader := reopen(t, s.Path(), Options{ReadOnly: true})
		defer closeStore(t, reader)
		list, err := reader.Entities()
		if err == nil && len(list) != 1 {
			t.Errorf("the reader finds %d entities, want 1", len(list))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
