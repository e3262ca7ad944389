package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"hashiya/model"
)

// snapshot is what the file holds of the article on the screen, without ids of
// edits or times.
func (d *desk) snapshot() string {
	d.t.Helper()
	w := d.stored()
	var all []string
	for id, item := range w.Items {
		line := id + string(item.Kind())
		for _, f := range allFields(item.Kind()) {
			for _, v := range f.Get(item) {
				line += " " + f.Name + "=" + v
			}
		}
		all = append(all, line)
	}
	for id, s := range w.Spans {
		all = append(all, id+s.Item+s.Field+s.Text)
	}
	all = append(all, w.Record.Relevance, string(w.Record.Status))
	slices.Sort(all)
	return joinLines(all)
}

func TestUndoAndRedoAcrossARestart(t *testing.T) {
	path := newProjectFile(t, []string{story}, people...)
	d := startOn(t, path)
	var states []string
	keep := func() { states = append(states, d.snapshot()) }
	keep()
	id := d.label("3", "12 عنصراً")
	keep()
	d.pick(d.row("kind").field, "killed")
	keep()
	d.selectWords("المرصد")
	test.Tap(d.row("claimed_by").mark)
	keep()
	d.typeInto(d.row("value").field, "13")
	d.press("Enter")
	keep()
	d.pick(d.work().form.facts.record[0].field, "relevant")
	keep()
	d.focus(d.work().reader)

	d = restart(t, d, path)
	back := func(keys string, to int) {
		t.Helper()
		d.press(keys)
		if got := d.snapshot(); got != states[to] {
			t.Fatalf("%s leads to\n%s\nwant state %d\n%s", keys, got, to, states[to])
		}
		d.wantMark("saved.at")
	}
	for i := len(states) - 2; i >= 2; i-- {
		back("Ctrl+Z", i)
	}
	d = restart(t, d, path)
	back("Ctrl+Z", 1)
	back("Ctrl+Z", 0)
	if !d.frame.undo.Disabled() || d.frame.redo.Disabled() {
		t.Error("the buttons do not follow what can be undone")
	}
	for i, keys := range []string{"Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Y"} {
		back(keys, i+1)
		if i == 0 && d.work().session.Item(id) == nil {
			t.Error("redo makes another item")
		}
	}
	d.press("Ctrl+Y")
	d.wantNotice(d.words.T("error.nothingToRedo"))
}

// restart closes the program and opens the project and article again.
func restart(t *testing.T, d *desk, path string) *desk {
	t.Helper()
	d.quit()
	if !d.window.closed {
		t.Fatal("the window does not close")
	}
	return startOn(t, path)
}

func TestUndoBringsTheSelectionBack(t *testing.T) {
	d := newTestProgram(t)
	start, end := d.selectWords("12 عنصراً")
	d.press("3")
	a := d.work()
	a.reader.Select(0, 0)
	a.selected(0, 0)
	d.press("Ctrl+Z")
	if s, e := a.reader.Selection(); s != start || e != end {
		t.Errorf("the selection is %d-%d, want %d-%d", s, e, start, end)
	}
	if a.active != "" || a.form.editor != nil || len(a.spans) != 0 {
		t.Error("what was undone is still on the screen")
	}
}

func TestUndoInAFieldIsTheFieldsOwn(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("3", "12 عنصراً")
	entry := d.row("value").field.(*entryField).entry
	d.focus(entry)
	d.press("3")
	if entry.Text() != "123" {
		t.Fatalf("the field shows %q", entry.Text())
	}
	d.press("Ctrl+Z")
	if entry.Text() != "12" || d.work().session.Item(id) == nil {
		t.Errorf("the field shows %q, and the item is %v", entry.Text(), d.work().session.Item(id))
	}
	d.wantMark("saved.at")
}

// Undo from a field whose item goes must not leave the keyboard in it.
func TestUndoOfTheOpenCard(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.focus(d.row("value").field.focusable())
	d.press("Ctrl+Z")
	if n := len(d.stored().Items); n != 0 {
		t.Fatalf("%d items are left", n)
	}
	if d.focused() != d.work().reader {
		t.Errorf("the keyboard is in a %T that is gone", d.focused())
	}
}

func TestButtonsUndo(t *testing.T) {
	d := newTestProgram(t)
	d.label("1", "المرصد")
	// What is typed and not kept is kept first, then taken back.
	d.typeInto(d.work().form.facts.article[0].field, "وكالة")
	test.Tap(d.frame.undo)
	a, _, _ := d.store.Article(d.work().session.Article().ID)
	if a.Outlet != "" || len(d.stored().Items) != 1 {
		t.Errorf("outlet %q, %d items", a.Outlet, len(d.stored().Items))
	}
	test.Tap(d.frame.undo)
	test.Tap(d.frame.redo)
	test.Tap(d.frame.redo)
	a, _, _ = d.store.Article(a.ID)
	if a.Outlet != "وكالة" || len(d.stored().Items) != 1 {
		t.Errorf("after redo: outlet %q, %d items", a.Outlet, len(d.stored().Items))
	}
}

func TestDeleteWithKeys(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("1", "المرصد")
	d.label("3", "12 عنصراً")
	start, _ := d.selectWords("المرصد")
	a := d.work()
	a.reader.Select(start+2, start+2)
	d.press("Delete")
	if w := d.stored(); w.Items[id] != nil || len(w.Items) != 1 {
		t.Errorf("the file holds %v", w.Items)
	}
	if w := d.stored(); len(w.Spans) != 1 || model.Kind("count") != a.session.Item(a.active).Kind() {
		t.Error("the other item, or its open card, went too")
	}
	d.press("Ctrl+Z")
	if d.stored().Items[id] == nil {
		t.Error("undo does not bring the item back")
	}
}
