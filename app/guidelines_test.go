package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/model"
)

func (d *desk) guidelines() *guidelinesScreen {
	d.t.Helper()
	s, is := d.screen.(*guidelinesScreen)
	if !is {
		d.t.Fatalf("the screen is a %T, want the guidelines", d.screen)
	}
	return s
}

func TestGuidelinesAreWritten(t *testing.T) {
	d := newBoss(t)
	d.press("Ctrl+G")
	s := d.guidelines()
	if said := shownTexts(s.body); len(said) != 1 || said[0] != d.words.T("guidelines.write") {
		t.Errorf("the empty page says %q", said)
	}
	d.press("Enter", "# Rules", "Enter", "Read it all.")
	d.wantMark("saved.pending")
	d.pass() // a pause in typing
	d.wantMark("saved.at")
	if got := d.project.Guidelines(); got != (model.Names{En: "# Rules\nRead it all."}) {
		t.Fatalf("after a pause they are %+v", got)
	}
	d.press(" Twice.", "Esc")
	if got := d.project.Guidelines().En; got != "# Rules\nRead it all. Twice." || d.focused() != fyne.Focusable(s.change) {
		t.Errorf("Esc leaves %q and leads to a %T", got, d.focused())
	}
	if said := shownTexts(s.body); len(said) != 2 || said[0] != "Rules" || said[1] != "Read it all. Twice." {
		t.Errorf("the page reads %q", said)
	}
	s.pages.OnPicked("ar")
	d.focus(s.change)
	d.press("Enter", "نص", "Ctrl+L")
	d.library()
	if got := d.project.Guidelines().Ar; got != "نص" {
		t.Errorf("leaving keeps %q", got)
	}
}

func TestGuidelinesPages(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "",
		"a\nb":                         "a\nb",
		"# h\na":                       "h|a",
		"# h\n\na\n\n\n\nb":            "h|a|b",
		"# g\n# h\n\n#a":               "g|h|#a",
		"a\r\n\r\nb":                   "a|b",
		"\n\n  \n\n":                   "",
		"# " + strings.Repeat("ع", 50): strings.Repeat("ع", 50),
	} {
		d := newDesk(t)
		column := ui.NewColumn(0)
		addProse(column, text, 0, 1)
		if got := strings.Join(shownTexts(column), "|"); got != want {
			d.t.Errorf("%q reads %q, want %q", text, got, want)
		}
	}
}

func TestTimeIsTheSupervisors(t *testing.T) {
	d := newBoss(t)
	d.press("Ctrl+G")
	s := d.guidelines()
	d.focus(s.counts)
	d.press("Enter")
	if d.project.CountsTime() || s.counts.On() {
		t.Error("time is still counted")
	}
	d.press("Enter")
	if !d.project.CountsTime() {
		t.Error("time is not counted again")
	}
}

func TestAnnotatorsOnlyReadTheGuidelines(t *testing.T) {
	d := newTestProgram(t)
	d.press("Ctrl+G")
	s := d.guidelines()
	if !s.change.Hidden || !s.counts.Disabled() {
		t.Error("an annotator may change them")
	}
	s.turn()
	if s.writing {
		t.Error("an annotator writes")
	}
	if said := shownTexts(s.body); len(said) != 1 || said[0] != d.words.T("guidelines.none") {
		t.Errorf("the empty page says %q", said)
	}
	d.press("Ctrl+Shift+L")
	d.guidelines()
	d.press("Ctrl+L")
	d.library()
}
