package app

import (
	"runtime/debug"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hashiya/app/reader"
	"hashiya/model"
)

// hand is a practised coder at the keyboard: it sees what the screen shows,
// presses keys, and for every step takes the way with the fewest of them.
type hand struct {
	*desk
	made map[string]string // ids of the items made, by those wanted

	keys, prose                int            // pressed in all, and letters of free text among them
	spent                      map[string]int // keys, by what they were for
	doing                      string
	filled, ties               int // fields that hold something, and what ties items, at the end
	values, taken, typed       int // of items; those taken by walking the text, and those typed or picked
	walked, selected, repeated int // items labelled in three ways

	proved  bool           // the answers say what evidence there is
	trial   *reader.Reader // where carets are tried out
	steps   map[string]map[[2]int]int
	queries map[string]query
	aside   fyne.Window
	caret   int
	moved   bool
}

func newHand(d *desk) *hand {
	h := &hand{desk: d, made: map[string]string{}, spent: map[string]int{}, steps: map[string]map[[2]int]int{}, queries: map[string]query{}}
	old := debug.SetGCPercent(400) // an article is thousands of keys, and each draws anew
	d.t.Cleanup(func() { debug.SetGCPercent(old) })
	a := d.work()
	regular, bold := d.face()
	h.trial = reader.New(regular, bold, d.readerOptions())
	h.trial.SetArticle(a.session.Text(0, a.session.Len()), a.sourceLine(a.session.Article()))
	h.trial.SetZoom(a.reader.Zoom())
	h.trial.Resize(a.reader.Size())
	a.reader.OnCaret = func(offset int) { h.caret, h.moved = offset, true }
	return h
}

// shifted are the keys that select when Shift is held; the driver makes no
// shortcut of them.
var shifted = map[string]fyne.KeyName{
	"Left": fyne.KeyLeft, "Right": fyne.KeyRight, "Up": fyne.KeyUp, "Down": fyne.KeyDown, "Home": fyne.KeyHome, "End": fyne.KeyEnd,
}

// hit presses keys, each of them once.
func (h *hand) hit(keys ...string) {
	h.t.Helper()
	for _, k := range keys {
		h.keys++
		h.spent[h.doing]++
		h.moved = false
		start, end := h.work().reader.Selection()
		press(h.desk, k)
		if from, to := h.work().reader.Selection(); !h.moved && (from != start || to != end) {
			h.caret = to // the program selected
		}
	}
}

func press(d *desk, k string) {
	d.t.Helper()
	name, with := strings.CutPrefix(k, "Shift+")
	switch {
	case with && shifted[name] != "":
		holding(d.focused(), func() { d.key(shifted[name]) })
	case shifted[k] != "":
		d.key(shifted[k])
	case k == "PageDown":
		d.key(fyne.KeyPageDown)
	case k == "PageUp":
		d.key(fyne.KeyPageUp)
	case k == "Ctrl+A":
		d.shortcut(&fyne.ShortcutSelectAll{})
	default:
		d.press(k)
	}
}

// holding runs something while Shift is held.
func holding(f fyne.Focusable, run func()) {
	k, is := f.(desktop.Keyable)
	if is {
		k.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	run()
	if is {
		k.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
}

// write types letters: the key first, which has a name only for ASCII, then its
// letter.
func (h *hand) write(text string) {
	h.t.Helper()
	for _, r := range text {
		h.keys++
		h.spent[h.doing]++
		name := fyne.KeyName("")
		switch {
		case r == ' ':
			name = fyne.KeySpace
		case r < unicode.MaxASCII:
			name = fyne.KeyName(strings.ToUpper(string(r)))
		}
		h.key(name)
		if f := h.focused(); f != nil {
			f.TypedRune(r)
		}
	}
}

// tellText types free text, which costs what it costs in any program.
func (h *hand) tellText(text string) {
	before := h.keys
	h.write(text)
	h.prose += h.keys - before
	h.spent[h.doing] -= h.keys - before
}

// code codes a whole article: its facts, its events, then kind after kind in
// the order of the text, names first, so that they are offered for the rest.
func (h *hand) code(want *answers) {
	h.t.Helper()
	h.proved = want.proved
	h.codeFacts(want)
	h.codeEvents(want)
	for _, kind := range []model.Kind{model.KindActor, model.KindLocation, model.KindDate, model.KindTactic, model.KindCount} {
		h.toStart()
		for _, item := range inOrder(want.of(kind)) {
			h.label(item)
			h.fill(item)
		}
	}
	h.tally(want)
}

// inOrder puts a count behind those that it is tied to, which must be there
// first.
func inOrder(items []*answerItem) []*answerItem {
	var order []*answerItem
	done := map[string]bool{}
	var add func(item *answerItem)
	add = func(item *answerItem) {
		if done[item.id] {
			return
		}
		done[item.id] = true
		for _, l := range item.links {
			for _, other := range items {
				if other.id == l.Count {
					add(other)
				}
			}
		}
		order = append(order, item)
	}
	for _, item := range items {
		add(item)
	}
	return order
}

func (h *hand) tally(want *answers) {
	for _, item := range want.items {
		h.filled += len(item.fields)
		if item.kind != model.KindEvent {
			for name, values := range item.fields {
				if name != "certainty" { // which has a key of its own
					h.values += len(values)
				}
			}
		}
		h.ties += len(item.links) + len(item.events)
	}
}

// toStart brings the caret to the start of the article.
func (h *hand) toStart() {
	h.doing = "words"
	if start, end := h.work().reader.Selection(); start != 0 || end != 0 {
		h.hit("Ctrl+Home")
	}
}

// until presses a key until something has the keyboard.
func (h *hand) until(key string, f fyne.Focusable) {
	h.t.Helper()
	for range 40 {
		if h.focused() == f {
			return
		}
		h.hit(key)
	}
	h.t.Fatalf("%s does not lead there from a %T", key, h.focused())
}

// codeFacts fills the fields of the article and of the record.
func (h *hand) codeFacts(want *answers) {
	h.t.Helper()
	h.doing = "facts"
	facts := h.work().form.facts
	h.hit("F6")
	if want.published != "" {
		h.until("Tab", facts.fieldOf("published"))
		h.write(want.published)
	}
	h.until("Tab", facts.fieldOf("relevance"))
	h.choose(codeChoices(h.program, "relevance"), "list relevance", want.relevance, "Tab")
	if want.note != "" {
		h.until("Tab", facts.fieldOf("note"))
		h.tellText(want.note)
	}
	h.hit("F6")
}

// codeEvents makes the events, empty yet.
func (h *hand) codeEvents(want *answers) {
	h.t.Helper()
	h.doing = "events"
	events := want.of(model.KindEvent)
	for _, e := range events {
		h.hit("Ctrl+M")
		h.made[e.id] = h.work().form.events.chosen
		h.tellText(e.fields["title"][0])
		if date := e.fields["date"]; len(date) > 0 {
			h.hit("Tab")
			h.write(date[0])
		}
	}
	for h.work().form.events.chosen != "" {
		h.hit("Ctrl+Shift+M")
	}
}

// submit submits the record, whatever the program asks.
func (h *hand) submit() {
	h.t.Helper()
	h.doing = "submit"
	h.hit("Ctrl+Return")
	if h.window.canvas.Overlays().Top() != nil {
		h.hit("Shift+Tab", "Enter")
	}
	if !h.work().session.Submitted() {
		h.t.Errorf("the record is not submitted: %q", h.notices.Texts())
	}
}

// scratch is a window beside that of the program.
func (h *hand) scratch() fyne.Window {
	if h.aside == nil {
		h.aside = h.app.NewWindow("")
		h.aside.Resize(fyne.NewSize(600, 400))
		h.t.Cleanup(h.aside.Close)
	}
	return h.aside
}
