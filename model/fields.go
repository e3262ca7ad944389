package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// FieldType says what values a field takes. Every value has a text form, so
// that forms, files and tables can treat all fields alike.
type FieldType int

// The types of field, with the text form of a value.
const (
	TextValue    FieldType = iota // free text
	CodeValue                     // key of a code in the field's list
	EntityValue                   // one entity id
	EntityList                    // entity ids in order
	DecimalValue                  // decimal text, not negative
	DateValue                     // partial ISO date
	PeriodValue                   // two partial ISO dates with a slash
	BoolValue                     // "true", or none for false
	TriValue                      // "true" or "false", or none when not known
)

// EntityKind says which entities a field offers.
type EntityKind int

// The kinds of entity.
const (
	NoEntity EntityKind = iota
	ActorEntity
	PlaceEntity
)

// Field describes one field of an item, a record or an article: one line here
// makes it known to the form, to files and to the checks. Its name is the
// key in files and the column in the project file.
type Field struct {
	Name   string
	Type   FieldType
	List   string     // the code list of a CodeValue
	Entity EntityKind // what an EntityValue or EntityList points to
	// Own says that the item's own words prove the field; other fields want
	// evidence of their own.
	Own bool

	get func(any) []string
	set func(any, []string)
}

// Get returns the values of the field in what it belongs to: none when it is
// empty, one for a single field, several for a list.
func (f Field) Get(owner any) []string { return f.get(owner) }

// Set replaces the values of the field. It refuses values that are not of the
// field's form; whether a code or an entity exists is for Codebook.Check and
// the caller.
func (f Field) Set(owner any, values ...string) error {
	if len(values) > 1 && f.Type != EntityList {
		return &FieldError{Field: f.Name, Reason: ReasonOneValue}
	}
	for i, v := range values {
		if v == "" {
			return &FieldError{Field: f.Name, Reason: ReasonEmpty}
		}
		if slices.Contains(values[:i], v) {
			return &FieldError{Field: f.Name, Value: v, Reason: ReasonDoubled}
		}
		if !f.wellFormed(v) {
			return &FieldError{Field: f.Name, Value: v, Reason: f.reason()}
		}
	}
	f.set(owner, values)
	return nil
}

func (f Field) wellFormed(value string) bool {
	switch f.Type {
	case DecimalValue:
		return Decimal(value).Valid() && value[0] != '-'
	case DateValue:
		return ValidDate(value)
	case PeriodValue:
		return ValidPeriod(value)
	case BoolValue:
		return value == "true"
	case TriValue:
		return value == "true" || value == "false"
	}
	// JSON, and so the journal and every file, cannot hold other bytes.
	return utf8.ValidString(value) && !strings.ContainsRune(value, 0)
}

func (f Field) reason() Reason {
	switch f.Type {
	case DecimalValue:
		return ReasonNotDecimal
	case DateValue:
		return ReasonNotDate
	case PeriodValue:
		return ReasonNotPeriod
	case BoolValue, TriValue:
		return ReasonNotBool
	}
	return ReasonNotText
}

// HeadFields are the fields that every item may carry besides those of its
// kind.
var HeadFields = []Field{
	codeField("certainty", "certainty", func(i Item) *string { return &i.Meta().Certainty }),
	textField("note", func(i Item) *string { return &i.Meta().Note }),
	codeField("origin", "origin", func(i Item) *string { return &i.Meta().Origin }),
	textField("codebook", func(i Item) *string { return &i.Meta().Codebook }),
	textField("external_id", func(i Item) *string { return &i.Meta().ExternalID }),
}

var kindFields = map[Kind][]Field{
	KindActor: {
		own(entityField("entity", ActorEntity, func(a *Actor) *string { return &a.Entity })),
		codeField("role", "actor_role", func(a *Actor) *string { return &a.Role }),
		own(codeField("mention_type", "mention_type", func(a *Actor) *string { return &a.MentionType })),
	},
	KindLocation: {
		own(entityField("entity", PlaceEntity, func(l *Location) *string { return &l.Entity })),
		codeField("role", "location_role", func(l *Location) *string { return &l.Role }),
		textField("relation", func(l *Location) *string { return &l.Relation }),
		codeField("precision", "location_precision", func(l *Location) *string { return &l.Precision }),
	},
	KindCount: {
		codeField("kind", "count_kind", func(c *Count) *string { return &c.What }),
		own(codeField("unit", "count_unit", func(c *Count) *string { return &c.Unit })),
		entityList("who", ActorEntity, func(c *Count) *[]string { return &c.Who }),
		codeField("who_status", "count_who_status", func(c *Count) *string { return &c.WhoStatus }),
		entityList("by", ActorEntity, func(c *Count) *[]string { return &c.By }),
		own(codeField("modifier", "count_modifier", func(c *Count) *string { return &c.Modifier })),
		own(decimalField("value", func(c *Count) *Decimal { return &c.Value })),
		own(decimalField("min", func(c *Count) *Decimal { return &c.Min })),
		own(decimalField("max", func(c *Count) *Decimal { return &c.Max })),
		entityList("claimed_by", ActorEntity, func(c *Count) *[]string { return &c.ClaimedBy }),
		codeField("claim_status", "count_claim_status", func(c *Count) *string { return &c.ClaimStatus }),
		entityField("to", PlaceEntity, func(c *Count) *string { return &c.To }),
		dateField("date", func(c *Count) *string { return &c.Date }),
		periodField("period", func(c *Count) *string { return &c.Period }),
		boolField("cumulative", func(c *Count) *bool { return &c.Cumulative }),
		own(boolField("implicit", func(c *Count) *bool { return &c.Implicit })),
	},
	KindTactic: {
		own(codeField("code", "tactic", func(t *Tactic) *string { return &t.Code })),
		entityList("initiator", ActorEntity, func(t *Tactic) *[]string { return &t.Initiator }),
		entityList("target", ActorEntity, func(t *Tactic) *[]string { return &t.Target }),
		triField("success", func(t *Tactic) **bool { return &t.Success }),
	},
	KindDate: {
		own(codeField("type", "date_type", func(d *Date) *string { return &d.Type })),
		own(dateField("start", func(d *Date) *string { return &d.Start })),
		own(dateField("end", func(d *Date) *string { return &d.End })),
		own(codeField("precision", "date_precision", func(d *Date) *string { return &d.Precision })),
		textField("basis", func(d *Date) *string { return &d.Basis }),
	},
	KindEvent: {
		textField("title", func(e *Event) *string { return &e.Title }),
		dateField("date", func(e *Event) *string { return &e.Date }),
	},
}

// Fields returns the fields of a kind, without HeadFields, in the order in
// which forms and files show them.
func Fields(kind Kind) []Field { return kindFields[kind] }

// FieldOf finds a field of a kind by name, among its own and HeadFields.
func FieldOf(kind Kind, name string) (Field, bool) {
	for _, fields := range [][]Field{kindFields[kind], HeadFields} {
		for i := range fields {
			if fields[i].Name == name {
				return fields[i], true
			}
		}
	}
	return Field{}, false
}

// textual builds a field that one string holds.
func textual[T any, S ~string](name string, t FieldType, at func(T) *S) Field {
	return Field{
		Name: name, Type: t,
		get: func(owner any) []string {
			if v := *at(owner.(T)); v != "" {
				return []string{string(v)}
			}
			return nil
		},
		set: func(owner any, values []string) {
			*at(owner.(T)) = S(first(values))
		},
	}
}

// own marks a field as proved by the item's own words.
func own(f Field) Field {
	f.Own = true
	return f
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

func textField[T any](name string, at func(T) *string) Field { return textual(name, TextValue, at) }
func dateField[T any](name string, at func(T) *string) Field { return textual(name, DateValue, at) }

func periodField[T any](name string, at func(T) *string) Field {
	return textual(name, PeriodValue, at)
}

func decimalField[T any](name string, at func(T) *Decimal) Field {
	return textual(name, DecimalValue, at)
}

func codeField[T any](name, list string, at func(T) *string) Field {
	f := textual(name, CodeValue, at)
	f.List = list
	return f
}

func entityField[T any](name string, kind EntityKind, at func(T) *string) Field {
	f := textual(name, EntityValue, at)
	f.Entity = kind
	return f
}

func entityList[T any](name string, kind EntityKind, at func(T) *[]string) Field {
	return Field{
		Name: name, Type: EntityList, Entity: kind,
		get: func(owner any) []string { return slices.Clone(*at(owner.(T))) },
		set: func(owner any, values []string) { *at(owner.(T)) = slices.Clone(values) },
	}
}

func boolField[T any](name string, at func(T) *bool) Field {
	return Field{
		Name: name, Type: BoolValue,
		get: func(owner any) []string {
			if *at(owner.(T)) {
				return []string{"true"}
			}
			return nil
		},
		set: func(owner any, values []string) { *at(owner.(T)) = len(values) > 0 },
	}
}

func triField[T any](name string, at func(T) **bool) Field {
	return Field{
		Name: name, Type: TriValue,
		get: func(owner any) []string {
			if v := *at(owner.(T)); v != nil {
				return []string{strconv.FormatBool(*v)}
			}
			return nil
		},
		set: func(owner any, values []string) {
			p := at(owner.(T))
			*p = nil
			if len(values) > 0 {
				v := values[0] == "true"
				*p = &v
			}
		},
	}
}

// String names the field for messages.
func (f Field) String() string { return fmt.Sprintf("field %q", f.Name) }
