package words

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Digits is how numbers are written, by the name of a CLDR numbering system.
type Digits string

// The digits that can be chosen; any other value is taken as Latin.
const (
	Latin       Digits = "latn" // 0123456789
	ArabicIndic Digits = "arab" // ٠١٢٣٤٥٦٧٨٩
)

// SetDigits chooses the digits of numbers and dates. Digits inside texts, such
// as quotes, names and keys, are never changed. The start is Latin.
func (w *Words) SetDigits(digits Digits) { w.digits = digits }

// Number returns a number in the digits chosen, without grouping.
func (w *Words) Number(n int) string { return w.inDigits(strconv.Itoa(n)) }

// Decimal returns a number given in ASCII digits, such as "0.5", in the digits
// chosen.
func (w *Words) Decimal(number string) string { return w.inDigits(number) }

// ArabicDigits reports whether numbers are written in Arabic-Indic digits.
func (w *Words) ArabicDigits() bool { return w.digits == ArabicIndic }

// Clock returns the time of day, such as 10:42, in the digits chosen.
func (w *Words) Clock(t time.Time) string { return w.inDigits(t.Format("15:04")) }

// show returns an argument as text; only integers are in the digits chosen.
func (w *Words) show(arg any) string {
	switch arg := arg.(type) {
	case string:
		return arg
	case int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64:
		return w.inDigits(fmt.Sprint(arg))
	}
	return fmt.Sprint(arg)
}

func (w *Words) inDigits(number string) string {
	if w.digits != ArabicIndic {
		return number
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '٠'
		}
		return r
	}, number)
}

// monthNames are those of the Gregorian calendar by language: short in
// English; in Arabic the names used in the Levant and Iraq, which have no short
// form that all readers know.
func monthNames(language string) []string {
	switch language {
	case "ar":
		return []string{
			"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
			"تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
		}
	case "en":
		return []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	}
	return nil
}

// Date returns a partial ISO 8601 date ("2018", "2018-10", "2018-10-13") as
// people write it: "13 Oct 2018". What is no such date, or in a language
// without month names here, is returned unchanged.
func (w *Words) Date(iso string) string {
	const layout = "2006-01-02"
	months := monthNames(w.Language())
	year, month, day := len("2006"), len("2006-01"), len(layout)
	if n := len(iso); months == nil || n != year && n != month && n != day {
		return iso
	}
	date, err := time.Parse(layout[:len(iso)], iso)
	if err != nil {
		return iso
	}
	text := w.inDigits(iso[:year])
	if len(iso) >= month {
		text = months[date.Month()-1] + " " + text
	}
	if len(iso) == day {
		text = w.Number(date.Day()) + " " + text
	}
	return text
}
