package filepicker

import (
	"cmp"
	"slices"
	"strings"

	"hashiya/model/arabic"
)

// sortKey is what names are ordered and searched by: spelling variants, case
// and the digits of three scripts are made equal. Latin stands before Arabic
// because its code points do.
func sortKey(name string) string { return arabic.FoldSearch(name).String() }

// sortEntries puts folders first, then names in natural order.
func sortEntries(entries []entry) {
	slices.SortFunc(entries, func(a, b entry) int {
		if a.folder() != b.folder() {
			if a.folder() {
				return -1
			}
			return 1
		}
		return cmp.Or(natural(a.key, b.key), strings.Compare(a.name, b.name))
	})
}

// natural compares two keys with numbers by their value: file2, file10.
func natural(a, b string) int {
	for a != "" && b != "" {
		if isDigit(a[0]) && isDigit(b[0]) {
			var x, y string
			x, a = cutNumber(a)
			y, b = cutNumber(b)
			if order := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); order != 0 {
				return order
			}
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0]) // UTF-8 orders as code points do
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// cutNumber takes the digits at the start, without leading zeros.
func cutNumber(s string) (digits, rest string) {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return strings.TrimLeft(s[:n], "0"), s[n:]
}

// matches tells whether a key has every word of a folded filter.
func matches(key string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(key, word) {
			return false
		}
	}
	return true
}
