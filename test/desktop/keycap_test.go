package desktop

import (
	"slices"
	"testing"
)

func TestArabicKey(t *testing.T) {
	tests := []struct {
		text  string
		key   Keycap
		held  []Keycap
		typed string
	}{
		{"لم", Cap('g'), nil, "ل"},
		{"لا", Cap('b'), nil, "لا"},
		{"لأن", Cap('g'), []Keycap{Shift}, "لأ"},
		{"ا", Cap('h'), nil, "ا"},
		{"أل", Cap('h'), []Keycap{Shift}, "أ"},
		{"؟", Cap('/'), []Keycap{Shift}, "؟"},
		{"ذ", Cap('`'), nil, "ذ"},
		{" لا", Space, nil, " "},
		{"3", Cap('3'), nil, "3"},
		{"é", 0, nil, "é"},
	}
	for _, test := range tests {
		key, held, typed := arabicKey(test.text)
		if key != test.key || !slices.Equal(held, test.held) || typed != test.typed {
			t.Errorf("arabicKey(%q) = %d, %v, %q, want %d, %v, %q", test.text, key, held, typed, test.key, test.held, test.typed)
		}
	}
}
