package app

import (
	"strconv"
	"strings"
	"time"

	"hashiya/model"
)

// fullDate completes a date that was typed short from the day of publication:
// "12" is the last 12th and "9-30" the last 30 September that is not after it.
// News tells what has been; a date still to come is typed in full, as is every
// date of an article whose day of publication is not known. Anything else is
// returned as it is.
func fullDate(short, published string) string {
	day, err := time.Parse(time.DateOnly, published)
	if err != nil || len(short) > len("12-31") {
		return short
	}
	first, second, both := strings.Cut(short, "-")
	n, err := strconv.Atoi(first)
	if err != nil || n < 1 {
		return short
	}
	full := ""
	if !both {
		if n > day.Day() {
			day = day.AddDate(0, 0, -day.Day()) // the last day of the month before
		}
		full = day.Format("2006-01-") + twoDigits(n)
	} else {
		d, err := strconv.Atoi(second)
		if err != nil || d < 1 {
			return short
		}
		full = twoDigits(n) + "-" + twoDigits(d)
		year := day.Year()
		if full > day.Format("01-02") {
			year--
		}
		full = strconv.Itoa(year) + "-" + full
	}
	if !model.ValidDate(full) {
		return short
	}
	return full
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// fullPeriod does the same for the two dates of a period.
func fullPeriod(short, published string) string {
	from, to, both := strings.Cut(short, "/")
	if !both {
		return short
	}
	return fullDate(from, published) + "/" + fullDate(to, published)
}

// published is the day of publication of the article on the screen, "" when
// there is none.
func (p *program) published() string {
	if a, is := p.screen.(*annotateScreen); is {
		return a.session.Article().Published
	}
	return ""
}
