package mapview

import (
	"container/heap"
	"math"
)

// importance ranks the points of a line by Visvalingam's effective area: that of the triangle a point makes with its neighbours when it
// is the least important one left (Visvalingam and Whyatt, "Line generalisation by repeated elimination of points", The Cartographic
// Journal 30(1), 1993). Leaving out the points below some area simplifies the line for the scale where that area cannot be seen. The
// ends never go. The result is in units of the world squared; the time is n log n.
func importance(line []spot) []float32 {
	areas := make([]float32, len(line))
	if len(line) == 0 {
		return areas
	}
	areas[0], areas[len(line)-1] = float32(math.Inf(1)), float32(math.Inf(1))
	if len(line) < 3 {
		return areas
	}
	h := newCorners(line)
	reached := 0.0
	for h.Len() > 0 {
		c := heap.Pop(h).(int)
		// A point that becomes small only after its neighbour went is worth as much as the neighbour.
		reached = max(reached, h.area[c])
		areas[c] = float32(reached)
		before, after := h.before[c], h.after[c]
		h.after[before], h.before[after] = after, before
		h.update(before)
		h.update(after)
	}
	return areas
}

// corners is a heap of the inner points of a line that are left, the smallest triangle first.
type corners struct {
	line          []spot
	area          []float64
	before, after []int // neighbours that are left
	queue         []int // the heap: points
	place         []int // of a point in the heap, -1 outside
}

func newCorners(line []spot) *corners {
	n := len(line)
	h := &corners{
		line: line, area: make([]float64, n), before: make([]int, n), after: make([]int, n),
		queue: make([]int, 0, n-2), place: make([]int, n),
	}
	for i := range line {
		h.before[i], h.after[i], h.place[i] = i-1, i+1, -1
	}
	for i := 1; i < n-1; i++ {
		h.area[i] = h.triangle(i)
		h.place[i] = len(h.queue)
		h.queue = append(h.queue, i)
	}
	heap.Init(h)
	return h
}

func (h *corners) triangle(i int) float64 {
	a, b, c := h.line[h.before[i]], h.line[i], h.line[h.after[i]]
	return math.Abs((b.x-a.x)*(c.y-a.y)-(c.x-a.x)*(b.y-a.y)) / 2
}

func (h *corners) update(i int) {
	if h.place[i] >= 0 {
		h.area[i] = h.triangle(i)
		heap.Fix(h, h.place[i])
	}
}

func (h *corners) Len() int           { return len(h.queue) }
func (h *corners) Less(i, j int) bool { return h.area[h.queue[i]] < h.area[h.queue[j]] }

func (h *corners) Swap(i, j int) {
	h.queue[i], h.queue[j] = h.queue[j], h.queue[i]
	h.place[h.queue[i]], h.place[h.queue[j]] = i, j
}

// Push is part of heap.Interface; nothing is ever added.
func (h *corners) Push(any) {}

// Pop is part of heap.Interface.
func (h *corners) Pop() any {
	last := h.queue[len(h.queue)-1]
	h.queue = h.queue[:len(h.queue)-1]
	h.place[last] = -1
	return last
}
