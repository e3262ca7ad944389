package dataset

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Limits of reading.
const (
	maxLine     = 192 << 20 // bytes; an article of model.MaxArticleBytes, each letter escaped, with room for its records
	maxBadLines = 10_000    // after which a file is given up
)

// LineError is a line that was refused, with the reason.
type LineError struct {
	Line int // from 1
	Err  error
}

func (e LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

func (e LineError) Unwrap() error { return e.Err }

// Stop wraps an error that the function given to ReadJSONL returns, to say that
// it is not the line's fault: reading ends at once and gives the error back.
func Stop(err error) error { return &stopError{err} }

type stopError struct{ err error }

func (s *stopError) Error() string { return s.err.Error() }
func (s *stopError) Unwrap() error { return s.err }

// errLineTooLong is the reason for which a line is skipped unread.
var errLineTooLong = fmt.Errorf("is longer than %d MB; split the article", maxLine>>20)

// ReadJSONL reads a file in the native JSONL format (DESIGN section 9) and
// hands each line to each: the project line as h, an article as d, the other
// one nil. Blank lines and a byte order mark are skipped. Documents come in
// the order of Document.Sort and share no memory with each other.
//
// A line that breaks the format's rules, or for which each returns an error,
// is refused as a whole: it becomes a LineError and reading goes on. An error
// wrapped by Stop ends it and is returned as it was, with the lines refused
// until then; so does a read error, and so do more than 10,000 refused lines. A
// line may have 192 MB, nesting may be 64 deep, an object may have 1,000 keys,
// an article 10,000 records, and a record 200,000 items and spans. Codes and entity keys are not looked up.
//
// UUIDs are kept in lower case. Another id becomes a UUID of version 8, made
// of the hash of the article's text, the table, the id and what it is unique
// in: for a record its annotator, for what is in a record the record. The id
// as it was goes to ExternalID, for a span to "external_id" in its Extra. A
// span that several fields cite is split, because a span belongs to one: the
// first to cite it, by kind and place in the file, keeps the id, and the
// copies get UUIDs of version 8 made of the old id, the item, the field and
// the entity.
func ReadJSONL(r io.Reader, each func(line int, h *Header, d *Document) error) ([]LineError, error) {
	lines := lineReader{r: bufio.NewReaderSize(r, 64<<10)}
	var refused []LineError
	for first := true; ; {
		line, err := lines.next()
		if err == io.EOF {
			return refused, nil
		}
		if err != nil && !errors.Is(err, errLineTooLong) {
			return refused, fmt.Errorf("reading stopped in line %d: %w", lines.number, err)
		}
		if err == nil && len(line) == 0 {
			continue
		}
		if err == nil {
			err = readLine(line, first, func(h *Header, d *Document) error { return each(lines.number, h, d) })
		}
		first = false
		if err == nil {
			continue
		}
		if stop, is := err.(*stopError); is {
			return refused, stop.err
		}
		refused = append(refused, LineError{Line: lines.number, Err: err})
		if len(refused) > maxBadLines {
			return refused, fmt.Errorf("more than %d lines are refused; is this a Hashiya JSONL file?", maxBadLines)
		}
	}
}

// readLine reads a line that is not blank and hands on what it holds.
func readLine(line []byte, first bool, each func(*Header, *Document) error) error {
	if err := checkJSON(line); err != nil {
		return err
	}
	o, err := parseObject(line)
	if err != nil {
		return err
	}
	version := o.get("hashiya")
	if version == nil {
		return errors.New("has no field \"hashiya\": this is not a Hashiya JSONL line")
	}
	if string(version) != formatVersion {
		return fmt.Errorf("field \"hashiya\" is %.20s, this program reads %s; update it", version, formatVersion)
	}
	kind, err := o.text("kind")
	switch {
	case err != nil:
		return err
	case kind == "" || kind == "article":
		d, err := readDocument(o)
		if err != nil {
			return err
		}
		return each(nil, d)
	case kind != "project":
		return fmt.Errorf("field \"kind\" is %q; a line is a \"project\" or an \"article\"", kind)
	case !first:
		return errors.New("is a second project line, or not the first line; put it first")
	}
	h, err := readHeader(o)
	if err != nil {
		return err
	}
	return each(h, nil)
}

// lineReader reads lines into one buffer.
type lineReader struct {
	r      *bufio.Reader
	buf    []byte
	number int
}

var byteOrderMark = []byte("\ufeff")

// next returns the next line without the white space around it, valid until
// the next call, or errLineTooLong after skipping one.
func (l *lineReader) next() ([]byte, error) {
	l.buf = l.buf[:0]
	l.number++
	read, tooLong := false, false
	for {
		part, err := l.r.ReadSlice('\n')
		read = read || len(part) > 0
		tooLong = tooLong || len(l.buf)+len(part) > maxLine
		if !tooLong {
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !(errors.Is(err, io.EOF) && read):
			return nil, err
		case tooLong:
			return nil, errLineTooLong
		}
		line := l.buf
		if l.number == 1 {
			line = bytes.TrimPrefix(line, byteOrderMark)
		}
		return bytes.Trim(line, " \t\r\n"), nil
	}
}
