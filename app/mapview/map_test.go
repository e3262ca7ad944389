package mapview

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

func TestHostilePlaces(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	bad := []Place{
		{Lat: nan},
		{Lon: nan},
		{Lat: inf},
		{Lon: -inf},
		{Lat: 1000},
		{Lon: 1e9},
		{Lat: -90.001},
		{ID: "ok", Lat: 90, Lon: 360, Size: nan},
		{ID: "far", Lat: -90, Lon: -360, Size: inf},
		{ID: "large", Lat: 10, Lon: 10, Size: 1e300, Label: string(make([]byte, 1<<20))},
	}
	m, w := show(t, Options{}, 400, 300, nil)
	var notices []Notice
	m.OnNotice = func(n Notice) { notices = append(notices, n) }
	m.SetPlaces(bad)
	m.Fit()
	m.Center(nan, 0)
	m.Center(0, inf)
	m.SetZoom(nan)
	m.SetZoom(inf)
	w.Canvas().Capture()
	if want := []Notice{{NoticeBadCoordinates, 7}}; !slices.Equal(notices, want) || len(m.pins) != 3 {
		t.Errorf("notices %v and %d places, want %v and 3", notices, len(m.pins), want)
	}
	if m.pins[0].number != 8 {
		t.Errorf("the number of the eighth place is %d", m.pins[0].number)
	}
	if lat, lon := m.Middle(); !validDegrees(lat, lon) {
		t.Errorf("the centre is %v, %v", lat, lon)
	}
}

func TestTooManyPlacesAreCut(t *testing.T) {
	m, w := show(t, Options{}, 400, 300, nil)
	var notices []Notice
	m.OnNotice = func(n Notice) { notices = append(notices, n) }
	m.SetPlaces(make([]Place, 1_000_000))
	w.Canvas().Capture()
	if want := []Notice{{NoticeTooManyPlaces, 1_000_000 - MaxPlaces}}; !slices.Equal(notices, want) || len(m.pins) != MaxPlaces {
		t.Errorf("notices %v and %d places", notices, len(m.pins))
	}
}

func TestCurrentStaysByID(t *testing.T) {
	m, w := showTowns(t)
	w.Canvas().Focus(m)
	press(w, fyne.KeyTab, fyne.KeyTab)
	places := towns()
	slices.Reverse(places)
	m.SetPlaces(places)
	if m.Current() != "homs" {
		t.Errorf("the keyboard is at %q", m.Current())
	}
	m.SetPlaces(places[:2])
	if m.Current() != "" {
		t.Errorf("the keyboard is at %q, which is gone", m.Current())
	}
}

func TestFitShowsAll(t *testing.T) {
	m, _ := show(t, Options{}, 480, 320, nil)
	m.SetPlaces([]Place{{ID: "a", Lat: -17, Lon: 179, Size: 200}, {ID: "b", Lat: -20, Lon: -178}})
	m.Fit()
	for _, p := range m.pins {
		if at := positionOf(t, m, p.ID); at.X < 40 || at.Y < 40 || at.X > 440 || at.Y > 280 {
			t.Errorf("%s is at %v", p.ID, at)
		}
	}
	if m.Zoom() < 5 {
		t.Errorf("two places over the antimeridian are fitted at zoom %v", m.Zoom())
	}
	m.SetPlaces(nil)
	m.SetOutlines(borders())
	m.Fit()
	if lat, lon := m.Middle(); !near(lat, 34.8, 0.5) || !near(lon, 39, 0.5) {
		t.Errorf("outlines are fitted about %v, %v", lat, lon)
	}
}

// Fit before the first layout waits for a size.
func TestFitBeforeLayout(t *testing.T) {
	_, w := show(t, Options{}, 10, 10, nil)
	m := New(Options{})
	m.SetPlaces(towns())
	m.Fit()
	w.SetContent(m)
	w.Resize(fyne.NewSize(480, 320))
	if lat, lon := m.Middle(); !near(lat, 34.9, 0.5) || !near(lon, 38.5, 0.5) {
		t.Errorf("the centre is %v, %v", lat, lon)
	}
}

func TestLabelsDoNotOverlap(t *testing.T) {
	m, w := show(t, Options{Words: english, Kinds: kinds}, 600, 400, nil)
	m.SetPlaces(crowd(200))
	m.Fit()
	w.Canvas().Capture()
	p := &m.picture
	p.taken.reset(p.img.Rect, 3)
	p.findVisible(m)
	var written []fyne.Position
	for _, v := range p.visible {
		text := p.texts.get(m.pins[v.index].Label, labelText)
		area, ok := p.room(text, v, true, false)
		if !ok {
			continue
		}
		if !area.In(p.img.Rect) || !p.taken.free(area) {
			t.Fatalf("a label stands at %v, outside or over another one", area)
		}
		p.taken.take(area)
		written = append(written, fyne.NewPos(float32(area.Min.X), float32(area.Min.Y)))
	}
	if len(written) < 50 {
		t.Errorf("only %d labels found room", len(written))
	}
	if m.pins[0].badge != "1" || m.pins[199].badge != "200" {
		t.Errorf("the marks show %q to %q", m.pins[0].badge, m.pins[199].badge)
	}
	m.SetOptions(Options{ArabicDigits: true})
	if m.pins[199].badge != "٢٠٠" {
		t.Errorf("the last mark shows %q", m.pins[199].badge)
	}
}

func TestKindsAreToldWithoutColour(t *testing.T) {
	m, _ := showTowns(t)
	seen := map[string]bool{}
	for _, p := range m.pins {
		seen[fmt.Sprint(shape(p.kind%int(shapes)), p.badge)] = true
	}
	if len(seen) != len(kinds) {
		t.Errorf("%d kinds look like %v", len(kinds), seen)
	}
	m.SetPlaces([]Place{{Tone: ui.ToneDate}})
	if m.pins[0].kind != -1 || m.pins[0].badge != "" {
		t.Errorf("a tone without a kind is %+v", m.pins[0])
	}
}
