package arabic

// monthNames are the months in the usage of the Levant and Iraq, of Egypt and
// the Gulf, of Algeria and Tunisia, and of Morocco, folded. Names of two words
// are joined by a space.
var monthNames = map[string]int{
	"كانون الثاني": 1, "كانون ثاني": 1, "شباط": 2, "اذار": 3, "نيسان": 4, "ايار": 5, "حزيران": 6, "تموز": 7, "اب": 8, "ايلول": 9,
	"تشرين الاول": 10, "تشرين اول": 10, "تشرين الثاني": 11, "تشرين ثاني": 11, "كانون الاول": 12, "كانون اول": 12,
	"يناير": 1, "فبراير": 2, "مارس": 3, "ابريل": 4, "مايو": 5, "يونيو": 6, "يونيه": 6, "يوليو": 7, "يوليه": 7,
	"اغسطس": 8, "سبتمبر": 9, "اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
	"جانفي": 1, "فيفري": 2, "افريل": 4, "ماي": 5, "جوان": 6, "جويليه": 7, "اوت": 8,
	"يوليوز": 7, "غشت": 8, "شتنبر": 9, "نونبر": 11, "دجنبر": 12,
}

// calendarMonth is a month of the Gregorian or of the Hijri calendar.
type calendarMonth struct {
	number int
	hijri  bool
}

// monthAt reads the name of a month at token i and where it ends. Two names of
// one month with a mark between them are one («سبتمبر/أيلول»).
func (s sentence) monthAt(i int) (month calendarMonth, to int, ok bool) {
	month, to, ok = s.monthName(i)
	if ok && s.isMarkAt(to, dashes+"/(") {
		if same, end, ok := s.monthName(to + 1); ok && same == month {
			if s.isMarkAt(to, "(") && s.isMarkAt(end, ")") {
				end++
			}
			return month, end, true
		}
	}
	return month, to, ok
}

func (s sentence) monthName(i int) (month calendarMonth, to int, ok bool) {
	word := s.word(i)
	for _, st := range stems(word) {
		if st.article || st.cut > 0 && isShortMonth(st.text) && word != "و"+st.text {
			continue
		}
		for calendar, names := range [...]map[string]int{monthNames, hijriMonths} {
			if number, ok := names[st.text+" "+s.word(i+1)]; ok {
				return calendarMonth{number, calendar == 1}, i + 2, true
			}
			if number, ok := names[st.text]; ok {
				return calendarMonth{number, calendar == 1}, i + 1, true
			}
		}
	}
	return calendarMonth{}, i, false
}

// isShortMonth reports names that are part of common words: «باب», «لاب».
func isShortMonth(name string) bool { return name == "اب" }

// hijriMonths are the months of the Hijri calendar in their spellings, folded.
var hijriMonths = map[string]int{
	"محرم": 1, "المحرم": 1, "محرم الحرام": 1, "صفر": 2, "صفر الخير": 2,
	"ربيع الاول": 3, "ربيع اول": 3, "ربيع الثاني": 4, "ربيع ثاني": 4, "ربيع الاخر": 4, "ربيع اخر": 4,
	"جمادي الاولي": 5, "جمادي الاول": 5, "جمادي اولي": 5, "جماد الاول": 5, "جماد اول": 5,
	"جمادي الاخره": 6, "جمادي الاخر": 6, "جمادي الثانيه": 6, "جمادي الثاني": 6, "جمادي ثاني": 6, "جماد الثاني": 6, "جماد الاخر": 6,
	"رجب": 7, "شعبان": 8, "رمضان": 9, "رمضان المبارك": 9, "شوال": 10,
	"ذو القعده": 11, "ذي القعده": 11, "ذا القعده": 11, "ذوالقعده": 11, "ذيالقعده": 11,
	"ذو الحجه": 12, "ذي الحجه": 12, "ذا الحجه": 12, "ذوالحجه": 12, "ذيالحجه": 12,
}
