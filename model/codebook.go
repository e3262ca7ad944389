package model

import (
	"slices"
	"strconv"
)

// Names is a text in the languages of the interface.
type Names struct {
	Ar string `json:"ar"`
	En string `json:"en"`
}

// In returns the text in a language ("ar" or "en"), or in the other one when
// that is empty.
func (n Names) In(language string) string {
	if language == "ar" && n.Ar != "" || n.En == "" {
		return n.Ar
	}
	return n.En
}

// Code is one value that a field may take. A code that was in use is never
// taken out of its list: it is merged, split or retired, and stays readable.
type Code struct {
	Key             string             `json:"key"`
	Family          string             `json:"family,omitempty"` // key of a family
	Names           Names              `json:"names"`
	Definition      Names              `json:"definition,omitzero"`
	Rule            Names              `json:"rule,omitzero"`              // when to use the code, when another
	Examples        []Names            `json:"examples,omitempty"`         // wordings that the code is for
	CounterExamples []Names            `json:"counter_examples,omitempty"` // wordings that look like it and are not
	Colour          string             `json:"colour,omitempty"`           // "#rrggbb"; "" for that of the kind
	Mappings        map[string]Mapping `json:"mappings,omitempty"`         // by scheme: acled, gtd, plover, ucdp
	Cues            []string           `json:"cues,omitempty"`             // Arabic words that hint at the code
	Retired         bool               `json:"retired,omitempty"`          // no longer offered
	MergedInto      string             `json:"merged_into,omitempty"`      // key of the code that stands for this one on reading
	SplitInto       []string           `json:"split_into,omitempty"`       // keys of the codes that share its meaning out
	Extra           Extra              `json:"-"`
}

// Offered reports whether new work may use the code.
func (c *Code) Offered() bool { return !c.Retired && c.MergedInto == "" && len(c.SplitInto) == 0 }

// Mapping is a term of another scheme, "" where there is no sound one; that is
// null in files, so that it can be told from a scheme nobody looked at.
type Mapping string

// Family is a group of codes of one list, such as the remote attacks among the
// tactics.
type Family struct {
	Key   string `json:"key"`
	Names Names  `json:"names"`
}

// FieldGuide is what a codebook says of one field of a kind of item.
type FieldGuide struct {
	Name            string  `json:"name"`               // of the field, as Fields and HeadFields have it
	Hidden          bool    `json:"hidden,omitempty"`   // forms do not show the field
	Required        bool    `json:"required,omitempty"` // an item without it is not complete
	Names           Names   `json:"names,omitzero"`
	Definition      Names   `json:"definition,omitzero"`
	Rule            Names   `json:"rule,omitzero"`
	Examples        []Names `json:"examples,omitempty"`
	CounterExamples []Names `json:"counter_examples,omitempty"`
	Extra           Extra   `json:"-"`
}

// Codebook is a versioned set of code lists, with what it says of the fields.
type Codebook struct {
	ID       string                `json:"id"`
	Version  int                   `json:"version"` // from 1; every edit makes a new one
	Names    Names                 `json:"names"`
	Families []Family              `json:"families,omitempty"`
	Kinds    map[Kind][]FieldGuide `json:"kinds,omitempty"` // in the order in which forms show the fields
	Lists    map[string][]Code     `json:"lists"`           // in the order in which forms show the codes
	Extra    Extra                 `json:"-"`
}

// CodebookRow is a codebook as a project keeps it: whole, one row a version.
type CodebookRow struct {
	ID      string `json:"id"`   // "id@version"
	Body    string `json:"body"` // the codebook as JSON, byte for byte as it came
	Deleted bool   `json:"deleted"`
}

// CodeRef names a code: the list it is in and its key there.
type CodeRef struct {
	List string
	Key  string
}

// Ref names the codebook and its version, "id@version".
func (c *Codebook) Ref() string { return c.ID + "@" + strconv.Itoa(c.Version) }

// List returns the codes of a list that new work may use, in their order; nil
// for an unknown list. The cues of a code that was merged go with the code
// that stands for it. The result is for reading only.
func (c *Codebook) List(list string) []Code {
	codes := c.Lists[list]
	if !slices.ContainsFunc(codes, func(code Code) bool { return !code.Offered() }) {
		return codes
	}
	var offered []Code
	for _, code := range codes {
		if !code.Offered() {
			continue
		}
		for _, merged := range codes {
			if merged.MergedInto != "" && c.Resolve(list, merged.Key) == code.Key {
				code.Cues = slices.Concat(code.Cues, merged.Cues)
			}
		}
		offered = append(offered, code)
	}
	return offered
}

// Code finds what stands for a key in a list: the code itself, or the one that
// it was merged into. Retired and split codes are found too.
func (c *Codebook) Code(list, key string) (Code, bool) { return c.Entry(list, c.Resolve(list, key)) }

// Entry finds the code of a key in a list itself, merged or not.
func (c *Codebook) Entry(list, key string) (Code, bool) {
	if i := c.index(list, key); i >= 0 {
		return c.Lists[list][i], true
	}
	return Code{}, false
}

// Resolve follows merges from a key of a list to the key that stands for it
// now. A key that is not in the list comes back as it is.
func (c *Codebook) Resolve(list, key string) string {
	// A chain of merges longer than the list would be a ring.
	for range c.Lists[list] {
		i := c.index(list, key)
		if i < 0 || c.Lists[list][i].MergedInto == "" {
			break
		}
		key = c.Lists[list][i].MergedInto
	}
	return key
}

// Offer returns the key that new work is to use for a key of a list: the one
// that stands for it, "" when that is not offered.
func (c *Codebook) Offer(list, key string) string {
	code, found := c.Code(list, key)
	if !found || !code.Offered() {
		return ""
	}
	return code.Key
}

func (c *Codebook) index(list, key string) int {
	return slices.IndexFunc(c.Lists[list], func(code Code) bool { return code.Key == key })
}
