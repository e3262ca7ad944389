package annotate_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hashiya/annotate"
	"hashiya/model"
)

func TestRepeat(t *testing.T) {
	c := newClaims(t, "قال المرصد إن 37 عنصراً قتلوا في الهجوم و12 عنصراً شرقاً. ثم قتل أكثر من 20 عنصراً، و5 عائلات نزحت")
	forces, observatory := c.entity("الجيش"), c.entity("المرصد")
	c.count("first", "37 عنصراً", "kind", "killed", "who", forces, "who_status", "combatant", "claim_status", "claimed",
		"certainty", "low", "note", "n", "date", "2018-10-12", "period", "2018-10/2018-11")
	start, end := find(t, c.Session, "المرصد")
	must(t, "claimant", c.Bind(c.ids["first"], "claimed_by", observatory, start, end))
	start, end = find(t, c.Session, "قتلوا")
	must(t, "kind", c.Bind(c.ids["first"], "kind", "", start, end))
	c.event("attack")
	must(t, "assign", c.Assign(c.ids["attack"], c.ids["first"], ""))

	repeat := func(name, words string) *model.Count {
		t.Helper()
		start, end := find(t, c.Session, words)
		id, err := c.Repeat(c.ids["first"], start, end)
		must(t, name, err)
		c.ids[name] = id
		return c.Item(id).(*model.Count)
	}
	before := len(c.Work().Items)
	want := &model.Count{
		What: "killed", Unit: "persons", Who: []string{forces}, WhoStatus: "combatant", ClaimedBy: []string{observatory}, ClaimStatus: "claimed",
		Modifier: "exact", Value: "12", Min: "12", Max: "12", Period: "2018-10/2018-11",
	}
	got := repeat("second", "12 عنصراً")
	want.Head = got.Head
	if diff := cmp.Diff(want, got); diff != "" || got.Certainty != "" || got.Note != "" || got.Origin != "typed" {
		t.Errorf("repeated, %+v: %s", got.Head, diff)
	}
	fields := map[string]string{}
	for _, span := range c.SpansOf(got.ID) {
		fields[span.Field] = span.Text
	}
	if diff := cmp.Diff(map[string]string{"": "12 عنصراً", "claimed_by": "المرصد", "kind": "قتلوا"}, fields); diff != "" {
		t.Errorf("evidence in the same sentence: %s", diff)
	}
	must(t, "undo", c.Undo())
	if len(c.Work().Items) != before || len(c.members("attack")) != 1 {
		t.Error("one step back leaves something of the repetition")
	}
	must(t, "redo", c.Redo())

	other := repeat("third", "أكثر من 20 عنصراً")
	if spans := c.SpansOf(other.ID); len(spans) != 1 || other.Period != "" || other.Value != "20" || other.Min != "21" || other.Modifier != "more_than" {
		t.Errorf("in another sentence: %+v with %v", other, spans)
	}
	if family := repeat("fourth", "5 عائلات"); family.Unit != "families" {
		t.Errorf("the new words say families, the unit is %q", family.Unit)
	}
	if got := c.members("attack"); len(got) != 4 {
		t.Errorf("the event gathers %v", got)
	}
	if _, err := c.Repeat(c.ids["attack"], start, end); !errors.Is(err, annotate.ErrNoItem) {
		t.Errorf("an event repeated: %v", err)
	}
	if _, err := c.Repeat(c.ids["first"], 0, 0); !errors.Is(err, annotate.ErrNoWords) {
		t.Errorf("no words: %v", err)
	}
}
