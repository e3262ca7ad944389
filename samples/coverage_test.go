package samples

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// goldSpan is a span of the careful reading of real articles.
type goldSpan struct {
	Label      string
	Value      any
	Attributes map[string]any
}

// goldLists names the code list of each attribute of a gold span.
var goldLists = map[string]map[string]string{
	"actor":    {"role": "actor_role", "mention_type": "mention_type"},
	"location": {"role": "location_role"},
	"count": {
		"kind": "count_kind", "unit": "count_unit", "modifier": "count_modifier",
		"claim_status": "count_claim_status", "who_status": "count_who_status",
	},
	"date": {"date_type": "date_type", "precision": "date_precision"},
}

// TestGoldCodes checks that what occurs in the gold occurs in the samples, so
// that tests on the samples meet the same cases.
func TestGoldCodes(t *testing.T) {
	files, err := filepath.Glob("../../shared/gold/[0-9]*.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("../shared/gold is absent: the codes of the real articles cannot be compared")
	}
	_, articles := load(t)
	used := uses(articles)
	want := func(list, code string) {
		if used[list][code] == 0 {
			t.Errorf("the gold has %s %q, the samples do not", list, code)
		}
	}
	for _, file := range files {
		for _, s := range goldSpans(t, file) {
			if s.Label == "tactic" {
				want("tactic", s.Value.(string))
			}
			for attribute, list := range goldLists[s.Label] {
				if code, is := s.Attributes[attribute].(string); is {
					want(list, code)
				}
			}
			for _, link := range []string{"part_of", "subset_of", "duplicate_of"} {
				if s.Attributes[link] != nil {
					want("link_type", link)
				}
			}
		}
	}
}

func goldSpans(t *testing.T, file string) []goldSpan {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Spans []goldSpan }
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	if len(gold.Spans) == 0 {
		t.Fatalf("%s has no spans", file)
	}
	return gold.Spans
}

// TestListsInUse checks that the samples show every code of the lists that a
// newcomer has to learn.
func TestListsInUse(t *testing.T) {
	_, articles := load(t)
	used, lists := uses(articles), codeLists(t)
	for _, list := range []string{
		"actor_role", "location_role", "count_kind", "count_unit", "count_modifier", "count_claim_status",
		"count_who_status", "link_type", "mention_type", "date_type", "date_precision", "certainty", "tactic",
	} {
		for code := range lists[list] {
			if code != "other" && used[list][code] == 0 {
				t.Errorf("no sample has %s %q", list, code)
			}
		}
	}
}

// TestStructure checks that each case that is hard by its form stands in at
// least one article.
func TestStructure(t *testing.T) {
	tests := []struct {
		name string
		in   func(a *article) bool
	}{
		{"nested spans", spanPair(func(a, b span) bool { return a.Start <= b.Start && b.End < a.End })},
		{"coinciding spans", spanPair(func(a, b span) bool { return a.Start == b.Start && a.End == b.End })},
		{"actor and claimant in the same words", actorAndClaimant},
		{"camp name that contains the displaced", campOfDisplaced},
		{"attached و", clitic('و')},
		{"attached ف", clitic('ف')},
		{"attached ب", clitic('ب')},
		{"attached ل", clitic('ل')},
		{"attached ك", clitic('ك')},
		{"لل before a name", func(a *article) bool {
			return anySpan(a, func(s span) bool { return s.Start > 0 && a.runes[s.Start-1] == 'ل' && a.runes[s.Start] == 'ل' })
		}},
		{"no-break space in the text", has("\u00a0")},
		{"no-break space in a span", inSpan("\u00a0")},
		{"hashtag inside a name", inSpan("#")},
		{"hashtag before a name", func(a *article) bool {
			return anySpan(a, func(s span) bool { return s.Start > 0 && a.runes[s.Start-1] == '#' })
		}},
		{"underscore for a space", inSpan("_")},
		{"misspelt weekday", misspeltWeekday},
		{"scrape noise", has("., ")},
		{"Latin name in brackets", has("(Telegram)")},
		{"guillemets", has("«")},
		{"straight quotes", has(`"`)},
		{"Arabic-Indic digits in a count", func(a *article) bool {
			return anyCount(a, func(c count) bool { return strings.ContainsFunc(a.words(c.item), arabicIndic) })
		}},
		{"second paragraph with much Latin", latinSecondParagraph},
		{"title with counts of its own", func(a *article) bool {
			return anyCount(a, func(c count) bool { return a.spans[c.Spans[0]].End <= len([]rune(a.Title)) })
		}},
		{"member in two events with different roles", twoRoles},
		{"background place without an event", loneBackground},
	}
	_, articles := load(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !slices.ContainsFunc(articles, func(a article) bool { return tt.in(&a) }) {
				t.Error("no article has it")
			}
		})
	}
}

// TestCountCases checks that each case that is hard by what a count says
// stands in at least one article.
func TestCountCases(t *testing.T) {
	one := func(c count) bool { return c.Value != nil && *c.Value == 1 }
	two := func(c count) bool { return c.Value != nil && *c.Value == 2 }
	tests := []struct {
		name string
		is   func(c count, words string) bool
	}{
		{"two entities in who", func(c count, _ string) bool { return len(c.Who) == 2 }},
		{"two claimants, one after the other", func(c count, _ string) bool {
			return len(c.ClaimedBy) == 2 && len(c.ClaimedBy[0].Spans) == 1 && len(c.ClaimedBy[1].Spans) == 1
		}},
		{"cumulative over a period", func(c count, _ string) bool { return c.Cumulative && c.Period != nil }},
		{"taken to a place", func(c count, _ string) bool { return c.To != nil && c.Evidence["to"] != nil }},
		{"number after the noun", func(c count, words string) bool { return one(c) && strings.HasSuffix(words, " واحد") }},
		{"dual", func(c count, words string) bool { return two(c) && strings.HasPrefix(words, "هجومان") }},
		{"dual of one word", func(c count, words string) bool { return two(c) && !strings.ContainsAny(words, " \u00a0") }},
		{"implicit one", func(c count, words string) bool { return one(c) && c.Implicit && words == "قيادي" }},
		{"bare plural", func(c count, words string) bool { return c.Modifier == "vague" && words == "قتلى" }},
		{"number word", func(c count, words string) bool {
			return c.Modifier == "exact" && c.Value != nil && *c.Value > 10 && !strings.ContainsFunc(words, unicode.IsDigit)
		}},
		{"modifier after the number", func(c count, words string) bool {
			return c.Modifier == "at_least" && strings.HasSuffix(words, "على الأقل")
		}},
		{"digits and a number word", func(c count, words string) bool {
			return strings.ContainsFunc(words, unicode.IsDigit) && strings.Contains(words, "ألف")
		}},
		{"trigger word", func(c count, _ string) bool { return c.Evidence["kind"] != nil }},
		{"no evidence at all", func(c count, _ string) bool {
			return len(c.Evidence) == 0 && !slices.ContainsFunc(slices.Concat(c.Who, c.By, c.ClaimedBy), func(p proved) bool { return p.Spans != nil })
		}},
		{"evidence of who and by", func(c count, _ string) bool {
			return len(c.Who) > 0 && c.Who[0].Spans != nil && len(c.By) > 0 && c.By[0].Spans != nil
		}},
	}
	_, articles := load(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !slices.ContainsFunc(articles, func(a article) bool {
				return anyCount(&a, func(c count) bool { return tt.is(c, a.words(c.item)) })
			}) {
				t.Error("no count is so")
			}
		})
	}
}

// TestRivalCounts checks that in one article three sources give counts of the
// same kind that contradict each other.
func TestRivalCounts(t *testing.T) {
	most := 0
	_, articles := load(t)
	for _, a := range articles {
		claimants := map[string]map[string]bool{}
		for _, c := range a.Records[0].Counts {
			if (c.ClaimStatus == "contested" || c.ClaimStatus == "denied") && len(c.ClaimedBy) > 0 {
				if claimants[c.Kind] == nil {
					claimants[c.Kind] = map[string]bool{}
				}
				claimants[c.Kind][c.ClaimedBy[0].Entity] = true
			}
		}
		for _, names := range claimants {
			most = max(most, len(names))
		}
	}
	if most < 3 {
		t.Errorf("at most %d sources contradict each other, want 3", most)
	}
}
