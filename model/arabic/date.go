package arabic

import (
	"fmt"
	"time"
)

// Date is a date expression, resolved as far as its words allow.
type Date struct {
	// Start and End are partial ISO 8601 dates ("2018-10-12", "2018-09",
	// "2018"), "" where unknown. End is inclusive.
	Start, End string
	// Type and Precision are keys of the codebook lists date_type and
	// date_precision.
	Type, Precision string
	// Basis says in short English how the words were resolved.
	Basis string
}

// Keys of the codebook lists date_type and date_precision.
const (
	absolute        = "absolute"
	absolutePartial = "absolute_partial"
	anaphoric       = "anaphoric"
	period          = "period"
	relative        = "relative"
	relativePart    = "relative_part"
	relativeSince   = "relative_since"
	relativeWeekday = "relative_weekday"
	weekday         = "weekday"
	weekdayPart     = "weekday_part"
	monthNameDual   = "month_name_dual"
	year            = "year"
	yearSince       = "year_since"

	approximate  = "approximate"
	toDay        = "day"
	toMonth      = "month"
	toPartOfDay  = "part_of_day"
	toWeek       = "week"
	toYear       = "year"
	duration     = "duration" // a type and a precision
	missingBasis = "the publication date is missing"
)

// ParseDate reads the words an annotator selected as a date: absolute dates in
// digits (day first, or ISO) or with month names of the Levant, Egypt and the
// Maghreb, Hijri dates, weekdays, days and parts of days relative to the
// publication, spans of time before it, periods and durations. It is false where
// nothing of that stands. A date that does not exist («31 نيسان») has neither
// Start nor End, and Basis says so.
//
// Hijri dates go by the tabular Islamic calendar, so that the day may differ by
// one from the calendar that the text follows; a Gregorian date beside one
// stands for both.
//
// published is the publication date ("2018-10-13"); without a whole date,
// relative words keep their type and resolve to "", and Basis says so.
//
// A weekday is the latest such day before the publication, and the publication
// day itself only with «اليوم». «منذ» leaves the end open when the start is
// known to the day, and otherwise ends at the publication.
func ParseDate(text, published string) (Date, bool) {
	return newResolver(published).resolve(readSentence(text).dateWords())
}

func newResolver(published string) resolver {
	day, err := time.Parse(time.DateOnly, published)
	return resolver{published: day, known: err == nil}
}

// resolve gives the date of the words, if they are one.
func (r resolver) resolve(words dateWords) (Date, bool) {
	r.dateWords = words
	for _, resolve := range []func() (Date, bool){
		r.digitDate, r.monthDate, r.hijriDate, r.monthDayDate, r.yearDate, r.anaphora, r.dayDate, r.edgeDate,
		r.unitDate, r.recentDate,
	} {
		if d, ok := resolve(); ok {
			return d, true
		}
	}
	return Date{}, false
}

// resolver turns the words of a date into a Date.
type resolver struct {
	dateWords
	published time.Time
	known     bool // published is a whole date
}

// days fills in a range of days; a zero time is unknown.
func (r resolver) days(d Date, start, end time.Time) Date {
	d.Start, d.End = isoDay(start), isoDay(end)
	return d
}

// missing marks a date that only the publication date could resolve.
func (r resolver) missing(d Date) Date {
	d.Start, d.End, d.Basis = "", "", missingBasis
	return d
}

func (r resolver) basis(format string, args ...any) string {
	return fmt.Sprintf(format, args...) + " " + isoDay(r.published)
}

// isoDay and isoMonth write "" for what has no four-digit year.
func isoDay(day time.Time) string { return iso(day, time.DateOnly) }

func isoMonth(day time.Time) string { return iso(day, "2006-01") }

func iso(day time.Time, layout string) string {
	if day.IsZero() || day.Year() < 1000 || day.Year() > 9999 {
		return ""
	}
	return day.Format(layout)
}

// weekdayCheck notes a weekday in the text that the date does not fall on: a
// sign that the publication date is wrong.
func (r resolver) weekdayCheck(day time.Time) string {
	if len(r.weekdays) == 0 || day.Weekday() == r.weekdays[0] {
		return ""
	}
	return fmt.Sprintf("; the text says %s, %s is a %s: check the publication date", r.weekdays[0], isoDay(day), day.Weekday())
}
