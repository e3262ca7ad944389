package model

import "fmt"

// Reason says why a value was refused; the window has a sentence for each.
type Reason string

// The reasons for which a field's value is refused.
const (
	ReasonOneValue   Reason = "takes one value"
	ReasonEmpty      Reason = "has an empty value; leave the field out instead"
	ReasonDoubled    Reason = "names the same value twice"
	ReasonNotText    Reason = "is not valid text"
	ReasonNotDecimal Reason = "is not a decimal number such as 37 or 0.5"
	ReasonNotDate    Reason = "is not a date such as 2018, 2018-09 or 2018-09-30"
	ReasonNotPeriod  Reason = "is not a period such as 2018-09-10/2018-10-13"
	ReasonNotBool    Reason = "is neither true nor false"
	ReasonNoCode     Reason = "is not a code of the codebook"
	ReasonNoEntity   Reason = "is not an entity of the project"
	ReasonNoField    Reason = "is not a field of this kind"
)

// FieldError is a value that a field does not take.
type FieldError struct {
	Field  string
	Value  string
	List   string // the code list, for ReasonNoCode
	Reason Reason
}

func (e *FieldError) Error() string {
	where := ""
	if e.List != "" {
		where = fmt.Sprintf(" (list %q)", e.List)
	}
	return fmt.Sprintf("field %q: value %q %s%s", e.Field, e.Value, e.Reason, where)
}

// SpanError is a span that does not fit the article's text.
type SpanError struct {
	Span   Span
	Length int    // code points of the text
	Actual string // what stands at the offsets, when they are inside the text
}

func (e *SpanError) Error() string {
	name := ""
	if e.Span.ID != "" {
		name = "span " + e.Span.ID + ": "
	}
	if e.Span.Start < 0 || e.Span.End > e.Length || e.Span.Start >= e.Span.End {
		return fmt.Sprintf("%srange %d-%d is not inside the text of %d code points", name, e.Span.Start, e.Span.End, e.Length)
	}
	return fmt.Sprintf("%sthe text at %d-%d is not the words it quotes", name, e.Span.Start, e.Span.End)
}

// CheckSpan reports whether a span lies inside a text and quotes it exactly.
// The text is given as code points.
func CheckSpan(s Span, text []rune) error {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return &SpanError{Span: s, Length: len(text)}
	}
	if actual := string(text[s.Start:s.End]); actual != s.Text {
		return &SpanError{Span: s, Length: len(text), Actual: actual}
	}
	return nil
}

// Check reports the first code of an item that is not in the codebook.
func (c *Codebook) Check(item Item) error {
	if err := c.checkFields(item, Fields(item.Kind())); err != nil {
		return err
	}
	if err := c.checkFields(item, HeadFields); err != nil {
		return err
	}
	switch item := item.(type) {
	case *Count:
		for _, link := range item.Links {
			if err := c.checkCode("links", "link_type", link.Type); err != nil {
				return err
			}
		}
	case *Event:
		for _, member := range item.Members {
			if err := c.checkMemberRole(member.Role); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkMemberRole takes the roles of actors and those of locations: which of
// them a member may have depends on what it is.
func (c *Codebook) checkMemberRole(role string) error {
	if _, known := c.Code("location_role", role); role == "" || known {
		return nil
	}
	return c.checkCode("members", "actor_role", role)
}

// CheckRecord reports the first code of a record's own fields that is not in
// the codebook.
func (c *Codebook) CheckRecord(r *Record) error { return c.checkFields(r, RecordFields) }

func (c *Codebook) checkFields(owner any, fields []Field) error {
	for _, f := range fields {
		if f.Type != CodeValue {
			continue
		}
		for _, key := range f.Get(owner) {
			if err := c.checkCode(f.Name, f.List, key); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Codebook) checkCode(field, list, key string) error {
	if _, known := c.Code(list, key); known {
		return nil
	}
	return &FieldError{Field: field, Value: key, List: list, Reason: ReasonNoCode}
}
