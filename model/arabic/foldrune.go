package arabic

import "unicode"

const (
	hamza              = 'ء'
	hamzaAbove         = '\u0654'
	tatweel            = '\u0640'
	thousandsSeparator = '\u066C'
	basmala            = '\uFDFD' // has no decomposition in Unicode
	basmalaWords       = "بسم الله الرحمن الرحيم"
)

// isMark reports code points that fold to nothing and belong to the letter
// before them: vowel signs, superscript alef, Quranic marks, tatweel, joiners.
func isMark(r rune) bool {
	switch {
	case r >= 0x064B && r <= 0x065F, r == 0x0670, r == tatweel:
		return true
	case r >= 0x0610 && r <= 0x061A, r >= 0x06D6 && r <= 0x06ED:
		return true
	case r == 0x200C, r == 0x200D:
		return true
	}
	return false
}

// isControl reports code points that fold to nothing and belong to no letter:
// bidi controls, zero-width spaces, the byte order mark, soft hyphens.
func isControl(r rune) bool {
	switch {
	case r == 0x00AD, r == 0x061C, r == 0xFEFF, r == 0x2060:
		return true
	case r == 0x200B, r == 0x200E, r == 0x200F:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// isPresentation reports the two blocks of Arabic presentation forms.
func isPresentation(r rune) bool {
	return r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFE
}

// foldRune folds one letter, digit, space or quotation mark.
func foldRune(r rune) rune {
	switch r {
	case 'آ', 'أ', 'إ', 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ے':
		return 'ي'
	case 'ۓ':
		return 'ئ'
	case 'ک', 'گ', 'ڪ':
		return 'ك'
	case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ':
		return 'ه'
	case '“', '”', '„', '‟', '«', '»':
		return '"'
	case '٫':
		return '.'
	case '٪':
		return '%'
	case 0x00A0, 0x202F, 0x205F, 0x3000:
		return ' '
	}
	switch {
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	case r >= 0x2000 && r <= 0x200A:
		return ' '
	}
	return r
}

// foldSearchRune folds further, for search only.
func foldSearchRune(r rune) rune {
	switch r {
	case 'ؤ':
		return 'و'
	case 'ئ':
		return 'ي'
	}
	return unicode.ToLower(r)
}

// withHamza gives the letter that r and a combining hamza are equivalent to.
func withHamza(r rune) (rune, bool) {
	switch r {
	case 'و':
		return 'ؤ', true
	case 'ي':
		return 'ئ', true
	}
	return r, false
}
