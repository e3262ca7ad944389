package main

import (
	"regexp"
	"unicode/utf8"

	"hashiya/model"
	"hashiya/test/desktop"
)

// sample is what the steps need of a sample: its text, and where its items stand in it.
type sample struct {
	ID      string
	Text    string
	Records []struct {
		Spans     []span
		Actors    []item
		Locations []item
		Counts    []item
		Tactics   []item
		Dates     []item
	}
}

type span struct {
	ID         string
	Start, End int
	Text       string
}

type item struct{ Spans []string }

// items returns the items of a kind.
func (s *sample) items(kind model.Kind) []item {
	r := &s.Records[0]
	return map[model.Kind][]item{
		model.KindActor: r.Actors, model.KindLocation: r.Locations, model.KindCount: r.Counts, model.KindTactic: r.Tactics, model.KindDate: r.Dates,
	}[kind]
}

// own returns the spans of an item's own words.
func (s *sample) own(i item) []span {
	var own []span
	for _, id := range i.Spans {
		for _, one := range s.Records[0].Spans {
			if one.ID == id {
				own = append(own, one)
			}
		}
	}
	return own
}

// marks returns the own words of all items.
func (s *sample) marks() []span {
	var all []span
	for _, kind := range model.Kinds {
		for _, i := range s.items(kind) {
			all = append(all, s.own(i)...)
		}
	}
	return all
}

// touching counts the marks that share words with a range.
func touching(start, end int, marks []span) int {
	n := 0
	for _, m := range marks {
		if m.Start < end && start < m.End {
			n++
		}
	}
	return n
}

// longestTitle is more code points than any title has.
const longestTitle = 120

// wordsOf returns the words of the first item of a kind that shares them with no other, behind the title.
func (s *sample) wordsOf(t *stage, kind model.Kind) desktop.Words {
	marks := s.marks()
	for _, i := range s.items(kind) {
		for _, one := range s.own(i) {
			if one.Start > longestTitle && touching(one.Start, one.End, marks) == 1 {
				return desktop.Words{Text: one.Text, Start: one.Start, End: one.End}
			}
		}
	}
	t.Fatalf("the sample has no %s with words of its own", kind)
	return desktop.Words{}
}

// wordPair finds two words of some length beside each other.
var wordPair = regexp.MustCompile(`\p{L}{4,} \p{L}{4,}`)

// unmarked returns two words behind the title that nothing marks.
func (s *sample) unmarked(t *stage) desktop.Words {
	marks := s.marks()
	for _, at := range wordPair.FindAllStringIndex(s.Text, -1) {
		w := desktop.WordsAt(s.Text, at[0], at[1])
		if w.Start > longestTitle && touching(w.Start, w.End, marks) == 0 {
			return w
		}
	}
	t.Fatalf("the sample has no words without a mark among its %d letters", utf8.RuneCountInString(s.Text))
	return desktop.Words{}
}
