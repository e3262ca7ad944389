package app

import (
	"context"

	"hashiya/app/reader"
	"hashiya/app/settings"
	"hashiya/app/ui"
	"hashiya/model"
)

// veil blurs the passages that are hard to read, in soft mode.
func (s *annotateScreen) veil() {
	if !s.program.kept.Soft {
		s.reader.SetVeiled(nil)
		return
	}
	p := s.program
	ui.BackgroundWith(p.runner, p.window, p.words.T("search.running"), p.words.T("cancel"),
		func(context.Context, func(done, total int)) ([]model.Range, error) { return s.session.Graphic(), nil },
		func(passages []model.Range, _ error) {
			if !p.kept.Soft {
				return // switched off meanwhile
			}
			veiled := make([]reader.Range, len(passages))
			for i, passage := range passages {
				veiled[i] = reader.Range{Start: passage.Start, End: passage.End}
			}
			s.reader.SetVeiled(veiled)
		})
}

// switchSoft turns soft mode on or off and says which.
func (s *annotateScreen) switchSoft() {
	p := s.program
	p.remember(func(kept *settings.Settings) { kept.Soft = !kept.Soft })
	s.veil()
	p.tellState("soft.on", "soft.off", p.kept.Soft)
}

// switchFocus turns the dimming of all but the paragraph at work on or off.
func (s *annotateScreen) switchFocus() {
	p := s.program
	p.remember(func(kept *settings.Settings) { kept.Focus = !kept.Focus })
	s.reader.SetFocusMode(p.kept.Focus)
	p.tellState("focus.on", "focus.off", p.kept.Focus)
}

// again shows the article anew, in another language or look, with the same
// words selected and the same card open.
func (s *annotateScreen) again() {
	p := s.program
	start, end := s.reader.Selection()
	open := s.active
	p.annotateNow(s.queue, s.at)
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

// tellState says whether something is on now, in place of what was said before.
func (p *program) tellState(on, off string, is bool) {
	p.notices.Withdraw(p.words.T(on))
	p.notices.Withdraw(p.words.T(off))
	if is {
		p.tell(p.words.T(on))
	} else {
		p.tell(p.words.T(off))
	}
}
