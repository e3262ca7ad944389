// Package anchors measures the text engine beside other programs that do the same work, in the same run and on the same text: Pango
// for whole layouts, HarfBuzz for shaping, golang.org/x/text for levels. It has benchmarks only:
//
//	make deps-bench                      (installs the headers of Pango and HarfBuzz)
//	go test -bench . hashiya/test/anchors
//
// A metric called x-pango is our figure divided by Pango's, so less is better; times-x/text is the other way round. Every figure
// is the median of several repetitions after one that is not counted: caches are warm on both sides, our font has seen the words of
// the text, and where that would flatter us there is a second benchmark, with words that hardly come twice or with a new font. Pango
// and HarfBuzz are measured by two small programs in testdata, which the benchmarks compile; where one cannot be compiled, only our
// own figure is printed.
package anchors
