package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/ui"
)

// sideLine is what a row of a side list shows. A head stands over a group and
// cannot be gone to.
type sideLine struct {
	head   bool
	label  string
	detail string // under the label, faint
	number string // at the trailing side
	colour string // "#rrggbb" of the square before the label; "" for none
	faint  bool   // no longer in use
}

// Heights of the rows of a side list.
const (
	lineHeight = 11 * ui.Step
	headHeight = 8 * ui.Step
)

// sideList is a list beside a form: the row that the keyboard is on is the one
// that the form shows. Alt with the arrows, or a drag, carries a row elsewhere;
// it is told once, when Alt or the button of the mouse is let go.
type sideList struct {
	widget.List
	program *program
	lines   []sideLine
	current int // the row at hand, -1 for none
	focused bool
	carried bool // the row at hand was moved and is not let go yet

	mayLeave  func() bool            // keeps what is typed beside the list; false holds the person there
	onCurrent func(i int)            // the keyboard or a click went to a row
	onEnter   func(i int)            // Enter on a row
	carry     func(from, by int) int // moves a row, for now on the screen only, and returns its new place; nil where rows stay
	onDrop    func()                 // the carried row was let go
}

func newSideList(p *program) *sideList {
	l := &sideList{program: p, current: -1}
	l.Length = func() int { return len(l.lines) }
	l.CreateItem = func() fyne.CanvasObject { return newSideRow(l) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*sideRow).show(i) }
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		l.goTo(i)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// setLines shows other rows; the one at hand is then the given one.
func (l *sideList) setLines(lines []sideLine, current int) {
	l.lines, l.current = lines, current
	if l.current >= len(lines) || l.current >= 0 && lines[l.current].head {
		l.current = -1
	}
	for i, line := range lines {
		l.SetItemHeight(i, map[bool]float32{true: headHeight, false: lineHeight}[line.head])
	}
	l.Refresh()
	l.reveal()
}

// reveal scrolls to the row at hand. As long as the list has no height there is
// nothing to scroll.
func (l *sideList) reveal() {
	if l.current >= 0 && l.Size().Height > 0 {
		l.ScrollTo(l.current)
	}
}

// Resize implements fyne.CanvasObject.
func (l *sideList) Resize(size fyne.Size) {
	fresh := l.Size().Height == 0
	l.List.Resize(size)
	if fresh {
		l.reveal()
	}
}

// goTo makes a row the one at hand. A head is passed by.
func (l *sideList) goTo(i int) {
	if i < 0 || i >= len(l.lines) || l.lines[i].head || i == l.current {
		return
	}
	l.drop()
	if !l.mayLeave() {
		return
	}
	before := l.current
	l.current = i
	l.onCurrent(i)
	l.RefreshItem(before)
	l.RefreshItem(i)
	l.reveal()
}

// seek goes to the first row from a place on, in a direction, that is no head.
func (l *sideList) seek(from, by int) {
	for i := from; i >= 0 && i < len(l.lines); i += by {
		if !l.lines[i].head {
			l.goTo(i)
			return
		}
	}
}

// FocusGained implements fyne.Focusable.
func (l *sideList) FocusGained() {
	l.focused = true
	if l.current < 0 {
		l.seek(0, 1)
	}
	l.Refresh()
}

// FocusLost implements fyne.Focusable.
func (l *sideList) FocusLost() {
	l.focused = false
	l.drop()
	l.Refresh()
}

// TypedKey implements fyne.Focusable.
func (l *sideList) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		l.seek(l.current-1, -1)
	case fyne.KeyDown:
		l.seek(l.current+1, 1)
	case fyne.KeyHome:
		l.seek(0, 1)
	case fyne.KeyEnd:
		l.seek(len(l.lines)-1, -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.current >= 0 && l.onEnter != nil {
			l.onEnter(l.current)
		}
	default:
		l.program.plainKey(ev)
	}
}

// TypedShortcut implements fyne.Shortcutable: Alt with the arrows carries the
// row at hand, all else is the program's.
func (l *sideList) TypedShortcut(s fyne.Shortcut) {
	c, is := s.(*desktop.CustomShortcut)
	if is && c.Modifier == fyne.KeyModifierAlt && (c.KeyName == fyne.KeyUp || c.KeyName == fyne.KeyDown) {
		l.move(map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[c.KeyName])
		return
	}
	if t, is := l.program.window.Canvas().(fyne.Shortcutable); is {
		t.TypedShortcut(s)
	}
}

// move carries the row at hand by some places.
func (l *sideList) move(by int) {
	if l.carry == nil || l.current < 0 {
		return
	}
	if to := l.carry(l.current, by); to != l.current {
		l.current, l.carried = to, true
		l.Refresh()
		l.reveal()
	}
}

// drop tells that the carried row was let go.
func (l *sideList) drop() {
	if l.carried {
		l.carried = false
		l.onDrop()
	}
}

// KeyDown implements desktop.Keyable.
func (l *sideList) KeyDown(*fyne.KeyEvent) {}

// KeyUp implements desktop.Keyable: letting Alt go drops the row.
func (l *sideList) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyAltLeft || ev.Name == desktop.KeyAltRight {
		l.drop()
	}
}
