package app

import (
	"os"
	"strings"

	"hashiya/app/settings"
	"hashiya/app/words"
	"hashiya/assets"
)

// languageOr returns the language chosen, else Arabic where the system speaks
// it, else English. A new language is a file in assets/translations.
func languageOr(chosen string) string {
	if chosen != "" {
		return chosen
	}
	for _, variable := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(variable); value != "" {
			if strings.HasPrefix(value, "ar") {
				return "ar"
			}
			break
		}
	}
	return "en"
}

// loadWords reads the texts of a language. In Arabic the interface counts in
// Arabic-Indic digits; figures of articles stay as they are written.
func loadWords(language string) (*words.Words, error) {
	texts, err := words.Load(assets.Translations(), language)
	if err != nil {
		return nil, err
	}
	if texts.RTL() {
		texts.SetDigits(words.ArabicIndic)
	}
	return texts, nil
}

// switchLanguage goes from one language of the interface to the other, without
// a restart. What is typed is kept first; when it cannot be, nothing changes.
func (p *program) switchLanguage() {
	if !p.released() {
		return
	}
	next := map[string]string{"en": "ar", "ar": "en"}[p.words.Language()]
	texts, err := loadWords(next)
	if err != nil {
		p.fail(err)
		return
	}
	p.remember(func(s *settings.Settings) { s.Language = next })
	p.words = texts
	p.theme.SetRightToLeft(texts.RTL())
	p.app.Settings().SetTheme(p.theme)
	query := p.frame.search.Text()
	p.frame = newFrame(p)
	p.frame.search.SetText(query)
	if p.store != nil {
		p.frame.opened()
		p.window.SetTitle(p.words.T("window.title", p.project.Name()))
	}
	switch s := p.screen.(type) {
	case *startScreen:
		p.show(newStartScreen(p))
	case *libraryScreen:
		p.show(newLibraryScreen(p))
	case *annotateScreen:
		p.annotate(s.queue, s.at)
	}
}

// arrows point back and on in the direction of reading.
func (p *program) arrows() (back, on string) {
	if p.words.RTL() {
		return "›", "‹"
	}
	return "‹", "›"
}
