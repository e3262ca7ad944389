package annotate_test

import (
	"fmt"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

// longArticle opens an article of 100 kB with 2,000 items, half of them actors.
func longArticle(b *testing.B) (s *annotate.Session, count string) {
	b.Helper()
	store, p := newProject(b)
	for i, name := range []string{"المرصد", "التنظيم", "قوات", "الجسر"} {
		_, err := p.NewEntity(name, []string{"monitoring_ngo", "non_state_armed_group", "non_state_armed_group", "town"}[i])
		must(b, name, err)
	}
	for i := range 500 {
		_, err := p.NewEntity(fmt.Sprintf("فصيل %d", i), "non_state_armed_group")
		must(b, "entity", err)
	}
	s = open(b, p, load(b, store, p, newsOf(1, 100<<10)))
	actors := p.Entities().All()
	for i := range 2000 {
		kind := []model.Kind{model.KindActor, model.KindCount}[i%2]
		id, err := s.Annotate(kind, i*20, i*20+12)
		must(b, "annotate", err)
		if kind == model.KindActor && i%20 == 0 {
			must(b, "entity", s.SetField(id, "entity", actors[i%len(actors)].ID))
		} else {
			count = id
		}
	}
	count, err := s.Annotate(model.KindCount, 20_000, 20_012)
	must(b, "annotate", err)
	return s, count
}

// BenchmarkCandidates measures what the first key of a walk costs ("first": all
// is read anew), the next ones ("cached"), and the first after an actor was
// labelled ("mention").
func BenchmarkCandidates(b *testing.B) {
	s, count := longArticle(b)
	for _, field := range []string{"value", "who", "claimed_by", "to", "date"} {
		b.Run("first/"+field, func(b *testing.B) {
			for b.Loop() {
				s.Reread().Candidates(count, field)
			}
		})
		b.Run("cached/"+field, func(b *testing.B) {
			for b.Loop() {
				s.CandidateFrom(s.Candidates(count, field), count)
			}
		})
	}
	b.Run("mention", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			start := 30 * (i % 1000)
			_, err := s.Annotate(model.KindActor, start, start+12)
			must(b, "annotate", err)
			b.StartTimer()
			s.Candidates(count, "who")
		}
	})
	if n := len(s.Candidates(count, "who")); n < 500 {
		b.Errorf("only %d actors", n)
	}
}
