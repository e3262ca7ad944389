package mapview

import (
	"math"
	"strconv"
	"strings"
)

// Words are what the map writes by itself.
type Words struct {
	North, South, East, West string // after degrees, such as "N" or "شمالاً"
	Kilometre, Metre         string // after the lengths of the scale bar, such as "km"
	Separator                string // between latitude and longitude, such as ", "
}

// digits writes a number with decimals behind the point, in the digits of the options.
func (m *Map) digits(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if !m.options.ArabicDigits {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r - '0' + '٠'
		case r == '.':
			return '٫'
		}
		return r
	}, s)
}

// angle writes degrees with the word of their side; 0 and 180 have none.
func (m *Map) angle(v float64, decimals int, positive, negative string) string {
	s := m.digits(math.Abs(v), decimals) + "°"
	word := positive
	if v < 0 {
		word = negative
	}
	if word == "" || v == 0 || math.Abs(v) == 180 {
		return s
	}
	return s + " " + word
}

func (m *Map) latitude(v float64, decimals int) string {
	return m.angle(v, decimals, m.options.Words.North, m.options.Words.South)
}

func (m *Map) longitude(v float64, decimals int) string {
	return m.angle(v, decimals, m.options.Words.East, m.options.Words.West)
}

// length writes metres, in km from a thousand on.
func (m *Map) length(metres float64) string {
	if metres >= 1000 {
		return m.digits(metres/1000, 0) + " " + m.options.Words.Kilometre
	}
	return m.digits(metres, 0) + " " + m.options.Words.Metre
}

// decimals is how many decimals of a degree a unit of the screen tells apart, 1 to 5.
func (v *view) decimals() int {
	return int(min(max(math.Ceil(math.Log10(v.world()/360)), 1), 5))
}

// rounded returns the coordinates of a spot as they are shown.
func (v *view) rounded(s spot) (lat, lon float64) {
	lat, lon = s.degrees()
	scale := math.Pow10(v.decimals())
	return math.Round(lat*scale) / scale, math.Round(lon*scale) / scale
}

// coordinates writes what rounded returns.
func (m *Map) coordinates(s spot) string {
	lat, lon := m.view.rounded(s)
	n := m.view.decimals()
	return m.latitude(lat, n) + m.options.Words.Separator + m.longitude(lon, n)
}

// round125 returns the smallest 1, 2 or 5 times a power of ten that is not below v, which is positive, and its power.
func round125(v float64) (value float64, power int) {
	power = int(math.Floor(math.Log10(v)))
	unit := math.Pow10(power)
	for _, times := range []float64{1, 2, 5} {
		if times*unit >= v*(1-1e-12) {
			return times * unit, power
		}
	}
	return 10 * unit, power + 1
}
