package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/app/settings"
)

// The size of the whole screen is not the window's own.
func TestSizeOfFullScreenIsNotKept(t *testing.T) {
	d := startOn(t, newProjectFile(t, []string{story}, people...))
	d.window.Resize(fyne.NewSize(1111, 777))
	d.remember(func(s *settings.Settings) { s.Width, s.Height = 1000, 600 })
	d.press("F11")
	d.quit()
	kept, err := d.file.Load()
	if err != nil || kept.Width != 1000 || kept.Height != 600 {
		t.Errorf("closed in full screen, the window is %v by %v the next time (%v), want 1000 by 600", kept.Width, kept.Height, err)
	}
	d = startOn(t, newProjectFile(t, []string{story}, people...))
	d.window.Resize(fyne.NewSize(1111, 777))
	d.quit()
	if kept, err := d.file.Load(); err != nil || kept.Width != 1111 || kept.Height != 777 {
		t.Errorf("closed in its frame, the window is %v by %v the next time (%v), want 1111 by 777", kept.Width, kept.Height, err)
	}
}
