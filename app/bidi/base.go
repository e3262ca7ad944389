package bidi

// Base is the base direction asked for a paragraph (UAX #9, rules P2 and P3 and HL1).
type Base uint8

const (
	// BaseRTL makes the paragraph right to left.
	BaseRTL Base = iota
	// BaseLTR makes the paragraph left to right.
	BaseLTR
	// BaseAuto lets the first strong letter outside isolates decide; a text without one is right to left.
	BaseAuto
)
