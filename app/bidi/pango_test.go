package bidi

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// pangoWidth is the width in em that testdata/pango/make.py wraps at.
const pangoWidth = 37.5

// pangoDepartures are the paragraphs, by their keys in lines.tsv, where our lines are others than Pango's.
var pangoDepartures = map[string]string{
	// A line separator: Pango leaves it in the run before it, here it stands in no run. It has no width either way.
	"087e6da366a69139": "8>11,0<8 23>26,22<23,20>22,12<20  31<37,28>31",
	// The space where a line wraps after a Latin word: rule L1 puts it on the level of the paragraph, at the left of the word, Pango
	// gives it no width and leaves it in the run of the word.
	"21ece062ac78aa06": "90<91,79>90,0<79 126<133,91>126",
}

// TestLinesAsPango compares line starts and the visual order of every line with Pango 1.50, at 37.5 em: the samples, the hard
// cases of testdata/pango/hard.txt, and the seeds where they are there. testdata/pango/make.py made the data and tells its form.
func TestLinesAsPango(t *testing.T) {
	data, err := os.ReadFile("testdata/pango/lines.tsv")
	if err != nil {
		t.Fatal(err)
	}
	expected := make(map[string]string)
	for line := range strings.Lines(string(data)) {
		key, lines, _ := strings.Cut(strings.TrimSpace(line), "\t")
		expected[key] = lines
	}
	t.Run("samples", func(t *testing.T) { checkPango(t, expected, sampleTexts(t)) })
	t.Run("hard cases", func(t *testing.T) { checkPango(t, expected, filesLike(t, "testdata/pango/hard.txt")) })
	t.Run("seeds", func(t *testing.T) { checkPango(t, expected, seedTexts(t)) })
}

func checkPango(t *testing.T, expected map[string]string, texts []string) {
	t.Helper()
	paragraphs := 0
	for _, text := range texts {
		d := NewDocument(text, regular(t), BaseRTL)
		for i := range d.Paragraphs() {
			start, end := d.Span(i)
			if start == end {
				continue
			}
			paragraphs++
			words := d.Slice(start, end)
			want, ok := expected[digest(words)[:16]]
			if !ok {
				t.Fatalf("no data for %q: run testdata/pango/make.py", words)
			}
			if ours, ok := pangoDepartures[digest(words)[:16]]; ok {
				want = ours
			}
			if got := visualRuns(d.Lines(i, pangoWidth)); got != want {
				t.Errorf("%q:\n got %s\nwant %s", words, got, want)
			}
		}
	}
	if paragraphs < 10 {
		t.Errorf("%d paragraphs compared, want 10 or more", paragraphs)
	}
}

// visualRuns writes lines as testdata/pango/make.py does.
func visualRuns(l *Lines) string {
	lines := make([]string, l.Count())
	for i := range lines {
		segments := l.layout(i)
		var runs []string
		for k := 0; k < len(segments); {
			start, end, rtl := segments[k].start, segments[k].end, segments[k].rtl()
			// Levels that differ by two are one run to the eye.
			for k++; k < len(segments) && segments[k].rtl() == rtl; k++ {
				if rtl && segments[k].end == start {
					start = segments[k].start
				} else if !rtl && segments[k].start == end {
					end = segments[k].end
				} else {
					break
				}
			}
			sign := ">"
			if rtl {
				sign = "<"
			}
			runs = append(runs, fmt.Sprint(start, sign, end))
		}
		lines[i] = strings.Join(runs, ",")
	}
	return strings.Join(lines, " ")
}
