package app

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hashiya/app/ui"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// held opens a labelled project while somebody else has it open.
func held(t *testing.T) (d *desk, count string) {
	t.Helper()
	path := newProjectFile(t, []string{story}, people...)
	d = startOn(t, path)
	count = d.label("3", "12 عنصراً")
	d.label("1", "المرصد")
	file := d.file
	d.quit()
	other, err := sqlite.Open(path, sqlite.Options{Devices: file, Holder: "سعاد"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { other.Close() })
	return startOn(t, path), count
}

func TestLockedProjectIsShown(t *testing.T) {
	d, count := held(t)
	d.wantNotice("سعاد")
	d.wantMark("saved.readOnly")
	a := d.work()
	if len(a.owner) != 2 {
		t.Errorf("the article shows %d marks, want 2", len(a.owner))
	}
	tapItem(a, count)
	if shown := shownValue(d.row("value").field); len(shown) != 1 || shown[0] != "12" {
		t.Errorf("the number shown is %q", shown)
	}
	if len(a.form.editor.proof.Objects) != 1 {
		t.Error("the words of the count are not listed")
	}
	d.press("Ctrl+L")
	if row := d.library().all[0]; row.Items != 2 {
		t.Errorf("the library shows %d items", row.Items)
	}
}

func TestLockedProjectIsNotEdited(t *testing.T) {
	d, count := held(t)
	a := d.work()
	tapItem(a, count)
	d.moreFields()
	for _, row := range a.form.editor.rows {
		if o := row.field.object().(fyne.Disableable); !o.Disabled() {
			t.Errorf("field %s can be edited", row.model.Name)
		}
	}
	for _, f := range a.form.facts.fields() {
		if !f.object().(fyne.Disableable).Disabled() {
			t.Error("a field of the article can be edited")
		}
	}
	for kind, s := range a.form.sections {
		if !s.add.Disabled() {
			t.Errorf("%s: an item can be added", kind)
		}
	}
	for _, b := range append(a.form.editor.acts, a.submit, d.frame.undo, d.frame.redo) {
		if !b.Disabled() {
			t.Errorf("button %q works", b.Label())
		}
	}
	for _, o := range a.form.editor.proof.Objects {
		if o.(*ui.Chip).OnRemove != nil {
			t.Error("evidence can be removed")
		}
	}
	d.selectWords("التنظيم")
	if a.palette.card.Visible() {
		t.Error("labels are offered")
	}
	before := len(a.session.Work().Items)
	d.press("1", "Delete", "Ctrl+B", "Ctrl+Z", "Ctrl+Y", "Ctrl+Return", "Ctrl+Alt+Left", "Ctrl+I")
	test.Tap(d.row("kind").mark)
	if w := a.session.Work(); len(w.Items) != before || len(w.Spans) != 2 || w.Record.Status != model.InProgress {
		t.Errorf("a key has changed the record: %d items, %d spans", len(w.Items), len(w.Spans))
	}
	d.wantMark("saved.readOnly")
	for _, text := range d.notices.Texts() {
		if strings.Contains(text, "Copy it") {
			t.Errorf("a refusal says %q, where somebody holds the project", text)
		}
	}
}

func TestUnreadableProjects(t *testing.T) {
	d := newDesk(t)
	for name, c := range map[string]struct{ path, key string }{
		"missing":       {filepath.Join(t.TempDir(), "nowhere.hashiya"), "error.notFound"},
		"not a project": {writeText(t, strings.Repeat("نص ", 2000)), "error.notProject"},
	} {
		for d.notices.Dismiss() {
		}
		d.begin(c.path, "coder")
		if _, is := d.screen.(*startScreen); !is || d.store != nil {
			t.Errorf("%s: the screen is a %T", name, d.screen)
		}
		d.wantNotice(d.words.T(c.key, c.path, "", filepath.Base(c.path)))
	}
}

func TestEveryFailureHasASentence(t *testing.T) {
	d := newDesk(t)
	for _, s := range sentences() {
		text := d.message(errors.Join(errors.New("outer"), s.err))
		if text == s.key || strings.Contains(text, "outer") {
			t.Errorf("%v: %q", s.err, text)
		}
	}
}
