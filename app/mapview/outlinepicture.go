package mapview

import "math"

const (
	leastTriangle = 0.7 // what is left out of a border makes triangles smaller than this, in square pixels
	leastLine     = 1.0 // borders smaller than this, in pixels, are not drawn
)

// levelWidths are those of outlines, in units.
var levelWidths = [maxLevel + 1]float64{2, 1.4, 0.9}

// drawOutlines draws the borders, the lowest level last, simplified for the zoom level.
func (p *picture) drawOutlines(m *Map) {
	level := maxLevel
	for i := range m.layer.lines {
		l := &m.layer.lines[i]
		if l.level != level {
			p.ink.spread(p.img, p.colors.levels[level])
			level = l.level
		}
		p.drawLine(&m.view, l)
	}
	p.ink.spread(p.img, p.colors.levels[level])
}

// drawLine draws every copy of a line that is in the view.
func (p *picture) drawLine(v *view, l *line) {
	pixels := v.world() * p.scale
	halfX, halfY := v.width/2/v.world(), v.height/2/v.world()
	if l.extent.size()*pixels < leastLine || l.extent.to.y < v.center.y-halfY || l.extent.from.y > v.center.y+halfY {
		return
	}
	from := math.Ceil(v.center.x - halfX - l.extent.to.x)
	to := math.Floor(v.center.x + halfX - l.extent.from.x)
	for shift := from; shift <= to; shift++ {
		p.drawCopy(v, l, shift)
	}
}

func (p *picture) drawCopy(v *view, l *line, shift float64) {
	pixels := v.world() * p.scale
	left := v.center.x - shift - v.width/2/v.world()
	top := v.center.y - v.height/2/v.world()
	least := float32(leastTriangle / (pixels * pixels))
	width := levelWidths[l.level] * p.scale
	if p.colors.strong {
		width *= 1.5
	}
	var before vec
	for i, area := range l.area {
		if area < least {
			continue
		}
		at := vec{(l.points[i].x - left) * pixels, (l.points[i].y - top) * pixels}
		if i > 0 {
			p.ink.line(before, at, width)
		}
		before = at
	}
}
