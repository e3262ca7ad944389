package samples

import (
	"slices"
	"strings"
	"unicode"
)

func has(part string) func(a *article) bool {
	return func(a *article) bool { return strings.Contains(a.Text, part) }
}

func inSpan(part string) func(a *article) bool {
	return func(a *article) bool {
		return anySpan(a, func(s span) bool { return strings.Contains(s.Text, part) })
	}
}

func anySpan(a *article, is func(s span) bool) bool {
	return slices.ContainsFunc(a.Records[0].Spans, is)
}

func anyCount(a *article, is func(c count) bool) bool {
	return slices.ContainsFunc(a.Records[0].Counts, is)
}

// spanPair finds two own spans of different items that stand so to each other.
func spanPair(is func(a, b span) bool) func(a *article) bool {
	return func(a *article) bool {
		var own []span
		for _, i := range a.Records[0].items() {
			own = append(own, a.spans[i.Spans[0]])
		}
		for _, x := range own {
			if slices.ContainsFunc(own, func(y span) bool { return x.ID != y.ID && is(x, y) }) {
				return true
			}
		}
		return false
	}
}

func actorAndClaimant(a *article) bool {
	actors := a.Records[0].Actors
	for _, x := range actors {
		at := a.spans[x.Spans[0]]
		if x.Role == "claimant" && slices.ContainsFunc(actors, func(y actor) bool {
			s := a.spans[y.Spans[0]]
			return y.Role != "claimant" && y.Entity == x.Entity && s.Start == at.Start && s.End == at.End
		}) {
			return true
		}
	}
	return false
}

func campOfDisplaced(a *article) bool {
	for _, l := range a.Records[0].Locations {
		camp := a.spans[l.Spans[0]]
		if l.Entity == "hajin_camp" && slices.ContainsFunc(a.Records[0].Actors, func(x actor) bool {
			s := a.spans[x.Spans[0]]
			return x.Entity == "idps" && camp.Start < s.Start && s.End <= camp.End
		}) {
			return true
		}
	}
	return false
}

// clitic finds an own span that starts inside a word, right after the letter,
// which itself begins the word or follows another clitic.
func clitic(letter rune) func(a *article) bool {
	return func(a *article) bool {
		return slices.ContainsFunc(a.Records[0].items(), func(i item) bool {
			s := a.spans[i.Spans[0]]
			return s.Start > 1 && a.runes[s.Start-1] == letter && !unicode.IsLetter(a.runes[s.Start-2])
		})
	}
}

func arabicIndic(r rune) bool { return r >= '٠' && r <= '٩' }

// misspeltWeekday finds a date with a word that is one letter away from a
// weekday and is none.
func misspeltWeekday(a *article) bool {
	weekdays := []string{"السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"}
	return slices.ContainsFunc(a.Records[0].Dates, func(d date) bool {
		if d.Type != "weekday" {
			return false
		}
		words := strings.Fields(a.words(d.item))
		return !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(weekdays, w) }) &&
			slices.ContainsFunc(words, func(w string) bool {
				return slices.ContainsFunc(weekdays, func(day string) bool { return oneLetterOff([]rune(w), []rune(day)) })
			})
	})
}

// oneLetterOff tells whether one letter changed, lost or added makes b of a.
func oneLetterOff(a, b []rune) bool {
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	for n := range 2 {
		for m := range 2 {
			if n+m > 0 && start+n <= len(a) && start+m <= len(b) && slices.Equal(a[start+n:], b[start+m:]) {
				return true
			}
		}
	}
	return false
}

// latinSecondParagraph tells whether the second paragraph after the title has
// more Latin letters than a third of all its letters.
func latinSecondParagraph(a *article) bool {
	paragraphs := strings.Split(a.Text, "\n\n")
	latin, letters := 0, 0
	for _, r := range paragraphs[2] {
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.Is(unicode.Latin, r) {
			latin++
		}
	}
	return latin*3 > letters
}

func twoRoles(a *article) bool {
	roles := map[string]string{}
	for _, e := range a.Records[0].Events {
		for _, m := range e.Members {
			if before, is := roles[m.ID]; is && before != m.Role {
				return true
			}
			roles[m.ID] = m.Role
		}
	}
	return false
}

func loneBackground(a *article) bool {
	member := map[string]bool{}
	for _, e := range a.Records[0].Events {
		for _, m := range e.Members {
			member[m.ID] = true
		}
	}
	return slices.ContainsFunc(a.Records[0].Locations, func(l location) bool { return l.Role == "background" && !member[l.ID] })
}
