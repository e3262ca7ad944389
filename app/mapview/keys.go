package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// keyZoom is how many levels + and - change.
const keyZoom = 0.5

// FocusGained implements fyne.Focusable. Who comes with Tab starts before the first place, who comes back with Shift+Tab behind the last,
// unless they left off in between.
func (m *Map) FocusGained() {
	backwards := m.modifiers()&fyne.KeyModifierShift != 0
	switch {
	case backwards && m.current <= 0 && len(m.pins) > 0:
		m.current = len(m.pins)
	case !backwards && m.current >= len(m.pins)-1:
		m.current = -1
	}
	m.setFocused(true)
}

// FocusLost implements fyne.Focusable.
func (m *Map) FocusLost() { m.setFocused(false) }

func (m *Map) setFocused(on bool) {
	m.focused, m.shift = on, false
	m.Refresh()
	if m.OnFocus != nil {
		m.OnFocus(on)
	}
}

// KeyDown implements desktop.Keyable, to know when Shift is held.
func (m *Map) KeyDown(ev *fyne.KeyEvent) { m.holdShift(ev.Name, true) }

// KeyUp implements desktop.Keyable.
func (m *Map) KeyUp(ev *fyne.KeyEvent) { m.holdShift(ev.Name, false) }

func (m *Map) holdShift(name fyne.KeyName, down bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		m.shift = down
	}
}

func (m *Map) shifted() bool { return m.shift || m.modifiers()&fyne.KeyModifierShift != 0 }

func (m *Map) modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// next returns where Tab, or Shift+Tab, leads to among the places.
func (m *Map) next() (i int, ok bool) {
	i = m.current + 1
	if m.shifted() {
		i = m.current - 1
	}
	return i, i >= 0 && i < len(m.pins)
}

// AcceptsTab implements fyne.Tabbable: behind the last place, and before the first, Tab leaves the map.
func (m *Map) AcceptsTab() bool {
	_, ok := m.next()
	return ok
}

// TypedRune implements fyne.Focusable: + and - zoom. They are runes because their keys differ between keyboards.
func (m *Map) TypedRune(r rune) {
	switch r {
	case '+', '=':
		m.zoomBy(keyZoom)
	case '-', '_', '−':
		m.zoomBy(-keyZoom)
	}
}

// zoomBy zooms about the cross-hair, or about the middle.
func (m *Map) zoomBy(levels float64) {
	x, y := m.view.width/2, m.view.height/2
	if m.cross.on {
		x, y = m.view.screen(m.cross.at)
	}
	m.view.zoomAbout(x, y, levels)
	m.moved()
}

// TypedKey implements fyne.Focusable.
func (m *Map) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		m.arrow(-1, 0)
	case fyne.KeyRight:
		m.arrow(1, 0)
	case fyne.KeyUp:
		m.arrow(0, -1)
	case fyne.KeyDown:
		m.arrow(0, 1)
	case fyne.KeyHome:
		m.Fit()
	case fyne.KeyC:
		m.SetCrossHair(!m.cross.on)
	case fyne.KeyTab:
		m.walk()
	case fyne.KeyReturn, fyne.KeyEnter:
		m.enter(ev)
	case fyne.KeyEscape:
		if !m.cross.on {
			m.pass(ev)
			return
		}
		m.SetCrossHair(false)
	default:
		m.pass(ev)
	}
}

// arrow moves the cross-hair, or the view over the map.
func (m *Map) arrow(dx, dy float64) {
	step, crossBy := float64(panStep), float64(crossStep)
	if m.shifted() {
		step, crossBy = panStepFast, crossStepFast
	}
	if m.cross.on {
		m.moveCross(dx*crossBy, dy*crossBy)
		return
	}
	m.view.pan(-dx*step, -dy*step)
	m.moved()
}

// walk goes to the next place and brings it into the view.
func (m *Map) walk() {
	i, ok := m.next()
	if !ok {
		return
	}
	m.current = i
	if dx, dy := m.outside(m.pins[i].at); dx != 0 || dy != 0 {
		m.view.center = m.pins[i].at
	}
	m.moved()
}

func (m *Map) enter(ev *fyne.KeyEvent) {
	switch {
	case m.cross.on:
		m.place(m.cross.at)
	case m.Current() != "":
		m.pick(m.current)
	default:
		m.pass(ev)
	}
}

func (m *Map) pick(i int) {
	if m.OnPicked != nil {
		m.OnPicked(m.pins[i].ID)
	}
}

// pass hands on a key that the map does not use; keys of the window stay away from a map in an overlay.
func (m *Map) pass(ev *fyne.KeyEvent) {
	if m.OnKey != nil && m.OnKey(ev) {
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(m)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(ev)
	}
}

// TypedShortcut implements fyne.Shortcutable, so that the program's shortcuts work from the map, but not from one in an overlay.
func (m *Map) TypedShortcut(s fyne.Shortcut) {
	c := fyne.CurrentApp().Driver().CanvasForObject(m)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	if t, ok := c.(fyne.Shortcutable); ok {
		t.TypedShortcut(s)
	}
}
