package arabic

// timeUnit is a unit of time, ordered by length.
type timeUnit int

const (
	noUnit timeUnit = iota
	minutes
	hours
	nights
	days
	weeks
	months
	years
)

// timeWord is a unit of time in one of its forms.
type timeWord struct {
	unit timeUnit
	form nounForm
	// times is how many units one word stands for, apart from the dual.
	times int
}

var timeWords = map[string]timeWord{
	"ثانيه": {minutes, singularForm, 1}, "ثوان": {minutes, pluralForm, 1}, "ثواني": {minutes, pluralForm, 1},
	"دقيقه": {minutes, singularForm, 1}, "دقيقتين": {minutes, dualForm, 1}, "دقائق": {minutes, pluralForm, 1},
	"ساعه": {hours, singularForm, 1}, "ساعتين": {hours, dualForm, 1}, "ساعتان": {hours, dualForm, 1}, "ساعات": {hours, pluralForm, 1},
	"ليلتين": {nights, dualForm, 1}, "ليال": {nights, pluralForm, 1}, "ليالي": {nights, pluralForm, 1},
	"يوم": {days, singularForm, 1}, "يوما": {days, singularForm, 1}, "يومين": {days, dualForm, 1}, "يومان": {days, dualForm, 1},
	"ايام": {days, pluralForm, 1}, "اياما": {days, pluralForm, 1},
	"اسبوع": {weeks, singularForm, 1}, "اسبوعا": {weeks, singularForm, 1}, "اسبوعين": {weeks, dualForm, 1},
	"اسبوعان": {weeks, dualForm, 1}, "اسابيع": {weeks, pluralForm, 1},
	"شهر": {months, singularForm, 1}, "شهرا": {months, singularForm, 1}, "شهرين": {months, dualForm, 1}, "شهران": {months, dualForm, 1},
	"اشهر": {months, pluralForm, 1}, "شهور": {months, pluralForm, 1},
	"عام": {years, singularForm, 1}, "عاما": {years, singularForm, 1}, "عامين": {years, dualForm, 1}, "عامان": {years, dualForm, 1},
	"عامي":  {years, dualForm, 1},
	"اعوام": {years, pluralForm, 1}, "سنه": {years, singularForm, 1}, "سنتين": {years, dualForm, 1}, "سنتان": {years, dualForm, 1},
	"سنوات": {years, pluralForm, 1}, "سنين": {years, pluralForm, 1},
	"عقد": {years, singularForm, 10}, "عقدين": {years, dualForm, 10}, "عقود": {years, pluralForm, 10},
}

// isTimeAt tells whether a unit of time stands at token i, behind «من» or not.
func (s sentence) isTimeAt(i int) bool {
	if s.word(i) == "من" {
		i++
	}
	_, st, ok := reading(s.word(i), timeWords)
	return ok && st.cut == 0
}
