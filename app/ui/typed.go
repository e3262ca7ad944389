package ui

import "strings"

// presentation lists the letters of Arabic Presentation Forms-B in the order of
// the block from U+FE80, each with its number of forms (Unicode chart FE70).
var presentation = []struct {
	letter rune
	forms  rune
}{
	{'ء', 1},
	{'آ', 2},
	{'أ', 2},
	{'ؤ', 2},
	{'إ', 2},
	{'ئ', 4},
	{'ا', 2},
	{'ب', 4},
	{'ة', 2},
	{'ت', 4},
	{'ث', 4},
	{'ج', 4},
	{'ح', 4},
	{'خ', 4},
	{'د', 2},
	{'ذ', 2},
	{'ر', 2},
	{'ز', 2},
	{'س', 4},
	{'ش', 4},
	{'ص', 4},
	{'ض', 4},
	{'ط', 4},
	{'ظ', 4},
	{'ع', 4},
	{'غ', 4},
	{'ف', 4},
	{'ق', 4},
	{'ك', 4},
	{'ل', 4},
	{'م', 4},
	{'ن', 4},
	{'ه', 4},
	{'و', 2},
	{'ى', 2},
	{'ي', 4},
}

// lamAlef are the alefs of U+FEF5 to U+FEFC, two forms each.
var lamAlef = [...]rune{'آ', 'أ', 'إ', 'ا'}

// letters returns what a keyboard meant by a rune: some layouts send lam-alef
// and other letters as presentation forms, which must not reach the data.
func letters(r rune) []rune {
	switch {
	case r >= 0xFEF5 && r <= 0xFEFC:
		return []rune{'ل', lamAlef[(r-0xFEF5)/2]}
	case r >= 0xFE80 && r <= 0xFEF4:
		at := r - 0xFE80
		for _, p := range presentation {
			if at < p.forms {
				return []rune{p.letter}
			}
			at -= p.forms
		}
	}
	return []rune{r}
}

// numeric tells whether r may stand in a number: digits of the three scripts in
// use, and the separators of decimals and thousands.
func numeric(r rune) bool {
	return (r >= '0' && r <= '9') || (r >= '٠' && r <= '٩') || (r >= '۰' && r <= '۹') ||
		strings.ContainsRune(".,٫٬", r)
}

// typeable tells whether a field takes r at all: no control characters.
func typeable(r rune) bool { return r >= 0x20 && (r < 0x7F || r >= 0xA0) && r != 0xFFFD }
