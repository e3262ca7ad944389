package sqlite

import (
	"errors"
	"os"
	"strings"
	"testing"
)

func TestOneWriter(t *testing.T) {
	s := create(t, Options{Holder: "سعاد on laptop 2"})
	apply(t, s, added(entity("a")))
	_, err := Open(s.Path(), Options{Devices: memory{}, Holder: "other"})
	var file *FileError
	if !errors.Is(err, ErrLocked) || !errors.As(err, &file) || !strings.Contains(file.Holder, "سعاد on laptop 2") || !strings.Contains(err.Error(), "سعاد on laptop 2") {
		t.Errorf("second writer: %v", err)
	}
	reader := reopen(t, s.Path(), Options{ReadOnly: true})
	apply(t, s, added(entity("b")))
	list, err := reader.Entities()
	if err != nil || len(list) != 2 {
		t.Errorf("the reader finds %d entities, %v", len(list), err)
	}
	if _, err := reader.Apply(added(entity("c"))); !errors.Is(err, ErrReadOnly) {
		t.Errorf("the reader writes: %v", err)
	}
	if _, err := reader.db.Exec("DELETE FROM entity"); err == nil {
		t.Error("the reader's connection can write")
	}
	closeStore(t, reader)
	if _, err := os.Stat(lockPath(s.Path())); err != nil {
		t.Errorf("a reader took the writer's lock away: %v", err)
	}
	closeStore(t, s)
	if _, err := os.Stat(lockPath(s.Path())); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the lock file is left: %v", err)
	}
	closeStore(t, reopen(t, s.Path(), Options{Devices: memory{}}))
}

func TestLockFileOfADeadProcess(t *testing.T) {
	s := create(t, Options{})
	closeStore(t, s)
	if err := os.WriteFile(lockPath(s.Path()), []byte("somebody who is gone, with a long name"), 0o600); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s.Path(), Options{Devices: memory{}, Holder: "me"})
	if _, err := Open(s.Path(), Options{Devices: memory{}}); err == nil || !strings.Contains(err.Error(), "(by me)") {
		t.Errorf("the lock names %v", err)
	}
}

func TestFailedOpeningGivesTheLockBack(t *testing.T) {
	s := create(t, Options{})
	closeStore(t, s)
	raw(t, s.Path(), "DELETE FROM project")
	for range 2 {
		if _, err := Open(s.Path(), Options{Devices: memory{}}); !errors.Is(err, ErrDamaged) {
			t.Errorf("a project without its row: %v", err)
		}
	}
}
