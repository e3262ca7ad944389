package bidi

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// segmentCases reads a segmentation test file of Unicode 17: each line is a text of hexadecimal code points with ÷ where a
// break may be and × where none may be. breaks[i] is the sign before text[i]; it is one longer than text.
func segmentCases(t *testing.T, name string, want int, check func(line string, text []rune, breaks []bool)) {
	t.Helper()
	cases := 0
	for s := unicodeData(t, "segmenter", name); s.Scan(); {
		line, _, _ := strings.Cut(s.Text(), "#")
		var text []rune
		var breaks []bool
		for _, f := range strings.Fields(line) {
			if f == "÷" || f == "×" {
				breaks = append(breaks, f == "÷")
				continue
			}
			r, err := strconv.ParseUint(f, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(r))
		}
		if len(text) > 0 {
			cases++
			check(strings.TrimSpace(line), text, breaks)
		}
	}
	if cases != want {
		t.Errorf("%s has %d cases, want %d", name, cases, want)
	}
}

// flagCases compares one flag of a paragraph with a file, place by place.
func flagCases(t *testing.T, name string, cases int, flag boundary) {
	t.Helper()
	segmentCases(t, name, cases, func(line string, text []rune, breaks []bool) {
		p := NewParagraph(string(text), regular(t), BaseLTR)
		for i, want := range breaks {
			if got := p.flags[i]&flag != 0; got != want {
				t.Errorf("%s: break before code point %d is %v, want %v", line, i, got, want)
			}
		}
	})
}

// TestLineBreakTest and TestGraphemeBreakTest: no departures.
func TestLineBreakTest(t *testing.T) { flagCases(t, "LineBreakTest.txt", 19338, lineBreak) }

func TestGraphemeBreakTest(t *testing.T) { flagCases(t, "GraphemeBreakTest.txt", 766, graphemeStart) }

// wordDepartures are the lines of WordBreakTest.txt that we part from, each with the reason.
var wordDepartures = map[string]string{
	"÷ 200D × 24C2 ÷": "a joiner without a character before it, at the start of the text, does not belong to the word after it",
}

func TestWordBreakTest(t *testing.T) {
	departures := maps.Clone(wordDepartures)
	segmentCases(t, "WordBreakTest.txt", 1944, func(line string, text []rune, breaks []bool) {
		p := NewParagraph(string(text), regular(t), BaseLTR)
		starts, ends := make([]bool, len(breaks)), make([]bool, len(breaks))
		for start := 0; start < len(text); {
			end := start + 1
			for !breaks[end] {
				end++
			}
			if slices.ContainsFunc(text[start:end], isAlphanumeric) {
				starts[start], ends[end] = true, true
			}
			start = end
		}
		if _, ok := departures[line]; ok {
			delete(departures, line)
			if p.flags[1]&wordStart == 0 {
				t.Errorf("%s departs no more: take it off the list", line)
			}
			return
		}
		for i := range breaks {
			start, end := p.flags[i]&wordStart != 0, p.flags[i]&wordEnd != 0
			if start != starts[i] || end != ends[i] {
				t.Errorf("%s: before code point %d a word starts %v and ends %v, want %v and %v", line, i, start, end, starts[i], ends[i])
			}
		}
	})
	if len(departures) > 0 {
		t.Errorf("departures that are no lines of the file: %v", departures)
	}
}

// isAlphanumeric reports whether r is Alphabetic or a number, which makes a segment a word.
func isAlphanumeric(r rune) bool {
	return unicode.In(r, unicode.L, unicode.N, unicode.Other_Alphabetic)
}

// Two families side by side, the second of which the segmenter takes apart.
func TestNeighbouringPictographs(t *testing.T) {
	const family = "\U0001F469\u200D\U0001F469"
	for text, want := range map[string]int{
		family: 1, family + family: 2, family + family + family: 3, "\U0001F469\U0001F3FD\u200D\U0001F692" + family: 2,
		"ب\u200Dب": 2, "\U0001F469ا\u200D\U0001F469": 3, "\U0001F9D1\u200D⚕\uFE0F\U0001F9D1\u200D⚕\uFE0F": 2,
	} {
		p := NewParagraph(text, regular(t), BaseRTL)
		n := 0
		for at := 0; at < p.Len(); at = p.NextGrapheme(at) {
			n++
		}
		if n != want {
			t.Errorf("%+q has %d characters, want %d", text, n, want)
		}
	}
}
