package gazetteer

import (
	"math"
	"strconv"

	"hashiya/model"
)

// Point is a place on the globe in degrees, WGS 84.
type Point struct{ Lat, Lon float64 }

// earthRadius is the mean radius in km (IUGG 1980, R1).
const earthRadius = 6371.0088

// PointOf returns where a place is; known is false when its gazetteer does not
// say.
func PointOf(p model.Place) (at Point, known bool) {
	lat, err := strconv.ParseFloat(string(p.Lat), 64)
	if err != nil {
		return Point{}, false
	}
	lon, err := strconv.ParseFloat(string(p.Lon), 64)
	return Point{lat, lon}, err == nil
}

// Distance returns the great-circle distance to another point in km, by the
// haversine formula (Sinnott 1984, "Virtues of the Haversine").
func (p Point) Distance(q Point) float64 {
	const radian = math.Pi / 180
	north, east := (q.Lat-p.Lat)*radian, (q.Lon-p.Lon)*radian
	h := math.Pow(math.Sin(north/2), 2) + math.Cos(p.Lat*radian)*math.Cos(q.Lat*radian)*math.Pow(math.Sin(east/2), 2)
	return 2 * earthRadius * math.Asin(math.Sqrt(min(h, 1)))
}
