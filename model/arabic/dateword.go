package arabic

import "time"

// dateWords are the parts of a date expression, in the order of the text.
type dateWords struct {
	dates    []time.Time // whole dates in digits
	points   []monthPoint
	years    []int
	hijri    hijriWords
	unreal   bool // digits in the form of a date that no calendar has
	weekdays []time.Weekday
	pending  []int // days whose month has not been read yet

	offset    int // days from the publication: «أمس» is -1
	hasOffset bool
	part      dayPart
	unit      timeUnit
	times     int  // of the unit; 0 for a plural without a number
	single    bool // the unit stands in the singular without a number
	which     tense
	edge      edge
	direction direction
	recent    bool
	anaphoric bool
}

// monthPoint is a month with the days read before it.
type monthPoint struct {
	days   []int
	month  time.Month
	double bool // two names of the month stand together
}

type dayPart int

const (
	wholeDay dayPart = iota
	partOfDay
	night
	tonight
)

// tense tells the past, the running and the coming month, year or weekday.
type tense int

const (
	noTense tense = iota
	past
	current
	next
)

type edge int

const (
	noEdge edge = iota
	beginning
	middle
	finish
)

// direction is the particle that governs the expression.
type direction int

const (
	noDirection direction = iota
	since
	ago
	within
	lasting
	after
)

var dayParts = map[string]dayPart{
	"صباح": partOfDay, "صباحا": partOfDay, "مساء": partOfDay, "مساءا": partOfDay, "ظهر": partOfDay, "ظهرا": partOfDay,
	"عصر": partOfDay, "عصرا": partOfDay, "فجر": partOfDay, "فجرا": partOfDay, "مغرب": partOfDay, "ضحي": partOfDay,
	"ظهيره": partOfDay, "ليل": night, "ليلا": night, "ليله": night,
}

var directions = map[string]direction{
	"منذ": since, "مذ": since, "قبل": ago, "خلال": within, "غضون": within, "بعد": after,
	"لمده": lasting, "مده": lasting, "طوال": lasting, "طيله": lasting, "مدي": lasting, "مدار": lasting,
	"استمر": lasting, "استمرت": lasting, "استغرق": lasting, "استغرقت": lasting, "دام": lasting, "دامت": lasting,
}

var periods = map[string]tense{
	"ماضي": past, "ماضيه": past, "ماضيين": past, "ماضيتين": past, "فائت": past, "فائته": past, "منصرم": past, "منصرمه": past,
	"اخيره": past, "اخيرين": past, "اخيرتين": past, "سابق": past, "سابقه": past,
	"جاري": current, "جاريه": current, "حالي": current, "حاليه": current, "هذا": current, "هذه": current,
	"مقبل": next, "مقبله": next, "قادم": next, "قادمه": next,
}

var edges = map[string]edge{
	"مطلع": beginning, "بدايه": beginning, "اوائل": beginning, "مستهل": beginning,
	"منتصف": middle, "اواسط": middle, "نهايه": finish, "اواخر": finish, "ختام": finish,
}

var relativeDays = map[string]int{"اليوم": 0, "امس": -1, "الامس": -1, "البارحه": -1, "غدا": 1, "الغد": 1}

var recentWords = map[string]bool{"مؤخرا": true, "اخيرا": true, "حديثا": true}

// dateWords reads the parts of a date from all tokens.
func (s sentence) dateWords() dateWords {
	var d dateWords
	for i := 0; i < len(s.tokens); {
		to := i
		for _, read := range []func(sentence, int) int{
			d.readDigits, d.readMonth, d.readAnaphor, d.readWeekday, d.readRelative, d.readUnit, d.readOrdinal, d.readWord,
		} {
			if to = read(s, i); to > i {
				break
			}
		}
		i = max(to, i+1)
	}
	return d
}

func (d *dateWords) readMonth(s sentence, i int) int {
	month, to, ok := s.monthAt(i)
	if !ok {
		return i
	}
	_, single, _ := s.monthName(i)
	point := monthPoint{d.pending, time.Month(month.number), to > single}
	if month.hijri {
		d.hijri.points = append(d.hijri.points, point)
	} else {
		d.points = append(d.points, point)
	}
	d.pending = nil
	return to
}

// readAnaphor reads «اليوم نفسه», «ذلك اليوم», «اليوم التالي».
func (d *dateWords) readAnaphor(s sentence, i int) int {
	if s.word(i) == "ذلك" && s.word(i+1) == "اليوم" {
		d.anaphoric = true
		return i + 2
	}
	_, _, unit := reading(s.word(i), timeWords)
	switch s.word(i + 1) {
	case "نفسه", "نفسها", "ذاته", "ذاتها", "التالي", "التاليه", "عينه":
		if _, part, _ := reading(s.word(i), dayParts); unit || part.text != "" {
			d.anaphoric = true
			return i + 2
		}
	}
	return i
}

func (d *dateWords) readWeekday(s sentence, i int) int {
	day, ok := s.weekdayAt(i)
	if !ok {
		return i
	}
	d.weekdays = append(d.weekdays, day)
	return i + 1
}

// readRelative reads «أمس», «أول أمس», «اليوم» and «غدا».
func (d *dateWords) readRelative(s sentence, i int) int {
	offset, to := 0, i
	switch {
	case s.phrase(i, "اول", "امس"), s.phrase(i, "امس", "الاول"), s.phrase(i, "امس", "الاولي"):
		offset, to = -2, i+2
	case s.phrase(i, "اول", "من", "امس"):
		offset, to = -2, i+3
	case s.phrase(i, "بعد", "غد"), s.phrase(i, "بعد", "الغد"):
		offset, to = 2, i+2
	default:
		for _, st := range stems(s.word(i)) {
			if days, ok := relativeDays[st.text]; ok && !st.article {
				offset, to = days, i+1
				break
			}
		}
	}
	if to > i {
		d.offset, d.hasOffset = offset, true
	}
	return to
}

// readWord reads the particles, parts of days, edges and adjectives.
func (d *dateWords) readWord(s sentence, i int) int {
	word := s.word(i)
	if part, st, ok := reading(word, dayParts); ok {
		if st.text == "ليله" && st.article {
			part = tonight
		}
		d.part = max(d.part, part)
		return i + 1
	}
	if edge, _, ok := reading(word, edges); ok {
		d.edge = edge
		return i + 1
	}
	if direction, _, ok := reading(word, directions); ok && d.direction == noDirection {
		d.direction = direction
		return i + 1
	}
	if which, st, ok := reading(word, periods); ok && (st.article || which == current) {
		d.which = which
		return i + 1
	}
	if recentWords[word] {
		d.recent = true
		return i + 1
	}
	return i
}
