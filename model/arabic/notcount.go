package arabic

import "math/big"

// labels are words whose number names a thing and counts nothing.
var labels = set(
	"الساعه", "رقم", "الرقم", "اللواء", "لواء", "الفرقه", "فرقه", "الفوج", "فوج", "الكتيبه", "كتيبه",
	"الماده", "القرار", "الفقره", "صفحه", "الدوره", "عمره", "عمرها", "العمر", "اف", "ميغ", "تي", "سو", "الطريق",
)

var distances = set("كيلومتر", "كيلومترا", "كيلومترات", "كيلومترين", "كم", "متر", "مترا", "امتار", "مترين", "ميل", "ميلا", "اميال", "سنتيمتر")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, word := range words {
		m[word] = true
	}
	return m
}

// isNotCount reports numbers that are no counts: parts of dates and clock
// times, years, durations, ages, distances, numbers of roads, units and models.
func (s sentence) isNotCount(n numeral) bool {
	return s.isChained(n) || labels[s.word(n.from-1)] || s.isTimeAt(n.to) || s.isDistance(n.to) ||
		s.isDayOfMonth(n) || s.isYear(n)
}

// isChained reports digits glued to others or to Latin letters: "12/10",
// "10:30", "2018-10-12", "T-72".
func (s sentence) isChained(n numeral) bool {
	if !n.digits {
		return false
	}
	const glue = "/:-."
	before := s.isMarkAt(n.from-1, glue) && s.touches(n.from-1) && s.touches(n.from-2)
	after := s.isMarkAt(n.to, glue) && s.touches(n.to-1) && s.touches(n.to)
	latin := s.touches(n.from-1) && isLatin(s.word(n.from-1)) || s.touches(n.to-1) && isLatin(s.word(n.to))
	return before || latin || after && s.isDigits(n.to+1)
}

func isLatin(word string) bool { return word != "" && word[0] < 0x80 }

func (s sentence) isDistance(i int) bool { return distances[s.word(i)] && !s.isSquare(i) }

// isSquare reports a unit of area at token i: «كيلومتر مربع», «كم2».
func (s sentence) isSquare(i int) bool {
	if s.word(i) == "كم" && s.isDigits(i+1) && s.tokens[i+1].text == "2" && s.touches(i) {
		return true
	}
	switch s.word(i + 1) {
	case "مربع", "مربعا", "مربعه", "مربعين":
		return distances[s.word(i)]
	}
	return false
}

// isDayOfMonth reports a number before the name of a month.
func (s sentence) isDayOfMonth(n numeral) bool {
	if n.value.Cmp(big.NewRat(31, 1)) > 0 {
		return false
	}
	i := n.to
	for s.word(i) == "من" || s.word(i) == "شهر" {
		i++
	}
	_, _, ok := s.monthAt(i)
	return ok
}

// isYear reports four digits from 1900 to 2099 with no known noun behind them.
func (s sentence) isYear(n numeral) bool {
	if !s.isYearAt(n.from) || n.to != n.from+1 {
		return false
	}
	_, counted := nounAt(s.word(n.to))
	return !counted && !(s.word(n.to) == "من" && s.isNoun(n.to+1))
}

// isYearAt reports four digits that can be a year.
func (s sentence) isYearAt(i int) bool {
	if !s.isDigits(i) {
		return false
	}
	text := s.tokens[i].text
	return len(text) == 4 && text >= "1900" && text < "2100" && (text[:2] == "19" || text[:2] == "20") && text[2] != '.' && text[2] != ','
}
