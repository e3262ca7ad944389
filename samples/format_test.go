package samples

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"testing"
)

// The types of this file are the native format as these samples use it.

type projectLine struct {
	Hashiya    int
	Kind, Name string
	Entities   []entity
	Annotators []struct{ Name, Role string }
	byKey      map[string]entity
}

type entity struct {
	Key     string
	Names   struct{ Ar, En string }
	Type    string
	Parent  *string
	Aliases []string
	Place   *struct {
		Lat, Lon *float64
		PCode    *string
	}
}

type article struct {
	Hashiya                           int
	ID, SHA256, Title, Text, Language string
	Source                            struct {
		File, URL, Author, Decoding *string
		RawSHA256                   *string `json:"raw_sha256"`
		Outlet, Published           string
		PublishedBasis              string `json:"published_basis"`
	}
	Records []record

	runes []rune
	spans map[string]span
}

type record struct {
	ID, Kind                     string
	Cites                        []string
	Annotator, Status, Relevance string
	Note, Codebook               string
	Spans                        []span
	Actors                       []actor
	Locations                    []location
	Counts                       []count
	Tactics                      []tactic
	Dates                        []date
	Events                       []event
}

type span struct {
	ID         string
	Start, End int
	Text       string
}

type item struct {
	ID              string
	Spans           []string
	Evidence        map[string][]string
	Certainty, Note string
}

type actor struct {
	item
	Entity, Role string
	MentionType  string `json:"mention_type"`
}

type location struct {
	item
	Entity, Role string
	Relation     *string
	Precision    *int
}

type count struct {
	item
	Kind, Unit, Modifier string
	Who, By              []proved
	WhoStatus            *string `json:"who_status"`
	Value, Min, Max      *float64
	ClaimedBy            []proved `json:"claimed_by"`
	ClaimStatus          string   `json:"claim_status"`
	To, Date, Period     *string
	Cumulative, Implicit bool
	Links                []struct{ Type, Count string }
}

type tactic struct {
	item
	Code              string
	Initiator, Target []proved
	Success           *bool
}

type date struct {
	item
	Type, Precision string
	Start, End      *string
	Basis           string
}

type event struct {
	ID, Title, Date string
	Members         []member
}

// proved is an entity with the spans that prove it; in files without spans it
// is the plain key.
type proved struct {
	Entity string
	Spans  []string
}

func (p *proved) UnmarshalJSON(raw []byte) error {
	type object proved
	return plainOr(raw, &p.Entity, (*object)(p))
}

// member is an item of an event with its role there; in files without a role
// it is the plain id.
type member struct{ ID, Role string }

func (m *member) UnmarshalJSON(raw []byte) error {
	type object member
	return plainOr(raw, &m.ID, (*object)(m))
}

func plainOr(raw []byte, plain *string, object any) error {
	if raw[0] == '"' {
		return json.Unmarshal(raw, plain)
	}
	return strict(raw, object)
}

// strict decodes one JSON value and refuses keys that the types do not have.
func strict(raw []byte, v any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(v); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return fmt.Errorf("more than one value on a line")
	}
	return nil
}

// load reads all samples and fails the test when one is not of the format.
func load(t *testing.T) (projectLine, []article) {
	t.Helper()
	lines := bytes.Split(bytes.TrimSuffix(JSONL(), []byte("\n")), []byte("\n"))
	var project projectLine
	if err := strict(lines[0], &project); err != nil {
		t.Fatalf("project line: %v", err)
	}
	project.byKey = map[string]entity{}
	for _, e := range project.Entities {
		project.byKey[e.Key] = e
	}
	articles := make([]article, len(lines)-1)
	for i, line := range lines[1:] {
		a := &articles[i]
		if err := strict(line, a); err != nil {
			t.Fatalf("article %d: %v", i+1, err)
		}
		if len(a.Records) != 1 {
			t.Fatalf("article %d has %d records, want 1", i+1, len(a.Records))
		}
		a.runes, a.spans = []rune(a.Text), map[string]span{}
		for _, s := range a.Records[0].Spans {
			a.spans[s.ID] = s
		}
	}
	return project, articles
}

// words returns the item's own words, its spans joined by spaces.
func (a *article) words(i item) string {
	var out []byte
	for n, id := range i.Spans {
		if n > 0 {
			out = append(out, ' ')
		}
		out = append(out, a.spans[id].Text...)
	}
	return string(out)
}

// items returns the common part of every item that has words of its own.
func (r *record) items() []item {
	var all []item
	for _, x := range r.Actors {
		all = append(all, x.item)
	}
	for _, x := range r.Locations {
		all = append(all, x.item)
	}
	for _, x := range r.Counts {
		all = append(all, x.item)
	}
	for _, x := range r.Tactics {
		all = append(all, x.item)
	}
	for _, x := range r.Dates {
		all = append(all, x.item)
	}
	return all
}

// proofs returns every element of every list of entities.
func (r *record) proofs() []proved {
	var all []proved
	for _, c := range r.Counts {
		all = slices.Concat(all, c.Who, c.By, c.ClaimedBy)
	}
	for _, x := range r.Tactics {
		all = slices.Concat(all, x.Initiator, x.Target)
	}
	return all
}

// uses counts the codes in the samples by the list that holds them.
func uses(articles []article) map[string]map[string]int {
	out := map[string]map[string]int{}
	use := func(list, code string) {
		if code == "" {
			return
		}
		if out[list] == nil {
			out[list] = map[string]int{}
		}
		out[list][code]++
	}
	for _, a := range articles {
		r := &a.Records[0]
		use("relevance", r.Relevance)
		for _, i := range r.items() {
			use("certainty", i.Certainty)
		}
		for _, x := range r.Actors {
			use("actor_role", x.Role)
			use("mention_type", x.MentionType)
		}
		for _, x := range r.Locations {
			use("location_role", x.Role)
			if x.Precision != nil {
				use("location_precision", fmt.Sprint(*x.Precision))
			}
		}
		for _, c := range r.Counts {
			use("count_kind", c.Kind)
			use("count_unit", c.Unit)
			use("count_modifier", c.Modifier)
			use("count_claim_status", c.ClaimStatus)
			if c.WhoStatus != nil {
				use("count_who_status", *c.WhoStatus)
			}
			for _, l := range c.Links {
				use("link_type", l.Type)
			}
		}
		for _, x := range r.Tactics {
			use("tactic", x.Code)
		}
		for _, d := range r.Dates {
			use("date_type", d.Type)
			use("date_precision", d.Precision)
		}
	}
	return out
}

// codeLists reads the default codebook: which codes each list has.
func codeLists(t *testing.T) map[string]map[string]bool {
	t.Helper()
	raw, err := os.ReadFile("../assets/codebook/default.json")
	if err != nil {
		t.Fatal(err)
	}
	var codebook struct {
		Lists map[string][]struct{ Key string }
	}
	if err := json.Unmarshal(raw, &codebook); err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]bool{}
	for list, codes := range codebook.Lists {
		out[list] = map[string]bool{}
		for _, c := range codes {
			out[list][c.Key] = true
		}
	}
	return out
}
