package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	clickTime     = 400 * time.Millisecond // between the clicks of a double click
	clickDistance = 5                      // units
	pickDistance  = 12                     // from the pointer to a place, in units
	sameDistance  = 0.5                    // places that lie as near as that are picked in turn
	wheelLevel    = 50                     // units of scrolling for one zoom level: two notches of a wheel
	wheelMost     = 2                      // levels for one event
)

// pointer is what the mouse does.
type pointer struct {
	inside bool
	x, y   float64
	down   bool
	moved  bool // since it went down
	last   time.Time
	lastAt fyne.Position // of the last click
}

// Cursor implements desktop.Cursorable.
func (m *Map) Cursor() desktop.Cursor {
	switch {
	case m.hovered >= 0:
		return desktop.PointerCursor
	case m.OnPlaced != nil:
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}

// MouseIn implements desktop.Hoverable.
func (m *Map) MouseIn(ev *desktop.MouseEvent) {
	m.pointer.inside = true
	m.MouseMoved(ev)
}

// MouseMoved implements desktop.Hoverable: coordinates follow, and the place under the pointer shows its label.
func (m *Map) MouseMoved(ev *desktop.MouseEvent) {
	m.point(ev.Position)
	m.hover(m.nearest(m.pointer.x, m.pointer.y, -1))
}

func (m *Map) point(at fyne.Position) {
	m.pointer.x, m.pointer.y = float64(at.X), float64(at.Y)
	m.readout.show(m)
}

// MouseOut implements desktop.Hoverable.
func (m *Map) MouseOut() {
	m.pointer.inside = false
	m.readout.show(m)
	m.hover(-1)
}

func (m *Map) hover(i int) {
	if m.hovered != i {
		m.hovered = i
		m.redraw()
	}
}

// nearest returns the place within pickDistance of a position that is nearest to it, or -1. Of several at the same distance it is the
// one drawn on top; after is one of them that was picked before, so that the next one is taken.
func (m *Map) nearest(x, y float64, after int) int {
	best, found, first, next := pickDistance+1e-9, -1, -1, -1
	distance := func(i int) float64 {
		px, py := m.view.screen(m.pins[i].at)
		return math.Hypot(px-x, py-y)
	}
	for i := range m.pins {
		if d := distance(i); d < best-sameDistance || d <= best && (found < 0 || m.rank(i) >= m.rank(found)) {
			best, found = min(best, d), i
		}
	}
	if after < 0 || after >= len(m.pins) || found < 0 || distance(after) > best+sameDistance {
		return found
	}
	for i := range m.pins {
		if distance(i) <= best+sameDistance {
			if first < 0 {
				first = i
			}
			if i > after && next < 0 {
				next = i
			}
		}
	}
	if next >= 0 {
		return next
	}
	return first
}

// MouseDown implements desktop.Mouseable.
func (m *Map) MouseDown(ev *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
	if ev.Button == desktop.MouseButtonPrimary {
		m.pointer.down, m.pointer.moved = true, false
	}
}

// MouseUp implements desktop.Mouseable: a click picks a place, a second one puts a location there. Clicks are counted here, because
// Fyne's own double click would delay every single one.
func (m *Map) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary || !m.pointer.down {
		return
	}
	p := &m.pointer
	p.down = false
	if p.moved {
		p.last = time.Time{}
		return
	}
	now := time.Now()
	if away := ev.Position.Subtract(p.lastAt); now.Sub(p.last) < clickTime && max(away.X, -away.X, away.Y, -away.Y) <= clickDistance {
		p.last = time.Time{}
		m.place(m.view.at(float64(ev.Position.X), float64(ev.Position.Y)))
		return
	}
	p.last, p.lastAt = now, ev.Position
	if i := m.nearest(float64(ev.Position.X), float64(ev.Position.Y), m.current); i >= 0 {
		m.current = i
		m.redraw()
		m.pick(i)
	}
}

// Dragged implements fyne.Draggable: the map follows the pointer.
func (m *Map) Dragged(ev *fyne.DragEvent) {
	m.pointer.moved = true
	m.pointer.x, m.pointer.y = float64(ev.Position.X), float64(ev.Position.Y)
	m.view.pan(float64(ev.Dragged.DX), float64(ev.Dragged.DY))
	m.moved()
}

// DragEnd implements fyne.Draggable.
func (m *Map) DragEnd() { m.pointer.down = false }

// Scrolled implements fyne.Scrollable: the wheel zooms about the pointer.
func (m *Map) Scrolled(ev *fyne.ScrollEvent) {
	by := float64(ev.Scrolled.DY) / wheelLevel
	m.view.zoomAbout(float64(ev.Position.X), float64(ev.Position.Y), min(max(by, -wheelMost), wheelMost))
	m.moved()
}
