package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hashiya/app/settings"
)

// result is what a run of the command line left.
type result struct {
	status   int
	out, err string
}

// hashiya runs a command line without a window.
func hashiya(t *testing.T, args ...string) result {
	t.Helper()
	var out, err bytes.Buffer
	status := Main(args, strings.NewReader(""), &out, &err, nil)
	r := result{status, out.String(), err.String()}
	for line := range strings.Lines(r.err) {
		if !strings.HasPrefix(line, "hashiya: ") {
			t.Errorf("hashiya %q: line %q on standard error is no message", args, line)
		}
	}
	if strings.Contains(r.out+r.err, "%!") {
		t.Errorf("hashiya %q: a message is not formatted: %s%s", args, r.out, r.err)
	}
	return r
}

// must runs a command line that has to end with a status, with a text on its
// standard output when that is 0, else on its standard error.
func must(t *testing.T, status int, text string, args ...string) result {
	t.Helper()
	r := hashiya(t, args...)
	said := r.out
	if status != done {
		said = r.err
	}
	if r.status != status || !strings.Contains(said, text) {
		t.Fatalf("hashiya %q = %d, want %d and %q\nout: %s\nerr: %s", args, r.status, status, text, r.out, r.err)
	}
	return r
}

// place returns a fresh folder, with settings of nobody.
func place(t *testing.T) string {
	t.Helper()
	t.Setenv(settings.FolderVariable, t.TempDir())
	return t.TempDir()
}

// project makes an empty project and returns its path.
func project(t *testing.T, folder string) string {
	t.Helper()
	path := filepath.Join(folder, "p.hashiya")
	must(t, done, "created", "new", path)
	return path
}

func write(t *testing.T, body string, parts ...string) string {
	t.Helper()
	path := filepath.Join(parts...)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func bytesOf(t *testing.T, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// decode reads exactly one JSON value.
func decode[T any](t *testing.T, text string) T {
	t.Helper()
	var value, more T
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&value); err != nil {
		t.Fatalf("%v in %q", err, text)
	}
	if err := d.Decode(&more); err != io.EOF {
		t.Fatalf("more than one JSON value in %q", text)
	}
	return value
}

// sound makes sure that a project is in order and has a number of articles.
func sound(t *testing.T, path string, articles int) info {
	t.Helper()
	must(t, done, "is sound", "check", path)
	found := decode[info](t, must(t, done, "", "info", "--json", path).out)
	if found.Articles.Total != articles {
		t.Errorf("%s has %d articles, want %d", path, found.Articles.Total, articles)
	}
	for _, left := range []string{"-lock", "-journal", "-wal"} {
		if _, err := os.Stat(path + left); err == nil {
			t.Errorf("%s%s stays behind", path, left)
		}
	}
	return found
}

// names returns what is in a folder.
func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}
