package app

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hashiya/model"
	"hashiya/model/arabic"
)

// moves are the keys that move the caret in the article.
var moves = []string{"Ctrl+Left", "Ctrl+Right", "Left", "Right", "Down", "Up", "End", "Home", "Ctrl+End", "Ctrl+Home"}

// sure are those of them that lead to the same place whatever went before: a
// second key by lines keeps the column of the first.
var sure = moves[:4]

// step tells where a key takes the caret from a selection.
func (h *hand) step(start, end int, key string) int {
	at := [2]int{start, end}
	if h.steps[key] == nil {
		h.steps[key] = map[[2]int]int{}
	}
	to, known := h.steps[key][at]
	if !known {
		h.trial.Select(start, end)
		if name, with := strings.CutPrefix(key, "Ctrl+"); with {
			h.trial.TypedShortcut(&desktop.CustomShortcut{KeyName: shifted[name], Modifier: fyne.KeyModifierControl})
		} else {
			h.trial.TypedKey(&fyne.KeyEvent{Name: shifted[key]})
		}
		to, _ = h.trial.Selection()
		h.steps[key][at] = to
	}
	return to
}

// routes are the fewest keys from a caret to places of the article.
type routes struct {
	from, cost []int // by place; the cost of one that is not reached is unreached
	key        []string
}

const unreached = 1 << 20

// routesFrom finds them with some of the moves, up to a number of keys, or until
// a place is reached, -1 for none. The range is what is selected and given up
// with the first key; empty when nothing is.
func (h *hand) routesFrom(caret, start, end, most, goal int, moves []string) routes {
	size := h.work().session.Len() + 1
	r := routes{make([]int, size), slices.Repeat([]int{unreached}, size), make([]string, size)}
	r.cost[caret] = 0
	ring := []int{caret}
	for cost := 1; cost <= most && len(ring) > 0 && (goal < 0 || r.cost[goal] == unreached); cost++ {
		var next []int
		for _, at := range ring {
			for _, key := range moves {
				to := 0
				if at == caret && start != end && (key == "Left" || key == "Right") {
					to = h.step(start, end, key)
				} else {
					to = h.step(at, at, key)
				}
				if r.cost[to] == unreached {
					r.from[to], r.key[to], r.cost[to] = at, key, cost
					next = append(next, to)
				}
			}
		}
		ring = next
	}
	return r
}

func (r routes) to(at int) []string {
	var keys []string
	if r.cost[at] == unreached {
		return nil
	}
	for r.cost[at] > 0 {
		keys = append(keys, r.key[at])
		at = r.from[at]
	}
	slices.Reverse(keys)
	return keys
}

// between counts the keys between two places of the article that are near each
// other.
func (h *hand) between(from, to int) int {
	if from == to {
		return 0
	}
	return h.routesFrom(from, 0, 0, mostBetween, to, moves).cost[to]
}

// mostKeys bounds a way through the article, mostBetween one over some words.
const (
	mostKeys    = 12
	mostBetween = 6
)

// way is how some words can be selected.
type way struct {
	keys       int
	find       string // to be found first
	again      int    // times Enter on it
	start, end int    // what is selected then, the caret at stop
	stop       int
}

// selection finds the cheapest way to select one of several ranges.
func (h *hand) selection(ranges []model.Range) way {
	start, end := h.work().reader.Selection()
	best := way{keys: 1 << 20}
	try := func(w way) {
		if w.keys < best.keys {
			best = w
		}
	}
	here := h.routesFrom(h.caret, start, end, mostKeys, -1, moves)
	for _, r := range ranges {
		for _, ends := range [][2]int{{r.Start, r.End}, {r.End, r.Start}} {
			if there := here.cost[ends[0]]; there < best.keys {
				try(way{keys: there + h.between(ends[0], ends[1]), start: r.Start, end: r.End, stop: ends[1]})
			}
		}
		h.findings(r, try)
	}
	return best
}

// findings tries the ways over Ctrl+F: the first letters of the words, Enter as
// often as it takes, Esc, and Shift with arrows to their end.
func (h *hand) findings(r model.Range, try func(way)) {
	a := h.work()
	finder := a.find.finder
	letters := []rune(a.session.Text(r.Start, r.End))
	start, end := a.reader.Selection()
	at := start
	look := func(words string) (hits []model.Range, i int) {
		hits = finder.Find(context.Background(), words)
		for i < len(hits)-1 && hits[i].Start < at {
			i++
		}
		if len(hits) > 0 {
			at = hits[i].Start
		}
		return hits, i
	}
	if start == end || end-start > 60 {
		look(a.find.entry.Text())
	}
	for n := 1; n <= min(len(letters), 10); n++ {
		hits, i := look(string(letters[:n]))
		j := slices.IndexFunc(hits, func(hit model.Range) bool { return hit.Start == r.Start && hit.End <= r.End })
		if j < 0 {
			continue
		}
		again := (j - i + len(hits)) % len(hits)
		try(way{
			keys: 2 + n + again + h.between(hits[j].End, r.End),
			find: string(letters[:n]), again: again, start: r.Start, end: r.End, stop: r.End,
		})
	}
}

// tries are the moves for each further try to reach a place: at the ends of
// numbers a key may lead elsewhere than when it was tried out, as the caret has
// two places there.
func tries() [][]string {
	return [][]string{moves, sure, sure[2:], sure[:2], sure}
}

// selectBy selects words in the article.
func (h *hand) selectBy(w way) {
	h.t.Helper()
	a := h.work()
	if w.find != "" {
		h.hit("Ctrl+F")
		h.write(w.find)
		for range w.again {
			h.hit("Enter")
		}
		h.hit("Esc")
		start, end := a.reader.Selection()
		if start != w.start {
			h.t.Fatalf("finding %q selects %d-%d, want %d-%d", w.find, start, end, w.start, w.end)
		}
		h.caret = end
	} else {
		first := w.start + w.end - w.stop
		for _, with := range tries() {
			start, end := a.reader.Selection()
			if h.caret == first && start == end {
				break
			}
			keys := h.routesFrom(h.caret, start, end, unreached, first, with).to(first)
			if h.caret == first { // words are selected from here on, or up to here
				keys = []string{map[bool]string{true: "Right", false: "Left"}[first == start]}
			}
			h.hit(keys...)
		}
	}
	for _, with := range tries() {
		if h.caret == w.stop {
			break
		}
		for _, key := range h.routesFrom(h.caret, 0, 0, unreached, w.stop, with).to(w.stop) {
			h.hit(withShift(key))
		}
	}
	if start, end := a.reader.Selection(); start != w.start || end != w.end {
		h.t.Fatalf("keys select %d-%d with the caret at %d, want %+v", start, end, h.caret, w)
	}
}

func withShift(key string) string {
	if name, is := strings.CutPrefix(key, "Ctrl+"); is {
		return "Ctrl+Shift+" + name
	}
	return "Shift+" + key
}

// trimmed is what labelling leaves of a range.
func (h *hand) trimmed(kind model.Kind, r model.Range) model.Range {
	a := h.work()
	for r.Start < r.End && strings.TrimSpace(a.session.Text(r.Start, r.Start+1)) == "" {
		r.Start++
	}
	for r.End > r.Start && strings.TrimSpace(a.session.Text(r.End-1, r.End)) == "" {
		r.End--
	}
	if kind == model.KindActor || kind == model.KindLocation {
		r.Start += arabic.TrimClitics(a.session.Text(r.Start, r.End), h.project.Entities().Known)
	}
	return r
}

// roomy are the ranges that labelling trims to the words.
func (h *hand) roomy(kind model.Kind, words model.Range) []model.Range {
	ranges := []model.Range{words}
	for start := max(0, words.Start-2); start <= words.Start; start++ {
		for end := words.End; end <= min(words.End+1, h.work().session.Len()); end++ {
			if r := (model.Range{Start: start, End: end}); r != words && h.trimmed(kind, r) == words {
				ranges = append(ranges, r)
			}
		}
	}
	return ranges
}
