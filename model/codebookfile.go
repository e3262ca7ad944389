package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxCodebookDepth is how deep objects and lists of a codebook file may be
// inside each other; ours are six deep.
const maxCodebookDepth = 32

// CodebookProblem is something wrong with a codebook file.
type CodebookProblem struct {
	Line   int    // from 1; 0 where no line of the file is meant
	List   string // the list, or "kinds" and the like for another part
	Key    string // of the code or field; "" when the whole part is meant
	Reason string // with the next step, in English
	Minor  bool   // named, and taken all the same
}

func (p CodebookProblem) Error() string {
	where := ""
	if p.Line > 0 {
		where = fmt.Sprintf("line %d: ", p.Line)
	}
	switch {
	case p.List == "":
		return where + p.Reason
	case p.Key == "":
		return fmt.Sprintf("%s%s: %s", where, p.List, p.Reason)
	}
	return fmt.Sprintf("%s%s %q %s", where, p.List, p.Key, p.Reason)
}

// CodebookFile is what a codebook file holds: all that is sound of it, and what
// is not.
type CodebookFile struct {
	Codebook *Codebook // without what was refused; nil when the file cannot be read at all
	Problems []CodebookProblem
	Refused  map[CodeRef]bool // codes of the file that are not in Codebook
	Lines    map[CodeRef]int  // where each code of the file begins, from 1
}

// ReadCodebookFile reads a codebook file and names everything that is wrong
// with it: JSON that cannot be read, a missing id or version, unknown lists,
// kinds and fields, doubled keys, codes without a name or of a wrong form,
// merges that lead nowhere or in a ring. It never fails as a whole for the
// fault of one code.
func ReadCodebookFile(body []byte) *CodebookFile {
	r := &codebookReader{
		body: bytes.TrimPrefix(body, []byte("\ufeff")),
		file: &CodebookFile{Refused: map[CodeRef]bool{}, Lines: map[CodeRef]int{}},
	}
	if err := r.checkJSON(); err != nil {
		r.problem(r.line(r.failed), "", "", err.Error())
		return r.file
	}
	c := &Codebook{Lists: map[string][]Code{}, Kinds: map[Kind][]FieldGuide{}}
	if err := r.read(c); err != nil {
		r.problem(r.line(r.failed), "", "", err.Error())
		return r.file
	}
	if err := c.checkHead(); err != nil {
		r.problem(1, "", "", err.Error())
		return r.file
	}
	if len(c.Kinds) == 0 {
		c.Kinds = nil
	}
	r.file.Codebook = c
	r.file.DropLost(c)
	return r.file
}

// DropLost takes the codes out of a codebook whose merges or splits lead
// nowhere, or in a ring, until none is left, and names each.
func (f *CodebookFile) DropLost(c *Codebook) {
	for {
		lost := map[CodeRef]string{}
		for ref, reason := range c.LostRedirects() {
			lost[ref] = reason
		}
		if len(lost) == 0 {
			return
		}
		for ref := range c.All() {
			if reason := lost[ref]; reason != "" {
				f.Refused[ref] = true
				f.Problems = append(f.Problems, CodebookProblem{Line: f.Lines[ref], List: ref.List, Key: ref.Key, Reason: reason})
			}
		}
		for list, codes := range c.Lists {
			c.Lists[list] = slices.DeleteFunc(codes, func(code Code) bool { return lost[CodeRef{list, code.Key}] != "" })
		}
	}
}

// codebookReader walks a file and knows at which line it is.
type codebookReader struct {
	body    []byte
	file    *CodebookFile
	decoder *json.Decoder
	failed  int64 // offset of an error that ends the reading

	counted, lines int // how far newlines are counted, and how many they are
}

func (r *codebookReader) problem(line int, list, key, reason string) {
	r.file.Problems = append(r.file.Problems, CodebookProblem{Line: line, List: list, Key: key, Reason: reason})
}

// line returns the line of an offset, from 1. Offsets mostly come in order.
func (r *codebookReader) line(offset int64) int {
	to := min(int(offset), len(r.body))
	if to < r.counted {
		r.counted, r.lines = 0, 0
	}
	r.lines += bytes.Count(r.body[r.counted:to], []byte{'\n'})
	r.counted = to
	return r.lines + 1
}

// checkJSON reports what keeps the file from being read at all.
func (r *codebookReader) checkJSON() error {
	if len(r.body) > MaxCodebookBytes {
		return fmt.Errorf("the file has %d bytes, the limit is %d; split the codebook", len(r.body), MaxCodebookBytes)
	}
	for i, n := 0, 0; i < len(r.body); i += n {
		var letter rune
		if letter, n = utf8.DecodeRune(r.body[i:]); letter == utf8.RuneError && n == 1 {
			r.failed = int64(i)
			return errors.New("the file is not valid UTF-8; save it as UTF-8")
		}
	}
	depth, inText := 0, false
	for i := 0; i < len(r.body); i++ {
		switch b := r.body[i]; {
		case inText && b == '\\':
			i++
		case b == '"':
			inText = !inText
		case inText:
		case b == '{' || b == '[':
			if depth++; depth > maxCodebookDepth {
				r.failed = int64(i)
				return fmt.Errorf("the file is nested more than %d deep; is it a codebook?", maxCodebookDepth)
			}
		case b == '}' || b == ']':
			depth--
		}
	}
	var whole json.RawMessage
	if err := json.Unmarshal(r.body, &whole); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			r.failed = syntax.Offset
		}
		return fmt.Errorf("the file is not valid JSON: %w", err)
	}
	return nil
}

// read walks the members of the file.
func (r *codebookReader) read(c *Codebook) error {
	r.decoder = json.NewDecoder(bytes.NewReader(r.body))
	extra := map[string]json.RawMessage{}
	err := r.members("", func(key string, line int) error {
		switch key {
		case "id":
			return r.decode(&c.ID)
		case "version":
			return r.decode(&c.Version)
		case "names":
			return r.decode(&c.Names)
		case "families":
			return r.decode(&c.Families)
		case "lists":
			return r.members("lists", func(list string, line int) error { return r.list(c, list, line) })
		case "kinds":
			return r.members("kinds", func(kind string, line int) error { return r.kind(c, Kind(kind), line) })
		}
		var value json.RawMessage
		err := r.decode(&value)
		if known := strings.ToLower(strings.ToUpper(key)); slices.Contains([]string{"id", "version", "names", "families", "lists", "kinds"}, known) {
			r.problem(line, "", "", fmt.Sprintf("%q is left out; write it as %q", key, known))
		} else {
			extra[key] = value
		}
		return err
	})
	if err == nil && len(extra) > 0 {
		var rest []byte
		rest, err = encode(extra)
		c.Extra = Extra(rest)
	}
	return err
}

// decode reads the next value; a value of another form ends the reading.
func (r *codebookReader) decode(into any) error {
	before := r.decoder.InputOffset()
	if err := r.decoder.Decode(into); err != nil {
		r.failed = before
		return fmt.Errorf("the value is not of the right form: %w", err)
	}
	return nil
}

// members calls each with the key of every member of the next object, and has
// it read the value. A key that stands twice is named and its second value
// left out.
func (r *codebookReader) members(part string, each func(key string, line int) error) error {
	if err := r.open('{', part); err != nil {
		return err
	}
	seen := map[string]bool{}
	for r.decoder.More() {
		token, err := r.decoder.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		line := r.line(r.decoder.InputOffset())
		if seen[key] {
			r.problem(line, part, key, "stands twice in one object; the second is left out")
			if err := r.decode(new(json.RawMessage)); err != nil {
				return err
			}
			continue
		}
		seen[key] = true
		if err := each(key, line); err != nil {
			return err
		}
	}
	_, err := r.decoder.Token()
	return err
}

// open reads the beginning of an object or a list.
func (r *codebookReader) open(delimiter json.Delim, part string) error {
	token, err := r.decoder.Token()
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if token != delimiter {
		r.failed = r.decoder.InputOffset()
		return fmt.Errorf("%q must begin with %q", part, delimiter)
	}
	return nil
}
