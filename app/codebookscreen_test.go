package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hashiya/app/ui"
	"hashiya/model"
)

// newBoss opens a project of one article as its supervisor; coder has labelled
// a tactic of the article as an ambush.
func newBoss(t testing.TB) *desk {
	t.Helper()
	path := newProjectFile(t, []string{story}, people...)
	d := startOn(t, path)
	d.label("4", "كمين")
	d.pick(d.row("code").field, "ambush")
	d.toStart()
	return enterAs(t, path, "boss", model.RoleSupervisor)
}

// enterAs starts the program on a project as somebody new in it.
func enterAs(t testing.TB, path, name string, role model.Role) *desk {
	t.Helper()
	d := newDesk(t)
	d.kept.Role = string(role)
	d.begin(path, name)
	if d.project == nil {
		t.Fatalf("the project is not open: %q", d.notices.Texts())
	}
	return d
}

func (d *desk) codes() *codebookScreen {
	d.t.Helper()
	s, is := d.screen.(*codebookScreen)
	if !is {
		d.t.Fatalf("the screen is a %T, want the codebook", d.screen)
	}
	return s
}

// goToCode shows the codebook with a code at hand, the keyboard in the list.
func (d *desk) goToCode(list, key string) {
	d.t.Helper()
	d.press("Ctrl+Shift+C")
	s := d.codes()
	s.pick(list)
	for range s.rows {
		if s.key == key {
			return
		}
		d.press("Down")
	}
	if s.key != key {
		d.t.Fatalf("no way leads to %q of %q", key, list)
	}
}

// act takes an action of the form by the keyboard.
func (d *desk) act(key string) {
	d.t.Helper()
	for _, o := range d.codes().form.actions.Objects {
		if b := o.(*ui.Button); b.Label() == d.words.T(key) {
			d.focus(b)
			d.press("Enter")
			return
		}
	}
	d.t.Fatalf("the form does not offer %q", key)
}

func (d *desk) entry(list, key string) model.Code {
	d.t.Helper()
	code, _ := d.project.Codebook().Entry(list, key)
	return code
}

func TestCodebookIsEditedByKeyboard(t *testing.T) {
	d := newBoss(t)
	d.goToCode("tactic", "ambush")
	version := d.project.Codebook().Version
	d.press("Enter")
	d.shortcut(&fyne.ShortcutSelectAll{})
	d.press("Backspace", "trap")
	d.wantMark("saved.pending")
	d.press("Enter")
	d.wantMark("saved.at")
	if got := d.entry("tactic", "ambush"); got.Names.En != "trap" || got.Names.Ar == "" || len(got.Cues) == 0 {
		t.Fatalf("the code is %+v", got)
	}
	if now := d.project.Codebook().Version; now != version+1 {
		t.Errorf("one word made version %d of %d", now, version)
	}
	d.press("Esc")
	if d.focused() != fyne.Focusable(d.codes().list) {
		t.Errorf("Esc leads to a %T", d.focused())
	}
	d.press("Ctrl+Z")
	if got := d.entry("tactic", "ambush").Names.En; got != "ambush" || d.codes().key != "ambush" {
		t.Errorf("undone it is called %q, and %q is at hand", got, d.codes().key)
	}
	d.press("Ctrl+Y")
	if got := d.entry("tactic", "ambush").Names.En; got != "trap" {
		t.Errorf("redone it is called %q", got)
	}
}

func TestEveryTextOfACode(t *testing.T) {
	d := newBoss(t)
	d.goToCode("tactic", "ambush")
	f := d.codes().form
	for i, text := range f.texts {
		d.focus(text.box.entry)
		d.shortcut(&fyne.ShortcutSelectAll{})
		want := "text" + string(rune('a'+i))
		if text.get(model.Code{Colour: "#123456"}) != "" {
			want = "#123456"
		}
		d.press(want, "Tab")
		if got := text.get(d.entry("tactic", "ambush")); got != want {
			t.Errorf("text %d is %q in the file, want %q: %q", i, got, want, text.box.entry.Error())
		}
	}
	for _, pairs := range f.pairs {
		n := len(*pairs.list(&f.code))
		d.focus(pairs.en[n].entry)
		d.press("one more", "Tab")
		now := d.entry("tactic", "ambush")
		if list := *pairs.list(&now); len(list) != n+1 || list[n].En != "one more" {
			t.Errorf("%s are %+v", pairs.key, list)
		}
		d.focus(pairs.en[n].entry)
		d.shortcut(&fyne.ShortcutSelectAll{})
		d.press("Backspace", "Tab")
		now = d.entry("tactic", "ambush")
		if list := *pairs.list(&now); len(list) != n {
			t.Errorf("emptied, %s are %+v", pairs.key, list)
		}
	}
}

// A value that is refused stays where it was typed, and holds the person there.
func TestRefusedColour(t *testing.T) {
	d := newBoss(t)
	d.goToCode("tactic", "ambush")
	f := d.codes().form
	i := slices.IndexFunc(f.texts, func(text *codeText) bool { return text.get(model.Code{Colour: "x"}) == "x" })
	box := f.texts[i].box
	d.focus(box.entry)
	d.press("red", "Enter")
	if box.entry.Text() != "red" || !strings.Contains(box.entry.Error(), "#rrggbb") {
		t.Errorf("the field shows %q with %q", box.entry.Text(), box.entry.Error())
	}
	d.wantMark("saved.not")
	for _, keys := range []string{"Ctrl+L", "Ctrl+Shift+E", "Ctrl+G", "Ctrl+Shift+L"} {
		d.press(keys)
		d.codes()
	}
	d.focus(d.codes().list)
	d.press("Down")
	if d.codes().key != "ambush" || box.entry.Text() != "red" {
		t.Errorf("%q is at hand and the field shows %q", d.codes().key, box.entry.Text())
	}
	d.focus(box.entry)
	d.press("Esc", "Ctrl+L")
	d.library()
}

func TestMovingIsOneEdit(t *testing.T) {
	d := newBoss(t)
	d.goToCode("tactic", "air_strike")
	s := d.codes()
	version := d.project.Codebook().Version
	at := s.list.current
	d.press("Alt+Down", "Alt+Down")
	if d.project.Codebook().Version != version || s.list.current != at+2 {
		t.Fatalf("carried to %d from %d, and the version is %d", s.list.current, at, d.project.Codebook().Version)
	}
	s.list.KeyUp(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
	if d.project.Codebook().Version != version+1 || s.key != "air_strike" || s.list.current != at+2 {
		t.Errorf("let go at %d of version %d with %q at hand", s.list.current, d.project.Codebook().Version, s.key)
	}
	d.press("Ctrl+Z")
	if s.list.current != at || s.key != "air_strike" {
		t.Errorf("undone, %q is at %d", s.key, s.list.current)
	}
	// Past the head of the next family it becomes one of that.
	for range s.rows {
		d.press("Alt+Down")
	}
	s.list.FocusLost()
	if family := d.entry("tactic", "air_strike").Family; family == "remote" || d.project.Codebook().Version != version+3 {
		t.Errorf("the family is %q in version %d", family, d.project.Codebook().Version)
	}
	d.act("code.up")
	if b, is := d.focused().(*ui.Button); !is || b.Label() != d.words.T("code.up") {
		t.Errorf("after the button the keyboard is in a %T", d.focused())
	}
	if d.project.Codebook().Version != version+4 {
		t.Error("the button is not one edit")
	}
}

func TestMergeSplitRetire(t *testing.T) {
	d := newBoss(t)
	d.goToCode("tactic", "ambush")
	d.act("code.merge")
	d.press("surprise attack", "Enter")
	if got := d.entry("tactic", "ambush").MergedInto; got != "surprise_attack" {
		t.Fatalf("it is merged into %q", got)
	}
	d.wantNotice(d.words.N("codebook.users", 1))
	s := d.codes()
	if line := s.list.lines[s.list.current]; !line.faint || !strings.Contains(line.label, d.words.T("code.merged")) || line.number != "1" {
		t.Errorf("the list shows %+v", line)
	}
	d.act("code.restore")
	if d.focused() != fyne.Focusable(s.list) {
		t.Errorf("after an action that went the keyboard is in a %T", d.focused())
	}
	d.act("code.retire")
	if got := d.entry("tactic", "ambush"); !got.Retired || got.MergedInto != "" {
		t.Errorf("retired it is %+v", got)
	}
	d.act("code.restore")
	d.act("code.splitUp")
	d.press("deep trap", "Enter", "surprise attack", "Enter")
	if !d.dialog().Press(d.words.T("code.split.do")) {
		t.Fatal("nothing splits")
	}
	if got := d.entry("tactic", "ambush").SplitInto; !slices.Equal(got, []string{"deep_trap", "surprise_attack"}) {
		t.Errorf("it is split into %q", got)
	}
	if got := d.entry("tactic", "deep_trap"); got.Names.En != "deep trap" || got.Family != d.entry("tactic", "ambush").Family {
		t.Errorf("the new part is %+v", got)
	}
	for range 5 {
		d.press("Ctrl+Z")
	}
	if got := d.entry("tactic", "ambush"); !got.Offered() {
		t.Errorf("all undone it is %+v", got)
	}
}

func TestNewCode(t *testing.T) {
	d := newBoss(t)
	d.goToCode("tactic", "ambush")
	d.codes().askAdd()
	d.press("حيلة", "Tab", "Clever trick", "Enter")
	got := d.entry("tactic", "clever_trick")
	if got.Names != (model.Names{Ar: "حيلة", En: "Clever trick"}) || got.Family != "combat" || d.codes().key != "clever_trick" {
		t.Fatalf("the code is %+v, %q is at hand", got, d.codes().key)
	}
	d.press("what it is", "Tab")
	if d.entry("tactic", "clever_trick").Definition == (model.Names{}) {
		t.Error("the keyboard is not in the definition")
	}
	// A key that is taken is asked for again, with the reason.
	d.codes().askAdd()
	d.press("حيلة", "Tab", "x", "Tab", "ambush", "Enter")
	d.dialog()
	d.press("Esc")
	if len(d.project.Codebook().Lists["tactic"]) != 40 {
		t.Errorf("there are %d tactics", len(d.project.Codebook().Lists["tactic"]))
	}
}

func TestFieldsOfAKind(t *testing.T) {
	d := newBoss(t)
	d.goToCode(fieldsOf+"count", "by")
	f := d.codes().form
	d.focus(f.needed)
	d.press("Enter")
	if fields, _ := d.project.Codebook().Required(model.KindCount); !slices.Contains(fields, "by") {
		t.Errorf("required are %q", fields)
	}
	d.focus(f.needed)
	d.press("Enter")
	d.focus(f.shown)
	d.press("Enter")
	if d.project.Codebook().Shows(model.KindCount, "by") {
		t.Error("the field is still shown")
	}
	d.focus(f.first())
	d.press("!", "Enter")
	if g, _ := d.project.Codebook().FieldGuide(model.KindCount, "by"); !strings.HasSuffix(g.Names.En, "!") || !g.Hidden {
		t.Errorf("the guide is %+v", g)
	}
}

func TestAnnotatorsOnlyReadTheCodebook(t *testing.T) {
	d := newTestProgram(t)
	d.goToCode("tactic", "ambush")
	s := d.codes()
	d.press("Alt+Down")
	s.list.FocusLost()
	if len(s.form.boxes()) > 0 {
		t.Error("there are fields to write in")
	}
	ambush, _ := d.project.Codebook().Rule("tactic", "ambush", "en")
	if said := strings.Join(deepTexts(s.form.scroll), "\n"); !strings.Contains(said, ambush.Definition) || !strings.Contains(said, ambush.Rule) || !strings.Contains(said, ambush.Name) {
		t.Errorf("the code reads %q", said)
	}
	if !s.form.actions.Hidden || d.project.Codebook().Version != 1 {
		t.Error("actions are offered, or something changed")
	}
	d.press("F2")
	d.dialog()
	d.press("Esc", "Ctrl+Z")
	d.codes()
}

func TestCodebookKeepsItsPlaceInAnotherLook(t *testing.T) {
	d := newBoss(t)
	d.goToCode("count_kind", "wounded")
	d.press("Ctrl+Shift+L")
	if s := d.codes(); s.picked != "count_kind" || s.key != "wounded" || s.form.code.Key != "wounded" {
		t.Errorf("%q of %q is at hand", s.key, s.picked)
	}
}

func TestTabVisitsTheCodebook(t *testing.T) {
	d := newBoss(t)
	d.goToCode("tactic", "ambush")
	s := d.codes()
	want := map[fyne.Focusable]string{s.lists: "lists", s.work: "work list", s.form.family: "family"}
	for i, box := range s.form.boxes() {
		want[box.entry] = "box " + string(rune('a'+i))
	}
	for _, o := range s.form.actions.Objects {
		want[o.(*ui.Button)] = o.(*ui.Button).Label()
	}
	for range 200 {
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
