package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

// eachButton calls f for every button inside an object.
func eachButton(o fyne.CanvasObject, f func(*ui.Button)) {
	switch o := o.(type) {
	case *ui.Button:
		f(o)
	case *fyne.Container:
		for _, child := range o.Objects {
			eachButton(child, f)
		}
	case ui.Parent:
		for _, child := range o.Children() {
			eachButton(child, f)
		}
	}
}

// A button that is only a picture says what it does when the mouse rests on it.
func TestIconButtonsHaveTooltips(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.press("Ctrl+F")
	for _, screen := range []string{"article", "library"} {
		if screen == "library" {
			d.press("Ctrl+L")
		}
		n := 0
		eachButton(d.root, func(b *ui.Button) {
			if n++; b.AccessibilityLabel() == "" {
				t.Errorf("%s: an icon has no tooltip", screen)
			}
		})
		if n < 5 {
			t.Fatalf("%s: only %d buttons were found", screen, n)
		}
	}
	d.frame.undo.MouseIn(nil)
	if d.pass(); d.tips.Shown() != d.words.T("command.undo") {
		t.Errorf("the mouse on undo shows %q", d.tips.Shown())
	}
	if d.press("F1"); d.tips.Shown() != "" {
		t.Errorf("a command leaves %q", d.tips.Shown())
	}
}
