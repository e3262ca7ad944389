package app

import (
	"testing"

	"hashiya/app/ui"
)

// The language changes in the open window; the article, its record and what is
// said of both stay.
func TestLanguageIsSwitched(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	article, items := d.work().session.Article().ID, len(d.work().session.Work().Items)
	d.press("Ctrl+Shift+L")
	if d.words.Language() != "ar" || !ui.InterfaceRTL() {
		t.Fatalf("the language is %q, right to left %v", d.words.Language(), ui.InterfaceRTL())
	}
	if d.work().session.Article().ID != article || len(d.work().session.Work().Items) != items {
		t.Error("the article or its record has changed with the language")
	}
	d.wantMark("saved.at")
	if kept, _ := d.settings.Load(); kept.Language != "ar" {
		t.Errorf("the settings keep %q", kept.Language)
	}
	back, on := d.arrows()
	d.press("Ctrl+Shift+L")
	if d.words.Language() != "en" || ui.InterfaceRTL() {
		t.Error("the way back to English is missing")
	}
	if b, o := d.arrows(); b != on || o != back {
		t.Errorf("arrows %s %s in Arabic, %s %s in English", back, on, b, o)
	}
}

func TestLanguageOfTheSystem(t *testing.T) {
	for _, tt := range []struct{ chosen, all, lang, want string }{
		{"", "", "ar_SY.UTF-8", "ar"},
		{"", "", "en_GB.UTF-8", "en"},
		{"", "C", "ar_SY.UTF-8", "en"},
		{"", "", "", "en"},
		{"en", "", "ar_SY.UTF-8", "en"},
		{"ar", "", "", "ar"},
	} {
		t.Setenv("LC_ALL", tt.all)
		t.Setenv("LC_MESSAGES", "")
		t.Setenv("LANG", tt.lang)
		if got := languageOr(tt.chosen); got != tt.want {
			t.Errorf("chosen %q, LC_ALL %q, LANG %q: %q, want %q", tt.chosen, tt.all, tt.lang, got, tt.want)
		}
	}
}
