package annotate

import (
	"cmp"
	"slices"
	"unicode"

	"hashiya/model"
	"hashiya/model/arabic"
)

// Candidate is a place in the article whose words may be the value of a field.
type Candidate struct {
	// Start and End are the words, in code points of the article, half-open.
	Start, End int
	// Values are what SetField would get: one value. There is none where the
	// words say something else than a value, as "tens" does.
	Values []string
	Entity string // entity id, when the value is one
	// Label is the value to show beside the words: a name, a number with its
	// bounds, an ISO date, or why the words have no value.
	Label string
	// Speaks is set in the candidates of claimed_by: a verb of saying or "according
	// to" stands beside the name.
	Speaks bool
}

// Candidates returns what the words of the article offer for a field of an
// item, in reading order: numbers for the figures of a count, names of actors
// or places for fields that hold entities, date expressions for dates, cues for
// codes. It is empty for other fields. Several candidates may share their
// words, when more than one entity goes by a name.
//
// The list is kept until an edit or the project changes what is in it; it is
// for reading only.
func (s *Session) Candidates(item, field string) []Candidate {
	owner := s.Item(item)
	if owner == nil {
		return nil
	}
	f, found := model.FieldOf(owner.Kind(), field)
	if !found {
		return nil
	}
	s.found.refresh(s)
	key := listKey{owner.Kind(), field}
	if f.Entity != model.NoEntity {
		key = listKey{"", entityList(f.Entity)}
		if field == claimedBy {
			key.field = claimedBy
		}
	}
	list, known := s.found.lists[key]
	if !known {
		list = s.candidates(owner.Kind(), f)
		s.found.lists[key] = list
	}
	return list
}

const claimedBy = "claimed_by"

// candidates works out the list of a field.
func (s *Session) candidates(kind model.Kind, f model.Field) []Candidate {
	switch {
	case f.Entity != model.NoEntity:
		list := s.entityCandidates(f.Entity)
		if f.Name == claimedBy {
			s.markSpeakers(list)
		}
		return list
	case kind == model.KindDate && f.Name != "note":
		return s.dateCandidates(dateFieldValue[f.Name])
	case f.Type == model.DateValue:
		return s.dateCandidates(func(d arabic.Date) string { return d.Start })
	case f.Type == model.PeriodValue:
		return s.dateCandidates(periodValue)
	case kind == model.KindCount && numberValue[f.Name] != nil:
		return s.numberCandidates(f)
	case f.Type == model.CodeValue:
		return s.cueCandidates(f.List)
	}
	return nil
}

// numberValue gives what a number expression says of a field of a count.
var numberValue = map[string]func(arabic.Count) string{
	"value":    func(n arabic.Count) string { return n.Value },
	"min":      func(n arabic.Count) string { return cmp.Or(n.Min, n.Value) },
	"max":      func(n arabic.Count) string { return cmp.Or(n.Max, n.Value) },
	"modifier": func(n arabic.Count) string { return n.Modifier },
	"unit":     func(n arabic.Count) string { return n.Unit },
}

func (s *Session) numberCandidates(f model.Field) []Candidate {
	var list []Candidate
	for _, n := range s.found.readNumbers(s) {
		c := Candidate{Start: n.OuterStart, End: n.OuterEnd, Label: numberLabel(n)}
		value := numberValue[f.Name](n)
		if value != "" {
			c.Values = []string{value}
		}
		if (value == "" && f.Name != "value") || !s.takes(f, value) {
			continue
		}
		list = append(list, c)
	}
	return list
}

// takes reports whether a field may hold a value that a text gave.
func (s *Session) takes(f model.Field, value string) bool {
	switch {
	case value == "":
		return true
	case f.Type == model.CodeValue:
		_, known := s.project.codebook.Code(f.List, value)
		return known
	case f.Type == model.DecimalValue:
		return model.Decimal(value).Valid()
	}
	return true
}

func numberLabel(n arabic.Count) string {
	switch {
	case n.Value != "":
		return n.Value
	case n.Min != "" || n.Max != "":
		return n.Min + "–" + n.Max
	}
	return n.Modifier
}

// dateFieldValue gives what a date expression says of a field of a date.
var dateFieldValue = map[string]func(arabic.Date) string{
	"type":      func(d arabic.Date) string { return d.Type },
	"start":     func(d arabic.Date) string { return d.Start },
	"end":       func(d arabic.Date) string { return cmp.Or(d.End, d.Start) },
	"precision": func(d arabic.Date) string { return d.Precision },
	"basis":     func(d arabic.Date) string { return d.Basis },
}

func periodValue(d arabic.Date) string {
	if d.Start == "" && d.End == "" {
		return ""
	}
	return d.Start + "/" + d.End
}

func (s *Session) dateCandidates(value func(arabic.Date) string) []Candidate {
	if value == nil {
		return nil
	}
	var list []Candidate
	for _, found := range s.found.readDates(s) {
		c := Candidate{Start: found.Start, End: found.End, Label: dateLabel(found.Date)}
		if v := value(found.Date); v != "" {
			c.Values = []string{v}
		}
		list = append(list, c)
	}
	return list
}

func dateLabel(d arabic.Date) string {
	switch {
	case d.Start == "" && d.End == "":
		return d.Basis
	case d.Start == d.End:
		return d.Start
	}
	return d.Start + "/" + d.End
}

// cueCandidates finds the words that hint at the codes of a list.
func (s *Session) cueCandidates(list string) []Candidate {
	var found []Candidate
	for _, hit := range s.found.readCues(s, list) {
		code, _ := s.project.codebook.Code(list, hit.ID)
		found = append(found, Candidate{Start: hit.Start, End: hit.End, Values: []string{hit.ID}, Label: code.Names.In("ar")})
	}
	return found
}

// CandidateFrom returns where a walk through candidates begins for an item: at
// the one nearest to the item's own words, in their sentence if any is there,
// of two as near the one behind them. Entities that the item has already come
// behind the others: who did it is not whom it was done to. For claimed_by,
// where parties speak of themselves, only those who claim it already do, and
// the names that speak come first. It is -1 for an empty list.
func (s *Session) CandidateFrom(list []Candidate, item string) int {
	best, least := -1, [4]int{}
	words := s.ownWords(item)
	from, to := s.sentenceBounds(words)
	has := s.entitiesOf(item, slices.ContainsFunc(list, func(c Candidate) bool { return c.Speaks }))
	for i, c := range list {
		rank := [4]int{1, 1, 0, 0} // outside the sentence, silent, had already, code points away
		if c.Start < to && from < c.End {
			rank[0] = 0
		}
		if c.Speaks {
			rank[1] = 0
		}
		if c.Entity != "" && slices.Contains(has, c.Entity) {
			rank[2] = 1
		}
		switch {
		case c.Start >= words.End:
			rank[3] = 2 * (c.Start - words.End)
		case c.End <= words.Start:
			rank[3] = 2*(words.Start-c.End) + 1
		}
		if best < 0 || slices.Compare(rank[:], least[:]) < 0 {
			best, least = i, rank
		}
	}
	return best
}

// entitiesOf lists the entities that an item has, in claimed_by or in all
// fields.
func (s *Session) entitiesOf(id string, claimants bool) []string {
	item := s.Item(id)
	if item == nil {
		return nil
	}
	var entities []string
	for _, f := range model.Fields(item.Kind()) {
		// The one entity of a mention is what the walk may look for again.
		if f.Type == model.EntityList && (!claimants || f.Name == claimedBy) {
			entities = append(entities, f.Get(item)...)
		}
	}
	return entities
}

// ownWords returns the first own words of an item, else its first evidence,
// else what is selected.
func (s *Session) ownWords(item string) model.Range {
	if spans := s.SpansOf(item); len(spans) > 0 {
		return model.Range{Start: spans[0].Start, End: spans[0].End}
	}
	return s.selection
}

// sentenceBounds returns the bounds of the sentence, or sentences, of a range.
func (s *Session) sentenceBounds(r model.Range) (from, to int) {
	from, to = min(max(r.Start, 0), len(s.text)), min(max(r.End, 0), len(s.text))
	for from > 0 && !s.isSentenceEnd(from-1) {
		from--
	}
	for to < len(s.text) && !s.isSentenceEnd(to) {
		to++
	}
	return from, to
}

// isSentenceEnd reports a line break, or a full stop, question or exclamation
// mark that no letter or digit follows.
func (s *Session) isSentenceEnd(i int) bool {
	switch s.text[i] {
	case '\n':
		return true
	case '.', '؟', '?', '!', '…':
		return i+1 == len(s.text) || !unicode.IsLetter(s.text[i+1]) && !unicode.IsDigit(s.text[i+1])
	}
	return false
}
