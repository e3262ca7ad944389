package arabic

import (
	"math/big"
	"strings"
)

// maxDigits bounds the numbers that are read: longer ones are no counts.
const maxDigits = 18

// parseDigits reads folded digits with points and commas: commas or several
// points before groups of three are thousands signs, one point or one other
// comma is the decimal sign. It fails for other mixtures ("12.10.2018").
func parseDigits(text string) (*big.Rat, bool) {
	if len(text) > 2*maxDigits {
		return nil, false
	}
	whole, fraction, hasPoint := strings.Cut(text, ".")
	switch {
	case strings.Contains(fraction, "."):
		whole, fraction, hasPoint = strings.ReplaceAll(text, ".", ","), "", false
		if !isGrouped(whole) {
			return nil, false
		}
	case !hasPoint && strings.Count(whole, ",") == 1 && !isGrouped(whole):
		whole, fraction, hasPoint = strings.Cut(whole, ",")
	}
	if strings.Contains(fraction, ",") || strings.Contains(whole, ",") && !isGrouped(whole) {
		return nil, false
	}
	digits := strings.ReplaceAll(whole, ",", "")
	if len(digits)+len(fraction) > maxDigits {
		return nil, false
	}
	if hasPoint {
		digits += "." + fraction
	}
	return new(big.Rat).SetString(digits)
}

// isGrouped reports "1,250": groups of three behind one to three digits.
func isGrouped(text string) bool {
	groups := strings.Split(text, ",")
	for _, group := range groups[1:] {
		if len(group) != 3 {
			return false
		}
	}
	return len(groups[0]) >= 1 && len(groups[0]) <= 3 && groups[0] != "0"
}

// decimalText writes a number as decimal text without needless zeros.
func decimalText(value *big.Rat) string {
	if value.IsInt() {
		return value.Num().String()
	}
	return strings.TrimRight(value.FloatString(maxDigits), "0")
}
