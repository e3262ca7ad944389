package mapview

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

func TestKeysWalkThePlaces(t *testing.T) {
	tests := []struct {
		keys   []fyne.KeyName
		want   string
		picked []string
	}{
		{nil, "", nil},
		{[]fyne.KeyName{fyne.KeyTab}, "damascus", nil},
		{[]fyne.KeyName{fyne.KeyTab, fyne.KeyTab, fyne.KeyTab}, "aleppo", nil},
		{[]fyne.KeyName{fyne.KeyTab, fyne.KeyTab, "S-Tab"}, "damascus", nil},
		{[]fyne.KeyName{fyne.KeyTab, fyne.KeyReturn, fyne.KeyTab, fyne.KeyEnter}, "homs", []string{"damascus", "homs"}},
		{[]fyne.KeyName{fyne.KeyReturn}, "", nil},
	}
	for _, tt := range tests {
		m, w := showTowns(t)
		var picked []string
		m.OnPicked = func(id string) { picked = append(picked, id) }
		w.Canvas().Focus(m)
		press(w, tt.keys...)
		if m.Current() != tt.want || !slices.Equal(picked, tt.picked) {
			t.Errorf("%v: at %q, picked %v, want %q and %v", tt.keys, m.Current(), picked, tt.want, tt.picked)
		}
	}
}

func TestTabLeavesAtBothEnds(t *testing.T) {
	m, w := showTowns(t)
	var focus []bool
	m.OnFocus = func(gained bool) { focus = append(focus, gained) }
	w.Canvas().Focus(m)
	press(w, "S-Tab")
	if w.Canvas().Focused() != nil {
		t.Error("Shift+Tab before the first place stays in the map")
	}
	w.Canvas().Focus(m)
	for range towns() {
		press(w, fyne.KeyTab)
	}
	if m.Current() != "hajin" {
		t.Fatalf("Tab ended at %q", m.Current())
	}
	press(w, fyne.KeyTab)
	if w.Canvas().Focused() != nil {
		t.Error("Tab behind the last place stays in the map")
	}
	w.Canvas().Focus(m)
	if m.Current() != "" {
		t.Errorf("who comes back starts at %q", m.Current())
	}
	if want := []bool{true, false, true, false, true}; !slices.Equal(focus, want) {
		t.Errorf("OnFocus got %v, want %v", focus, want)
	}
}

func TestWalkBringsThePlaceIntoView(t *testing.T) {
	m, w := showTowns(t)
	m.SetZoom(12)
	m.Center(0, 0)
	w.Canvas().Focus(m)
	press(w, fyne.KeyTab)
	if at := positionOf(t, m, "damascus"); at.X < 0 || at.Y < 0 || at.X > 480 || at.Y > 320 {
		t.Errorf("the current place is at %v", at)
	}
}

func TestKeysMoveTheView(t *testing.T) {
	tests := []struct {
		key    fyne.KeyName
		dx, dy float32 // of a place on the screen
	}{
		{fyne.KeyLeft, 40, 0},
		{fyne.KeyRight, -40, 0},
		{fyne.KeyUp, 0, 40},
		{fyne.KeyDown, 0, -40},
		{"S-Left", 200, 0},
		{"S-Down", 0, -200},
	}
	for _, tt := range tests {
		m, w := showTowns(t)
		before := positionOf(t, m, "raqqa")
		w.Canvas().Focus(m)
		press(w, tt.key)
		moved := positionOf(t, m, "raqqa").Subtract(before)
		if !near(float64(moved.X), float64(tt.dx), 0.01) || !near(float64(moved.Y), float64(tt.dy), 0.01) {
			t.Errorf("%s moves the map by %v, want %v, %v", tt.key, moved, tt.dx, tt.dy)
		}
		press(w, fyne.KeyHome)
		if back := positionOf(t, m, "raqqa"); back != before {
			t.Errorf("Home puts the place at %v, not at %v", back, before)
		}
		level := m.Zoom()
		press(w, "+")
		if m.Zoom() != level+keyZoom {
			t.Errorf("+ zooms from %v to %v", level, m.Zoom())
		}
		press(w, "-")
		if m.Zoom() != level {
			t.Errorf("+ and - zoom from %v to %v", level, m.Zoom())
		}
	}
}

func TestCrossHairPlaces(t *testing.T) {
	m, w := showTowns(t)
	var lat, lon float64
	m.OnPlaced = func(a, b float64) { lat, lon = a, b }
	w.Canvas().Focus(m)
	press(w, fyne.KeyC)
	_, start := m.cross.at.degrees()
	for range 30 {
		press(w, "S-Right") // 1200 units: the map comes along
	}
	press(w, fyne.KeyUp, fyne.KeyReturn)
	if want, ok := m.coordinates(m.cross.at), m.readout.text.Text(); want != ok {
		t.Errorf("shown is %q, the cross-hair is at %q", ok, want)
	}
	if x, y := m.view.screen(project(lat, lon)); !near(x, 460, 1) || !near(y, 156, 1) {
		t.Errorf("placed at %v, %v on the screen, want 460, 156", x, y)
	}
	if want := start + 1200/m.view.world()*360; !near(lon, want, 0.01) {
		t.Errorf("placed at longitude %v, 1200 units from the start is %v", lon, want)
	}
	if text := fmt.Sprintf("%.*f", m.view.decimals(), lat); fmt.Sprint(lat) != text && lat != math.Trunc(lat) {
		t.Errorf("placed %v, more exact than the %s shown", lat, text)
	}
	press(w, fyne.KeyEscape)
	if m.CrossHair() {
		t.Error("Escape leaves the cross-hair")
	}
}

func TestOtherKeysGoOn(t *testing.T) {
	m, w := showTowns(t)
	var window, own []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { window = append(window, ev.Name) })
	w.Canvas().Focus(m)
	press(w, fyne.KeyF5, fyne.KeyEscape, fyne.KeyLeft)
	m.OnKey = func(ev *fyne.KeyEvent) bool { own = append(own, ev.Name); return ev.Name == fyne.KeyF5 }
	press(w, fyne.KeyF5, fyne.KeyF6)
	if want := []fyne.KeyName{fyne.KeyF5, fyne.KeyEscape, fyne.KeyF6}; !slices.Equal(window, want) {
		t.Errorf("the window got %v, want %v", window, want)
	}
	if want := []fyne.KeyName{fyne.KeyF5, fyne.KeyF6}; !slices.Equal(own, want) {
		t.Errorf("OnKey got %v, want %v", own, want)
	}
}
