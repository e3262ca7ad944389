package filepicker

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/ui"
)

// list shows the entries of a folder in rows of one height. Only those in sight
// exist as objects, so that its cost does not depend on how many there are.
type list struct {
	widget.BaseWidget
	options Options
	keys    keyTaker
	onMoved func()        // the user moved the cursor or picked something
	onTaken func(row int) // Enter or a double click
	onTyped func(r rune)  // a letter was typed
	onFocus func()        // the focus came or went

	rows   []*entry
	note   string // shown when there are no rows
	chosen selection
	offset float32 // how far it is scrolled

	hovered int // row under the mouse, or -1
	focused bool
	shift   bool
	clicked [2]int // rows of the last two clicks
}

var (
	_ fyne.Focusable      = (*list)(nil)
	_ fyne.Shortcutable   = (*list)(nil)
	_ fyne.Scrollable     = (*list)(nil)
	_ fyne.DoubleTappable = (*list)(nil)
	_ desktop.Mouseable   = (*list)(nil)
	_ desktop.Hoverable   = (*list)(nil)
	_ desktop.Keyable     = (*list)(nil)
)

func newList(options Options, keys keyTaker) *list {
	l := &list{options: options, keys: keys, hovered: -1}
	l.chosen.many = options.Mode == OpenMany
	l.chosen.allowed = func(row int) bool { return l.rows[row].file() }
	l.chosen.reset(0, -1)
	l.ExtendBaseWidget(l)
	return l
}

// show replaces the rows; the cursor stands on current, or nowhere for -1. Where
// there are none the note is shown.
func (l *list) show(rows []*entry, current int, note string) {
	l.rows, l.note, l.offset, l.hovered = rows, note, 0, -1
	l.clicked = [2]int{-1, -1}
	l.chosen.reset(len(rows), current)
	l.reveal()
	l.Refresh()
}

// picked are the entries that are selected, from top to bottom.
func (l *list) picked() []*entry {
	var found []*entry
	for _, row := range l.chosen.rows() {
		found = append(found, l.rows[row])
	}
	return found
}

const rowHeight = ui.ControlHeight

// page is how many rows are in sight.
func (l *list) page() int { return max(int(l.Size().Height/rowHeight), 1) }

func (l *list) reveal() {
	top := float32(max(l.chosen.current, 0)) * rowHeight
	l.offset = min(max(l.offset, top+rowHeight-l.Size().Height), top)
	l.clamp()
}

func (l *list) clamp() {
	l.offset = min(max(l.offset, 0), max(float32(len(l.rows))*rowHeight-l.Size().Height, 0))
}

// at returns the row at a height in the widget, or -1.
func (l *list) at(y float32) int {
	row := int(floor((y + l.offset) / rowHeight))
	if y < 0 || row >= len(l.rows) {
		return -1
	}
	return row
}

// move moves the cursor by rows down and picks what is there, or all on the
// way.
func (l *list) move(by int, extend bool) {
	if len(l.rows) == 0 {
		return
	}
	row := min(max(l.chosen.current+by, 0), len(l.rows)-1)
	if extend {
		l.chosen.extend(row)
	} else {
		l.chosen.pick(row)
	}
	l.moved()
}

func (l *list) moved() {
	l.reveal()
	l.Refresh()
	l.onMoved()
}

// moveKey moves the cursor by a key; it tells whether the key is one that does.
func (l *list) moveKey(name fyne.KeyName) bool {
	by := map[fyne.KeyName]int{
		fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -l.page(), fyne.KeyPageDown: l.page(),
		fyne.KeyHome: -len(l.rows), fyne.KeyEnd: len(l.rows),
	}
	n, known := by[name]
	if known {
		l.move(n, l.shift)
	}
	return known
}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case l.moveKey(ev.Name):
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		if l.chosen.current >= 0 {
			l.onTaken(l.chosen.current)
		}
	default:
		l.keys.takeKey(ev)
	}
}

// TypedRune implements fyne.Focusable: Space picks one more, letters filter.
func (l *list) TypedRune(r rune) {
	switch {
	case r != ' ' && unicode.IsPrint(r):
		l.onTyped(r)
	case r == ' ' && l.chosen.many && l.chosen.current >= 0:
		l.chosen.toggle(l.chosen.current)
		l.moved()
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (l *list) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all {
		l.chosen.all()
		l.moved()
		return
	}
	l.keys.takeShortcut(s)
}

// FocusGained implements fyne.Focusable.
func (l *list) FocusGained() { l.focus(true) }

// FocusLost implements fyne.Focusable.
func (l *list) FocusLost() { l.focus(false) }

func (l *list) focus(gained bool) {
	l.focused, l.shift = gained, false
	l.Refresh()
	l.onFocus()
}

// KeyDown implements desktop.Keyable, to know whether Shift is held.
func (l *list) KeyDown(ev *fyne.KeyEvent) { l.holdShift(ev.Name, true) }

// KeyUp implements desktop.Keyable.
func (l *list) KeyUp(ev *fyne.KeyEvent) { l.holdShift(ev.Name, false) }

func (l *list) holdShift(name fyne.KeyName, down bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		l.shift = down
	}
}
