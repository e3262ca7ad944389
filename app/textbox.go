package app

import (
	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

// textBox is a field for a text of the codebook, an entity or the guidelines.
// Enter or leaving it keeps the text: each is one edit, so no key press is.
type textBox struct {
	program *program
	entry   *ui.Entry
	kept    string // what the file holds
	set     func(text string) error
	pauses  bool // keeps the text after a pause in typing too
	cancel  func()
}

func newTextBox(p *program, options ui.EntryOptions, set func(text string) error) *textBox {
	b := &textBox{program: p, set: set, cancel: func() {}}
	b.entry = ui.NewEntry(options)
	b.entry.OnChanged = b.changed
	b.entry.OnCommit = b.keep
	b.entry.OnCancel = func() { p.back() }
	b.entry.OnKey = func(name fyne.KeyName) bool { return p.plainKey(&fyne.KeyEvent{Name: name}) }
	return b
}

func (b *textBox) changed(string) {
	b.cancel()
	b.cancel = func() {}
	switch {
	case !b.entry.HasUncommitted():
		b.program.frame.failed = false // what could not be kept is not on the screen any more
	case b.pauses:
		b.cancel = b.program.runner.After(pause, func() { b.program.runner.Do(b.entry.Commit) })
	}
	b.program.frame.settle()
}

func (b *textBox) keep(text string) {
	b.cancel()
	err := b.set(text)
	b.program.keep(err)
	switch {
	case err == nil:
		b.kept = text
		b.entry.SetError("")
	case isNothing(err):
		b.showText(b.kept) // the same, but for the space around it
	default:
		b.entry.Reject(b.program.message(err))
		if isHint(err) {
			b.program.notices.Withdraw(b.entry.Error()) // said at the field, and so not twice
		}
	}
	b.program.frame.settle()
}

// showText shows what the file holds; what is being typed is not taken away.
func (b *textBox) showText(text string) {
	b.kept = text
	if !b.entry.HasUncommitted() && b.entry.Text() != text {
		b.entry.SetText(text)
	}
}

// reset shows another text in the place of whatever is shown.
func (b *textBox) reset(text string) {
	b.cancel()
	b.kept = text
	b.entry.SetError("")
	if b.entry.Text() != text || b.entry.HasUncommitted() {
		b.entry.SetText(text)
	}
}

func (b *textBox) pending() bool { return b.entry.HasUncommitted() }
func (b *textBox) refused() bool { return b.pending() && b.entry.Error() != "" }

// textBoxes are those of one form.
type textBoxes []*textBox

func (all textBoxes) commit() {
	for _, b := range all {
		b.entry.Commit()
	}
}

// pending reports whether a box shows something that is not in the file, and
// whether that was refused.
func (all textBoxes) pending() (typed, refused bool) {
	for _, b := range all {
		typed, refused = typed || b.pending(), refused || b.refused()
	}
	return typed, refused
}

func (all textBoxes) enable(on bool) {
	for _, b := range all {
		setEnabled(b.entry, on)
	}
}

// multiline is a box of some lines; line is one of a single line.
func multiline(rows int, direction ui.Direction) ui.EntryOptions {
	return ui.EntryOptions{Multiline: true, Rows: rows, Direction: direction}
}

func line(direction ui.Direction) ui.EntryOptions { return ui.EntryOptions{Direction: direction} }
