package dataset

import (
	"encoding/json"
	"errors"
	"io"
)

// eachMember reads one JSON value and hands over the elements of the first list
// under a key, one at a time. It reads the rest to see that the value ends.
func eachMember(d *json.Decoder, key string, each func(*json.Decoder) error) error {
	depth, found := 0, false
	for before := json.Token(nil); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && depth == 0 && found {
			return nil
		}
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if token == json.Delim('[') && before == key && !found {
			found = true
			for d.More() {
				if err := each(d); err != nil {
					return err
				}
			}
		}
		before = token
	}
}
