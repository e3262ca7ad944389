package arabic

// FoundDate is a date expression and where it stands, in code points of the
// text.
type FoundDate struct {
	Start, End int
	Date       Date
}

// Dates gives every date expression of a text in order and without overlaps,
// each resolved as ParseDate does. It wants clearer signs than ParseDate, since
// nobody selected the words: it leaves out parts of days that are verbs as well
// («ظهر»), months that are names as well («رجب», «مارس») unless a day, a year or
// a preposition stands beside them, years without a word before them, and
// lengths of time without a number or particle.
func Dates(text, published string) []FoundDate {
	s := readSentence(text)
	r := newResolver(published)
	var list []FoundDate
	for i := 0; i < len(s.tokens); {
		if !s.mayBeginDate(i) {
			i++
			continue
		}
		chain := s.dateChain(i)
		d, ok := r.resolve(sentence{s.Folded, s.tokens[i:max(i, chain.to)]}.dateWords())
		if !ok || !s.isSure(chain) {
			i++
			continue
		}
		start, end := s.Source(s.tokens[i].start+s.dateCut(i), s.tokens[chain.to-1].end)
		list = append(list, FoundDate{start, end, d})
		i = chain.to
	}
	return list
}

// datePart is a kind of part of a date expression, one bit each.
type datePart uint

const (
	directionPart datePart = 1 << iota
	edgePart
	headPart // «يوم», «شهر», «عام» before what they introduce
	thisPart
	weekdayPartOf
	relativeDay
	partOfDayPart
	dayPartOf // days whose month stands behind them
	monthPart
	yearPart
	wholePart
	unitPart
	tensePart
	anaphorPart
	recentPart
)

// completeParts can end an expression.
const completeParts = weekdayPartOf | relativeDay | partOfDayPart | monthPart | yearPart | wholePart | unitPart | tensePart |
	anaphorPart | recentPart

// followers of a part that stand right behind it.
var adjacentParts = map[datePart]datePart{
	0: ^tensePart,
	directionPart: edgePart | headPart | thisPart | weekdayPartOf | relativeDay | partOfDayPart | dayPartOf | monthPart | yearPart |
		wholePart | unitPart | anaphorPart,
	edgePart:      headPart | thisPart | monthPart | yearPart | unitPart | partOfDayPart,
	headPart:      weekdayPartOf | relativeDay | partOfDayPart | dayPartOf | monthPart | yearPart | wholePart,
	thisPart:      unitPart | weekdayPartOf | partOfDayPart | relativeDay,
	weekdayPartOf: partOfDayPart | tensePart | dayPartOf | wholePart | relativeDay,
	relativeDay:   weekdayPartOf | partOfDayPart | tensePart | dayPartOf | wholePart,
	partOfDayPart: weekdayPartOf | relativeDay | headPart | tensePart | dayPartOf | anaphorPart,
	dayPartOf:     monthPart | headPart | thisPart | unitPart,
	monthPart:     yearPart | tensePart | headPart,
	wholePart:     partOfDayPart,
	unitPart:      tensePart,
	tensePart:     dayPartOf | partOfDayPart,
}

// joinedParts may follow behind a word or mark between them.
var joinedParts = map[string]map[datePart]datePart{
	"من": {
		dayPartOf: headPart | thisPart | monthPart | unitPart, monthPart: headPart | thisPart | yearPart | unitPart,
		partOfDayPart: headPart | weekdayPartOf | relativeDay,
	},
	"في": {weekdayPartOf: partOfDayPart | dayPartOf | wholePart, relativeDay: partOfDayPart},
	"و":  paired, "الي": repeated, "حتي": repeated, "-": repeated, "–": repeated, "—": repeated,
	"الموافق": beside, "الموافقه": beside, "/": beside, "(": beside,
	"،": {weekdayPartOf: dayPartOf | wholePart, relativeDay: dayPartOf | wholePart},
}

// paired are the members of a pair.
var paired = map[datePart]datePart{
	weekdayPartOf: weekdayPartOf, dayPartOf: dayPartOf, partOfDayPart: partOfDayPart, yearPart: yearPart, monthPart: dayPartOf,
}

// repeated are the ends of a range.
var repeated = map[datePart]datePart{
	weekdayPartOf: headPart | weekdayPartOf, dayPartOf: dayPartOf, yearPart: yearPart, wholePart: wholePart,
	monthPart: dayPartOf | monthPart,
}

// beside are the parts that say the same again, in numbers or by another
// calendar.
var beside = map[datePart]datePart{
	weekdayPartOf: dayPartOf | wholePart, relativeDay: dayPartOf | wholePart, yearPart: dayPartOf | wholePart,
	wholePart: dayPartOf | wholePart, monthPart: dayPartOf,
}

// dateChain is a row of parts of a date in the tokens [from, to).
type dateChain struct {
	from, to int
	parts    datePart // all of them
	last     datePart
}

// dateChain reads the longest row of parts from token i that may follow each
// other. What could only introduce more is left out at its end.
func (s sentence) dateChain(i int) dateChain {
	chain := dateChain{from: i, to: i}
	all, last, weekdays := datePart(0), datePart(0), 0
	for at := i; at < len(s.tokens); {
		kind, to := s.nextPart(at, last)
		if kind == 0 || all&recentPart != 0 {
			break
		}
		if kind == weekdayPartOf {
			weekdays++
		}
		if weekdays > 2 || kind == relativeDay && all&relativeDay != 0 {
			break
		}
		all, last, at = all|kind, kind, to
		if kind&completeParts != 0 {
			chain.to, chain.parts, chain.last = to, all, kind
		}
	}
	if chain.last == unitPart && lengths[s.word(chain.to)] {
		chain.to++
	}
	return chain
}

// lengths are the adjectives of a length of time: «لساعات طويلة».
var lengths = set("طويله", "عده", "كثيره", "قليله", "معدوده", "متواصله", "متتاليه")

// nextPart reads the part at token i if it may follow one of the kind last.
func (s sentence) nextPart(i int, last datePart) (kind datePart, to int) {
	kind, to = s.partAt(i)
	word := s.word(i)
	joined := len(word) > len("و") && word[:len("و")] == "و" && s.dateCut(i) > 0
	switch {
	case kind != 0 && joined && last != 0 && paired[last]&kind != 0:
		return kind, to
	case kind != 0 && !(joined && last != 0) && (adjacentParts[last]&kind != 0 || s.isNight(i, last, kind)):
		return kind, to
	case last == 0 || i >= len(s.tokens):
		return 0, i
	}
	allowed := joinedParts[s.tokens[i].text]
	kind, to = s.partAt(i + 1)
	if allowed[last]&kind != 0 {
		return kind, to
	}
	return 0, i
}

// isNight reports the second day of «ليل الخميس الجمعة».
func (s sentence) isNight(i int, last, kind datePart) bool {
	part, _, _ := reading(s.word(i-2), dayParts)
	return last == weekdayPartOf && kind == weekdayPartOf && part == night
}

// partAt reads the part of a date at token i, 0 where none stands.
func (s sentence) partAt(i int) (kind datePart, to int) {
	if !s.mayBeginDate(i) {
		return 0, i
	}
	var d dateWords
	if to = d.readDigits(s, i); to > i {
		return d.digitKind(), to
	}
	word := s.word(i)
	_, _, isUnit := reading(word, timeWords)
	switch {
	case word == "هذا" || word == "هذه":
		return thisPart, i + 1
	case isUnit && word != "اليوم" && s.isDateHead(i):
		return headPart, i + 1
	}
	for _, reader := range []struct {
		read func(sentence, int) int
		kind datePart
	}{
		{d.readMonth, monthPart},
		{d.readAnaphor, anaphorPart},
		{d.readWeekday, weekdayPartOf},
		{d.readRelative, relativeDay},
		{d.readUnit, unitPart},
		{d.readOrdinal, dayPartOf},
	} {
		if to := reader.read(s, i); to > i {
			return reader.kind, to
		}
	}
	if to = d.readWord(s, i); to > i {
		return d.wordKind(), to
	}
	return 0, i
}

// digitKind tells what readDigits has read.
func (d *dateWords) digitKind() datePart {
	switch {
	case len(d.dates)+len(d.hijri.dates) > 0 || d.unreal:
		return wholePart
	case len(d.points) > 0:
		return monthPart
	case len(d.years)+len(d.hijri.years) > 0:
		return yearPart
	case len(d.pending) > 0:
		return dayPartOf
	}
	return 0
}

// wordKind tells what readWord has read.
func (d *dateWords) wordKind() datePart {
	switch {
	case d.part != wholeDay:
		return partOfDayPart
	case d.edge != noEdge:
		return edgePart
	case d.direction != noDirection:
		return directionPart
	case d.which != noTense:
		return tensePart
	case d.recent:
		return recentPart
	}
	return 0
}
