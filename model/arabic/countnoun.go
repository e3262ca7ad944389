package arabic

const (
	unitArea  = "km2"
	unitShare = "share"
)

// withNoun finds the noun that an expression counts, behind it or, for «عنصر
// واحد» and «هجمات عدة», before it.
func (s sentence) withNoun(x expression) expression {
	if to, ok := s.percentAt(x.to); ok {
		x.unit, x.to = unitShare, to
		return x
	}
	at := x.to
	for s.word(at) == "من" || s.word(at) == "فقط" || s.word(at) == "بين" {
		at++
	}
	if s.isSquare(at) {
		x.unit, x.nounFrom, x.nounTo = unitArea, at, at+2
		return x
	}
	if n, ok := nounAt(s.word(at)); ok {
		x.unit, x.nounFrom, x.nounTo = n.unit, at, at+1
		return x
	}
	if n, ok := nounAt(s.word(x.from - 1)); ok && !n.weak && s.followsNoun(x) {
		x.unit, x.nounFrom, x.nounTo = n.unit, x.from-1, x.from
	}
	return x
}

// followsNoun reports the number words that stand behind what they count.
func (s sentence) followsNoun(x expression) bool {
	switch s.word(x.from) {
	case "واحد", "واحده", "واحدا", "اثنان", "اثنين", "اثنتان", "اثنتين", "عده":
		return true
	}
	return false
}

// percentAt reads the sign or words of a share behind a number.
func (s sentence) percentAt(i int) (to int, ok bool) {
	switch {
	case s.isMarkAt(i, "%"):
		return i + 1, true
	case s.word(i) == "بالمئه" || s.word(i) == "بالمائه":
		return i + 1, true
	case s.phrase(i, "في", "المئه") || s.phrase(i, "في", "المائه"):
		return i + 2, true
	}
	return i, false
}

func (s sentence) isNoun(i int) bool {
	_, ok := nounAt(s.word(i))
	return ok
}

// loneNoun reads a selection of one noun: one, or a plural of unknown size.
func (s sentence) loneNoun() (expression, bool) {
	if len(s.tokens) == 0 || s.word(0) == "" {
		return expression{}, false
	}
	x := expression{to: 1, modifier: vague, min: "2"}
	n, st, ok := reading(s.word(0), nounForms)
	x.unit, x.cut = n.unit, st.cut
	switch {
	case ok && n.form == pluralForm && !n.weak:
		return x, true
	case len(s.tokens) == 1 && ok && !n.weak && n.form == singularForm && !st.article && st.cut == 0:
		x.modifier, x.min, x.value, x.implicit = exact, "", one, true
		return x, true
	}
	return x, false
}
