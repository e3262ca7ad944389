package dataset

import (
	"bytes"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// names lists a folder.
func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, entry := range entries {
		all = append(all, entry.Name())
	}
	return strings.Join(all, " ")
}

// broken yields a document and then an error, as an interruption does.
func broken(err error) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		if yield(sampleDocument(), nil) {
			yield(nil, err)
		}
	}
}

func TestWriteFormats(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format.Name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "خروج"+strings.Repeat("ج", 100))
			var progress []int
			other := sampleDocument()
			other.Article.ID = sampleID(900)
			write := func(force bool, docs iter.Seq2[*Document, error]) error {
				_, err := Write(format, path, Options{Force: force}, sampleHeader(), docs, func(done int) { progress = append(progress, done) })
				return err
			}
			if err := write(false, documents(sampleDocument(), other)); err != nil {
				t.Fatal(err)
			}
			if len(progress) != 2 || progress[1] != 2 {
				t.Errorf("progress %v", progress)
			}
			err := write(false, documents())
			if !errors.Is(err, ErrExists) || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "--force") {
				t.Errorf("second time: %v", err)
			}
			size := func() (n int64) {
				_ = filepath.Walk(path, func(_ string, info os.FileInfo, _ error) error { n += info.Size(); return nil })
				return n
			}
			before, cause := size(), errors.New("interrupted")
			if err := write(true, broken(cause)); !errors.Is(err, cause) || size() != before {
				t.Errorf("interrupted: %v, %d bytes, before %d", err, size(), before)
			}
			if err := write(true, documents()); err != nil || size() >= before {
				t.Errorf("forced: %v, %d bytes, before %d", err, size(), before)
			}
			want := []string{filepath.Base(path)}
			if !format.Lossless {
				want = append(want, want[0]+".loss.json", want[0]+".loss.txt")
			}
			if got := names(t, dir); got != strings.Join(want, " ") {
				t.Errorf("left in the folder: %s", got)
			}
		})
	}
}

func TestWriteLeavesNothing(t *testing.T) {
	for _, format := range Formats() {
		dir := t.TempDir()
		_, err := Write(format, filepath.Join(dir, "out"), Options{}, nil, broken(errors.New("interrupted")), nil)
		if got := names(t, dir); err == nil || got != "" {
			t.Errorf("%s: error %v, left %q", format.Name, err, got)
		}
	}
}

// TestForceIsCareful sees that --force replaces an export and nothing else.
func TestForceIsCareful(t *testing.T) {
	dir := t.TempDir()
	folder, file := filepath.Join(dir, "papers"), filepath.Join(dir, "paper.jsonl")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(folder, "thesis.csv"), file} {
		if err := os.WriteFile(path, []byte("mine"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, test := range map[string]struct {
		format Format
		path   string
		want   string
	}{
		"folder of other files": {csvFormat(), folder, `"thesis.csv"`},
		"folder over a file":    {csvFormat(), file, "is a file"},
		"file over a folder":    {jsonlFormat(), folder, "is a folder"},
		"no such place":         {jsonlFormat(), filepath.Join(dir, "no", "out"), "make it first"},
	} {
		if _, err := Write(test.format, test.path, Options{Force: true}, nil, documents(), nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := names(t, dir) + " " + names(t, folder); got != "paper.jsonl papers thesis.csv" {
		t.Errorf("left: %s", got)
	}
}

// TestLateRival sees that a file that came while writing is not overwritten.
func TestLateRival(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	_, err := Write(jsonlFormat(), path, Options{}, sampleHeader(), documents(sampleDocument()), func(int) {
		if err := os.WriteFile(path, []byte("mine"), 0o666); err != nil {
			t.Fatal(err)
		}
	})
	if b, _ := os.ReadFile(path); !errors.Is(err, ErrExists) || !bytes.Equal(b, []byte("mine")) {
		t.Errorf("error %v, file %q", err, b)
	}
}

// TestForceOnManyFiles sees that a folder of files by article is replaced as
// long as an earlier export listed all that is in it, and not after.
func TestForceOnManyFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	write := func(all ...*Document) error {
		_, err := Write(bratFormat(), path, Options{Force: true}, nil, documents(all...), nil)
		return err
	}
	if err := write(sampleDocument(), probe()); err != nil {
		t.Fatal(err)
	}
	if err := write(probe()); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, path); strings.Contains(got, "الميدان") || !strings.Contains(got, "الرقة") {
		t.Errorf("not the second export:\n%s", got)
	}
	mine := filepath.Join(path, "n-7", "thesis.txt")
	if err := os.WriteFile(mine, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := write(probe()); err == nil || !strings.Contains(err.Error(), "thesis.txt") {
		t.Errorf("error %v", err)
	}
	if b, _ := os.ReadFile(mine); string(b) != "mine" {
		t.Error("somebody's own file is gone")
	}
}
