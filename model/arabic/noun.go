package arabic

import "strings"

type nounForm int

const (
	singularForm nounForm = iota
	dualForm
	pluralForm
)

// noun is a counted noun in one of its forms.
type noun struct {
	unit string
	form nounForm
	// weak nouns are spelt like a common other word: they count only behind a
	// number.
	weak bool
	// listed plurals are counts on their own in running text («قتلى»).
	listed bool
}

// nounTable lists the counted nouns of the genre, folded: unit, then nouns as
// singular:plural:plural. A leading + adds the sound masculine plural and takes
// «ين» for it, so that only «ان» is a dual; a feminine ه gives the plural «ات»
// by itself; ~ marks weak nouns and ! plurals that are counts on their own.
const nounTable = `
persons عنصر:عناصر !قتيل:قتلي !جريح:جرحي +مدني طفل:اطفال امراه:نساء رجل:رجال شخص:اشخاص +مقاتل +مسلح جندي:جنود ضابط:ضباط
persons +قيادي قائد:قاده +ارهابي +متطرف شهيد:شهداء اسير:اسري +معتقل +نازح لاجئ:لاجئين:لاجئون +مواطن شاب:شبان +انتحاري +مهاجم
persons +صحافي +صحفي +مصاب +مختطف +مخطوف +مفقود +مدنيه ضحيه:ضحايا رهينه:رهائن +محاصر فرد:افراد عامل:عمال طالب:طلاب
persons ~اخر:اخرين:اخرون جثه:جثث:جثامين طبيب:اطباء +مسعف +متظاهر فتاه:فتيات مراسل:مراسلين متطوع:متطوعين عسكري:عسكريين:عسكريون
persons شرطي انسان ساكن:سكان نسمه سيده:سيدات راكب:ركاب جهادي:جهاديين:جهاديون +مرتزق عميل:عملاء سجين:سجناء
families عائله:عوائل ~اسره:اسر
attacks هجوم:هجمات اشتباك:اشتباكات كمين:كمائن تفجير:تفجيرات انفجار:انفجارات
strikes غاره ضربه
barracks ثكنه:ثكن
positions موقع:مواقع نقطه:نقاط حاجز:حواجز مقر:مقرات:مقار جيب:جيوب معقل:معاقل
towns بلده قريه:قري مدينه:مدن
vehicles سياره عربه دبابه مدرعه شاحنه حافله دراجه ~اليه:اليات صهريج:صهاريج
houses منزل:منازل بيت:بيوت ~دار:دور مبني:مبان:مباني شقه:شقق
mines لغم:الغام
items قطعه:قطع صاروخ:صواريخ قذيفه:قذائف عبوه بندقيه:بنادق رشاش:رشاشات ~سلاح:اسلحه ذخيره:ذخائر طائره نفق:انفاق
`

var nounForms = readNouns(nounTable)

func readNouns(table string) map[string]noun {
	forms := map[string]noun{}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		fields := strings.Fields(line)
		for _, entry := range fields[1:] {
			stem := strings.TrimLeft(entry, "+~!")
			flags := entry[:len(entry)-len(stem)]
			n := noun{unit: fields[0], weak: strings.Contains(flags, "~"), listed: strings.Contains(flags, "!")}
			n.addForms(forms, strings.Split(stem, ":"), strings.Contains(flags, "+"))
		}
	}
	return forms
}

// addForms adds the cases of a noun; a form already there stays.
func (n noun) addForms(forms map[string]noun, spelt []string, sound bool) {
	add := func(form nounForm, words ...string) {
		n.form = form
		for _, word := range words {
			if _, ok := forms[word]; !ok {
				forms[word] = n
			}
		}
	}
	word := spelt[0]
	feminine, isFeminine := strings.CutSuffix(word, "ه")
	add(singularForm, word)
	for _, plural := range spelt[1:] {
		add(pluralForm, plural, plural+"ا")
	}
	switch {
	case isFeminine:
		add(pluralForm, feminine+"ات")
		add(dualForm, feminine+"تان", feminine+"تين")
	case sound:
		add(singularForm, word+"ا")
		add(pluralForm, word+"ون", word+"ين", word+"ي")
		add(dualForm, word+"ان")
	default:
		add(singularForm, word+"ا")
		add(dualForm, word+"ان", word+"ين")
	}
}

var pronounSuffixes = []string{"هما", "هم", "هن", "ها", "ه", "نا"}

// nounAt reads a word as a counted noun, with particles, article or a pronoun
// behind it.
func nounAt(word string) (noun, bool) {
	for _, s := range stems(word) {
		if n, ok := nounForms[s.text]; ok {
			return n, true
		}
		for _, suffix := range pronounSuffixes {
			n, ok := nounForms[strings.TrimSuffix(s.text, suffix)]
			if ok && strings.HasSuffix(s.text, suffix) && !n.weak {
				return n, true
			}
		}
	}
	return noun{}, false
}
