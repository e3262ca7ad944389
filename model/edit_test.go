package model

import (
	"reflect"
	"testing"
)

func TestInverse(t *testing.T) {
	before := &Count{Head: Head{ID: "c"}, Who: []string{"a"}}
	after := &Count{Head: Head{ID: "c"}, Who: []string{"a", "b"}, Value: "3"}
	span := &Span{ID: "s", Item: "c", Start: 1, End: 2, Text: "x"}
	record := &Record{ID: "r", Cites: []string{"q"}}
	e := Edit{
		Stamp: Stamp{"d", 7}, Time: 99, Author: "p", Scope: ScopeArticle, Article: "a", Label: "l", Selection: Range{3, 4},
		Rows: []RowChange{{nil, record}, {before, after}, {nil, span}},
	}
	inverse := e.Inverse()
	deadSpan, deadRecord := *span, *record
	deadSpan.Deleted, deadRecord.Deleted = true, true
	want := Edit{
		Author: "p", Scope: ScopeArticle, Article: "a", Label: "l", Selection: Range{3, 4}, Undoes: &Stamp{"d", 7},
		Rows: []RowChange{{span, &deadSpan}, {after, before}, {record, &deadRecord}},
	}
	if !reflect.DeepEqual(inverse, want) {
		t.Errorf("inverse is %+v, want %+v", inverse, want)
	}
	if span.Deleted || record.Deleted {
		t.Error("the edit's own rows were changed")
	}
	inverse.Stamp = Stamp{"d", 8}
	again := inverse.Inverse()
	wantAgain := []RowChange{{&deadRecord, record}, {before, after}, {&deadSpan, span}}
	if !reflect.DeepEqual(again.Rows, wantAgain) || *again.Undoes != inverse.Stamp {
		t.Errorf("inverse of the inverse is %+v", again)
	}
}

func TestEveryRow(t *testing.T) {
	tables := []Table{TableProject, TableAnnotator, TableCodebook, TableEntity, TableArticle, TableRecord, TableSpan}
	for _, kind := range Kinds {
		tables = append(tables, Table(kind))
	}
	for _, table := range tables {
		row := NewRow(table)
		if row == nil || row.RowTable() != table {
			t.Fatalf("NewRow(%q) is %T", table, row)
		}
		reflect.ValueOf(row).Elem().FieldByName("ID").SetString("id of it")
		if row.RowID() != "id of it" {
			t.Errorf("%s has the id %q", table, row.RowID())
		}
		if Deleted(row) {
			t.Errorf("a new %s is deleted", table)
		}
		if table == TableProject {
			continue
		}
		dead := tombstone(row)
		if !Deleted(dead) || Deleted(row) || dead.RowID() != row.RowID() || reflect.TypeOf(dead) != reflect.TypeOf(row) {
			t.Errorf("tombstone of %s is %+v", table, dead)
		}
	}
	if NewRow("journal") != nil || NewItem("span") != nil {
		t.Error("an unknown table has a row")
	}
}

func TestItemClone(t *testing.T) {
	yes := true
	for _, item := range []Item{
		&Actor{Entity: "e"}, &Location{Relation: "r"}, &Date{Start: "2018"},
		&Count{Who: []string{"a"}, By: []string{"b"}, ClaimedBy: []string{"c"}, Links: []Link{{"part_of", "x"}}},
		&Tactic{Initiator: []string{"a"}, Target: []string{"b"}, Success: &yes},
		&Event{Members: []Member{{"a", "victim"}}},
	} {
		clone := item.Clone()
		if !reflect.DeepEqual(clone, item) || clone == item {
			t.Errorf("clone of %+v is %+v", item, clone)
		}
		v := reflect.ValueOf(clone).Elem()
		w := reflect.ValueOf(item).Elem()
		for i := range v.NumField() {
			switch f := v.Field(i); f.Kind() {
			case reflect.Slice, reflect.Pointer:
				if f.Pointer() == w.Field(i).Pointer() {
					t.Errorf("%T shares %s with its clone", item, v.Type().Field(i).Name)
				}
			}
		}
	}
}

func TestClock(t *testing.T) {
	c := Clock(0).Next(1000)
	if c.Millis() != 1000 {
		t.Errorf("the clock says %d ms, want 1000", c.Millis())
	}
	back := c.Next(500)
	if back <= c || back.Millis() != 1000 {
		t.Errorf("with a clock going back: %d after %d", back, c)
	}
	if next := back.Next(1001); next <= back || next.Millis() != 1001 {
		t.Errorf("then: %d after %d", next, back)
	}
}

func TestOrder(t *testing.T) {
	w := Work{Items: map[string]Item{}, Spans: map[string]Span{}}
	for _, id := range []string{"a", "b", "c", "d"} {
		w.Items[id] = &Count{Head: Head{ID: id}}
	}
	w.Items["t"] = &Tactic{Head: Head{ID: "t"}}
	for i, s := range []Span{
		{Item: "d", Start: 1}, {Item: "d", Start: 50}, {Item: "a", Start: 9}, {Item: "b", Start: 0, Field: "unit"}, {Item: "c", Start: 9}, {Item: "t", Start: 0},
	} {
		s.ID = string(rune('p' + i))
		w.Spans[s.ID] = s
	}
	got := ""
	for _, item := range w.Order(KindCount) {
		got += item.RowID()
	}
	if got != "dacb" {
		t.Errorf("order is %q, want first words first, none last", got)
	}
}
