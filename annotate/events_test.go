package annotate_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hashiya/annotate"
	"hashiya/model"
)

// mark adds an item under a name and binds it to words.
func (c *claimSheet) mark(kind model.Kind, name, words string, fields ...string) {
	c.Helper()
	start, end := find(c.T, c.Session, words)
	id, err := c.Annotate(kind, start, end)
	must(c.T, name, err)
	c.ids[name] = id
	c.set(name, fields...)
}

// event adds an event under a name.
func (c *claimSheet) event(name string) {
	c.Helper()
	id, err := c.NewEvent(name)
	must(c.T, name, err)
	c.ids[name] = id
}

func (c *claimSheet) entity(name string) string {
	c.Helper()
	e, err := c.project.NewEntity(name, "")
	must(c.T, name, err)
	return e.ID
}

func (c *claimSheet) members(event string) []string {
	var ids []string
	for _, m := range c.Item(c.ids[event]).(*model.Event).Members {
		ids = append(ids, m.ID)
	}
	return c.named(ids)
}

const battle = "هاجم التنظيم مخيم البلدة يوم الجمعة 12 تشرين الأول 2018 بسيارة مفخخة فتصدت له القوات. قال المرصد إن 37 عنصراً قتلوا، وقال التنظيم 28 قتيلاً منهم 6 شرقاً، وأسر قيادي."

func TestMembersHaveARolePerEvent(t *testing.T) {
	c := newClaims(t, battle)
	c.mark(model.KindActor, "group", "التنظيم")
	c.mark(model.KindLocation, "camp", "مخيم البلدة")
	c.count("toll", "37 عنصراً")
	c.event("attack")
	c.event("reply")
	must(t, "attack", c.Assign(c.ids["attack"], c.ids["group"], "initiator"))
	must(t, "reply", c.Assign(c.ids["reply"], c.ids["group"], "target"))
	must(t, "toll", c.Assign(c.ids["reply"], c.ids["toll"], ""))
	if got := c.named(c.EventsOf(c.ids["group"])); !slices.Equal(slices.Sorted(slices.Values(got)), []string{"attack", "reply"}) {
		t.Errorf("the group is in %v", got)
	}
	role := func(event string) string { return c.Item(c.ids[event]).(*model.Event).Members[0].Role }
	if role("attack") != "initiator" || role("reply") != "target" {
		t.Errorf("roles %q and %q", role("attack"), role("reply"))
	}
	must(t, "another role", c.Assign(c.ids["attack"], c.ids["group"], "party"))
	if role("attack") != "party" || len(c.members("attack")) != 1 {
		t.Errorf("role %q of %v", role("attack"), c.members("attack"))
	}
	if got := c.named(c.Background(model.KindLocation)); !slices.Equal(got, []string{"camp"}) || c.Background(model.KindCount) != nil {
		t.Errorf("background: %v and %v", got, c.Background(model.KindCount))
	}
	var refused *model.FieldError
	for _, wrong := range [][2]string{{"group", "event_site"}, {"camp", "initiator"}, {"toll", "victim"}, {"group", "hero"}} {
		if err := c.Assign(c.ids["attack"], c.ids[wrong[0]], wrong[1]); !errors.As(err, &refused) {
			t.Errorf("%v: %v", wrong, err)
		}
	}
	for _, wrong := range [][2]string{{"attack", "attack"}, {"group", "toll"}, {"attack", "nothing"}} {
		if err := c.Assign(c.ids[wrong[0]], c.ids[wrong[1]], ""); !errors.Is(err, annotate.ErrNoItem) {
			t.Errorf("%v: %v", wrong, err)
		}
	}
	must(t, "unassign", c.Unassign(c.ids["reply"], c.ids["group"]))
	if err := c.Unassign(c.ids["reply"], c.ids["group"]); !errors.Is(err, annotate.ErrNothingNew) {
		t.Errorf("unassigned twice: %v", err)
	}
	must(t, "delete", c.Delete(c.ids["attack"]))
	if c.Item(c.ids["group"]) == nil || c.EventsOf(c.ids["group"]) != nil {
		t.Error("an event takes its members along")
	}
}

func TestMembersAreMoved(t *testing.T) {
	c := newClaims(t, battle)
	c.event("attack")
	for name, words := range map[string]string{"a": "37 عنصراً", "b": "28 قتيلاً", "c": "6"} {
		c.count(name, words)
	}
	for _, name := range []string{"a", "b", "c"} {
		must(t, name, c.Assign(c.ids["attack"], c.ids[name], ""))
	}
	for _, step := range []struct {
		name  string
		place int
		want  []string
	}{
		{"c", 0, []string{"c", "a", "b"}},
		{"c", 1, []string{"a", "c", "b"}},
		{"a", 99, []string{"c", "b", "a"}},
		{"a", -1, []string{"a", "c", "b"}},
	} {
		must(t, step.name, c.MoveMember(c.ids["attack"], c.ids[step.name], step.place))
		if got := c.members("attack"); !slices.Equal(got, step.want) {
			t.Errorf("%s to %d: %v, want %v", step.name, step.place, got, step.want)
		}
	}
	if err := c.MoveMember(c.ids["attack"], c.ids["a"], 0); !errors.Is(err, annotate.ErrNothingNew) {
		t.Errorf("moved to where it is: %v", err)
	}
}

func TestSentence(t *testing.T) {
	c := newClaims(t, battle)
	group, forces, camp := c.entity("المتشددون"), c.entity("الجيش"), c.entity("الموقع")
	c.mark(model.KindActor, "group", "التنظيم", "entity", group, "role", "claimant")
	c.mark(model.KindLocation, "camp", "مخيم البلدة", "entity", camp, "role", "event_site")
	c.mark(model.KindTactic, "bomb", "سيارة مفخخة", "code", "vehicle_bomb", "initiator", group, "target", forces)
	c.mark(model.KindTactic, "again", "هاجم", "code", "vehicle_bomb")
	c.mark(model.KindDate, "day", "الجمعة 12 تشرين الأول 2018", "start", "2018-10-12", "end", "")
	for _, n := range [][2]string{{"sohr", "37 عنصراً"}, {"isis", "28 قتيلاً"}, {"part", "6"}} {
		c.count(n[0], n[1], "kind", "killed", "unit", "persons", "who", forces, "by", group)
	}
	c.link("part", "part_of", "isis")
	c.count("taken", "قيادي", "kind", "captured", "unit", "persons", "date", "2018-10-13")
	c.event("attack")
	for _, name := range []string{"taken", "bomb", "again", "camp", "day", "sohr", "isis", "part"} {
		must(t, name, c.Assign(c.ids["attack"], c.ids[name], ""))
	}
	must(t, "group", c.Assign(c.ids["attack"], c.ids["group"], "initiator"))
	want := annotate.Sentence{
		Title: "attack", Start: "2018-10-12", End: "2018-10-13",
		Places:  []annotate.Part{{Role: "event_site", Entity: camp, Item: c.ids["camp"]}},
		Actors:  []annotate.Part{{Role: "initiator", Entity: group, Item: c.ids["group"]}, {Role: "target", Entity: forces, Item: c.ids["bomb"]}},
		Tactics: []string{"vehicle_bomb"},
		Counts: []annotate.Tally{
			{What: "captured", Unit: "persons", Counts: []string{c.ids["taken"]}},
			{What: "killed", Unit: "persons", Who: []string{forces}, Counts: []string{c.ids["sohr"], c.ids["isis"]}},
		},
	}
	got, found := c.Sentence(c.ids["attack"])
	if diff := cmp.Diff(want, got); !found || diff != "" {
		t.Errorf("%t, want - got +:\n%s", found, diff)
	}
	// Without mentions and tactics, the counts say who did what to whom.
	c.event("counts")
	must(t, "date", c.SetField(c.ids["counts"], "date", "2018-10"))
	must(t, "part", c.Assign(c.ids["counts"], c.ids["part"], ""))
	must(t, "day", c.Assign(c.ids["counts"], c.ids["day"], ""))
	got, _ = c.Sentence(c.ids["counts"])
	actors := []annotate.Part{{Role: "initiator", Entity: group, Item: c.ids["part"]}, {Role: "victim", Entity: forces, Item: c.ids["part"]}}
	if !slices.Equal(got.Actors, actors) || got.Start != "2018-10" || got.End != "" || len(got.Counts) != 1 {
		t.Errorf("of counts alone: %+v", got)
	}
	if _, found := c.Sentence(c.ids["part"]); found {
		t.Error("a count has a sentence")
	}
}
