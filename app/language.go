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

// loadWords reads the texts of a language. Without a choice of digits the
// Arabic interface counts in Arabic-Indic ones.
func loadWords(language string, digits settings.Digits) (*words.Words, error) {
	texts, err := words.Load(assets.Translations(), language)
	if err != nil {
		return nil, err
	}
	if digits == settings.DigitsArabic || (digits == settings.DigitsOfLanguage && texts.RTL()) {
		texts.SetDigits(words.ArabicIndic)
	}
	return texts, nil
}

// switchLanguage goes from one language of the interface to the other.
func (p *program) switchLanguage() {
	next := otherLanguage(p.words.Language())
	p.change(func(s *settings.Settings) { s.Language = next })
}

func otherLanguage(language string) string {
	if language == "ar" {
		return "en"
	}
	return "ar"
}

// arrows point back and on in the direction of reading.
func (p *program) arrows() (back, on string) {
	if p.words.RTL() {
		return "›", "‹"
	}
	return "‹", "›"
}
