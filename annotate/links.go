package annotate

import (
	"errors"
	"slices"

	"hashiya/model"
)

// The types of link that the checks know; a codebook may have more.
const (
	linkPartOf      = "part_of"
	linkSubsetOf    = "subset_of"
	linkDuplicateOf = "duplicate_of"
	linkTotalOf     = "total_of" // the other side of part_of, never stored
)

// ErrRing says that a link would make a count a part of itself.
var ErrRing = errors.New("the counts would be parts of each other in a ring; undo the other link first")

// Link ties a count to another of the same record, in the place of a link that
// it has to it, or unties it with an empty type. "total_of" is kept as part_of
// of the other count. A link that leads back to its count over others is
// refused with ErrRing.
func (s *Session) Link(count, linkType, other string) error {
	if linkType == linkTotalOf {
		count, linkType, other = other, linkPartOf, count
	}
	return s.edit("edit.link", func(d *draft) error {
		before, is := s.Item(count).(*model.Count)
		if _, alsoIs := s.Item(other).(*model.Count); !is || !alsoIs || count == other {
			return ErrNoItem
		}
		after := before.Clone().(*model.Count)
		after.Links = slices.DeleteFunc(after.Links, leadsTo(other))
		if linkType != "" {
			after.Links = append(after.Links, model.Link{Type: linkType, Count: other})
		}
		if slices.Equal(before.Links, after.Links) {
			return ErrNothingNew
		}
		if linkType != "" && s.reaches(other, count) {
			return ErrRing
		}
		d.change(before, after)
		return s.project.codebook.Check(after)
	})
}

// Unlink unties two counts, whichever of them the link is written on.
func (s *Session) Unlink(count, other string) error {
	return s.edit("edit.unlink", func(d *draft) error {
		for _, ends := range [][2]string{{count, other}, {other, count}} {
			before, is := s.Item(ends[0]).(*model.Count)
			if !is {
				return ErrNoItem
			}
			after := before.Clone().(*model.Count)
			after.Links = slices.DeleteFunc(after.Links, leadsTo(ends[1]))
			if len(after.Links) < len(before.Links) {
				d.change(before, after)
			}
		}
		return nil
	})
}

func leadsTo(count string) func(model.Link) bool {
	return func(l model.Link) bool { return l.Count == count }
}

// reaches reports whether links lead from a count to another one. Records from
// files may hold rings.
func (s *Session) reaches(from, to string) bool {
	seen := map[string]bool{from: true}
	for next := []string{from}; len(next) > 0; next = next[1:] {
		count, is := s.Item(next[0]).(*model.Count)
		if !is {
			continue
		}
		for _, link := range count.Links {
			if link.Count == to {
				return true
			}
			if !seen[link.Count] {
				seen[link.Count] = true
				next = append(next, link.Count)
			}
		}
	}
	return false
}

// Linked is one end of a link as a count's card shows it.
type Linked struct {
	Type    string // of list link_type, or "total_of" for the other side of part_of
	Other   string // count id
	Derived bool   // the link is written on the other count
}

// LinksOf returns what a count is tied to: the links written on it, then those
// that other counts have to it, in the order of the text. The other side of a
// type without a name of its own keeps the type and is only marked derived.
func (s *Session) LinksOf(count string) []Linked {
	own, is := s.Item(count).(*model.Count)
	if !is {
		return nil
	}
	var linked []Linked
	for _, link := range own.Links {
		linked = append(linked, Linked{Type: link.Type, Other: link.Count})
	}
	for _, item := range s.work.Order(model.KindCount) {
		for _, link := range item.(*model.Count).Links {
			if link.Count != count {
				continue
			}
			if link.Type == linkPartOf {
				link.Type = linkTotalOf
			}
			linked = append(linked, Linked{Type: link.Type, Other: item.Meta().ID, Derived: true})
		}
	}
	return linked
}
