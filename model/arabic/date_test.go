package arabic

import (
	"testing"
	"time"
)

// The tests' day of publication is a Saturday.
const testPublished = "2018-10-13"

func TestParseDate(t *testing.T) {
	tests := []struct{ text, start, end, kind, precision string }{
		{"12/10/2018", "2018-10-12", "2018-10-12", "absolute", "day"},
		{"٢٠١٨/١٠/١٢", "2018-10-12", "2018-10-12", "absolute", "day"},
		{"۱۲/۱۰/۲۰۱۸", "2018-10-12", "2018-10-12", "absolute", "day"},
		{"2018-10-12", "2018-10-12", "2018-10-12", "absolute", "day"},
		{"12.10.2018", "2018-10-12", "2018-10-12", "absolute", "day"},
		{"12/10/18", "2018-10-12", "2018-10-12", "absolute", "day"},
		{"10/25/2018", "2018-10-25", "2018-10-25", "absolute", "day"},
		{"12/10", "2018-10-12", "2018-10-12", "absolute_partial", "day"},
		{"12 أكتوبر 2018", "2018-10-12", "2018-10-12", "absolute", "day"},
		{"12 تشرين الأول/أكتوبر 2018", "2018-10-12", "2018-10-12", "absolute", "day"},
		{"الجمعة 12 تشرين الأول", "2018-10-12", "2018-10-12", "absolute_partial", "day"},
		{"الحادي عشر من أيلول", "2018-09-11", "2018-09-11", "absolute_partial", "day"},
		{"الخامس والعشرين من شباط 2017", "2017-02-25", "2017-02-25", "absolute", "day"},
		{"خمسة أيلول", "2018-09-05", "2018-09-05", "absolute_partial", "day"},
		{"29 شباط", "2016-02-29", "2016-02-29", "absolute_partial", "day"},
		{"20 نوفمبر", "2017-11-20", "2017-11-20", "absolute_partial", "day"},
		{"4 أيلول من العام الماضي", "2017-09-04", "2017-09-04", "absolute_partial", "day"},
		{"أيلول الماضي", "2018-09", "", "absolute_partial", "month"},
		{"أكتوبر الماضي", "2017-10", "", "absolute_partial", "month"},
		{"ديسمبر المقبل", "2018-12", "", "absolute_partial", "month"},
		{"جانفي 2016", "2016-01", "", "absolute_partial", "month"},
		{"غشت 2014", "2014-08", "", "absolute_partial", "month"},
		{"يوليو/تموز 2017", "2017-07", "", "month_name_dual", "month"},
		{"نهاية أيلول الماضي", "2018-09-30", "", "absolute_partial", "approximate"},
		{"عام 2014", "2014", "", "year", "year"},
		{"منذ عام 2014", "2014", "", "year_since", "year"},
		{"بين عامي 2014 و2018", "2014", "2018", "period", "year"},
		{"بين 10 و12 أكتوبر", "2018-10-10", "2018-10-12", "period", "day"},
		{"10-12 أكتوبر", "2018-10-10", "2018-10-12", "period", "day"},
		{"من 28 أيلول إلى 3 تشرين الأول", "2018-09-28", "2018-10-03", "period", "day"},
		{"السبت", "2018-10-06", "2018-10-06", "weekday", "day"},
		{"الجمعة", "2018-10-12", "2018-10-12", "weekday", "day"},
		{"يوم الاثنين الماضي", "2018-10-08", "2018-10-08", "weekday", "day"},
		{"الاثنين المقبل", "2018-10-15", "2018-10-15", "weekday", "day"},
		{"الأربعا", "2018-10-10", "2018-10-10", "weekday", "day"},
		{"يوم الجمة", "2018-10-12", "2018-10-12", "weekday", "day"},
		{"فجر الأحد", "2018-10-07", "2018-10-07", "weekday_part", "part_of_day"},
		{"ليل الخميس الجمعة", "2018-10-11", "2018-10-12", "weekday_part", "part_of_day"},
		{"منذ صباح الخميس", "2018-10-11", "2018-10-13", "weekday_part", "part_of_day"},
		{"اليوم السبت", "2018-10-13", "2018-10-13", "relative_weekday", "day"},
		{"أمس الجمعة", "2018-10-12", "2018-10-12", "relative_weekday", "day"},
		{"اليوم", "2018-10-13", "2018-10-13", "relative", "day"},
		{"أمس", "2018-10-12", "2018-10-12", "relative", "day"},
		{"أول أمس", "2018-10-11", "2018-10-11", "relative", "day"},
		{"أول من أمس", "2018-10-11", "2018-10-11", "relative", "day"},
		{"أمس الأول", "2018-10-11", "2018-10-11", "relative", "day"},
		{"مساء أمس", "2018-10-12", "2018-10-12", "relative_part", "part_of_day"},
		{"الليلة الماضية", "2018-10-12", "2018-10-13", "relative_part", "part_of_day"},
		{"صباحاً", "2018-10-13", "2018-10-13", "relative_part", "part_of_day"},
		{"منذ يومين", "2018-10-11", "", "relative_since", "day"},
		{"قبل ثلاثة أيام", "2018-10-10", "2018-10-10", "relative", "day"},
		{"قبل 3 أسابيع", "2018-09-22", "", "relative", "approximate"},
		{"قبل عامين", "2016-10", "", "relative", "approximate"},
		{"منذ ساعات", "", "2018-10-13", "relative_since", "approximate"},
		{"منذ بداية الشهر", "2018-10-01", "", "relative_since", "approximate"},
		{"خلال الأشهر الثلاثة الماضية", "2018-07", "2018-10", "period", "month"},
		{"خلال الـ24 ساعة الماضية", "2018-10-12", "2018-10-13", "period", "day"},
		{"في الأسبوعين الماضيين", "2018-09-29", "2018-10-13", "period", "week"},
		{"الأسبوع الماضي", "2018-10-06", "2018-10-12", "relative", "week"},
		{"الشهر الماضي", "2018-09", "", "relative", "month"},
		{"العام الجاري", "2018", "", "relative", "year"},
		{"لثلاثة أيام", "", "", "duration", "duration"},
		{"على مدى شهرين", "", "", "duration", "duration"},
		{"اليوم نفسه", "", "", "anaphoric", "day"},
		{"31 شباط 2018", "", "", "absolute", "day"},
		{"31 نيسان", "", "", "absolute_partial", "day"},
		{"31/02/2018", "", "", "absolute", "day"},
		{"31 محرم 1440", "", "", "absolute", "day"},
		{"الخامس من الشهر الجاري", "2018-10-05", "2018-10-05", "relative", "day"},
		{"11 من الشهر الماضي", "2018-09-11", "2018-09-11", "relative", "day"},
		{"31 من الشهر الماضي", "", "", "relative", "day"},
		{"أيلول (سبتمبر) الماضي", "2018-09", "", "month_name_dual", "month"},
		{"2 آب/أغسطس 2018م", "2018-08-02", "2018-08-02", "absolute", "day"},
		{"قبل أسبوعين", "2018-09-29", "", "relative", "approximate"},
		{"مطلع الشهر الجاري", "2018-10-01", "", "relative", "approximate"},
		{"1 محرم 1440 هـ", "2018-09-12", "2018-09-12", "absolute", "day"},
		{"١/١/١٤٤٠هـ", "2018-09-12", "2018-09-12", "absolute", "day"},
		{"1440-01-01", "2018-09-12", "2018-09-12", "absolute", "day"},
		{"15 ذي الحجة 1439", "2018-08-27", "2018-08-27", "absolute", "day"},
		{"الثاني من صفر", "2018-10-13", "2018-10-13", "absolute_partial", "day"},
		{"رمضان الماضي", "2018-05-16", "2018-06-14", "absolute_partial", "month"},
		{"شهر رمضان 1439هـ", "2018-05-16", "2018-06-14", "absolute_partial", "month"},
		{"نهاية ذو القعدة 1439", "2018-08-12", "", "absolute_partial", "approximate"},
		{"عام 1439 هـ", "2017-09-22", "2018-09-11", "year", "year"},
		{"1 محرم 1440 هـ الموافق 11 أيلول 2018", "2018-09-11", "2018-09-11", "absolute", "day"},
		{"قبل 5000 عام", "", "", "relative", "approximate"},
	}
	for _, test := range tests {
		got, ok := ParseDate(test.text, testPublished)
		want := Date{test.start, test.end, test.kind, test.precision, got.Basis}
		if !ok || got != want || got.Basis == "" {
			t.Errorf("ParseDate(%q) = %+v, %t, want %+v", test.text, got, ok, want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, text := range []string{"", "كلام آخر", "شهر", "يوم", "من قبل", "قبل أن", "باب", "37 عنصراً", "السبب", "الجامعة"} {
		if d, ok := ParseDate(text, testPublished); ok {
			t.Errorf("ParseDate(%q) = %+v, want none", text, d)
		}
	}
}

func TestParseDateWithoutPublication(t *testing.T) {
	for _, text := range []string{"أمس", "الجمعة", "منذ شهر", "خلال العامين الماضيين", "11 أيلول", "الشهر الماضي", "مساء الأحد"} {
		for _, published := range []string{"", "2018-10"} {
			d, ok := ParseDate(text, published)
			if !ok || d.Start != "" || d.End != "" || d.Basis != missingBasis || d.Type == "" {
				t.Errorf("ParseDate(%q, %q) = %+v, %t", text, published, d, ok)
			}
		}
	}
	if d, _ := ParseDate("12 أكتوبر 2018", ""); d.Start != "2018-10-12" {
		t.Errorf("an absolute date needs no publication date: %+v", d)
	}
}

func TestParseDateBasis(t *testing.T) {
	tests := []struct{ text, want string }{
		{"الجمعة", "weekday before publication 2018-10-13"},
		{"السبت", "weekday before publication 2018-10-13, itself a Saturday: perhaps that day"},
		{"5 محرم 1440", "Hijri date by the tabular Islamic calendar, civil epoch: the day may differ by one"},
		{"31/02/2018", "the calendar has no such day"},
		{
			"1 محرم 1440 الموافق 21 أيلول 2018",
			"day and month in the text, year in the text; the Hijri date beside it is 2018-09-12: check both",
		},
		{"أمس الأحد", "day -1 from publication 2018-10-13; the text says Sunday, 2018-10-12 is a Friday: check the publication date"},
	}
	for _, test := range tests {
		if d, _ := ParseDate(test.text, testPublished); d.Basis != test.want {
			t.Errorf("basis of %q = %q, want %q", test.text, d.Basis, test.want)
		}
	}
}

func TestMonthNames(t *testing.T) {
	for name, month := range monthNames {
		d, ok := ParseDate("5 "+name+" 2017", "")
		want := time.Date(2017, time.Month(month), 5, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		if !ok || d.Start != want || d.Type != absolute {
			t.Errorf("%s: %+v, want %s", name, d, want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"12/10/2018", "منذ مطلع 2014", "99/99/9999", "قبل 999999 عام", "٠٠٠٠-٠٠-٠٠", "\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, published := range []string{testPublished, "", "9999-12-31"} {
			d, ok := ParseDate(text, published)
			if ok != (d.Type != "") {
				t.Fatalf("ParseDate(%q) = %+v, %t", text, d, ok)
			}
			for _, iso := range []string{d.Start, d.End} {
				if len(iso) != 0 && len(iso) != 4 && len(iso) != 7 && len(iso) != 10 {
					t.Fatalf("ParseDate(%q, %q) gives the date %q", text, published, iso)
				}
			}
		}
	})
}
