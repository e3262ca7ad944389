package annotate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

// problems returns the kinds and fields of the problems of one item, or of the record for "".
func (c *claimSheet) problems(name string) []string {
	var kinds []string
	for _, p := range c.Problems() {
		if p.Item == c.ids[name] {
			kinds = append(kinds, p.Kind+" "+p.Field)
		}
	}
	return kinds
}

// complete sets what a count needs to be without problems.
func (c *claimSheet) complete(name string) {
	c.Helper()
	c.set(name, "kind", "killed", "unit", "persons", "claim_status", "narrator")
}

func TestProblemsOfItems(t *testing.T) {
	for name, test := range map[string]struct {
		act  func(*claimSheet)
		of   string
		want []string
	}{
		"a count of nothing but words": {
			func(c *claimSheet) { c.count("n", "عشرات العناصر", "modifier", "") }, "n",
			[]string{"problem.required kind", "problem.required value", "problem.required claimed_by"},
		},
		"a complete count": {func(c *claimSheet) { c.count("n", "28 عنصراً"); c.complete("n") }, "n", nil},
		"without words": {
			func(c *claimSheet) {
				id, err := c.Add(model.KindTactic)
				must(c.T, "add", err)
				c.ids["n"] = id
				c.set("n", "code", "shelling")
			}, "n", []string{"problem.no_words "},
		},
		"a figure that differs from the words": {
			func(c *claimSheet) {
				c.count("n", "28 عنصراً", "value", "29", "min", "29", "max", "29")
				c.complete("n")
			}, "n",
			[]string{"problem.unproved value"},
		},
		"such a figure with evidence": {
			func(c *claimSheet) {
				c.count("n", "28 عنصراً", "value", "15", "min", "", "max", "", "modifier", "")
				c.complete("n")
				start, end := find(c.T, c.Session, "15")
				must(c.T, "bind", c.Bind(c.ids["n"], "value", "", start, end))
			}, "n", nil,
		},
		"min above max":  {func(c *claimSheet) { c.count("n", "28 عنصراً", "min", "30"); c.complete("n") }, "n", []string{"problem.min_max min"}},
		"value too high": {func(c *claimSheet) { c.count("n", "28 عنصراً", "min", "1", "max", "27"); c.complete("n") }, "n", []string{"problem.outside value"}},
		"exact range":    {func(c *claimSheet) { c.count("n", "28 عنصراً", "min", "20"); c.complete("n") }, "n", []string{"problem.exact_range modifier"}},
		"more than": {func(c *claimSheet) {
			c.count("n", "28 عنصراً", "modifier", "more_than", "min", "29", "max", "")
			c.complete("n")
		}, "n", nil},
		"a period": {func(c *claimSheet) {
			c.count("n", "28 عنصراً", "period", "2018-10-13/2018-10-12")
			c.complete("n")
		}, "n", []string{"problem.date_order period"}},
		"part of a month": {
			func(c *claimSheet) { c.count("n", "28 عنصراً", "period", "2018-10-13/2018-10"); c.complete("n") }, "n", nil,
		},
		"a wrong total": {
			func(c *claimSheet) { c.tolls(); c.link("north", "part_of", "all") }, "all", []string{"problem.total links"},
		},
		"a right total": {
			func(c *claimSheet) {
				c.tolls()
				c.link("east", "part_of", "all")
				c.link("north", "part_of", "all")
				c.link("west", "part_of", "all")
			},
			"all", nil,
		},
		"a total that cannot be checked": {
			func(c *claimSheet) { c.tolls(); c.link("east", "part_of", "all"); c.link("south", "part_of", "all") }, "all",
			[]string{"problem.total_unknown links"},
		},
		"parts above the total, one of them in words": {
			func(c *claimSheet) {
				c.tolls()
				c.set("south", "min", "30")
				c.link("east", "part_of", "all")
				c.link("south", "part_of", "all")
			},
			"all",
			[]string{"problem.total_exceeded links"},
		},
		"a large subset": {func(c *claimSheet) { c.tolls(); c.link("all", "subset_of", "north") }, "all", []string{"problem.subset links"}},
		"a small subset": {func(c *claimSheet) { c.tolls(); c.link("north", "subset_of", "all") }, "north", nil},
		"a subset in another unit": {
			func(c *claimSheet) { c.tolls(); c.set("all", "unit", "families"); c.link("all", "subset_of", "north") }, "all", nil,
		},
		"the same claim twice": {
			func(c *claimSheet) {
				c.count("a", "28 عنصراً")
				c.complete("a")
				c.count("n", "28 عنصراً")
				c.complete("n")
			}, "n",
			[]string{"problem.duplicate "},
		},
		"two who say it": {
			func(c *claimSheet) {
				c.count("a", "28 عنصراً")
				c.complete("a")
				c.count("n", "28 عنصراً", "claimed_by", c.entity("المرصد"))
				c.complete("n")
			}, "n", nil,
		},
		"a claimant with another role": {
			func(c *claimSheet) {
				group := c.entity("التنظيم")
				c.mark(model.KindActor, "group", "عنصراً", "entity", group, "role", "initiator")
				c.count("n", "28 عنصراً", "claimed_by", group)
				c.complete("n")
			}, "n", []string{"problem.claimant_role claimed_by"},
		},
		"a claimant in an event": {
			func(c *claimSheet) {
				group := c.entity("التنظيم")
				c.mark(model.KindActor, "group", "عنصراً", "entity", group, "role", "initiator")
				c.count("n", "28 عنصراً", "claimed_by", group)
				c.complete("n")
				c.event("e")
				must(c.T, "assign", c.Assign(c.ids["e"], c.ids["group"], "claimant"))
			}, "n", nil,
		},
		"an actor":   {func(c *claimSheet) { c.mark(model.KindActor, "n", "عنصراً") }, "n", []string{"problem.required entity", "problem.required role"}},
		"a location": {func(c *claimSheet) { c.mark(model.KindLocation, "n", "شمالاً") }, "n", []string{"problem.required entity", "problem.required role"}},
		"a date":     {func(c *claimSheet) { c.mark(model.KindDate, "n", "غرباً") }, "n", []string{"problem.required start"}},
		"a duration": {func(c *claimSheet) { c.mark(model.KindDate, "n", "غرباً", "type", "duration") }, "n", nil},
		"dates": {func(c *claimSheet) {
			c.mark(model.KindDate, "n", "غرباً", "start", "2018-10", "end", "2018-09-30")
		}, "n", []string{"problem.date_order end"}},
		"an event": {func(c *claimSheet) { c.event("n"); c.set("n", "title", "") }, "n", []string{"problem.required title", "problem.no_members members"}},
		"a member role": {
			func(c *claimSheet) {
				c.count("a", "28 عنصراً")
				c.event("n")
				must(c.T, "members", c.SetMembers(c.ids["n"], []model.Member{{ID: c.ids["a"], Role: "victim"}}))
			}, "n", []string{"problem.member_role members"},
		},
		"no casualties stated": {
			func(c *claimSheet) {
				c.count("n", "28 عنصراً")
				c.complete("n")
				must(c.T, "answer", c.Answer(model.QuestionCasualties, model.NoneStated))
			}, "n", []string{"problem.none_stated kind"},
		},
		"number not given": {
			func(c *claimSheet) {
				c.count("n", "28 عنصراً")
				c.complete("n")
				must(c.T, "answer", c.Answer(model.QuestionCasualties, model.NumberNotGiven))
			}, "n", []string{"problem.number_given value"},
		},
		"number not given, and none is": {
			func(c *claimSheet) {
				c.count("n", "عشرات العناصر")
				c.complete("n")
				must(c.T, "answer", c.Answer(model.QuestionCasualties, model.NumberNotGiven))
			}, "n", nil,
		},
		"no event": {
			func(c *claimSheet) {
				c.event("n")
				c.count("a", "28 عنصراً")
				must(c.T, "assign", c.Assign(c.ids["n"], c.ids["a"], ""))
				must(c.T, "answer", c.Answer(model.QuestionEvents, model.NoEvents))
			}, "n", []string{"problem.no_events "},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := newClaims(t, toll)
			test.act(c)
			if got := c.problems(test.of); !slices.Equal(got, test.want) {
				t.Errorf("problems %q, want %q", got, test.want)
			}
		})
	}
}

// tolls adds complete counts for every figure of the text.
func (c *claimSheet) tolls() {
	for _, n := range [][2]string{{"all", "28 عنصراً"}, {"east", "6 عناصر"}, {"north", "15 عنصراً"}, {"west", "7 آخرين"}, {"south", "عشرات العناصر"}} {
		c.count(n[0], n[1])
		c.complete(n[0])
	}
}

func TestProblemsOfTheRecord(t *testing.T) {
	c := newClaims(t, toll)
	if got := c.Problems(); got != nil {
		t.Errorf("nothing is done yet, and there is %v", got)
	}
	expect := func(want ...string) {
		t.Helper()
		if got := c.problems(""); !slices.Equal(got, want) {
			t.Errorf("problems %q, want %q", got, want)
		}
	}
	must(t, "note", c.SetRecordField("note", "n"))
	expect("problem.required relevance", "problem.unanswered casualties", "problem.unanswered events")
	must(t, "relevant", c.SetRecordField("relevance", "relevant"))
	must(t, "casualties", c.Answer(model.QuestionCasualties, model.NoneStated))
	expect("problem.unanswered events")
	c.event("e")
	expect()
	must(t, "irrelevant", c.SetRecordField("relevance", "irrelevant"))
	expect("problem.irrelevant relevance")
	must(t, "delete", c.Delete(c.ids["e"]))
	expect()
}

// TestProblemsSayWhere checks what a panel jumps by, and the order.
func TestProblemsSayWhere(t *testing.T) {
	c := newClaims(t, toll)
	c.count("late", "15 عنصراً", "min", "30")
	c.complete("late")
	c.count("early", "28 عنصراً", "min", "30")
	c.complete("early")
	var got []annotate.Problem
	for _, p := range c.Problems() {
		if p.Item != "" {
			got = append(got, p)
		}
	}
	if len(got) != 2 || got[0].Item != c.ids["early"] || got[1].Item != c.ids["late"] {
		t.Fatalf("problems %+v, want those of the text in order", got)
	}
	p := got[0]
	if p.Span != c.SpansOf(p.Item)[0].ID || p.Severity != annotate.Error || !slices.Equal(p.Args, []any{model.Decimal("30"), model.Decimal("28")}) {
		t.Errorf("%+v", p)
	}
}

// TestRingsFromFilesAreFound imports a ring of links, which no session makes.
func TestRingsFromFilesAreFound(t *testing.T) {
	store, p := newProject(t)
	path := filepath.Join(t.TempDir(), "ring.jsonl")
	must(t, "write", os.WriteFile(path, []byte(strings.Join(strings.Fields(`{"hashiya": 1, "id": "a", "text": "12 34", "records": [{"id": "r", "annotator": "coder 1", "counts": [
		{"id": "x", "value": 12, "links": [{"type": "part_of", "count": "y"}]}, {"id": "y", "value": 12, "links": [{"type": "part_of", "count": "z"}]},
		{"id": "z", "value": 12, "links": [{"type": "part_of", "count": "x"}]}]}]}`), " ")), 0o600))
	importAll(t, store, p, path)
	articles, err := store.Articles()
	must(t, "articles", err)
	rings := 0
	for _, problem := range open(t, p, articles[0].ID).Problems() {
		if problem.Kind == annotate.ProblemRing {
			rings++
		}
	}
	if rings != 1 {
		t.Errorf("%d rings, want 1", rings)
	}
}

// TestTheCodebookSaysWhatIsMissing takes required fields and retired codes from
// the project's codebook.
func TestTheCodebookSaysWhatIsMissing(t *testing.T) {
	c := newClaimsUnder(t, toll, func(book map[string]any) {
		book["kinds"] = map[string]any{"tactic": []any{
			map[string]any{"name": "code"}, map[string]any{"name": "initiator", "required": true}, map[string]any{"name": "success"},
		}, "count": []any{map[string]any{"name": "claim_status", "required": true}}}
		for _, code := range book["lists"].(map[string]any)["tactic"].([]any) {
			if code := code.(map[string]any); code["key"] == "shelling" {
				code["retired"] = true
			}
		}
	})
	c.mark(model.KindTactic, "n", "شمالاً", "code", "shelling")
	c.mark(model.KindActor, "other kind", "غرباً")
	c.count("claim", "28 عنصراً")
	c.count("own voice", "6 عناصر", "claim_status", "narrator")
	for name, want := range map[string][]string{
		"n":          {"problem.required initiator", "problem.code code"},
		"other kind": {"problem.required entity", "problem.required role"},
		"claim":      {"problem.required claim_status", "problem.required claimed_by"},
		"own voice":  nil,
	} {
		if got := c.problems(name); !slices.Equal(got, want) {
			t.Errorf("%s: problems %q, want %q", name, got, want)
		}
	}
}

// BenchmarkProblems checks a record of 500 items; it must stay under 5 ms.
func BenchmarkProblems(b *testing.B) {
	store, p := newProject(b)
	s := open(b, p, load(b, store, p, newsOf(1, 100<<10)))
	group, err := p.NewEntity("التنظيم", "")
	must(b, "entity", err)
	event, err := s.NewEvent("e")
	must(b, "event", err)
	first := ""
	for i := range 499 {
		kind := model.Kinds[i%5]
		id, err := s.Annotate(kind, i*20, i*20+12)
		must(b, "annotate", err)
		must(b, "assign", s.Assign(event, id, ""))
		if kind != model.KindCount {
			continue
		}
		must(b, "claimant", s.SetField(id, "claimed_by", group.ID))
		if first == "" {
			first = id
		} else {
			must(b, "link", s.Link(id, "part_of", first))
		}
	}
	for b.Loop() {
		if len(s.Problems()) < 100 {
			b.Fatal("too few problems")
		}
	}
}
