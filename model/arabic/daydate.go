package arabic

import (
	"fmt"
	"time"
)

// dayDate resolves weekdays, «أمس», «اليوم» and parts of a day.
func (r resolver) dayDate() (Date, bool) {
	d := Date{Type: relative, Precision: toDay}
	hasPart := r.part != wholeDay
	switch {
	case r.hasOffset && len(r.weekdays) > 0:
		d.Type = relativeWeekday
	case len(r.weekdays) > 1 && !hasPart:
		d.Type = period
	case len(r.weekdays) > 0 && hasPart:
		d.Type = weekdayPart
	case len(r.weekdays) > 0:
		d.Type = weekday
	case hasPart:
		d.Type = relativePart
	case !r.hasOffset:
		return d, false
	}
	if hasPart {
		d.Precision = toPartOfDay
	}
	if r.direction == since && !hasPart {
		d.Type = relativeSince
	}
	if !r.known {
		return r.missing(d), true
	}
	start, end := r.dayRange(&d)
	if r.direction == since {
		end = time.Time{}
		if hasPart {
			// The range is a matter of hours: it is whole with its end.
			end = r.published
		}
	}
	return r.days(d, start, end), true
}

// dayRange gives the days meant and writes the basis.
func (r resolver) dayRange(d *Date) (start, end time.Time) {
	switch {
	case r.hasOffset:
		start = r.published.AddDate(0, 0, r.offset)
		d.Basis = r.basis("day %+d from publication", r.offset) + r.weekdayCheck(start)
		if r.offset == 0 {
			d.Basis = r.basis("day of publication") + r.weekdayCheck(start)
		}
	case len(r.weekdays) > 1:
		end = r.weekdayBefore(r.published, r.weekdays[len(r.weekdays)-1])
		d.Basis = r.basis("weekdays before publication")
		return r.weekdayBefore(end, r.weekdays[0]), end
	case len(r.weekdays) == 1 && r.which == next:
		start = r.weekdayBefore(r.published.AddDate(0, 0, 8), r.weekdays[0])
		d.Basis = r.basis("weekday after publication")
	case len(r.weekdays) == 1:
		start = r.weekdayBefore(r.published, r.weekdays[0])
		d.Basis = r.basis("weekday before publication")
		if r.published.Weekday() == r.weekdays[0] {
			d.Basis += fmt.Sprintf(", itself a %s: perhaps that day", r.weekdays[0])
		}
	case r.part == night || r.part == tonight && r.which == past:
		d.Basis = r.basis("night before publication")
		return r.published.AddDate(0, 0, -1), r.published
	default:
		start = r.published
		d.Basis = r.basis("part of the day of publication")
	}
	end = start
	// A night runs into the next day.
	if r.part == night && end.Before(r.published) {
		end = end.AddDate(0, 0, 1)
	}
	return start, end
}

// weekdayBefore gives the latest such weekday before a day.
func (r resolver) weekdayBefore(day time.Time, w time.Weekday) time.Time {
	back := (int(day.Weekday()) - int(w) + 6) % 7
	return day.AddDate(0, 0, -back-1)
}
