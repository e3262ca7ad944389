package app

import (
	"hashiya/app/bidi"
	"hashiya/app/reader"
	"hashiya/app/settings"
	"hashiya/app/ui"
)

// dress gives the theme what the settings and the language ask for.
func (p *program) dress() {
	p.theme.SetVariant(variantOf(p.kept.Theme))
	p.theme.SetHighContrast(p.kept.HighContrast)
	p.theme.SetLogicalArrows(p.kept.LogicalArrows)
	p.theme.SetRightToLeft(p.words.RTL())
	p.theme.SetOnRefused(func(reason error) {
		p.notices.Notify(ui.Notice{Kind: ui.Warning, Text: p.message(reason)})
	})
	t := p.words.T
	p.theme.SetMenuLabels(&ui.MenuLabels{
		Undo: t("command.undo"), Redo: t("command.redo"), Cut: t("menu.cut"), Copy: t("menu.copy"), Paste: t("menu.paste"),
		Delete: t("menu.delete"), SelectAll: t("menu.selectAll"),
	})
}

func variantOf(name settings.Theme) ui.Variant {
	switch name {
	case settings.ThemeLight:
		return ui.VariantLight
	case settings.ThemeDark:
		return ui.VariantDark
	}
	return ui.VariantSystem
}

// face returns the fonts that articles are read in.
func (p *program) face() (regular, bold *bidi.Font) {
	if p.kept.Font == settings.FontNaskh {
		return ui.NaskhFont(ui.Regular), ui.NaskhFont(ui.Bold)
	}
	return ui.EngineFont(ui.Regular), ui.EngineFont(ui.Bold)
}

// readerOptions is the look of articles.
func (p *program) readerOptions() reader.Options {
	return reader.Options{
		Colors: reader.Colors{
			Paper: ui.ColorPaper, Ink: ui.ColorInk, Secondary: ui.ColorSecondary, Faint: ui.ColorFaint,
			Selection: ui.ColorSelection, Accent: ui.ColorAccent, Hit: ui.ColorHit,
		},
		ArabicDigits: p.words.ArabicDigits(), BarRight: p.words.RTL(), Thick: p.kept.HighContrast,
		Label: p.words.T("reader.label"),
	}
}

// change keeps a setting and shows the window by it, without a restart. What
// is typed is kept first; when it cannot be, nothing changes.
func (p *program) change(setting func(*settings.Settings)) {
	if !p.released() {
		return
	}
	p.remember(setting)
	texts, err := loadWords(languageOr(p.kept.Language), p.kept.Digits)
	if err != nil {
		p.fail(err)
		return
	}
	p.words = texts
	p.dress()
	p.app.Settings().SetTheme(p.theme)
	p.rebuild()
}

// rebuild makes the frame and the screen anew and goes back to where they were.
func (p *program) rebuild() {
	query := p.frame.search.Text()
	since := p.frame.since
	p.frame = newFrame(p)
	p.frame.search.SetText(query)
	p.frame.since = since
	if p.store != nil {
		p.frame.settle()
		p.window.SetTitle(p.words.T("window.title", p.project.Name()))
	}
	switch s := p.screen.(type) {
	case *startScreen:
		p.show(newStartScreen(p))
	case *libraryScreen:
		l := newLibraryScreen(p)
		l.state = s.state
		p.show(l)
	case remaker:
		s.again()
	}
}
