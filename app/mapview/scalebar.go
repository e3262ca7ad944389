package mapview

import (
	"image"
	"math"
)

const (
	barLongest = 130 // of the scale bar, in units
	barEdge    = 12  // from the edges of the map
)

// scaleBar returns a length of 1, 2 or 5 times a power of ten metres, at least 1, that is at most barLongest units on the parallel in
// the middle of the view, and how many units that is.
func scaleBar(v *view) (metres, units float64) {
	lat, _ := v.center.degrees()
	perUnit := parallelMetres(lat) / v.world()
	longest := barLongest * perUnit
	metres = 1
	for _, times := range []float64{1, 2, 5} {
		if n := times * math.Pow10(int(math.Floor(math.Log10(longest/times)))); n <= longest {
			metres = max(metres, n)
		}
	}
	return metres, metres / perUnit
}

// barWords returns the words of the scale bar, kept from one picture to the next.
func (p *picture) barWords(m *Map, metres float64) string {
	if p.barMetres != metres {
		p.barMetres, p.barText = metres, m.length(metres)
	}
	return p.barText
}

// drawScaleBar draws the bar at the lower corner where reading starts, with its length above.
func (p *picture) drawScaleBar(m *Map) {
	metres, units := scaleBar(&m.view)
	t := p.texts.get(p.barWords(m, metres), smallText)
	w, h := t.size()
	length, edge, tick := int(units*p.scale+0.5), int(barEdge*p.scale), int(5*p.scale)
	thick := max(int(2*p.scale+0.5), 1)
	x, y := edge, p.img.Rect.Max.Y-edge
	if p.rtl {
		x = p.img.Rect.Max.X - edge - length
	}
	paint(p.img, image.Rect(x-tick, y-tick-h, x+length+tick, y+tick), p.colors.veil)
	for _, part := range [...]image.Rectangle{
		image.Rect(x, y-thick, x+length, y),
		image.Rect(x, y-tick, x+thick, y),
		image.Rect(x+length-thick, y-tick, x+length, y),
	} {
		paint(p.img, part, p.colors.text)
	}
	t.draw(p.img, x+(length-w)/2, y-tick-h, p.colors.text)
}

// reserveChrome keeps labels off the scale bar and the coordinates.
func (p *picture) reserveChrome() {
	wide, high := int((barLongest+2*barEdge)*p.scale), int(44*p.scale)
	bottom := p.img.Rect.Max
	left, right := image.Rect(0, bottom.Y-high, wide, bottom.Y), image.Rect(bottom.X-wide, bottom.Y-high, bottom.X, bottom.Y)
	if p.rtl {
		left, right = right, left
	}
	p.taken.take(left)
	if p.readout {
		p.taken.take(right)
	}
}
