package arabic

import "time"

// edgeDate resolves «مطلع الشهر», «نهاية العام الماضي».
func (r resolver) edgeDate() (Date, bool) {
	if r.edge == noEdge || r.unit != months && r.unit != years {
		return Date{}, false
	}
	d := Date{Type: relative, Precision: approximate, Basis: r.basis("edge of a month or year relative to publication")}
	if r.direction == since {
		d.Type = relativeSince
	}
	if !r.known {
		return r.missing(d), true
	}
	shift := 0
	if r.which != noTense {
		shift = int(r.which) - int(current)
	}
	if r.unit == years {
		d.Start = edgeOfYear(r.published.Year()+shift, r.edge)
		return d, true
	}
	d.Start = isoDay(edgeOf(addMonths(r.published, shift), r.edge))
	return d, true
}

// monthDayDate resolves «الخامس من الشهر الجاري».
func (r resolver) monthDayDate() (Date, bool) {
	if len(r.pending) == 0 || r.unit != months || r.which == noTense || !r.single {
		return Date{}, false
	}
	d := Date{Type: relative, Precision: toDay, Basis: r.basis("day of a month relative to publication")}
	if !r.known {
		return r.missing(d), true
	}
	month := addMonths(r.published, int(r.which)-int(current))
	start, ok := calendarDay(month.Year(), month.Month(), r.pending[0])
	end, endOK := calendarDay(month.Year(), month.Month(), r.pending[len(r.pending)-1])
	if !ok || !endOK {
		d.Basis = noSuchDay
		return d, true
	}
	return r.days(d, start, end), true
}

// unitDate resolves spans of time before the publication, and durations.
func (r resolver) unitDate() (Date, bool) {
	switch {
	case r.unit == noUnit:
		return Date{}, false
	case r.direction == since || r.direction == ago:
		return r.spanDate(), true
	case r.which != noTense && r.single && r.unit >= weeks:
		return r.calendarDate(), true
	case r.direction == within && r.which != noTense, r.which == past:
		return r.periodDate(), true
	case r.direction == lasting || r.direction == within || !r.single:
		return Date{Type: duration, Precision: duration, Basis: "a length of time, no date"}, true
	}
	return Date{}, false
}

// spanDate resolves «منذ شهر» and «قبل ثلاثة أيام». Days are counted to the
// day; longer units are approximate.
func (r resolver) spanDate() Date {
	d := Date{Type: relative, Precision: approximate, Basis: r.basis("time before publication")}
	if r.direction == since {
		d.Type = relativeSince
	}
	exactDay := (r.unit == days || r.unit == nights) && r.times > 0
	if exactDay {
		d.Precision = toDay
	}
	if !r.known {
		return r.missing(d)
	}
	switch start := r.back(); {
	case r.times == 0 || r.unit < nights:
		d.Basis = r.basis("unstated time before publication")
		if r.direction == since {
			d.End = isoDay(r.published)
		}
	case r.unit == years:
		d.Start = isoMonth(start)
	case exactDay && r.direction == ago:
		return r.days(d, start, start)
	default:
		d.Start = isoDay(start)
	}
	return d
}

// periodDate resolves «خلال العامين الماضيين»: so many units up to the
// publication, written to the month for months and years.
func (r resolver) periodDate() Date {
	d := Date{Type: period, Precision: approximate, Basis: r.basis("time up to publication")}
	if r.times > 0 {
		d.Precision = map[timeUnit]string{weeks: toWeek, months: toMonth, years: toYear}[r.unit]
		if d.Precision == "" {
			d.Precision = toDay
		}
	}
	if !r.known {
		return r.missing(d)
	}
	d.End = isoDay(r.published)
	switch {
	case r.which == next:
		d.Start, d.End = d.End, ""
	case r.times == 0:
	case r.unit >= months:
		d.Start, d.End = isoMonth(r.back()), isoMonth(r.published)
	default:
		d.Start = isoDay(r.back())
	}
	return d
}

// calendarDate resolves «الشهر الماضي», «هذا العام», «الأسبوع المقبل». A week
// is seven days beside the publication, since weeks begin on different days.
func (r resolver) calendarDate() Date {
	d := Date{Type: relative, Basis: r.basis("calendar unit relative to publication")}
	d.Precision = map[timeUnit]string{weeks: toWeek, months: toMonth, years: toYear}[r.unit]
	if !r.known {
		return r.missing(d)
	}
	shift := int(r.which) - int(current)
	switch r.unit {
	case years:
		d.Start = r.published.AddDate(shift, 0, 1-r.published.YearDay()).Format("2006")
	case months:
		d.Start = isoMonth(addMonths(r.published, shift))
	default:
		d.Basis = r.basis("seven days beside publication")
		start := r.published.AddDate(0, 0, map[tense]int{past: -7, current: -6, next: 1}[r.which])
		return r.days(d, start, start.AddDate(0, 0, 6))
	}
	return d
}

// back gives the publication day less the units of the text.
func (r resolver) back() time.Time {
	const dayHours = 24
	switch r.unit {
	case hours:
		return r.published.AddDate(0, 0, -(r.times+dayHours-1)/dayHours)
	case nights, days:
		return r.published.AddDate(0, 0, -r.times)
	case weeks:
		return r.published.AddDate(0, 0, -7*r.times)
	case months:
		return addMonths(r.published, -r.times)
	case years:
		return addMonths(r.published, -12*r.times)
	}
	return r.published
}

// addMonths keeps to the last day of a shorter month.
func addMonths(day time.Time, n int) time.Time {
	first := day.AddDate(0, n, 1-day.Day())
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), last)-1)
}

// recentDate marks «مؤخراً».
func (r resolver) recentDate() (Date, bool) {
	return Date{Type: relative, Precision: approximate, Basis: "recently: no date"}, r.recent
}
