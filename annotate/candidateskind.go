package annotate

import "hashiya/model"

// kindField is the field whose candidates are the places where items of a kind
// are mentioned.
var kindField = map[model.Kind]string{
	model.KindActor: "entity", model.KindLocation: "entity", model.KindCount: "value", model.KindTactic: "code", model.KindDate: "start",
}

// CandidatesOf returns the words of the article that may be labelled as items
// of a kind and are not yet, in reading order: one for each place, even when
// its words name more than one entity. The list is for reading only.
func (s *Session) CandidatesOf(kind model.Kind) []Candidate {
	f, found := model.FieldOf(kind, kindField[kind])
	if !found {
		return nil
	}
	s.found.refresh(s)
	key := listKey{kind, f.Name}
	if f.Entity != model.NoEntity {
		key = listKey{"", entityList(f.Entity)}
	}
	all, known := s.found.lists[key]
	if !known {
		all = s.candidates(kind, f)
		s.found.lists[key] = all
	}
	labelled := s.labelled(kind)
	var open []Candidate
	for _, c := range all {
		r := model.Range{Start: c.Start, End: c.End}
		if n := len(open); n > 0 && open[n-1].Start == c.Start && open[n-1].End == c.End {
			continue
		}
		if !overlapsAny(labelled, r) {
			open = append(open, c)
		}
	}
	return open
}

// labelled returns the own words of the items of a kind.
func (s *Session) labelled(kind model.Kind) []model.Range {
	var ranges []model.Range
	if s.work == nil {
		return nil
	}
	for _, span := range s.work.Spans {
		if item := s.work.Items[span.Item]; span.Field == "" && item != nil && item.Kind() == kind {
			ranges = append(ranges, model.Range{Start: span.Start, End: span.End})
		}
	}
	return ranges
}

func overlapsAny(ranges []model.Range, r model.Range) bool {
	for _, other := range ranges {
		if other.Start < r.End && r.Start < other.End {
			return true
		}
	}
	return false
}
