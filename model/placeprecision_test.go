package model

import "testing"

func TestPlacePrecision(t *testing.T) {
	for _, c := range []struct {
		kind        string
		relative    bool
		ucdp, acled int
	}{
		{"town", false, 1, 1},
		{"town", true, 2, 2},
		{"relative_area", false, 2, 2},
		{"admin3", false, 3, 2},
		{"admin2", true, 3, 2},
		{"admin1", false, 4, 3},
		{"admin1", true, 4, 3},
		{"linear_feature", false, 5, 3},
		{"country", false, 6, 0},
		{"country", true, 5, 0},
		{"other", false, 0, 0},
		{"", false, 0, 0},
	} {
		if ucdp, acled := PlacePrecision(c.kind, c.relative); ucdp != c.ucdp || acled != c.acled {
			t.Errorf("%s, relative %t: UCDP %d, ACLED %d, want %d, %d", c.kind, c.relative, ucdp, acled, c.ucdp, c.acled)
		}
	}
}

func TestPlaceName(t *testing.T) {
	for _, c := range []struct{ ar, en, language, want string }{
		{"هجين", "Hajin", "ar", "هجين"},
		{"هجين", "Hajin", "en", "Hajin"},
		{"", "Hajin", "ar", "Hajin"},
		{"هجين", "", "en", "هجين"},
	} {
		if got := (Place{NameAr: c.ar, NameEn: c.en}).Name(c.language); got != c.want {
			t.Errorf("%q/%q in %s: %q, want %q", c.ar, c.en, c.language, got, c.want)
		}
	}
}
