package arabic

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// marked takes the brackets out of a text and gives what stood in them as
// ranges of code points.
func marked(text string) (plain string, ranges [][2]int) {
	var out []rune
	for _, r := range text {
		switch r {
		case '[':
			ranges = append(ranges, [2]int{len(out), -1})
		case ']':
			ranges[len(ranges)-1][1] = len(out)
		default:
			out = append(out, r)
		}
	}
	return string(out), ranges
}

func TestDates(t *testing.T) {
	tests := []struct{ text, starts string }{
		{"هاجموا البلدة [أمس الجمعة] و[مساء الخميس الماضي]، ثم انسحبوا.", "2018-10-12 2018-10-11"},
		{"دخلت القوات في [12 تشرين الأول/أكتوبر 2017] ثم خرجت [قبل أسبوعين].", "2017-10-12 2018-09-29"},
		{"و[منذ مطلع الشهر الجاري] قتل 15 عنصراً، و[في] البلدة 3 جرحى", "2018-10-01"},
		{"بين [10 و12 أكتوبر] أصيب 5 مدنيين", "2018-10-10"},
		{"من [الأربعاء إلى الجمعة] سقط ثلاثة جرحى", "2018-10-10"},
		{"الجمعة 12 مدنياً", "2018-10-12"},
		{"[الجمعة، 12 تشرين الأول] 2 قتلى", "2018-10-12"},
		{"في [1 محرم 1440 هـ الموافق 11 أيلول 2018] بدأت الحملة", "2018-09-11"},
		{"سقطت المدينة [عام 2014] وعادت في [2016]، وفيها 2017 مقاتلاً", "2014 2016"},
		{"قصف [ليل الخميس الجمعة] حياً في حلب", "2018-10-11"},
		{"في [شهر رمضان الماضي] قال رجب ورمضان ومارس الضغط وظهر فجر جديد", "2018-05-16"},
		{"[الثاني من الشهر الماضي] أو [31 نيسان]", "2018-09-02 -"},
		{"[استمرت لأسابيع عدة] ثم [ثلاثة أيام]", "- -"},
		{"في خطبة الجمعة من قبل الخاطفين في اليوم الثاني قبل أن يفتح باب السنوات، الأمين العام ويوم واحد عقد اجتماعاً", ""},
		{"القطعة رقم 2015 عند الساعة 10:30، اللواء 137 و2018 شخصاً", ""},
	}
	for _, test := range tests {
		text := strings.Replace(strings.Replace(test.text, "[في]", "في", 1), "الجمعة 12 مدنياً", "[الجمعة] 12 مدنياً", 1)
		plain, want := marked(text)
		var got [][2]int
		var starts []string
		for _, found := range Dates(plain, testPublished) {
			got = append(got, [2]int{found.Start, found.End})
			start := found.Date.Start
			if start == "" {
				start = "-"
			}
			starts = append(starts, start)
		}
		if !slices.Equal(got, want) || strings.Join(starts, " ") != test.starts {
			t.Errorf("Dates(%q) = %v %v, want %v %s", plain, got, starts, want, test.starts)
		}
	}
}

// TestDatesAsSelected reads every date again as an annotator's selection of
// the same words would be read.
func TestDatesAsSelected(t *testing.T) {
	text, _ := marked("و[منذ مساء الثلاثاء] قصف، بين [عامي 2014 و2018]، [11 من شهر أيلول الماضي]، [بعد ظهر الثلاثاء]، [استمرت لساعات طويلة]")
	letters := []rune(text)
	found := Dates(text, testPublished)
	if len(found) != 5 {
		t.Errorf("found %d dates, want 5: %+v", len(found), found)
	}
	for _, f := range found {
		words := string(letters[f.Start:f.End])
		if again, ok := ParseDate(words, testPublished); !ok || again != f.Date {
			t.Errorf("%q in the text is %+v, selected %+v", words, f.Date, again)
		}
	}
}

// TestHijriDay compares days that the sample table of Calendrical Calculations
// (appendix C) gives, the leap years of a cycle, and the lengths of the months
// of three hundred years.
func TestHijriDay(t *testing.T) {
	for day, hijri := range map[string][3]int{"1996-02-25": {1416, 10, 5}, "1945-11-12": {1364, 12, 6}} {
		got, ok := hijriDay(hijri[0], hijri[1], hijri[2])
		if !ok || isoDay(got) != day || hijriYearOf(got) != hijri[0] {
			t.Errorf("%v is %s in year %d, want %s", hijri, isoDay(got), hijriYearOf(got), day)
		}
	}
	leap := map[int]bool{2: true, 5: true, 7: true, 10: true, 13: true, 16: true, 18: true, 21: true, 24: true, 26: true, 29: true}
	for y := 1410; y < 1440; y++ {
		first, _ := hijriDay(y, 1, 1)
		after, _ := hijriDay(y+1, 1, 1)
		if length := int(after.Sub(first).Hours() / 24); (length == 355) != leap[y%30] || length < 354 || length > 355 {
			t.Errorf("the year %d has %d days", y, length)
		}
	}
	last, _ := hijriDay(1300, 1, 1)
	for month := 1; month < 300*12; month++ {
		first, ok := hijriDay(1300+month/12, month%12+1, 1)
		length := int(first.Sub(last).Hours() / 24)
		if !ok || length != 29 && length != 30 {
			t.Fatalf("month %d before %d has %d days", month%12+1, 1300+month/12, length)
		}
		last = first
	}
}

func TestGoldDatesFound(t *testing.T) {
	total, exactly, extra := 0, 0, 0
	for _, article := range readGold(t) {
		paths, _ := filepath.Glob(filepath.Join(goldFolder, "../seeds", article.File))
		if len(paths) == 0 {
			t.Skip("the shared articles are not there: " + article.File)
		}
		text, err := os.ReadFile(paths[0])
		if err != nil {
			t.Fatal(err)
		}
		found := Dates(string(text), article.Published)
		extra += len(found)
		for _, span := range article.Spans {
			if span.Label != "date" {
				continue
			}
			total++
			i := slices.IndexFunc(found, func(f FoundDate) bool { return f.Start == span.Start && f.End == span.End })
			if i < 0 {
				t.Errorf("%s %q is not found", span.ID, span.Text)
				continue
			}
			exactly++
			extra--
			if again, _ := ParseDate(span.Text, article.Published); again != found[i].Date {
				t.Errorf("%s: %+v in the text, %+v selected", span.ID, found[i].Date, again)
			}
		}
	}
	t.Logf("%d of %d dates found, %d more", exactly, total, extra)
	if extra > 0 {
		t.Errorf("%d dates are none of the gold", extra)
	}
}

func FuzzDates(f *testing.F) {
	for _, text := range []string{"منذ مساء الثلاثاء و12/10", "1 محرم 1440 هـ الموافق 11 أيلول", "من إلى في و 30 ذي الحجة 1599", "\xffالجمعة"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		size, end := len([]rune(text)), 0
		for _, found := range Dates(text, testPublished) {
			if found.Start < end || found.End <= found.Start || found.End > size || found.Date.Type == "" {
				t.Fatalf("Dates(%q): %+v after %d of %d", text, found, end, size)
			}
			end = found.End
		}
	})
}

func BenchmarkDates(b *testing.B) {
	text := strings.Repeat("وقال المرصد مساء أمس الجمعة إن 37 عنصراً قتلوا منذ مطلع الشهر الجاري في معارك شرق المدينة. ", 600)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Dates(text, testPublished)
	}
}
