package annotate_test

import (
	"slices"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

// tally counts how often the program's first guess is the careful reader's.
type tally struct {
	lines map[string][2]int // right and all, by what was guessed
}

// least is the share that must be right: below it, the guesses would cost the
// annotator more than they save.
var least = map[string]float64{
	"actor words": 0.9, "location words": 0.9, "count words": 0.9, "date words": 0.9, "tactic words": 0.75,
	"count value": 0.95, "count min": 0.9, "count max": 0.9, "count modifier": 0.95, "count unit": 0.85,
	"date start": 0.85, "date end": 0.9, "tactic code": 0.6, "actor entity": 0.25, "location entity": 0.5,
}

// guessed lists the fields that the words of an item say.
var guessed = map[model.Kind][]string{
	model.KindActor: {"entity"}, model.KindLocation: {"entity"}, model.KindTactic: {"code"},
	model.KindCount: {"value", "min", "max", "modifier", "unit"}, model.KindDate: {"start", "end"},
}

func (a *tally) note(what string, right bool) {
	if a.lines == nil {
		a.lines = map[string][2]int{}
	}
	line := a.lines[what]
	if right {
		line[0]++
	}
	line[1]++
	a.lines[what] = line
}

// add compares a new item, as the program filled it, with the gold.
func (a *tally) add(p *annotate.Project, s *annotate.Session, g goldSpan, id string) {
	item, own := s.Item(id), s.SpansOf(id)[0]
	kind := item.Kind()
	a.note(string(kind)+" words", own.Start == g.Start && own.End == g.End)
	want := g.fields()
	for _, name := range guessed[kind] {
		f, _ := model.FieldOf(kind, name)
		values := f.Get(item)
		if f.Entity != model.NoEntity {
			for i, id := range values {
				e, _ := p.Entities().ByID(id)
				values[i] = e.Key
			}
		}
		a.note(string(kind)+" "+name, slices.Equal(values, want[name]))
	}
}

func (a *tally) report(t *testing.T) {
	t.Helper()
	names := make([]string, 0, len(a.lines))
	for name := range a.lines {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		line := a.lines[name]
		share := float64(line[0]) / float64(line[1])
		t.Logf("%-16s %3d of %3d right (%.0f %%)", name, line[0], line[1], 100*share)
		if share < least[name] {
			t.Errorf("%s: only %.2f are right, want %.2f", name, share, least[name])
		}
	}
}
