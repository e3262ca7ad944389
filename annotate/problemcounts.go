package annotate

import (
	"fmt"
	"slices"
	"strings"

	"hashiya/model"
)

// casualties are the kinds of count that answer the question of casualties.
var casualties = []string{"killed", "wounded", "killed_or_wounded"}

// figures finds bounds that contradict each other or the value.
func (c *checker) figures(n *model.Count) {
	if n.Min != "" && n.Max != "" && n.Min.Compare(n.Max) > 0 {
		c.add(Error, ProblemMinMax, n, "min", n.Min, n.Max)
	} else if outside(n) {
		c.add(Error, ProblemOutside, n, "value", n.Value, n.Min, n.Max)
	} else if n.Modifier == "exact" && n.Min != "" && n.Max != "" && n.Min.Compare(n.Max) != 0 {
		c.add(Error, ProblemExactRange, n, "modifier", n.Min, n.Max)
	}
	if from, to, found := strings.Cut(n.Period, "/"); found {
		c.order(n, "period", from, to)
	}
	if n.Value != "" && !c.proved(n) {
		c.add(Warning, ProblemUnproved, n, "value")
	}
}

// outside reports whether a value is not within its bounds. The value of "more
// than 20" is itself below what may be, that of "less than 20" above it.
func outside(n *model.Count) bool {
	if n.Value == "" {
		return false
	}
	below := n.Min != "" && n.Value.Compare(n.Min) < 0 && n.Modifier != "more_than"
	above := n.Max != "" && n.Value.Compare(n.Max) > 0 && n.Modifier != "less_than"
	return below || above
}

// proved reports whether words stand for a count's value: evidence of the
// field, or own words that do not say another figure.
func (c *checker) proved(n *model.Count) bool {
	if _, own := c.session.firstWords(n.ID); own && c.session.OwnWordsProve(n.ID, "value") {
		return true
	}
	return slices.ContainsFunc(c.session.SpansOf(n.ID), func(s model.Span) bool { return s.Field == "value" })
}

// links holds a count against its parts, and against the count it is a part or
// a subset of.
func (c *checker) links(n *model.Count) {
	if parts := c.parts[n.ID]; len(parts) > 0 {
		c.total(n, parts)
	}
	for _, link := range n.Links {
		whole, is := c.session.Item(link.Count).(*model.Count)
		if is && link.Type == linkSubsetOf && exceeds(n, whole) {
			c.add(Error, ProblemSubset, n, "links", atLeast(n), atMost(whole))
		}
	}
	c.rings(n)
}

func (c *checker) total(n *model.Count, parts []*model.Count) {
	sum, complete := add(n, parts)
	if complete {
		if sum.Compare(n.Value) != 0 {
			c.add(Error, ProblemTotal, n, "links", n.Value, sum)
		}
		return
	}
	var low model.Decimal
	for _, part := range parts {
		switch least := atLeast(part); {
		case least == "" || part.Unit != n.Unit || repeatsOneOf(part, parts):
		case low == "":
			low = least
		default:
			low = low.Add(least)
		}
	}
	if high := atMost(n); low != "" && high != "" && low.Compare(high) > 0 {
		c.add(Error, ProblemTotalExceeded, n, "links", high, low)
		return
	}
	c.add(Warning, ProblemTotalUnknown, n, "links")
}

// visit is how far the walk over the links has come with a count.
type visit int

const (
	begun visit = iota + 1
	done
)

// rings walks the links from a count, each count once in all walks: a link to a
// count whose own walk is not at its end closes a ring (depth-first search,
// Cormen et al., Introduction to Algorithms, section 22.3).
func (c *checker) rings(n *model.Count) {
	if c.visits[n.ID] != 0 {
		return
	}
	c.visits[n.ID] = begun
	for _, link := range n.Links {
		other, is := c.session.Item(link.Count).(*model.Count)
		switch {
		case !is:
		case c.visits[other.ID] == begun:
			c.add(Error, ProblemRing, n, "links", other.ID)
		default:
			c.rings(other)
		}
	}
	c.visits[n.ID] = done
}

// claim checks a count as what somebody says.
func (c *checker) claim(n *model.Count) {
	for _, id := range n.ClaimedBy {
		if entity := c.entity(id); c.mentioned[entity] && !c.claimants[entity] {
			c.add(Warning, ProblemClaimantRole, n, "claimed_by", entity)
		}
	}
	if key := c.claimKey(n); key != "" {
		if other := c.claims[key]; other != "" {
			c.add(Warning, ProblemDuplicate, n, "", other)
		} else {
			c.claims[key] = n.ID
		}
	}
	if !slices.Contains(casualties, n.What) {
		return
	}
	switch c.session.work.Record.Answer(model.QuestionCasualties) {
	case model.NoneStated:
		c.add(Error, ProblemNoneStated, n, "kind")
	case model.NumberNotGiven:
		if n.Value != "" {
			c.add(Error, ProblemNumberGiven, n, "value", n.Value)
		}
	}
}

// claimKey is equal for counts that say the same on the same words, "" for one
// without words. Other people or another claimant make another claim; a
// repetition that is marked as one is none.
func (c *checker) claimKey(n *model.Count) string {
	key := []string{n.What}
	for _, s := range c.session.SpansOf(n.ID) {
		if s.Field == "" {
			key = append(key, fmt.Sprint(s.Start, "-", s.End))
		}
	}
	marked := slices.ContainsFunc(n.Links, func(l model.Link) bool { return l.Type == linkDuplicateOf })
	if len(key) == 1 || marked {
		return ""
	}
	for _, list := range [][]string{n.Who, n.ClaimedBy} {
		key = append(key, "|")
		key = append(key, slices.Sorted(slices.Values(list))...)
	}
	return strings.Join(key, "\x00")
}

// record checks what concerns the record as a whole.
func (c *checker) record(items []model.Item) {
	record := c.session.work.Record
	about := func(severity Severity, kind, field string, args ...any) {
		c.found = append(c.found, Problem{Kind: kind, Field: field, Severity: severity, Args: args})
	}
	switch record.Relevance {
	case "":
		about(Warning, ProblemRequired, "relevance")
	case "irrelevant", "unreadable":
		if len(items) > 0 {
			about(Warning, ProblemIrrelevant, "relevance", record.Relevance, len(items))
		}
		return
	}
	for _, q := range model.Questions {
		if record.Answer(q) == "" && !slices.ContainsFunc(items, answering(q)) {
			about(Warning, ProblemUnanswered, string(q))
		}
	}
}

// answering tells which items answer a question.
func answering(q model.Question) func(model.Item) bool {
	return func(item model.Item) bool {
		if count, is := item.(*model.Count); is {
			return q == model.QuestionCasualties && slices.Contains(casualties, count.What)
		}
		return q == model.QuestionEvents && item.Kind() == model.KindEvent
	}
}
