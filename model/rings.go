package model

import (
	"maps"
	"slices"
)

// Rings finds links that lead back to where they began, such as an entity that
// is its own grandparent. next holds what each key links to; keys that it does
// not have end a chain. Each ring is given once, as its keys in the order of
// the links.
func Rings(next map[string]string) [][]string {
	var rings [][]string
	walks := map[string]int{} // the walk in which a key was first met, from 1
	for n, start := range slices.Sorted(maps.Keys(next)) {
		key, known := start, true
		for ; known && walks[key] == 0; key, known = follow(next, key) {
			walks[key] = n + 1
		}
		if !known || walks[key] != n+1 {
			continue
		}
		ring := []string{key}
		for at := next[key]; at != key; at = next[at] {
			ring = append(ring, at)
		}
		rings = append(rings, ring)
	}
	return rings
}

func follow(next map[string]string, key string) (string, bool) {
	to, found := next[key]
	return to, found && to != ""
}
