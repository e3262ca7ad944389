package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Limits of what is read from a line, so that a hostile file costs bounded
// memory and time.
const (
	maxDepth   = 64      // objects and lists inside each other
	maxMembers = 1000    // keys of one object
	maxTexts   = maxRows // texts of one list, such as aliases or the ids of spans
)

// checkJSON reports why a line is not one JSON value within the limits.
func checkJSON(line []byte) error {
	if !utf8.Valid(line) {
		return errors.New("is not valid UTF-8; save the file as UTF-8")
	}
	depth := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '"':
			i += stringEnd(line[i:]) - 1
		case '{', '[':
			if depth++; depth > maxDepth {
				return fmt.Errorf("is nested more than %d deep", maxDepth)
			}
		case '}', ']':
			depth--
		}
	}
	if !json.Valid(line) {
		var whole json.RawMessage
		return fmt.Errorf("is not valid JSON: %w", json.Unmarshal(line, &whole))
	}
	return nil
}

// The functions below walk JSON that checkJSON has passed. They copy nothing
// and look inside a value only when it is asked for, so a line costs little
// more memory than its bytes.

// stringEnd returns where a string that starts at b[0] ends, len(b) at most.
func stringEnd(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(b)
}

// nestedEnd returns where an object or list that starts at b[0] ends.
func nestedEnd(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i += stringEnd(b[i:]) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(b)
}

// nextValue splits the first value off the text that it starts.
func nextValue(b []byte) (value, rest []byte) {
	end := len(b)
	switch b[0] {
	case '"':
		end = stringEnd(b)
	case '{', '[':
		end = nestedEnd(b)
	default:
		if i := bytes.IndexAny(b, ",]} \t\r\n"); i >= 0 {
			end = i
		}
	}
	return b[:end], b[end:]
}

// afterSpace skips white space and one separator, if there is one.
func afterSpace(b []byte, separator byte) []byte {
	b = bytes.TrimLeft(b, " \t\r\n")
	if len(b) > 0 && b[0] == separator {
		b = bytes.TrimLeft(b[1:], " \t\r\n")
	}
	return b
}

func isNull(raw []byte) bool { return raw == nil || raw[0] == 'n' }

// eachElement calls do with each element of a list; null is an empty list.
func eachElement(raw []byte, do func(raw []byte) error) error {
	if isNull(raw) {
		return nil
	}
	if raw[0] != '[' {
		return errors.New("is not a list")
	}
	for b := afterSpace(raw[1:], 0); b[0] != ']'; {
		var value []byte
		value, b = nextValue(b)
		if err := do(value); err != nil {
			return err
		}
		b = afterSpace(b, ',')
	}
	return nil
}

// unquote returns the text of a JSON string. It refuses NUL, which text in the
// project file cannot hold, and halves of surrogate pairs, which encoding/json
// would silently replace.
func unquote(raw []byte) (string, error) {
	if isNull(raw) || raw[0] != '"' {
		return "", errors.New("is not a text")
	}
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1]), nil
	}
	if hasLoneSurrogate(raw) {
		return "", errors.New("has half of a surrogate pair (\\ud800 to \\udfff), which is no character")
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return "", err
	}
	if strings.IndexByte(s, 0) >= 0 {
		return "", errors.New("has a NUL character; remove it")
	}
	return s, nil
}

func hasLoneSurrogate(raw []byte) bool {
	escape := func(i int) string { // the first two digits of \uXXXX at i
		if i+6 > len(raw) || raw[i] != '\\' || raw[i+1] != 'u' {
			return ""
		}
		return strings.ToLower(string(raw[i+2 : i+4]))
	}
	high := func(e string) bool { return e >= "d8" && e <= "db" }
	low := func(e string) bool { return e >= "dc" && e <= "df" }
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		switch e := escape(i); {
		case low(e) || high(e) && !low(escape(i+6)):
			return true
		case high(e):
			i += 11
		default:
			i++
		}
	}
	return false
}
