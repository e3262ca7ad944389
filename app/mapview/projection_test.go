package mapview

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestProjectionComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lat := rapid.Float64Range(-maxLat, maxLat).Draw(t, "lat")
		lon := rapid.Float64Range(-180, 179.999999).Draw(t, "lon")
		s := project(lat, lon)
		if s.x < 0 || s.x >= 1 || s.y < -1e-12 || s.y > 1+1e-12 {
			t.Fatalf("project(%v, %v) = %v is outside the world", lat, lon, s)
		}
		if backLat, backLon := s.degrees(); !near(backLat, lat, 1e-9) || !near(backLon, lon, 1e-9) {
			t.Fatalf("%v, %v came back as %v, %v", lat, lon, backLat, backLon)
		}
	})
}

// The values are those of EPSG:3857 divided by the width of its square, 40,075,016.6856 m.
func TestProjectionIsWebMercator(t *testing.T) {
	tests := []struct{ lat, lon, x, y float64 }{
		{0, 0, 0.5, 0.5},
		{maxLat, -180, 0, 0},
		{-maxLat, 180, 1, 1},
		{90, 0, 0.5, 0}, // beyond the square: its edge
		{24.38178696, -100.33333333, 0.5 - 11169055.576/40075016.6856, 0.5 - 2800000.0/40075016.6856}, // the example of IOGP 373-7-2
	}
	for _, tt := range tests {
		if s := project(tt.lat, tt.lon); !near(s.x, tt.x, 1e-9) || !near(s.y, tt.y, 1e-9) {
			t.Errorf("project(%v, %v) = %v, want %v, %v", tt.lat, tt.lon, s, tt.x, tt.y)
		}
	}
}

// The lengths of a degree are those of WGS 84 in the usual tables.
func TestParallels(t *testing.T) {
	for lat, want := range map[float64]float64{0: 111319.49, 15: 107550.45, 45: 78846.81, 60: 55800.0, 75: 28901.5} {
		if got := parallelMetres(lat) / 360; !near(got, want, 1) {
			t.Errorf("a degree at latitude %v has %.1f m, want %.1f", lat, got, want)
		}
	}
}

func TestCirclesAreRoundOnTheGround(t *testing.T) {
	tests := []struct {
		lat, lon, km float64
		want         float64
	}{
		{34, 40, 50, 50},
		{-60, 179.9, 300, 300},
		{84, 0, 2000, radians(6) * 0.99 * meanRadiusKM}, // stops before the pole
	}
	for _, tt := range tests {
		for _, s := range circle(tt.lat, tt.lon, tt.km) {
			lat, lon := s.degrees()
			if near(lat, maxLat, 1e-6) {
				continue // drawn at the edge
			}
			if d := haversine(tt.lat, tt.lon, lat, lon); !near(d, tt.want, tt.want*1e-6) {
				t.Errorf("circle(%v, %v, %v) has a point at %v km", tt.lat, tt.lon, tt.km, d)
			}
			if math.Abs(s.x-project(tt.lat, tt.lon).x) > 0.5 {
				t.Errorf("circle(%v, %v, %v) is torn at the antimeridian", tt.lat, tt.lon, tt.km)
			}
		}
	}
}
