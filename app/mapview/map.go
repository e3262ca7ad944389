package mapview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/ui"
)

// Kind is how the places of one tone are told from the others without their colour: by the shape that goes with its place in
// Options.Kinds (disc, square, diamond, triangle, hexagon, then from the start) and by a letter.
type Kind struct {
	Tone   ui.Tone
	Letter string // one or two letters; may be empty
}

// Options are the words and habits of the interface. The zero value works, without words.
type Options struct {
	Words        Words
	Kinds        []Kind // places of other tones are discs without a letter
	ArabicDigits bool   // ١٢٣ in numbers, coordinates and the scale bar
	Label        string // what the map is, for screen readers, such as "Places of the article"
}

// Map is the widget. The callbacks tell what the person did; the setters call none of them but OnNotice.
type Map struct {
	widget.BaseWidget

	// OnPicked gets the place that was clicked, or that Enter was pressed on.
	OnPicked func(id string)
	// OnPlaced gets the coordinates of a double click, or of the cross-hair when Enter is pressed: as shown, rounded to what a unit of the
	// screen tells apart, five decimals at most.
	OnPlaced func(lat, lon float64)
	// OnFocus tells that the keyboard came or went.
	OnFocus func(gained bool)
	// OnNotice tells what a setter was given and cannot be shown.
	OnNotice func(Notice)
	// OnKey gets the keys that the map does not use; without it they go to the window, as they do when it returns false.
	OnKey func(*fyne.KeyEvent) bool

	options Options
	view    view
	unfit   bool // Fit was asked for before there was a size
	places  []Place
	pins    []pin // of the places that can be shown
	many    bool  // the marks have numbers
	layer   *Layer

	current int // where Tab is: index into pins, -1 before the first, len(pins) behind the last
	hovered int // under the mouse, or -1
	pointer pointer
	cross   cross
	focused bool
	shift   bool

	raster  *canvas.Raster
	picture picture
	readout readout
}

var (
	_ fyne.Widget        = (*Map)(nil)
	_ fyne.Accessible    = (*Map)(nil)
	_ fyne.Focusable     = (*Map)(nil)
	_ fyne.Tabbable      = (*Map)(nil)
	_ fyne.Draggable     = (*Map)(nil)
	_ fyne.Scrollable    = (*Map)(nil)
	_ fyne.Shortcutable  = (*Map)(nil)
	_ desktop.Mouseable  = (*Map)(nil)
	_ desktop.Hoverable  = (*Map)(nil)
	_ desktop.Keyable    = (*Map)(nil)
	_ desktop.Cursorable = (*Map)(nil)
)

// New makes a map of the whole world.
func New(options Options) *Map {
	m := &Map{options: options, layer: Prepare(nil), current: -1, hovered: -1}
	m.view.center = spot{0.5, 0.5}
	m.raster = canvas.NewRaster(m.draw)
	m.readout = newReadout()
	m.ExtendBaseWidget(m)
	return m
}

// manyPlaces is the number of places from which the marks show their number in the list and not the letter of their kind.
const manyPlaces = 12

// SetPlaces shows places, in the order of the list that their numbers come from. The view stays: see Fit. The place that the keyboard
// is at stays by its id.
func (m *Map) SetPlaces(places []Place) {
	m.places, m.many = slices.Clone(places[:min(len(places), MaxPlaces)]), len(places) >= manyPlaces
	bad := m.makePins()
	if n := len(places) - MaxPlaces; n > 0 {
		m.notify(NoticeTooManyPlaces, n)
	}
	m.notify(NoticeBadCoordinates, bad)
	m.redraw()
}

// makePins takes the places that can be shown, and returns how many cannot.
func (m *Map) makePins() (bad int) {
	id := m.Current()
	m.pins, m.current, m.hovered = m.pins[:0], -1, -1
	for i, p := range m.places {
		if !validDegrees(p.Lat, p.Lon) {
			bad++
			continue
		}
		if p.Tone == (ui.Tone{}) {
			p.Tone = ui.ToneNeutral
		}
		one := newPin(p, i+1, m.options.Kinds)
		one.Label, one.badge, one.badgeStyle = cutWords(p.Label), m.badge(&one), badgeText
		if m.many && one.number > 99 {
			one.badgeStyle = tinyText
		}
		if id != "" && p.ID == id {
			m.current = len(m.pins)
		}
		m.pins = append(m.pins, one)
	}
	return bad
}

// badge is what stands in a mark.
func (m *Map) badge(p *pin) string {
	switch {
	case m.many && p.number > 999:
		return "" // too small to read
	case m.many:
		return m.digits(float64(p.number), 0)
	case p.kind >= 0:
		letters := []rune(m.options.Kinds[p.kind].Letter)
		return string(letters[:min(len(letters), 2)])
	}
	return ""
}

// SetOutlines shows borders; none takes them away. It takes some 0.1 s for 200,000 points: for large files call Prepare in the
// background and then SetLayer.
func (m *Map) SetOutlines(outlines []Outline) { m.SetLayer(Prepare(outlines)) }

// SetLayer shows borders made ready before; nil takes them away.
func (m *Map) SetLayer(l *Layer) {
	if l == nil {
		l = Prepare(nil)
	}
	m.layer = l
	m.notify(NoticeSimplified, l.dropped)
	m.redraw()
}

func (m *Map) notify(kind NoticeKind, count int) {
	if count > 0 && m.OnNotice != nil {
		m.OnNotice(Notice{kind, count})
	}
}

// SetOptions changes words and habits.
func (m *Map) SetOptions(options Options) {
	m.options = options
	m.makePins()
	m.picture.forget()
	m.Refresh()
}

// Fit shows all places with their circles; without places, the outlines; without those, the world.
func (m *Map) Fit() {
	if m.view.width == 0 {
		m.unfit = true
		return
	}
	const margin = 48
	boxes := make([]box, len(m.pins))
	for i, p := range m.pins {
		boxes[i] = p.extent
	}
	all := around(boxes)
	if all.empty() {
		all = m.layer.extent
	}
	if all.empty() {
		all = box{spot{0, 0}, spot{1, 1}}
	}
	m.view.fit(all, min(margin, m.view.width/4, m.view.height/4))
	m.moved()
}

// Center brings coordinates to the middle, as far as the edges of the world allow. What is not on Earth is ignored.
func (m *Map) Center(lat, lon float64) {
	if !validDegrees(lat, lon) {
		return
	}
	m.unfit = false
	m.view.center = project(lat, lon)
	m.moved()
}

// SetZoom sets the level, kept between the one where the world covers the map and MaxZoom.
func (m *Map) SetZoom(level float64) {
	m.unfit = false
	m.view.zoom = level
	m.moved()
}

// Zoom returns the level.
func (m *Map) Zoom() float64 { return m.view.zoom }

// Middle returns the coordinates in the middle.
func (m *Map) Middle() (lat, lon float64) { return m.view.center.degrees() }

// Current returns the id of the place that the keyboard is at, "" for none.
func (m *Map) Current() string {
	if m.current < 0 || m.current >= len(m.pins) {
		return ""
	}
	return m.pins[m.current].ID
}

// moved draws the map after the view has changed.
func (m *Map) moved() {
	if m.view.width > 0 {
		m.view.clamp()
		m.keepCross()
	}
	m.redraw()
}

// redraw draws map and coordinates in the colours of the last Refresh.
func (m *Map) redraw() {
	m.readout.show(m)
	canvas.Refresh(m.raster)
}

// AccessibilityLabel implements fyne.Accessible.
func (m *Map) AccessibilityLabel() string {
	if m.Current() != "" {
		return m.options.Label + ": " + m.pins[m.current].Label
	}
	return m.options.Label
}

// AccessibilityRole implements fyne.Accessible.
func (m *Map) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
