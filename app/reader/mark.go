package reader

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Pattern is the shape of the line under a mark. Kinds of marks differ by pattern as well as by colour, so that they can be told apart
// without colour vision.
type Pattern uint8

const (
	// Solid is one full line.
	Solid Pattern = iota
	// Dashed is a full line cut into dashes.
	Dashed
	// Double is two thin lines.
	Double
	// Dotted is a row of dots.
	Dotted
	// Thin is one thin line.
	Thin
	// Wavy is a zigzag, for doubts and warnings.
	Wavy
)

// Style is the look of a mark. An empty Fill leaves the paper, an empty Line draws no line.
type Style struct {
	Fill, Line fyne.ThemeColorName
	Pattern    Pattern
}

// Mark is a highlighted range of the article: code points Start (included) to End (excluded) of the text. IDs are unique in a reader.
// A range is cut to the text; an empty one is kept and draws nothing.
type Mark struct {
	ID         string
	Start, End int
	Style      Style
}

// SetMarks replaces all marks. Of two with the same ID the last one counts.
func (r *Reader) SetMarks(marks []Mark) {
	cut := make([]Mark, len(marks))
	for i, m := range marks {
		cut[i] = r.cut(m)
	}
	r.marks.set(cut)
	r.rows.touchAll()
}

// UpdateMarks takes marks out and puts marks in, replacing those with the same ID. Only the lines that these cover are drawn again.
func (r *Reader) UpdateMarks(removed []string, put []Mark) {
	for _, id := range removed {
		if m, ok := r.marks.remove(id); ok {
			r.rows.touch(m.Start, m.End)
		}
	}
	for _, m := range put {
		if old, ok := r.marks.byID[m.ID]; ok {
			r.rows.touch(old.Start, old.End)
		}
		m = r.cut(m)
		r.marks.put(m)
		r.rows.touch(m.Start, m.End)
	}
}

func (r *Reader) cut(m Mark) Mark {
	n := r.article.doc.Len()
	m.Start = min(max(m.Start, 0), n)
	m.End = min(max(m.End, m.Start), n)
	return m
}

// SetActive draws an outline around these marks and no others.
func (r *Reader) SetActive(ids ...string) {
	next := make(map[string]bool, len(ids))
	for _, id := range ids {
		next[id] = true
	}
	for _, both := range []map[string]bool{r.active, next} {
		for id := range both {
			if m, ok := r.marks.byID[id]; ok && r.active[id] != next[id] {
				r.rows.touch(m.Start, m.End)
			}
		}
	}
	r.active = next
}

// maxLanes is how many underlines are stacked at most; deeper nestings share the last lane.
const maxLanes = 4

// lanes gives each mark the height of its underline: 0 next to the letters for the smallest of those that overlap, larger below it.
func lanes(marks []Mark) []int {
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return compareSize(marks[a], marks[b]) })
	lane := make([]int, len(marks))
	for n, i := range order {
		var taken [maxLanes]bool
		for _, j := range order[:n] {
			if marks[j].Start < marks[i].End && marks[i].Start < marks[j].End {
				taken[lane[j]] = true
			}
		}
		for lane[i] < maxLanes-1 && taken[lane[i]] {
			lane[i]++
		}
	}
	return lane
}
