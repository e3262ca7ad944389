package app

import (
	"hashiya/app/settings"
	"hashiya/app/ui"
)

// tellSaved answers Ctrl+S: saving is never needed, and this says since when
// all is in the file.
func (p *program) tellSaved() {
	if a, is := p.screen.(*annotateScreen); is {
		a.form.commit()
	}
	if p.project != nil && !p.frame.pending {
		p.tell(p.words.T("saved.why"))
	}
}

// switchTheme goes from the system's colours to light, to dark and back.
func (p *program) switchTheme() {
	next := map[settings.Theme]settings.Theme{
		settings.ThemeSystem: settings.ThemeLight, settings.ThemeLight: settings.ThemeDark, settings.ThemeDark: settings.ThemeSystem,
	}[p.kept.Theme]
	p.change(func(s *settings.Settings) { s.Theme = next })
	p.tell(p.words.T("theme." + string(next)))
}

func (p *program) fullScreen() { p.window.SetFullScreen(!p.window.FullScreen()) }

// toStart leaves the project for the start screen.
func (p *program) toStart() {
	if !p.released() {
		return
	}
	p.close()
	p.path, p.queue = "", nil
	p.show(newStartScreen(p))
}

// remember keeps a setting. Not being able to harms no work, so that is told
// and no more.
func (p *program) remember(change func(*settings.Settings)) {
	change(&p.kept)
	if err := p.settings.Update(change); err != nil {
		p.notices.Notify(ui.Notice{Kind: ui.Warning, Text: p.words.T("settings.notKept", err.Error())})
	}
}
