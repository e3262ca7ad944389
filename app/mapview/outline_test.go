package mapview

import (
	"image"
	"image/color"
	"math"
	"slices"
	"testing"
)

func TestImportance(t *testing.T) {
	// A flat line with a bump of one point, on which sits a smaller one.
	line := []spot{{0, 0}, {1, 0}, {2, 0}, {3, 4}, {4, 0}, {5, 0.1}, {6, 0}}
	areas := importance(line)
	inf := float32(math.Inf(1))
	if areas[0] != inf || areas[6] != inf {
		t.Errorf("the ends have %v and %v", areas[0], areas[6])
	}
	if !(areas[1] < areas[5] && areas[5] < areas[3] && areas[3] < inf) {
		t.Errorf("importances %v: the peak should come before the small bump, and that before the flat", areas)
	}
	for _, short := range [][]spot{{}, {{1, 1}}, {{1, 1}, {2, 2}}} {
		for _, a := range importance(short) {
			if a != inf {
				t.Errorf("a point of %v has importance %v", short, a)
			}
		}
	}
}

// The heap gives what going through all points again and again gives.
func TestImportanceIsThatOfTheDefinition(t *testing.T) {
	line := newLine(coast(34, 38, 2, 300), 0).points
	left := make([]int, len(line))
	for i := range left {
		left[i] = i
	}
	want := make([]float32, len(line))
	reached := 0.0
	for len(left) > 2 {
		least, area := 0, math.Inf(1)
		for k := 1; k < len(left)-1; k++ {
			a, b, c := line[left[k-1]], line[left[k]], line[left[k+1]]
			if size := math.Abs((b.x-a.x)*(c.y-a.y)-(c.x-a.x)*(b.y-a.y)) / 2; size < area {
				least, area = k, size
			}
		}
		reached = max(reached, area)
		want[left[least]] = float32(reached)
		left = slices.Delete(left, least, least+1)
	}
	for i, got := range importance(line) {
		if !math.IsInf(float64(got), 1) && got != want[i] {
			t.Fatalf("point %d has importance %v, want %v", i, got, want[i])
		}
	}
}

// What is left at a zoom level stays close to the line that was given.
func TestSimplifiedLinesStayClose(t *testing.T) {
	l := newLine(coast(34, 38, 2, 20_000), 0)
	const zoom = 7
	pixels := tileUnits * math.Exp2(zoom)
	least := float32(leastTriangle / (pixels * pixels))
	kept := 0
	var from spot
	farthest, skipped := 0.0, []spot{}
	for i, area := range l.area {
		if area < least {
			skipped = append(skipped, l.points[i])
			continue
		}
		for _, s := range skipped {
			farthest = max(farthest, distanceToLine(s, from, l.points[i])*pixels)
		}
		from, skipped = l.points[i], skipped[:0]
		kept++
	}
	if kept > 4000 || kept < 100 {
		t.Errorf("%d of 20,000 points are left", kept)
	}
	if farthest > 3 {
		t.Errorf("a point that was left out is %.1f pixels away", farthest)
	}
}

func distanceToLine(p, a, b spot) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	t := ((p.x-a.x)*dx + (p.y-a.y)*dy) / (dx*dx + dy*dy)
	t = min(max(t, 0), 1)
	return math.Hypot(p.x-a.x-t*dx, p.y-a.y-t*dy)
}

func TestTooManyPointsAreReduced(t *testing.T) {
	l := Prepare([]Outline{{Rings: [][]Point{coast(34, 38, 2, 250_000), coast(34, 44, 2, 50_000)}}})
	total := 0
	for _, one := range l.lines {
		total += len(one.points)
		if len(one.points) != len(one.area) {
			t.Fatal("points without importance")
		}
	}
	if total > MaxOutlinePoints || total < MaxOutlinePoints-1000 || total+l.dropped != 300_002 {
		t.Errorf("%d points are left and %d dropped", total, l.dropped)
	}
	m, _ := show(t, Options{}, 300, 200, nil)
	var notice Notice
	m.OnNotice = func(n Notice) { notice = n }
	m.SetLayer(l)
	if notice != (Notice{NoticeSimplified, l.dropped}) {
		t.Errorf("notice %v", notice)
	}
}

// Lines of two points have nothing to leave out, so whole lines go.
func TestTooManyLinesAreReduced(t *testing.T) {
	rings := make([][]Point, 150_000)
	for i := range rings {
		rings[i] = []Point{{10, 10}, {10, 10 + float64(i)/1e5}}
	}
	l := Prepare([]Outline{{Rings: rings}})
	if len(l.lines) != MaxOutlinePoints/2 || l.dropped != 100_000 {
		t.Errorf("%d lines are left and %d points dropped", len(l.lines), l.dropped)
	}
	if size := l.lines[len(l.lines)-1].extent.size(); size < 0.49/360 {
		t.Errorf("the smallest line left is %v long", size)
	}
}

func TestOutlinesOverTheAntimeridian(t *testing.T) {
	l := Prepare([]Outline{{Label: "x", Rings: [][]Point{{{0, 179}, {0, -179}, {1, -179}, {1, 179}, {0, 179}}}}})
	if width := (l.extent.to.x - l.extent.from.x) * 360; !near(width, 2, 1e-9) {
		t.Errorf("the outline is %v degrees wide", width)
	}
	if lat, lon := l.names[0].at.degrees(); !near(lat, 0.5, 0.01) || !near(math.Abs(lon), 180, 0.01) {
		t.Errorf("its label is at %v, %v", lat, lon)
	}
}

func TestHostileOutlines(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	m, w := show(t, Options{}, 300, 200, nil)
	m.SetOutlines([]Outline{
		{Rings: [][]Point{{{nan, 0}, {0, inf}, {1000, 0}}, {}, nil, {{1, 1}}, {{90, -360}, {-90, 360}, {nan, nan}, {5, 5}}}, Level: -7, Label: "a"},
		{Rings: [][]Point{{{3, 3}, {3, 3}, {3, 3}, {3, 3}}}, Level: 99, Label: "b"},
	})
	m.Fit()
	w.Canvas().Capture()
	if len(m.layer.lines) != 2 || m.layer.lines[0].level != maxLevel || m.layer.lines[1].level != 0 {
		t.Errorf("lines %+v", m.layer.lines)
	}
}

// Leaving out points that cannot be seen changes hardly a pixel, and leaves out most of them.
func TestSimplifiedOutlinesLookTheSame(t *testing.T) {
	m, w := show(t, Options{}, 300, 200, nil)
	layer := Prepare([]Outline{{Rings: [][]Point{coast(34, 38, 2, 20_000)}}})
	m.SetLayer(layer)
	m.Fit()
	simple := w.Canvas().Capture()
	all := make([]float32, len(layer.lines[0].area))
	for i := range all {
		all[i] = 1
	}
	m.layer.lines[0].area = all
	m.Refresh()
	if n := grossDifferences(simple, w.Canvas().Capture()); n > 100 {
		t.Errorf("%d pixels look different", n)
	}
}

// grossDifferences counts the pixels that differ by more than a third of the way from black to white.
func grossDifferences(a, b image.Image) int {
	n := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			p, q := color.GrayModel.Convert(a.At(x, y)).(color.Gray), color.GrayModel.Convert(b.At(x, y)).(color.Gray)
			if apart(p.Y, q.Y) > 85 {
				n++
			}
		}
	}
	return n
}
