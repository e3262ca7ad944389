package annotate

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"hashiya/model"
	"hashiya/model/arabic"
)

// headMentions finds the short forms that a text goes on with once it has given
// a name in full: «التنظيم» after «تنظيم الدولة», «المرصد», «المخيم». A short form
// is the first word of one of the entity's names, with the article; it is taken
// for the entity named last before it.
func (s *Session) headMentions(named []mention) []mention {
	slices.SortFunc(named, func(a, b mention) int { return cmp.Compare(a.Start, b.Start) })
	heads, seen := arabic.NewNames(), map[string]bool{}
	for _, m := range named {
		if entity, known := s.project.entities.ByID(m.entity); known && !seen[m.entity] {
			seen[m.entity] = true
			for _, head := range headsOf(entity) {
				heads.Add("ال"+head, m.entity)
			}
		}
	}
	last := map[string]int{} // where each entity was named last
	var found []mention
	next := 0
	for _, hit := range heads.Find(s.found.readWords(s)) {
		for ; next < len(named) && named[next].Start < hit.Start; next++ {
			last[named[next].entity] = named[next].Start + 1
		}
		m := mention{model.Range{Start: hit.Start, End: hit.End}, hit.ID, byHead}
		switch before := len(found) - 1; {
		case last[hit.ID] == 0:
		case before >= 0 && found[before].Range == m.Range:
			if last[hit.ID] > last[found[before].entity] {
				found[before] = m
			}
		default:
			found = append(found, m)
		}
	}
	return found
}

// headsOf returns the first words of an entity's names of several words,
// folded and without the article.
func headsOf(entity model.Entity) []string {
	var heads []string
	for _, name := range namesOf(entity) {
		words := strings.Fields(fold(name))
		if len(words) < 2 || !isArabic(name) {
			continue
		}
		head := strings.TrimPrefix(words[0], "ال")
		if utf8.RuneCountInString(head) >= 3 && !noHeads[head] {
			heads = append(heads, head)
		}
	}
	return heads
}

// noHeads are first words that say nothing of what they begin: parts of
// personal names, quarters of the compass, words of number.
var noHeads = map[string]bool{
	"عبد": true, "ابو": true, "ابن": true, "اخر": true, "شرق": true, "غرب": true, "شمال": true, "جنوب": true, "شرقي": true,
	"غربي": true, "شمالي": true, "جنوبي": true, "جميع": true, "بعض": true, "عدد": true, "احد": true,
}
