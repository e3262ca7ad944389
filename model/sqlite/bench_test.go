package sqlite

import (
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkApply is one edit, from memory to disk. Its anchor, taken in turn
// with it, is SQLite committing one row of a plain table with the same
// settings: "x-bare" says how many times as long an edit takes.
func BenchmarkApply(b *testing.B) {
	s := create(b, Options{})
	plain := connect(filepath.Join(b.TempDir(), "plain.db"), false)
	b.Cleanup(func() { plain.Close() })
	if _, err := plain.Exec("CREATE TABLE row (id TEXT PRIMARY KEY, body TEXT) STRICT"); err != nil {
		b.Fatal(err)
	}
	var edit, bare time.Duration
	for b.Loop() {
		begun := time.Now()
		apply(b, s, added(entity(newID())))
		edit += time.Since(begun)

		begun = time.Now()
		if _, err := plain.Exec("INSERT INTO row VALUES (?, ?)", newID(), "one row"); err != nil {
			b.Fatal(err)
		}
		bare += time.Since(begun)
	}
	b.ReportMetric(float64(edit.Microseconds())/float64(b.N), "µs/edit")
	b.ReportMetric(float64(edit)/float64(bare), "x-bare")
}
