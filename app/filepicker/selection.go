package filepicker

import (
	"maps"
	"slices"
)

// selection is which of n rows are picked, and where the cursor stands. Rows are
// counted from 0.
type selection struct {
	many    bool // more than one may be picked
	n       int
	current int // the row with the cursor, or -1
	anchor  int // the row that an extension starts from, or -1
	picked  map[int]bool
	allowed func(row int) bool // which rows may be picked together with others
}

// reset starts anew with n rows, none picked, and the cursor on a row or -1.
func (s *selection) reset(n, current int) {
	s.n, s.current, s.anchor = n, min(current, n-1), min(current, n-1)
	s.picked = map[int]bool{}
}

// pick moves the cursor to a row and picks it alone.
func (s *selection) pick(row int) {
	s.current, s.anchor = row, row
	s.picked = map[int]bool{row: true}
}

// extend moves the cursor to a row and picks all from the anchor to it.
func (s *selection) extend(row int) {
	if !s.many {
		s.pick(row)
		return
	}
	s.current, s.anchor = row, max(s.anchor, 0)
	s.picked = map[int]bool{}
	for i := min(s.anchor, row); i <= max(s.anchor, row); i++ {
		if s.allowed(i) {
			s.picked[i] = true
		}
	}
}

// toggle moves the cursor to a row and picks it beside the others, or no more.
func (s *selection) toggle(row int) {
	if !s.many {
		s.pick(row)
		return
	}
	s.current, s.anchor = row, row
	if !s.allowed(row) {
		return
	}
	maps.DeleteFunc(s.picked, func(i int, _ bool) bool { return !s.allowed(i) })
	if s.picked[row] {
		delete(s.picked, row)
	} else {
		s.picked[row] = true
	}
}

// all picks every row that may be picked with others.
func (s *selection) all() {
	if !s.many {
		return
	}
	s.picked = map[int]bool{}
	for i := range s.n {
		if s.allowed(i) {
			s.picked[i] = true
		}
	}
}

// none picks nothing and leaves the cursor.
func (s *selection) none() { s.picked = map[int]bool{} }

// rows are the picked rows from top to bottom.
func (s *selection) rows() []int { return slices.Sorted(maps.Keys(s.picked)) }
