package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/model"
)

// mostShown bounds how many items of a section are shown at once, so that the
// form of an article with thousands of them stays as quick as any other.
const mostShown = 48

// page returns the items of a section that are shown now: those from the place
// last looked at, and always the one whose card is open.
func (s *section) page(items []model.Item) []model.Item {
	if e := s.form.editor; e != nil && e.kind == s.look.kind {
		at := slices.IndexFunc(items, func(i model.Item) bool { return i.Meta().ID == e.id })
		if at >= 0 && (at < s.from || at >= s.from+mostShown) {
			s.from = at - mostShown/2
		}
	}
	s.from = max(0, min(s.from, len(items)-mostShown))
	return items[s.from:min(s.from+mostShown, len(items))]
}

// showPager shows "‹ 41–80 of 200 ›" over the items when there are more than
// are shown.
func (s *section) showPager(n int) {
	if n <= mostShown {
		return
	}
	to := min(s.from+mostShown, n)
	back, on := s.form.screen.program.arrows()
	before := ui.NewButton(back, ui.Quiet, func() { s.turn(-mostShown) })
	after := ui.NewButton(on, ui.Quiet, func() { s.turn(mostShown) })
	setEnabled(before, s.from > 0)
	setEnabled(after, to < n)
	place := ui.NewText(s.form.screen.program.words.T("section.page", s.from+1, to, n), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary})
	s.body.Objects = append([]fyne.CanvasObject{ui.NewRow(ui.Step, before, place, after)}, s.body.Objects...)
}

// turn shows other items. The open card would bring its own page back, so it
// is closed.
func (s *section) turn(by int) {
	if e := s.form.editor; e != nil && e.kind == s.look.kind {
		s.form.screen.open("")
	}
	s.from += by
	s.refresh()
	s.form.scroll.Refresh()
	s.form.scroll.RevealObject(s.body)
}
