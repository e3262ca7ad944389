package annotate

import (
	"slices"
	"strings"
	"unicode"

	"hashiya/model"
	"hashiya/model/arabic"
)

// graphicCues begin the words by which a passage is taken to describe violence
// to a body, after the words that casualty recorders name as hard to read
// (corpses, execution, slaughter, burning, remains). They are compared folded,
// behind attached particles and the article, so «والجثث» is found too.
func graphicCues() []string {
	return []string{
		"جثة", "جثث", "جثمان", "جثامين", "أشلاء", "إعدام", "أعدم", "ذبح", "مذبح", "نحر", "حرق", "أحرق", "متفحم", "تفحم", "تعذيب", "عذبوا",
		"اغتصاب", "اغتصب", "قطع رأس", "قطع رؤوس", "رؤوس مقطوعة", "مقابر جماعية", "مقبرة جماعية", "شنق", "رجم", "دماء", "نزف",
	}
}

// longestSentence bounds how far from its cue a passage reaches, in code
// points: a text without an end of a sentence must not cost more than others.
const longestSentence = 2000

// Graphic returns the sentences that describe violence to a body, in reading
// order, without overlaps: what soft mode blurs until it is asked for. It only
// reads the text, so that it may run beside the session's goroutine.
func (s *Session) Graphic() []model.Range {
	folded := arabic.FoldSearch(string(s.text))
	var cues []model.Range
	for _, cue := range graphicCues() {
		for start, end := range folded.Hits(arabic.FoldSearch(cue).String()) {
			if s.beginsWord(start) {
				cues = append(cues, model.Range{Start: start, End: end})
			}
		}
	}
	slices.SortFunc(cues, func(a, b model.Range) int { return a.Start - b.Start })
	var found []model.Range
	for _, cue := range cues {
		if n := len(found); n > 0 && cue.End <= found[n-1].End {
			continue // told with the sentence before
		}
		passage := s.sentence(cue.Start, cue.End)
		if n := len(found); n > 0 && passage.Start < found[n-1].End {
			passage.Start = found[n-1].End
		}
		found = append(found, passage)
	}
	return found
}

// particles may stand before a cue within its word.
var particles = map[string]bool{
	"": true, "و": true, "ف": true, "ب": true, "ل": true, "ك": true, "ال": true, "وال": true, "فال": true, "بال": true, "كال": true,
	"لل": true, "ولل": true, "وب": true, "ول": true, "وبال": true, "ي": true, "ت": true, "ن": true, "م": true, "س": true,
}

// beginsWord tells whether only particles stand between start and the space or
// sign before it.
func (s *Session) beginsWord(start int) bool {
	from := start
	for from > 0 && start-from < 5 && unicode.In(s.text[from-1], unicode.L, unicode.Mn) {
		from--
	}
	return particles[arabic.FoldSearch(string(s.text[from:start])).String()]
}

// sentence returns the sentence around a range, without the spaces about it.
func (s *Session) sentence(start, end int) model.Range {
	first, last := max(start-longestSentence, 0), min(end+longestSentence, len(s.text))
	for start > first && !endsSentence(s.text[start-1]) {
		start--
	}
	for end < last && !endsSentence(s.text[end-1]) {
		end++
	}
	for start < end && unicode.IsSpace(s.text[start]) {
		start++
	}
	for end > start && unicode.IsSpace(s.text[end-1]) {
		end--
	}
	return model.Range{Start: start, End: end}
}

func endsSentence(r rune) bool { return strings.ContainsRune(".!?؟…\n", r) }
