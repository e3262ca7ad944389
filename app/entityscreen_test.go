package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/model"
)

func (d *desk) entities() *entityScreen {
	d.t.Helper()
	s, is := d.screen.(*entityScreen)
	if !is {
		d.t.Fatalf("the screen is a %T, want the entities", d.screen)
	}
	return s
}

// goToEntity shows the entities with one at hand that goes by a name.
func (d *desk) goToEntity(name string) model.Entity {
	d.t.Helper()
	if _, there := d.screen.(*entityScreen); !there {
		d.press("Ctrl+Shift+E")
	}
	d.press("Ctrl+F")
	d.shortcut(&fyne.ShortcutSelectAll{})
	d.press("Backspace", name, "Enter")
	s := d.entities()
	if len(s.rows) == 0 || d.focused() != fyne.Focusable(s.list) {
		d.t.Fatalf("%q leads to %d entities and a %T", name, len(s.rows), d.focused())
	}
	return d.shownEntity()
}

func (d *desk) shownEntity() model.Entity {
	e, _ := d.project.Entities().ByID(d.entities().id)
	return e
}

func TestEntitiesAreEditedByKeyboard(t *testing.T) {
	d := newBoss(t)
	d.goToEntity("التنظيم")
	d.press("Enter", "The group", "Enter")
	s := d.entities()
	if e := d.shownEntity(); e.NameEn != "The group" || e.NameAr != "التنظيم" {
		t.Fatalf("the entity is %+v", e)
	}
	d.wantMark("saved.at")
	for i, want := range map[int]string{2: "داعش", 3: "the_group", 4: "34.5", 5: "40.25", 6: "P1"} {
		d.focus(s.form.texts[i].entry)
		d.shortcut(&fyne.ShortcutSelectAll{})
		d.press(want, "Tab")
		if got := s.form.gets[i](d.shownEntity()); got != want {
			t.Errorf("text %d is %q, want %q: %q", i, got, want, s.form.texts[i].entry.Error())
		}
	}
	d.focus(s.form.parent)
	d.press("القوات", "Enter")
	parent, _ := d.project.Entities().ByKey("القوات")
	if e := d.shownEntity(); e.Parent == "" || e.Parent != parent.ID && parent.ID != "" {
		t.Errorf("the parent is %q", e.Parent)
	}
	d.focus(s.form.kind)
	d.press("state forces", "Enter")
	if e := d.shownEntity(); e.Type != "state_forces" {
		t.Errorf("the type is %q", e.Type)
	}
	d.press("Ctrl+Z")
	if e := d.shownEntity(); e.Type == "state_forces" || e.Parent == "" {
		t.Errorf("undone it is %+v", e)
	}
	d.press("Ctrl+Y", "Esc")
	if e := d.shownEntity(); e.Type != "state_forces" || d.focused() != fyne.Focusable(s.list) {
		t.Errorf("redone it is %+v, the keyboard in a %T", e, d.focused())
	}
	if found := d.project.Entities().ByName("داعش"); len(found) != 1 {
		t.Errorf("by its alias there are %+v", found)
	}
}

func TestRefusedEntityValues(t *testing.T) {
	d := newBoss(t)
	d.goToEntity("الجسر")
	s := d.entities()
	for i, bad := range map[int]string{0: "", 3: "a b", 4: "95", 5: "x"} {
		box := s.form.texts[i]
		d.focus(box.entry)
		d.shortcut(&fyne.ShortcutSelectAll{})
		d.press("Backspace", bad, "Enter")
		if i != 0 && box.entry.Text() != bad || box.entry.Error() == "" {
			t.Errorf("text %d shows %q with %q", i, box.entry.Text(), box.entry.Error())
		}
		d.press("Ctrl+L")
		d.entities()
		d.focus(box.entry)
		d.press("Esc")
	}
	if e := d.shownEntity(); e.NameAr != "الجسر" || e.Lat != "" {
		t.Errorf("the entity is %+v", e)
	}
	d.press("Ctrl+L")
	d.library()
}

func TestEntityMergeAndUndo(t *testing.T) {
	d := newBoss(t)
	from := d.goToEntity("القوات")
	s := d.entities()
	d.focus(s.form.merge)
	d.press("Enter", "التنظيم", "Enter")
	live, _ := d.project.Entities().ByID(from.ID)
	if live.NameAr != "التنظيم" || d.shownEntity().ID != live.ID || len(s.rows) != 3 {
		t.Fatalf("%+v stands for it, %d rows", live, len(s.rows))
	}
	d.press("Ctrl+Z")
	if live, _ := d.project.Entities().ByID(from.ID); live.ID != from.ID || len(s.rows) != 4 {
		t.Errorf("undone, %+v stands for it", live)
	}
	// An actor and a place are not one.
	d.goToEntity("الجسر")
	d.focus(s.form.merge)
	d.press("Enter", "القوات", "Enter")
	if len(d.project.Entities().All()) != 4 {
		t.Error("a place is merged into an actor")
	}
}

func TestEntityFilterAndMentions(t *testing.T) {
	d := newTestProgram(t)
	d.label("1", "المرصد")
	d.press("Ctrl+Shift+E")
	s := d.entities()
	if first := s.rows[0]; first.NameAr != "المرصد" || s.list.lines[0].number != "1" || s.list.lines[1].number != "" {
		t.Errorf("the first is %+v with %+v", first, s.list.lines)
	}
	for _, step := range []struct {
		query string
		want  int
	}{{"تنظيم", 1}, {"زرافة", 0}, {"جِسر", 1}, {"ال", 4}, {"", 4}} {
		s.filter.SetText(step.query)
		s.look(step.query)
		if len(s.rows) != step.want {
			t.Errorf("%q finds %d", step.query, len(s.rows))
		}
	}
	if !s.form.merge.Hidden {
		t.Error("an annotator is offered to merge")
	}
	s.askAdd()
	d.press("وكالة", "Enter")
	if e := d.shownEntity(); e.NameAr != "وكالة" || d.focused() != s.form.first() {
		t.Errorf("the new one is %+v, the keyboard in a %T", e, d.focused())
	}
	d.press("Ctrl+Z")
	if len(s.rows) != 4 {
		t.Errorf("undone there are %d", len(s.rows))
	}
	d.press("Ctrl+Shift+L")
	d.entities()
}

func TestTabVisitsTheEntities(t *testing.T) {
	d := newBoss(t)
	d.press("Ctrl+Shift+E")
	s := d.entities()
	want := map[fyne.Focusable]string{s.filter: "filter", s.form.merge: "merge", s.form.kind: "type", s.form.parent: "parent"}
	for i, box := range s.form.texts {
		want[box.entry] = "box " + string(rune('a'+i))
	}
	for range 100 {
		d.press("Tab")
		delete(want, d.focused())
		if d.focused() == fyne.Focusable(s.list) {
			break
		}
	}
	if len(want) > 0 {
		t.Errorf("Tab does not reach %v", want)
	}
}
