package model

import "time"

// UCDPPrecision returns how exactly the date is known on the scale of the UCDP
// Georeferenced Event Dataset (UCDP GED Codebook, variable date_prec): 1 the
// day, 2 two to six days, 3 the week, 4 eight to thirty days or the month, 5
// more than a month and up to a year. It is 0 for what the scale does not hold:
// a date that is not resolved, a length of time, more than a year.
func (d *Date) UCDPPrecision() int {
	switch n := d.span(); {
	case n < 1 || n > 366:
		return 0
	case n == 1:
		return 1
	case n < 7:
		return 2
	case n == 7:
		return 3
	case n <= 31:
		return 4
	}
	return 5
}

// ACLEDPrecision returns how exactly the date is known on the scale of ACLED
// (ACLED Codebook, column time_precision): 1 the day, 2 the week or less, 3 the
// month. It is 0 for what ACLED does not code.
func (d *Date) ACLEDPrecision() int {
	switch n := d.span(); {
	case n < 1 || n > 31:
		return 0
	case n == 1:
		return 1
	case n <= 7:
		return 2
	}
	return 3
}

// leastDays are the days that a coder's precision allows at least, by key of
// the codebook list date_precision. An approximate day may be off by some
// weeks.
var leastDays = map[string]int{"week": 7, "month": 28, "year": 365, "approximate": 30}

// span returns the number of days that the date lies in, 0 when not known. A
// date without an end is the day, month or year of its start.
func (d *Date) span() int {
	first, last, ok := partialDays(d.Start)
	if !ok || d.Precision == "duration" {
		return 0
	}
	if d.End != "" {
		if _, last, ok = partialDays(d.End); !ok || last.Before(first) {
			return 0
		}
	}
	least := leastDays[d.Precision]
	if d.Precision == "approximate" && len(d.Start) < len(time.DateOnly) {
		least = leastDays["year"]
	}
	const hours = 24
	return max(int(last.Sub(first).Hours()/hours)+1, least)
}

// partialDays returns the first and last day of a partial ISO date.
func partialDays(date string) (first, last time.Time, ok bool) {
	var err error
	switch len(date) {
	case len("2006"):
		first, err = time.Parse("2006", date)
		last = first.AddDate(1, 0, -1)
	case len("2006-01"):
		first, err = time.Parse("2006-01", date)
		last = first.AddDate(0, 1, -1)
	default:
		first, err = time.Parse(time.DateOnly, date)
		last = first
	}
	return first, last, err == nil
}
