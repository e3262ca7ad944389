package model

import (
	"reflect"
	"testing"
)

func TestRings(t *testing.T) {
	for name, c := range map[string]struct {
		next map[string]string
		want [][]string
	}{
		"nothing":         {nil, nil},
		"chain":           {map[string]string{"a": "b", "b": "c"}, nil},
		"chain with ends": {map[string]string{"a": "b", "b": ""}, nil},
		"itself":          {map[string]string{"a": "a"}, [][]string{{"a"}}},
		"three":           {map[string]string{"b": "c", "c": "a", "a": "b"}, [][]string{{"a", "b", "c"}}},
		"tail":            {map[string]string{"a": "b", "b": "c", "c": "b", "d": "a"}, [][]string{{"b", "c"}}},
		"two":             {map[string]string{"a": "b", "b": "a", "x": "x", "y": "x"}, [][]string{{"a", "b"}, {"x"}}},
	} {
		if got := Rings(c.next); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
