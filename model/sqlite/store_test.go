package sqlite

import (
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hashiya/model"
)

func TestClosedProjectIsOneFile(t *testing.T) {
	s := create(t, Options{})
	apply(t, s, added(entity("a")))
	path := s.Path()
	closeStore(t, s)
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != filepath.Base(path) {
		t.Errorf("the folder holds %v", entries)
	}
	head, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if id, version := binary.BigEndian.Uint32(head[68:]), binary.BigEndian.Uint32(head[60:]); id != 0x48534859 || int(version) != len(migrations()) {
		t.Errorf("application_id %#x, user_version %d", id, version)
	}
	if head[18] != 1 {
		t.Error("the file is in WAL mode")
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v: others can read it", info.Mode(), err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}

func TestOpenedProjectIsAsItWas(t *testing.T) {
	devices := memory{}
	s := create(t, Options{Devices: devices})
	apply(t, s, added(entity("a")))
	closeStore(t, s)
	for _, readOnly := range []bool{true, false} {
		s := reopen(t, s.Path(), Options{Devices: devices, ReadOnly: readOnly})
		list, err := s.Entities()
		if err != nil || len(list) != 1 || list[0].Key != "a" || s.ReadOnly() != readOnly {
			t.Errorf("read only %t: %v, %v", readOnly, list, err)
		}
		closeStore(t, s)
	}
}

func TestPragmas(t *testing.T) {
	s := create(t, Options{})
	for name, want := range map[string]string{"journal_mode": "delete", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0"} {
		if got := value[string](t, s, "PRAGMA "+name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	whole := create(t, Options{})
	closeStore(t, whole)
	body, err := os.ReadFile(whole.Path())
	if err != nil {
		t.Fatal(err)
	}
	changed := func(at int, with ...byte) []byte {
		b := append([]byte(nil), body...)
		copy(b[at:], with)
		return b
	}
	for name, c := range map[string]struct {
		body []byte // nil: nothing is there
		want error
	}{
		"missing":         {nil, ErrNotFound},
		"empty":           {[]byte{}, ErrNotProject},
		"text":            {[]byte(strings.Repeat("نص عربي ", 100)), ErrNotProject},
		"other database":  {changed(68, 0, 0, 0, 1), ErrNotProject},
		"newer":           {changed(60, 0, 0, 0, 99), ErrNewer},
		"far newer":       {changed(60, 255, 255, 255, 255), ErrNewer},
		"truncated":       {body[:len(body)/2], ErrDamaged},
		"one byte less":   {body[:len(body)-1], ErrDamaged},
		"header only":     {body[:100], ErrDamaged},
		"header cut":      {body[:99], ErrNotProject},
		"schema scribble": {changed(100, []byte(strings.Repeat("x", 3000))...), ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(dir, name)
			if c.body != nil {
				if err := os.WriteFile(path, c.body, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			for _, readOnly := range []bool{false, true} {
				s, err := Open(path, Options{Devices: memory{}, ReadOnly: readOnly})
				if err == nil {
					s.Close()
				}
				var file *FileError
				if !errors.Is(err, c.want) || !errors.As(err, &file) || file.Path != path {
					t.Errorf("read only %t: %v, want %v", readOnly, err, c.want)
				}
			}
			left, err := os.ReadFile(path)
			if c.body == nil && !errors.Is(err, os.ErrNotExist) || c.body != nil && string(left) != string(c.body) {
				t.Error("the file was changed")
			}
			if _, err := os.Stat(lockPath(path)); err == nil {
				t.Error("a lock file is left behind")
			}
		})
	}
	if _, err := Open(dir, Options{Devices: memory{}}); !errors.Is(err, ErrNotProject) {
		t.Errorf("a folder: %v", err)
	}
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	taken := filepath.Join(dir, "taken")
	if err := os.WriteFile(taken, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	good := model.CodebookRow{ID: "test@1", Body: codebookBody}
	for name, c := range map[string]struct {
		path, codebook string
		want           error
	}{
		"file there":      {taken, "test@1", ErrExists},
		"folder there":    {dir, "test@1", ErrExists},
		"folder missing":  {filepath.Join(dir, "no", "p"), "test@1", nil},
		"codebook absent": {filepath.Join(dir, "p"), "other@1", nil},
	} {
		_, err := Create(c.path, model.Project{ID: newID(), Name: "n", Codebook: c.codebook}, good, Options{Devices: memory{}})
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if body, err := os.ReadFile(taken); err != nil || string(body) != "mine" {
		t.Errorf("the file that was there is now %q, %v", body, err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// TestOtherProgramsOpenIt shows that the schema asks for nothing that the
// sqlite3 shell does not have.
func TestOtherProgramsOpenIt(t *testing.T) {
	s := create(t, Options{})
	addArticle(t, s, "قتل 37 عنصرا")
	path := s.Path()
	closeStore(t, s)
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		// The library itself, without our pragmas, stands in for the shell.
		raw(t, path, "SELECT count(*) FROM article_text", "PRAGMA integrity_check")
		return
	}
	out, err := exec.Command(shell, path, "PRAGMA integrity_check; SELECT text FROM article_text; SELECT count(*) FROM edit;").CombinedOutput()
	if err != nil || string(out) != "ok\nقتل 37 عنصرا\n1\n" {
		t.Errorf("sqlite3 says %q, %v", out, err)
	}
}
