package dataset

import (
	"errors"
	"fmt"
	"strconv"
)

// object is a JSON object with its members in the order of the file. They are
// few, so they are looked for one by one.
type object struct {
	members []member
}

type member struct {
	key    string
	rawKey []byte // with quotes and escapes as in the file
	value  []byte
}

// parseObject splits an object into its members. A doubled key is refused: one
// of its values would be lost.
func parseObject(raw []byte) (*object, error) {
	if isNull(raw) || raw[0] != '{' {
		return nil, errors.New("is not an object")
	}
	o := &object{}
	for b := afterSpace(raw[1:], 0); b[0] != '}'; {
		var m member
		m.rawKey, b = nextValue(b)
		key, err := unquote(m.rawKey)
		if err != nil {
			return nil, fmt.Errorf("key %s %w", m.rawKey, err)
		}
		m.key = key
		m.value, b = nextValue(afterSpace(b, ':'))
		b = afterSpace(b, ',')
		if o.find(key) != nil {
			return nil, fmt.Errorf("key %q stands twice in one object", key)
		}
		if len(o.members) == maxMembers {
			return nil, fmt.Errorf("has more than %d keys in one object", maxMembers)
		}
		o.members = append(o.members, m)
	}
	return o, nil
}

// find returns a member, nil when it is missing.
func (o *object) find(key string) *member {
	for i := range o.members {
		if o.members[i].key == key {
			return &o.members[i]
		}
	}
	return nil
}

// get returns a member's value, nil when it is missing or null.
func (o *object) get(key string) []byte {
	m := o.find(key)
	if m == nil || isNull(m.value) {
		return nil
	}
	return m.value
}

// text returns a member's text, "" when it is missing or null.
func (o *object) text(key string) (string, error) {
	raw := o.get(key)
	if raw == nil {
		return "", nil
	}
	s, err := unquote(raw)
	if err != nil {
		return "", fmt.Errorf("field %q %w", key, err)
	}
	return s, nil
}

// to says where the text under a key goes.
type to struct {
	key  string
	text *string
}

// readTexts reads several texts; one that is missing or null leaves its
// variable as it is.
func (o *object) readTexts(all ...to) error {
	for _, t := range all {
		if o.get(t.key) == nil {
			continue
		}
		text, err := o.text(t.key)
		if err != nil {
			return err
		}
		*t.text = text
	}
	return nil
}

// texts returns a member's list of texts, nil when it is missing or null.
func (o *object) texts(key string) ([]string, error) {
	var texts []string
	err := eachElement(o.get(key), func(raw []byte) error {
		if len(texts) == maxTexts {
			return fmt.Errorf("lists more than %d texts", maxTexts)
		}
		s, err := unquote(raw)
		texts = append(texts, s)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("field %q %w", key, err)
	}
	return texts, nil
}

// integer returns a member's whole number.
func (o *object) integer(key string) (int, error) {
	n, err := strconv.Atoi(string(o.get(key)))
	if err != nil {
		return 0, fmt.Errorf("field %q is %.20q, not a whole number", key, o.get(key))
	}
	return n, nil
}

// child returns a member that is an object, an empty one when it is missing or
// null.
func (o *object) child(key string) (*object, error) {
	raw := o.get(key)
	if raw == nil {
		return &object{}, nil
	}
	child, err := parseObject(raw)
	if err != nil {
		return nil, fmt.Errorf("field %q %w", key, err)
	}
	return child, nil
}
