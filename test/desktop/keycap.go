package desktop

import (
	"strconv"
	"strings"
	"unicode"
)

// Keycap is a key by its place on the keyboard, as a code of X11 of at least two digits, since xdotool takes one digit for its name: what
// the key types depends on the layout.
type Keycap int

// Keys that are not in the block of letters and digits.
const (
	Shift     Keycap = 50
	Control   Keycap = 37
	Alt       Keycap = 64
	AltGr     Keycap = 108
	BackSpace Keycap = 22
	Return    Keycap = 36
	Space     Keycap = 65
	Home      Keycap = 110
	Up        Keycap = 111
	Left      Keycap = 113
	Right     Keycap = 114
	End       Keycap = 115
	Down      Keycap = 116
	Delete    Keycap = 119
	Tab       Keycap = 23
	F1        Keycap = 67
	F6        Keycap = 72
	F11       Keycap = 95
)

// rows are the keys of the block by what a Latin keyboard types there, with the code of the first of each row.
var rows = []struct {
	first Keycap
	latin string
}{
	{10, "1234567890-="},
	{24, "qwertyuiop[]"},
	{38, "asdfghjkl;'`"},
	{51, `\zxcvbnm,./`},
}

// Cap returns the key of the block of letters and digits that types a character on a Latin keyboard without Shift; 0 when there is none.
func Cap(latin rune) Keycap {
	for _, row := range rows {
		if at := strings.IndexRune(row.latin, latin); at >= 0 {
			return row.first + Keycap(at)
		}
	}
	return 0
}

// Press presses a key by its place, with others held down.
func (p *Program) Press(key Keycap, held ...Keycap) { p.display.do("xdotool", chord(key, held)...) }

// chord are the words for xdotool to press a key with others held down.
func chord(key Keycap, held []Keycap) []string {
	var words []string
	for _, k := range held {
		words = append(words, "keydown", k.code())
	}
	words = append(words, "key", "--delay", "20", key.code())
	for _, k := range held {
		words = append(words, "keyup", k.code())
	}
	return words
}

func (k Keycap) code() string { return strconv.Itoa(int(k)) }

// TypeArabic types a text by the keys that have its letters on the layout "ara", which must be in force. Lam with an alef is one key
// there, as Arab typists use it.
func (p *Program) TypeArabic(text string) {
	var words []string
	for text != "" {
		key, held, typed := arabicKey(text)
		if key == 0 {
			p.display.fail("the Arabic layout has no key for %q", text)
		}
		words = append(words, chord(key, held)...)
		text = text[len(typed):]
	}
	p.display.do("xdotool", words...)
}

// arabic is what the keys of rows type on the layout "ara" (XKB's symbols/ara, "basic"), alone and with Shift; the lam-alefs stand in
// ligatures.
var arabic = []struct{ alone, shifted string }{
	{"1234567890-=", "!@#$%^&*)(_+"},
	{"ضصثقفغعهخحجد", "\u064e\u064b\u064f\u064cﻹإ`÷×؛<>"},
	{"شسيبلاتنمكطذ", "\u0650\u064d][ﻷأـ،/:\"\u0651"},
	{`\ئءؤرﻻىةوزظ`, "…~\u0652}{ﻵآ',.؟"},
}

// lamAlef are the two letters behind each ligature.
var lamAlef = strings.NewReplacer("لا", "ﻻ", "لأ", "ﻷ", "لإ", "ﻹ", "لآ", "ﻵ")

// arabicKey returns the key for the beginning of a text, with what is to be held, and the part of the text that it types; no key when
// the layout has none.
func arabicKey(text string) (key Keycap, held []Keycap, typed string) {
	letters := []rune(text)
	typed = string(letters[:min(len(letters), 2)])
	wanted := []rune(lamAlef.Replace(typed))
	if len(wanted) == 2 || len(letters) == 1 {
		typed = string(letters[:1])
	}
	if unicode.IsSpace(wanted[0]) {
		return Space, nil, typed
	}
	for i, row := range arabic {
		if at := index(row.alone, wanted[0]); at >= 0 {
			return rows[i].first + Keycap(at), nil, typed
		}
		if at := index(row.shifted, wanted[0]); at >= 0 {
			return rows[i].first + Keycap(at), []Keycap{Shift}, typed
		}
	}
	return 0, nil, typed
}

// index is the place of a character in a row, -1 when it is not there.
func index(row string, wanted rune) int {
	for at, r := range []rune(row) {
		if r == wanted {
			return at
		}
	}
	return -1
}
