package annotate

import (
	"cmp"
	"slices"
	"strings"

	"hashiya/model"
)

// Rivals returns the groups of counts that say something of the same thing:
// the same kind and unit, of the same people, merges followed. A part, a subset or a repetition
// of another count is no rival of it, and a single claim has none. Groups and
// counts stand in the order of the text.
func (s *Session) Rivals() [][]*model.Count {
	if s.work == nil {
		return nil
	}
	var order []string
	groups := map[string][]*model.Count{}
	for _, item := range s.work.Order(model.KindCount) {
		count := item.(*model.Count)
		if count.What == "" || len(count.Who) == 0 || len(count.Links) > 0 {
			continue
		}
		codebook, entities := s.project.codebook, s.project.entities
		what, unit := codebook.Resolve("count_kind", count.What), codebook.Resolve("count_unit", count.Unit)
		who := slices.Sorted(slices.Values(entities.Live(count.Who)))
		key := strings.Join(append([]string{what, unit}, who...), "\x00")
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], count)
	}
	var rivals [][]*model.Count
	for _, key := range order {
		if s.disagree(groups[key]) {
			rivals = append(rivals, groups[key])
		}
	}
	return rivals
}

// disagree reports whether counts come from different claimants or give
// different figures.
func (s *Session) disagree(counts []*model.Count) bool {
	live := s.project.entities.Live
	for _, c := range counts[1:] {
		if !slices.Equal(live(c.ClaimedBy), live(counts[0].ClaimedBy)) || c.Value != counts[0].Value {
			return true
		}
	}
	return false
}

// Bounds returns the lowest and the highest figure that a group of counts
// gives, empty where none does: what the coder allows, else what the words
// state. Nothing is averaged; "more than 20" has no upper bound of its own.
func Bounds(counts []*model.Count) (low, high model.Decimal) {
	for _, c := range counts {
		if least := cmp.Or(c.Min, c.Value, c.Max); least != "" && (low == "" || least.Compare(low) < 0) {
			low = least
		}
		if most := cmp.Or(c.Max, c.Min, c.Value); most != "" && (high == "" || most.Compare(high) > 0) {
			high = most
		}
	}
	return low, high
}
