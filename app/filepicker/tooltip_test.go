package filepicker

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

// A button that is only a picture says what it does when the mouse rests on it.
func TestIconsHaveTooltips(t *testing.T) {
	runner := ui.InlineRunner()
	var later []func()
	runner.After = func(_ time.Duration, f func()) func() {
		later = append(later, f)
		return func() {}
	}
	s := show(t, Options{Mode: Open, Folder: tree(t, "a.txt"), Runner: runner})
	up := s.panel.body.Objects[1].(*fyne.Container).Objects[0].(*button)
	later = nil
	up.MouseIn(nil)
	for _, f := range later {
		f()
	}
	if got := s.panel.tips.Shown(); got != "file.up" {
		t.Errorf("the mouse on the icon shows %q", got)
	}
	if up.MouseOut(); s.panel.tips.Shown() != "" {
		t.Errorf("without the mouse it shows %q", s.panel.tips.Shown())
	}
}
