package annotate_test

import (
	"errors"
	"slices"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

func TestChangeEntity(t *testing.T) {
	_, p, _ := supervised(t)
	e, err := p.NewEntity("الفصيل", "")
	must(t, "entity", err)
	parent, err := p.NewEntity("الفيلق", "non_state_armed_group")
	must(t, "parent", err)
	change := func(make func(*model.Entity)) error {
		now, _ := p.Entities().ByID(e.ID)
		make(&now)
		return p.ChangeEntity(now)
	}
	must(t, "change", change(func(n *model.Entity) {
		n.Key, n.NameEn, n.Type, n.Parent, n.Aliases = "faction", " Faction ", "non_state_armed_group", parent.ID, []string{" ف ", "", "ف", "F"}
		n.Lat, n.Lon, n.PCode = "34.5", "-40.25", "SY01"
	}))
	now, _ := p.Entities().ByKey("faction")
	if now.NameEn != "Faction" || !slices.Equal(now.Aliases, []string{"ف", "F"}) || now.Parent != parent.ID || now.NameAr != "الفصيل" || now.Lat != "34.5" {
		t.Errorf("it is %+v", now)
	}
	if found := p.Entities().ByName("F"); len(found) != 1 || found[0].ID != e.ID {
		t.Errorf("by alias: %+v", found)
	}
	var entity *annotate.EntityError
	var field *model.FieldError
	for name, c := range map[string]struct {
		make func(*model.Entity)
		is   func(error) bool
	}{
		"nothing new":    {func(n *model.Entity) {}, func(err error) bool { return errors.Is(err, annotate.ErrNothingNew) }},
		"taken key":      {func(n *model.Entity) { n.Key = parent.Key }, func(err error) bool { return errors.As(err, &entity) }},
		"bad key":        {func(n *model.Entity) { n.Key = "a b" }, func(err error) bool { return errors.As(err, &entity) }},
		"no key":         {func(n *model.Entity) { n.Key = "" }, func(err error) bool { return errors.As(err, &entity) }},
		"no name":        {func(n *model.Entity) { n.NameAr, n.NameEn = "", " " }, func(err error) bool { return errors.Is(err, annotate.ErrNoKey) }},
		"two lines":      {func(n *model.Entity) { n.NameEn = "a\nb" }, func(err error) bool { return errors.Is(err, annotate.ErrNoName) }},
		"bad alias":      {func(n *model.Entity) { n.Aliases = []string{"a\tb"} }, func(err error) bool { return errors.Is(err, annotate.ErrNoName) }},
		"unknown type":   {func(n *model.Entity) { n.Type = "mood" }, func(err error) bool { return errors.As(err, &field) }},
		"own parent":     {func(n *model.Entity) { n.Parent = n.ID }, func(err error) bool { return errors.As(err, &entity) }},
		"no such parent": {func(n *model.Entity) { n.Parent = "none" }, func(err error) bool { return errors.As(err, &entity) }},
		"not a number":   {func(n *model.Entity) { n.Lat = "x" }, func(err error) bool { return errors.As(err, &field) }},
		"off the globe":  {func(n *model.Entity) { n.Lat = "90.5" }, func(err error) bool { return errors.As(err, &entity) }},
		"too far west":   {func(n *model.Entity) { n.Lon = "-181" }, func(err error) bool { return errors.As(err, &entity) }},
		"another":        {func(n *model.Entity) { n.ID = "none" }, func(err error) bool { return errors.As(err, &entity) }},
	} {
		if err := change(c.make); !c.is(err) {
			t.Errorf("%s: %v", name, err)
		}
		if left, _ := p.Entities().ByKey("faction"); left.NameEn != "Faction" {
			t.Errorf("%s changed it to %+v", name, left)
		}
	}
	must(t, "undo", p.UndoEntity())
	if now, _ := p.Entities().ByID(e.ID); now.NameEn != "" || now.Key != e.Key {
		t.Errorf("undone it is %+v", now)
	}
	must(t, "redo", p.RedoEntity())
	must(t, "merge", p.MergeEntity(e.ID, parent.ID))
	if err := change(func(n *model.Entity) { n.ID = e.ID; n.NameEn = "x" }); !errors.As(err, &entity) {
		t.Errorf("a merged entity changes: %v", err)
	}
}

func TestEntityMentions(t *testing.T) {
	_, p, s := supervised(t)
	a, err := p.NewEntity("الفصيل", "")
	must(t, "entity", err)
	b, err := p.NewEntity("الفيلق", "")
	must(t, "entity", err)
	id, err := s.Add(model.KindCount)
	must(t, "add", err)
	must(t, "who", s.SetField(id, "who", a.ID, b.ID))
	must(t, "by", s.SetField(id, "by", a.ID))
	actor, err := s.Add(model.KindActor)
	must(t, "add", err)
	must(t, "entity", s.SetField(actor, "entity", b.ID))
	want := func(what string, ofA, ofB int) {
		t.Helper()
		mentions, err := p.EntityMentions()
		if err != nil || mentions[a.ID] != ofA || mentions[b.ID] != ofB {
			t.Errorf("%s: %d and %d mentions, want %d and %d; %v", what, mentions[a.ID], mentions[b.ID], ofA, ofB, err)
		}
	}
	want("all", 2, 2)
	must(t, "delete", s.Delete(actor))
	want("one deleted", 2, 1)
	must(t, "merge", p.MergeEntity(a.ID, b.ID))
	want("merged", 0, 3)
}
