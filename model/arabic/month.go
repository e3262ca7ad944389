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

// monthAt reads the name of a month at token i: its number and where it ends.
// Two names of one month with a mark between them are one («سبتمبر/أيلول»).
func (s sentence) monthAt(i int) (month, to int, ok bool) {
	month, to, ok = s.monthName(i)
	if ok && s.isMarkAt(to, dashes+"/(") {
		if same, end, ok := s.monthName(to + 1); ok && same == month {
			return month, end, true
		}
	}
	return month, to, ok
}

func (s sentence) monthName(i int) (month, to int, ok bool) {
	for _, st := range stems(s.word(i)) {
		if st.article {
			continue
		}
		if month, ok := monthNames[st.text+" "+s.word(i+1)]; ok {
			return month, i + 2, true
		}
		if month, ok := monthNames[st.text]; ok {
			return month, i + 1, true
		}
	}
	return 0, i, false
}
