package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// EntryOptions is what kind of field an Entry is.
type EntryOptions struct {
	Placeholder string    // shown while the field is empty
	Direction   Direction // FirstStrong for free text; Interface by default
	Multiline   bool      // Enter starts a new line, and lines wrap
	Rows        int       // lines visible in a multi-line field; 0 is 3
	KeepOnEsc   bool      // Esc keeps what is typed instead of putting the last committed text back
	DigitsOnly  bool      // digits of three scripts and the separators of numbers
}

// Entry is a field for text of either direction: right visual order, a caret
// with a direction flag, visual or logical caret motion (Theme.SetLogicalArrows),
// selection, undo and context menu (Theme.SetMenuLabels) of its own.
//
// Characters that act unseen (bidi controls, zero width spaces, NUL and other
// control characters) are shown by their codes, as "RLM", without acting; they
// stay in the text. The joiners U+200C and U+200D act and get a thin mark.
//
// A text is committed on Enter (single line) and when the focus goes away,
// inside FocusLost: OnCommit must not move the focus then.
type Entry struct {
	widget.BaseWidget
	OnChanged  func(text string)            // after every key that changed the text
	OnCommit   func(text string)            // on Enter or focus loss, when changed
	OnCancel   func()                       // on Esc, after the text was put back
	OnFirst    func(name fyne.KeyName) bool // keys before the field uses them; true when taken
	OnKey      func(name fyne.KeyName) bool // keys the field does not use; true when taken
	OnMenu     func(at fyne.Position)       // in place of the field's own menu; in window coordinates
	OnFocus    func(gained bool)            // after the focus came or went
	OnShortcut func(s fyne.Shortcut) bool   // shortcuts the field does not use; true when taken
	OnRefused  func(reason error)           // in place of Theme.SetOnRefused, after a paste that was not taken as it was: ErrNotUTF8, ErrTooLong

	options   EntryOptions
	edit      editor
	committed string
	previous  string // committed before the last commit, for Reject
	problem   string
	focused   bool
	disabled  bool
	shift     bool
	pressed   bool // the focus comes by the mouse

	clicks    int
	clickedAt time.Time
	clickPos  fyne.Position
	view      *entryView
}

var (
	_ fyne.Focusable    = (*Entry)(nil)
	_ fyne.Tabbable     = (*Entry)(nil)
	_ fyne.Shortcutable = (*Entry)(nil)
	_ fyne.Disableable  = (*Entry)(nil)
	_ fyne.Draggable    = (*Entry)(nil)
	_ desktop.Mouseable = (*Entry)(nil)
	_ desktop.Keyable   = (*Entry)(nil)
)

// NewEntry makes an empty field.
func NewEntry(options EntryOptions) *Entry {
	e := &Entry{options: options}
	e.edit.direction = options.Direction
	e.edit.lines = &textLines{single: !options.Multiline}
	e.edit.setText(nil)
	e.ExtendBaseWidget(e)
	return e
}

// Text returns what the field shows, committed or not.
func (e *Entry) Text() string { return string(e.edit.text) }

// SetText replaces the text as committed: no callback is called and the undo
// steps of the field are forgotten. The text is kept as it is; bytes that are
// not UTF-8 become U+FFFD. The caret stands at the end.
func (e *Entry) SetText(text string) {
	e.edit.setText([]rune(text))
	e.committed = string(e.edit.text)
	e.problem = ""
	e.Refresh()
}

// SetPlaceholder changes what an empty field shows.
func (e *Entry) SetPlaceholder(text string) { e.options.Placeholder = text; e.Refresh() }

// HasUncommitted tells whether the text differs from what was last committed.
func (e *Entry) HasUncommitted() bool { return string(e.edit.text) != e.committed }

// Commit hands a changed text to OnCommit, as Enter does.
func (e *Entry) Commit() {
	if !e.HasUncommitted() {
		return
	}
	e.previous, e.committed = e.committed, string(e.edit.text)
	e.edit.undo, e.edit.redo, e.edit.typing = nil, nil, false
	if e.OnCommit != nil {
		e.OnCommit(e.committed)
	}
}

// Reject is the answer of an owner that cannot take what was committed: the
// text stays with the problem under it, and Esc brings back the last good one.
func (e *Entry) Reject(problem string) {
	e.committed = e.previous
	e.SetError(problem)
}

// Revert puts the last committed text back.
func (e *Entry) Revert() {
	if e.HasUncommitted() {
		e.SetText(e.committed)
		e.changed()
	}
}

// SetError shows what is wrong under the field; "" ends it.
func (e *Entry) SetError(problem string) {
	if e.problem != problem {
		e.problem = problem
		e.Refresh()
	}
}

// Error returns what SetError was given.
func (e *Entry) Error() string { return e.problem }

// Select selects the code points from start to end, with the caret at the end.
func (e *Entry) Select(start, end int) {
	n := len(e.edit.text)
	start, end = min(max(start, 0), n), min(max(end, 0), n)
	e.edit.place(caretAt(end))
	e.edit.anchor = start
	e.moved()
}

// Selection returns the selected code points, half-open; the caret is at caret.
func (e *Entry) Selection() (start, end, caret int) {
	start, end = e.edit.selection()
	return start, end, e.edit.caret.Offset
}

// SelectedText returns the selected text.
func (e *Entry) SelectedText() string { return string(e.edit.selected()) }

// Enable implements fyne.Disableable.
func (e *Entry) Enable() { e.disabled = false; e.Refresh() }

// Disable implements fyne.Disableable: the text can be read and copied.
func (e *Entry) Disable() { e.disabled = true; e.Refresh() }

// Disabled implements fyne.Disableable.
func (e *Entry) Disabled() bool { return e.disabled }

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.focused = true
	e.moved()
	if !e.pressed {
		revealFocused(e) // under the mouse it would run away from the mouse
	}
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.focused, e.shift = false, false
	e.Commit()
	e.Refresh()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// Focused tells whether the field has the focus.
func (e *Entry) Focused() bool { return e.focused }

// changed repaints and tells the owner after a change by the user.
func (e *Entry) changed() {
	e.problem = ""
	e.Refresh()
	if e.OnChanged != nil {
		e.OnChanged(string(e.edit.text))
	}
}

// moved repaints after the caret or the selection moved.
func (e *Entry) moved() {
	if e.view != nil {
		e.view.reveal()
	}
	e.Refresh()
}
