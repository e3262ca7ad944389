package mapview

import (
	"cmp"
	"math"
	"slices"
)

// MaxOutlinePoints is how many points of outlines a map keeps; of larger ones the least important points go.
const MaxOutlinePoints = 200_000

// Point is a place in decimal degrees on WGS 84.
type Point struct{ Lat, Lon float64 }

// Outline is a border or another line of the ground.
type Outline struct {
	Rings [][]Point // lines; one that is closed repeats its first point at its end
	Label string    // in any script, shown in the middle of the longest ring; may be empty
	Level int       // 0 country, 1 governorate, 2 district: the lower, the thicker
}

// Layer is outlines made ready for drawing. It does not change and may be shown by several maps.
type Layer struct {
	lines   []line // the highest level first, so that low ones are drawn over them
	names   []name
	extent  box
	dropped int
}

// line is a ring on the projected world.
type line struct {
	points []spot
	area   []float32 // importance of each point
	extent box
	level  int
}

// name is an outline's label.
type name struct {
	words string
	at    spot
	width float64 // of the ring it stands in
}

const maxLevel = 2 // levels above are drawn like this one

// Prepare projects outlines and ranks their points, in some 0.1 s for 200,000 points. It may run in any goroutine.
func Prepare(outlines []Outline) *Layer {
	l := &Layer{extent: emptyBox()}
	total := 0
	for _, o := range outlines {
		longest := line{extent: emptyBox()}
		for _, ring := range o.Rings {
			one := newLine(ring, min(max(o.Level, 0), maxLevel))
			if len(one.points) < 2 {
				continue
			}
			total += len(one.points)
			l.lines = append(l.lines, one)
			if longest.extent.empty() || one.extent.size() > longest.extent.size() {
				longest = one
			}
		}
		if o.Label != "" && !longest.extent.empty() {
			l.names = append(l.names, name{cutWords(o.Label), longest.middle(), longest.extent.to.x - longest.extent.from.x})
		}
	}
	l.reduce(total)
	extents := make([]box, len(l.lines))
	for i, one := range l.lines {
		extents[i] = one.extent
	}
	l.extent = around(extents)
	slices.SortStableFunc(l.lines, func(a, b line) int { return b.level - a.level })
	slices.SortStableFunc(l.names, func(a, b name) int { return cmp.Compare(b.width, a.width) })
	return l
}

// newLine projects a ring. A step of more than half the world is taken to cross the antimeridian. Points that are nowhere on Earth are
// left out.
func newLine(ring []Point, level int) line {
	l := line{level: level, extent: emptyBox(), points: make([]spot, 0, len(ring))}
	for _, p := range ring {
		if !validDegrees(p.Lat, p.Lon) {
			continue
		}
		at := project(p.Lat, p.Lon)
		if n := len(l.points); n > 0 {
			at.x -= math.Round(at.x - l.points[n-1].x)
		}
		l.points = append(l.points, at)
	}
	if len(l.points) < 2 {
		return line{}
	}
	shift := wrap(l.points[0].x) - l.points[0].x
	for i := range l.points {
		l.points[i].x += shift
		l.extent.add(l.points[i])
	}
	l.area = importance(l.points)
	return l
}

func (b box) size() float64 { return b.to.x - b.from.x + b.to.y - b.from.y }

// middle returns the centroid of a closed ring, or the middle of an open or a flat one.
func (l *line) middle() spot {
	first := l.points[0]
	var area, x, y float64
	for i, a := range l.points[1:] {
		b := l.points[i]
		cross := (b.x-first.x)*(a.y-first.y) - (a.x-first.x)*(b.y-first.y)
		area += cross
		x += cross * (a.x + b.x - 2*first.x)
		y += cross * (a.y + b.y - 2*first.y)
	}
	c := spot{first.x + x/(3*area), first.y + y/(3*area)}
	inside := c.x >= l.extent.from.x && c.x <= l.extent.to.x && c.y >= l.extent.from.y && c.y <= l.extent.to.y
	if first != l.points[len(l.points)-1] || !inside { // NaN is not inside
		return spot{(l.extent.from.x + l.extent.to.x) / 2, (l.extent.from.y + l.extent.to.y) / 2}
	}
	return c
}

// reduce leaves out the least important of all points when there are too many, and after them the smallest lines.
func (l *Layer) reduce(total int) {
	if total <= MaxOutlinePoints {
		return
	}
	all := make([]float32, 0, total)
	for _, one := range l.lines {
		all = append(all, one.area...)
	}
	slices.Sort(all)
	least := all[total-MaxOutlinePoints]
	for i := range l.lines {
		l.lines[i].keep(least)
	}
	slices.SortStableFunc(l.lines, func(a, b line) int { return cmp.Compare(b.extent.size(), a.extent.size()) })
	kept := 0
	for i, one := range l.lines {
		if kept+len(one.points) > MaxOutlinePoints {
			l.lines = l.lines[:i]
			break
		}
		kept += len(one.points)
	}
	l.dropped = total - kept
}

// keep leaves out the points below an importance and gives their memory back.
func (l *line) keep(least float32) {
	n := 0
	for _, a := range l.area {
		if a > least || math.IsInf(float64(a), 1) {
			n++
		}
	}
	points, area := make([]spot, 0, n), make([]float32, 0, n)
	for i, a := range l.area {
		if a > least || math.IsInf(float64(a), 1) {
			points, area = append(points, l.points[i]), append(area, a)
		}
	}
	l.points, l.area = points, area
}
