package dataset

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"hashiya/model"
)

// readCSVFolder is the format's Read. The articles' texts are not in the
// tables, so quoted words are compared with those of the project.
func readCSVFolder(path string, each func(*Found)) error {
	tables := map[string]func(row map[string]string) (*Found, error){
		"articles": func(map[string]string) (*Found, error) { return &Found{}, nil },
		"records":  func(map[string]string) (*Found, error) { return &Found{Records: 1}, nil },
		"spans":    foundCSVSpan,
	}
	for _, kind := range model.Kinds {
		tables[listName(kind)] = func(map[string]string) (*Found, error) { return &Found{Items: 1}, nil }
	}
	for name, read := range tables {
		article := "article_id"
		if name == "articles" {
			article = "id"
		}
		err := readCSV(filepath.Join(path, name+".csv"), func(row map[string]string) error {
			found, err := read(row)
			if err == nil {
				found.Article = row[article]
				each(found)
			}
			return err
		})
		if err != nil {
			return fmt.Errorf("table %s: %w", name, err)
		}
	}
	return nil
}

func foundCSVSpan(row map[string]string) (*Found, error) {
	start, errStart := strconv.Atoi(row["start"])
	end, errEnd := strconv.Atoi(row["end"])
	return &Found{Spans: []Range{{start, end, row["text"]}}}, errors.Join(errStart, errEnd)
}

// readCSV reads a table by the grammar of RFC 4180, section 2, and hands over
// each row by the names of the columns. It keeps line breaks inside quotes as
// they are, which encoding/csv does not.
func readCSV(path string, each func(row map[string]string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := &csvReader{in: bufio.NewReader(f)}
	if mark, err := r.in.Peek(len(byteOrderMark)); err == nil && slices.Equal(mark, byteOrderMark) {
		_, _ = r.in.Discard(len(byteOrderMark))
	}
	columns, err := r.row()
	for err == nil {
		var cells []string
		if cells, err = r.row(); err != nil {
			break
		}
		if len(cells) != len(columns) {
			return fmt.Errorf("a row of %d cells under %d columns", len(cells), len(columns))
		}
		row := make(map[string]string, len(cells))
		for i, cell := range cells {
			row[columns[i]] = cell
		}
		err = each(row)
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

type csvReader struct {
	in *bufio.Reader
}

// row returns the cells up to the end of a row, io.EOF after the last one.
func (r *csvReader) row() ([]string, error) {
	if _, err := r.in.Peek(1); err != nil {
		return nil, err
	}
	var cells []string
	for {
		cell, end, err := r.cell()
		if err != nil {
			return nil, err
		}
		cells = append(cells, cell)
		if end == '\r' {
			if c, err := r.in.ReadByte(); err != nil || c != '\n' {
				return nil, errors.New("a row does not end with CRLF")
			}
			return cells, nil
		}
	}
}

// cell returns a cell and what ends it, a comma or a carriage return.
func (r *csvReader) cell() (cell string, end byte, err error) {
	var content []byte
	quoted := false
	for {
		c, err := r.in.ReadByte()
		if err != nil {
			return "", 0, errors.New("the table ends inside a row")
		}
		switch {
		case c == '"' && !quoted && len(content) == 0:
			quoted = true
		case c == '"' && quoted:
			next, err := r.in.ReadByte()
			if err != nil || next == ',' || next == '\r' {
				return string(content), next, err
			}
			content = append(content, next)
		case !quoted && (c == ',' || c == '\r'):
			return string(content), c, nil
		default:
			content = append(content, c)
		}
	}
}
