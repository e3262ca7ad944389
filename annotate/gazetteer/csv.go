package gazetteer

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
)

// maxColumns bounds the columns of a table.
const maxColumns = 500

// readTable hands the tables of a file over, each with its name and rows.
type readTable func(ctx context.Context, r io.Reader, path string, table func(name string, rows func(func(tableRow) bool)) error) error

// readCSV reads a table of values separated by commas, semicolons or tabs,
// which of them the first line tells (RFC 4180, quotes inside fields allowed).
func readCSV(ctx context.Context, r io.Reader, path string, table func(name string, rows func(func(tableRow) bool)) error) error {
	body, err := readWhole(r, path)
	if err != nil {
		return err
	}
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	lines := csv.NewReader(bufio.NewReader(bytes.NewReader(body)))
	lines.Comma, lines.LazyQuotes, lines.FieldsPerRecord, lines.ReuseRecord = separator(body), true, -1, true
	var failed error
	err = table(path, func(yield func(tableRow) bool) {
		for {
			cells, err := lines.Read()
			var malformed *csv.ParseError
			switch {
			case errors.Is(err, io.EOF):
				return
			case ctx.Err() != nil:
				failed = ctx.Err()
				return
			case errors.As(err, &malformed):
				if !yield(tableRow{line: malformed.Line, err: malformed.Err}) {
					return
				}
				continue
			case err != nil:
				failed = err
				return
			}
			line, _ := lines.FieldPos(0)
			row := tableRow{line: line, cells: cells}
			if len(cells) > maxColumns {
				row.err = fmt.Errorf("it has more than %d columns", maxColumns)
			}
			if !yield(row) {
				return
			}
		}
	})
	return errors.Join(failed, err)
}

// separator returns the one of three that the first line has most of.
func separator(body []byte) rune {
	line, _, _ := bytes.Cut(body, []byte{'\n'})
	best := ','
	for _, other := range ";\t" {
		if bytes.Count(line, []byte(string(other))) > bytes.Count(line, []byte(string(best))) {
			best = other
		}
	}
	return best
}
