package mapview

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
)

// picture draws the map. What it needs from one picture to the next is kept, so that moving the map takes no new memory.
type picture struct {
	img     *image.NRGBA
	shown   *image.RGBA // the same pixels: in an opaque picture the two formats are equal, and Fyne hands RGBA to the screen as it is
	scale   float64     // pixels per unit
	rtl     bool
	readout bool // the coordinates are shown
	colors  colors
	ink     ink
	taken   occupied
	texts   writings
	marks   sprites
	visible []visible
	grid    map[gridKey]string

	barMetres float64
	barText   string
}

// visible is a pin in the picture, in pixels.
type visible struct {
	index int
	x, y  int
}

// colors are those of the theme at the last Refresh.
type colors struct {
	strong                         bool // high contrast
	paper, veil, grid, faint, text color.NRGBA
	accent                         color.NRGBA
	levels                         [maxLevel + 1]color.NRGBA // of outlines
	lines, fills                   []color.NRGBA             // of the places' tones, as in tones
	tones                          []ui.Tone
}

// readColors looks the theme up for a map.
func readColors(m *Map) colors {
	get := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(theme.ColorForWidget(name, m)).(color.NRGBA)
	}
	c := colors{
		paper: get(ui.ColorPaper), grid: get(ui.ColorLine), faint: get(ui.ColorFaint), text: get(ui.ColorInk), accent: get(ui.ColorAccent),
		levels: [...]color.NRGBA{get(ui.ColorSecondary), get(ui.ColorFaint), get(ui.ColorFaint)},
	}
	c.veil = c.paper
	c.veil.A = 0xD0
	if t, ok := fyne.CurrentApp().Settings().Theme().(*ui.Theme); ok && t.HighContrast() {
		c.strong, c.grid, c.veil.A = true, c.faint, 0xFF
	}
	return c
}

// toneOf returns the colours of a tone, looked up the first time.
func (c *colors) toneOf(t ui.Tone, m *Map) (line, fill color.NRGBA) {
	for i, known := range c.tones {
		if known == t {
			return c.lines[i], c.fills[i]
		}
	}
	get := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(theme.ColorForWidget(name, m)).(color.NRGBA)
	}
	c.tones = append(c.tones, t)
	c.lines, c.fills = append(c.lines, get(t.Ink)), append(c.fills, get(t.Fill))
	return c.lines[len(c.tones)-1], c.fills[len(c.tones)-1]
}

// forget drops what depends on words.
func (p *picture) forget() { p.grid, p.barMetres = nil, 0 }

// draw is the raster's generator: the map in w x h pixels.
func (m *Map) draw(w, h int) image.Image {
	p := &m.picture
	if w <= 0 || h <= 0 || m.view.width == 0 {
		return image.NewUniform(color.Transparent)
	}
	p.begin(m, w, h)
	p.drawGraticule(m)
	p.drawOutlines(m)
	p.findVisible(m)
	p.drawCircles(m)
	p.drawMarks(m)
	p.reserveChrome()
	p.labelPlaces(m)
	p.labelOutlines(m)
	p.labelGraticule(m)
	p.drawScaleBar(m)
	if m.cross.on {
		p.drawCross(m)
	}
	return p.shown
}

func (p *picture) begin(m *Map, w, h int) {
	if p.img == nil || p.img.Rect.Dx() != w || p.img.Rect.Dy() != h {
		p.img = image.NewNRGBA(image.Rect(0, 0, w, h))
		p.shown = &image.RGBA{Pix: p.img.Pix, Stride: p.img.Stride, Rect: p.img.Rect}
		p.ink.resize(w, h)
	}
	if p.grid == nil {
		p.grid = map[gridKey]string{}
	}
	// Rounded, so that a window of odd size does not make new letters.
	p.scale = max(math.Round(float64(w)/m.view.width*32)/32, 1.0/32)
	p.rtl, p.readout = ui.InterfaceRTL(), !m.readout.hidden()
	p.texts.at(p.scale)
	p.marks.at(p.scale, p.colors.paper, p.colors.accent)
	p.taken.reset(p.img.Rect, int(3*p.scale))
	row := p.img.Pix[:p.img.Stride]
	for i := 0; i < len(row); i += 4 {
		row[i], row[i+1], row[i+2], row[i+3] = p.colors.paper.R, p.colors.paper.G, p.colors.paper.B, 255
	}
	for at := len(row); at < len(p.img.Pix); at *= 2 {
		copy(p.img.Pix[at:], p.img.Pix[:at])
	}
}

// pixels is view.screen in pixels.
func (p *picture) pixels(v *view, s spot) vec {
	x, y := v.screen(s)
	return vec{x * p.scale, y * p.scale}
}
