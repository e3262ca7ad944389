package arabic

// Keys of the codebook list count_modifier.
const (
	exact           = "exact"
	approx          = "approx"
	moreThan        = "more_than"
	atLeast         = "at_least"
	lessThan        = "less_than"
	atMost          = "at_most"
	between         = "range"
	few             = "few"
	tens            = "tens"
	hundreds        = "hundreds"
	thousands       = "thousands"
	severalThousand = "several_thousand"
	most            = "most"
	all             = "all"
	vague           = "vague"
	vagueLarge      = "vague_large"
	unspecified     = "unspecified"
)

// comparisons are words and verbs with their modifier as it stands and under «لا».
var comparisons = map[string]struct{ plain, negated string }{
	"اكثر": {moreThan, atMost}, "ازيد": {moreThan, atMost}, "اقل": {lessThan, atLeast},
	"يزيد": {moreThan, atMost}, "تزيد": {moreThan, atMost}, "يزيدون": {moreThan, atMost},
	"يفوق": {moreThan, atMost}, "تفوق": {moreThan, atMost},
	"يتجاوز": {moreThan, atMost}, "تتجاوز": {moreThan, atMost}, "يتعدي": {moreThan, atMost}, "تتعدي": {moreThan, atMost},
	"تجاوز": {moreThan, atMost}, "تجاوزت": {moreThan, atMost},
	"يقل": {lessThan, atLeast}, "تقل": {lessThan, atLeast}, "يقلون": {lessThan, atLeast},
	"نحو": {approx, ""}, "حوالي": {approx, ""}, "قرابه": {approx, ""}, "زهاء": {approx, ""}, "حدود": {approx, ""},
	"يقارب": {approx, ""}, "تقارب": {approx, ""}, "يقرب": {approx, ""}, "يناهز": {approx, ""}, "تناهز": {approx, ""},
}

// followers are the modifiers behind a number, as phrases.
var followers = []struct {
	words []string
	key   string
}{
	{[]string{"علي", "الاقل"}, atLeast},
	{[]string{"علي", "اقل", "تقدير"}, atLeast},
	{[]string{"كحد", "ادني"}, atLeast},
	{[]string{"فاكثر"}, atLeast},
	{[]string{"او", "اكثر"}, atLeast},
	{[]string{"او", "يزيد"}, atLeast},
	{[]string{"فما", "فوق"}, atLeast},
	{[]string{"علي", "الاكثر"}, atMost},
	{[]string{"كحد", "اقصي"}, atMost},
	{[]string{"فاقل"}, atMost},
	{[]string{"او", "اقل"}, atMost},
	{[]string{"ونيف"}, moreThan},
	{[]string{"ونيفا"}, moreThan},
	{[]string{"تقريبا"}, approx},
	{[]string{"فقط"}, ""},
}

// modifierBefore reads the modifier that begins at token i: [ما] [لا] word
// [عن|على|من], or a phrase that may also stand behind.
func (s sentence) modifierBefore(i int) (key string, to, cut int, ok bool) {
	if key, to, ok := s.modifierAfter(i); ok && key != "" {
		return key, to, 0, true
	}
	at := i
	if s.phrase(at, "في", "حدود") || s.word(at) == "ما" {
		at++
	}
	negated := s.word(at) == "لا" || s.word(at) == "لم"
	if negated {
		at++
	}
	entry, st, ok := reading(s.word(at), comparisons)
	if !ok || st.article || at > i && st.cut > 0 {
		return "", 0, 0, false
	}
	key = entry.plain
	if negated {
		key = entry.negated
	}
	to = at + 1
	switch s.word(to) {
	case "عن", "علي", "من":
		to++
	default:
		// «أكثر» and «أقل» without «من» are adjectives.
		ok = st.text != "اكثر" && st.text != "اقل" && st.text != "ازيد"
	}
	return key, to, st.cut, ok && key != ""
}

// modifierAfter reads the modifier phrase that begins at token i.
func (s sentence) modifierAfter(i int) (key string, to int, ok bool) {
	for _, follower := range followers {
		if s.phrase(i, follower.words...) {
			return follower.key, i + len(follower.words), true
		}
	}
	return "", 0, false
}
