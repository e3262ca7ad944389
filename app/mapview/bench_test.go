package mapview

import (
	"math"
	"testing"
)

// coast is a closed border of so many points around one, rough at every scale.
func coast(lat, lon, radius float64, points int) []Point {
	ring := make([]Point, points+1)
	for i := range points {
		angle := 2 * math.Pi * float64(i) / float64(points)
		r := radius
		for k := 3.0; k < float64(points)/2; k *= 2.3 {
			r += radius / k / 3 * math.Sin(k*angle+k)
		}
		sin, cos := math.Sincos(angle)
		ring[i] = Point{lat + r*sin, lon + r*cos}
	}
	ring[points] = ring[0]
	return ring
}

// district is a grid of borders with so many points in all.
func district(points int) []Outline {
	const rings = 100
	outlines := make([]Outline, rings)
	for i := range outlines {
		ring := coast(33+float64(i/10)*0.4, 36+float64(i%10)*0.5, 0.25, points/rings-1)
		outlines[i] = Outline{Label: "قضاء", Level: i % 3, Rings: [][]Point{ring}}
	}
	return outlines
}

func benchMap(b testing.TB, points int) *Map {
	m, w := show(b, Options{Words: english, Kinds: kinds}, 900, 600, nil)
	m.SetOutlines(district(points))
	m.Fit()
	m.SetPlaces(crowd(200))
	w.Canvas().Capture()
	m.picture.begin(m, 900, 600)
	return m
}

// BenchmarkDraw moves the map with 200 places and outlines of so many points in the view.
func BenchmarkDraw(b *testing.B) {
	for name, points := range map[string]int{"20000": 20_000, "200000": 200_000} {
		b.Run(name, func(b *testing.B) {
			m := benchMap(b, points)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				m.view.pan(float64(i%2*6-3), 0)
				m.draw(900, 600)
			}
		})
	}
}

// BenchmarkDrawAll draws 20,000 points without leaving any out.
func BenchmarkDrawAll(b *testing.B) {
	m := benchMap(b, 20_000)
	for i := range m.layer.lines {
		for k := range m.layer.lines[i].area {
			m.layer.lines[i].area[k] = 1
		}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.view.pan(float64(i%2*6-3), 0)
		m.draw(900, 600)
	}
}

func BenchmarkPrepare(b *testing.B) {
	outlines := district(MaxOutlinePoints)
	for b.Loop() {
		Prepare(outlines)
	}
}

func TestPanningTakesNoMemory(t *testing.T) {
	m := benchMap(t, 20_000)
	i := 0
	move := func() {
		m.view.pan(float64(i%2*6-3), 0)
		m.draw(900, 600)
		i++
	}
	move()
	if n := testing.AllocsPerRun(10, move); n > 0 {
		t.Errorf("moving the map allocates %v times a picture", n)
	}
}
