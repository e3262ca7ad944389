package model

import (
	"errors"
	"reflect"
	"slices"
	"testing"
)

// owners lists what has fields, with a maker of an empty one.
func owners() map[string]struct {
	fields []Field
	empty  func() any
} {
	type owner = struct {
		fields []Field
		empty  func() any
	}
	all := map[string]owner{
		"record":  {RecordFields, func() any { return &Record{} }},
		"article": {ArticleFacts, func() any { return &Article{} }},
	}
	for _, kind := range Kinds {
		all[string(kind)] = owner{slices.Concat(Fields(kind), HeadFields), func() any { return NewItem(kind) }}
	}
	return all
}

// good holds values that a field of each type takes, bad what it refuses.
var (
	good = map[FieldType][]string{
		TextValue: {"شرق البلدة"}, CodeValue: {"killed"}, EntityValue: {"e1"}, EntityList: {"e2", "e1", "e3"}, DecimalValue: {"37.50"},
		DateValue: {"2018-09"}, PeriodValue: {"2018-09-10/2018-10-13"}, BoolValue: {"true"}, TriValue: {"false"},
	}
	bad = map[FieldType]struct {
		value  string
		reason Reason
	}{
		TextValue: {"\xff", ReasonNotText}, CodeValue: {"a\x00b", ReasonNotText}, EntityValue: {"\xff", ReasonNotText}, EntityList: {"\xff", ReasonNotText},
		DecimalValue: {"-5", ReasonNotDecimal}, DateValue: {"2018-02-30", ReasonNotDate}, PeriodValue: {"2018", ReasonNotPeriod},
		BoolValue: {"false", ReasonNotBool}, TriValue: {"yes", ReasonNotBool},
	}
)

func TestEveryFieldKeepsItsOwnValues(t *testing.T) {
	for name, owner := range owners() {
		for _, f := range owner.fields {
			o := owner.empty()
			if got := f.Get(o); len(got) != 0 {
				t.Errorf("%s.%s is %q when empty", name, f.Name, got)
			}
			want := good[f.Type]
			if err := f.Set(o, want...); err != nil {
				t.Errorf("%s.%s refuses %q: %v", name, f.Name, want, err)
			}
			for _, other := range owner.fields {
				got := other.Get(o)
				if is := slices.Equal(got, want); other.Name == f.Name && !is || other.Name != f.Name && len(got) > 0 {
					t.Errorf("%s: with %s set to %q, %s is %q", name, f.Name, want, other.Name, got)
				}
			}
			if err := f.Set(o); err != nil || len(f.Get(o)) != 0 {
				t.Errorf("%s.%s cannot be emptied: %v", name, f.Name, err)
			}
		}
	}
}

func TestEveryFieldRefuses(t *testing.T) {
	for name, owner := range owners() {
		for _, f := range owner.fields {
			o := owner.empty()
			if err := f.Set(o, good[f.Type]...); err != nil {
				t.Fatal(err)
			}
			kept := f.Get(o)
			cases := map[Reason][]string{ReasonEmpty: {""}, bad[f.Type].reason: {bad[f.Type].value}}
			if f.Type == EntityList {
				cases[ReasonDoubled] = []string{"e1", "e1"}
			} else {
				cases[ReasonOneValue] = []string{kept[0], kept[0]}
			}
			for reason, values := range cases {
				var refused *FieldError
				if err := f.Set(o, values...); !errors.As(err, &refused) || refused.Reason != reason || refused.Field != f.Name {
					t.Errorf("%s.%s: %q gives %v, want %q", name, f.Name, values, err, reason)
				}
				if got := f.Get(o); !slices.Equal(got, kept) {
					t.Errorf("%s.%s: the refused %q left %q", name, f.Name, values, got)
				}
			}
		}
	}
}

func TestFieldNames(t *testing.T) {
	for name, owner := range owners() {
		var names []string
		for _, f := range owner.fields {
			if slices.Contains(names, f.Name) {
				t.Errorf("%s has two fields %q", name, f.Name)
			}
			names = append(names, f.Name)
			if (f.Type == CodeValue) != (f.List != "") || (f.Type == EntityValue || f.Type == EntityList) != (f.Entity != NoEntity) {
				t.Errorf("%s.%s: type %d with list %q and entity kind %d", name, f.Name, f.Type, f.List, f.Entity)
			}
		}
	}
	for _, kind := range Kinds {
		for _, f := range slices.Concat(Fields(kind), HeadFields) {
			if got, found := FieldOf(kind, f.Name); !found || got.Name != f.Name {
				t.Errorf("FieldOf(%s, %q) finds %q, %t", kind, f.Name, got.Name, found)
			}
		}
		if _, found := FieldOf(kind, "colour"); found {
			t.Errorf("%s has a field that is nowhere", kind)
		}
	}
}

// TestEveryColumnOfAnItemIsAField finds a column that was added to a type and
// not to its fields, so that forms and files would not know it.
func TestEveryColumnOfAnItemIsAField(t *testing.T) {
	special := []string{"id", "record", "deleted", "extra", "links", "members"}
	for _, kind := range Kinds {
		for _, f := range reflect.VisibleFields(reflect.TypeOf(NewItem(kind)).Elem()) {
			tag := f.Tag.Get("json")
			if f.Anonymous || slices.Contains(special, tag) {
				continue
			}
			field, found := FieldOf(kind, tag)
			if !found {
				t.Errorf("%s has the column %q and no field of that name", kind, tag)
				continue
			}
			item := NewItem(kind)
			if err := field.Set(item, good[field.Type]...); err != nil {
				t.Fatal(err)
			}
			if reflect.ValueOf(item).Elem().FieldByIndex(f.Index).IsZero() {
				t.Errorf("%s: field %q does not set the column of that name", kind, tag)
			}
		}
	}
}

func TestListsAreNotShared(t *testing.T) {
	values := []string{"a", "b"}
	f, _ := FieldOf(KindCount, "who")
	count := &Count{}
	if err := f.Set(count, values...); err != nil {
		t.Fatal(err)
	}
	values[0] = "x"
	f.Get(count)[1] = "y"
	if !slices.Equal(count.Who, []string{"a", "b"}) {
		t.Errorf("the list changed to %q from outside", count.Who)
	}
}
