package reader

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRangesAgainstScan(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		var all []Range
		for range random.IntN(40) {
			start := random.IntN(100)
			all = append(all, Range{start, start + random.IntN(1+random.IntN(30))})
		}
		var x ranges
		x.set(all)
		start := random.IntN(100)
		end := start + random.IntN(20)
		n := 0
		for _, s := range all {
			if max(s.Start, start) < min(s.End, end) {
				n++
			}
		}
		got := x.within(start, end, nil)
		if len(got) != n || !slices.IsSortedFunc(got, func(a, b Range) int { return a.Start - b.Start }) {
			t.Fatalf("within %d..%d of %v: %v, want %d ranges in order", start, end, all, got, n)
		}
	}
}

func TestHitsDrawOnlyWhatChanges(t *testing.T) {
	r, w := show(t, long(60), 600, 700, Options{})
	plain := w.Canvas().Capture()
	line := func(n int) Range { return Range{r.rows.shown[n].start + 1, r.rows.shown[n].start + 4} }
	all := []Range{line(2), line(5), line(9)}
	tests := []struct {
		name string
		do   func()
		want int
	}{
		{"first", func() { r.SetHits(all, 0) }, len(r.rows.shown)},
		{"next", func() { r.SetHits(all, 1) }, 2},
		{"the same", func() { r.SetHits(slices.Clone(all), 1) }, 0},
		{"none is current", func() { r.SetHits(all, -1) }, 1},
		{"none is current still", func() { r.SetHits(all, 3) }, 0},
		{"none", func() { r.SetHits(nil, 0) }, len(r.rows.shown)},
	}
	for _, tt := range tests {
		tt.do()
		if got := draw(r); got != tt.want {
			t.Errorf("%s: %d lines drawn, want %d", tt.name, got, tt.want)
		}
		if shown := differences(plain, w.Canvas().Capture()) > 0; shown != (tt.name != "none") {
			t.Errorf("%s: hits to be seen: %v", tt.name, shown)
		}
	}
	r.SetHits([]Range{{-5, 1 << 40}, {9, 3}}, 0)
	w.Canvas().Capture()
}

// BenchmarkHits goes to the next of 10,000 hits, drawing included.
func BenchmarkHits(b *testing.B) {
	r, _ := show(b, longText(1_000_000), 820, 800, Options{})
	all := make([]Range, 10_000)
	for i := range all {
		all[i] = Range{i * 50, i*50 + 6}
	}
	for i := 0; b.Loop(); i++ {
		hit := all[i%len(all)]
		r.SetHits(all, i%len(all))
		r.ScrollTo(hit.Start, hit.End)
		draw(r)
	}
}
