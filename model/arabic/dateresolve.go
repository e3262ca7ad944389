package arabic

import (
	"fmt"
	"time"
)

// digitDate resolves whole dates in digits.
func (r resolver) digitDate() (Date, bool) {
	switch {
	case len(r.dates) == 0 && r.unreal:
		return Date{Type: absolute, Precision: toDay, Basis: noSuchDay}, true
	case len(r.dates) == 0:
		return Date{}, false
	}
	first, last := r.dates[0], r.dates[len(r.dates)-1]
	d := Date{Type: absolute, Precision: toDay, Basis: "date in digits, read as ISO or with the day first" + r.weekdayCheck(first)}
	switch {
	case len(r.dates) > 1:
		d.Type = period
	case r.direction == since:
		last = time.Time{}
	}
	return r.days(d, first, last), true
}

// monthDate resolves month names and "12/10" with their days and years.
func (r resolver) monthDate() (Date, bool) {
	if len(r.points) == 0 {
		return Date{}, false
	}
	first, last := r.points[0], r.points[len(r.points)-1]
	d := Date{Type: absolutePartial, Precision: toMonth, Basis: "month in the text"}
	isDay := len(first.days) > 0
	switch {
	case len(r.points) > 1 || len(first.days) > 1:
		d.Type = period
	case isDay && len(r.years) > 0:
		d.Type = absolute
	case !isDay && first.double:
		d.Type = monthNameDual
	}
	if isDay {
		d.Precision, d.Basis = toDay, "day and month in the text"
		if r.part != wholeDay {
			d.Precision = toPartOfDay
		}
	}
	start, how, ok := r.yearOf(first, 0)
	if !ok {
		d.Basis = how
		return d, true
	}
	d.Basis += ", " + how
	if !isDay {
		return r.monthOnly(d, start, last), true
	}
	end, _, ok := r.yearOf(last, len(last.days)-1)
	if !ok || r.direction == since {
		end = time.Time{}
	}
	d.Basis += r.weekdayCheck(start) + r.hijriCheck(start)
	return r.days(d, start, end), true
}

// monthOnly writes a month, its edge, or a range of months.
func (r resolver) monthOnly(d Date, start time.Time, last monthPoint) Date {
	d.Start = isoMonth(start)
	if d.Type == period {
		if end, _, ok := r.yearOf(last, -1); ok {
			d.End = isoMonth(end)
		}
		return d
	}
	if r.edge != noEdge {
		d.Start, d.Precision = isoDay(edgeOf(start, r.edge)), approximate
		d.Basis += ", edge of the month taken as a day"
	}
	return d
}

// edgeOf gives the day for the beginning, middle or end of a month.
func edgeOf(month time.Time, e edge) time.Time {
	first := month.AddDate(0, 0, 1-month.Day())
	switch e {
	case middle:
		return first.AddDate(0, 0, 14)
	case finish:
		return first.AddDate(0, 1, -1)
	}
	return first
}

// yearOf finds the year of a month and its nth day, and says how. Without a
// year in the text it is the latest such date up to the publication, before it
// with «الماضي», after it with «المقبل».
func (r resolver) yearOf(p monthPoint, nth int) (date time.Time, how string, ok bool) {
	day := 1
	if nth >= 0 && nth < len(p.days) {
		day = p.days[nth]
	}
	switch {
	case len(r.years) > 0:
		return inYear(r.years[len(r.years)-1], p.month, day, "year in the text")
	case !r.known:
		return date, missingBasis, false
	case r.unit == years && r.which != noTense:
		return inYear(r.published.Year()+int(r.which)-int(current), p.month, day, r.basis("year relative to publication"))
	}
	limit := r.published
	if len(p.days) == 0 {
		limit = limit.AddDate(0, 0, 1-limit.Day())
	}
	// The 29th of February is found within eight years.
	for back := range 9 {
		y := limit.Year() - back
		if r.which == next {
			y = limit.Year() + back
		}
		date, _, ok := inYear(y, p.month, day, "")
		if ok && r.fits(date, limit) {
			return date, r.basis("year inferred from publication"), true
		}
	}
	return date, noSuchDay, false
}

const noSuchDay = "the calendar has no such day"

func inYear(y int, m time.Month, d int, how string) (time.Time, string, bool) {
	date, ok := calendarDay(y, m, d)
	if !ok {
		return time.Time{}, noSuchDay, false
	}
	return date, how, true
}

// fits tells whether a date without a year can stand on its side of limit.
func (r resolver) fits(date, limit time.Time) bool {
	switch r.which {
	case past:
		return date.Before(limit)
	case next:
		return date.After(limit)
	}
	return !date.After(limit)
}

// yearDate resolves years without a month.
func (r resolver) yearDate() (Date, bool) {
	if len(r.years) == 0 {
		return Date{}, false
	}
	first := r.years[0]
	d := Date{Type: year, Precision: toYear, Start: fmt.Sprint(first), Basis: "year in the text"}
	switch {
	case len(r.years) > 1:
		d.Type, d.End = period, fmt.Sprint(r.years[len(r.years)-1])
	case r.direction == since:
		d.Type = yearSince
	}
	if r.edge != noEdge {
		d.Start, d.Precision = edgeOfYear(first, r.edge), approximate
	}
	return d, true
}

func edgeOfYear(y int, e edge) string {
	return fmt.Sprintf("%d-%02d", y, map[edge]int{beginning: 1, middle: 6, finish: 12}[e])
}

// anaphora marks dates that another date of the text resolves.
func (r resolver) anaphora() (Date, bool) {
	afterUnit := r.direction == after && r.unit != noUnit
	if !r.anaphoric && !afterUnit {
		return Date{}, false
	}
	return Date{Type: anaphoric, Precision: toDay, Basis: "refers to another date in the text"}, true
}
