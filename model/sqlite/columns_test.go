package sqlite

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"hashiya/model"
)

// fill gives every field of a row a value of its own that its table takes.
func fillRow(row model.Row, refs map[string]string) {
	v := reflect.ValueOf(row).Elem()
	for n, f := range reflect.VisibleFields(v.Type()) {
		tag := f.Tag.Get("json")
		if f.Anonymous {
			continue
		}
		field := v.FieldByIndex(f.Index)
		ref, isRef := refs[tag]
		switch {
		case isRef:
			field.SetString(ref)
		case tag == "extra":
			field.SetString(`{"x":"<قيمة> & \"اقتباس\" 1.50"}`)
		case tag == "deleted":
		case field.Kind() == reflect.String:
			field.SetString(fmt.Sprintf("%s %s %d \"<&>\" \u2028 قيمة", row.RowTable(), tag, n))
		case field.Kind() == reflect.Int:
			field.SetInt(int64(n + 10))
		case field.Kind() == reflect.Bool:
			field.SetBool(true)
		case field.Kind() == reflect.Pointer:
			no := false
			field.Set(reflect.ValueOf(&no))
		case field.Type() == reflect.TypeFor[[]string]():
			field.Set(reflect.ValueOf([]string{"ب", "a", "\"", "ب"}))
		case field.Type() == reflect.TypeFor[[]model.Link]():
			field.Set(reflect.ValueOf([]model.Link{{Type: "part_of", Count: "c"}, {Type: "subset_of", Count: "d"}}))
		case field.Type() == reflect.TypeFor[[]model.Member]():
			field.Set(reflect.ValueOf([]model.Member{{ID: "a", Role: "victim"}, {ID: "b"}}))
		}
	}
}

// need sets what a table insists on.
func need(row model.Row, refs map[string]string) {
	v := reflect.ValueOf(row).Elem()
	for tag, value := range refs {
		for _, f := range reflect.VisibleFields(v.Type()) {
			if f.Tag.Get("json") == tag {
				v.FieldByIndex(f.Index).SetString(value)
			}
		}
	}
	switch row := row.(type) {
	case *model.Span:
		row.End = row.Start + 5
	case *model.Record:
		row.Kind, row.Status = model.RecordAdjudication, model.Submitted
	case *model.Annotator:
		row.Role = model.RoleSupervisor
	}
}

func read(t *testing.T, s *Store, row model.Row) model.Row {
	t.Helper()
	table := tableOf(row.RowTable())
	found := model.NewRow(table.name)
	if err := table.scan(s.db.QueryRow(table.selectWhere("id = ?"), row.RowID()), found); err != nil {
		t.Fatalf("%s: %v", table.name, err)
	}
	return found
}

// TestEveryRowRoundTrips writes every type of row with every field filled and
// with only what its table insists on, and reads rows and journal back.
func TestEveryRowRoundTrips(t *testing.T) {
	s := create(t, Options{})
	person, place, article := &model.Annotator{ID: newID(), Name: "p", Role: model.RoleAnnotator}, entity("place"), &model.Article{ID: newID(), SHA256: "0"}
	second := &model.Article{ID: newID(), SHA256: "1"}
	record := &model.Record{
		ID: newID(), Article: article.ID, Annotator: person.ID,
		Kind: model.RecordAnnotation, Status: model.InProgress, Codebook: "test@1",
	}
	apply(t, s, added(person, place, article, second, record))
	for _, name := range editedTables() {
		if name == model.TableProject {
			continue // its one row is tested by itself
		}
		for _, filled := range []bool{false, true} {
			row := model.NewRow(name)
			refs := references(name, filled, person, place, article, second, record)
			if filled {
				fillRow(row, refs)
			}
			need(row, refs)
			e := apply(t, s, added(row))
			if got := read(t, s, row); !reflect.DeepEqual(got, row) {
				t.Errorf("%s, filled %t: read %+v, want %+v", name, filled, got, row)
			}
			logged, err := s.Edit(e.Stamp)
			if err != nil || len(logged.Rows) != 1 || !reflect.DeepEqual(logged.Rows[0], model.RowChange{After: row}) {
				t.Errorf("%s, filled %t: the journal has %+v, %v", name, filled, logged.Rows, err)
			}
			if filled {
				checkAllFilled(t, row)
			}
		}
	}
}

// references gives what the table's columns must hold for the row to be taken.
func references(name model.Table, filled bool, person *model.Annotator, place *model.Entity, article, second *model.Article, record *model.Record) map[string]string {
	refs := map[string]string{"id": newID()}
	switch name {
	case model.TableCodebook:
		refs["body"] = "{}"
	case model.TableAnnotator:
		refs["name"] = newID()
	case model.TableEntity:
		refs["key"] = newID()
		if filled {
			refs["parent"], refs["merged_into"] = place.ID, place.ID
		}
	case model.TableArticle:
		refs["sha256"] = newID()
	case model.TableRecord:
		refs["article"], refs["annotator"], refs["codebook"] = article.ID, person.ID, "test@1"
		if filled {
			refs["article"] = second.ID
		}
	case model.TableSpan:
		refs["record"], refs["item"], refs["text"] = record.ID, newID(), "نص"
		if filled {
			refs["entity"] = place.ID
		}
	default:
		refs["record"] = record.ID
		if _, found := model.FieldOf(model.Kind(name), "entity"); filled && found {
			refs["entity"] = place.ID
		}
		if filled && name == "count" {
			refs["to"] = place.ID
		}
	}
	return refs
}

// checkAllFilled makes sure that the test leaves no column out.
func checkAllFilled(t *testing.T, row model.Row) {
	t.Helper()
	v := reflect.ValueOf(row).Elem()
	for _, c := range tableOf(row.RowTable()).columns {
		if c.name != "deleted" && v.FieldByIndex(c.index).IsZero() {
			t.Errorf("%s.%s was not filled", row.RowTable(), c.name)
		}
	}
}

func TestProjectRoundTrips(t *testing.T) {
	s := create(t, Options{})
	before, err := s.Project()
	if err != nil {
		t.Fatal(err)
	}
	after := before
	after.Name, after.Extra = "اسم آخر", `{"a":1}`
	apply(t, s, model.Edit{Rows: []model.RowChange{{Before: &before, After: &after}}})
	if got, err := s.Project(); err != nil || got != after {
		t.Errorf("read %+v, %v, want %+v", got, err, after)
	}
}

// TestColumnsMatchSchema finds a column without a field and a field without a
// column.
func TestColumnsMatchSchema(t *testing.T) {
	s := create(t, Options{})
	for _, name := range editedTables() {
		schema := strings.Split(value[string](t, s, "SELECT group_concat(name) FROM pragma_table_info(?)", string(name)), ",")
		fields := map[string]bool{}
		for _, c := range tableOf(name).columns {
			fields[c.name] = true
		}
		for _, column := range schema {
			if !fields[column] {
				t.Errorf("%s has the column %q and no field for it", name, column)
			}
			delete(fields, column)
		}
		for field := range fields {
			t.Errorf("%s has the field %q and no column for it", name, field)
		}
	}
}
