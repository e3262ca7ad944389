package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hashiya/model"
)

func TestSubmitLocksAndGoesOn(t *testing.T) {
	d := newShelf(t)
	d.library().openRow(0)
	first := d.work().session.Article().ID
	d.label("1", "أحمد")
	d.submitAnyway()
	if d.work().session.Article().Title != "الثاني" {
		t.Errorf("after submitting the article is %q", d.work().session.Article().Title)
	}
	w, _, err := d.store.Work(first, d.project.Annotator().ID)
	if err != nil || w.Record.Status != model.Submitted {
		t.Fatalf("the record is %q, %v", w.Record.Status, err)
	}
	d.press("Alt+Left")
	a := d.work()
	if a.submit.Label() != d.words.T("command.reopen") || a.submit.Disabled() {
		t.Errorf("the button says %q", a.submit.Label())
	}
	for id := range w.Items {
		a.open(id)
	}
	for _, row := range a.form.editor.rows {
		if !row.field.object().(fyne.Disableable).Disabled() {
			t.Errorf("field %s of a submitted record can be edited", row.model.Name)
		}
	}
	d.selectWords("أحمد")
	d.press("2")
	d.wantNotice(d.words.T("error.submitted"))
	if n := len(d.stored().Items); n != 1 {
		t.Errorf("a submitted record was changed: %d items", n)
	}
	// What all annotators share is not part of the record.
	if d.work().form.facts.article[0].field.object().(fyne.Disableable).Disabled() {
		t.Error("the outlet of the article is locked with the record")
	}
	test.Tap(a.submit)
	if d.stored().Record.Status != model.InProgress || a.submit.Label() != d.words.T("command.submit") {
		t.Errorf("after reopening the record is %q", d.stored().Record.Status)
	}
	if a.form.editor.rows[0].field.object().(fyne.Disableable).Disabled() {
		t.Error("a reopened record cannot be edited")
	}
	d.label("2", "القرية")
	if n := len(d.stored().Items); n != 2 {
		t.Errorf("a reopened record has %d items", n)
	}
}

func TestSubmittingTheLastStays(t *testing.T) {
	d := newShelf(t)
	d.library().openRow(3)
	d.press("Ctrl+Return")
	if !d.work().session.Submitted() || d.work().session.Article().Title != "الرابع" {
		t.Errorf("the article is %q", d.work().session.Article().Title)
	}
	d.wantNotice(d.words.T("submitted"))
}

// A record is not locked over a value that was refused and is still shown.
func TestSubmitWaitsForARefusedField(t *testing.T) {
	d := newTestProgram(t)
	d.label("5", "10 أكتوبر 2018")
	d.typeInto(d.row("start").field, "غداً")
	d.press("Ctrl+Return")
	if d.work().session.Submitted() {
		t.Error("the record is locked")
	}
	d.wantMark("saved.not")
}

// submitAnyway submits a record that has problems.
func (d *desk) submitAnyway() {
	d.t.Helper()
	d.press("Ctrl+Return")
	if !d.dialog().Press(d.words.T("problems.submit")) {
		d.t.Error("the question about problems has no answer that submits")
	}
}

func TestSubmittingWithProblemsAsks(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	n := len(d.work().session.Problems())
	if got := d.work().notes.Label(); n == 0 || got != d.words.N("problems.count", n) {
		t.Errorf("%d problems, the status bar says %q", n, got)
	}
	d.press("Ctrl+Return", "Esc")
	if d.stored().Record.Status != model.InProgress {
		t.Error("Esc submits")
	}
	d.press("Ctrl+Return", "Enter") // the list of problems
	d.finder()
	d.press("Esc")
	d.submitAnyway()
	if d.stored().Record.Status != model.Submitted {
		t.Error("the record is not submitted")
	}
}

// Every problem leads to a field of the card it is about.
func TestProblemsLeadToTheirFields(t *testing.T) {
	d := newTestProgram(t)
	count := d.label("3", "12 عنصراً")
	d.press("Ctrl+M")
	d.label("1", "المرصد")
	for i, p := range d.work().session.Problems() {
		d.focus(d.work().reader)
		d.press("F7")
		for range i {
			d.press("Down")
		}
		d.press("Enter")
		if d.focused() == fyne.Focusable(d.work().reader) || d.focused() == nil {
			t.Errorf("%s of %q leads to a %T", p.Kind, p.Field, d.focused())
		}
		if p.Item == count && d.work().active != count {
			t.Errorf("%s does not open its card", p.Kind)
		}
	}
}
