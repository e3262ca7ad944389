//go:build unix

package annotate_test

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"hashiya/annotate"
)

// TestPipeIsNotWaitedFor imports a folder with named pipes in it, which nobody
// writes to.
func TestPipeIsNotWaitedFor(t *testing.T) {
	store, p := newProject(t)
	dir := folder(t, map[string]string{"a.txt": "نص"})
	for _, name := range []string{"pipe.txt", "pipe.jsonl"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	done := make(chan *annotate.Report, 1)
	go func() { done <- bring(t, store, p, dir) }()
	select {
	case report := <-done:
		if report.Added != 1 || len(report.Refused) != 2 || !errors.Is(report.Refused[0].Err, annotate.ErrNotFile) {
			t.Errorf("%+v", report)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the import waits for a pipe")
	}
}
