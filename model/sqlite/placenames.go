package sqlite

import (
	"bytes"
	"cmp"
	"slices"
)

// nameList gathers the names of a gazetteer until they can be written in
// order. The letters of all of them stand in one slice, since millions of
// strings would take several times the memory.
type nameList struct {
	letters []byte
	entries []nameEntry
}

// nameEntry is a name of a place: where its letters begin, and how many there
// are.
type nameEntry struct {
	start  uint64
	number uint32
	length uint16
	weight uint8
}

// maxNameBytes bounds a folded name; whoever imports keeps far below it.
const maxNameBytes = 1<<16 - 1

func (l *nameList) add(name string, weight int, number int64) {
	if len(name) > maxNameBytes {
		return
	}
	l.entries = append(l.entries, nameEntry{uint64(len(l.letters)), uint32(number), uint16(len(name)), uint8(min(max(weight, 0), 255))})
	l.letters = append(l.letters, name...)
}

func (l *nameList) bytes(e nameEntry) []byte { return l.letters[e.start : e.start+uint64(e.length)] }

func (l *nameList) text(e nameEntry) string { return string(l.bytes(e)) }

// sort puts the names in the order of the table's key.
func (l *nameList) sort() {
	slices.SortFunc(l.entries, func(a, b nameEntry) int {
		return cmp.Or(bytes.Compare(l.bytes(a), l.bytes(b)), cmp.Compare(a.weight, b.weight), cmp.Compare(a.number, b.number))
	})
}
