package anchors

import (
	"strings"
	"testing"

	"hashiya/app/bidi"
)

// BenchmarkShaping1MB makes shaped paragraphs of 1 MB. Our figure holds more than HarfBuzz's, which shapes runs that are ready: it
// has the levels, the breaks of UAX #14 and #29, and the sums of widths too.
func BenchmarkShaping1MB(b *testing.B) {
	for _, c := range corpora {
		b.Run(c.name, func(b *testing.B) {
			text, f := c.make(b, megabyte), font(b)
			theirs, found := harfbuzz.measure(b, fontPath(), write(b, runsOf(text)))
			paragraphs := strings.Split(text, "\n")
			b.ReportAllocs()
			ours := median(b, func() {
				for _, p := range paragraphs {
					bidi.NewParagraph(p, f, bidi.BaseRTL)
				}
			})
			report(b, harfbuzz, ours, theirs, found, millisecond, "ms")
		})
	}
}

// runsOf writes the level runs of a text as testdata/harfbuzz.c reads them.
func runsOf(text string) string {
	var out strings.Builder
	for paragraph := range strings.SplitSeq(text, "\n") {
		runes := []rune(paragraph)
		levels, _ := bidi.Levels(runes, bidi.BaseRTL)
		for start := 0; start < len(runes); {
			end := start
			for end < len(runes) && levels[end] == levels[start] {
				end++
			}
			out.WriteByte("LA"[levels[start]%2])
			out.WriteString(string(runes[start:end]))
			out.WriteByte('\n')
			start = end
		}
	}
	return out.String()
}
