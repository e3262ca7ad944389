package app

import (
	"hashiya/app/reader"
	"hashiya/app/settings"
)

// veil blurs the passages that are hard to read, in soft mode.
func (s *annotateScreen) veil() {
	if !s.program.kept.Soft {
		s.reader.SetVeiled(nil)
		return
	}
	var veiled []reader.Range
	for _, passage := range s.session.Graphic() {
		veiled = append(veiled, reader.Range{Start: passage.Start, End: passage.End})
	}
	s.reader.SetVeiled(veiled)
}

// switchSoft turns soft mode on or off and says which.
func (s *annotateScreen) switchSoft() {
	p := s.program
	p.remember(func(kept *settings.Settings) { kept.Soft = !kept.Soft })
	s.veil()
	p.tell(p.words.T(map[bool]string{true: "soft.on", false: "soft.off"}[p.kept.Soft]))
}

// switchFocus turns the dimming of all but the paragraph at work on or off.
func (s *annotateScreen) switchFocus() {
	p := s.program
	p.remember(func(kept *settings.Settings) { kept.Focus = !kept.Focus })
	s.reader.SetFocusMode(p.kept.Focus)
	p.tell(p.words.T(map[bool]string{true: "focus.on", false: "focus.off"}[p.kept.Focus]))
}

// again shows the article anew, in another language or look, with the same
// words selected and the same card open.
func (s *annotateScreen) again() {
	p := s.program
	start, end := s.reader.Selection()
	open := s.active
	p.annotate(s.queue, s.at)
	a, is := p.screen.(*annotateScreen)
	if !is || a == s {
		return
	}
	if open != "" {
		a.open(open)
	}
	a.reader.Select(start, end)
	a.reader.ScrollTo(start, end)
	a.selected(start, end)
}
