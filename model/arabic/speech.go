package arabic

// SpeechZone is a range of words beside a verb of saying or behind a word such
// as «بحسب», in code points of the text, half-open. Whoever speaks is the first
// one named in it, and the last one where the zone stands before its verb.
type SpeechZone struct {
	Start, End int
	Before     bool
}

// speechVerbs are verbs of saying in the forms of news, folded. Whoever says it
// stands before or behind them.
var speechVerbs = set(
	"قال", "قالت", "قالوا", "يقول", "تقول", "يقولون", "قائلا", "اعلن", "اعلنت", "اعلنوا", "يعلن", "تعلن",
	"افاد", "افادت", "افادوا", "يفيد", "تفيد", "ذكر", "ذكرت", "ذكروا", "يذكر", "تذكر", "اكد", "اكدت", "اكدوا", "يؤكد", "تؤكد",
	"اشار", "اشارت", "اشاروا", "يشير", "تشير", "اوضح", "اوضحت", "يوضح", "اضاف", "اضافت", "اضافوا", "نقل", "نقلت", "تنقل",
	"تحدث", "تحدثت", "تحدثوا", "يتحدث", "تتحدث", "زعم", "زعمت", "يزعم", "تزعم", "ادعي", "ادعت", "نفي", "نفت", "ينفي", "تنفي",
	"اقر", "اقرت", "اعترف", "اعترفت", "كشف", "كشفت", "احصي", "احصت", "وثق", "وثقت", "يوثق", "تبني", "تبنت", "قدر", "قدرت", "تقدر",
	"اورد", "اوردت", "صرح", "صرحت", "ابلغ", "ابلغت", "رجح", "رجحت", "لفت", "لفتت", "روي", "روت", "اتهم", "اتهمت",
)

// speechParticles are the words that name who says it behind them.
var speechParticles = set("بحسب", "حسب", "وفق", "وفقا", "نقلا", "لسان")

const (
	speechReach  = 8 // words behind a verb of saying
	speechBefore = 4 // and before it
)

// SpeechZones gives the ranges in which whoever makes a claim is named: some
// words before and behind a verb of saying («قال», «أعلن»), and behind «بحسب»,
// «وفق», «نقلاً عن»; never over the end of a clause, and not past the «أن», «عن»
// or «إلى» that what is said begins with. Who passed something on («نقلت … عن
// …») and who said it have a zone each.
func (w Words) SpeechZones() []SpeechZone {
	var zones []SpeechZone
	for i := range w.s.tokens {
		_, verb, isVerb := reading(w.s.word(i), speechVerbs)
		isVerb = isVerb && !verb.article
		_, particle, isParticle := reading(w.s.word(i), speechParticles)
		if !isVerb && !isParticle {
			continue
		}
		from, to := i, i+1
		for isVerb && i-from < speechBefore && w.s.inClause(from-1) {
			from--
		}
		for to-i <= speechReach && w.s.inClause(to) && !(to > i+1 && (opensReport[w.s.word(to)] || w.s.isMarkAt(to, "،,"))) {
			to++
		}
		zones = w.s.zone(zones, from, i, true)
		zones = w.s.zone(zones, i+1, to, false)
		if w.s.word(to) == "عن" && (passesOn[verb.text] || passesOn[particle.text]) {
			end := to + 1
			for end-to <= speechReach && w.s.inClause(end) {
				end++
			}
			zones = w.s.zone(zones, to+1, end, false)
		}
	}
	return zones
}

// zone adds the tokens [from, to), if there are any.
func (s sentence) zone(zones []SpeechZone, from, to int, before bool) []SpeechZone {
	if from >= to || to > len(s.tokens) {
		return zones
	}
	start, end := s.Source(s.tokens[from].start, s.tokens[to-1].end)
	return append(zones, SpeechZone{start, end, before})
}

// opensReport are the words that what is said begins with behind the name of
// whoever says it.
var opensReport = set("عن", "الي", "مقتل", "سقوط", "اصابه", "اسر", "تنفيذ")

// passesOn are the verbs whose «عن» names another source.
var passesOn = set("نقل", "نقلت", "تنقل", "نقلا")

// inClause tells whether token i carries a clause on.
func (s sentence) inClause(i int) bool {
	if i < 0 || i >= len(s.tokens) || s.isMarkAt(i, ".؟!:؛;\n") {
		return false
	}
	switch s.word(i) {
	case "ان", "بان", "انه", "انها", "بانه", "بانها":
		return false
	}
	return true
}
