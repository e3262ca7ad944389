package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/model"
)

// stop names the field or tie of the open card that has the keyboard.
func (d *desk) stop() string {
	e := d.work().form.editor
	for _, row := range e.rows {
		if row.field.focusable() == d.focused() {
			return row.model.Name
		}
	}
	for _, r := range e.ties {
		if fyne.Focusable(r.chooser) == d.focused() {
			return r.name
		}
	}
	return "none"
}

func TestPageKeysGoByGroups(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.press("F6")
	for _, step := range []struct{ key, want string }{
		{"PageUp", "kind"},
		{"PageDown", "who_status"},
		{"PageUp", "kind"},
		{"Tab", "unit"},
		{"PageDown", "who_status"},
		{"PageDown", "certainty"},
		{"PageDown", "field.events"},
		{"PageDown", "field.events"},
		{"PageUp", "certainty"},
		{"PageUp", "who_status"},
		{"Tab", "to"},
		{"PageUp", "who_status"},
	} {
		press(d, step.key)
		if got := d.stop(); got != step.want {
			t.Fatalf("%s leads to %s, want %s", step.key, got, step.want)
		}
	}
	// From the ties of a card that shows few fields it leads to the others.
	d.label("1", "المرصد")
	d.focus(d.work().form.editor.ties[0].chooser)
	press(d, "PageDown")
	if got := d.stop(); got != "mention_type" {
		t.Errorf("from the ties Page Down leads to %s", got)
	}
}

func TestTabLeadsFromFieldToField(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.press("F6")
	e := d.work().form.editor
	for i, want := range e.stops() {
		if d.focused() != want {
			t.Fatalf("stop %d is %s", i, d.stop())
		}
		d.press("Tab")
	}
}

func TestTheKeyboardComesToTheFirstEmptyField(t *testing.T) {
	d := newTestProgram(t)
	d.label("1", "المرصد") // its entity is known
	d.press("F6")
	if got := d.stop(); got != "role" {
		t.Errorf("F6 leads to %s", got)
	}
	d.pick(d.row("role").field, "party")
	d.press("Esc", "F6")
	if got := d.stop(); got != "entity" {
		t.Errorf("where nothing is empty F6 leads to %s", got)
	}
}

func TestRoleInAnEvent(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("1", "التنظيم")
	a := d.work()
	if len(a.form.editor.ties) != 1 {
		t.Fatalf("without an event the card has %d ties", len(a.form.editor.ties))
	}
	event, err := a.session.NewEvent("كمين")
	if !d.keep(err) {
		t.Fatal(err)
	}
	row := a.form.editor.ties[0]
	row.refresh(true)
	d.focus(row.chooser)
	d.press("كمين", "Enter")
	if got := a.session.EventsOf(id); !slices.Equal(got, []string{event}) || d.focused() != fyne.Focusable(row.chooser) {
		t.Fatalf("picked, it is in %v, and the keyboard is in a %T", got, d.focused())
	}
	roles := func() string { return a.session.RoleIn(event, id) }
	for _, step := range []struct{ keys, want string }{{"victim", "victim"}, {"initiator", "initiator"}} {
		d.focus(a.form.editor.ties[1].chooser)
		d.press(step.keys, "Enter")
		if got := roles(); got != step.want {
			t.Errorf("%s typed, the role is %q", step.keys, got)
		}
	}
	d.press("Ctrl+Z")
	if got := roles(); got != "victim" {
		t.Errorf("one undo of a replaced role leaves %q", got)
	}
	d.focus(a.form.editor.ties[1].chooser)
	d.press("Backspace")
	if got := roles(); got != "" || len(a.session.EventsOf(id)) != 1 {
		t.Errorf("taken away, the role is %q in %v", got, a.session.EventsOf(id))
	}
	d.focus(row.chooser)
	d.press("Backspace")
	if len(a.form.editor.ties) != 1 {
		t.Error("out of the event, the item still has a role in it")
	}
}

func TestNextEventGoesRound(t *testing.T) {
	d := newTestProgram(t)
	a := d.work()
	d.press("Ctrl+Shift+M")
	if a.form.events.chosen != "" {
		t.Errorf("without events it chooses %q", a.form.events.chosen)
	}
	d.press("Ctrl+M", "كمين")
	first := a.form.events.chosen
	for i, want := range []string{background, "", first, background} {
		d.press("Ctrl+Shift+M")
		if a.form.events.chosen != want || d.focused() != fyne.Focusable(a.reader) {
			t.Errorf("step %d chooses %q with the keyboard in a %T", i, a.form.events.chosen, d.focused())
		}
	}
	if e := a.session.Item(first).(*model.Event); e.Title != "كمين" {
		t.Errorf("what was typed is lost: %q", e.Title)
	}
}

func TestCertaintyHasAKey(t *testing.T) {
	d := newTestProgram(t)
	d.press("F5")
	d.wantNotice(d.words.T("certainty.noCard"))
	id := d.label("1", "المرصد")
	var want []string
	for _, code := range d.project.Codebook().List("certainty") {
		want = append(want, code.Key)
	}
	for _, certainty := range append(want, "", want[0]) {
		d.press("F5")
		if got := d.stored().Items[id].Meta().Certainty; got != certainty {
			t.Errorf("the certainty is %q, want %q", got, certainty)
		}
	}
	if got := d.work().status.Text(); got != d.words.T("certainty.is", d.work().code("certainty", want[0])) {
		t.Errorf("the status says %q", got)
	}
}

// What was looked for before must not come back with Esc, and move what was
// found.
func TestEscKeepsWhatWasFound(t *testing.T) {
	d := newTestProgram(t)
	d.press("Ctrl+F", "الهجوم", "Enter", "Esc")
	d.press("Right", "Ctrl+F", "ناطق", "Esc")
	a := d.work()
	start, end := a.reader.Selection()
	if got := a.session.Text(start, end); got != "ناطق" {
		t.Errorf("after Esc %q is selected", got)
	}
}

func TestShortDates(t *testing.T) {
	for _, tc := range []struct{ short, published, want string }{
		{"12", "2018-10-13", "2018-10-12"},
		{"13", "2018-10-13", "2018-10-13"},
		{"14", "2018-10-13", "2018-09-14"},
		{"3", "2018-10-13", "2018-10-03"},
		{"9-30", "2018-10-13", "2018-09-30"},
		{"10-13", "2018-10-13", "2018-10-13"},
		{"10-14", "2018-10-13", "2017-10-14"},
		{"31", "2018-03-30", "31"},
		{"30", "2018-03-29", "30"},
		{"5", "2018-01-03", "2017-12-05"},
		{"2-29", "2018-10-13", "2-29"},
		{"0", "2018-10-13", "0"},
		{"9-", "2018-10-13", "9-"},
		{"12", "2018-10", "12"},
		{"12", "", "12"},
		{"2018", "2018-10-13", "2018"},
		{"2018-10", "2018-10-13", "2018-10"},
		{"-5", "2018-10-13", "-5"},
		{"", "2018-10-13", ""},
	} {
		if got := fullDate(tc.short, tc.published); got != tc.want {
			t.Errorf("%q, published %s: %q, want %q", tc.short, tc.published, got, tc.want)
		}
	}
	if got := fullPeriod("9-10/13", "2018-10-13"); got != "2018-09-10/2018-10-13" {
		t.Errorf("the period is %q", got)
	}
}

// A short date is completed when the field is left, not while it is typed.
func TestShortDateInAField(t *testing.T) {
	d := newTestProgram(t)
	d.press("F6", "Tab", "2018-10-13", "F6")
	id := d.label("3", "12 عنصراً")
	d.moreFields()
	d.focus(d.row("date").field.focusable())
	d.press("1")
	d.pass()
	d.press("2")
	d.pass()
	if got := d.stored().Items[id].(*model.Count).Date; got != "" {
		t.Errorf("while it is typed the date is %q", got)
	}
	d.press("Tab")
	if got := d.stored().Items[id].(*model.Count).Date; got != "2018-10-12" {
		t.Errorf("the date is %q: %q", got, d.notices.Texts())
	}
	if got := d.row("date").field.(*entryField).entry.Text(); got != "2018-10-12" {
		t.Errorf("the field shows %q", got)
	}
}
