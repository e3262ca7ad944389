package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/model"
)

// wantRule presses F2 and wants the dialog to say some texts; Esc must then
// lead back to where the keyboard was.
func (d *desk) wantRule(where string, texts ...string) {
	d.t.Helper()
	before := d.focused()
	d.press("F2")
	dialog, is := d.window.canvas.Overlays().Top().(*ui.Dialog)
	if !is {
		d.t.Errorf("%s: F2 opens nothing: %q", where, d.notices.Texts())
		return
	}
	said := strings.Join(deepTexts(dialog), "\n")
	for _, text := range texts {
		if text == "" || !strings.Contains(said, text) {
			d.t.Errorf("%s: the rule does not say %q:\n%s", where, text, said)
		}
	}
	d.press("Esc")
	if dialog.Open() || d.focused() != before {
		d.t.Errorf("%s: Esc leads to a %T, dialog open: %v", where, d.focused(), dialog.Open())
	}
}

func TestRuleOfTheField(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	book := d.project.Codebook()
	killed, _ := book.Rule("count_kind", "killed", "en")
	wounded, _ := book.Rule("count_kind", "wounded", "en")
	field, _ := book.FieldRule(model.KindCount, "kind", "en")
	d.focus(d.row("kind").field.focusable())
	d.wantRule("an empty field", field.Name, field.Rule, killed.Name, killed.Definition, wounded.Definition)
	d.pick(d.row("kind").field, "killed")
	d.focus(d.row("kind").field.focusable())
	d.wantRule("a field with a value", field.Rule, killed.Name, killed.Definition, killed.Rule)
	d.focus(d.row("kind").mark)
	d.wantRule("its mark", killed.Rule)
	value, _ := book.FieldRule(model.KindCount, "value", "en")
	d.focus(d.row("value").field.focusable())
	d.wantRule("a typed field", value.Definition)
	relevance := d.work().form.facts.record[0]
	d.focus(relevance.field.focusable())
	relevant, _ := book.Rule("relevance", "relevant", "en")
	d.wantRule("a field of the record", relevant.Name)
	members, _ := book.FieldRule(model.KindEvent, "members", "en")
	d.focus(d.work().form.editor.ties[0].chooser)
	d.wantRule("a tie to events", members.Name)
}

func TestRuleInTheOpenList(t *testing.T) {
	d := newTestProgram(t)
	d.label("4", "كمين")
	c := d.row("code").field.(*chooserField)
	d.focus(c.chooser)
	d.press("s", "i", "e", "g", "e")
	siege, _ := d.project.Codebook().Rule("tactic", "siege", "en")
	d.wantRule("the highlighted code", siege.Name, siege.Definition, siege.Rule)
	if !c.chooser.IsOpen() {
		t.Error("the list is gone")
	}
	d.press("Enter")
	if got := shownValue(c); len(got) != 1 || got[0] != "siege" {
		t.Errorf("after the rule Enter takes %q", got)
	}
}

func TestRuleInTheArticle(t *testing.T) {
	d := newTestProgram(t)
	d.press("F2")
	d.wantNotice(d.words.T("rule.nothing"))
	d.label("4", "كمين")
	d.pick(d.row("code").field, "ambush")
	a := d.work()
	a.open("")
	d.selectWords("كمين")
	ambush, _ := d.project.Codebook().Rule("tactic", "ambush", "en")
	d.wantRule("the item under the caret", ambush.Rule)
	d.press("Ctrl+Shift+L")
	d.selectWords("كمين")
	arabic, _ := d.project.Codebook().Rule("tactic", "ambush", "ar")
	d.wantRule("in Arabic", arabic.Definition, d.words.T("rule.rule"))
	if d.focused() != fyne.Focusable(d.work().reader) {
		t.Errorf("the keyboard is in a %T", d.focused())
	}
}
