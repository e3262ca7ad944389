package app

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestFindGoesFromPlaceToPlace(t *testing.T) {
	d := newTestProgram(t)
	a := d.work()
	d.press("Ctrl+F")
	if d.focused() != fyne.Focusable(a.find.entry) {
		t.Fatalf("after Ctrl+F the keyboard is in a %T", d.focused())
	}
	d.press("التنظيم")
	var seen []int
	for range 3 {
		start, end := a.reader.Selection()
		if got := a.session.Text(start, end); got != "التنظيم" {
			t.Fatalf("selected is %q", got)
		}
		seen = append(seen, start)
		d.press("Enter")
	}
	if seen[0] == seen[1] || seen[0] != seen[2] {
		t.Errorf("Enter leads to %v, want two places in turn", seen)
	}
	if got, want := a.find.count.Text(), d.words.T("find.at", 2, 2); got != want {
		t.Errorf("the bar says %q, want %q", got, want)
	}
	d.press("Up")
	if got, want := a.find.count.Text(), d.words.T("find.at", 1, 2); got != want {
		t.Errorf("after Up the bar says %q, want %q", got, want)
	}
	d.press("Esc")
	if a.find.content.Visible() || d.focused() != fyne.Focusable(a.reader) {
		t.Errorf("Esc leaves the bar (%v) or the keyboard in a %T", a.find.content.Visible(), d.focused())
	}
	// What was found stays selected, ready for a label.
	if start, end := a.reader.Selection(); a.session.Text(start, end) != "التنظيم" {
		t.Error("after Esc the words found are no longer selected")
	}
}

func TestFindSaysWhenNothingIsThere(t *testing.T) {
	d := newTestProgram(t)
	d.press("Ctrl+F")
	d.press("زرافة")
	if got := d.work().find.count.Text(); got != d.words.T("find.none") {
		t.Errorf("the bar says %q", got)
	}
	d.press("Enter") // goes nowhere, and must not fail
}

func TestFindTakesTheSelectedWords(t *testing.T) {
	d := newTestProgram(t)
	d.selectWords("الجسر", 1)
	d.press("Ctrl+F")
	if got := d.work().find.entry.Text(); got != "الجسر" {
		t.Errorf("the field holds %q", got)
	}
}

func TestDigitsInTheFindBarAreNoLabels(t *testing.T) {
	d := newTestProgram(t)
	d.press("Ctrl+F")
	d.press("12")
	if w := d.work().session.Work(); w != nil && len(w.Items) > 0 {
		t.Error("a digit typed in the field has labelled words")
	}
}

func TestClosedFindBarLeavesNoGap(t *testing.T) {
	d := newTestProgram(t)
	a := d.work()
	height := a.reader.Size().Height
	d.press("Ctrl+F")
	if a.reader.Size().Height >= height {
		t.Error("the bar takes no room")
	}
	d.press("Esc")
	if got := a.reader.Size().Height; got != height {
		t.Errorf("after the bar has gone the article is %v high, want %v", got, height)
	}
}
