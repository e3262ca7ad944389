package mapview

import (
	"encoding/json"
	"errors"
	"strconv"
)

var (
	errTooManyPoints = errors.New("outlines: the file has more than 2,000,000 points, simplify the borders and export them again")
	errNoCoordinates = errors.New("its coordinates are not nested as its type asks, export it again")
	errNotDegrees    = errors.New("its coordinates are not degrees, export it in WGS 84 (EPSG:4326)")
)

// coordinates reads the "coordinates" of a geometry, which are known to be valid JSON, into lines. It takes 16 bytes of memory a point;
// encoding/json would take some hundred, and a hostile file of empty arrays far more.
type coordinates struct {
	text json.RawMessage
	at   int
	left int // how many points may still come
}

// lines reads arrays nested around lines, which are arrays of positions.
func (c *coordinates) lines(around int) ([][]Point, error) {
	if around == 0 {
		line, err := c.line()
		return [][]Point{line}, err
	}
	var all [][]Point
	err := c.list(func() error {
		inner, err := c.lines(around - 1)
		for _, line := range inner {
			if len(line) > 0 {
				all = append(all, line)
			}
		}
		return err
	})
	return all, err
}

func (c *coordinates) line() ([]Point, error) {
	var line []Point
	err := c.list(func() error {
		p, err := c.position()
		if err != nil {
			return err
		}
		if c.left--; c.left < 0 {
			return errTooManyPoints
		}
		line = append(line, p)
		return nil
	})
	return line, err
}

// position reads [longitude, latitude], and skips a height and what else may follow.
func (c *coordinates) position() (Point, error) {
	var values [2]float64
	n := 0
	err := c.list(func() error {
		v, err := c.number()
		if n < len(values) {
			values[n] = v
		}
		n++
		return err
	})
	p := Point{Lat: values[1], Lon: values[0]}
	switch {
	case err != nil:
		return p, err
	case n < len(values):
		return p, errNoCoordinates
	case !validDegrees(p.Lat, p.Lon):
		return p, errNotDegrees
	}
	return p, nil
}

// list reads an array; member reads one of its members.
func (c *coordinates) list(member func() error) error {
	if c.next() != '[' {
		return errNoCoordinates
	}
	c.at++
	for c.next() != ']' {
		if err := member(); err != nil {
			return err
		}
		if c.next() == ',' {
			c.at++
		}
	}
	c.at++
	return nil
}

func (c *coordinates) number() (float64, error) {
	c.next()
	start := c.at
	for c.at < len(c.text) && isNumberByte(c.text[c.at]) {
		c.at++
	}
	v, err := strconv.ParseFloat(string(c.text[start:c.at]), 64)
	if err != nil {
		return 0, errNoCoordinates
	}
	return v, nil
}

func isNumberByte(b byte) bool {
	return b >= '0' && b <= '9' || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E'
}

// next skips white space and returns the byte there, 0 at the end.
func (c *coordinates) next() byte {
	for c.at < len(c.text) {
		switch b := c.text[c.at]; b {
		case ' ', '\t', '\n', '\r':
			c.at++
		default:
			return b
		}
	}
	return 0
}
