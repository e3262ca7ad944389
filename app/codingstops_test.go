package app

import (
	"slices"

	"fyne.io/fyne/v2"
)

// goTo gives the keyboard to something in the open card, over Tab and Page Down.
func (h *hand) goTo(target func(e *editor) fyne.Focusable) {
	h.t.Helper()
	a := h.work()
	if h.focused() == fyne.Focusable(a.reader) {
		h.hit("F6")
	}
	for range 30 {
		e := a.form.editor
		to := target(e)
		if to != nil && h.focused() == to {
			return
		}
		h.hit(nextKey(e, h.focused(), to))
	}
	h.t.Fatalf("the keys do not lead from a %T to a field of a %s", h.focused(), a.form.editor.kind)
}

// nextKey is the first key of the shortest way from one stop of a card to
// another; Page Down for one that is not shown.
func nextKey(e *editor, from, to fyne.Focusable) string {
	stops, heads := e.stops(), e.heads()
	at, goal := slices.Index(stops, from), slices.Index(stops, to)
	if goal < 0 || at < 0 {
		return "PageDown"
	}
	best, key := goal-at, "Tab"
	if goal < at {
		best, key = at-goal, "Shift+Tab"
	}
	ahead, behind := 0, 0
	if !e.more { // Page Down shows more fields before the ties
		heads = heads[:1]
	}
	for _, head := range heads {
		if head > at {
			ahead++
			if keys := ahead + abs(goal-head); keys < best {
				best, key = keys, "PageDown"
			}
		}
	}
	for _, head := range slices.Backward(heads) {
		if head < at {
			behind++
			if keys := behind + abs(goal-head); keys < best {
				best, key = keys, "PageUp"
			}
		}
	}
	return key
}
