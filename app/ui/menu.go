package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// MenuItem is a line of a Menu.
type MenuItem struct {
	Label     string
	Hint      string // the keys that do the same, shown faint at the other side
	Disabled  bool
	Separator bool   // a line between groups; the rest is ignored
	Checked   bool   // a tick before the label
	OnTapped  func() // called after the menu has gone
}

func (i MenuItem) takes() bool { return !i.Separator && !i.Disabled }

// Menu is a popup menu. It has the keyboard while it is open: arrows, Home, End,
// Enter and Esc. A click beside it closes it; the focus is then where it was.
type Menu struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	at      fyne.Position
	items   []MenuItem
	current int     // highlighted; -1 is none
	offset  float32 // how far a menu higher than the window is scrolled
	open    bool
}

var (
	_ fyne.Tappable          = (*Menu)(nil)
	_ fyne.SecondaryTappable = (*Menu)(nil)
	_ fyne.Focusable         = (*Menu)(nil)
	_ fyne.Shortcutable      = (*Menu)(nil)
	_ fyne.Scrollable        = (*Menu)(nil)
	_ desktop.Hoverable      = (*Menu)(nil)
)

// ShowMenu opens a menu with its leading upper corner at a position in the
// window, or beside it where there is no room.
func ShowMenu(w fyne.Window, at fyne.Position, items []MenuItem) *Menu {
	return showMenu(w.Canvas(), at, items)
}

func showMenu(c fyne.Canvas, at fyne.Position, items []MenuItem) *Menu {
	m := &Menu{canvas: c, at: at, items: items, current: -1, open: true}
	m.ExtendBaseWidget(m)
	c.Overlays().Add(m)
	c.Focus(m)
	return m
}

// Open tells whether the menu is shown.
func (m *Menu) Open() bool { return m.open }

// Hide takes the menu away without a choice.
func (m *Menu) Hide() {
	if m.open {
		m.open = false
		m.canvas.Overlays().Remove(m)
	}
}

func (m *Menu) take(i int) {
	if !m.open || i < 0 || i >= len(m.items) || !m.items[i].takes() {
		return
	}
	m.Hide()
	if f := m.items[i].OnTapped; f != nil {
		f()
	}
}

// FocusGained implements fyne.Focusable.
func (m *Menu) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (m *Menu) FocusLost() {}

// TypedRune implements fyne.Focusable: what is typed reaches nothing.
func (m *Menu) TypedRune(rune) {}

// TypedShortcut implements fyne.Shortcutable: no command acts under a menu.
func (m *Menu) TypedShortcut(fyne.Shortcut) {}

// TypedKey implements fyne.Focusable.
func (m *Menu) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		m.move(m.current, 1)
	case fyne.KeyUp:
		m.move(max(m.current, 0), -1)
	case fyne.KeyHome:
		m.move(-1, 1)
	case fyne.KeyEnd:
		m.move(len(m.items), -1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.take(m.current)
	case fyne.KeyEscape:
		m.Hide()
	}
}

// move highlights the next item from one on that can be taken, round the ends.
func (m *Menu) move(from, by int) {
	n := len(m.items)
	for step := 1; step <= n; step++ {
		if i := ((from+by*step)%n + n) % n; m.items[i].takes() {
			m.current = i
			m.reveal()
			m.Refresh()
			return
		}
	}
}

// Tapped implements fyne.Tappable.
func (m *Menu) Tapped(ev *fyne.PointEvent) {
	pos, size := m.frame(m.Size())
	if !inside(ev.Position, pos, size) {
		m.Hide()
		return
	}
	m.take(m.itemAt(ev.Position))
}

// TappedSecondary implements fyne.SecondaryTappable: beside the menu it closes
// it, and the driver hands the click on to what is under it.
func (m *Menu) TappedSecondary(ev *fyne.PointEvent) {
	if pos, size := m.frame(m.Size()); !inside(ev.Position, pos, size) {
		m.Hide()
	}
}

// MouseIn implements desktop.Hoverable.
func (m *Menu) MouseIn(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (m *Menu) MouseOut() {}

// MouseMoved implements desktop.Hoverable.
func (m *Menu) MouseMoved(ev *desktop.MouseEvent) {
	i := m.itemAt(ev.Position)
	if i >= 0 && !m.items[i].takes() {
		i = -1
	}
	if i != m.current {
		m.current = i
		m.Refresh()
	}
}

// Scrolled implements fyne.Scrollable.
func (m *Menu) Scrolled(ev *fyne.ScrollEvent) {
	m.scroll(m.offset - ev.Scrolled.DY)
	m.Refresh()
}

func inside(p, pos fyne.Position, size fyne.Size) bool {
	return p.X >= pos.X && p.Y >= pos.Y && p.X < pos.X+size.Width && p.Y < pos.Y+size.Height
}
