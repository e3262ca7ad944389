package arabic

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParseCount(t *testing.T) {
	tests := []struct{ text, modifier, value, min, max, unit, outer string }{
		{"٣٧", "exact", "37", "37", "37", "", "٣٧"},
		{"۳۷ قتيلا", "exact", "37", "37", "37", "persons", "۳۷ قتيلا"},
		{"1,250", "exact", "1250", "1250", "1250", "", "1,250"},
		{"١٬٢٥٠", "exact", "1250", "1250", "1250", "", "١٬٢٥٠"},
		{"1.250.000", "exact", "1250000", "1250000", "1250000", "", "1.250.000"},
		{"١٢٫٥", "exact", "12.5", "12.5", "12.5", "", "١٢٫٥"},
		{"2018", "exact", "2018", "2018", "2018", "", "2018"},
		{"و40 من الجرحى", "exact", "40", "40", "40", "persons", "40 من الجرحى"},
		{"50 ألفا", "exact", "50000", "50000", "50000", "", "50 ألفا"},
		{"2.5 مليون", "exact", "2500000", "2500000", "2500000", "", "2.5 مليون"},
		{"مليون ونصف", "exact", "1500000", "1500000", "1500000", "", "مليون ونصف"},
		{"مليونين ونصف المليون نازح", "exact", "2500000", "2500000", "2500000", "persons", "مليونين ونصف المليون نازح"},
		{"خمسة وعشرون", "exact", "25", "25", "25", "", "خمسة وعشرون"},
		{"أحد عشر جنديا", "exact", "11", "11", "11", "persons", "أحد عشر جنديا"},
		{"اثنتي عشرة غارة", "exact", "12", "12", "12", "strikes", "اثنتي عشرة غارة"},
		{"مئة وخمسة وعشرين", "exact", "125", "125", "125", "", "مئة وخمسة وعشرين"},
		{"ثلاث مئة", "exact", "300", "300", "300", "", "ثلاث مئة"},
		{"ثلاثة آلاف و500", "exact", "3500", "3500", "3500", "", "ثلاثة آلاف و500"},
		{"ألف ومئتين", "exact", "1200", "1200", "1200", "", "ألف ومئتين"},
		{"ألفا مقاتل", "exact", "2000", "2000", "2000", "persons", "ألفا مقاتل"},
		{"ألفاً", "exact", "1000", "1000", "1000", "", "ألفاً"},
		{"تسعة وتسعين ألفا وتسعمئة وتسعة وتسعين", "exact", "99999", "99999", "99999", "", "تسعة وتسعين ألفا وتسعمئة وتسعة وتسعين"},
		{"جندي واحد", "exact", "1", "1", "1", "persons", "جندي واحد"},
		{"أحد الجنود", "exact", "1", "1", "1", "persons", "أحد الجنود"},
		{"وغارتين", "exact", "2", "2", "2", "strikes", "غارتين"},
		{"مدنيان", "exact", "2", "2", "2", "persons", "مدنيان"},
		{"مدنيين", "vague", "", "2", "", "persons", "مدنيين"},
		{"قتلى", "vague", "", "2", "", "persons", "قتلى"},
		{"ضابط", "exact", "1", "1", "1", "persons", "ضابط"},
		{"أكثر من 100 جندي", "more_than", "100", "101", "", "persons", "أكثر من 100 جندي"},
		{"ما يزيد على خمسين", "more_than", "50", "51", "", "", "ما يزيد على خمسين"},
		{"أكثر من كمين", "more_than", "1", "2", "", "attacks", "أكثر من كمين"},
		{"أقل من 10 قتلى", "less_than", "10", "", "9", "persons", "أقل من 10 قتلى"},
		{"أقل من 3 كيلومترات مربعة", "less_than", "3", "", "3", "km2", "أقل من 3 كيلومترات مربعة"},
		{"ما لا يقل عن 12 طفلا", "at_least", "12", "12", "", "persons", "ما لا يقل عن 12 طفلا"},
		{"اثنان على الأقل", "at_least", "2", "2", "", "", "اثنان على الأقل"},
		{"10 من رجال الشرطة على الأقل", "at_least", "10", "10", "", "persons", "10 من رجال"},
		{"لا يتجاوز 5", "at_most", "5", "", "5", "", "لا يتجاوز 5"},
		{"50 جريحا على الأكثر", "at_most", "50", "", "50", "persons", "50 جريحا"},
		{"نحو 300", "approx", "300", "", "", "", "نحو 300"},
		{"بنحو ثلاثين سيارة", "approx", "30", "", "", "vehicles", "نحو ثلاثين سيارة"},
		{"20 شخصا تقريبا", "approx", "20", "", "", "persons", "20 شخصا"},
		{"بين 10 و15", "range", "", "10", "15", "", "بين 10 و15"},
		{"ما بين 10 و15 ألف نازح", "range", "", "10000", "15000", "persons", "ما بين 10 و15 ألف نازح"},
		{"من 20 إلى 30 مسلحا", "range", "", "20", "30", "persons", "من 20 إلى 30 مسلحا"},
		{"10-15", "range", "", "10", "15", "", "10-15"},
		{"ثلاثة أو أربعة", "range", "", "3", "4", "", "ثلاثة أو أربعة"},
		{"بضع قرى", "few", "", "3", "9", "towns", "بضع قرى"},
		{"بضعة آلاف", "several_thousand", "", "3000", "9000", "", "بضعة آلاف"},
		{"عشرات القذائف", "tens", "", "", "", "items", "عشرات القذائف"},
		{"مئات الأسر", "hundreds", "", "", "", "families", "مئات الأسر"},
		{"عشرات الآلاف من المدنيين", "thousands", "", "", "", "persons", "عشرات الآلاف من المدنيين"},
		{"معظم الضحايا", "most", "", "", "", "share", "معظم الضحايا"},
		{"جميعهم", "all", "", "", "", "", "جميعهم"},
		{"كل الجنود", "all", "", "", "", "persons", "كل الجنود"},
		{"عدد من الصواريخ", "vague", "", "", "", "items", "عدد من الصواريخ"},
		{"اشتباكات عدة", "vague", "", "2", "", "attacks", "اشتباكات عدة"},
		{"أعداد كبيرة من النازحين", "vague_large", "", "", "", "persons", "أعداد كبيرة من النازحين"},
		{"عدد غير معروف من الجرحى", "unspecified", "", "", "", "persons", "عدد غير معروف من الجرحى"},
		{"30%", "exact", "30", "30", "30", "share", "30%"},
		{"٣٠ في المئة", "exact", "30", "30", "30", "share", "٣٠ في المئة"},
		{"نحو نصف السكان", "approx", "50", "", "", "share", "نحو نصف"},
		{"15 كيلومترا مربعا", "exact", "15", "15", "15", "km2", "15 كيلومترا مربعا"},
	}
	for _, test := range tests {
		c, ok := ParseCount(test.text)
		got := [5]string{c.Modifier, c.Value, c.Min, c.Max, c.Unit}
		want := [5]string{test.modifier, test.value, test.min, test.max, test.unit}
		outer := string([]rune(test.text)[c.OuterStart:c.OuterEnd])
		if !ok || got != want || outer != test.outer {
			t.Errorf("ParseCount(%q) = %q in %q, %t, want %q in %q", test.text, got, outer, ok, want, test.outer)
		}
		if lone := test.text == "ضابط"; c.Implicit != lone {
			t.Errorf("ParseCount(%q): implicit is %t", test.text, c.Implicit)
		}
	}
}

func TestParseCountRefuses(t *testing.T) {
	for _, text := range []string{
		"", "كلام عادي", "11 نوفمبر", "11 من شهر أيلول", "3 أيام", "يومين", "بضع ساعات", "عدة أيام", "الساعة 10", "10:30",
		"عام 2018", "12/10/2018", "2018-10-12", "2014-2018", "الفرقة 17", "T-72", "5 كيلومترات", "الاثنين", "القيادي", "لست",
		"99999999999999999999", "12.10.2018", "بين قتيل وجريح",
	} {
		if c, ok := ParseCount(text); ok {
			t.Errorf("ParseCount(%q) = %+v, want none", text, c)
		}
	}
}

func TestNumbers(t *testing.T) {
	tests := []struct {
		text string
		want []string // the number words
	}{
		{"في عام 2015 قتل 12 مدنيا وجرح ثلاثون، بينهم طفلان", []string{"12", "ثلاثون", "طفلان"}},
		{"قرب الطريق 40، منذ 3 أيام، سقط نحو 20 صاروخا على قرية و5 بلدات", []string{"نحو 20", "5"}},
		{"أصيب ما بين 10 و15 شخصا في 2016/02/01 عند الساعة 14:30", []string{"ما بين 10 و15"}},
		{"دفعة واحدة", nil},
		{"قال كل من الرجلين إن أحد الجيران شاهدهما", []string{"الرجلين"}},
		{"سقط قتلى وجرحى\nو4 مفقودين", []string{"قتلى", "4"}},
		{"", nil},
	}
	for _, test := range tests {
		var got []string
		for _, c := range Numbers(test.text) {
			got = append(got, string([]rune(test.text)[c.Start:c.End]))
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("Numbers(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

// Long texts of the words that look ahead most. Looking ahead without bound
// would take hours here, so the time limit of the test run is what fails.
func TestNumbersEndsOnLongTexts(t *testing.T) {
	for _, word := range []string{"و ", "ألف و", "5 ", "1-", "12/", "ما لا ", "من ", "شهر ", "بين 1 و", "عدد غير ", "لل"} {
		const size = 100_000
		text := strings.Repeat(word, size/len(word))
		for _, c := range Numbers(text) {
			if c.Start < 0 || c.End > size || c.Start >= c.End {
				t.Fatalf("%q repeated: a number at %d-%d of %d bytes", word, c.Start, c.End, size)
			}
		}
		ParseCount(text)
		ParseDate(text, testPublished)
	}
}

func FuzzNumbers(f *testing.F) {
	for _, text := range []string{"نحو ستين ألفا", "10-15", "و 5", "بين 1 و2 ألف", "ألفاً", "\xff٣٪", "عدد غير", "1.1.1,1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		size, before := utf8.RuneCountInString(text), 0
		for _, c := range Numbers(text) {
			if c.OuterStart > c.Start || c.Start >= c.End || c.End > c.OuterEnd || c.OuterEnd > size || c.Start < before {
				t.Fatalf("Numbers(%q) gives %+v behind %d", text, c, before)
			}
			before = c.End
		}
		if c, ok := ParseCount(text); ok && c.Modifier == "" {
			t.Fatalf("ParseCount(%q) = %+v", text, c)
		}
	})
}

func BenchmarkNumbers(b *testing.B) {
	text := strings.Repeat("قُتل ٣٧ عنصراً من الشرطة في مدينة «حمص» أمس، وأصيب عشرات المدنيين. ", 1_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Numbers(text)
	}
}
