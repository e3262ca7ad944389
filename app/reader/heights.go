package reader

// heights sums the heights of paragraphs. Changing one height, the sum before a paragraph and the paragraph at a height take logarithmic
// time (a Fenwick tree: P. Fenwick, A new data structure for cumulative frequency tables, 1994).
type heights struct {
	each  []float32
	exact []bool // false while the height is a guess
	sums  []float64
	of    *article // whose paragraphs these are
}

// reset takes n guessed heights.
func (h *heights) reset(n int, guess func(i int) float32) {
	h.each, h.exact, h.sums = make([]float32, n), make([]bool, n), make([]float64, n+1)
	for i := range h.each {
		h.each[i] = guess(i)
		h.sums[i+1] += float64(h.each[i])
		if next := i + 1 + (i+1)&-(i+1); next <= n {
			h.sums[next] += h.sums[i+1]
		}
	}
}

// set makes the height of paragraph i exact.
func (h *heights) set(i int, height float32) {
	h.exact[i] = true
	change := float64(height) - float64(h.each[i])
	if change == 0 {
		return
	}
	h.each[i] = height
	for k := i + 1; k < len(h.sums); k += k & -k {
		h.sums[k] += change
	}
}

// before returns the height of all paragraphs before i.
func (h *heights) before(i int) float64 {
	sum := 0.0
	for k := i; k > 0; k -= k & -k {
		sum += h.sums[k]
	}
	return sum
}

// total returns the height of all paragraphs.
func (h *heights) total() float64 { return h.before(len(h.each)) }

// find returns the paragraph at y and the distance from its top; above the first and below the last it returns these.
func (h *heights) find(y float64) (i int, into float32) {
	step := 1
	for step*2 < len(h.sums) {
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if i+step < len(h.each) && h.sums[i+step] <= y {
			i += step
			y -= h.sums[i]
		}
	}
	return i, float32(y)
}
