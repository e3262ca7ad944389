package assets

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

type text struct{ Ar, En string }

type code struct {
	Key        string             `json:"key"`
	Names      text               `json:"names"`
	Definition text               `json:"definition"`
	Rule       *text              `json:"rule"`
	Family     string             `json:"family"`
	Mappings   map[string]*string `json:"mappings"`
	Cues       []string           `json:"cues"`

	Examples        []text `json:"examples"`
	CounterExamples []text `json:"counter_examples"`
}

type family struct {
	Key   string
	Names text
}

type guide struct {
	Name       string
	Required   bool
	Hidden     bool
	Names      text
	Definition text
	Rule       *text

	Examples        []text `json:"examples"`
	CounterExamples []text `json:"counter_examples"`
}

type codebook struct {
	ID      string            `json:"id"`
	Version int               `json:"version"`
	Names   text              `json:"names"`
	Lists   map[string][]code `json:"lists"`

	Families []family           `json:"families"`
	Kinds    map[string][]guide `json:"kinds"`
}

func parseCodebook(t *testing.T) codebook {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(string(Codebook())))
	decoder.DisallowUnknownFields()
	var c codebook
	if err := decoder.Decode(&c); err != nil {
		t.Fatal(err)
	}
	return c
}

func keys(codes []code) []string {
	var found []string
	for _, c := range codes {
		found = append(found, c.Key)
	}
	return found
}

func TestCodebookHeadAndLists(t *testing.T) {
	c := parseCodebook(t)
	if c.ID != "hashiya" || c.Version != 1 || c.Names.Ar == "" || c.Names.En == "" {
		t.Errorf("head is %q version %d names %+v", c.ID, c.Version, c.Names)
	}
	want := []string{
		"actor_role", "certainty", "count_claim_status", "count_kind", "count_modifier", "count_unit",
		"count_who_status", "date_precision", "date_type", "entity_type_actor", "entity_type_location",
		"link_type", "location_precision", "location_role", "mention_type", "origin", "relevance", "tactic",
	}
	var got []string
	for list := range c.Lists {
		got = append(got, list)
	}
	if slices.Sort(got); !slices.Equal(got, want) {
		t.Errorf("lists are %v, want %v", got, want)
	}
}

func TestCodebookKeysAreUnique(t *testing.T) {
	for list, codes := range parseCodebook(t).Lists {
		found := keys(codes)
		slices.Sort(found)
		if len(slices.Compact(slices.Clone(found))) != len(found) {
			t.Errorf("list %s has a key twice: %v", list, found)
		}
	}
}

func TestCodebookSpeaksBothLanguages(t *testing.T) {
	for list, codes := range parseCodebook(t).Lists {
		labels := map[string]string{}
		for _, c := range codes {
			texts := map[string]text{"names": c.Names, "definition": c.Definition}
			if c.Rule != nil {
				texts["rule"] = *c.Rule
			}
			for _, x := range slices.Concat(c.Examples, c.CounterExamples) {
				checkExample(t, list+"/"+c.Key, x)
			}
			for field, x := range texts {
				if !strings.ContainsFunc(x.Ar, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
					t.Errorf("%s of %s/%s has no Arabic: %q", field, list, c.Key, x.Ar)
				}
				if x.En == "" || strings.ContainsFunc(x.En, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
					t.Errorf("%s of %s/%s is not English: %q", field, list, c.Key, x.En)
				}
				if field != "names" && (!strings.HasSuffix(x.Ar, ".") || !strings.HasSuffix(x.En, ".")) {
					t.Errorf("%s of %s/%s is not a sentence: %q, %q", field, list, c.Key, x.Ar, x.En)
				}
			}
			// Two codes with one label could not be told apart on a form.
			for _, label := range []string{c.Names.Ar, c.Names.En} {
				if other, taken := labels[label]; taken {
					t.Errorf("%s/%s and %s have the same label %q", list, c.Key, other, label)
				}
				labels[label] = c.Key
			}
		}
	}
}

// checkExample wants the Arabic words and what they say in English.
func checkExample(t *testing.T, where string, x text) {
	t.Helper()
	arabic := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
	}
	if !arabic(x.Ar) || x.En == "" || arabic(x.En) {
		t.Errorf("an example of %s is not in both languages: %q, %q", where, x.Ar, x.En)
	}
}

func TestCodebookGuidesFields(t *testing.T) {
	c := parseCodebook(t)
	for _, kind := range []string{"actor", "location", "count", "tactic", "date", "event"} {
		required := 0
		for _, g := range c.Kinds[kind] {
			if g.Required {
				required++
			}
			for _, x := range slices.Concat([]text{g.Names, g.Definition}, g.Examples, g.CounterExamples) {
				checkExample(t, kind+"."+g.Name, x)
			}
		}
		if required == 0 {
			t.Errorf("kind %s requires no field", kind)
		}
	}
	if len(c.Kinds) != 6 {
		t.Errorf("%d kinds have guides, want 6", len(c.Kinds))
	}
}

func TestCodebookNamesItsFamilies(t *testing.T) {
	c := parseCodebook(t)
	for _, f := range c.Families {
		checkExample(t, "family "+f.Key, f.Names)
	}
	for list, codes := range c.Lists {
		for _, code := range codes {
			if code.Family != "" && !slices.ContainsFunc(c.Families, func(f family) bool { return f.Key == code.Family }) {
				t.Errorf("%s/%s is of family %q, which has no name", list, code.Key, code.Family)
			}
		}
	}
}

// TestCodebookTeachesTheActions wants what the code is for and what only looks
// like it, beside every action.
func TestCodebookTeachesTheActions(t *testing.T) {
	for _, c := range parseCodebook(t).Lists["tactic"] {
		if c.Key != "other" && (len(c.Examples) == 0 || len(c.CounterExamples) == 0) {
			t.Errorf("tactic %s lacks an example or a counter-example", c.Key)
		}
	}
}

func TestCodebookTactics(t *testing.T) {
	families := []string{"combat", "remote", "civilian_harm", "information", "control", "method"}
	tactics := 0
	for _, c := range parseCodebook(t).Lists["tactic"] {
		var schemes []string
		for scheme, value := range c.Mappings {
			schemes = append(schemes, scheme)
			if value != nil && *value == "" {
				t.Errorf("tactic %s has an empty mapping to %s, want null", c.Key, scheme)
			}
		}
		if slices.Sort(schemes); !slices.Equal(schemes, []string{"acled", "gtd", "plover"}) {
			t.Errorf("tactic %s maps to %v", c.Key, schemes)
		}
		if c.Key == "other" {
			continue
		}
		tactics++
		if !slices.Contains(families, c.Family) {
			t.Errorf("tactic %s has the family %q", c.Key, c.Family)
		}
		if len(c.Cues) == 0 {
			t.Errorf("tactic %s has no cues", c.Key)
		}
		for _, cue := range c.Cues {
			if cue == "" || strings.ContainsFunc(cue, func(r rune) bool { return unicode.Is(unicode.Mn, r) }) {
				t.Errorf("cue %q of tactic %s is empty or has vowel marks", cue, c.Key)
			}
		}
	}
	if tactics != 38 {
		t.Errorf("%d tactics besides other, want 38", tactics)
	}
}

func TestCodebookLocationPrecisionIsUCDPs(t *testing.T) {
	got := keys(parseCodebook(t).Lists["location_precision"])
	if want := []string{"1", "2", "3", "4", "5", "6", "7"}; !slices.Equal(got, want) {
		t.Errorf("keys are %v, want %v", got, want)
	}
}

func TestCodebookHasEveryCodeInUse(t *testing.T) {
	c := parseCodebook(t)
	var inUse map[string][]string
	readShared(t, "gold/codes.json", &inUse)
	var gold struct{ Tactics map[string]any }
	readShared(t, "gold/codebook.json", &gold)
	for key := range gold.Tactics {
		inUse["tactic"] = append(inUse["tactic"], key)
	}
	for list, wanted := range inUse {
		has := keys(c.Lists[list])
		for _, key := range wanted {
			if !slices.Contains(has, key) {
				t.Errorf("list %s lacks %s", list, key)
			}
		}
	}
}

// readShared reads a JSON file of the folder beside the repository that holds
// the careful readings of real articles, and skips the test where it is absent.
func readShared(t *testing.T, name string, into any) {
	t.Helper()
	path := filepath.Join("..", "..", "shared", filepath.FromSlash(name))
	body, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no ../shared beside the repository: %s is not checked", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(body, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
