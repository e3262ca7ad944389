package app

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2/test"

	"hashiya/app/ui"
	"hashiya/model"
)

// wanted is what stands in the story for each label.
var wanted = []struct {
	key, indic, words string
	kind              model.Kind
}{
	{"1", "١", "المرصد", model.KindActor},
	{"2", "٢", "الجسر", model.KindLocation},
	{"3", "٣", "12 عنصراً", model.KindCount},
	{"4", "٤", "كمين", model.KindTactic},
	{"5", "٥", "10 أكتوبر 2018", model.KindDate},
}

// checkLabelled looks for an item with its words in the file, as an open card
// and as a mark.
func checkLabelled(t *testing.T, d *desk, kind model.Kind, quote string) {
	t.Helper()
	a, w := d.work(), d.stored()
	item := w.Items[a.active]
	if item == nil || item.Kind() != kind {
		t.Fatalf("the file holds %v under the open card, want a %s; notices %q", item, kind, d.notices.Texts())
	}
	spans := w.Evidence(a.active, "", "")
	if len(spans) != 1 || spans[0].Text != quote {
		t.Errorf("%s: the file quotes %+v, want %q", kind, spans, quote)
	}
	if d.frame.pending {
		t.Errorf("%s: the mark still waits", kind)
	}
	d.wantMark("saved.at")
	if e := a.form.editor; e == nil || e.id != a.active {
		t.Errorf("%s: its card is not open", kind)
	}
	if len(a.spans[a.active]) != 1 || a.owner[spans[0].ID] != a.active {
		t.Errorf("%s: the article shows no mark of it: %v", kind, a.spans)
	}
}

func TestDigitsLabel(t *testing.T) {
	for _, want := range wanted {
		for _, key := range []string{want.key, want.indic} {
			d := newTestProgram(t)
			d.label(key, want.words)
			checkLabelled(t, d, want.kind, want.words)
			if d.focused() != d.work().reader {
				t.Errorf("key %s takes the keyboard out of the article", key)
			}
		}
	}
}

// The mark must not say saved before the store has answered.
func TestSavedOnlyAfterTheFile(t *testing.T) {
	d := newTestProgram(t)
	d.frame.show("saved.pending", ui.ColorFaint)
	d.work().session.OnChange(func(_ annotateChange) {
		if len(d.stored().Items) != 1 {
			t.Error("the screen is told before the item is in the file")
		}
		d.wantMark("saved.pending")
	})
	d.label("3", "12 عنصراً")
	d.wantMark("saved.at")
}

func TestPaletteLabels(t *testing.T) {
	for i, want := range wanted {
		d := newTestProgram(t)
		d.selectWords(want.words)
		p := d.work().palette
		if !p.card.Visible() {
			t.Fatal("a selection brings no labels")
		}
		test.Tap(paletteChips(p)[i])
		checkLabelled(t, d, want.kind, want.words)
		if p.card.Visible() {
			t.Errorf("%s: the labels stay after one was taken", want.kind)
		}
		if d.focused() != d.work().reader {
			t.Errorf("%s: the keyboard is not in the article after a click", want.kind)
		}
		d.selectWords("قتلوا")
		if !p.card.Visible() {
			t.Errorf("%s: the next selection brings no labels", want.kind)
		}
	}
}

func TestAddWithoutWords(t *testing.T) {
	for _, l := range looks() {
		d := newTestProgram(t)
		a := d.work()
		a.reader.Select(0, 0)
		test.Tap(a.form.sections[l.kind].add)
		w := d.stored()
		if item := w.Items[a.active]; item == nil || item.Kind() != l.kind || len(w.Spans) != 0 {
			t.Fatalf("%s: the file holds %v with %d spans", l.kind, w.Items, len(w.Spans))
		}
		s := a.form.sections[l.kind]
		if l.claims {
			if got := s.cards[a.active].quote.Text(); got != d.words.T("item.noWords") {
				t.Errorf("%s: the card quotes %q", l.kind, got)
			}
		} else {
			if got := s.chips[a.active].chip.Text(); got != d.words.T("item.noWords") {
				t.Errorf("%s: the chip says %q", l.kind, got)
			}
			if got := fillOf(s.chips[a.active].chip); got != string(ui.ColorPanel) {
				t.Errorf("%s: the chip is filled with %q, as if words proved it", l.kind, got)
			}
		}
		if text := shownTexts(a.form.editor.proof); len(text) != 1 || text[0] != d.words.T("form.noProof") {
			t.Errorf("%s: the card does not say that nothing proves it: %q", l.kind, text)
		}
		// With a selection the same button labels.
		d.selectWords("قتلوا")
		test.Tap(a.form.sections[l.kind].add)
		checkLabelled(t, d, l.kind, "قتلوا")
		if m := s.chips[a.active]; m != nil && fillOf(m.chip) != string(l.tone.Fill) {
			t.Errorf("%s: the chip of a labelled item is filled with %q", l.kind, fillOf(m.chip))
		}
	}
}

// fillOf reads the colour that a chip is filled with, which it tells nobody.
func fillOf(c *ui.Chip) string {
	return reflect.ValueOf(c).Elem().FieldByName("tone").FieldByName("Fill").String()
}

func TestDigitsInAFieldAreDigits(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.focus(d.row("min").field.focusable())
	d.press("1")
	if n := len(d.stored().Items); n != 1 {
		t.Errorf("a digit in a field labels: %d items", n)
	}
}
