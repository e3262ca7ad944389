package dataset

import "unicode/utf16"

// utf16Offsets returns, for each code point of a text and for its end, how many
// UTF-16 code units stand before it: JavaScript counts in these.
func utf16Offsets(text string) []int {
	offsets := make([]int, 0, len(text)+1)
	units := 0
	for _, r := range text {
		offsets = append(offsets, units)
		units += max(1, utf16.RuneLen(r))
	}
	return append(offsets, units)
}
