package arabic

import "math/big"

// Count is a number expression as its words state it.
type Count struct {
	// Value, Min and Max are decimal text, "" where unknown. A share is in
	// percent.
	Value, Min, Max string
	// Modifier is a key of the codebook list count_modifier.
	Modifier string
	// Implicit is true where no number word stands: a lone singular noun.
	Implicit bool
	// Unit is a guess from the counted noun, a key of the codebook list
	// count_unit, or "".
	Unit string
	// Start and End tell where the number words and their modifiers stand.
	Start, End int
	// OuterStart and OuterEnd hold the number words and the counted noun.
	OuterStart, OuterEnd int
}

// ParseCount reads the words an annotator selected as a count: the first number
// expression in them. It is false where nothing countable stands, as in dates,
// durations and distances.
//
// Bounds follow the words: an exact number bounds itself; "more than 100" is
// 101 at least and "less than 10" is 9 at most, but areas and fractions keep
// the number itself as the bound; an approximate number has none; «بضع» is 3 to
// 9; a bare plural is 2 at least; tens, hundreds, "a number of", all and most
// have no bounds. A dual is two, where the form is not a plural as well
// («مدنيين»). One singular noun alone is an implicit one, if it is a noun known
// to be counted in this genre and stands without an article.
func ParseCount(text string) (Count, bool) {
	s := readSentence(text)
	for i := range s.tokens {
		if x, ok := s.expressionAt(i, true); ok {
			return s.count(x), true
		}
	}
	if x, ok := s.loneNoun(); ok {
		return s.count(x), true
	}
	return Count{}, false
}

// Numbers gives every number expression of a text, in order and without
// overlaps. It leaves out what ParseCount leaves out, years, and words that
// count only when someone selected them: lone nouns, «كل», «أحد».
func Numbers(text string) []Count {
	s := readSentence(text)
	var list []Count
	for i := 0; i < len(s.tokens); {
		x, ok := s.expressionAt(i, false)
		if !ok {
			i = max(i+1, x.to)
			continue
		}
		list = append(list, s.count(x))
		i = max(x.to, x.nounTo)
	}
	return list
}

// expression is a number expression in the tokens [from, to), with the noun it
// counts in [nounFrom, nounTo).
type expression struct {
	from, to, cut    int
	nounFrom, nounTo int
	value, low, high *big.Rat
	min, max         string // bounds that the words themselves carry
	modifier         string
	unit             string
	implicit         bool
}

// count turns token positions into source offsets and sets the bounds.
func (s sentence) count(x expression) Count {
	c := Count{Modifier: x.modifier, Implicit: x.implicit, Unit: x.unit, Min: x.min, Max: x.max}
	x.bounds(&c)
	first, last := s.tokens[x.from].start+x.cut, s.tokens[x.to-1].end
	c.Start, c.End = s.Source(first, last)
	if x.nounTo > x.nounFrom {
		if x.nounFrom < x.from {
			first = s.tokens[x.nounFrom].start
		}
		last = max(last, s.tokens[x.nounTo-1].end)
	}
	c.OuterStart, c.OuterEnd = s.Source(first, last)
	return c
}

// bounds writes value, min and max.
func (x expression) bounds(c *Count) {
	if x.modifier == between {
		c.Min, c.Max = decimalText(x.low), decimalText(x.high)
		return
	}
	if x.value == nil {
		return
	}
	c.Value = decimalText(x.value)
	step := new(big.Rat)
	if x.value.IsInt() && x.unit != unitArea && x.unit != unitShare {
		step = one
	}
	switch x.modifier {
	case exact:
		c.Min, c.Max = c.Value, c.Value
	case moreThan:
		c.Min = decimalText(new(big.Rat).Add(x.value, step))
	case lessThan:
		c.Max = decimalText(new(big.Rat).Sub(x.value, step))
	case atLeast:
		c.Min = c.Value
	case atMost:
		c.Max = c.Value
	}
}
