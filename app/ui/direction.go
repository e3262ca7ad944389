package ui

import (
	"unicode"

	"fyne.io/fyne/v2"

	"hashiya/app/bidi"
)

// Direction says which way a text or a layout runs.
type Direction uint8

const (
	// Interface follows the direction of the interface, see Theme.SetRightToLeft.
	Interface Direction = iota
	// RightToLeft is always right to left.
	RightToLeft
	// LeftToRight is always left to right.
	LeftToRight
	// FirstStrong takes the direction of the text's first letter, and that of
	// the interface where there is none. Layouts treat it as Interface.
	FirstStrong
)

// current returns the program's theme; the zero theme when another is set.
func current() *Theme {
	if t, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return t
	}
	return &Theme{}
}

// InterfaceRTL tells whether the program's theme mirrors the interface.
func InterfaceRTL() bool { return current().rightToLeft }

// strongPatterns tells whether the program's theme wants thicker patterns.
func strongPatterns() bool { return current().highContrast }

// logicalArrows tells whether the arrow keys go by the order of the text.
func logicalArrows() bool { return current().logicalArrows }

// mirrored tells whether a layout of this direction puts leading at the right.
func (d Direction) mirrored() bool {
	switch d {
	case RightToLeft:
		return true
	case LeftToRight:
		return false
	default:
		return InterfaceRTL()
	}
}

// base settles the paragraph direction of text.
func (d Direction) base(text string) bidi.Base {
	rtl := d.mirrored()
	if d == FirstStrong {
		for _, r := range text {
			if unicode.IsLetter(r) {
				rtl = rightToLeftLetter(r)
				break
			}
		}
	}
	if rtl {
		return bidi.BaseRTL
	}
	return bidi.BaseLTR
}

func rightToLeftLetter(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
