//go:build !windows

package filepicker

import (
	"path/filepath"
	"syscall"
	"testing"
)

// Opening a pipe would wait for ever, and writing to one would lose the file.
func TestPipesAreRefused(t *testing.T) {
	root := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(root, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, mode := range []Mode{Open, OpenMany, Save} {
		s := show(t, Options{Mode: mode, Folder: root})
		s.click("pipe", 2, 0)
		if want := "file.notFile pipe"; s.said() != want || !s.Open() {
			t.Errorf("mode %d says %q, want %q", mode, s.said(), want)
		}
	}
}

func TestDisksAreFound(t *testing.T) {
	mounts := tree(t, "media/user/", "media/shared stick/", "media/file")
	e := environment{user: "user", mounts: []string{filepath.Join(mounts, "media"), filepath.Join(mounts, "none")}}
	found := drives(e)
	if len(found) != 1 || filepath.Base(found[0].Path) != "shared stick" {
		t.Errorf("found %v", found)
	}
}
