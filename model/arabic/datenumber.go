package arabic

import (
	"strconv"
	"strings"
	"time"
)

// readDigits reads dates in digits, years, and days of a month.
func (d *dateWords) readDigits(s sentence, i int) int {
	if !s.isDigits(i) {
		return i
	}
	parts, to := s.digitChain(i)
	switch {
	case len(parts) == 3:
		return d.addWhole(s, parts, to)
	case len(parts) == 2 && s.isMarkAt(i+1, "/") && parts[0] <= 31 && parts[1] >= 1 && parts[1] <= 12:
		d.points = append(d.points, monthPoint{days: parts[:1], month: time.Month(parts[1])})
		return to
	}
	if _, _, ok := s.timeUnitBehind(i); ok {
		return i
	}
	era, end := s.eraAt(to)
	for _, part := range parts {
		switch {
		case isHijriYear(part) && (era == hijriEra || era == noEra && len(d.hijri.points) > 0):
			d.hijri.years = append(d.hijri.years, part)
			to = end
		case part >= 1900 && part < 2100:
			d.years = append(d.years, part)
			to = end
		case part >= 1 && part <= 31:
			d.pending = append(d.pending, part)
		}
	}
	return to
}

// addWhole adds a date of three numbers, in the calendar that its year tells.
func (d *dateWords) addWhole(s sentence, parts []int, to int) int {
	era, end := s.eraAt(to)
	if day, ok := wholeHijri(parts); ok && era != gregorianEra {
		d.hijri.dates = append(d.hijri.dates, day)
		return end
	}
	if day, ok := wholeDate(parts); ok {
		d.dates = append(d.dates, day)
		return end
	}
	d.unreal = true
	return end
}

// digitChain reads digits joined by one kind of mark: "12/10/2018",
// "2018-10-12", "12.10.2018", "10-12".
func (s sentence) digitChain(i int) (parts []int, to int) {
	if dotted := strings.Split(s.tokens[i].text, "."); len(dotted) == 3 {
		return atoi(dotted), i + 1
	}
	texts := []string{s.tokens[i].text}
	for to = i + 1; len(texts) < 3 && s.isMarkAt(to, dashes+"/") && s.isDigits(to+1) && s.touches(to-1) && s.touches(to); to += 2 {
		texts = append(texts, s.tokens[to+1].text)
	}
	return atoi(texts), to
}

// atoi converts digits; what is no whole number becomes 0.
func atoi(texts []string) []int {
	numbers := make([]int, len(texts))
	for i, text := range texts {
		if n, err := strconv.Atoi(text); err == nil {
			numbers[i] = n
		}
	}
	return numbers
}

// wholeDate puts year, month and day in order: year first (ISO 8601), or day
// first as Arabic writes, or month first where only that is a date. Two-digit
// years are of this century up to 68, as in POSIX strptime.
func wholeDate(parts []int) (time.Time, bool) {
	y, m, d := parts[2], parts[1], parts[0]
	if parts[0] > 31 {
		y, m, d = parts[0], parts[1], parts[2]
	}
	if m > 12 && d <= 12 {
		m, d = d, m
	}
	switch {
	case y < 69:
		y += 2000
	case y < 100:
		y += 1900
	}
	return calendarDay(y, time.Month(m), d)
}

// calendarDay gives a day that is in the calendar, from 1900 to 2099.
func calendarDay(y int, m time.Month, d int) (time.Time, bool) {
	day := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return day, y >= 1900 && y < 2100 && day.Month() == m && day.Day() == d && m >= 1
}

// ordinals are the days of the month as «الحادي» etc., folded and without the
// article.
var ordinals = map[string]int{
	"اول": 1, "حادي": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "خامس": 5, "سادس": 6, "سابع": 7, "ثامن": 8, "تاسع": 9, "عاشر": 10,
	"عشرين": 20, "عشرون": 20, "ثلاثين": 30, "ثلاثون": 30,
}

// readOrdinal reads «الحادي عشر من أيلول» and «خمسة أيلول»: a day in words
// before a month.
func (d *dateWords) readOrdinal(s sentence, i int) int {
	day, to := s.ordinal(i)
	if n, ok := s.numeral(i, leading); ok && to == i && n.value.IsInt() && n.value.Num().IsInt64() {
		day, to = int(n.value.Num().Int64()), n.to
	}
	if day < 1 || day > 31 {
		return i
	}
	for s.word(to) == "من" || s.word(to) == "شهر" {
		to++
	}
	if _, _, ok := s.monthAt(to); !ok && !s.isRelativeMonth(to) {
		return i
	}
	d.pending = append(d.pending, day)
	return to
}

// isRelativeMonth reports «الشهر الجاري», «هذا الشهر» at token i.
func (s sentence) isRelativeMonth(i int) bool {
	if s.word(i) == "هذا" {
		return s.word(i+1) == "الشهر"
	}
	which, st, ok := reading(s.word(i+1), periods)
	return ok && which != noTense && st.article && s.word(i) == "الشهر"
}

// ordinal reads an ordinal up to 39 and where it ends; i without one.
func (s sentence) ordinal(i int) (day, to int) {
	day, _, ok := reading(s.word(i), ordinals)
	if !ok {
		return 0, i
	}
	tens, st, ok := reading(s.word(i+1), ordinals)
	switch {
	case day < 10 && s.word(i+1) == "عشر":
		return day + 10, i + 2
	case ok && tens >= 20 && st.cut == 1 && day < 10:
		return day + tens, i + 2
	}
	return day, i + 1
}

// timeUnitBehind reads a number with a unit of time: «3 أيام».
func (s sentence) timeUnitBehind(i int) (times, to int, ok bool) {
	n, ok := s.numeral(i, leading)
	if !ok || !n.value.IsInt() || !n.value.Num().IsInt64() || n.value.Num().Int64() > maxTimes {
		return 0, i, false
	}
	_, st, ok := reading(s.word(n.to), timeWords)
	return int(n.value.Num().Int64()), n.to, ok && st.cut == 0
}

// maxTimes bounds the numbers of units that are resolved.
const maxTimes = 10_000

// readUnit reads a unit of time with its number, as «ثلاثة أيام», «يومين»,
// «الأشهر الثلاثة», «بضعة أيام» or «شهر».
func (d *dateWords) readUnit(s sentence, i int) int {
	times, at, ok := s.timeUnitBehind(i)
	if !ok {
		times, at = 0, i
	}
	word, st, found := reading(s.word(at), timeWords)
	if !found || s.isDateHead(at) {
		return i
	}
	to := at + 1
	if behind, end, ok := s.numeralBehind(to); ok && times == 0 && word.form != singularForm {
		times, to = behind, end
	}
	d.single = times == 0 && word.form == singularForm
	switch {
	case times > 0:
	case word.form == singularForm:
		times = 1
	case word.form == dualForm:
		times = 2
	}
	d.unit, d.times = word.unit, times*word.times
	if st.cut > 0 && d.direction == noDirection && strings.HasSuffix(strings.TrimSuffix(s.word(at), st.text), "ل") {
		d.direction = lasting
	}
	return to
}

// numeralBehind reads the number in «الأشهر الثلاثة».
func (s sentence) numeralBehind(i int) (times, to int, ok bool) {
	w, st, ok := numberReading(s.word(i))
	if !ok || !st.article || w.class > tensWord {
		return 0, i, false
	}
	return int(w.value), i + 1, true
}

// isDateHead reports a word that only introduces a date: «شهر أيلول», «عام
// 2018», «يوم الجمعة», «يوم أمس».
func (s sentence) isDateHead(i int) bool {
	_, _, isMonth := s.monthAt(i + 1)
	_, isWeekday := s.weekdayAt(i + 1)
	_, isRelative := relativeDays[s.word(i+1)]
	bare := s.word(i) == "اليوم"
	return isMonth || isWeekday || isRelative || bare || s.isDigits(i+1)
}
