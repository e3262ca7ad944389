package reader

import (
	"cmp"
	"slices"
)

// markIndex finds the marks of a range. The marks lie in one slice by position; over it, at its midpoints, stands an implicit search tree
// whose nodes know the furthest end below them (an augmented interval tree: Cormen et al., Introduction to Algorithms, 3rd ed., 14.3).
type markIndex struct {
	byID   map[string]Mark
	sorted []Mark
	maxEnd []int // of the subtree whose root is the mark at the same place; nil when it must be rebuilt
}

// comparePlace orders marks by place. The ID makes the order complete: a mark can be found by binary search.
func comparePlace(a, b Mark) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.ID, b.ID))
}

// compareSize orders marks from the smallest range to the largest, then by place.
func compareSize(a, b Mark) int {
	return cmp.Or(cmp.Compare(a.End-a.Start, b.End-b.Start), comparePlace(a, b))
}

// set replaces all marks, the last one of each ID.
func (x *markIndex) set(marks []Mark) {
	x.byID = make(map[string]Mark, len(marks))
	for _, m := range marks {
		x.byID[m.ID] = m
	}
	x.sorted = x.sorted[:0]
	for _, m := range x.byID {
		x.sorted = append(x.sorted, m)
	}
	slices.SortFunc(x.sorted, comparePlace)
	x.maxEnd = nil
}

// put adds a mark, or replaces the one of the same ID.
func (x *markIndex) put(m Mark) {
	x.remove(m.ID)
	if x.byID == nil {
		x.byID = map[string]Mark{}
	}
	x.byID[m.ID] = m
	at, _ := slices.BinarySearchFunc(x.sorted, m, comparePlace)
	x.sorted = slices.Insert(x.sorted, at, m)
	x.maxEnd = nil
}

// remove takes a mark out and returns it.
func (x *markIndex) remove(id string) (Mark, bool) {
	m, ok := x.byID[id]
	if !ok {
		return Mark{}, false
	}
	delete(x.byID, id)
	at, _ := slices.BinarySearchFunc(x.sorted, m, comparePlace)
	x.sorted = slices.Delete(x.sorted, at, at+1)
	x.maxEnd = nil
	return m, true
}

// within appends the marks that share a code point with start..end to out, by place.
func (x *markIndex) within(start, end int, out []Mark) []Mark {
	if start >= end {
		return out
	}
	if x.maxEnd == nil {
		x.maxEnd = make([]int, len(x.sorted))
		x.build(0, len(x.sorted))
	}
	return x.search(0, len(x.sorted), start, end, out)
}

func (x *markIndex) build(low, high int) int {
	if low >= high {
		return 0
	}
	mid := (low + high) / 2
	x.maxEnd[mid] = max(x.sorted[mid].End, x.build(low, mid), x.build(mid+1, high))
	return x.maxEnd[mid]
}

func (x *markIndex) search(low, high, start, end int, out []Mark) []Mark {
	if low >= high {
		return out
	}
	mid := (low + high) / 2
	if x.maxEnd[mid] <= start {
		return out
	}
	out = x.search(low, mid, start, end, out)
	m := x.sorted[mid]
	if m.Start >= end {
		return out
	}
	if m.End > start && m.End > m.Start {
		out = append(out, m)
	}
	return x.search(mid+1, high, start, end, out)
}
