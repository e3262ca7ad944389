package annotate

import (
	"cmp"
	"slices"

	"hashiya/model"
)

// TotalOf compares a count with its parts: their sum, and their ids in the
// order of the text. complete tells that the count and every part state an
// exact figure in one unit; only then can equal be true, and only then does
// its falsehood mean an error. A part that repeats another part is not added
// twice. Without parts there is nothing to compare: no sum, and not complete.
func (s *Session) TotalOf(count string) (sum model.Decimal, parts []string, complete, equal bool) {
	total, is := s.Item(count).(*model.Count)
	if !is || !s.hasParts(count) {
		return "", nil, false, false
	}
	var found []*model.Count
	for _, item := range s.work.Order(model.KindCount) {
		if part := item.(*model.Count); hasLink(part, linkPartOf, count) {
			found = append(found, part)
			parts = append(parts, part.ID)
		}
	}
	sum, complete = add(total, found)
	return sum, parts, complete, complete && sum.Compare(total.Value) == 0
}

// hasParts reports whether a count is a total of others. Most are not, and to
// know it takes no ordering of the text.
func (s *Session) hasParts(count string) bool {
	for _, item := range s.work.Items {
		if part, is := item.(*model.Count); is && hasLink(part, linkPartOf, count) {
			return true
		}
	}
	return false
}

// add returns the sum of the figures that parts of a total state, and whether
// it can be held against the total.
func add(total *model.Count, parts []*model.Count) (sum model.Decimal, complete bool) {
	complete = len(parts) > 0 && exact(total)
	for _, part := range parts {
		if repeatsOneOf(part, parts) {
			continue
		}
		complete = complete && exact(part) && part.Unit == total.Unit
		switch {
		case part.Value == "" || part.Unit != total.Unit:
		case sum == "":
			sum = part.Value
		default:
			sum = sum.Add(part.Value)
		}
	}
	return sum, complete && sum != ""
}

// exact reports whether a count states one figure and no more.
func exact(c *model.Count) bool {
	return c.Value != "" && (c.Modifier == "" || c.Modifier == "exact")
}

// repeatsOneOf reports whether a count is marked as a repetition of one of the
// others.
func repeatsOneOf(count *model.Count, others []*model.Count) bool {
	return slices.ContainsFunc(others, func(other *model.Count) bool { return hasLink(count, linkDuplicateOf, other.ID) })
}

func hasLink(count *model.Count, linkType, other string) bool {
	return slices.Contains(count.Links, model.Link{Type: linkType, Count: other})
}

// atLeast and atMost return the bounds of a count, empty where the words set none:
// what the coder allows, else the figure, unless it is itself an open bound.
func atLeast(c *model.Count) model.Decimal {
	if c.Modifier == "less_than" || c.Modifier == "at_most" || c.Modifier == "approx" {
		return c.Min
	}
	return cmp.Or(c.Min, c.Value)
}

func atMost(c *model.Count) model.Decimal {
	if c.Modifier == "more_than" || c.Modifier == "at_least" || c.Modifier == "approx" {
		return c.Max
	}
	return cmp.Or(c.Max, c.Value)
}

// exceeds reports whether a count says certainly more than another of the same
// unit can hold.
func exceeds(count, whole *model.Count) bool {
	low, high := atLeast(count), atMost(whole)
	return count.Unit == whole.Unit && low != "" && high != "" && low.Compare(high) > 0
}
