package model

import (
	"math/big"
	"regexp"
	"strings"
	"time"
)

// Decimal is a number as decimal text ("37", "0.5"), empty when not known. The
// text is kept, so that "1.50" does not become "1.5" on its way through files.
type Decimal string

var decimalForm = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?$`)

// Valid reports whether d is empty or a JSON number without exponent, of at
// most 18 digits on either side of the point.
func (d Decimal) Valid() bool { return d == "" || decimalForm.MatchString(string(d)) }

// Compare orders two valid, non-empty decimals exactly: -1, 0 or +1.
func (d Decimal) Compare(e Decimal) int {
	a, _ := new(big.Rat).SetString(string(d))
	b, _ := new(big.Rat).SetString(string(e))
	if a == nil || b == nil {
		return strings.Compare(string(d), string(e))
	}
	return a.Cmp(b)
}

// Add returns the exact sum of two valid, non-empty decimals, with as many
// places as the longer of them has. It may have more digits than Valid takes.
func (d Decimal) Add(e Decimal) Decimal {
	a, first := new(big.Rat).SetString(string(d))
	b, second := new(big.Rat).SetString(string(e))
	if !first || !second {
		return ""
	}
	return Decimal(a.Add(a, b).FloatString(max(d.places(), e.places())))
}

// places counts the digits behind the point.
func (d Decimal) places() int {
	_, fraction, _ := strings.Cut(string(d), ".")
	return len(fraction)
}

// ValidDate reports whether s is empty or a partial ISO 8601 date that exists:
// "2018", "2018-09" or "2018-09-30".
func ValidDate(s string) bool {
	if s == "" {
		return true
	}
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if len(s) == len(layout) {
			_, err := time.Parse(layout, s)
			return err == nil
		}
	}
	return false
}

// ValidPeriod reports whether s is empty or two partial ISO dates with a slash
// between them, either of which may be missing ("2018-09-10/2018-10-13",
// "2018-12-01/").
func ValidPeriod(s string) bool {
	if s == "" {
		return true
	}
	from, to, found := strings.Cut(s, "/")
	return found && s != "/" && ValidDate(from) && ValidDate(to)
}
