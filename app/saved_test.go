package app

import (
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"hashiya/model"
)

func TestMarkFollowsTyping(t *testing.T) {
	d := newTestProgram(t)
	d.wantMark("saved.all")
	d.label("3", "12 عنصراً")
	d.wantMark("saved.at")
	entry := d.row("value").field.(*entryField).entry
	d.focus(entry)
	d.press("3")
	d.wantMark("saved.pending")
	// Another edit is kept while this one waits.
	d.keep(d.work().session.SetRecordField("relevance", "relevant"))
	d.wantMark("saved.pending")
	d.press("Ctrl+S")
	d.wantMark("saved.at")
	d.wantNotice(d.words.T("saved.why"))
	d.press("4", "Backspace")
	d.wantMark("saved.at")
}

// breakStore closes the store underneath, as when the disk is pulled out.
func (d *desk) breakStore() {
	d.t.Helper()
	if err := d.store.Close(); err != nil {
		d.t.Fatal(err)
	}
}

func TestStoreFailure(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("3", "12 عنصراً")
	d.pick(d.row("kind").field, "killed")
	a := d.work()
	d.selectWords("المرصد")
	d.breakStore()
	for name, act := range map[string]func(){
		"label":   func() { d.press("1") },
		"palette": func() { test.Tap(paletteChips(a.palette)[1]) },
		"add":     func() { test.Tap(a.form.sections[model.KindTactic].add) },
		"bind":    func() { test.Tap(d.row("claimed_by").mark) },
		"chooser": func() { d.pick(d.row("kind").field, "wounded") },
		"undo":    func() { d.performID("undo") },
		"delete":  func() { a.remove(id) },
		"submit":  func() { d.submitAnyway() },
	} {
		d.frame.savedNow()
		d.selectWords("المرصد")
		for d.notices.Dismiss() {
		}
		act()
		d.wantMark("saved.not")
		if !d.frame.pending {
			t.Errorf("%s: the mark is red and yet says that nothing waits", name)
		}
		if len(d.notices.Texts()) == 0 {
			t.Errorf("%s: nothing says what happened", name)
		}
		if w := a.session.Work(); len(w.Items) != 1 || len(w.Spans) != 1 || a.session.Submitted() || a.active != id {
			t.Errorf("%s: the screen has changed: %d items, %d spans", name, len(w.Items), len(w.Spans))
		}
		if n := len(a.owner); n != 1 {
			t.Errorf("%s: the article shows %d marks", name, n)
		}
		if shown := shownValue(d.row("kind").field); len(shown) != 1 || shown[0] != "killed" {
			t.Errorf("%s: the field shows %q, the file holds killed", name, shown)
		}
	}
}

func TestFailureIsSaidOnceAndUntilSaved(t *testing.T) {
	d := newTestProgram(t)
	failure := errors.New("no room")
	d.tell("other")
	d.keep(failure)
	d.keep(failure)
	if got, want := d.notices.Texts(), []string{"other", d.message(failure)}; !slices.Equal(got, want) {
		t.Errorf("the notices are %q, want %q", got, want)
	}
	d.keep(nil)
	if got := d.notices.Texts(); !slices.Equal(got, []string{"other"}) {
		t.Errorf("after an edit that was kept the notices are %q", got)
	}
}

func TestTypedTextSurvivesAStoreFailure(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	entry := d.row("value").field.(*entryField).entry
	d.typeInto(d.row("value").field, "13")
	d.breakStore()
	d.press("Enter")
	if entry.Text() != "13" || entry.Error() == "" {
		t.Errorf("the field shows %q with the problem %q", entry.Text(), entry.Error())
	}
	d.wantMark("saved.not")
	// It is not left behind by going elsewhere.
	for _, keys := range []string{"Alt+Right", "Ctrl+L", "Ctrl+O"} {
		d.press(keys)
		d.work()
	}
	d.quit()
	if d.window.closed {
		t.Error("the window closes over text that is not in the file")
	}
	if d.window.canvas.Overlays().Top() == nil {
		t.Error("nothing asks what to do with it")
	}
	d.press("Esc")
	d.focus(entry)
	d.press("Esc")
	if entry.Text() != "12" {
		t.Errorf("after Esc the field shows %q", entry.Text())
	}
	d.wantMark("saved.at")
}

func TestLeavingKeepsWhatIsTyped(t *testing.T) {
	for _, keys := range []string{"Ctrl+L", "Alt+Right", "Ctrl+Return", "Ctrl+O"} {
		path := newProjectFile(t, []string{story, "خبر آخر\n\nلا شيء فيه."}, people...)
		d := startOn(t, path)
		id := d.work().session.Article().ID
		d.label("3", "12 عنصراً")
		store := d.store
		d.typeInto(d.work().form.facts.record[1].field, "ملاحظة")
		if keys == "Ctrl+O" {
			d.press(keys)
			if d.store != nil {
				t.Fatal("the project is still open")
			}
			d.open(path)
			store = d.store
		} else {
			d.press(keys)
		}
		w, _, err := store.Work(id, d.project.Annotator().ID)
		if err != nil || w.Record.Note != "ملاحظة" {
			t.Errorf("%s: the note in the file is %q, %v", keys, w.Record.Note, err)
		}
	}
}

func TestMarkIsNewWithAProject(t *testing.T) {
	d := newTestProgram(t)
	d.frame.unsaved()
	d.press("Ctrl+O")
	d.begin(d.kept.Recent[0], "coder")
	d.wantMark("saved.all")
	if d.frame.pending {
		t.Error("a failure in one project is shown in the next")
	}
}

// Esc leads back to the article; what was typed in free text goes into the file.
func TestEscKeepsANote(t *testing.T) {
	d := newTestProgram(t)
	d.typeInto(d.work().form.facts.record[1].field, "ملاحظة طويلة")
	d.press("Esc")
	if got := d.stored().Record.Note; got != "ملاحظة طويلة" {
		t.Errorf("the file holds the note %q", got)
	}
	d.wantMark("saved.at")
}
