package app

import (
	"slices"
	"strings"

	"hashiya/app/ui"
	"hashiya/model"
)

// short is the least to type for a value: a date may go without what the day of
// publication tells.
func (h *hand) short(f model.Field, value string) string {
	dates := strings.Split(value, "/")
	if f.Type != model.DateValue && f.Type != model.PeriodValue {
		return value
	}
	for i, date := range dates {
		parts := strings.Split(strings.ReplaceAll(date, "-0", "-"), "-")
		for n := len(parts) - 1; n > 0; n-- {
			if less := strings.Join(parts[n:], "-"); fullDate(less, h.published()) == date {
				dates[i] = less
				break
			}
		}
	}
	return strings.Join(dates, "/")
}

// choices lists what a field offers, with a name for the list.
func (h *hand) choices(f model.Field) (name string, choices []ui.Choice) {
	switch {
	case f.Type == model.CodeValue:
		return "list " + f.List, codeChoices(h.program, f.List)
	case f.Entity == model.ActorEntity:
		return "actors", entityChoices(h.program, f.Entity)
	case f.Entity == model.PlaceEntity:
		return "places", entityChoices(h.program, f.Entity)
	case f.Type == model.TriValue:
		return "tri", []ui.Choice{{Key: "true", Label: h.words.T("yes")}, {Key: "false", Label: h.words.T("no")}}
	}
	return "bool", []ui.Choice{{Key: "true", Label: h.words.T("yes")}}
}

// query is what to type in a list to get a choice: letters, then Down.
type query struct {
	text  string
	downs int
}

// choose types in a list and takes a choice.
func (h *hand) choose(choices []ui.Choice, name, key, last string) {
	h.t.Helper()
	q := h.query(choices, name, key)
	h.write(q.text)
	for range q.downs {
		h.hit("Down")
	}
	h.hit(last)
}

// query finds the shortest one. What a named list answers is remembered.
func (h *hand) query(choices []ui.Choice, name, key string) query {
	h.t.Helper()
	if q, known := h.queries[name+"\n"+key]; known && name != "" {
		return q
	}
	best, found := query{}, false
	at := slices.IndexFunc(choices, func(c ui.Choice) bool { return c.Key == key })
	if at < 0 {
		h.t.Fatalf("the list %q does not offer %q", name, key)
	}
	for _, text := range append([]string{choices[at].Label, choices[at].Key}, choices[at].Aliases...) {
		for _, word := range append([]string{text}, strings.Fields(text)...) {
			h.try(choices, key, word, func(q query) {
				if !found || len([]rune(q.text))+q.downs < len([]rune(best.text))+best.downs {
					best, found = q, true
				}
			})
		}
	}
	h.queries[name+"\n"+key] = best
	return best
}

// mostLetters bounds what is typed in a list.
const mostLetters = 6

func (h *hand) try(choices []ui.Choice, key, word string, answer func(query)) {
	w := h.scratch()
	finder := ui.ShowFinder(w, ui.FinderOptions{Choices: choices})
	defer finder.Hide()
	letters := []rune(word)
	for n := 1; n <= min(len(letters), mostLetters); n++ {
		w.Canvas().Focused().TypedRune(letters[n-1])
		if at := slices.Index(finder.Found(), key); at >= 0 {
			answer(query{string(letters[:n]), at})
		}
	}
}
