package annotate

import (
	"strings"
	"unicode"

	"hashiya/model"
	"hashiya/model/arabic"
)

// trim takes the space off both ends of a selection, and in front of a name or
// a figure the letters that are attached to it.
func (s *Session) trim(kind model.Kind, r model.Range) (model.Range, error) {
	if r.Start < 0 || r.End > len(s.text) {
		return r, ErrNoWords
	}
	for r.Start < r.End && unicode.IsSpace(s.text[r.Start]) {
		r.Start++
	}
	for r.End > r.Start && unicode.IsSpace(s.text[r.End-1]) {
		r.End--
	}
	if r.Start >= r.End {
		return r, ErrNoWords
	}
	if kind == model.KindActor || kind == model.KindLocation {
		r = s.bare(r)
	}
	words := string(s.text[r.Start:r.End])
	switch kind {
	case model.KindActor, model.KindLocation:
		r.Start += arabic.TrimClitics(words, s.project.entities.Known)
	case model.KindTactic:
		r.Start += arabic.TrimClitics(words, s.startsWithCue)
	case model.KindCount:
		r.Start += beforeFigure(s.text[r.Start:r.End])
	}
	return r, nil
}

// bare takes quotation marks, brackets and the "#" of a hashtag off a name.
func (s *Session) bare(r model.Range) model.Range {
	const before, after = "#«“\"'([", "»”\"')]"
	for r.End-r.Start > 1 && strings.ContainsRune(before, s.text[r.Start]) {
		r.Start++
	}
	for r.End-r.Start > 1 && strings.ContainsRune(after, s.text[r.End-1]) {
		r.End--
	}
	return r
}

// startsWithCue reports whether a folded text begins with a word that hints at
// a tactic.
func (s *Session) startsWithCue(folded string) bool {
	for _, code := range s.project.codebook.List("tactic") {
		for _, cue := range code.Cues {
			if cue = fold(cue); cue != "" && strings.HasPrefix(folded, cue) {
				return true
			}
		}
	}
	return false
}

// OwnWordsProve reports whether an item's own words say what stands in a field
// that they can prove. A figure that differs from the one in the words is not
// proved by them; everything else is the annotator's reading.
func (s *Session) OwnWordsProve(id, field string) bool {
	count, is := s.Item(id).(*model.Count)
	if !is || field != "value" {
		return true
	}
	for _, span := range s.SpansOf(id) {
		n, found := arabic.ParseCount(span.Text)
		if span.Field == "" && found && n.Value != "" && model.Decimal(n.Value).Compare(count.Value) != 0 {
			return false
		}
	}
	return true
}

// beforeFigure counts the letters attached in front of a figure ("و325").
func beforeFigure(words []rune) int {
	n := 0
	for n < len(words) && strings.ContainsRune("وفبلك", words[n]) {
		n++
	}
	if n < len(words) && n <= 2 && unicode.IsDigit(words[n]) {
		return n
	}
	return 0
}

// prefill sets what the words themselves say; start is where they stand. Roles, and who did what to whom,
// are for the annotator.
func (s *Session) prefill(item model.Item, start int, words string) {
	switch item := item.(type) {
	case *model.Actor:
		item.Entity = s.guess(words, "entity_type_actor")
		if item.Entity != "" {
			item.MentionType = "named"
		}
	case *model.Location:
		item.Entity = s.guess(words, "entity_type_location")
	case *model.Count:
		if n, found := arabic.ParseCount(words); found && !(n.Implicit && s.afterFigure(start)) {
			item.Value, item.Min, item.Max = model.Decimal(n.Value), model.Decimal(n.Min), model.Decimal(n.Max)
			item.Modifier, item.Unit, item.Implicit = n.Modifier, n.Unit, n.Implicit
		}
	case *model.Tactic:
		item.Code = s.guessTactic(words)
	case *model.Date:
		if d, found := arabic.ParseDate(words, s.article.Published); found {
			item.Start, item.End, item.Type, item.Precision, item.Basis = d.Start, d.End, d.Type, d.Precision, d.Basis
		}
	}
	s.keepKnownCodes(item)
}

// afterFigure reports whether a figure stands right before an offset: a noun
// behind one is not one of its kind.
func (s *Session) afterFigure(start int) bool {
	i := start - 1
	for i >= 0 && s.text[i] == ' ' {
		i--
	}
	return i >= 0 && unicode.IsDigit(s.text[i])
}

// guess returns the id of the one entity that goes by the words and has a type
// of the given list, or no known type.
func (s *Session) guess(words, list string) string {
	var found string
	for _, e := range s.project.entities.ByName(words) {
		if !s.offers(e, list) {
			continue
		}
		if found != "" && found != e.ID {
			return ""
		}
		found = e.ID
	}
	return found
}

// offers reports whether an entity belongs in the fields of a list of types.
func (s *Session) offers(e model.Entity, list string) bool {
	_, known := s.project.codebook.Code(list, e.Type)
	return known || e.Type == ""
}

// guessTactic returns the one tactic with the longest cue inside the words.
func (s *Session) guessTactic(words string) string {
	folded := fold(words)
	best, longest, tie := "", 0, false
	for _, code := range s.project.codebook.List("tactic") {
		for _, cue := range code.Cues {
			cue = fold(cue)
			if cue == "" || !strings.Contains(folded, cue) || code.Key == best || len(cue) < longest {
				continue
			}
			tie = len(cue) == longest
			best, longest = code.Key, len(cue)
		}
	}
	if tie {
		return ""
	}
	return best
}

// keepKnownCodes empties the code fields of a guess that this project's
// codebook does not offer, and follows its merges.
func (s *Session) keepKnownCodes(item model.Item) {
	for _, f := range model.Fields(item.Kind()) {
		if f.Type != model.CodeValue {
			continue
		}
		for _, key := range f.Get(item) {
			offered := s.project.codebook.Offer(f.List, key)
			if offered == "" {
				_ = f.Set(item) // emptying never fails
			} else {
				_ = f.Set(item, offered) // the form of a key is free
			}
		}
	}
}
