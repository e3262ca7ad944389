package arabic

import (
	"fmt"
	"time"
)

// hijriNote is part of the basis of every Hijri date.
const hijriNote = "Hijri date by the tabular Islamic calendar, civil epoch: the day may differ by one"

// hijriDay gives the Gregorian day of a Hijri date in the tabular Islamic
// calendar with the civil epoch, Friday 16 July 622 (Julian), and leap years 2,
// 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each cycle of 30 (Reingold and
// Dershowitz, Calendrical Calculations, chapter "The Islamic Calendar").
//
// The 30th of a month that has 29 days there is let through as the day after
// them: by the new moon it may exist.
func hijriDay(year, month, day int) (time.Time, bool) {
	if !isHijriYear(year) || month < 1 || month > 12 || day < 1 || day > 30 {
		return time.Time{}, false
	}
	days := 354*(year-1) + (3+11*year)/30 + 29*(month-1) + month/2 + day - 1
	return hijriEpoch.AddDate(0, 0, days), true
}

// hijriEpoch is 1 Muharram 1 in the proleptic Gregorian calendar.
var hijriEpoch = time.Date(622, time.July, 19, 0, 0, 0, 0, time.UTC)

// hijriYearOf gives the Hijri year that a Gregorian day falls in.
func hijriYearOf(day time.Time) int {
	const secondsOfDay = 24 * 60 * 60
	days := int((day.Unix() - hijriEpoch.Unix()) / secondsOfDay)
	return (30*days + 10_646) / 10_631
}

// isHijriYear reports the years that texts of our time write, 1882 to 2174.
func isHijriYear(year int) bool { return year >= 1300 && year < 1600 }

// hijriWords are the parts of a date that are of the Hijri calendar.
type hijriWords struct {
	dates  []time.Time // whole dates in digits
	points []monthPoint
	years  []int
}

// wholeHijri reads year, month and day in digits, year first or day first.
func wholeHijri(parts []int) (time.Time, bool) {
	if isHijriYear(parts[0]) {
		return hijriDay(parts[0], parts[1], parts[2])
	}
	return hijriDay(parts[2], parts[1], parts[0])
}

// era is the calendar that a year or a whole date is marked with.
type era int

const (
	noEra era = iota
	hijriEra
	gregorianEra
)

// eraAt reads the mark of the era behind a year: «1440 هـ», «2018 م».
func (s sentence) eraAt(i int) (mark era, to int) {
	switch s.word(i) {
	case "ه", "هجري", "هجريه", "للهجره":
		return hijriEra, i + 1
	case "م", "ميلادي", "ميلاديه":
		return gregorianEra, i + 1
	}
	return noEra, i
}

// hijriDate resolves dates of the Hijri calendar.
func (r resolver) hijriDate() (Date, bool) {
	h := r.hijri
	d := Date{Type: absolute, Precision: toDay, Basis: hijriNote}
	switch {
	case len(h.dates) > 0:
		start, end := h.dates[0], h.dates[len(h.dates)-1]
		if len(h.dates) > 1 {
			d.Type = period
		} else if r.direction == since {
			end = time.Time{}
		}
		return r.days(d, start, end), true
	case len(h.points) > 0:
		return r.hijriMonthDate(d), true
	case len(h.years) > 0:
		d.Type, d.Precision = year, toYear
		start, _ := hijriDay(h.years[0], 1, 1)
		end, _ := hijriDay(h.years[len(h.years)-1]+1, 1, 1)
		if r.direction == since {
			d.Type = yearSince
			return r.days(d, start, time.Time{}), true
		}
		return r.days(d, start, end.AddDate(0, 0, -1)), true
	}
	return d, false
}

// hijriMonthDate resolves a month with or without its days: the days from the
// first to the last, since no ISO month is the same.
func (r resolver) hijriMonthDate(d Date) Date {
	first, last := r.hijri.points[0], r.hijri.points[len(r.hijri.points)-1]
	isDay := len(first.days) > 0
	switch {
	case len(r.hijri.points) > 1 || len(first.days) > 1:
		d.Type = period
	case !isDay || len(r.hijri.years) == 0:
		d.Type = absolutePartial
	}
	if !isDay {
		d.Precision = toMonth
	}
	y, how, ok := r.hijriYear(first)
	if !ok {
		d.Basis = how
		return d
	}
	d.Basis += how
	from, to := 1, 30
	if isDay {
		from, to = first.days[0], last.days[max(0, len(last.days)-1)]
	}
	start, ok := hijriDay(y, int(first.month), from)
	end, endOK := hijriDay(y, int(last.month), to)
	if !ok || !endOK {
		d.Basis = noSuchDay
		return d
	}
	if !isDay {
		start, end = r.hijriMonth(&d, y, first, last)
	}
	if r.direction == since {
		end = time.Time{}
	}
	if isDay {
		d.Basis += r.weekdayCheck(start)
	}
	return r.days(d, start, end)
}

// hijriMonth gives the first and last days of months, or of their edge.
func (r resolver) hijriMonth(d *Date, y int, first, last monthPoint) (start, end time.Time) {
	start, _ = hijriDay(y, int(first.month), 1)
	end, _ = hijriDay(y+int(last.month)/12, int(last.month)%12+1, 1)
	end = end.AddDate(0, 0, -1)
	if r.edge == noEdge {
		return start, end
	}
	d.Precision = approximate
	d.Basis += ", edge of the month taken as a day"
	switch r.edge {
	case middle:
		start = start.AddDate(0, 0, 14)
	case finish:
		start = end
	}
	return start, time.Time{}
}

// hijriYear finds the year of a month, as yearOf does.
func (r resolver) hijriYear(p monthPoint) (y int, how string, ok bool) {
	if years := r.hijri.years; len(years) > 0 {
		return years[len(years)-1], "", true
	}
	if !r.known {
		return 0, missingBasis, false
	}
	day := 1
	switch {
	case len(p.days) > 0:
		day = p.days[0]
	case r.which == past:
		day = 30 // the whole month is over
	}
	now := hijriYearOf(r.published)
	for _, back := range []int{-1, 0, 1, 2} {
		y := now - back
		if r.which == next {
			y = now + back
		}
		if date, ok := hijriDay(y, int(p.month), day); ok && r.fits(date, r.published) {
			return y, r.basis(", year inferred from publication"), true
		}
	}
	return 0, noSuchDay, false
}

// hijriCheck notes a Hijri date in the text that is more than a day off the
// Gregorian one beside it.
func (r resolver) hijriCheck(day time.Time) string {
	if len(r.hijri.points)+len(r.hijri.dates) == 0 {
		return ""
	}
	other, _ := r.hijriDate()
	start, err := time.Parse(time.DateOnly, other.Start)
	if apart := day.Sub(start).Abs(); err == nil && apart > 24*time.Hour {
		return fmt.Sprintf("; the Hijri date beside it is %s: check both", other.Start)
	}
	return ""
}
