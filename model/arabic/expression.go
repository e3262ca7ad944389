package arabic

import "math/big"

// expressionAt reads the number expression that begins at token i. selected
// says that an annotator chose these words, so that weaker signs are enough.
// When it is false, the expression's to tells where to read on.
func (s sentence) expressionAt(i int, selected bool) (expression, bool) {
	if x, ok := s.rangeAt(i); ok {
		return s.withNoun(x), true
	}
	key, at, cut, modified := s.modifierBefore(i)
	if !modified {
		key, at = exact, i
	}
	if n, ok := s.numeral(at, leading); ok {
		x := expression{from: i, to: n.to, cut: cut, value: n.value, modifier: key}
		if !modified {
			x.cut = n.cut
		}
		x = s.withNoun(s.withFollower(x))
		return x, s.isCounting(n, x, selected)
	}
	if q, ok := s.quantityAt(at); ok {
		x := expression{from: i, to: q.to, cut: cut, modifier: q.key, min: q.min, max: q.max}
		if !modified {
			x.cut = q.cut
		}
		x = s.withNoun(x)
		if q.share {
			x.unit = unitShare
		}
		return x, true
	}
	if x, ok := s.shareAt(at, modified || selected); ok {
		x.from = i
		if modified {
			x.cut, x.modifier = cut, key
		}
		return x, true
	}
	if modified {
		return s.impliedOne(expression{from: i, to: at, cut: cut, modifier: key})
	}
	return s.wordAt(i, selected)
}

// isCounting tells whether a numeral counts something.
func (s sentence) isCounting(n numeral, x expression, selected bool) bool {
	if selected && n.from == 0 && n.to == len(s.tokens) {
		return n.digits || !s.isTimeAt(n.to)
	}
	if s.isNotCount(n) {
		return false
	}
	// «واحد» alone is mostly a pronoun or part of an idiom.
	lone := n.value.Cmp(one) == 0 && !n.digits
	return selected || !lone || x.nounTo > 0
}

// rangeAt reads «بين 10 و15», «من 10 إلى 15», «10-15», «ثلاثة أو أربعة».
func (s sentence) rangeAt(i int) (expression, bool) {
	at := i
	if s.word(at) == "ما" {
		at++
	}
	open, isOpen := "", false
	if w, st, ok := reading(s.word(at), rangeWords); ok && !st.article {
		open, isOpen, at = w, true, at+1
	}
	low, ok := s.numeral(at, leading)
	if !ok || at > i && !isOpen {
		return expression{}, false
	}
	high, ok := s.highOf(low, open)
	if !ok || labels[s.word(i-1)] || s.isTimeAt(high.to) || s.isDistance(high.to) || s.isDayOfMonth(high) ||
		s.isYearAt(low.to-1) && s.isYearAt(high.to-1) {
		return expression{}, false
	}
	a, b := low.value, high.value
	if low.scale.Cmp(one) == 0 && high.scale.Cmp(one) > 0 && a.Cmp(high.base) < 0 {
		a = new(big.Rat).Mul(a, high.scale)
	}
	if a.Cmp(b) > 0 {
		a, b = b, a
	}
	x := expression{from: i, to: high.to, modifier: between, low: a, high: b}
	if isOpen {
		_, st, _ := reading(s.word(at-1), rangeWords)
		x.cut = st.cut
	} else {
		x.cut = low.cut
	}
	return x, true
}

// rangeWords open a range; the value is the word that must join its ends.
var rangeWords = map[string]string{"بين": "و", "من": "الي"}

// highOf reads the upper end of a range behind its lower end.
func (s sentence) highOf(low numeral, open string) (numeral, bool) {
	i := low.to
	switch {
	case open == "و":
		return s.numeral(i, joined)
	case s.word(i) == "الي" || open == "" && s.word(i) == "او":
		return s.numeral(i+1, leading)
	case open == "" && s.isMarkAt(i, dashes) && s.touches(i-1) && s.touches(i):
		high, ok := s.numeral(i+1, leading)
		longer := s.isMarkAt(high.to, dashes+"/") && s.touches(high.to-1) || s.isMarkAt(low.from-1, dashes+"/") && s.touches(low.from-1)
		return high, ok && high.digits && low.digits && !longer
	}
	return numeral{}, false
}

// dashes may stand between the ends of a range.
const dashes = "-–—"

// withFollower reads the modifier behind the number, at once or behind the
// counted words: «10 من رجال الشرطة على الأقل».
func (s sentence) withFollower(x expression) expression {
	const reach = 5
	for i := x.to; i <= x.to+reach; i++ {
		if key, to, ok := s.modifierAfter(i); ok {
			if key != "" && x.modifier == exact {
				x.modifier = key
			}
			if i == x.to {
				x.to = to
			}
			return x
		}
		if s.word(i) == "" {
			return x
		}
		if _, ok := s.numeral(i, leading); ok && i > x.to {
			return x
		}
	}
	return x
}

// impliedOne reads a comparison with a singular noun: «أكثر من هجوم», «تقل عن
// كيلومتر مربع».
func (s sentence) impliedOne(x expression) (expression, bool) {
	n, ok := nounAt(s.word(x.to))
	indefinite := ok && n.form == singularForm && nounForms[s.word(x.to)] == n
	if !indefinite && !s.isSquare(x.to) || x.modifier == approx {
		return x, false
	}
	x.value = one
	return s.withNoun(x), true
}

// shareAt reads a fraction of what is named behind it.
func (s sentence) shareAt(i int, sure bool) (expression, bool) {
	share, st, ok := reading(s.word(i), shares)
	if !ok || s.isTimeAt(i+1) || s.word(i+1) == "" || !sure && st.cut > 0 {
		return expression{}, false
	}
	x := expression{from: i, to: i + 1, cut: st.cut, modifier: share.modifier, unit: unitShare}
	x.value = big.NewRat(share.value, 1)
	return x, true
}

// wordAt reads a word that is a count by itself: a dual, a plural of victims.
func (s sentence) wordAt(i int, selected bool) (expression, bool) {
	word := s.word(i)
	x := expression{from: i, to: i + 1, modifier: exact}
	n, st, ok := reading(word, nounForms)
	switch {
	case ok && n.form == dualForm:
		x.value, x.unit, x.cut = big.NewRat(2, 1), n.unit, st.cut
		return x, true
	case ok && n.listed && n.form == pluralForm && !st.article && st.cut == 0:
		x.modifier, x.min, x.unit = vague, "2", n.unit
		return x, true
	case selected && (word == "احد" || word == "احدي") && s.word(i+1) != "":
		x.value = one
		return s.withNoun(x), true
	case selected && i == 0 && word == "كل" && s.word(i+1) != "" && !s.isTimeAt(i+1):
		x.modifier = all
		return s.withNoun(x), true
	}
	return x, false
}

// shares are fractions, in percent.
var shares = map[string]struct {
	value    int64
	modifier string
}{
	"نصف": {50, exact}, "ربع": {25, exact}, "ثلث": {33, approx}, "ثلثي": {67, approx}, "ثلثا": {67, approx}, "ثلثين": {67, approx},
}
