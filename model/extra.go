package model

import "encoding/json"

// value returns the JSON under a key of an Extra, nil where there is none.
func (x Extra) value(key string) json.RawMessage {
	if x == "" {
		return nil
	}
	var members map[string]json.RawMessage
	if json.Unmarshal([]byte(x), &members) != nil {
		return nil
	}
	return members[key]
}

// with returns an Extra with a value under a key, or without the key when the
// value is nil. The other members stay as they are; the form is that of files:
// no white space, keys in order.
func (x Extra) with(key string, value any) Extra {
	members := map[string]json.RawMessage{}
	if x != "" && json.Unmarshal([]byte(x), &members) != nil {
		return x // never written by this program; not to be lost either
	}
	delete(members, key)
	if value != nil {
		body, err := encode(value)
		if err != nil {
			return x // texts, numbers and maps of them always encode
		}
		members[key] = body
	}
	if len(members) == 0 {
		return ""
	}
	body, err := encode(members)
	if err != nil {
		return x
	}
	return Extra(body)
}
