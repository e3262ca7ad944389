package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"hashiya/model"
)

// label labels the words of an item in the cheapest of three ways: on the walk
// that the digit begins, after selecting them, or with F4 as the last claim
// again.
func (h *hand) label(want *answerItem) {
	h.t.Helper()
	h.doing = "words"
	a := h.work()
	if h.focused() != fyne.Focusable(a.reader) {
		h.hit("F6")
	}
	digit := lookOf(want.kind).key
	sel := h.selection(h.roomy(want.kind, want.words))
	walk := h.walkTo(want)
	again, gain := h.again(want, sel)
	switch {
	case again != nil && gain > 0:
		h.repeated++
		again()
	case walk.keys <= sel.keys+1:
		h.walked++
		if start, end := a.reader.Selection(); start != end {
			h.hit("Left")
		}
		h.hit(digit)
		for range walk.steps {
			h.hit(walk.key)
		}
		h.hit("Enter")
	default:
		h.selected++
		h.selectBy(sel)
		h.hit(digit)
	}
	h.made[want.id] = a.active
	h.adjust(want)
}

// walkWay is how a walk leads to some words.
type walkWay struct {
	keys, steps int
	key         string
}

// walkTo finds the way to the candidate that gives the words, or nearly.
func (h *hand) walkTo(want *answerItem) walkWay {
	a := h.work()
	start, end := a.reader.Selection()
	extra := 0
	if start != end {
		start, extra = h.step(start, end, "Left"), 1
	}
	list := a.session.CandidatesOf(want.kind)
	at := max(slices.IndexFunc(list, func(c annotateCandidate) bool { return c.End > start }), 0)
	best := walkWay{keys: 1 << 20}
	for i, c := range list {
		r := h.trimmed(want.kind, model.Range{Start: c.Start, End: c.End})
		if r.End <= want.words.Start || r.Start >= want.words.End {
			continue
		}
		off := abs(r.Start-want.words.Start) + abs(r.End-want.words.End)
		if off > 0 {
			off += 3 // what the other words say has to be mended too
		}
		forth, back := (i-at+len(list))%len(list), (at-i+len(list))%len(list)
		w := walkWay{keys: extra + 2 + off + forth, steps: forth, key: "Down"}
		if back < forth {
			w = walkWay{keys: extra + 2 + off + back, steps: back, key: "Up"}
		}
		if w.keys < best.keys {
			best = w
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// again tells how to make a claim with F4, and how many keys that saves over
// labelling it; nil when there is no claim to repeat.
func (h *hand) again(want *answerItem, sel way) (do func(), gain int) {
	a := h.work()
	shape, is := a.session.Item(a.last).(*model.Count)
	if want.kind != model.KindCount || !is || h.strays(want) {
		return nil, 0
	}
	// A selection that is spent, or none, stands for the next number.
	start, end := a.nextNumber()
	next := model.Range{Start: start, End: end} == want.words
	do = func() {
		if from, to := a.reader.Selection(); from != to {
			h.hit("Left") // or F4 would take these words
		}
		h.hit("F4")
	}
	if from, to := a.reader.Selection(); from != to {
		gain--
	}
	if !next {
		do = func() {
			h.selectBy(sel)
			h.hit("F4")
		}
		gain -= 2
	}
	for _, name := range []string{"kind", "unit", "who", "who_status", "by", "claimed_by", "claim_status"} {
		f, _ := model.FieldOf(model.KindCount, name)
		has, wants := f.Get(shape), h.ids(f, want.fields[name])
		switch {
		case slices.Equal(has, wants):
			gain += 3 * len(has)
		case f.Type == model.EntityList:
			gain -= len(has)
		case len(wants) == 0:
			gain--
		}
	}
	if between := a.session.Text(min(want.words.Start, a.session.SpansOf(a.last)[0].Start), want.words.Start); !strings.ContainsAny(between, ".\n") {
		for _, name := range []string{"period", "cumulative"} {
			f, _ := model.FieldOf(model.KindCount, name)
			if has := f.Get(shape); len(has) > 0 && slices.Equal(has, want.fields[name]) {
				gain += len(has[0])
			} else if len(has) > 0 {
				gain -= 4
			}
		}
	}
	in := a.session.EventsOf(a.last)
	for _, event := range in {
		if slices.ContainsFunc(want.events, func(m model.Member) bool { return h.made[m.ID] == event }) {
			gain += 3
		} else {
			gain -= 3
		}
	}
	return do, gain
}

// strays tells whether F4 would bring evidence that the item is not to have.
func (h *hand) strays(want *answerItem) bool {
	if !h.proved {
		return false
	}
	a := h.work()
	for _, s := range a.session.SpansOf(a.last) {
		between := a.session.Text(min(s.Start, want.words.Start), max(s.End, want.words.End))
		if s.Field != "" && !strings.ContainsAny(between, ".\n") && !slices.Contains(h.proofs(want), h.bare(s)) {
			return true
		}
	}
	return false
}

// adjust mends the words by letters.
func (h *hand) adjust(want *answerItem) {
	h.t.Helper()
	a := h.work()
	spans := a.session.SpansOf(a.active)
	if len(spans) == 0 {
		h.t.Fatalf("%s: nothing is labelled: %q", want.id, h.notices.Texts())
	}
	mend := func(by int, shift string) {
		for range by {
			h.hit("Ctrl+Alt+" + shift + "Left")
		}
		for range -by {
			h.hit("Ctrl+Alt+" + shift + "Right")
		}
	}
	mend(want.words.End-spans[0].End, "")
	mend(want.words.Start-spans[0].Start, "Shift+")
	if now := a.session.SpansOf(a.active)[0]; now.Start != want.words.Start || now.End != want.words.End {
		h.t.Fatalf("%s: the words are %d-%d, want %v", want.id, now.Start, now.End, want.words)
	}
}
