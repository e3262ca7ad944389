package mapview

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestScreenComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := view{
			center: spot{rapid.Float64Range(0, 0.999).Draw(t, "x"), rapid.Float64Range(0, 1).Draw(t, "y")},
			zoom:   rapid.Float64Range(0, MaxZoom).Draw(t, "zoom"),
			width:  rapid.Float64Range(100, 2000).Draw(t, "width"),
			height: rapid.Float64Range(100, 2000).Draw(t, "height"),
		}
		v.clamp()
		x := rapid.Float64Range(1, v.width-1).Draw(t, "px")
		y := rapid.Float64Range(1, v.height-1).Draw(t, "py")
		if backX, backY := v.screen(v.at(x, y)); !near(backX, x, 1e-3) || !near(backY, y, 1e-3) {
			t.Fatalf("%v, %v came back as %v, %v in %+v", x, y, backX, backY, v)
		}
		under := v.at(x, y)
		v.zoomAbout(x, y, rapid.Float64Range(0, 3).Draw(t, "by")) // closer: no edge of the world is in the way
		if backX, backY := v.screen(under); !near(backX, x, 1e-2) || !near(backY, y, 1e-2) {
			t.Fatalf("zooming moved %v, %v to %v, %v", x, y, backX, backY)
		}
	})
}

func TestViewStaysInTheWorld(t *testing.T) {
	bad := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, 5, -5}
	for _, value := range bad {
		for _, v := range []view{
			{center: spot{value, 0.5}, zoom: 5, width: 300, height: 200},
			{center: spot{0.5, value}, zoom: 5, width: 300, height: 200},
			{center: spot{0.5, 0.5}, zoom: value, width: 300, height: 200},
		} {
			v.clamp()
			if !(v.center.x >= 0 && v.center.x < 1 && v.zoom >= v.least() && v.zoom <= MaxZoom) {
				t.Errorf("with %v the view is %+v", value, v)
			}
			half := v.height / 2 / v.world()
			if !(v.center.y >= half-1e-9 && v.center.y <= 1-half+1e-9) {
				t.Errorf("with %v the view %+v shows what is beyond the world", value, v)
			}
		}
	}
}

func TestFitTakesTheShortWayAround(t *testing.T) {
	at := func(lat, lon float64) box { s := project(lat, lon); return box{s, s} }
	tests := []struct {
		name     string
		boxes    []box
		from, to float64 // longitudes
	}{
		{"one", []box{at(10, 20)}, 20, 20},
		{"plain", []box{at(0, 50), at(0, -10), at(0, 20)}, -10, 50},
		{"over the antimeridian", []box{at(0, 179), at(0, -179)}, 179, 181},
		{"over it, three", []box{at(0, -170), at(0, 160), at(0, 175)}, 160, 190},
		{"a wide one spans the rest", []box{{project(10, -90), project(-10, 90)}, at(0, 0), at(0, 170)}, -90, 170},
	}
	for _, tt := range tests {
		b := around(tt.boxes)
		if from, to := (b.from.x-0.5)*360, (b.to.x-0.5)*360; !near(from, tt.from, 1e-9) || !near(to, tt.to, 1e-9) {
			t.Errorf("%s: from %v to %v, want from %v to %v", tt.name, from, to, tt.from, tt.to)
		}
	}
}

func TestScaleBarIsRight(t *testing.T) {
	for _, lat := range []float64{0, 15, 33.5, -45, 60, 80} {
		for zoom := 3.0; zoom <= MaxZoom; zoom += 0.7 {
			v := view{center: project(lat, 40), zoom: zoom, width: 600, height: 400}
			v.clamp()
			metres, units := scaleBar(&v)
			y := v.height / 2
			lat1, lon1 := v.at(100, y).degrees()
			lat2, lon2 := v.at(101, y).degrees() // a unit: along a longer bar the great circle leaves the parallel
			ground := haversine(lat1, lon1, lat2, lon2) * units * 1000
			if math.Abs(ground-metres) > metres*0.0045+1e-6 { // the mean sphere is 0.11 % off at the equator, 0.45 % near the poles
				t.Errorf("latitude %v, zoom %.1f: a bar of %v m is %v m long", lat, zoom, metres, ground)
			}
			if units > barLongest || metres > 1 && units < barLongest/2.6 {
				t.Errorf("latitude %v, zoom %.1f: the bar is %v units long", lat, zoom, units)
			}
		}
	}
}

func TestRound125(t *testing.T) {
	for v, want := range map[float64]float64{1: 1, 1.1: 2, 2: 2, 3: 5, 5: 5, 7: 10, 0.003: 0.005, 0.02: 0.02, 99: 100} {
		if got, power := round125(v); !near(got, want, want*1e-9) || math.Pow10(power) > got*1.001 || math.Pow10(power+1) < got*1.001 {
			t.Errorf("round125(%v) = %v, %v, want %v", v, got, power, want)
		}
	}
}
