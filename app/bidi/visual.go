package bidi

import (
	"slices"
	"strings"
)

const (
	lro             = '\u202D'
	rlo             = '\u202E'
	pdf             = '\u202C'
	noBreakSpace    = '\u00A0'
	arabicLetterTag = '\u061C'
)

// rightToLeft are the classes that make a text need reordering.
var rightToLeft = setOf(classR, classAL, classAN, classRLE, classRLO, classRLI)

// Visual rewrites one line for a widget that draws directional runs from left to right in the order given: the runs stand in
// visual order, each between an override mark and a PDF, and the spaces at both ends of a run are no-break spaces, so that the
// widget cannot move them. Tabs and line ends become spaces, bidi marks of the text itself go once they have had their effect.
// Text without right-to-left characters is returned unchanged. The result is for drawing only: never select, copy or store it.
func Visual(text string, base Base) string {
	runes := []rune(text)
	classes := classesOf(runes)
	mixed := false
	for i, c := range classes {
		mixed = mixed || rightToLeft.has(c)
		if separators.has(c) {
			runes[i], classes[i] = ' ', classWS
		}
	}
	if !mixed {
		return text
	}
	levels, paragraph := resolveLevels(runes, classes, base)
	lineLevels(levels, paragraph, func(i int) boundary { return flagsOf(classes[i], runes[i]) })
	runs := runsOf(levels, 0)
	reorder(runs, func(i int) uint8 { return runs[i].level })
	var out strings.Builder
	for i := 0; i < len(runs); {
		mark, end, shown := lro, i+1, runes[runs[i].start:runs[i].end]
		if runs[i].level%2 == 1 {
			// Widgets join neighbouring overrides of one direction, and would put the first of them at the right.
			mark = rlo
			for ; end < len(runs) && runs[end].level%2 == 1; end++ {
				shown = slices.Concat(runes[runs[end].start:runs[end].end], shown)
			}
		}
		if shown := fixSpaces(shown); shown != "" {
			out.WriteRune(mark)
			out.WriteString(shown)
			out.WriteRune(pdf)
		}
		i = end
	}
	return out.String()
}

// runsOf cuts levels into level runs; offset is added to their positions.
func runsOf(levels []uint8, offset int) []levelRun {
	runs := make([]levelRun, 0, 8)
	for i, level := range levels {
		if n := len(runs); n > 0 && runs[n-1].level == level {
			runs[n-1].end++
			continue
		}
		runs = append(runs, levelRun{int32(offset + i), int32(offset + i + 1), level})
	}
	return runs
}

// fixSpaces drops bidi marks and makes the spaces at both ends no-break spaces.
func fixSpaces(run []rune) string {
	out := make([]rune, 0, len(run))
	for _, r := range run {
		if !isBidiMark(r) {
			out = append(out, r)
		}
	}
	for i := 0; i < len(out) && out[i] == ' '; i++ {
		out[i] = noBreakSpace
	}
	for i := len(out) - 1; i >= 0 && out[i] == ' '; i-- {
		out[i] = noBreakSpace
	}
	return string(out)
}

// isBidiMark reports whether r is one of the invisible characters with the property Bidi_Control.
func isBidiMark(r rune) bool {
	return r == arabicLetterTag || r == '\u200E' || r == '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}
