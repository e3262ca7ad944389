package sqlite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"hashiya/model"
)

// A row type's json tags are its columns; this file carries values between the
// two, so that a new field needs a tag and a migration and no SQL.

// table is what is known of a row type.
type table struct {
	name    model.Table
	columns []column
}

type column struct {
	name  string
	index []int // of the struct field
	// json: the column holds a JSON list; NULL for an empty one.
	json bool
}

var tables sync.Map // model.Table → *table; filled once a type, never changed

func tableOf(name model.Table) *table {
	if t, found := tables.Load(name); found {
		return t.(*table)
	}
	t := &table{name: name}
	for _, f := range reflect.VisibleFields(reflect.TypeOf(model.NewRow(name)).Elem()) {
		if tag := f.Tag.Get("json"); tag != "" && !f.Anonymous {
			t.columns = append(t.columns, column{name: tag, index: f.Index, json: f.Type.Kind() == reflect.Slice})
		}
	}
	tables.Store(name, t)
	return t
}

// list returns the columns, quoted, separated by commas.
func (t *table) list() string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = quote(c.name)
	}
	return strings.Join(names, ", ")
}

func (t *table) insert() string {
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(t.columns)), ", ")
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", quote(string(t.name)), t.list(), marks)
}

func (t *table) update() string {
	sets := make([]string, len(t.columns))
	for i, c := range t.columns {
		sets[i] = quote(c.name) + " = ?"
	}
	return fmt.Sprintf("UPDATE %s SET %s WHERE id = ?", quote(string(t.name)), strings.Join(sets, ", "))
}

func (t *table) selectWhere(where string) string {
	return fmt.Sprintf("SELECT %s FROM %s WHERE %s", t.list(), quote(string(t.name)), where)
}

func quote(name string) string { return `"` + name + `"` }

// values returns a row's column values: NULL for an empty text or list.
func (t *table) values(row model.Row) ([]any, error) {
	v := reflect.ValueOf(row).Elem()
	values := make([]any, len(t.columns))
	for i, c := range t.columns {
		f := v.FieldByIndex(c.index)
		switch {
		case c.json && f.Len() > 0:
			text, err := marshal(f.Interface())
			if err != nil {
				return nil, err
			}
			values[i] = string(text)
		case c.json:
		case f.Kind() == reflect.Pointer:
			if !f.IsNil() {
				values[i] = f.Elem().Interface()
			}
		case f.Kind() == reflect.String:
			if f.Len() > 0 {
				values[i] = f.String()
			}
		default:
			values[i] = f.Interface()
		}
	}
	return values, nil
}

// scanner is what *sql.Row and *sql.Rows have in common.
type scanner interface{ Scan(...any) error }

// scan reads a row that was selected with the columns of list.
func (t *table) scan(from scanner, row model.Row) error {
	v := reflect.ValueOf(row).Elem()
	targets := make([]any, len(t.columns))
	for i, c := range t.columns {
		targets[i] = target(v.FieldByIndex(c.index), c.json)
	}
	if err := from.Scan(targets...); err != nil {
		return err
	}
	for i, c := range t.columns {
		if err := store(v.FieldByIndex(c.index), targets[i]); err != nil {
			return fmt.Errorf("table %s, column %s: %w", t.name, c.name, err)
		}
	}
	return nil
}

// target returns something to scan a column into; text may be NULL.
func target(f reflect.Value, isJSON bool) any {
	if isJSON || f.Kind() == reflect.String {
		return new(*string)
	}
	return f.Addr().Interface()
}

func store(f reflect.Value, scanned any) error {
	text, isText := scanned.(**string)
	switch {
	case !isText || *text == nil:
		return nil
	case f.Kind() == reflect.Slice:
		return json.Unmarshal([]byte(**text), f.Addr().Interface())
	}
	f.SetString(**text)
	return nil
}

// marshal is json.Marshal with Arabic, "<" and "&" left readable.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
