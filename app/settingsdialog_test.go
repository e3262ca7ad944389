package app

import (
	"testing"

	"hashiya/app/settings"
	"hashiya/app/ui"
)

// Every line of the settings is reached and changed by the keyboard alone, and
// the dialog stays where it was.
func TestSettingsByKeyboard(t *testing.T) {
	for i, one := range preferences(&program{}) {
		d := newTestProgram(t)
		p := preferences(d.program)[i]
		d.press("Ctrl+,")
		for range i {
			d.press("Tab")
		}
		before := p.get(d.kept)
		d.press("Enter") // the next value
		if after := p.get(d.kept); after == before {
			t.Errorf("%s: Enter leaves it at %q", one.key, before)
		}
		if kept, _ := d.file.Load(); one.key != "language" && p.get(kept) != p.get(d.kept) {
			t.Errorf("%s is not kept", one.key)
		}
		d.dialog()
		switch f := d.focused().(type) {
		case *ui.Switch, *ui.Segmented:
		default:
			t.Errorf("%s: after the change the keyboard is in a %T", one.key, f)
		}
		d.press("Esc")
		if d.window.canvas.Overlays().Top() != nil {
			t.Errorf("%s: Esc leaves the settings open", one.key)
		}
	}
}

func TestSettingsWithoutAProject(t *testing.T) {
	d := newDesk(t)
	d.begin("", "")
	d.press("Ctrl+,")
	d.dialog()
	d.press("Tab", "Tab", "Tab", "Enter")
	if !d.kept.HighContrast || d.kept.Theme != settings.ThemeSystem {
		t.Errorf("high contrast is %v, the theme %q", d.kept.HighContrast, d.kept.Theme)
	}
}
