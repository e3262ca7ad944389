package model

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a codebook, so that forms stay usable and a hostile file costs
// bounded memory and time.
const (
	maxCodes     = 5000 // of one list
	maxCodeKey   = 100  // code points
	maxCodeName  = 200  // code points
	maxCodeText  = 4000 // code points of a definition, a rule or an example
	maxCodeTexts = 200  // examples, cues or parts of one code
)

var colourForm = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// CodeFault is what is wrong with a code or with what is said of a field.
type CodeFault struct {
	Reason string // in English, to stand behind the name of the code
	Minor  bool   // worth a look, but no reason to refuse it
}

// ValidCodeKey reports whether a key may be that of a code: 1 to 100 letters,
// digits and "_", "-" or ".", of any script.
func ValidCodeKey(key string) bool {
	if key == "" || !utf8.ValidString(key) || utf8.RuneCountInString(key) > maxCodeKey {
		return false
	}
	for _, r := range key {
		if !unicode.In(r, unicode.L, unicode.M, unicode.Nd) && r != '_' && r != '-' && r != '.' {
			return false
		}
	}
	return true
}

// Faults lists what is wrong with a code by itself.
func (c *Code) Faults() []CodeFault {
	var faults []CodeFault
	if !ValidCodeKey(c.Key) {
		faults = append(faults, CodeFault{Reason: fmt.Sprintf("has the key %.40q; a key is 1 to %d letters, digits, \"_\", \"-\" or \".\"", c.Key, maxCodeKey)})
	}
	switch {
	case c.Names == Names{}:
		faults = append(faults, CodeFault{Reason: "has no name; give it one in \"names\""})
	case c.Names.Ar == "":
		faults = append(faults, CodeFault{Reason: "has no Arabic name; the English one is shown", Minor: true})
	case c.Names.En == "":
		faults = append(faults, CodeFault{Reason: "has no English name; the Arabic one is shown", Minor: true})
	}
	if c.Colour != "" && !colourForm.MatchString(c.Colour) {
		faults = append(faults, CodeFault{Reason: fmt.Sprintf("has the colour %.20q; write it as #rrggbb", c.Colour)})
	}
	if c.MergedInto != "" && len(c.SplitInto) > 0 {
		faults = append(faults, CodeFault{Reason: "is both merged and split; keep one of the two"})
	}
	if len(c.Cues) > maxCodeTexts || len(c.SplitInto) > maxCodeTexts || len(c.Mappings) > maxCodeTexts {
		faults = append(faults, CodeFault{Reason: fmt.Sprintf("lists more than %d cues, parts or mappings", maxCodeTexts)})
	}
	return append(faults, textFaults(c.Names, c.Definition, c.Rule, c.Examples, c.CounterExamples)...)
}

// Faults lists what is wrong with what is said of a field of a kind.
func (g *FieldGuide) Faults(kind Kind) []CodeFault {
	var faults []CodeFault
	if _, known := guidedField(kind, g.Name); !known {
		faults = append(faults, CodeFault{Reason: fmt.Sprintf("is not a field of kind %q", kind)})
	}
	if g.Hidden && g.Required {
		faults = append(faults, CodeFault{Reason: "is both hidden and required; nobody could fill it"})
	}
	return append(faults, textFaults(g.Names, g.Definition, g.Rule, g.Examples, g.CounterExamples)...)
}

// guidedField finds a field that a codebook may say something of: one that a
// person fills, or what links and members hold.
func guidedField(kind Kind, name string) (Field, bool) {
	switch {
	case kind == KindCount && name == "links", kind == KindEvent && name == "members":
		return Field{Name: name}, true
	case name == "origin" || name == "codebook" || name == "external_id":
		return Field{}, false
	}
	return FieldOf(kind, name)
}

func textFaults(names, definition, rule Names, examples, counter []Names) []CodeFault {
	long := func(text string, limit int) bool { return utf8.RuneCountInString(text) > limit }
	texts := slices.Concat([]Names{definition, rule}, examples, counter)
	var faults []CodeFault
	if long(names.Ar, maxCodeName) || long(names.En, maxCodeName) {
		faults = append(faults, CodeFault{Reason: fmt.Sprintf("has a name of more than %d characters", maxCodeName)})
	}
	if strings.ContainsFunc(names.Ar+names.En, unicode.IsControl) {
		faults = append(faults, CodeFault{Reason: "has a name of several lines, or with control characters"})
	}
	if slices.ContainsFunc(texts, func(n Names) bool { return long(n.Ar, maxCodeText) || long(n.En, maxCodeText) }) {
		faults = append(faults, CodeFault{Reason: fmt.Sprintf("has a text of more than %d characters", maxCodeText)})
	}
	if len(texts) > maxCodeTexts {
		faults = append(faults, CodeFault{Reason: fmt.Sprintf("has more than %d examples", maxCodeTexts)})
	}
	return faults
}

// LostRedirects yields the codes whose merge or split leads to no code of the
// list, or back to where it began, each with the reason.
func (c *Codebook) LostRedirects() iter.Seq2[CodeRef, string] {
	return func(yield func(CodeRef, string) bool) {
		for ref, reason := range c.lostTargets() {
			if !yield(ref, reason) {
				return
			}
		}
		for list, codes := range c.Lists {
			next := map[string]string{}
			for _, code := range codes {
				next[code.Key] = code.MergedInto
			}
			for _, ring := range Rings(next) {
				for _, key := range ring {
					if !yield(CodeRef{list, key}, fmt.Sprintf("is merged in a ring: %.200q; break it in one place", ring)) {
						return
					}
				}
			}
		}
	}
}

func (c *Codebook) lostTargets() iter.Seq2[CodeRef, string] {
	return func(yield func(CodeRef, string) bool) {
		for list, codes := range c.Lists {
			known := make(map[string]bool, len(codes))
			for _, code := range codes {
				known[code.Key] = true
			}
			for _, code := range codes {
				for _, into := range append([]string{code.MergedInto}, code.SplitInto...) {
					reason := "leads to %q, which is not in the list; add that code or name another"
					if into == code.Key && len(code.SplitInto) > 0 {
						reason = "is split into %q, which is itself; name other codes"
					} else if into == "" || known[into] {
						continue
					}
					if !yield(CodeRef{list, code.Key}, fmt.Sprintf(reason, into)) {
						return
					}
				}
			}
		}
	}
}
