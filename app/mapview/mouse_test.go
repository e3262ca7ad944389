package mapview

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestClickPicksTheNearest(t *testing.T) {
	tests := []struct {
		id     string
		dx, dy float32
		want   []string
	}{
		{"raqqa", 0, 0, []string{"raqqa"}},
		{"raqqa", 11.9, 0, []string{"raqqa"}},
		{"raqqa", 8, 8, []string{"raqqa"}},
		{"raqqa", 0, -12.2, nil},
		{"hajin", 9, -9, nil},
	}
	for _, tt := range tests {
		m, _ := showTowns(t)
		var picked []string
		m.OnPicked = func(id string) { picked = append(picked, id) }
		click(m, positionOf(t, m, tt.id).AddXY(tt.dx, tt.dy))
		if !slices.Equal(picked, tt.want) {
			t.Errorf("%v, %v beside %s: picked %v, want %v", tt.dx, tt.dy, tt.id, picked, tt.want)
		}
	}
}

func TestClicksGoThroughPlacesOnOneSpot(t *testing.T) {
	m, _ := show(t, Options{}, 400, 300, nil)
	same := func(id string) Place { return Place{ID: id, Lat: 34, Lon: 40} }
	m.SetPlaces([]Place{same("a"), same("b"), {ID: "away", Lat: 34, Lon: 40.1}, same("c")})
	m.Fit()
	var picked []string
	m.OnPicked = func(id string) { picked = append(picked, id) }
	for range 4 {
		click(m, positionOf(t, m, "a"))
		m.pointer.last = m.pointer.last.Add(-time.Second) // not a double click
	}
	if want := []string{"c", "a", "b", "c"}; !slices.Equal(picked, want) {
		t.Errorf("picked %v, want %v", picked, want)
	}
}

func TestDoubleClickPlaces(t *testing.T) {
	m, _ := showTowns(t)
	var lat, lon float64
	placed := 0
	m.OnPlaced = func(a, b float64) { lat, lon, placed = a, b, placed+1 }
	at := fyne.NewPos(123, 77)
	click(m, at)
	click(m, at.AddXY(30, 0)) // too far away
	click(m, at)
	m.pointer.last = m.pointer.last.Add(-time.Second) // too late
	click(m, at)
	if placed != 0 {
		t.Fatal("single clicks place")
	}
	click(m, at)
	click(m, at) // the first of a new pair
	x, y := m.view.screen(project(lat, lon))
	if placed != 1 || !near(x, 123, 1) || !near(y, 77, 1) {
		t.Errorf("placed %d times, at %v, %v", placed, x, y)
	}
}

func TestDragAndWheel(t *testing.T) {
	m, _ := showTowns(t)
	picked := 0
	m.OnPicked = func(string) { picked++ }
	before := positionOf(t, m, "raqqa")
	drag := &fyne.DragEvent{Dragged: fyne.NewDelta(30, -20)}
	drag.Position = before
	m.pointer.down = true
	m.Dragged(drag)
	m.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: positionOf(t, m, "raqqa")}, Button: desktop.MouseButtonPrimary})
	m.DragEnd()
	if moved := positionOf(t, m, "raqqa").Subtract(before); !near(float64(moved.X), 30, 0.01) || !near(float64(moved.Y), -20, 0.01) {
		t.Errorf("dragging moves the map by %v", moved)
	}
	if picked > 0 {
		t.Error("dragging picks")
	}
	at, level := positionOf(t, m, "raqqa"), m.Zoom()
	m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 25)})
	if m.Zoom() <= level {
		t.Errorf("the wheel zooms from %v to %v", level, m.Zoom())
	}
	if now := positionOf(t, m, "raqqa").Subtract(at); !near(float64(now.X), 0, 0.01) || !near(float64(now.Y), 0, 0.01) {
		t.Errorf("the wheel moves what is under the pointer by %v", now)
	}
}

func TestReadout(t *testing.T) {
	tests := []struct {
		options  Options
		lat, lon float64
		zoom     float64
		want     string
	}{
		{Options{Words: english}, 33.5138, 36.2765, 9, "33.514° N, 36.277° E"},
		{Options{Words: english}, -33.5138, -70.6, 18, "33.51380° S, 70.60000° W"},
		{Options{Words: arabic, ArabicDigits: true}, 33.5138, 36.2765, 6, "٣٣٫٥١° شمالاً، ٣٦٫٢٨° شرقاً"},
		{Options{}, 33.5138, 36.2765, 3, "33.5°36.3°"},
	}
	for _, tt := range tests {
		m, _ := show(t, tt.options, 400, 300, nil)
		m.SetZoom(tt.zoom)
		m.Center(tt.lat, tt.lon)
		hoverOver(m, fyne.NewPos(200, 150))
		if got := m.readout.text.Text(); got != tt.want || m.readout.hidden() {
			t.Errorf("shown is %q, want %q", got, tt.want)
		}
		m.MouseOut()
		if !m.readout.hidden() {
			t.Error("coordinates stay when the mouse has left")
		}
	}
}
