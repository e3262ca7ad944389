package arabic

import "strings"

// dateStarts are the folded words that parts of dates begin with.
var dateStarts = wordsOfDates()

func wordsOfDates() map[string]bool {
	all := set("ذلك", "بعد", "اول", "هذا", "هذه")
	add(all, dayParts)
	add(all, directions)
	add(all, periods)
	add(all, edges)
	add(all, relativeDays)
	add(all, recentWords)
	add(all, weekdayNames)
	add(all, timeWords)
	add(all, ordinals)
	add(all, numberWords)
	add(all, monthNames)
	add(all, hijriMonths)
	return all
}

// add takes the first words of the keys of a list.
func add[V any](all map[string]bool, list map[string]V) {
	for key := range list {
		first, _, _ := strings.Cut(key, " ")
		all[first] = true
	}
}

// mayBeginDate tells quickly whether token i can be a part of a date.
func (s sentence) mayBeginDate(i int) bool {
	if s.isDigits(i) {
		return true
	}
	word := s.word(i)
	if word == "" {
		return false
	}
	if _, _, ok := reading(word, dateStarts); ok {
		return true
	}
	if !strings.HasPrefix(word, "ال") {
		return false
	}
	_, ok := s.weekdayAt(i)
	return ok
}

// dateCut gives the length of the particles on the first word of a date.
func (s sentence) dateCut(i int) int {
	_, st, _ := reading(s.word(i), dateStarts)
	return st.cut
}

// isSure tells whether a row of parts is a date although nobody selected it.
func (s sentence) isSure(c dateChain) bool {
	particle, _, _ := reading(s.word(c.from), directions)
	switch {
	case c.parts == partOfDayPart:
		return s.isClearPart(c)
	case c.parts == partOfDayPart|directionPart && particle == after:
		// «بعد ليلة»: the night is the date, «بعد ظهر» is none without a day.
		return s.word(c.from+1) != "ليله"
	case c.parts == weekdayPartOf:
		return !daySeats[s.word(c.from-1)]
	case c.parts == yearPart:
		return s.isYearHere(c.from)
	case c.parts == monthPart:
		return s.isMonthHere(c)
	case c.parts == relativeDay:
		return !s.isNumberedDay(c.to)
	case c.parts == unitPart:
		times, _, numbered := s.timeUnitBehind(c.from)
		numbered = numbered && (times > 1 || s.isDigits(c.from))
		w, _, _ := reading(s.word(c.to-1), timeWords)
		return numbered || w.form == dualForm || s.isLasting(c.from)
	case c.last == unitPart && c.parts&directionPart == 0:
		return false
	case c.last == unitPart:
		// «عقد» is a verb and a noun as well: «قبل عقد اجتماع».
		return !strings.HasSuffix(s.word(c.to-1), "عقد") || s.word(c.to) == "من" || s.word(c.to) == ""
	}
	return true
}

// daySeats are words that make a weekday part of a name: «خطبة الجمعة».
var daySeats = set("خطبه", "صلاه", "صحيفه", "جريده", "سوق", "جامع", "مسجد")

// clearParts are the parts of a day that stand alone; others are verbs, names
// or ages as well.
var clearParts = set("صباحا", "مساءا", "مساء", "ظهرا", "عصرا", "فجرا", "ليلا", "ليله", "الصباح", "الظهر", "الفجر", "الليل",
	"الليله", "المساء", "الظهيره")

func (s sentence) isClearPart(c dateChain) bool {
	for i := c.from; i < c.to; i++ {
		_, st, ok := reading(s.word(i), dayParts)
		name := st.text
		if st.article {
			name = "ال" + name
		}
		if ok && !clearParts[name] {
			return false
		}
	}
	return true
}

// isLasting reports «لساعات», «لأسابيع».
func (s sentence) isLasting(i int) bool {
	_, st, _ := reading(s.word(i), timeWords)
	return st.cut > 0 && strings.HasSuffix(strings.TrimSuffix(s.word(i), st.text), "ل")
}

// timePrepositions stand before years and months.
var timePrepositions = set("في", "منذ", "خلال", "حتي", "الي", "من", "بين", "قبل", "بعد", "وفي", "ومنذ", "وخلال", "وحتي")

// isYearHere reports a year with a preposition before it or in brackets, and
// nothing counted behind it.
func (s sentence) isYearHere(i int) bool {
	_, counted := nounAt(s.word(i + 1))
	marked, _ := s.eraAt(i + 1)
	inBrackets := s.isMarkAt(i-1, "(") && s.isMarkAt(i+1, ")")
	return !counted && (timePrepositions[s.word(i-1)] || inBrackets || marked != noEra)
}

// weakMonths are names of months that are names of people or other words too.
var weakMonths = set("اب", "مارس", "ماي", "اوت", "جوان", "محرم", "صفر", "رجب", "شعبان", "رمضان", "شوال")

func (s sentence) isMonthHere(c dateChain) bool {
	if s.isDigits(c.from) {
		return timePrepositions[s.word(c.from-1)]
	}
	name := s.word(c.from)
	_, st, _ := reading(name, weakMonths)
	return st.text == "" || c.to > c.from+1 || timePrepositions[s.word(c.from-1)] && st.cut == 0
}

// isNumberedDay reports the rest of «اليوم الثاني»: a day of a row, not today.
func (s sentence) isNumberedDay(i int) bool {
	if s.word(i) == "الاخير" {
		return true
	}
	_, st, ok := reading(s.word(i), ordinals)
	return ok && st.article && st.cut == 0
}
