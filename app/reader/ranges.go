package reader

import (
	"cmp"
	"slices"
	"sort"
)

// Range is the code points Start (included) to End (excluded) of the text.
type Range struct{ Start, End int }

func (s Range) empty() bool { return s.Start >= s.End }

func (s Range) holds(offset int) bool { return s.Start <= offset && offset < s.End }

// cutRange returns the part of a range that lies in the text.
func (r *Reader) cutRange(s Range) Range {
	n := r.article.doc.Len()
	start := min(max(s.Start, 0), n)
	return Range{start, min(max(s.End, start), n)}
}

// ranges finds those of many ranges that share a code point with another one.
type ranges struct {
	sorted []Range // by place; none is empty
	reach  []int   // the furthest end of sorted[:i+1]
}

// set takes ranges in any order.
func (x *ranges) set(all []Range) {
	x.sorted, x.reach = x.sorted[:0], x.reach[:0]
	for _, s := range all {
		if !s.empty() {
			x.sorted = append(x.sorted, s)
		}
	}
	slices.SortFunc(x.sorted, func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	furthest := 0
	for _, s := range x.sorted {
		furthest = max(furthest, s.End)
		x.reach = append(x.reach, furthest)
	}
}

// within appends the ranges that share a code point with start..end to out, by place.
func (x *ranges) within(start, end int, out []Range) []Range {
	first := sort.Search(len(x.reach), func(i int) bool { return x.reach[i] > start })
	for _, s := range x.sorted[first:] {
		if s.Start >= end {
			break
		}
		if s.End > start && start < end {
			out = append(out, s)
		}
	}
	return out
}
