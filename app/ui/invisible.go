package ui

import (
	"fmt"
	"unicode"
)

const (
	zeroWidthNonJoiner = '\u200C'
	zeroWidthJoiner    = '\u200D'
)

// shownByCode tells whether a field shows r by its code: controls and format
// characters without a picture, which would act unseen (Unicode general
// categories Cc and Cf, LS and PS). The joiners are ordinary in Arabic and get
// a thin mark only; number signs and the like have pictures.
func shownByCode(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\t'
	case r < 0x7F || r == zeroWidthNonJoiner || r == zeroWidthJoiner:
		return false
	case r < 0xA0 || r == 0x2028 || r == 0x2029:
		return true
	default:
		return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	}
}

// codes of U+0000 to U+001F: the abbreviations of ISO 6429.
var controlCodes = [...]string{
	"NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI",
	"DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
}

// formatCodes are the abbreviations of Unicode (chapter 23 and NameAliases).
var formatCodes = map[rune]string{
	0x7F: "DEL", 0xAD: "SHY", 0x61C: "ALM", 0x180E: "MVS",
	0x200B: "ZWSP", 0x200E: "LRM", 0x200F: "RLM", 0x2028: "LS", 0x2029: "PS",
	0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
	0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
	0xFEFF: "BOM",
}

// codeOf returns the code by which r is shown, of two to four letters: its
// abbreviation, else its number.
func codeOf(r rune) string {
	if int(r) < len(controlCodes) {
		return controlCodes[r]
	}
	if code, ok := formatCodes[r]; ok {
		return code
	}
	if r >= 0xE0000 && r <= 0xE007F {
		return "TAG"
	}
	return fmt.Sprintf("%02X", r&0xFFFF)
}

// codePlace returns what is laid out where a code is written: symbols of the
// bundled font, wide enough and hidden under the code. They are neutral (class
// ON), so that the text around keeps its order, and joined by ZWJ, so that no
// line is broken among them (UAX #14, LB8a). They are one grapheme too (UAX #29,
// GB11), but not for every segmenter where two codes stand side by side: carets
// are kept out by textBlock.within.
func codePlace(code string) []rune {
	const c, tm = '©', '™'
	if len(code) > 3 {
		return []rune{c, zeroWidthJoiner, tm, zeroWidthJoiner, c}
	}
	return []rune{c, zeroWidthJoiner, c}
}
