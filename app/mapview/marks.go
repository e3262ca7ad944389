package mapview

import (
	"image"
	"math"
)

// findVisible lists the pins in the picture: the others, then the selected ones, then the current one, so that they are drawn over those
// before them.
func (p *picture) findVisible(m *Map) {
	p.visible = p.visible[:0]
	for pass := range 3 {
		for i := range m.pins {
			if m.rank(i) != pass {
				continue
			}
			at := p.pixels(&m.view, m.pins[i].at)
			reach := markReach * p.scale
			if at.x < -reach || at.y < -reach || at.x > float64(p.img.Rect.Max.X)+reach || at.y > float64(p.img.Rect.Max.Y)+reach {
				continue
			}
			p.visible = append(p.visible, visible{i, int(math.Floor(at.x)), int(math.Floor(at.y))})
		}
	}
}

// rank is 2 for the pin under the mouse or the keyboard, 1 for a selected one, else 0.
func (m *Map) rank(i int) int {
	switch {
	case i == m.current || i == m.hovered:
		return 2
	case m.pins[i].Selected:
		return 1
	}
	return 0
}

// drawMarks draws the pins and takes their room.
func (p *picture) drawMarks(m *Map) {
	for _, v := range p.visible {
		pin := &m.pins[v.index]
		line, fill := p.colors.toneOf(pin.Tone, m)
		l := look{line: line, fill: fill, selected: pin.Selected, isCurrent: m.focused && v.index == m.current}
		if pin.kind >= 0 {
			l.shape = shape(pin.kind % int(shapes))
		}
		stamp(p.img, p.marks.get(l), v.x, v.y)
		if pin.badge != "" {
			p.drawBadge(pin, l, v)
		}
		r := int(markRadius * p.scale)
		p.taken.take(image.Rect(v.x-r, v.y-r, v.x+r, v.y+r))
	}
}

func (p *picture) drawBadge(pin *pin, l look, v visible) {
	t := p.texts.get(pin.badge, pin.badgeStyle)
	c := l.line
	if l.selected {
		c = p.colors.paper
	}
	x, y := v.x+1-(t.ink.Min.X+t.ink.Max.X+1)/2, v.y+1-(t.ink.Min.Y+t.ink.Max.Y+1)/2
	if l.shape == triangle {
		y += int(1.5 * p.scale) // to where it is wide
	}
	t.draw(p.img, x, y, c)
}

// maxFilled is how many circles are filled: filling takes time with their area.
const maxFilled = 4

// drawCircles draws the circles around places, tone by tone: dashed, but for selected and current ones, which are whole and filled.
func (p *picture) drawCircles(m *Map) {
	for i := range m.pins {
		if pin := &m.pins[i]; pin.ring != nil {
			p.colors.toneOf(pin.Tone, m) // so that the loop below has it
		}
	}
	filled := 0
	for t, tone := range p.colors.tones {
		for i := range m.pins {
			pin := &m.pins[i]
			if pin.ring == nil || pin.Tone != tone || m.rank(i) == 0 || filled == maxFilled {
				continue
			}
			filled++
			p.ink.shape = p.ink.shape[:0]
			for _, s := range pin.ring[1:] {
				p.ink.shape = append(p.ink.shape, p.beside(m, pin, s))
			}
			p.ink.fill()
		}
		soft := p.colors.lines[t]
		soft.A = 0x22
		p.ink.spread(p.img, soft)
		for i := range m.pins {
			if pin := &m.pins[i]; pin.ring != nil && pin.Tone == tone {
				p.drawRing(m, pin, m.rank(i) > 0)
			}
		}
		p.ink.spread(p.img, p.colors.lines[t])
	}
}

func (p *picture) drawRing(m *Map, pin *pin, whole bool) {
	width := 1.2 * p.scale
	if p.colors.strong {
		width *= 1.5
	}
	before := p.beside(m, pin, pin.ring[0])
	for i, s := range pin.ring[1:] {
		at := p.beside(m, pin, s)
		if whole || i%3 != 0 {
			p.ink.line(before, at, width)
		}
		before = at
	}
}

// beside returns where a spot near a pin is drawn: at the same copy of the world as the pin.
func (p *picture) beside(m *Map, pin *pin, s spot) vec {
	at := p.pixels(&m.view, pin.at)
	pixels := m.view.world() * p.scale
	return vec{at.x + (s.x-pin.at.x)*pixels, at.y + (s.y-pin.at.y)*pixels}
}
