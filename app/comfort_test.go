package app

import (
	"testing"

	"hashiya/app/settings"
	"hashiya/app/ui"
)

func TestSoftAndFocusModeAreKept(t *testing.T) {
	d := newTestProgram(t, "عنوان\n\nوُجدت جثث قرب النهر. ثم عاد الهدوء.")
	d.press("F8", "F9")
	if kept, _ := d.file.Load(); !kept.Soft || !kept.Focus {
		t.Errorf("the settings hold %v and %v", kept.Soft, kept.Focus)
	}
	d.press("F8", "F9")
	if kept, _ := d.file.Load(); kept.Soft || kept.Focus {
		t.Error("the second press does not turn them off")
	}
}

func TestSettingsAreApplied(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("3", "12 عنصراً")
	start, end := d.selectWords("المرصد")
	for name, setting := range map[string]struct {
		change func(*settings.Settings)
		holds  func() bool
	}{
		"high contrast":  {func(s *settings.Settings) { s.HighContrast = true }, func() bool { return d.theme.HighContrast() }},
		"logical arrows": {func(s *settings.Settings) { s.LogicalArrows = true }, func() bool { return d.theme.LogicalArrows() }},
		"Arabic digits":  {func(s *settings.Settings) { s.Digits = settings.DigitsArabic }, func() bool { return d.words.Number(12) == "١٢" }},
		"Latin digits":   {func(s *settings.Settings) { s.Digits = settings.DigitsLatin }, func() bool { return d.words.Number(12) == "12" }},
		"naskh":          {func(s *settings.Settings) { s.Font = settings.FontNaskh }, func() bool { r, _ := d.face(); return r == ui.NaskhFont(ui.Regular) }},
		"dark":           {func(s *settings.Settings) { s.Theme = settings.ThemeDark }, func() bool { return d.theme.Variant() == ui.VariantDark }},
	} {
		d.change(setting.change)
		if !setting.holds() {
			t.Errorf("%s does not hold", name)
		}
		a := d.work()
		if s, e := a.reader.Selection(); a.active != id || s != start || e != end {
			t.Errorf("%s: the open card is %q and %d-%d is selected", name, a.active, s, e)
		}
	}
}

func TestDigitsFollowTheLanguage(t *testing.T) {
	for _, tt := range []struct {
		language string
		digits   settings.Digits
		want     string
	}{
		{"ar", settings.DigitsOfLanguage, "١٢"},
		{"en", settings.DigitsOfLanguage, "12"},
		{"ar", settings.DigitsLatin, "12"},
		{"en", settings.DigitsArabic, "١٢"},
	} {
		texts, err := loadWords(tt.language, tt.digits)
		if err != nil {
			t.Fatal(err)
		}
		if got := texts.Number(12); got != tt.want {
			t.Errorf("%s with %q digits: %s, want %s", tt.language, tt.digits, got, tt.want)
		}
	}
}

// Words that a field cannot keep hold the person there: another look would
// lose them.
func TestRefusedWordsKeepTheLook(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.typeInto(d.row("value").field, "9.9.9")
	d.press("Enter")
	d.press("Ctrl+Shift+L")
	if d.words.Language() != "en" {
		t.Error("the language changed although a field holds what was refused")
	}
}
