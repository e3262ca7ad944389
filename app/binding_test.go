package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hashiya/app/ui"
	"hashiya/model"
)

// bindings are fields that words prove, and the entity that the words name.
var bindings = []struct{ key, words, field, proof string }{
	{"3", "12 عنصراً", "claimed_by", "المرصد"},
	{"3", "12 عنصراً", "who", "التنظيم"},
	{"3", "12 عنصراً", "by", "القوات"},
	{"1", "ناطق باسم القوات", "entity", "القوات"},
	{"4", "كمين", "initiator", "التنظيم"},
	{"2", "بلدة الجسر", "entity", "الجسر"},
	{"3", "12 عنصراً", "kind", "قتلوا"},
	{"3", "12 عنصراً", "value", "12"},
}

func TestWordsAreBoundToFields(t *testing.T) {
	for _, how := range []string{"mark", "Ctrl+B"} {
		for _, c := range bindings {
			d := newTestProgram(t)
			id := d.label(c.key, c.words)
			row := d.row(c.field)
			if how == "mark" {
				d.selectWords(c.proof)
				test.Tap(row.mark)
			} else {
				// The field used last is the one that Ctrl+B is about.
				d.focus(row.field.focusable())
				d.selectWords(c.proof)
				d.press("Ctrl+B")
			}
			checkBound(t, d, id, row, c.proof)
		}
	}
}

func checkBound(t *testing.T, d *desk, id string, row *fieldRow, proof string) {
	t.Helper()
	w := d.stored()
	values := row.model.Get(w.Items[id])
	var found []string
	for _, span := range w.Spans {
		if span.Item == id && span.Field == row.model.Name {
			found = append(found, span.Text)
			if row.model.Type == model.EntityList && !slices.Contains(values, span.Entity) {
				t.Errorf("%s: the words prove %q, which the field lacks", row.model.Name, span.Entity)
			}
		}
	}
	if !slices.Equal(found, []string{proof}) {
		t.Fatalf("%s: the file holds the evidence %q, want %q; notices %q", row.model.Name, found, proof, d.notices.Texts())
	}
	if row.model.Entity != model.NoEntity {
		e, _ := d.project.Entities().ByID(slices.Concat(values, []string{""})[0])
		if e.NameAr != proof {
			t.Errorf("%s: the field names %q, want %q", row.model.Name, e.NameAr, proof)
		}
	}
	if !row.mark.Active() {
		t.Errorf("%s: the mark does not say that words prove it", row.model.Name)
	}
	if n := len(d.work().spans[id]); n != 2 {
		t.Errorf("%s: the article shows %d spans of the open card, want 2", row.model.Name, n)
	}
	d.work().open("")
	if n := len(d.work().spans[id]); n != 1 {
		t.Errorf("%s: the article shows %d spans of the closed card, want its own words", row.model.Name, n)
	}
}

func TestEveryEntityOfAListWantsProof(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("3", "12 عنصراً")
	row := d.row("claimed_by")
	d.selectWords("المرصد")
	test.Tap(row.mark)
	if !row.mark.Active() {
		t.Fatal("the words of the only claimant do not prove the field")
	}
	other, err := d.project.NewEntity("وكالة", "")
	if err != nil {
		t.Fatal(err)
	}
	first := row.model.Get(d.stored().Items[id])
	if err := row.set(append(first, other.ID)...); err != nil {
		t.Fatal(err)
	}
	if row.mark.Active() {
		t.Error("the mark says that words prove a claimant without any")
	}
	chip := d.work().form.editor.proof.Objects[1].(*ui.Chip)
	if before, _, _ := strings.Cut(chip.Text(), "«"); !strings.Contains(before, d.work().entity(first[0])) {
		t.Errorf("the evidence %q does not say whose it is", chip.Text())
	}
	if err := d.work().session.Bind(id, "claimed_by", other.ID, 0, 5); err != nil {
		t.Fatal(err)
	}
	if !row.mark.Active() {
		t.Error("the mark does not say that words prove every claimant")
	}
}

func TestCtrlBWithoutAFieldAddsWords(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("1", "المرصد")
	d.selectWords("ناطق")
	d.press("Ctrl+B")
	if own := d.stored(); len(own.Evidence(id, "", "")) != 2 {
		t.Errorf("the item has %d spans, want 2", len(own.Spans))
	}
	// The same words twice are refused in words, and nothing is in doubt.
	d.press("Ctrl+B")
	d.wantNotice(d.words.T("error.doubled"))
	d.wantMark("saved.at")
}

func TestEvidenceIsRemoved(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("3", "12 عنصراً")
	d.selectWords("قتلوا")
	test.Tap(d.row("kind").mark)
	chips := d.work().form.editor.proof.Objects
	if len(chips) != 2 {
		t.Fatalf("the card lists %d spans, want 2", len(chips))
	}
	chip := chips[1].(*ui.Chip)
	if !strings.Contains(chip.Text(), "قتلوا") || !strings.Contains(chip.Text(), d.words.T("field.kind")) {
		t.Errorf("the evidence reads %q", chip.Text())
	}
	chip.OnRemove()
	w := d.stored()
	if len(w.Spans) != 1 || len(w.Evidence(id, "kind", "")) != 0 {
		t.Errorf("the file holds %v", w.Spans)
	}
	if len(d.work().form.editor.proof.Objects) != 1 || len(d.work().spans[id]) != 1 {
		t.Error("the screen still shows the evidence")
	}
}

func TestMarkWithoutSelectionShowsTheProof(t *testing.T) {
	d := newTestProgram(t, longStory())
	d.label("3", "12 عنصراً")
	d.selectWords("المرصد")
	test.Tap(d.row("claimed_by").mark)
	start, end := d.selectWords("الختام")
	a := d.work()
	a.reader.ScrollTo(start, end)
	a.reader.Select(end, end)
	a.selected(end, end)
	test.Tap(d.row("claimed_by").mark)
	checkInView(t, d, "المرصد")
}

// longStory is the story with so much behind it that its end is out of sight.
func longStory() string {
	return story + "\n\n" + strings.Repeat(filler, 60) + "\n\nوهذا هو الختام"
}

func checkInView(t *testing.T, d *desk, words string) {
	t.Helper()
	a := d.work()
	text := a.session.Text(0, a.session.Len())
	start := len([]rune(text[:strings.Index(text, words)]))
	at := a.reader.PositionOf(start)
	if at.Y < 0 || at.Y > a.reader.Size().Height {
		t.Errorf("%q is out of sight at %v", words, at)
	}
}

func TestHighlightAndCardFindEachOther(t *testing.T) {
	d := newTestProgram(t, longStory())
	actor := d.label("1", "المرصد")
	count := d.label("3", "12 عنصراً")
	a := d.work()
	start, end := d.selectWords("الختام")
	for _, id := range []string{actor, count} {
		a.open("")
		a.reader.ScrollTo(start, end)
		if at := a.reader.PositionOf(20); at.Y > 0 {
			t.Fatal("the long story is not scrolled")
		}
		tapItem(a, id)
		if a.active != id {
			t.Fatalf("a click on the item opens %q, want %q", a.active, id)
		}
		checkInView(t, d, a.session.SpansOf(id)[0].Text)
		a.reader.OnTapMark([]string{a.spans[actor][0]}, 0)
		if a.active != actor {
			t.Errorf("a click on the highlight opens %q, want %q", a.active, actor)
		}
		a.open("")
	}
	// A real click on the words of an item.
	at := a.reader.PositionOf(a.session.SpansOf(count)[0].Start + 1)
	for _, event := range []func(*desktop.MouseEvent){a.reader.MouseDown, a.reader.MouseUp} {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = at
		event(e)
	}
	if a.active != count {
		t.Errorf("a click on the words opens %q, want the count", a.active)
	}
}

// tapItem clicks an item's card or chip in the form.
func tapItem(a *annotateScreen, id string) {
	s := a.form.sections[a.session.Item(id).Kind()]
	if c := s.cards[id]; c != nil {
		test.Tap(c.card)
		return
	}
	test.Tap(s.chips[id].chip)
}
