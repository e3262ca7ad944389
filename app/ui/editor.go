package ui

import (
	"slices"
	"unicode"

	"hashiya/app/bidi"
)

// maxEntryLength is the most code points that can be put into a field.
const maxEntryLength = 100_000

// maxUndo is how many steps a field remembers while it is being edited.
const maxUndo = 200

// editor is the text of a field with caret, selection and undo, without any
// drawing. Offsets are code points.
type editor struct {
	text      []rune
	caret     bidi.Caret
	anchor    int // the other end of the selection; caret.Offset when there is none
	direction Direction

	lines *textLines

	undo, redo []edit
	typing     bool    // the last step may still grow
	goal       float64 // the x that Up and Down keep, in em; valid while hasGoal
	hasGoal    bool
}

// edit is one change as data: at start, removed became inserted.
type edit struct {
	start             int
	removed, inserted []rune
	caret             bidi.Caret // before the change
	anchor            int
}

// setText replaces everything and forgets the undo steps.
func (e *editor) setText(text []rune) {
	e.text, e.undo, e.redo, e.typing = text, nil, nil, false
	e.place(bidi.Caret{Offset: len(text), Before: true})
	e.relayout()
}

// relayout has the whole text shaped again.
func (e *editor) relayout() { e.lines.set(e.text, e.base()) }

// base returns the direction that the text gives its paragraphs.
func (e *editor) base() bidi.Base {
	if i := slices.IndexFunc(e.text, unicode.IsLetter); i >= 0 {
		return e.direction.base(string(e.text[i]))
	}
	return e.direction.base("")
}

// selection returns the selected range; start equals end when there is none.
func (e *editor) selection() (start, end int) {
	return min(e.anchor, e.caret.Offset), max(e.anchor, e.caret.Offset)
}

func (e *editor) selected() []rune {
	start, end := e.selection()
	return e.text[start:end]
}

// place puts the caret and drops the selection.
func (e *editor) place(c bidi.Caret) {
	e.caret, e.anchor, e.hasGoal = c, c.Offset, false
}

// moveTo puts the caret; with extend the other end of the selection stays.
func (e *editor) moveTo(c bidi.Caret, extend bool) {
	e.typing = false
	if extend {
		e.caret, e.hasGoal = c, false
		return
	}
	e.place(c)
}

// insert replaces the selection by as much of text as there is room for; it
// tells whether anything changed.
func (e *editor) insert(text []rune, typed bool) bool {
	start, end := e.selection()
	text = text[:min(len(text), e.room())]
	if len(text) == 0 && start == end {
		return false
	}
	e.replace(start, end, text, typed)
	return true
}

// room is how many code points can take the place of the selection.
func (e *editor) room() int {
	start, end := e.selection()
	return max(maxEntryLength-len(e.text)+end-start, 0)
}

// replace is the only way in which the text changes.
func (e *editor) replace(start, end int, text []rune, typed bool) {
	step := edit{
		start: start, removed: slices.Clone(e.text[start:end]), inserted: slices.Clone(text),
		caret: e.caret, anchor: e.anchor,
	}
	if !e.grow(step, typed) {
		e.undo = append(e.undo, step)
		if len(e.undo) > maxUndo {
			e.undo = slices.Delete(e.undo, 0, 1)
		}
	}
	e.redo, e.typing = nil, typed
	e.apply(start, end, text)
}

// grow adds typed text to the step before, up to the end of a word, so that
// one undo takes back a word and never half of a lam-alef.
func (e *editor) grow(step edit, typed bool) bool {
	if !typed || !e.typing || len(e.undo) == 0 || len(step.removed) > 0 {
		return false
	}
	last := &e.undo[len(e.undo)-1]
	n := len(last.inserted)
	if n == 0 || step.start != last.start+n || unicode.IsSpace(last.inserted[n-1]) && !unicode.IsSpace(step.inserted[0]) {
		return false
	}
	last.inserted = append(last.inserted, step.inserted...)
	return true
}

func (e *editor) apply(start, end int, text []rune) {
	e.text = slices.Replace(e.text, start, end, text...)
	at := start + len(text)
	e.place(bidi.Caret{Offset: at, Before: at > 0})
	if e.base() != e.lines.base {
		e.relayout()
		return
	}
	e.lines.edited(e.text, start, end-start, len(text))
}

// undoStep takes the last step back; it tells whether there was one.
func (e *editor) undoStep() bool {
	if len(e.undo) == 0 {
		return false
	}
	step := e.undo[len(e.undo)-1]
	e.undo = e.undo[:len(e.undo)-1]
	e.redo, e.typing = append(e.redo, step), false
	e.apply(step.start, step.start+len(step.inserted), step.removed)
	e.caret, e.anchor = step.caret, step.anchor
	return true
}

// redoStep does the last undone step again; it tells whether there was one.
func (e *editor) redoStep() bool {
	if len(e.redo) == 0 {
		return false
	}
	step := e.redo[len(e.redo)-1]
	e.redo = e.redo[:len(e.redo)-1]
	e.undo = append(e.undo, step)
	e.apply(step.start, step.start+len(step.removed), step.inserted)
	return true
}

// backspace deletes the selection or one code point, so that a vowel mark can
// be taken off its letter; byWord deletes to the start of the word.
func (e *editor) backspace(byWord bool) bool {
	start, end := e.selection()
	if start == end {
		if start == 0 {
			return false
		}
		start--
		switch {
		case byWord:
			start = e.lines.PrevWord(end)
		case e.text[start] == '\n':
			start = e.lines.PrevGrapheme(end) // CR LF is one line end
		}
	}
	e.replace(start, end, nil, false)
	return true
}

// deleteForward deletes the selection or what the reader sees as one character.
func (e *editor) deleteForward(byWord bool) bool {
	start, end := e.selection()
	if start == end {
		if end == len(e.text) {
			return false
		}
		end = e.lines.NextGrapheme(start)
		if byWord {
			end = e.lines.NextWord(start)
		}
	}
	e.replace(start, end, nil, false)
	return true
}
