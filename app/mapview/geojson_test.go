package mapview

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const square4 = `[[10,20],[11,20],[11,21],[10,20]]`

var squareRing = []Point{{20, 10}, {20, 11}, {21, 11}, {20, 10}}

func feature(properties, geometry string) string {
	return `{"type":"Feature","properties":` + properties + `,"geometry":` + geometry + `}`
}

func collection(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`
}

func polygon(rings string) string { return `{"type":"Polygon","coordinates":[` + rings + `]}` }

func TestReadOutlines(t *testing.T) {
	tests := []struct {
		name, text string
		want       []Outline
		problems   []Problem
	}{
		{"collection", collection(feature(`{"name":"دير الزور","level":1}`, polygon(square4))), []Outline{{[][]Point{squareRing}, "دير الزور", 1}}, nil},
		{"geometry alone", polygon(square4), []Outline{{Rings: [][]Point{squareRing}}}, nil},
		{"feature alone", feature("null", polygon(square4)), []Outline{{Rings: [][]Point{squareRing}}}, nil},
		{"byte order mark", "\uFEFF" + polygon(square4), []Outline{{Rings: [][]Point{squareRing}}}, nil},
		{"members before type", `{"features":[` + feature("{}", polygon(square4)) + `],"type":"FeatureCollection"}`, []Outline{{Rings: [][]Point{squareRing}}}, nil},
		{"heights, white space, exponents", "{\"type\":\"LineString\",\"coordinates\":[ [1e1 , 2.0E+1,5] ,\n[11,20,5,6] ]}", []Outline{{Rings: [][]Point{{{20, 10}, {20, 11}}}}}, nil},
		{
			"multi", `{"type":"MultiPolygon","coordinates":[[` + square4 + `,` + square4 + `],[` + square4 + `]]}`,
			[]Outline{{Rings: [][]Point{squareRing, squareRing, squareRing}}},
			nil,
		},
		{
			"geometry collection", `{"type":"GeometryCollection","geometries":[` + polygon(square4) + `,{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}]}`,
			[]Outline{{Rings: [][]Point{squareRing, {{2, 1}, {4, 3}}}}},
			nil,
		},
		{"OCHA", collection(feature(`{"ADM0_PCODE":"SY","ADM1_PCODE":"SY07","ADM0_EN":"a","ADM1_EN":"b","ADM1_AR":"ج"}`, polygon(square4))), []Outline{{[][]Point{squareRing}, "ج", 1}}, nil},
		{"geoBoundaries", collection(feature(`{"shapeName":"Homs","shapeType":"ADM2"}`, polygon(square4))), []Outline{{[][]Point{squareRing}, "Homs", 2}}, nil},
		{"OpenStreetMap", collection(feature(`{"name":"Homs","name:ar":"حمص","admin_level":"4"}`, polygon(square4))), []Outline{{[][]Point{squareRing}, "حمص", 1}}, nil},
		{"empty collection", collection(), nil, nil},
		{
			"some are bad",
			collection(feature("{}", "null"), feature("{}", `{"type":"Point","coordinates":[1,2]}`), feature("{}", polygon(square4)),
				feature("{}", polygon(`[[500000,4000000],[500001,4000000]]`)), feature("{}", polygon(`[1,2]`)), feature("{}", polygon(`[[1]]`)),
				feature("{}", polygon(`[["1",2]]`)), feature("{}", polygon(``)), feature("{}", `{"type":"Polygon"}`), feature("{}", `[]`),
				feature("{}", polygon(`[[1,1e999]]`)), feature("{}", polygon(`{}`))),
			[]Outline{{Rings: [][]Point{squareRing}}},
			[]Problem{
				{1, "it has no geometry, draw it or leave it out"},
				{2, `"Point" is no line and no area, leave it out or give it as a place`},
				{4, errNotDegrees.Error()},
				{5, errNoCoordinates.Error()},
				{6, errNoCoordinates.Error()},
				{7, errNoCoordinates.Error()},
				{8, "it has no lines, leave it out"},
				{9, errNoCoordinates.Error()},
				{10, "its geometry is no GeoJSON object, export it again"},
				{11, errNoCoordinates.Error()},
				{12, errNoCoordinates.Error()},
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			outlines, problems, err := ReadOutlines(strings.NewReader(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, outlines); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(tt.problems, problems); d != "" {
				t.Error(d)
			}
		})
	}
}

// endless is a reader without an end.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("disk gone") }

func TestReadOutlinesRefuses(t *testing.T) {
	few := limits{bytes: 10_000, points: 100, features: 50}
	deep := strings.Repeat(`{"type":"GeometryCollection","geometries":[`, 50)
	many := `{"type":"LineString","coordinates":[` + strings.Repeat("[1,2],", few.points) + `[1,2]]}`
	tests := []struct {
		name string
		r    io.Reader
		want string
	}{
		{"empty", strings.NewReader(""), "no GeoJSON"},
		{"text", strings.NewReader("lat;lon\n1;2"), "no GeoJSON"},
		{"cut", strings.NewReader(collection(feature("{}", polygon(square4)))[:80]), "no GeoJSON"},
		{"TopoJSON", strings.NewReader(`{"type":"Topology","arcs":[]}`), `"Topology" is no collection`},
		{"other members", strings.NewReader(`{"type":"FeatureCollection","features":[1]}`), "no GeoJSON object"},
		{"no list", strings.NewReader(`{"type":"FeatureCollection","features":{}}`), "no list"},
		{"UTM", strings.NewReader(`{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:32637"}},"features":[]}`), "another coordinate system"},
		{"deep", strings.NewReader(deep), "nested too deep"},
		{"endless", endless{}, "larger than 64 MB"},
		{"broken", broken{}, "disk gone"},
		{"points", strings.NewReader(many), "more than 2,000,000 points"},
		{"features", strings.NewReader(collection(strings.Repeat("{},", few.features) + "{}")), "more than 200,000 features"},
	}
	for _, tt := range tests {
		_, _, err := readOutlines(tt.r, few)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.want)
		}
	}
}

// What is just within the limits is read.
func TestReadOutlinesUpToTheLimits(t *testing.T) {
	text := `{"type":"LineString","coordinates":[[1,2],[3,4],[5,6]]}`
	outlines, _, err := readOutlines(strings.NewReader(text), limits{bytes: int64(len(text)), points: 3, features: 1})
	if err != nil || len(outlines) != 1 {
		t.Errorf("%d outlines, error %v", len(outlines), err)
	}
}

func TestProblemsAreFew(t *testing.T) {
	_, problems, err := ReadOutlines(strings.NewReader(collection(strings.Repeat("{},", 5000) + "{}")))
	if err != nil || len(problems) != maxProblems {
		t.Errorf("%d problems, error %v", len(problems), err)
	}
}

func FuzzReadOutlines(f *testing.F) {
	for _, seed := range []string{
		collection(feature(`{"name":"a","level":2}`, polygon(square4))),
		`{"type":"MultiLineString","coordinates":[[[179,1],[-179,1e0]]]}`,
		collection(feature(`{"ADM2_PCODE":1}`, `{"type":"GeometryCollection","geometries":[`+polygon(square4)+`]}`)),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		outlines, problems, err := ReadOutlines(bytes.NewReader(data))
		if err != nil && (outlines != nil || problems != nil) {
			t.Fatal("an error and a result")
		}
		for _, o := range outlines {
			if o.Level < 0 || o.Level > maxLevel || len([]rune(o.Label)) > 60 || len(o.Rings) == 0 {
				t.Fatalf("bad outline %+v", o)
			}
			for _, ring := range o.Rings {
				for _, p := range ring {
					if !validDegrees(p.Lat, p.Lon) {
						t.Fatal(fmt.Sprint("bad point ", p))
					}
				}
			}
		}
		Prepare(outlines)
	})
}
