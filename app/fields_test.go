package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hashiya/app/ui"
	"hashiya/model"
)

// allFields returns the fields that the card of a kind must offer.
func allFields(kind model.Kind) []model.Field {
	all := slices.Clone(model.Fields(kind))
	for _, name := range []string{"certainty", "note"} {
		f, _ := model.FieldOf(kind, name)
		all = append(all, f)
	}
	return all
}

// moreFields opens the rest of the fields of the open card.
func (d *desk) moreFields() {
	d.t.Helper()
	for _, b := range buttonsIn(d.work().form.editor.content) {
		if b.Label() == d.words.T("form.more") {
			test.Tap(b)
			return
		}
	}
	d.t.Fatal("the card has no button for more fields")
}

func buttonsIn(o fyne.CanvasObject) []*ui.Button {
	var all []*ui.Button
	switch o := o.(type) {
	case *ui.Button:
		all = append(all, o)
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, buttonsIn(child)...)
		}
	}
	return all
}

// pick takes a choice of a list by typing its name, with keys only.
func (d *desk) pick(f field, name string) {
	d.t.Helper()
	d.focus(f.focusable())
	d.press("Enter", name, "Enter")
	f.(*chooserField).chooser.Close()
}

// typeInto types a text into a field and leaves it for the article.
func (d *desk) typeInto(f field, text string) {
	d.t.Helper()
	d.focus(f.focusable())
	d.shortcut(&fyne.ShortcutSelectAll{})
	d.press(text)
}

// enterValue sets a field through its control and returns what the file should
// hold then.
func (d *desk) enterValue(f model.Field, control field) []string {
	d.t.Helper()
	switch f.Type {
	case model.CodeValue:
		codes := d.project.Codebook().List(f.List)
		code := codes[len(codes)-1]
		d.pick(control, code.Key)
		return []string{code.Key}
	case model.EntityValue, model.EntityList:
		name := "القوات"
		if f.Entity == model.PlaceEntity {
			name = "بلدة أخرى"
		}
		d.pick(control, name)
		found := d.project.Entities().ByName(name)
		if len(found) != 1 {
			d.t.Fatalf("%s: %d entities are called %q", f.Name, len(found), name)
		}
		return []string{found[0].ID}
	case model.BoolValue:
		d.pick(control, "yes")
		return []string{"true"}
	case model.TriValue:
		d.pick(control, "no")
		return []string{"false"}
	}
	text := map[model.FieldType][2]string{
		model.TextValue:    {"شرق البلدة، ١٢ كم", "شرق البلدة، ١٢ كم"},
		model.DecimalValue: {"٤٥", "45"},
		model.DateValue:    {" ٢٠١٨-10-12 ", "2018-10-12"},
		model.PeriodValue:  {"2018-09-10/2018-10-13", "2018-09-10/2018-10-13"},
	}[f.Type]
	d.typeInto(control, text[0])
	d.wantMark("saved.pending")
	d.focus(d.work().reader)
	return []string{text[1]}
}

func TestEveryFieldOfEveryKind(t *testing.T) {
	for _, want := range wanted {
		d := newTestProgram(t)
		id := d.label(want.key, want.words)
		d.moreFields()
		for _, f := range allFields(want.kind) {
			values := d.enterValue(f, d.row(f.Name).field)
			got := f.Get(d.stored().Items[id])
			if !slices.Equal(got, values) {
				t.Errorf("%s.%s: the file holds %q, want %q; notices %q", want.kind, f.Name, got, values, d.notices.Texts())
			}
			d.wantMark("saved.at")
			// The values are still there when the card is opened anew.
			d.work().open("")
			d.work().open(id)
			d.moreFields()
			if shown := shownValue(d.row(f.Name).field); !slices.Equal(shown, values) {
				t.Errorf("%s.%s: the card shows %q, want %q", want.kind, f.Name, shown, values)
			}
			if row := d.row(f.Name); len(values) > 0 && row.mark.Active() != (len(row.evidence(values)) > 0) {
				t.Errorf("%s.%s: the mark of evidence is not true", want.kind, f.Name)
			}
		}
	}
}

func shownValue(f field) []string {
	switch f := f.(type) {
	case *chooserField:
		return f.chooser.Picked()
	case *entryField:
		if text := f.entry.Text(); text != "" {
			return []string{text}
		}
	}
	return nil
}

func TestFieldsOfArticleAndRecord(t *testing.T) {
	d := newTestProgram(t)
	facts := d.work().form.facts
	for _, one := range slices.Concat(facts.article, facts.record) {
		values := d.enterValue(one.model, one.field)
		a, _, err := d.store.Article(d.work().session.Article().ID)
		if err != nil {
			t.Fatal(err)
		}
		w := d.stored()
		got := one.model.Get(owner(one.model, &a, &w.Record))
		if !slices.Equal(got, values) {
			t.Errorf("%s: the file holds %q, want %q", one.model.Name, got, values)
		}
		if shown := shownValue(one.field); !slices.Equal(shown, values) {
			t.Errorf("%s: the form shows %q, want %q", one.model.Name, shown, values)
		}
	}
}

func owner(f model.Field, a *model.Article, r *model.Record) any {
	if slices.ContainsFunc(model.ArticleFacts, func(m model.Field) bool { return m.Name == f.Name }) {
		return a
	}
	return r
}

func TestFieldIsEmptied(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("3", "12 عنصراً")
	d.focus(d.row("value").field.focusable())
	d.shortcut(&fyne.ShortcutSelectAll{})
	d.press("Backspace", "Enter")
	d.pick(d.row("who").field, "القوات")
	d.focus(d.row("who").field.focusable())
	d.press("Backspace")
	if c := d.stored().Items[id].(*model.Count); c.Value != "" || len(c.Who) != 0 {
		t.Errorf("the file holds %q and %v", c.Value, c.Who)
	}
}

func TestEntityIsMadeFromItsName(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("3", "12 عنصراً")
	d.pick(d.row("who").field, "التنظيم")
	d.pick(d.row("who").field, "لواء جديد")
	c := d.stored().Items[id].(*model.Count)
	if len(c.Who) != 2 {
		t.Fatalf("who: %v", c.Who)
	}
	if e, found := d.project.Entities().ByID(c.Who[1]); !found || e.NameAr != "لواء جديد" {
		t.Errorf("the new entity is %+v", e)
	}
	if labels := d.row("who").field.(*chooserField).chooser.Labels(); !slices.Contains(labels, "لواء جديد") {
		t.Errorf("the field shows %q", labels)
	}
	// Other fields offer it without being opened anew.
	d.pick(d.row("by").field, "لواء جديد")
	if by := d.stored().Items[id].(*model.Count).By; !slices.Equal(by, c.Who[1:]) {
		t.Errorf("by: %v, want %v", by, c.Who[1:])
	}
}

var refusals = []struct{ key, words, field, text string }{
	{"3", "12 عنصراً", "value", "1.2.3"},
	{"3", "12 عنصراً", "min", ",,"},
	{"3", "12 عنصراً", "date", "2018-13"},
	{"3", "12 عنصراً", "period", "2018"},
	{"5", "10 أكتوبر 2018", "start", "غداً"},
}

func TestRefusedValues(t *testing.T) {
	for _, c := range refusals {
		d := newTestProgram(t)
		id := d.label(c.key, c.words)
		d.moreFields()
		before := d.stored().Items[id]
		row := d.row(c.field)
		entry := row.field.(*entryField).entry
		good := entry.Text()
		d.typeInto(row.field, c.text)
		d.press("Enter")
		if entry.Text() != c.text || !strings.Contains(entry.Error(), c.text) {
			t.Errorf("%s: the field shows %q with the problem %q", c.field, entry.Text(), entry.Error())
		}
		if said := d.notices.Texts(); len(said) != 0 {
			t.Errorf("%s: said at the field and again as %q", c.field, said)
		}
		d.wantMark("saved.not")
		if !slices.Equal(row.model.Get(d.stored().Items[id]), row.model.Get(before)) {
			t.Errorf("%s: the refused value is in the file", c.field)
		}
		// An edit elsewhere is kept and does not make this one true.
		d.pick(d.work().form.facts.record[0].field, "relevant")
		d.wantMark("saved.not")
		if d.stored().Record.Relevance != "relevant" || entry.Text() != c.text {
			t.Errorf("%s: relevance %q, the field shows %q", c.field, d.stored().Record.Relevance, entry.Text())
		}
		d.focus(entry)
		d.press("Esc")
		if entry.Text() != good || entry.Error() != "" {
			t.Errorf("%s: after Esc the field shows %q with the problem %q, want %q", c.field, entry.Text(), entry.Error(), good)
		}
		d.wantMark("saved.at")
	}
}

// The same number in other digits changes nothing, and the mark must not wait
// for it for ever.
func TestSameValueInOtherDigits(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	row := d.row("value")
	d.typeInto(row.field, "١٢")
	d.press("Enter")
	if text := row.field.(*entryField).entry.Text(); text != "12" {
		t.Errorf("the field shows %q, the file holds 12", text)
	}
	d.wantMark("saved.at")
}

func TestPauseKeeps(t *testing.T) {
	d := newTestProgram(t)
	d.typeInto(d.work().form.facts.article[0].field, "وكالة")
	d.wantMark("saved.pending")
	d.pass()
	if a, _, _ := d.store.Article(d.work().session.Article().ID); a.Outlet != "وكالة" {
		t.Errorf("after a pause the file holds %q", a.Outlet)
	}
	d.wantMark("saved.at")
}
