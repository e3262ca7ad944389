package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/model"
)

func TestWorkList(t *testing.T) {
	path := newProjectFile(t, []string{story}, people...)
	d := startOn(t, path)
	id := d.label("4", "كمين")
	d.pick(d.row("code").field, "ambush")
	d.toStart()
	boss := enterAs(t, path, "boss", model.RoleSupervisor)
	boss.goToCode("tactic", "ambush")
	boss.act("code.merge")
	boss.press("surprise attack", "Enter")
	boss.focus(boss.codes().work)
	boss.press("Enter")
	w := boss.screen.(*workScreen)
	if len(w.stale) != 1 || !w.seen.Disabled() || w.stale[0].Change != model.CodeMerged {
		t.Fatalf("the supervisor's work list is %+v", w.stale)
	}
	boss.press("Esc")
	boss.codes()
	boss.toStart()

	d = enterAs(t, path, "coder", model.RoleAnnotator)
	d.press("Ctrl+Shift+C")
	d.focus(d.codes().work)
	d.press("Enter")
	w = d.screen.(*workScreen)
	if d.focused() != fyne.Focusable(w.list) || len(w.stale) != 1 {
		t.Fatalf("the keyboard is in a %T before %d places", d.focused(), len(w.stale))
	}
	d.press("Enter")
	if a := d.work(); a.active != id || d.focused() != d.row("code").field.focusable() {
		t.Errorf("Enter leads to the card %q and a %T", a.active, d.focused())
	}
	d.press("Ctrl+Shift+C")
	d.focus(d.codes().work)
	d.press("Enter", "Ctrl+Return")
	w = d.screen.(*workScreen)
	if len(w.stale) != 0 {
		t.Errorf("after a look the list holds %+v", w.stale)
	}
	if work, _, err := d.store.Work(firstArticle(d), d.project.Annotator().ID); err != nil || work.Items[id].Meta().Codebook != d.project.Codebook().Ref() {
		t.Errorf("the item was made under %q; %v", work.Items[id].Meta().Codebook, err)
	}
}

func firstArticle(d *desk) string {
	articles, err := d.store.Articles()
	if err != nil || len(articles) == 0 {
		d.t.Fatalf("no articles: %v", err)
	}
	return articles[0].ID
}
