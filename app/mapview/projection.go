package mapview

import "math"

// maxLat is the latitude, in degrees, where the square of Web Mercator ends: atan(sinh(π)).
const maxLat = 85.05112877980659

// WGS 84 as in NGA.STND.0036, table 3.1: semi-major axis in metres and first eccentricity squared; and the mean radius (2a+b)/3 in km.
const (
	semiMajor    = 6378137.0
	eccentricity = 6.69437999014e-3
	meanRadiusKM = 6371.0088
)

// spot is a place on the projected world: x from 0 at 180° W to 1 at 180° E, y from 0 at maxLat north to 1 at maxLat south. x may lie
// outside for what crosses the antimeridian.
type spot struct{ x, y float64 }

// project maps degrees to the world (Snyder 7-1 and 7-2a). Latitudes beyond maxLat are taken to the edge; x is not wrapped.
func project(lat, lon float64) spot {
	lat = min(max(lat, -maxLat), maxLat)
	return spot{lon/360 + 0.5, 0.5 - math.Atanh(math.Sin(radians(lat)))/(2*math.Pi)}
}

// degrees is the inverse of project (Snyder 7-4 and 7-5); lon is in [-180, 180).
func (s spot) degrees() (lat, lon float64) {
	lat = math.Atan(math.Sinh(math.Pi*(1-2*s.y))) * 180 / math.Pi
	return lat, (wrap(s.x) - 0.5) * 360
}

// wrap brings x into [0, 1).
func wrap(x float64) float64 {
	x -= math.Floor(x)
	if x >= 1 { // a tiny negative x
		return 0
	}
	return x
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }

// parallelMetres returns the length of a whole parallel at a latitude on WGS 84 in metres: 2π·N·cos φ with the radius of curvature in
// the prime vertical N (Snyder 4-20).
func parallelMetres(lat float64) float64 {
	sin, cos := math.Sincos(radians(lat))
	return 2 * math.Pi * cos * semiMajor / math.Sqrt(1-eccentricity*sin*sin)
}

const circlePoints = 72

// circle projects the points at a distance in km around a place on the sphere (Snyder 5-5 and 5-6), closed. It is kept off the poles,
// around which a Mercator circle falls apart.
func circle(lat, lon, km float64) []spot {
	toPole := radians(90-math.Abs(lat)) * 0.99
	sinC, cosC := math.Sincos(min(km/meanRadiusKM, toPole))
	sinLat, cosLat := math.Sincos(radians(lat))
	ring := make([]spot, circlePoints+1)
	for i := range circlePoints {
		sinAz, cosAz := math.Sincos(2 * math.Pi * float64(i) / circlePoints)
		phi := math.Asin(sinLat*cosC + cosLat*sinC*cosAz)
		delta := math.Atan2(sinC*sinAz, cosLat*cosC-sinLat*sinC*cosAz)
		ring[i] = project(phi*180/math.Pi, lon+delta*180/math.Pi)
	}
	ring[circlePoints] = ring[0]
	return ring
}

// validDegrees tells whether coordinates are some place on Earth; longitudes may go once more around.
func validDegrees(lat, lon float64) bool {
	return math.Abs(lat) <= 90 && math.Abs(lon) <= 360 // false for NaN too
}
