package mapview

import (
	"cmp"
	"math"
	"slices"
)

// MaxZoom is the closest zoom level: a unit of the screen is 0.6 m on the equator.
const MaxZoom = 18

const (
	tileUnits = 256 // width of the world at zoom level 0, in units
	fitZoom   = 11  // closest level that fitting chooses by itself: a town
)

// view is the part of the world on the screen.
type view struct {
	center        spot // x in [0, 1)
	zoom          float64
	width, height float64 // in units; 0 before the first layout
}

// world returns the width of the whole world in units.
func (v *view) world() float64 { return tileUnits * math.Exp2(v.zoom) }

// screen returns where a spot is, in units from the upper left corner: its copy nearest to the middle.
func (v *view) screen(s spot) (x, y float64) {
	dx := s.x - v.center.x
	dx -= math.Round(dx)
	return v.width/2 + dx*v.world(), v.height/2 + (s.y-v.center.y)*v.world()
}

// at is the inverse of screen, within the world from north to south.
func (v *view) at(x, y float64) spot {
	return spot{
		wrap(v.center.x + (x-v.width/2)/v.world()),
		min(max(v.center.y+(y-v.height/2)/v.world(), 0), 1),
	}
}

// least returns the level at which the world just covers the view.
func (v *view) least() float64 { return math.Log2(max(v.width, v.height, 1) / tileUnits) }

// clamp keeps the view inside the world. What is not a number goes back to the middle of everything.
func (v *view) clamp() {
	if !(math.Abs(v.zoom) <= MaxZoom) {
		if v.zoom > 0 {
			v.zoom = MaxZoom
		} else {
			v.zoom = 0
		}
	}
	v.zoom = min(max(v.zoom, v.least()), MaxZoom)
	if !(math.Abs(v.center.x) < 1e6 && math.Abs(v.center.y) < 1e6) {
		v.center = spot{0.5, 0.5}
	}
	half := min(v.height/2/v.world(), 0.5)
	v.center = spot{wrap(v.center.x), min(max(v.center.y, half), 1-half)}
}

// pan moves the map by units: positive dx brings in what lies to the left.
func (v *view) pan(dx, dy float64) {
	v.center.x -= dx / v.world()
	v.center.y -= dy / v.world()
	v.clamp()
}

// zoomAbout changes the level and keeps what is at a position of the screen there, as far as the ends of the world allow.
func (v *view) zoomAbout(x, y, by float64) {
	under := v.at(x, y)
	v.zoom += by
	v.clamp()
	v.center = spot{under.x - (x-v.width/2)/v.world(), under.y - (y-v.height/2)/v.world()}
	v.clamp()
}

// box is a part of the world, from upper left to lower right; x is not wrapped.
type box struct{ from, to spot }

// emptyBox is what nothing is in yet.
func emptyBox() box {
	return box{spot{math.Inf(1), math.Inf(1)}, spot{math.Inf(-1), math.Inf(-1)}}
}

func (b box) empty() bool { return !(b.from.x <= b.to.x) }

func (b *box) add(s spot) {
	b.from = spot{min(b.from.x, s.x), min(b.from.y, s.y)}
	b.to = spot{max(b.to.x, s.x), max(b.to.y, s.y)}
}

func (b *box) join(o box) {
	b.add(o.from)
	b.add(o.to)
}

// fit shows a box with a margin in units around it.
func (v *view) fit(b box, margin float64) {
	across := max((b.to.x-b.from.x)/max(v.width-2*margin, 1), (b.to.y-b.from.y)/max(v.height-2*margin, 1)) // world per unit
	v.zoom = fitZoom
	if across > 0 {
		v.zoom = min(math.Log2(1/(across*tileUnits)), fitZoom)
	}
	v.center = spot{(b.from.x + b.to.x) / 2, (b.from.y + b.to.y) / 2}
	v.clamp()
}

// around returns the narrowest box with all of the boxes, which may be one over the antimeridian. It puts the boxes in another order.
func around(boxes []box) box {
	all := emptyBox()
	if len(boxes) == 0 {
		return all
	}
	slices.SortFunc(boxes, func(a, b box) int { return cmp.Compare(a.from.x, b.from.x) })
	// The widest empty stretch of the circle is where the world is cut open.
	cut, widest, reach := 0, boxes[0].from.x+1, math.Inf(-1)
	for _, b := range boxes {
		reach = max(reach, b.to.x)
	}
	widest -= reach
	reach = boxes[0].to.x
	for i, b := range boxes[1:] {
		if gap := b.from.x - reach; gap > widest {
			cut, widest = i+1, gap
		}
		reach = max(reach, b.to.x)
	}
	for i, b := range boxes {
		if i < cut {
			b.from.x++
			b.to.x++
		}
		all.join(b)
	}
	return all
}
