package sqlite

import "testing"

// BenchmarkApply is one edit, from memory to disk.
func BenchmarkApply(b *testing.B) {
	s := create(b, Options{})
	for b.Loop() {
		apply(b, s, added(entity(newID())))
	}
}
