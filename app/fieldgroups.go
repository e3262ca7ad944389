package app

import (
	"slices"

	"fyne.io/fyne/v2"
)

// groupKey takes Page Down and Page Up to the first field of the next or the
// previous group of the card that has the keyboard.
func (f *form) groupKey(from fyne.Focusable, name fyne.KeyName) bool {
	for _, e := range f.editors() {
		if slices.Contains(e.stops(), from) {
			return e.groupKey(from, name)
		}
	}
	return false
}

// groupKey goes by groups: the fields that matter most, the rest of the kind's,
// what every item has, the rows that tie it to others. On its way down it shows
// the fields that wait behind "more".
func (e *editor) groupKey(from fyne.Focusable, name fyne.KeyName) bool {
	if name != fyne.KeyPageDown && name != fyne.KeyPageUp {
		return false
	}
	at := slices.Index(e.stops(), from)
	if name == fyne.KeyPageDown && !e.more {
		e.showMore(true)
		at = min(at, len(lookOf(e.kind).fields)-1) // what was hidden stands before the ties
	}
	stops, to := e.stops(), at
	for _, head := range e.heads() {
		switch {
		case name == fyne.KeyPageUp && head < at:
			to = head
		case name == fyne.KeyPageDown && head > at && to == at:
			to = head
		}
	}
	e.screen.program.window.Canvas().Focus(stops[to])
	return true
}

// stops are what Tab leads through in a card: its fields, then its ties.
func (e *editor) stops() []fyne.Focusable {
	var stops []fyne.Focusable
	for _, row := range e.rows {
		stops = append(stops, row.field.focusable())
	}
	for _, r := range e.ties {
		stops = append(stops, r.chooser)
	}
	return stops
}

// heads are the places in stops where the groups begin.
func (e *editor) heads() []int {
	heads := []int{0}
	main := len(lookOf(e.kind).fields)
	for i, row := range e.rows {
		if i == main || i > main && row.model.Name == "certainty" {
			heads = append(heads, i)
		}
	}
	if len(e.ties) > 0 {
		heads = append(heads, len(e.rows))
	}
	return heads
}
