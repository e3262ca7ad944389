package model

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
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

// Code is one value that a field may take.
type Code struct {
	Key        string            `json:"key"`
	Names      Names             `json:"names"`
	Definition Names             `json:"definition"`
	Rule       Names             `json:"rule"`
	Family     string            `json:"family,omitempty"`
	Mappings   map[string]string `json:"mappings,omitempty"` // other schemes' terms, by scheme
	Cues       []string          `json:"cues,omitempty"`     // Arabic words that hint at the code
}

// Codebook is a versioned set of code lists.
type Codebook struct {
	ID      string            `json:"id"`
	Version int               `json:"version"`
	Names   Names             `json:"names"`
	Lists   map[string][]Code `json:"lists"`
}

// CodebookRow is a codebook as a project keeps it: whole, one row a version.
type CodebookRow struct {
	ID      string `json:"id"`   // "id@version"
	Body    string `json:"body"` // the codebook as JSON, byte for byte as it came
	Deleted bool   `json:"deleted"`
}

// Ref names the codebook and its version, "id@version".
func (c *Codebook) Ref() string { return c.ID + "@" + strconv.Itoa(c.Version) }

// List returns the codes of a list in their order, nil for an unknown list.
func (c *Codebook) List(list string) []Code { return c.Lists[list] }

// Code finds a code in a list.
func (c *Codebook) Code(list, key string) (Code, bool) {
	codes := c.Lists[list]
	i := slices.IndexFunc(codes, func(code Code) bool { return code.Key == key })
	if i < 0 {
		return Code{}, false
	}
	return codes[i], true
}

// ParseCodebook reads a codebook from JSON and checks that it has an id
// without "@", a version of at least 1, and lists whose keys are neither empty
// nor doubled.
func ParseCodebook(body []byte) (*Codebook, error) {
	var c Codebook
	if err := json.Unmarshal(body, &c); err != nil {
		return nil, fmt.Errorf("codebook is not valid JSON: %w", err)
	}
	if c.ID == "" || strings.Contains(c.ID, "@") || c.Version < 1 {
		return nil, fmt.Errorf("codebook needs an id without \"@\" and a version of at least 1, has %q and %d", c.ID, c.Version)
	}
	for list, codes := range c.Lists {
		seen := map[string]bool{}
		for _, code := range codes {
			if code.Key == "" || seen[code.Key] {
				return nil, fmt.Errorf("codebook list %q has an empty or doubled key %q", list, code.Key)
			}
			seen[code.Key] = true
		}
	}
	return &c, nil
}
