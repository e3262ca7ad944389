package arabic

// quantity is an amount without a number: «عشرات», «عدد من», «بضعة آلاف».
type quantity struct {
	key      string
	min, max string
	share    bool
	to       int
	cut      int
}

// sizes are the adjectives of «عدد».
var sizes = map[string]string{
	"كبير": vagueLarge, "كبيره": vagueLarge, "كبيرا": vagueLarge, "ضخم": vagueLarge, "ضخمه": vagueLarge,
	"هائل": vagueLarge, "هائله": vagueLarge, "قليل": vague, "قليله": vague, "قليلا": vague, "محدود": vague, "محدوده": vague,
	"صغير": vague, "صغيره": vague, "اخر": vague, "اخري": vague,
	"محدد": unspecified, "محدده": unspecified, "معروف": unspecified, "معروفه": unspecified, "معلوم": unspecified, "معلومه": unspecified,
}

// amounts are the words that are amounts by themselves.
var amounts = map[string]quantity{
	"عشرات": {key: tens}, "مئات": {key: hundreds}, "مائات": {key: hundreds},
	"الاف": {key: thousands}, "ملايين": {key: vagueLarge},
	"بعض": {key: vague}, "جميع": {key: all}, "كافه": {key: all},
	"معظم": {key: most, share: true}, "اغلب": {key: most, share: true},
	"غالبيه": {key: most, share: true}, "اغلبيه": {key: most, share: true}, "اكثريه": {key: most, share: true},
	"غالبيت": {key: most, share: true}, "اغلبيت": {key: most, share: true},
}

// ofAmounts are amounts only before «من».
var ofAmounts = map[string]string{
	"عدد": vague, "عددا": vague, "اعداد": vague, "اعدادا": vague, "مجموعه": vague, "مجموعات": vague,
	"عديد": vague, "كثير": vagueLarge, "كثيرا": vagueLarge,
}

// quantityAt reads the amount at token i.
func (s sentence) quantityAt(i int) (quantity, bool) {
	for _, st := range stems(s.word(i)) {
		q, ok := s.quantityOf(i, st)
		if ok && !s.isTimeAt(q.to) {
			q.cut = st.cut
			return q, true
		}
	}
	return quantity{}, false
}

func (s sentence) quantityOf(i int, st stem) (quantity, bool) {
	switch st.text {
	case "بضع", "بضعه":
		return s.fewAt(i)
	case "عده":
		return s.severalAt(i)
	case "عدد", "عددا", "اعداد", "اعدادا":
		if q, ok := s.sizedAt(i + 1); ok {
			return q, true
		}
	}
	if key, ok := ofAmounts[st.text]; ok && s.word(i+1) == "من" {
		return quantity{key: key, to: i + 1}, true
	}
	q, ok := amounts[st.text]
	for _, suffix := range pronounSuffixes {
		if cutText, found := cutSuffix(st.text, suffix); !ok && found {
			q, ok = amounts[cutText]
			ok = ok && (q.key == most || q.key == all)
		}
	}
	if !ok {
		return quantity{}, false
	}
	q.to = i + 1
	// «عشرات الآلاف» has no nearer key than thousands.
	if _, next, ok := reading(s.word(q.to), amounts); ok && next.text == "الاف" && (q.key == tens || q.key == hundreds) {
		return quantity{key: thousands, to: i + 2}, true
	}
	return q, true
}

// fewAt reads «بضع(ة)», three to nine, and its multiples.
func (s sentence) fewAt(i int) (quantity, bool) {
	switch _, next, _ := reading(s.word(i+1), amounts); next.text {
	case "الاف":
		return quantity{key: severalThousand, min: "3000", max: "9000", to: i + 2}, true
	case "مئات", "مائات":
		return quantity{key: hundreds, min: "300", max: "900", to: i + 2}, true
	case "عشرات":
		return quantity{key: tens, min: "30", max: "90", to: i + 2}, true
	}
	return quantity{key: few, min: "3", max: "9", to: i + 1}, s.word(i+1) != ""
}

// severalAt reads «عدة»: behind a plural it is the plural's adjective, so that
// there are two at least; before one it says as little as «عدد من».
func (s sentence) severalAt(i int) (quantity, bool) {
	if s.isPlural(i - 1) {
		return quantity{key: vague, min: "2", to: i + 1}, true
	}
	if _, next, ok := reading(s.word(i+1), amounts); ok && (next.text == "الاف" || next.text == "مئات") {
		q := amounts[next.text]
		q.to = i + 2
		return q, true
	}
	return quantity{key: vague, to: i + 1}, s.word(i+1) != ""
}

// sizedAt reads the adjective of «عدد», with «غير» or without.
func (s sentence) sizedAt(i int) (quantity, bool) {
	negated := s.word(i) == "غير"
	if negated {
		i++
	}
	key, ok := sizes[s.word(i)]
	return quantity{key: key, to: i + 1}, ok && negated == (key == unspecified)
}

// isPlural tells whether token i looks like a plural noun.
func (s sentence) isPlural(i int) bool {
	if n, ok := nounAt(s.word(i)); ok {
		return n.form == pluralForm
	}
	_, found := cutSuffix(s.word(i), "ات")
	return found
}

// cutSuffix takes a suffix off a word of which at least three letters stay.
func cutSuffix(word, suffix string) (string, bool) {
	letters, tail := []rune(word), []rune(suffix)
	at := len(letters) - len(tail)
	if at < minName || string(letters[at:]) != suffix {
		return word, false
	}
	return string(letters[:at]), true
}
