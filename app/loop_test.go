package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/model"
)

// The keyboard loop in a field: an arrow key shows the likeliest words, Enter
// takes value and evidence in one edit, which one undo takes back.
func TestFieldTakesWordsOfTheText(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("3", "12 عنصراً")
	d.focus(d.row("claimed_by").field.focusable())
	d.press("Down")
	a := d.work()
	if a.walk.owner == nil || !a.walk.card.Visible() {
		t.Fatal("Down shows no words of the text")
	}
	if got := a.walk.list[a.walk.at]; a.session.Text(got.Start, got.End) != "المرصد" {
		t.Errorf("the first words are %q, want who speaks in the sentence", a.session.Text(got.Start, got.End))
	}
	d.press("Enter")
	count := d.stored().Items[id].(*model.Count)
	if len(count.ClaimedBy) != 1 || len(d.work().evidence(id, "claimed_by", count.ClaimedBy[0])) != 1 {
		t.Fatalf("the file holds %v with %d spans of evidence", count.ClaimedBy, len(d.work().evidence(id, "claimed_by", "")))
	}
	if a.walk.owner != nil || d.focused() != d.row("claimed_by").field.focusable() {
		t.Errorf("after Enter the keyboard is in a %T", d.focused())
	}
	d.press("Ctrl+Z")
	if count := d.stored().Items[id].(*model.Count); len(count.ClaimedBy) != 0 {
		t.Error("one undo leaves the value")
	}
}

func TestArrowsWalkRoundAndEscGivesUp(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.focus(d.row("who").field.focusable())
	d.press("Down")
	a := d.work()
	first, n := a.walk.at, len(a.walk.list)
	for range n {
		d.press("Down")
	}
	if a.walk.at != first {
		t.Errorf("%d times Down lead from %d to %d", n, first, a.walk.at)
	}
	d.press("Up")
	if want := (first - 1 + n) % n; a.walk.at != want {
		t.Errorf("Up leads to %d, want %d", a.walk.at, want)
	}
	d.press("Esc")
	if a.walk.owner != nil || a.walk.card.Visible() || d.focused() == fyne.Focusable(a.reader) {
		t.Error("the first Esc does not just give up the words")
	}
	d.press("Esc")
	if d.focused() != fyne.Focusable(a.reader) {
		t.Errorf("the second Esc leads to a %T", d.focused())
	}
	if got := d.row("who").model.Get(a.session.Item(a.active)); len(got) > 0 {
		t.Errorf("giving up leaves %v in the field", got)
	}
}

func TestWalkEndsWithTheFocus(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.focus(d.row("who").field.focusable())
	d.press("Down", "Tab")
	if d.work().walk.owner != nil {
		t.Error("Tab leaves the words of the old field marked")
	}
	d.focus(d.row("value").field.focusable())
	d.press("Down", "7")
	if d.work().walk.owner != nil {
		t.Error("typing leaves the words marked")
	}
}

// Without a selection a digit leads through what may be labelled.
func TestDigitLeadsToTheNextWords(t *testing.T) {
	d := newTestProgram(t)
	a := d.work()
	d.press("3")
	if a.walk.owner == nil {
		t.Fatal("3 without a selection shows no number")
	}
	words := func() string { c := a.walk.list[a.walk.at]; return a.session.Text(c.Start, c.End) }
	first := words()
	d.press("3")
	if words() == first {
		t.Error("3 again does not lead on")
	}
	d.press("Up", "Enter")
	count, is := a.session.Item(a.active).(*model.Count)
	if !is || a.session.SpansOf(count.ID)[0].Text != first {
		t.Fatalf("Enter labels %v", a.session.SpansOf(a.active))
	}
	if d.focused() != fyne.Focusable(a.reader) {
		t.Errorf("after labelling the keyboard is in a %T", d.focused())
	}
	d.press("3")
	if words() == first {
		t.Error("what is labelled is offered again")
	}
}

func TestRepeatMakesTheNextClaim(t *testing.T) {
	d := newTestProgram(t)
	first := d.label("3", "12 عنصراً")
	d.pick(d.row("kind").field, "killed")
	d.focus(d.row("claimed_by").field.focusable())
	d.press("Down", "Enter", "Esc", "F4")
	a := d.work()
	second, is := a.session.Item(a.active).(*model.Count)
	if !is || second.ID == first {
		t.Fatal("F4 makes no claim")
	}
	shape := a.session.Item(first).(*model.Count)
	if second.Value != "30" || second.What != "killed" || len(second.ClaimedBy) != 1 || second.ClaimedBy[0] != shape.ClaimedBy[0] {
		t.Errorf("the next claim is %+v", second)
	}
	d.press("F4", "F4", "F4")
	d.wantNotice(d.words.T("repeat.nothing"))
}

func TestNewActorFromTheSelection(t *testing.T) {
	d := newTestProgram(t)
	d.selectWords("ناطق")
	d.press("Ctrl+1")
	actor, is := d.work().session.Item(d.work().active).(*model.Actor)
	if !is || actor.Entity == "" {
		t.Fatalf("Ctrl+1 makes %+v", d.work().session.Item(d.work().active))
	}
	if e, _ := d.project.Entities().ByID(actor.Entity); e.NameAr != "ناطق" {
		t.Errorf("the new entity is %+v", e)
	}
	// A name that is known is taken as it is.
	n := len(d.project.Entities().All())
	d.selectWords("المرصد")
	d.press("Ctrl+1")
	if got := len(d.project.Entities().All()); got != n {
		t.Errorf("labelling a known name makes %d new entities", got-n)
	}
}

func TestEventsGatherWhatIsLabelled(t *testing.T) {
	d := newTestProgram(t)
	outside := d.label("1", "المرصد")
	d.press("Ctrl+M")
	a := d.work()
	event := a.form.events.chosen
	if event == "" || d.focused() != a.form.events.editor.first() {
		t.Fatalf("Ctrl+M chooses %q and leads to a %T", event, d.focused())
	}
	d.press("كمين الجسر", "Enter", "Esc")
	inside := d.label("3", "12 عنصراً")
	if in := a.session.EventsOf(inside); len(in) != 1 || in[0] != event {
		t.Errorf("what is labelled is in %v", in)
	}
	shows := func(id string) bool { return a.form.events.shows(a.session.Item(id)) }
	if shows(outside) || !shows(inside) {
		t.Error("the event's tab shows the wrong items")
	}
	a.form.events.choose(background)
	if !shows(outside) || shows(inside) {
		t.Error("the background shows the wrong items")
	}
	// The item's own card puts it into the event too, with its row.
	a.open(outside)
	d.pickRelation(a.form.editor.ties[0], event)
	if in := a.session.EventsOf(outside); len(in) != 1 {
		t.Errorf("picked in its card, the item is in %v", in)
	}
	if got := a.eventSentence(event); got == "" || got == d.words.T("event.empty") {
		t.Errorf("the event reads %q", got)
	}
}

// pickRelation picks one more in a row that ties items.
func (d *desk) pickRelation(r *relation, id string) {
	d.t.Helper()
	r.keep(d.work(), append(r.picked(), id))
}

func TestTotalsAreChecked(t *testing.T) {
	d := newTestProgram(t)
	total := d.label("3", "12 عنصراً")
	part := d.label("3", "30")
	a := d.work()
	a.open(part)
	d.moreFields()
	var row *relation
	for _, r := range a.form.editor.ties {
		if r.name == "link.part_of" {
			row = r
		}
	}
	d.pickRelation(row, total)
	if links := a.session.LinksOf(part); len(links) != 1 || links[0].Other != total {
		t.Fatalf("the links are %v", links)
	}
	if a.totalLine(total) == nil || a.totalLine(part) != nil {
		t.Error("the total's card says nothing about its parts, or the part's does")
	}
	row.keep(a, nil)
	if len(a.session.LinksOf(part)) != 0 {
		t.Error("what is taken out of the row stays linked")
	}
}
