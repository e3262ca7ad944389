package reader

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func mouse(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary}
}

func TestMarkIndexAgainstScan(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var x markIndex
	all := map[string]Mark{}
	for step := range 2000 {
		id := fmt.Sprint(random.IntN(120))
		switch random.IntN(4) {
		case 0:
			delete(all, id)
			x.remove(id)
		case 1, 2:
			start := random.IntN(300)
			m := Mark{ID: id, Start: start, End: start + random.IntN(1+random.IntN(80))}
			all[id] = m
			x.put(m)
		default:
			start := random.IntN(310) - 5
			end := start + random.IntN(30)
			var want []Mark
			for _, m := range all {
				if max(m.Start, start) < min(m.End, end) {
					want = append(want, m)
				}
			}
			slices.SortFunc(want, comparePlace)
			if got := x.within(start, end, nil); !slices.Equal(got, want) {
				t.Fatalf("step %d: within %d..%d: %v, want %v", step, start, end, got, want)
			}
		}
	}
}

func TestLanes(t *testing.T) {
	tests := []struct {
		name  string
		marks [][2]int
		want  []int
	}{
		{"apart", [][2]int{{0, 3}, {5, 9}}, []int{0, 0}},
		{"touching", [][2]int{{0, 3}, {3, 9}}, []int{0, 0}},
		{"nested", [][2]int{{0, 20}, {4, 10}, {5, 7}}, []int{2, 1, 0}},
		{"overlapping", [][2]int{{0, 10}, {5, 12}}, []int{1, 0}},
		{"coinciding", [][2]int{{0, 5}, {0, 5}, {0, 5}}, []int{0, 1, 2}},
		{"two in one", [][2]int{{0, 20}, {1, 4}, {6, 9}}, []int{1, 0, 0}},
		{"too deep", [][2]int{{0, 9}, {0, 8}, {0, 7}, {0, 6}, {0, 5}}, []int{3, 3, 2, 1, 0}},
	}
	for _, tt := range tests {
		var marks []Mark
		for i, m := range tt.marks {
			marks = append(marks, Mark{ID: fmt.Sprint(i), Start: m[0], End: m[1]})
		}
		if got := lanes(marks); !slices.Equal(got, tt.want) {
			t.Errorf("%s: lanes %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestHeightsAgainstSum(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{1, 2, 7, 64, 100} {
		each := make([]float32, n)
		for i := range each {
			each[i] = float32(1 + random.IntN(50))
		}
		var h heights
		h.reset(n, func(i int) float32 { return each[i] })
		for range 200 {
			i := random.IntN(n)
			each[i] = float32(1 + random.IntN(50))
			h.set(i, each[i])
			sum, k := 0.0, random.IntN(n)
			for _, v := range each[:k] {
				sum += float64(v)
			}
			if got := h.before(k); math.Abs(got-sum) > 1e-6 {
				t.Fatalf("n %d: before(%d) = %g, want %g", n, k, got, sum)
			}
			into := float64(random.IntN(int(each[k])))
			if at, rest := h.find(sum + into); at != k || float64(rest) != into {
				t.Fatalf("n %d: find(%g) = %d, %g, want %d, %g", n, sum+into, at, rest, k, into)
			}
		}
		if at, _ := h.find(1e9); at != n-1 {
			t.Errorf("below the end: paragraph %d", at)
		}
	}
}

// draw draws the pictures that are out of date, as the painter would, and returns how many there were.
func draw(r *Reader) int {
	before := r.rows.painted
	for _, w := range r.rows.shown {
		size := w.raster.Size()
		w.raster.Generator(int(math.Round(float64(size.Width*r.geometry.scale))), int(math.Round(float64(size.Height*r.geometry.scale))))
	}
	return r.rows.painted - before
}

func TestOnlyTouchedLinesAreDrawn(t *testing.T) {
	text := long(60)
	r, _ := show(t, text, 600, 700, Options{})
	draw(r)
	line := func(n int) *row { return r.rows.shown[n] }
	a := Mark{ID: "a", Start: line(2).start + 1, End: line(2).start + 5, Style: actor}
	b := Mark{ID: "b", Start: line(4).start + 1, End: line(6).start + 2, Style: count}
	below := Mark{ID: "c", Start: line(len(r.rows.shown)-1).end + 500, End: line(len(r.rows.shown)-1).end + 600, Style: date}
	tests := []struct {
		name string
		do   func()
		want int
	}{
		{"nothing", func() {}, 0},
		{"put one", func() { r.UpdateMarks(nil, []Mark{a}) }, 1},
		{"put one over three lines", func() { r.UpdateMarks(nil, []Mark{b}) }, 3},
		{"put one out of view", func() { r.UpdateMarks(nil, []Mark{below}) }, 0},
		{"move one", func() { a.Start, a.End = b.End+1, b.End+4; r.UpdateMarks(nil, []Mark{a}) }, 2},
		{"make one active", func() { r.SetActive("b") }, 3},
		{"the same again", func() { r.SetActive("b") }, 0},
		{"the other", func() { r.SetActive("a", "nobody") }, 3},
		{"remove", func() { r.UpdateMarks([]string{"a", "nobody"}, nil) }, 1},
		{"put one on a whole line", func() {
			r.UpdateMarks(nil, []Mark{{ID: "whole", Start: line(7).start, End: line(7).end, Style: tactic}})
		}, 1},
		{"select", func() { r.Select(line(1).start, line(1).start+3) }, 1},
		{"select more", func() { r.Select(line(1).start, line(2).start+3) }, 2},
		{"select upwards", func() { r.Select(line(9).start, line(9).start); draw(r); r.Select(line(9).start+3, line(7).start+2) }, 3},
		{"select less", func() { r.Select(line(9).start+3, line(8).start+2) }, 2},
		{"collapse", func() { typeKeys(r, "Escape") }, 2},
		{"move the caret", func() { typeKeys(r, "Down Left") }, 0},
		{"scroll", func() { r.scrollBy(10) }, 1},
		{"all", func() { r.SetMarks(nil) }, len(r.rows.shown)},
	}
	for _, tt := range tests {
		tt.do()
		if tt.name == "all" || tt.name == "scroll" {
			if got := draw(r); got > len(r.rows.shown) || tt.name == "scroll" && got > tt.want {
				t.Errorf("%s: %d lines drawn, want %d", tt.name, got, tt.want)
			}
			continue
		}
		if got := draw(r); got != tt.want {
			t.Errorf("%s: %d lines drawn, want %d", tt.name, got, tt.want)
		}
	}
}

func TestFlashMovesNothing(t *testing.T) {
	r, w := stage(t, 600, 400, Options{})
	before := places(r)
	picture := w.Canvas().Capture()
	r.Flash("injured")
	r.setGlow(0.8)
	glowing := w.Canvas().Capture()
	if differences(picture, glowing) == 0 {
		t.Error("nothing glows")
	}
	r.stopFlash()
	for line, y := range places(r) {
		if before[line] != y {
			t.Errorf("line %s moved from %g to %g", line, before[line], y)
		}
	}
	if n := differences(picture, w.Canvas().Capture()); n > 0 {
		t.Errorf("%d pixels differ after the flash", n)
	}
}

// manyMarks spreads n marks of two to forty letters over a text of length code points.
func manyMarks(n, length int) []Mark {
	random := rand.New(rand.NewPCG(7, 8))
	marks := make([]Mark, n)
	for i := range marks {
		start := random.IntN(length - 40)
		marks[i] = Mark{ID: fmt.Sprint(i), Start: start, End: start + 2 + random.IntN(38), Style: []Style{actor, location, count, tactic, date}[i%5]}
	}
	return marks
}

// BenchmarkUpdateMark puts and removes a mark in view of a text of 100 kB with 2,000 marks, drawing included.
func BenchmarkUpdateMark(b *testing.B) {
	text := long(300)[:100_000]
	r, _ := show(b, text, 820, 800, Options{})
	r.SetMarks(manyMarks(2000, r.article.doc.Len()))
	r.ScrollTo(20000, 20010)
	draw(r)
	at := r.rows.shown[5].start
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			r.UpdateMarks(nil, []Mark{{ID: "new", Start: at + 3, End: at + 20, Style: count}})
		} else {
			r.UpdateMarks([]string{"new"}, nil)
		}
		draw(r)
	}
}
