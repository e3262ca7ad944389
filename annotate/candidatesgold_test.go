package annotate_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

// leastFound is the share of the careful reading that must be among the
// candidates: "cold" before anything is labelled, "running" with everything
// labelled that stands before. The project has no aliases here, only the long
// names. "walk" is how often the actors and places of a count are the first
// candidate, or at most three keys from it.
var leastFound = map[string]float64{
	"actor cold, right": 0.5, "actor running, words": 0.66, "actor running, right": 0.71, "actor precision": 0.95,
	"location cold, right": 0.55, "location running, words": 0.66, "location running, right": 0.67, "location precision": 0.95,
	"count cold, there": 0.9, "count cold, words": 0.77, "count cold, right": 0.9, "count precision": 0.95,
	"date cold, there": 0.98, "date cold, words": 0.95, "date cold, right": 0.85, "date precision": 0.95,
	"tactic cold, there": 0.88, "tactic cold, words": 0.65, "tactic cold, right": 0.72, "tactic precision": 0.83,
	"walk who first": 0.75, "walk by first": 0.62, "walk claimed_by first": 0.8,
	"walk who within 3": 0.94, "walk by within 3": 0.92, "walk claimed_by within 3": 0.9,
}

// goldField is the field in which each kind of item looks for its words.
var goldField = map[model.Kind]string{
	model.KindActor: "entity", model.KindLocation: "entity", model.KindCount: "value", model.KindDate: "start", model.KindTactic: "code",
}

// valuesOf returns the values of a candidate, entities by key.
func valuesOf(p *annotate.Project, c annotate.Candidate) []string {
	if e, found := p.Entities().ByID(c.Entity); found {
		return []string{e.Key}
	}
	return c.Values
}

// among looks for the words of a gold span among candidates: whether any
// stands there, whether one has exactly its words, and whether one that stands
// there has its value.
func among(p *annotate.Project, list []annotate.Candidate, g goldSpan, field string) (there, exactly, right bool) {
	want := g.fields()[field]
	for _, c := range list {
		if c.Start >= g.End || g.Start >= c.End {
			continue
		}
		there = true
		exactly = exactly || c.Start == g.Start && c.End == g.End
		right = right || slices.Equal(valuesOf(p, c), want)
	}
	return there, exactly, right
}

func TestGoldCandidates(t *testing.T) {
	shared(t)
	store, p := goldProject(t)
	found := &tally{}
	for _, name := range []string{"000.json", "001.json", "002.json"} {
		gold := readGold[goldArticle](t, name)
		importAll(t, store, p, filepath.Join(shared(t), "seeds", gold.File))
		articles, err := store.Articles()
		must(t, "articles", err)
		s := open(t, p, articles[len(articles)-1].ID)
		must(t, "published", s.SetArticleFact("published", gold.PublicationDate))
		asking := map[model.Kind]string{}
		for kind := range goldField {
			asking[kind], err = s.Add(kind)
			must(t, "add", err)
		}
		look := func(when string, g goldSpan) {
			field := goldField[g.kind()]
			there, exactly, right := among(p, s.Candidates(asking[g.kind()], field), g, field)
			what := fmt.Sprintf("%s %s, ", g.kind(), when)
			found.note(what+"there", there)
			found.note(what+"words", exactly)
			found.note(what+"right", right)
		}
		slices.SortFunc(gold.Spans, func(a, b goldSpan) int { return a.Start - b.Start })
		for _, g := range gold.Spans {
			look("cold", g)
		}
		for _, g := range gold.Spans {
			look("running", g)
			id, err := s.Annotate(g.kind(), g.TokStart, g.TokEnd)
			must(t, g.ID, err)
			must(t, g.ID, s.Move(s.SpansOf(id)[0].ID, g.Start, g.End))
			if goldField[g.kind()] == "entity" {
				setFields(t, p, s, id, map[string][]string{"entity": g.fields()["entity"]})
			}
		}
		for kind := range goldField {
			list := s.Candidates(asking[kind], goldField[kind])
			for _, c := range list {
				found.note(string(kind)+" precision", slices.ContainsFunc(gold.Spans, func(g goldSpan) bool {
					return g.kind() == kind && c.Start < g.End && g.Start < c.End
				}))
			}
		}
		walkClaims(t, p, s, gold, found)
	}
	reportFound(t, found, leastFound)
}

// walkClaims takes the actors and places of every gold count by walking to
// them, and notes how often the first candidate is the right one, and one of
// the first four.
func walkClaims(t *testing.T, p *annotate.Project, s *annotate.Session, gold goldArticle, found *tally) {
	t.Helper()
	for _, g := range gold.Spans {
		if g.kind() != model.KindCount {
			continue
		}
		id, err := s.Annotate(g.kind(), g.TokStart, g.TokEnd)
		must(t, g.ID, err)
		for _, field := range []string{"who", "by", "claimed_by", "to"} {
			f, _ := model.FieldOf(model.KindCount, field)
			for _, entity := range toIDs(t, p, f, g.fields()[field]) {
				list := s.Candidates(id, field)
				steps, at := walk(s, list, id, entity)
				found.note("walk "+field+" first", steps == 0)
				found.note("walk "+field+" within 3", steps >= 0 && steps <= 3)
				if steps >= 0 {
					must(t, g.ID+" "+field, s.Take(id, field, list[at]))
				}
			}
		}
		expectProved(t, s, id)
	}
}

// expectProved finds evidence for every entity of a count.
func expectProved(t *testing.T, s *annotate.Session, id string) {
	t.Helper()
	for _, f := range model.Fields(model.KindCount) {
		for _, entity := range f.Get(s.Item(id)) {
			proved := slices.ContainsFunc(s.SpansOf(id), func(span model.Span) bool {
				return span.Field == f.Name && (span.Entity == entity || f.Type == model.EntityValue)
			})
			if f.Entity != model.NoEntity && !proved {
				t.Errorf("%s of %s has no evidence for %s", f.Name, id, entity)
			}
		}
	}
}

// walk returns the keys pressed from the first candidate to one of an entity,
// -1 when there is none, and which it is.
func walk(s *annotate.Session, list []annotate.Candidate, item, entity string) (steps, at int) {
	from := s.CandidateFrom(list, item)
	steps = -1
	for i, c := range list {
		if n := max(i-from, from-i); c.Entity == entity && (steps < 0 || n < steps) {
			steps, at = n, i
		}
	}
	return steps, at
}

// reportFound prints the shares and holds them against the floors.
func reportFound(t *testing.T, found *tally, floors map[string]float64) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(found.lines)) {
		line := found.lines[name]
		share := float64(line[0]) / float64(line[1])
		t.Logf("%-24s %3d of %3d (%.0f %%)", name, line[0], line[1], 100*share)
		if share < floors[name] {
			t.Errorf("%s: only %.2f, want %.2f", name, share, floors[name])
		}
	}
}
