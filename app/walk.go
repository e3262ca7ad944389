package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hashiya/annotate"
	"hashiya/app/reader"
	"hashiya/app/ui"
	"hashiya/model"
)

// walk leads through candidates: words of the article that may fill the field
// that has the keyboard, or that may be labelled. The arrow keys go from one to
// the next, Enter takes the one at hand, Esc gives up.
type walk struct {
	screen *annotateScreen
	owner  any // the *fieldRow or model.Kind that is walked for; nil while there is no walk
	list   []annotate.Candidate
	at     int
	name   string // of what is looked for
	accept func(annotate.Candidate)
	layer  *fyne.Container // over the reader, without a layout
	card   *ui.Card        // beside the words: what Enter takes
	value  *ui.Chip
}

func newWalk(s *annotateScreen) *walk {
	w := &walk{screen: s}
	w.value = ui.NewChip("", ui.ToneAccent)
	w.value.SetKeycap("Enter")
	w.card = ui.NewCard(w.value)
	w.card.SetPadding(2 * ui.Step)
	w.card.Hide()
	w.layer = container.NewWithoutLayout(w.card)
	return w
}

// fieldKey sees the keys of a field before the field does, and tells whether it
// took one.
func (w *walk) fieldKey(row *fieldRow, name fyne.KeyName) bool {
	if w.owner != any(row) && (name == fyne.KeyUp || name == fyne.KeyDown) {
		return w.beginField(row)
	}
	return w.key(name)
}

// key handles a key while there is a walk; other keys end it.
func (w *walk) key(name fyne.KeyName) bool {
	if w.owner == nil {
		return false
	}
	_, labels := w.owner.(model.Kind)
	if digit := len(name) == 1 && name >= "0" && name <= "9"; labels && (digit || name == "") {
		return true // the digit itself follows as a letter
	}
	switch name {
	case fyne.KeyDown:
		w.step(1)
	case fyne.KeyUp:
		w.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		w.take()
	case fyne.KeyEscape:
		w.end()
	default:
		w.end()
		return false
	}
	return true
}

// beginField starts at the likeliest candidate of a field. Fields without any
// keep their arrow keys.
func (w *walk) beginField(row *fieldRow) bool {
	s, id := w.screen, row.editor.id
	if !s.editable() {
		return false
	}
	list := s.session.Candidates(id, row.model.Name)
	return w.begin(row, list, s.session.CandidateFrom(list, id), s.fieldName(row.editor.kind, row.model.Name), func(c annotate.Candidate) {
		s.program.keep(s.session.Take(id, row.model.Name, c))
	})
}

// beginKind starts at the first words behind the caret that may be labelled as
// a kind and are not yet.
func (w *walk) beginKind(kind model.Kind) bool {
	s := w.screen
	if w.owner == any(kind) {
		w.step(1)
		return true
	}
	caret, _ := s.reader.Selection()
	list := s.session.CandidatesOf(kind)
	at := slices.IndexFunc(list, func(c annotate.Candidate) bool { return c.End > caret })
	return w.begin(kind, list, max(at, 0), s.program.words.T("kind."+string(kind)), func(c annotate.Candidate) {
		s.reader.Select(c.Start, c.End)
		s.label(kind)
		s.reader.Select(c.End, c.End) // the same key then leads on from here
		s.selected(c.End, c.End)
	})
}

func (w *walk) begin(owner any, list []annotate.Candidate, at int, name string, accept func(annotate.Candidate)) bool {
	w.end()
	if len(list) == 0 {
		return false
	}
	w.owner, w.list, w.at, w.name, w.accept = owner, list, at, name, accept
	w.show()
	return true
}

func (w *walk) step(by int) {
	w.at = (w.at + by + len(w.list)) % len(w.list)
	w.show()
}

// show marks all candidates in the article, brings the one at hand into view
// and says what it would give.
func (w *walk) show() {
	s := w.screen
	shown := make([]reader.Range, len(w.list))
	for i, c := range w.list {
		shown[i] = reader.Range{Start: c.Start, End: c.End}
	}
	c := w.list[w.at]
	s.reader.SetHits(shown, w.at)
	s.reader.ScrollTo(c.Start, c.End)
	s.palette.hide()
	w.value.SetText(shorten(c.Label, longestCaption))
	tone := ui.ToneAccent
	if _, labels := w.owner.(model.Kind); !labels && len(c.Values) == 0 {
		tone = ui.ToneWarning // Enter would be refused, and the label says why
	}
	w.value.SetTone(tone)
	s.status.SetText(s.program.words.T("walk.at", w.at+1, len(w.list), w.name))
	w.card.Show()
	w.follow()
}

// follow keeps the card under the words, or above them where there is no room.
func (w *walk) follow() {
	if w.owner != nil {
		c := w.list[w.at]
		at, box := w.screen.reader.Bounds(c.Start, c.End)
		putBeside(w.layer, w.card, at, box)
	}
}

func (w *walk) take() {
	accept, c := w.accept, w.list[w.at]
	w.end()
	accept(c)
}

// end gives up, where there is a walk.
func (w *walk) end() {
	if w.owner == nil {
		return
	}
	w.owner, w.list, w.accept = nil, nil, nil
	w.card.Hide()
	w.screen.reader.SetHits(nil, 0)
	w.screen.selected(w.screen.reader.Selection())
}
