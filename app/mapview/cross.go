package mapview

import "math"

// cross is the cross-hair that the arrow keys move.
type cross struct {
	on bool
	at spot
}

// Steps of the arrow keys, in units.
const (
	panStep       = 40
	panStepFast   = 200
	crossStep     = 4
	crossStepFast = 40
	crossMargin   = 20 // the cross-hair stays so far from the edges
)

// CrossHair tells whether the cross-hair is shown.
func (m *Map) CrossHair() bool { return m.cross.on }

// SetCrossHair shows the cross-hair, at the middle or at the current place, or takes it away.
func (m *Map) SetCrossHair(on bool) {
	if on && !m.cross.on {
		m.cross.at = m.view.center
		if m.Current() != "" {
			m.cross.at = m.pins[m.current].at
		}
	}
	m.cross.on = on
	m.moved()
}

// moveCross moves the cross-hair by units; at an edge the map moves instead.
func (m *Map) moveCross(dx, dy float64) {
	x, y := m.view.screen(m.cross.at)
	m.cross.at = m.view.at(x+dx, y+dy)
	if outX, outY := m.outside(m.cross.at); outX != 0 || outY != 0 {
		m.view.pan(-outX, -outY)
	}
	m.moved()
}

// outside returns how far a spot is out of the part of the view where the cross-hair stays, in units.
func (m *Map) outside(s spot) (dx, dy float64) {
	x, y := m.view.screen(s)
	marginX, marginY := min(crossMargin, m.view.width/4), min(crossMargin, m.view.height/4)
	return x - min(max(x, marginX), m.view.width-marginX), y - min(max(y, marginY), m.view.height-marginY)
}

// keepCross brings the cross-hair back into the view.
func (m *Map) keepCross() {
	if m.cross.on {
		dx, dy := m.outside(m.cross.at)
		if dx != 0 || dy != 0 {
			x, y := m.view.screen(m.cross.at)
			m.cross.at = m.view.at(x-dx, y-dy)
		}
	}
}

// place tells the owner a spot.
func (m *Map) place(s spot) {
	if m.OnPlaced != nil {
		m.OnPlaced(m.view.rounded(s))
	}
}

// drawCross draws four arms around a free middle: first wide in the map's colour, then thin in the accent.
func (p *picture) drawCross(m *Map) {
	at := p.pixels(&m.view, m.cross.at)
	at = vec{math.Floor(at.x) + 0.5, math.Floor(at.y) + 0.5}
	for _, pass := range [...]struct {
		width, grow float64
		ink         bool
	}{{5, 1.5, false}, {2, 0, true}} {
		from, to := (5-pass.grow)*p.scale, (18+pass.grow)*p.scale
		for _, arm := range [...]vec{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
			p.ink.line(vec{at.x + arm.x*from, at.y + arm.y*from}, vec{at.x + arm.x*to, at.y + arm.y*to}, pass.width*p.scale)
		}
		c := p.colors.paper
		if pass.ink {
			c = p.colors.accent
		}
		p.ink.spread(p.img, c)
	}
}
