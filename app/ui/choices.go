package ui

import (
	"strings"

	"hashiya/model/arabic"
)

// Choice is one thing that can be picked.
type Choice struct {
	Key     string   // unique; what OnPicked tells
	Label   string   // what is shown
	Detail  string   // shown faint at the other side; searched last
	Aliases []string // other names, in any language; searched, not shown
	Recent  bool     // stands first in the unfiltered list
}

// choiceIndex finds choices by folded text. Folding happens once, on the first
// search: opening a list of 50,000 does not wait for it.
type choiceIndex struct {
	choices []Choice
	folded  []foldedChoice
	byKey   map[string]int
}

type foldedChoice struct {
	label, detail string
	others        []string // key and aliases
}

func newChoiceIndex(choices []Choice) *choiceIndex {
	x := &choiceIndex{choices: choices, byKey: make(map[string]int, len(choices))}
	for i, c := range choices {
		x.byKey[c.Key] = i
	}
	return x
}

// label returns what to show for a key; an unknown key shows itself.
func (x *choiceIndex) label(key string) string {
	if i, ok := x.byKey[key]; ok {
		return x.choices[i].Label
	}
	return key
}

func foldText(text string) string {
	return strings.TrimSpace(arabic.FoldSearch(text).String())
}

func (x *choiceIndex) fold() {
	if x.folded != nil {
		return
	}
	x.folded = make([]foldedChoice, len(x.choices))
	for i, c := range x.choices {
		f := foldedChoice{label: foldText(c.Label), detail: foldText(c.Detail)}
		f.others = append(f.others, foldText(c.Key))
		for _, a := range c.Aliases {
			f.others = append(f.others, foldText(a))
		}
		x.folded[i] = f
	}
}

// Ranks of a match, best first.
const (
	rankEqual  = iota // the label or another name is the filter
	rankPrefix        // the label begins with it
	rankOther         // another name begins with it
	rankWord          // a later word of the label begins with it
	rankInside        // the label or another name has it inside
	rankDetail        // only the detail has it
	ranks
	noMatch = -1
)

func (f *foldedChoice) rank(filter string) int {
	best := noMatch
	better := func(r int) {
		if best == noMatch || r < best {
			best = r
		}
	}
	switch at := strings.Index(f.label, filter); {
	case f.label == filter:
		return rankEqual
	case at == 0:
		better(rankPrefix)
	case at > 0 && strings.Contains(f.label, " "+filter):
		better(rankWord)
	case at > 0:
		better(rankInside)
	}
	for _, o := range f.others {
		switch {
		case o == filter:
			return rankEqual
		case strings.HasPrefix(o, filter):
			better(rankOther)
		case strings.Contains(o, filter):
			better(rankInside)
		}
	}
	if best == noMatch && strings.Contains(f.detail, filter) {
		best = rankDetail
	}
	return best
}

// search returns the positions of the choices that match, best first and in
// the given order within a rank, recent ones before others. equal tells whether
// a choice bears exactly this name. An empty filter matches all.
func (x *choiceIndex) search(text string) (found []int32, equal bool) {
	filter := foldText(text)
	var recent, rest [ranks][]int32
	if filter != "" {
		x.fold()
	}
	for i := range x.choices {
		rank := 0
		if filter != "" {
			if rank = x.folded[i].rank(filter); rank == noMatch {
				continue
			}
			equal = equal || rank == rankEqual
		}
		if x.choices[i].Recent {
			recent[rank] = append(recent[rank], int32(i))
		} else {
			rest[rank] = append(rest[rank], int32(i))
		}
	}
	for rank := range ranks {
		found = append(found, recent[rank]...)
		found = append(found, rest[rank]...)
	}
	return found, equal
}
