package annotate

import (
	"cmp"
	"slices"

	"hashiya/model"
	"hashiya/model/arabic"
)

// entityKinds are the kinds of item that mention an entity, with the fields
// that offer it.
var entityKinds = map[model.Kind]model.EntityKind{
	model.KindActor: model.ActorEntity, model.KindLocation: model.PlaceEntity,
}

// entityList names the list of entity types of a field.
func entityList(kind model.EntityKind) string {
	if kind == model.PlaceEntity {
		return "entity_type_location"
	}
	return "entity_type_actor"
}

// mention is a place where an entity is named.
type mention struct {
	model.Range
	entity string
	// rank puts what the annotator labelled before what goes by the same words,
	// that before the names of the entities, and short forms of these last.
	rank int
}

const (
	labelled = iota
	alike
	byName
	byHead
)

// entityCandidates finds the mentions of entities of a kind: the labelled ones,
// the same words elsewhere, and names and aliases. Of overlapping names the
// longest is taken, of whichever kind, so that the country is not found inside
// the name of an army; the annotator's labels stand beside each other.
func (s *Session) entityCandidates(kind model.EntityKind) []Candidate {
	mentions := s.labelledMentions()
	list := entityList(kind)
	var found []Candidate
	mentions = append(mentions, s.namedMentions(mentions)...)
	mentions = append(mentions, s.headMentions(mentions)...)
	for _, m := range longest(mentions, len(s.text)) {
		entity, known := s.project.entities.ByID(m.entity)
		if !known || entity.Deleted || !s.offers(entity, list) {
			continue
		}
		same := func(c Candidate) bool { return c.Start == m.Start && c.End == m.End && c.Entity == entity.ID }
		// Equal ranges stand together.
		if slices.ContainsFunc(found[max(0, len(found)-maxNamesakes):], same) {
			continue
		}
		found = append(found, Candidate{
			Start: m.Start, End: m.End, Values: []string{entity.ID}, Entity: entity.ID, Label: entity.Name("ar"),
		})
	}
	return found
}

// maxNamesakes bounds the entities offered for one name.
const maxNamesakes = 8

// labelledMentions returns the own words of actors and locations that have an
// entity.
func (s *Session) labelledMentions() []mention {
	if s.work == nil {
		return nil
	}
	var list []mention
	for _, span := range s.work.Spans {
		if span.Field != "" {
			continue
		}
		if entity := mentioned(s.work.Items[span.Item]); entity != "" {
			list = append(list, mention{model.Range{Start: span.Start, End: span.End}, entity, labelled})
		}
	}
	return list
}

// mentioned returns the entity of an actor or a location.
func mentioned(item model.Item) string {
	switch item := item.(type) {
	case *model.Actor:
		return item.Entity
	case *model.Location:
		return item.Entity
	}
	return ""
}

// namedMentions finds the words of the labelled mentions again, and the names
// of the project's entities.
func (s *Session) namedMentions(mentions []mention) []mention {
	type name struct{ words, entity string }
	learned, seen := arabic.NewNames(), map[name]bool{}
	for _, m := range mentions {
		n := name{s.nameAt(m.Range), m.entity}
		if !seen[n] {
			seen[n] = true
			learned.Add(n.words, n.entity)
		}
	}
	var found []mention
	for _, hit := range learned.Find(s.found.readWords(s)) {
		found = append(found, mention{model.Range{Start: hit.Start, End: hit.End}, hit.ID, alike})
	}
	for _, hit := range s.found.readNames(s) {
		found = append(found, mention{model.Range{Start: hit.Start, End: hit.End}, hit.ID, byName})
	}
	return found
}

// nameAt returns the words of a range as a name: behind ل the article has lost
// its alef («للتحالف»).
func (s *Session) nameAt(r model.Range) string {
	words := string(s.text[r.Start:r.End])
	if r.Start > 0 && s.text[r.Start-1] == 'ل' && s.text[r.Start] == 'ل' {
		return "ا" + words
	}
	return words
}

// longest drops the mentions that overlap a label or a longer name and gives
// the rest in reading order. size is the length of the text in code points.
func longest(mentions []mention, size int) []mention {
	slices.SortFunc(mentions, func(a, b mention) int {
		return cmp.Or(
			cmp.Compare(min(a.rank, alike), min(b.rank, alike)), cmp.Compare(b.End-b.Start, a.End-a.Start),
			cmp.Compare(a.Start, b.Start), cmp.Compare(a.rank, b.rank), cmp.Compare(a.entity, b.entity),
		)
	})
	owner := make([]int32, size) // one more than the place of the mention kept there
	var kept []mention
	for _, m := range mentions {
		free := true
		for i := m.Start; i < m.End && free; i++ {
			free = m.rank == labelled || owner[i] == 0 || kept[owner[i]-1].Range == m.Range && m.rank != byHead
		}
		if !free {
			continue
		}
		kept = append(kept, m)
		for i := m.Start; i < m.End; i++ {
			owner[i] = int32(len(kept))
		}
	}
	slices.SortStableFunc(kept, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.rank, b.rank))
	})
	return kept
}

// markSpeakers marks the candidates beside the verbs of saying: of each zone
// the one nearest to the verb.
func (s *Session) markSpeakers(list []Candidate) {
	for _, zone := range s.found.readWords(s).SpeechZones() {
		first, _ := slices.BinarySearchFunc(list, zone.Start, func(c Candidate, at int) int { return cmp.Compare(c.Start, at) })
		last := first
		for last < len(list) && list[last].Start < zone.End {
			last++
		}
		if first == last {
			continue
		}
		speaker := list[first]
		if zone.Before {
			speaker = list[last-1]
		}
		for i := first; i < last; i++ {
			list[i].Speaks = list[i].Speaks || list[i].Start == speaker.Start && list[i].End == speaker.End
		}
	}
}
