package model

import (
	"iter"
	"maps"
	"slices"
)

// CodeChange says what became of a code since a former version of the codebook.
type CodeChange string

// The changes, the weightiest first: only that one is given.
const (
	CodeSame       CodeChange = ""
	CodeMissing    CodeChange = "missing"    // the codebook has it no more
	CodeMerged     CodeChange = "merged"     // another stands for it
	CodeSplit      CodeChange = "split"      // others share its meaning out
	CodeRetired    CodeChange = "retired"    // no longer offered
	CodeNewRule    CodeChange = "rule"       // the rule reads differently
	CodeNewMeaning CodeChange = "definition" // the definition does
	CodeNewNames   CodeChange = "names"      // the names do
)

// Changed says what became of a code since a former version: nil for one that
// is not known any more, of which only merges, splits and retiring can be told.
func (c *Codebook) Changed(former *Codebook, ref CodeRef) CodeChange {
	now, known := c.Entry(ref.List, ref.Key)
	if !known {
		return CodeMissing
	}
	was, had := Code{}, false
	if former != nil {
		was, had = former.Entry(ref.List, ref.Key)
	}
	switch {
	case now.MergedInto != "" && (!had || former.Resolve(ref.List, ref.Key) != c.Resolve(ref.List, ref.Key)):
		return CodeMerged
	case len(now.SplitInto) > 0 && !slices.Equal(now.SplitInto, was.SplitInto):
		return CodeSplit
	case now.Retired && !was.Retired:
		return CodeRetired
	case !had:
		return CodeSame
	}
	// A merged code means what the one does that stands for it.
	now, _ = c.Code(ref.List, ref.Key)
	was, _ = former.Code(ref.List, ref.Key)
	switch {
	case now.Rule != was.Rule:
		return CodeNewRule
	case now.Definition != was.Definition:
		return CodeNewMeaning
	case now.Names != was.Names:
		return CodeNewNames
	}
	return CodeSame
}

// Missing returns the codes of a codebook that another one lacks, in order of
// list and place.
func (c *Codebook) Missing(from *Codebook) []CodeRef {
	var missing []CodeRef
	for ref := range c.All() {
		if _, known := from.Entry(ref.List, ref.Key); !known {
			missing = append(missing, ref)
		}
	}
	return missing
}

// All yields every code, merged and retired ones too, in order of list and
// place.
func (c *Codebook) All() iter.Seq2[CodeRef, Code] {
	return func(yield func(CodeRef, Code) bool) {
		for _, list := range slices.Sorted(maps.Keys(c.Lists)) {
			for _, code := range c.Lists[list] {
				if !yield(CodeRef{list, code.Key}, code) {
					return
				}
			}
		}
	}
}
