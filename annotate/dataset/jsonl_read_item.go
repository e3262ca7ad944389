package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"hashiya/model"
)

// maxEntities is how many entities one field of one item may list.
const maxEntities = 1000

// readItem reads the n-th item of a kind.
func (r *recordReader) readItem(kind model.Kind, n int, raw []byte) error {
	o, err := parseObject(raw)
	if err != nil {
		return fmt.Errorf("%s %d %w", kind, n, err)
	}
	given, err := o.text("id")
	if err == nil && given == "" {
		err = errors.New("field \"id\" is missing")
	}
	if err == nil {
		err = r.checkRows()
	}
	if err != nil {
		return fmt.Errorf("%s %d: %w", kind, n, err)
	}
	item := model.NewItem(kind)
	if err := r.fillItem(item, given, o); err != nil {
		return fmt.Errorf("%s %q: %w", kind, given, err)
	}
	name, _ := canonicalID(given)
	if _, doubled := r.items[name]; doubled {
		return fmt.Errorf("%s %q: the id stands twice in the record; give each item its own", kind, given)
	}
	r.items[name] = item
	r.record.Items = append(r.record.Items, item)
	return nil
}

func (r *recordReader) fillItem(item model.Item, given string, o *object) error {
	id, external, err := r.id(given, string(item.Kind()), r.record.ID)
	if err != nil {
		return err
	}
	head := item.Meta()
	head.ID, head.Record = id, r.record.ID
	if err := r.readFields(item, model.Fields(item.Kind()), o); err != nil {
		return err
	}
	if err := r.readFields(item, model.HeadFields, o); err != nil {
		return err
	}
	if err := keepExternal(&head.ExternalID, external); err != nil {
		return err
	}
	head.Extra = extra(o.rest(itemKeys[item.Kind()])...)
	if err := r.readSpecial(item, o); err != nil {
		return err
	}
	own, err := o.texts("spans")
	if err != nil {
		return err
	}
	if err := r.cite(id, place{}, own); err != nil {
		return fmt.Errorf("field \"spans\": %w", err)
	}
	return r.readEvidence(item, o)
}

func (r *recordReader) readFields(item model.Item, fields []model.Field, o *object) error {
	for _, f := range fields {
		set := setField
		if f.Type == model.EntityList {
			set = r.setEntities
		}
		if err := set(item, f, o.get(f.Name)); err != nil {
			return err
		}
	}
	return nil
}

// setField sets a field of one value from its JSON; null leaves it empty.
func setField(owner any, f model.Field, raw []byte) error {
	if raw == nil {
		return nil
	}
	value, err := fieldText(f, raw)
	if err != nil {
		return fmt.Errorf("%s %w", f, err)
	}
	if f.Type == model.BoolValue && value == "false" {
		return f.Set(owner)
	}
	return f.Set(owner, value)
}

// fieldText returns the text form of a field's JSON value.
func fieldText(f model.Field, raw []byte) (string, error) {
	switch {
	case f.Type == model.DecimalValue:
		digits, err := decimalText(raw)
		if err == nil && strings.HasPrefix(digits, "-") {
			err = fmt.Errorf("is %.20s; it cannot be negative", digits)
		}
		return digits, err
	case f.Type == model.BoolValue || f.Type == model.TriValue:
		if value := string(raw); value == "true" || value == "false" {
			return value, nil
		}
		return "", fmt.Errorf("is %.20s, not true or false", raw)
	case isNumericCode(f) && looksInteger(string(raw)):
		return string(raw), nil
	}
	return unquote(raw)
}

// setEntities sets a list of entities, each a key or an object with the key and
// the spans that prove it.
func (r *recordReader) setEntities(owner any, f model.Field, raw []byte) error {
	var keys []string
	err := eachElement(raw, func(raw []byte) error {
		if len(keys) == maxEntities {
			return fmt.Errorf("lists more than %d entities", maxEntities)
		}
		if raw[0] != '{' {
			key, err := unquote(raw)
			keys = append(keys, key)
			return err
		}
		o, err := parseElement(raw, "entity", "spans")
		if err != nil {
			return err
		}
		key, err := o.text("entity")
		if err != nil {
			return err
		}
		spans, err := o.texts("spans")
		if err != nil {
			return err
		}
		if key == "" {
			return errors.New("has an element without \"entity\"")
		}
		keys = append(keys, key)
		return r.cite(owner.(model.Item).Meta().ID, place{f.Name, key}, spans)
	})
	if err != nil {
		return fmt.Errorf("%s %w", f, err)
	}
	return f.Set(owner, keys...)
}

// parseElement parses an object inside an item that has no Extra of its own,
// so a key that is not known could not be kept.
func parseElement(raw []byte, known ...string) (*object, error) {
	o, err := parseObject(raw)
	if err != nil {
		return nil, err
	}
	if rest := o.rest(keysOf(known...)); len(rest) > 0 {
		return nil, fmt.Errorf("has an element with the key %q, which could not be kept; it takes %s", rest[0].key, strings.Join(known, ", "))
	}
	return o, nil
}

// readEvidence gives spans to the fields that they prove.
func (r *recordReader) readEvidence(item model.Item, o *object) error {
	evidence, err := o.child("evidence")
	if err != nil {
		return err
	}
	slices.SortFunc(evidence.members, func(a, b member) int { return strings.Compare(a.key, b.key) })
	for _, m := range evidence.members {
		if err := checkEvidenceField(item.Kind(), o, m.key); err != nil {
			return err
		}
		spans, err := evidence.texts(m.key)
		if err == nil {
			err = r.cite(item.Meta().ID, place{field: m.key}, spans)
		}
		if err != nil {
			return fmt.Errorf("field \"evidence\": field %q: %w", m.key, err)
		}
	}
	return nil
}

// checkEvidenceField refuses evidence for a field that the kind does not have,
// unless the item carries such a field as extra: a later version may know it.
func checkEvidenceField(kind model.Kind, o *object, name string) error {
	_, known := model.FieldOf(kind, name)
	known = known || kind == model.KindCount && name == "links" || kind == model.KindEvent && name == "members"
	if isExtra := o.find(name) != nil && !itemKeys[kind][name]; known || isExtra {
		return nil
	}
	return fmt.Errorf("field \"evidence\": %w", &model.FieldError{Field: name, Reason: model.ReasonNoField})
}
