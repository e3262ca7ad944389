package model

import (
	"cmp"
	"slices"
)

// SortSpans puts spans in text order: by start, then longer first, then by id.
func SortSpans(spans []Span) {
	slices.SortFunc(spans, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.ID, b.ID))
	})
}

// Order returns the work's items of a kind in the order of their first own
// words; those without words come last, in order of id.
func (w *Work) Order(kind Kind) []Item {
	const last = int(^uint(0) >> 1)
	first := make(map[string]int, len(w.Items))
	for _, s := range w.Spans {
		if at, seen := first[s.Item]; s.Field == "" && (!seen || s.Start < at) {
			first[s.Item] = s.Start
		}
	}
	at := func(item Item) int {
		if n, found := first[item.Meta().ID]; found {
			return n
		}
		return last
	}
	var items []Item
	for _, item := range w.Items {
		if item.Kind() == kind {
			items = append(items, item)
		}
	}
	slices.SortFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(at(a), at(b)), cmp.Compare(a.Meta().ID, b.Meta().ID))
	})
	return items
}
