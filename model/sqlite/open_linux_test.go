package sqlite

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
)

// locks returns how many POSIX locks there are on a file (proc_locks(5)).
func locks(t *testing.T, path string) int {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile("/proc/locks")
	if err != nil {
		t.Fatal("proc_locks(5) is needed to see the locks: ", err)
	}
	n := 0
	for line := range strings.Lines(string(body)) {
		if strings.Contains(line, "POSIX") && strings.Contains(line, fmt.Sprintf(":%d ", info.Sys().(*syscall.Stat_t).Ino)) {
			n++
		}
	}
	return n
}

// TestSecondOpeningKeepsLocks opens a project, in all ways and in vain, in a
// process that is writing it: the locks that keep others out must stay.
func TestSecondOpeningKeepsLocks(t *testing.T) {
	s := create(t, Options{})
	err := s.Write(func(tx *Tx) error {
		if _, err := tx.Apply(added(entity("a"))); err != nil {
			return err
		}
		before := locks(t, s.Path())
		if before == 0 {
			t.Fatal("proc_locks(5) shows no lock of an open transaction")
		}
		reader := reopen(t, s.Path(), Options{ReadOnly: true})
		if _, err := reader.Entities(); err != nil {
			t.Error(err)
		}
		closeStore(t, reader)
		if _, err := Open(s.Path(), Options{Devices: memory{}}); !errors.Is(err, ErrLocked) {
			t.Errorf("a second writer: %v", err)
		}
		if after := locks(t, s.Path()); after != before {
			t.Errorf("%d locks are left of %d", after, before)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestPipeIsNoProject must not wait for somebody to write to the pipe.
func TestPipeIsNoProject(t *testing.T) {
	path := t.TempDir() + "/pipe"
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, Options{ReadOnly: true}); !errors.Is(err, ErrNotProject) {
		t.Errorf("got %v", err)
	}
}
