package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// MaxCodebookBytes is the largest codebook accepted, in bytes of JSON.
const MaxCodebookBytes = 8 << 20

// ParseCodebook reads a codebook from JSON and checks that it can be worked
// with: an id without "@", a version of at least 1, keys that are neither empty
// nor doubled, merges and splits that lead to codes of the same list and not in
// a ring. ReadCodebookFile says of a file from elsewhere what is wrong where.
func ParseCodebook(body []byte) (*Codebook, error) {
	if len(body) > MaxCodebookBytes {
		return nil, fmt.Errorf("codebook has %d bytes, the limit is %d; split it", len(body), MaxCodebookBytes)
	}
	var c Codebook
	if err := json.Unmarshal(body, &c); err != nil {
		return nil, fmt.Errorf("codebook is not valid JSON: %w", err)
	}
	if err := c.checkHead(); err != nil {
		return nil, err
	}
	for list, codes := range c.Lists {
		seen := map[string]bool{}
		for _, code := range codes {
			if code.Key == "" || seen[code.Key] {
				return nil, fmt.Errorf("codebook list %q has an empty or doubled key %q", list, code.Key)
			}
			seen[code.Key] = true
		}
	}
	for ref, reason := range c.LostRedirects() {
		return nil, fmt.Errorf("codebook list %q: code %q %s", ref.List, ref.Key, reason)
	}
	return &c, nil
}

func (c *Codebook) checkHead() error {
	if c.ID == "" || strings.Contains(c.ID, "@") || c.Version < 1 {
		return fmt.Errorf("codebook needs an id without \"@\" and a version of at least 1, has %q and %d", c.ID, c.Version)
	}
	return nil
}

// Encode writes the codebook as JSON without white space.
func (c *Codebook) Encode() ([]byte, error) { return encode(c) }

// Clone returns a copy that shares nothing with the original.
func (c *Codebook) Clone() (*Codebook, error) {
	body, err := c.Encode()
	if err != nil {
		return nil, err
	}
	return ParseCodebook(body)
}

// Same reports whether two codebooks say the same, whatever their versions.
func (c *Codebook) Same(other *Codebook) bool {
	a, b := *c, *other
	a.Version, b.Version = 1, 1
	first, err := a.Encode()
	if err != nil {
		return false
	}
	second, err := b.Encode()
	return err == nil && bytes.Equal(first, second)
}

// The types below are without the methods of the ones they are made of, so
// that encoding/json treats them as plain structs.
type (
	plainCode       Code
	plainFieldGuide FieldGuide
	plainCodebook   Codebook
)

// UnmarshalJSON reads a code and keeps the fields it does not know.
func (c *Code) UnmarshalJSON(body []byte) (err error) {
	*c = Code{}
	c.Extra, err = decodeKeeping(body, (*plainCode)(c))
	return err
}

// MarshalJSON writes a code with the fields it did not know.
func (c Code) MarshalJSON() ([]byte, error) { return encodeWith(plainCode(c), c.Extra) }

// UnmarshalJSON reads what is said of a field and keeps what it does not know.
func (g *FieldGuide) UnmarshalJSON(body []byte) (err error) {
	*g = FieldGuide{}
	g.Extra, err = decodeKeeping(body, (*plainFieldGuide)(g))
	return err
}

// MarshalJSON writes what is said of a field with what it did not know.
func (g FieldGuide) MarshalJSON() ([]byte, error) { return encodeWith(plainFieldGuide(g), g.Extra) }

// UnmarshalJSON reads a codebook and keeps the fields it does not know.
func (c *Codebook) UnmarshalJSON(body []byte) (err error) {
	*c = Codebook{}
	c.Extra, err = decodeKeeping(body, (*plainCodebook)(c))
	return err
}

// MarshalJSON writes a codebook with the fields it did not know.
func (c Codebook) MarshalJSON() ([]byte, error) { return encodeWith(plainCodebook(c), c.Extra) }

// MarshalJSON writes a term, null where there is none.
func (m Mapping) MarshalJSON() ([]byte, error) {
	if m == "" {
		return []byte("null"), nil
	}
	return encode(string(m))
}

// decodeKeeping reads a JSON object into a struct and returns the members that
// the struct has no field for.
func decodeKeeping(body []byte, into any) (Extra, error) {
	if err := json.Unmarshal(body, into); err != nil {
		return "", err
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(body, &members); err != nil {
		return "", err
	}
	if members == nil {
		return "", errors.New("is null, not an object")
	}
	fields := reflect.TypeOf(into).Elem()
	for i := range fields.NumField() {
		tag, _, _ := strings.Cut(fields.Field(i).Tag.Get("json"), ",")
		for name := range members {
			if strings.EqualFold(name, tag) {
				delete(members, name)
			}
		}
	}
	if len(members) == 0 {
		return "", nil
	}
	rest, err := encode(members)
	return Extra(rest), err
}

func encodeWith(v any, extra Extra) ([]byte, error) {
	body, err := encode(v)
	if err != nil || extra == "" {
		return body, err
	}
	body = append(body[:len(body)-1], ',')
	return append(body, extra[1:]...), nil
}

// encode is json.Marshal with Arabic, "<" and "&" left readable.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
