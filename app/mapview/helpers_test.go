package mapview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hashiya/app/ui"
)

var english = Words{North: "N", South: "S", East: "E", West: "W", Kilometre: "km", Metre: "m", Separator: ", "}

var arabic = Words{North: "شمالاً", South: "جنوباً", East: "شرقاً", West: "غرباً", Kilometre: "كم", Metre: "م", Separator: "، "}

var kinds = []Kind{{ui.ToneLocation, "E"}, {ui.ToneTactic, "O"}, {ui.ToneActor, "D"}, {ui.ToneCount, "B"}, {ui.ToneNeutral, "?"}}

// towns are five places, one of each kind, the second one with a circle.
func towns() []Place {
	return []Place{
		{ID: "damascus", Label: "دمشق", Lat: 33.5138, Lon: 36.2765, Tone: ui.ToneLocation},
		{ID: "homs", Label: "حمص (Homs)", Lat: 34.7324, Lon: 36.7137, Tone: ui.ToneTactic, Size: 60},
		{ID: "aleppo", Label: "Aleppo", Lat: 36.2021, Lon: 37.1343, Tone: ui.ToneActor, Selected: true},
		{ID: "raqqa", Label: "الرقة", Lat: 35.9594, Lon: 38.9981, Tone: ui.ToneCount},
		{ID: "hajin", Label: "هجين", Lat: 34.6886, Lon: 40.8317, Tone: ui.ToneNeutral},
	}
}

// show puts a map of a size into a window of its own, under a theme.
func show(t testing.TB, options Options, width, height float32, change func(*ui.Theme)) (*Map, fyne.Window) {
	t.Helper()
	th := ui.NewTheme()
	th.SetVariant(ui.VariantLight)
	if change != nil {
		change(th)
	}
	test.NewTempApp(t).Settings().SetTheme(th)
	m := New(options)
	w := test.NewWindow(m)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return m, w
}

// showTowns is show with the towns fitted in.
func showTowns(t testing.TB) (*Map, fyne.Window) {
	t.Helper()
	m, w := show(t, Options{Words: english, Kinds: kinds}, 480, 320, nil)
	m.SetPlaces(towns())
	m.Fit()
	return m, w
}

// positionOf returns where a place is on the map.
func positionOf(t testing.TB, m *Map, id string) fyne.Position {
	t.Helper()
	for _, p := range m.pins {
		if p.ID == id {
			x, y := m.view.screen(p.at)
			return fyne.NewPos(float32(x), float32(y))
		}
	}
	t.Fatalf("there is no place %q", id)
	return fyne.Position{}
}

// click presses and releases the left button.
func click(m *Map, at fyne.Position) {
	ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
	m.MouseDown(ev)
	m.MouseUp(ev)
}

func hoverOver(m *Map, at fyne.Position) {
	m.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
}

// press sends keys as the driver does; "S-" holds Shift.
func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, key := range keys {
		m, focused := w.Canvas().Focused().(*Map)
		if !focused {
			return
		}
		shift := len(key) > 2 && key[:2] == "S-"
		if shift {
			key = key[2:]
			m.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
		switch {
		case key == fyne.KeyTab && !m.AcceptsTab():
			w.Canvas().Unfocus()
		case key == "+" || key == "-":
			m.TypedRune(rune(key[0]))
		default:
			m.TypedKey(&fyne.KeyEvent{Name: key})
		}
		if shift {
			m.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
	}
}

// haversine is the distance in km on the mean sphere.
func haversine(lat1, lon1, lat2, lon2 float64) float64 {
	sinLat, sinLon := math.Sin(radians(lat2-lat1)/2), math.Sin(radians(lon2-lon1)/2)
	return 2 * meanRadiusKM * math.Asin(math.Sqrt(sinLat*sinLat+math.Cos(radians(lat1))*math.Cos(radians(lat2))*sinLon*sinLon))
}

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }
