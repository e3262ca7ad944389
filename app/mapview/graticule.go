package mapview

import (
	"image"
	"math"
)

const (
	graticuleGap = 90 // least distance of two meridians, in units
	dotGap       = 4  // between the dots of a line in high contrast, in units
)

// graticule is the net of meridians and parallels in a view.
type graticule struct {
	step     float64 // in degrees
	decimals int
}

// newGraticule takes a step of 1, 2 or 5 times a power of ten degrees; above 20 it is 60, which divides the circle.
func newGraticule(v *view) graticule {
	step, power := round125(graticuleGap * 360 / v.world())
	if step > 20 {
		step, power = 60, 1
	}
	return graticule{step, max(-power, 0)}
}

// meridians gives each meridian in the view: its longitude within ±180, and its place from the left in units.
func (g graticule) meridians(v *view, yield func(lon, x float64) bool) {
	middle := (v.center.x - 0.5) * 360
	half := v.width / 2 / v.world() * 360
	for i := math.Ceil((middle - half) / g.step); i*g.step <= middle+half; i++ {
		lon := i * g.step
		x := v.width/2 + (lon-middle)/360*v.world()
		lon -= 360 * math.Round(lon/360)
		if !yield(lon, x) {
			return
		}
	}
}

// parallels gives each parallel in the view from north to south: its latitude, and its place from the top in units.
func (g graticule) parallels(v *view, yield func(lat, y float64) bool) {
	north, _ := v.at(v.width/2, 0).degrees()
	south, _ := v.at(v.width/2, v.height).degrees()
	for i := math.Floor(north / g.step); i*g.step >= south; i-- {
		lat := i * g.step
		_, y := v.screen(project(lat, 0))
		if !yield(lat, y) {
			return
		}
	}
}

// drawGraticule draws the lines.
func (p *picture) drawGraticule(m *Map) {
	g := newGraticule(&m.view)
	w, h := p.img.Rect.Max.X, p.img.Rect.Max.Y
	thin := max(int(math.Round(p.scale)), 1)
	g.meridians(&m.view, func(_, x float64) bool {
		at := int(x * p.scale)
		p.gridLine(image.Rect(at, 0, at+thin, h), 0, thin)
		return true
	})
	g.parallels(&m.view, func(_, y float64) bool {
		at := int(y * p.scale)
		p.gridLine(image.Rect(0, at, w, at+thin), thin, 0)
		return true
	})
}

// gridLine draws a line along x or y. In high contrast, where all lines have the same colour, it is dotted, to tell it from a border.
func (p *picture) gridLine(line image.Rectangle, along, down int) {
	if !p.colors.strong {
		paint(p.img, line, p.colors.grid)
		return
	}
	gap := int(dotGap * p.scale)
	if along == 0 {
		for y := line.Min.Y; y < line.Max.Y; y += gap {
			paint(p.img, image.Rect(line.Min.X, y, line.Max.X, y+down), p.colors.grid)
		}
		return
	}
	for x := line.Min.X; x < line.Max.X; x += gap {
		paint(p.img, image.Rect(x, line.Min.Y, x+along, line.Max.Y), p.colors.grid)
	}
}

// gridKey is a label of the graticule.
type gridKey struct {
	degrees  float64
	decimals int
	meridian bool
}

const maxGridWords = 500

// gridWords returns the words of a line, kept from one picture to the next.
func (p *picture) gridWords(m *Map, key gridKey) string {
	words, ok := p.grid[key]
	if !ok {
		if len(p.grid) >= maxGridWords {
			clear(p.grid)
		}
		if key.meridian {
			words = m.longitude(key.degrees, key.decimals)
		} else {
			words = m.latitude(key.degrees, key.decimals)
		}
		p.grid[key] = words
	}
	return words
}

// labelGraticule writes the degrees at the upper edge, and at the edge where reading starts, where nothing else stands.
func (p *picture) labelGraticule(m *Map) {
	g := newGraticule(&m.view)
	inset := int(4 * p.scale)
	g.meridians(&m.view, func(lon, x float64) bool {
		t := p.texts.get(p.gridWords(m, gridKey{lon, g.decimals, true}), smallText)
		w, _ := t.size()
		p.writeFree(t, int(x*p.scale)-w/2, inset)
		return true
	})
	g.parallels(&m.view, func(lat, y float64) bool {
		t := p.texts.get(p.gridWords(m, gridKey{lat, g.decimals, false}), smallText)
		w, h := t.size()
		x := inset
		if p.rtl {
			x = p.img.Rect.Max.X - inset - w
		}
		p.writeFree(t, x, int(y*p.scale)-h/2)
		return true
	})
}

// writeFree writes secondary words where there is room, over the map's colour so that lines do not run through them.
func (p *picture) writeFree(t writing, x, y int) {
	area := t.mask.Rect.Add(image.Pt(x, y))
	if !p.taken.free(area) {
		return
	}
	p.taken.take(area)
	paint(p.img, area, p.colors.veil)
	t.draw(p.img, x, y, p.colors.faint)
}
