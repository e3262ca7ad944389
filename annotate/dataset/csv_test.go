package dataset

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"hashiya/model"
	"pgregory.net/rapid"
)

func TestCSVGolden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	if _, err := Write(csvFormat(), path, Options{}, sampleHeader(), documents(sampleDocument()), nil); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(csvTables()) {
		t.Errorf("%d files, want %d", len(entries), len(csvTables()))
	}
	for _, entry := range entries {
		got, err := os.ReadFile(filepath.Join(path, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("csv", entry.Name()), got)
	}
}

// parseCSV reads a table by the grammar of RFC 4180 section 2 and nothing
// else: it keeps line breaks inside quotes as they are, which encoding/csv
// does not.
func parseCSV(text string) (rows [][]string, err error) {
	row := []string{}
	for rest := text; rest != ""; {
		var cell strings.Builder
		if quoted := strings.HasPrefix(rest, `"`); quoted {
			for rest = rest[1:]; ; {
				before, after, closed := strings.Cut(rest, `"`)
				if !closed {
					return nil, fmt.Errorf("open quote in %q", rest)
				}
				cell.WriteString(before)
				if rest = after; !strings.HasPrefix(rest, `"`) {
					break
				}
				cell.WriteByte('"')
				rest = rest[1:]
			}
		} else {
			end := strings.IndexAny(rest, ",\"\r\n")
			if end < 0 {
				return nil, fmt.Errorf("no line end after %q", rest)
			}
			cell.WriteString(rest[:end])
			rest = rest[end:]
		}
		row = append(row, cell.String())
		switch {
		case strings.HasPrefix(rest, ","):
			rest = rest[1:]
		case strings.HasPrefix(rest, "\r\n"):
			rest, rows, row = rest[2:], append(rows, row), []string{}
		default:
			return nil, fmt.Errorf("neither comma nor CRLF before %q", rest)
		}
	}
	return rows, nil
}

func TestCSVCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &generator{T: t}
		var out strings.Builder
		w := &csvWriter{tables: map[string]io.Writer{"t": &out}}
		want := [][]string{}
		for range 3 {
			row := []string{g.maybe(), g.of("", " ", "=1", "a,b"), g.maybe()}
			if err := w.write("t", row...); err != nil {
				t.Fatal(err)
			}
			for i := range row {
				row[i] = neutralise(row[i])
			}
			want = append(want, row)
		}
		got, err := parseCSV(out.String())
		if err != nil {
			t.Fatalf("%v in %q", err, out.String())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestCSVQuotes fixes the bytes of a row: a space at either end is quoted too,
// because some readers trim what is not.
func TestCSVQuotes(t *testing.T) {
	var out strings.Builder
	w := &csvWriter{tables: map[string]io.Writer{"t": &out}}
	if err := w.write("t", "plain", " a", "a ", "a,b", `say "x"`, "a\nb", ""); err != nil {
		t.Fatal(err)
	}
	if want := "plain,\" a\",\"a \",\"a,b\",\"say \"\"x\"\"\",\"a\nb\",\r\n"; out.String() != want {
		t.Errorf("row %q, want %q", out.String(), want)
	}
}

// TestCSVTables sees that every table of every document has rows as long as
// its header, begins with the mark and can be read strictly.
func TestCSVTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &generator{T: t}
		files := map[string]*strings.Builder{}
		w, err := newCSVWriter(func(name string) (io.Writer, error) {
			files[name] = &strings.Builder{}
			return files[name], nil
		}, newLosses(io.Discard, io.Discard, csvFormat()))
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(w.Header(g.header()), w.Document(g.document())); err != nil {
			t.Fatal(err)
		}
		for name, columns := range csvTables() {
			text, marked := strings.CutPrefix(files[name+".csv"].String(), "\ufeff")
			rows, err := parseCSV(text)
			if err != nil || !marked {
				t.Fatalf("%s: mark %v, %v", name, marked, err)
			}
			for _, row := range rows {
				if len(row) != len(columns) {
					t.Fatalf("%s: %d cells for %d columns: %q", name, len(row), len(columns), row)
				}
			}
		}
	})
}

// TestCSVColumns sees that each field of the model has its column.
func TestCSVColumns(t *testing.T) {
	for _, kind := range model.Kinds {
		columns := strings.Join(csvTables()[listName(kind)], ",") + ","
		for _, f := range append(model.Fields(kind), model.HeadFields...) {
			if !strings.Contains(columns, ","+f.Name+",") {
				t.Errorf("%s has no column %s", kind, f.Name)
			}
		}
	}
}

func TestNeutralise(t *testing.T) {
	for cell, want := range map[string]string{
		"":                "",
		"   ":             "   ",
		"text":            "text",
		"=1+1":            "'=1+1",
		"  @cmd":          "'  @cmd",
		"+963":            "'+963",
		"-":               "'-",
		"-5":              "-5",
		"-0.50":           "-0.50",
		"-5+cmd|' /C x'!": "'-5+cmd|' /C x'!",
		" -5":             "' -5",
		"\tx":             "'\tx",
		"\rx":             "'\rx",
		"٣٧-":             "٣٧-",
		"5-7;9-12":        "5-7;9-12",
	} {
		if got := neutralise(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}
