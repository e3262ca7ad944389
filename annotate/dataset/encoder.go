package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"hashiya/model"
)

// encoder writes JSON with keys in a chosen order and Arabic as it is. The
// first error is kept in err and ends the use of what was written.
type encoder struct {
	buf     bytes.Buffer
	strings *json.Encoder // writes to buf
	err     error
}

func newEncoder() *encoder {
	e := &encoder{}
	e.strings = json.NewEncoder(&e.buf)
	e.strings.SetEscapeHTML(false)
	return e
}

func (e *encoder) reset() {
	e.buf.Reset()
	e.err = nil
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

// comma separates what comes next from what stands before. The last byte
// tells: no value ends with one of these.
func (e *encoder) comma() {
	b := e.buf.Bytes()
	if len(b) > 0 && bytes.IndexByte([]byte("{[:,"), b[len(b)-1]) < 0 {
		e.buf.WriteByte(',')
	}
}

func (e *encoder) key(name string) {
	e.text(name)
	e.buf.WriteByte(':')
}

// literal writes a number, true, false or null.
func (e *encoder) literal(s string) {
	e.comma()
	e.buf.WriteString(s)
}

func (e *encoder) text(s string) {
	if !utf8.ValidString(s) {
		e.fail(fmt.Errorf("text %.60q is not valid UTF-8 and would be changed by writing it", s))
	}
	e.comma()
	if err := e.strings.Encode(s); err != nil {
		e.fail(err)
	}
	e.buf.Truncate(e.buf.Len() - 1) // Encode ends with a newline
}

func (e *encoder) texts(texts []string) {
	e.array(func() {
		for _, s := range texts {
			e.text(s)
		}
	})
}

func (e *encoder) array(elements func()) { e.enclose('[', elements, ']') }
func (e *encoder) object(members func()) { e.enclose('{', members, '}') }
func (e *encoder) enclose(open byte, content func(), end byte) {
	e.comma()
	e.buf.WriteByte(open)
	content()
	e.buf.WriteByte(end)
}

// nullable writes a key and its text, null when that is empty.
func (e *encoder) nullable(name, s string) {
	e.key(name)
	if s == "" {
		e.literal("null")
		return
	}
	e.text(s)
}

// optional writes a key and its text, nothing when that is empty.
func (e *encoder) optional(name, s string) {
	if s != "" {
		e.nullable(name, s)
	}
}

// decimal writes a number with its digits as they are, null when it is empty.
func (e *encoder) decimal(name string, d model.Decimal) {
	e.key(name)
	switch {
	case d == "":
		e.literal("null")
	case d.Valid():
		e.literal(string(d))
	default:
		e.fail(&model.FieldError{Field: name, Value: string(d), Reason: model.ReasonNotDecimal})
	}
}

// members writes the members whose key is not known.
func (e *encoder) members(members []member, known keySet) {
	for _, m := range members {
		if known[m.key] {
			continue
		}
		e.comma()
		e.buf.Write(m.rawKey)
		e.buf.WriteByte(':')
		e.compact(m.value)
	}
}

// compact writes a JSON value without white space.
func (e *encoder) compact(value []byte) {
	e.comma()
	if err := json.Compact(&e.buf, value); err != nil {
		e.fail(err)
	}
}

// extra writes a row's Extra into the object being written; known keys in it
// are not written, they would shadow the row's own.
func (e *encoder) extra(x model.Extra, known keySet) {
	o, err := parseExtra(x)
	if err != nil {
		e.fail(fmt.Errorf("extra fields: %w", err))
		return
	}
	e.members(o.members, known)
}

// extraUnder does the same for what belongs inside the known object under key.
func (e *encoder) extraUnder(x model.Extra, key string, known keySet) {
	o, err := parseExtra(x)
	if err != nil {
		e.fail(fmt.Errorf("extra fields: %w", err))
		return
	}
	if child, err := o.child(key); err == nil {
		e.members(child.members, known)
	}
}

// hasExtraUnder reports whether extraUnder would write something.
func hasExtraUnder(x model.Extra, key string) bool {
	o, err := parseExtra(x)
	return err == nil && o.get(key) != nil
}
