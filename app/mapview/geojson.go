package mapview

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	maxDepth    = 24 // of brackets: a MultiPolygon in two GeometryCollections in a FeatureCollection has 13
	maxProblems = 100
)

// limits are those of a file of outlines.
type limits struct {
	bytes            int64
	points, features int
}

// fileLimits are those that the messages and ReadOutlines speak of; tests try smaller ones.
func fileLimits() limits { return limits{64 << 20, 2_000_000, 200_000} }

// Problem is a feature of a file that was left out.
type Problem struct {
	Feature int    // from 1
	Reason  string // what is wrong and what to do
}

// ReadOutlines reads borders from GeoJSON (RFC 7946): Polygon, MultiPolygon, LineString and MultiLineString, in features, collections or
// alone. Labels and levels come from the properties that usual sources write, see naming. Features that cannot be used are left out and
// told as problems, the first 100 of them. The error says that nothing was read: the file is larger than 64 MB, no GeoJSON, nested too
// deep, not in degrees, or has more than 2,000,000 points or 200,000 features. It may run in any goroutine; 64 MB take some seconds.
func ReadOutlines(r io.Reader) ([]Outline, []Problem, error) {
	return readOutlines(r, fileLimits())
}

func readOutlines(r io.Reader, most limits) ([]Outline, []Problem, error) {
	data, err := io.ReadAll(io.LimitReader(r, most.bytes+1))
	if err != nil {
		return nil, nil, fmt.Errorf("outlines: the file cannot be read, check the disk: %w", err)
	}
	if int64(len(data)) > most.bytes {
		return nil, nil, errors.New("outlines: the file is larger than 64 MB, simplify the borders and export them again")
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if depth(data) > maxDepth {
		return nil, nil, errors.New("outlines: the file is nested too deep for GeoJSON, export it again from the map program")
	}
	f := outlineFile{most: most}
	if err := f.read(data); err != nil {
		return nil, nil, err
	}
	return f.outlines, f.problems, nil
}

// depth returns how deep brackets are nested outside of strings.
func depth(data []byte) int {
	deepest, now := 0, 0
	inString := false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '[' || c == '{':
			now++
			deepest = max(deepest, now)
		case c == ']' || c == '}':
			now--
		}
	}
	return deepest
}

// outlineFile is what was read so far.
type outlineFile struct {
	most     limits
	outlines []Outline
	problems []Problem
	feature  int // the number of the present one
	points   int
}

// object is any object of GeoJSON. Lists are kept as they came and taken one by one: a file of empty objects would need a hundred times
// its size as a slice.
type object struct {
	Type        string          `json:"type"`
	CRS         json.RawMessage `json:"crs"`
	Features    json.RawMessage `json:"features"`
	Geometry    json.RawMessage `json:"geometry"`
	Geometries  json.RawMessage `json:"geometries"`
	Coordinates json.RawMessage `json:"coordinates"`
	Properties  json.RawMessage `json:"properties"`
}

func (f *outlineFile) read(data []byte) error {
	var top object
	if err := json.Unmarshal(data, &top); err != nil {
		return fmt.Errorf("outlines: the file is no GeoJSON, export it as GeoJSON in WGS 84: %w", err)
	}
	if !inDegrees(top.CRS) {
		return errors.New("outlines: the file is in another coordinate system, export it as GeoJSON in WGS 84 (EPSG:4326)")
	}
	if _, line := lineDepth[top.Type]; line || top.Type == "Feature" || top.Type == "GeometryCollection" {
		return f.addFeature(&top)
	}
	if top.Type != "FeatureCollection" {
		return fmt.Errorf("outlines: %q is no collection of features, lines or areas, export the borders as GeoJSON in WGS 84", cutWords(top.Type))
	}
	return each(top.Features, func(raw *object) error {
		if f.feature == f.most.features {
			return errors.New("outlines: the file has more than 200,000 features, split it or leave the lowest level out")
		}
		return f.addFeature(raw)
	})
}

// inDegrees tells whether the crs member, which RFC 7946 has no more but older files have, names WGS 84.
func inDegrees(crs json.RawMessage) bool {
	return len(crs) == 0 || string(crs) == "null" || bytes.Contains(crs, []byte("CRS84")) || bytes.Contains(crs, []byte("4326"))
}

// each gives the objects of a JSON array one by one.
func each(list json.RawMessage, do func(*object) error) error {
	d := json.NewDecoder(bytes.NewReader(list))
	if start, err := d.Token(); err != nil || start != json.Delim('[') {
		return errors.New("outlines: a collection has no list of members, export the file again as GeoJSON")
	}
	for d.More() {
		var one object
		if err := d.Decode(&one); err != nil {
			return fmt.Errorf("outlines: a member of a collection is no GeoJSON object, export the file again: %w", err)
		}
		if err := do(&one); err != nil {
			return err
		}
	}
	return nil
}

// addFeature adds a feature, or a geometry that stands alone, as one outline.
func (f *outlineFile) addFeature(o *object) error {
	f.feature++
	outline := Outline{}
	geometry := o
	if o.Type == "Feature" {
		outline.Label, outline.Level = naming(o.Properties)
		if len(o.Geometry) == 0 || string(o.Geometry) == "null" {
			f.problem("it has no geometry, draw it or leave it out")
			return nil
		}
		geometry = &object{}
		if err := json.Unmarshal(o.Geometry, geometry); err != nil {
			f.problem("its geometry is no GeoJSON object, export it again")
			return nil
		}
	}
	err := f.addGeometry(&outline, geometry)
	switch {
	case errors.Is(err, errTooManyPoints):
		return err
	case err != nil:
		f.problem(err.Error())
	case len(outline.Rings) == 0:
		f.problem("it has no lines, leave it out")
	default:
		f.outlines = append(f.outlines, outline)
	}
	return nil
}

func (f *outlineFile) problem(reason string) {
	if len(f.problems) < maxProblems {
		f.problems = append(f.problems, Problem{f.feature, reason})
	}
}

// lineDepth is how many arrays stand around the lines of a geometry.
var lineDepth = map[string]int{"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}

func (f *outlineFile) addGeometry(o *Outline, g *object) error {
	if g.Type == "GeometryCollection" {
		return each(g.Geometries, func(member *object) error { return f.addGeometry(o, member) })
	}
	around, known := lineDepth[g.Type]
	if !known {
		return fmt.Errorf("%q is no line and no area, leave it out or give it as a place", cutWords(g.Type))
	}
	c := coordinates{text: g.Coordinates, left: f.most.points - f.points}
	rings, err := c.lines(around)
	f.points = f.most.points - c.left
	if err != nil {
		return err
	}
	for _, ring := range rings {
		if len(ring) >= 2 {
			o.Rings = append(o.Rings, ring)
		}
	}
	return nil
}

// cutWords keeps a word of a file short enough for a message or the map, on one line.
func cutWords(s string) string {
	const most = 60
	s = strings.ToValidUTF8(strings.Join(strings.Fields(firstBytes(s, 8*most)), " "), "\uFFFD")
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

func firstBytes(s string, n int) string { return s[:min(len(s), n)] }
