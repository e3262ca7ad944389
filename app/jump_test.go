package app

import (
	"slices"
	"strings"
	"testing"

	"hashiya/app/ui"
)

func (d *desk) finder() *ui.Finder {
	d.t.Helper()
	f, is := d.window.canvas.Overlays().Top().(*ui.Finder)
	if !is {
		d.t.Fatalf("over the window is a %T, want the finder", d.window.canvas.Overlays().Top())
	}
	return f
}

func TestFinderListsEveryCommand(t *testing.T) {
	d := newTestProgram(t)
	d.press("Ctrl+K")
	found := d.finder().Found()
	for _, c := range commands() {
		if has := slices.Contains(found, jumpCommand+string(c.id)); has == (c.id == "commands") {
			t.Errorf("%s is listed: %v", c.id, has)
		}
	}
	d.press("Esc")
	if d.window.canvas.Overlays().Top() != nil {
		t.Error("Esc leaves the finder open")
	}
}

func TestFinderRunsCommandsByNameInBothLanguages(t *testing.T) {
	for _, name := range []string{"Articles", "كل المقالات"} {
		d := newTestProgram(t)
		d.press("Ctrl+K")
		d.press(name)
		if found := d.finder().Found(); len(found) == 0 || found[0] != jumpCommand+"library" {
			t.Fatalf("%q finds %q first", name, found)
		}
		d.press("Enter")
		d.library()
	}
}

func TestFinderGoesToArticles(t *testing.T) {
	d := newTestProgram(t, story, "عنوان المقال الآخر\n\nنص قصير.")
	first := d.work().session.Article().ID
	d.press("Ctrl+K")
	d.press("المقال الاخر")
	if found := d.finder().Found(); len(found) == 0 || !strings.HasPrefix(found[0], jumpArticle) {
		t.Fatalf("found %q", found)
	}
	d.press("Enter")
	if d.work().session.Article().ID == first {
		t.Error("the finder stays at the same article")
	}
}

func TestFinderPutsWhatWasUsedFirst(t *testing.T) {
	d := newTestProgram(t)
	d.press("Ctrl+=", "Ctrl+K")
	if found := d.finder().Found(); found[0] != jumpCommand+"zoomIn" {
		t.Errorf("%q is first, want what was used last", found[0])
	}
}

func TestFinderWithoutAProject(t *testing.T) {
	d := newDesk(t)
	d.begin("", "coder")
	d.press("Ctrl+K")
	for _, key := range d.finder().Found() {
		if slices.Contains([]string{"import", "export", "undo", "library"}, strings.TrimPrefix(key, jumpCommand)) {
			t.Errorf("%s is offered without a project", key)
		}
	}
}
