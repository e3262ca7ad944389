package arabic

import "time"

// weekdayNames are folded and without the article they are used with.
var weekdayNames = map[string]time.Weekday{
	"احد": time.Sunday, "اثنين": time.Monday, "ثلاثاء": time.Tuesday, "اربعاء": time.Wednesday,
	"خميس": time.Thursday, "جمعه": time.Friday, "سبت": time.Saturday,
}

// longWeekday is the length from which a weekday is known with one letter
// wrong; shorter names are too near to other words («السبب», «الجامعة») and
// need «يوم» before them.
const longWeekday = 5

// weekdayAt reads a weekday at token i: with its article or behind «يوم», and
// with one letter wrong, missing or too many.
func (s sentence) weekdayAt(i int) (time.Weekday, bool) {
	afterDay := s.isDayWord(i - 1)
	day, st, ok := reading(s.word(i), weekdayNames)
	// «يوم واحد» is one day, not a Sunday.
	if ok && (st.article || afterDay && st.cut == 0) {
		return day, true
	}
	for _, st := range stems(s.word(i)) {
		if _, isNumber := numberWords[st.text]; !st.article || isNumber {
			continue
		}
		for name, day := range weekdayNames {
			if (afterDay || len([]rune(name)) >= longWeekday) && isNear(st.text, name) {
				return day, true
			}
		}
	}
	return 0, false
}

func (s sentence) isDayWord(i int) bool {
	_, _, ok := reading(s.word(i), map[string]bool{"يوم": true})
	return ok
}

// isNear tells whether two words differ by one letter at most (Levenshtein
// distance 1).
func isNear(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return i == len(x) || string(x[i+1:]) == string(y[i+1:])
	}
	return string(x[i:]) == string(y[i+1:])
}
