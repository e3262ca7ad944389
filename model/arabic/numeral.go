package arabic

import "math/big"

// numeral is a number read from the tokens [from, to).
type numeral struct {
	from, to int
	cut      int // code points of particles before the first word
	value    *big.Rat
	// base times scale is the leading part: 50 and 1000 in «50 ألفا».
	base, scale *big.Rat
	digits      bool // the first token is digits
}

// joint says which particles the next number word must have.
type joint int

const (
	leading joint = iota // any particle: the first word of a number
	bare                 // none, but the article
	joined               // و, attached or standing alone
)

// numeral reads the longest number that begins at token i.
func (s sentence) numeral(i int, how joint) (numeral, bool) {
	n, ok := s.group(i, how)
	if !ok {
		return n, false
	}
	for last := n.scale; last.Cmp(one) > 0; {
		if to, add, ok := s.fractionOf(n.to, last); ok {
			n.value, n.to = new(big.Rat).Add(n.value, add), to
			break
		}
		more, ok := s.group(n.to, joined)
		if !ok || more.value.Cmp(last) >= 0 {
			break
		}
		n.value, n.to, last = new(big.Rat).Add(n.value, more.value), more.to, more.scale
	}
	return n, true
}

var one = big.NewRat(1, 1)

// group reads digits or words below a thousand with the scale behind them, or a
// scale alone.
func (s sentence) group(i int, how joint) (numeral, bool) {
	n := numeral{from: i, scale: one}
	if value, to, ok := s.digits(i, how); ok {
		n.base, n.to, n.digits = value, to, true
	} else if value, to, cut, ok := s.belowThousand(i, how); ok {
		n.base, n.to, n.cut = big.NewRat(value, 1), to, cut
	} else {
		return s.scaleAlone(i, how)
	}
	if w, _, ok := s.numberAt(n.to, bare); ok && (w.class == scaleWord || w.class == pluralScale) {
		n.scale, n.to = big.NewRat(w.value, 1), n.to+1
	}
	n.value = new(big.Rat).Mul(n.base, n.scale)
	return n, true
}

func (s sentence) scaleAlone(i int, how joint) (numeral, bool) {
	w, at, ok := s.numberAt(i, how)
	if !ok || w.class != scaleWord && w.class != dualScale {
		return numeral{}, false
	}
	base := one
	if w.class == dualScale || s.isDualThousand(at) {
		base = big.NewRat(2, 1)
	}
	scale := big.NewRat(w.value, 1)
	return numeral{
		from: i, to: at + 1, cut: s.cutAt(i), value: new(big.Rat).Mul(base, scale), base: base, scale: scale,
	}, true
}

// isDualThousand tells «ألفا عنصر» (two thousand) from «ألفاً» (a thousand):
// the first has no tanween and stands before its noun.
func (s sentence) isDualThousand(i int) bool {
	if _, st, _ := numberReading(s.word(i)); st.text != "الفا" {
		return false
	}
	start, end := s.Source(s.tokens[i].start, s.tokens[i].end)
	marked := end-start > s.tokens[i].end-s.tokens[i].start
	noun, ok := nounAt(s.word(i + 1))
	return !marked && ok && noun.form == singularForm
}

// digits reads a number token; joined wants the word «و» before it.
func (s sentence) digits(i int, how joint) (*big.Rat, int, bool) {
	if how == joined {
		if s.word(i) != "و" {
			return nil, 0, false
		}
		i++
	}
	if !s.isDigits(i) {
		return nil, 0, false
	}
	value, ok := parseDigits(s.tokens[i].text)
	return value, i + 1, ok
}

// belowThousand reads words from 1 to 999.
func (s sentence) belowThousand(i int, how joint) (value int64, to, cut int, ok bool) {
	w, at, ok := s.numberAt(i, how)
	if !ok {
		return 0, 0, 0, false
	}
	cut = s.cutAt(i)
	next, _, hasNext := s.numberAt(at+1, bare)
	switch {
	case w.class == hundredWord:
		value, to = w.value, at+1
	case w.class == unitWord && hasNext && next.class == hundredWord && next.value == 100 && w.value > 2:
		value, to = 100*w.value, at+2
	default:
		value, to, ok = s.belowHundred(i, how)
		return value, to, cut, ok
	}
	if rest, end, ok := s.belowHundred(to, joined); ok {
		value, to = value+rest, end
	} else if rest, end, ok := s.digits(to, joined); ok && rest.IsInt() && rest.Num().Int64() < 100 {
		value, to = value+rest.Num().Int64(), end
	}
	return value, to, cut, true
}

// belowHundred reads words from 1 to 99: «خمسة», «خمسة عشر», «خمسة وعشرون».
func (s sentence) belowHundred(i int, how joint) (value int64, to int, ok bool) {
	w, at, ok := s.numberAt(i, how)
	if !ok {
		return 0, 0, false
	}
	switch w.class {
	case tenWord, tensWord:
		return w.value, at + 1, true
	case unitWord, teenUnit:
		if ten, _, ok := s.numberAt(at+1, bare); ok && ten.class == tenWord {
			return 10 + w.value, at + 2, true
		}
		if tens, end, ok := s.numberAt(at+1, joined); ok && tens.class == tensWord {
			return w.value + tens.value, end + 1, true
		}
		return w.value, at + 1, w.class == unitWord
	}
	return 0, 0, false
}

// fractionOf reads «ونصف» and the scale that may be repeated behind it.
func (s sentence) fractionOf(i int, scale *big.Rat) (to int, add *big.Rat, ok bool) {
	part, st, ok := reading(s.word(i), fractionWords)
	if !ok || st.cut != 1 || s.word(i) != "و"+st.text {
		return 0, nil, false
	}
	to = i + 1
	if w, _, ok := s.numberAt(to, bare); ok && scale.Cmp(big.NewRat(w.value, 1)) == 0 {
		to++
	}
	return to, new(big.Rat).Quo(scale, big.NewRat(part, 1)), true
}

// numberAt reads the number word at token i and tells where it stands: one
// token on, when a lone «و» joins it.
func (s sentence) numberAt(i int, how joint) (numberWord, int, bool) {
	if how == joined && s.word(i) == "و" {
		i, how = i+1, bare
	}
	w, st, ok := numberReading(s.word(i))
	switch {
	case !ok:
		return w, i, false
	case how == bare:
		return w, i, st.cut == 0
	case how == joined:
		return w, i, st.cut == 1 && s.word(i)[:len("و")] == "و"
	}
	return w, i, true
}

// cutAt gives the length of the particles on the number word at token i.
func (s sentence) cutAt(i int) int {
	_, st, _ := numberReading(s.word(i))
	return st.cut
}
