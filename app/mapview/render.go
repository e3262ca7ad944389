package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
)

const (
	leastWidth  = 240
	leastHeight = 160
)

// CreateRenderer implements fyne.Widget.
func (m *Map) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{m: m, ring: &canvas.Rectangle{StrokeWidth: 2}}
	r.objects = []fyne.CanvasObject{m.raster, m.readout.back, m.readout.text, r.ring}
	r.Refresh()
	return r
}

type renderer struct {
	m       *Map
	ring    *canvas.Rectangle // around the whole map while it has the keyboard; inside, because Fyne cuts what scrolls at its edges
	objects []fyne.CanvasObject
}

func (r *renderer) Destroy()                     {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(leastWidth, leastHeight) }

func (r *renderer) Layout(size fyne.Size) {
	m := r.m
	m.view.width, m.view.height = float64(size.Width), float64(size.Height)
	if m.view.width > 0 {
		if m.unfit {
			m.unfit = false
			m.Fit()
		}
		m.view.clamp()
		m.keepCross()
	}
	m.raster.Resize(size)
	r.ring.Resize(size)
	m.readout.layout(size)
}

// Refresh takes the colours of the theme anew.
func (r *renderer) Refresh() {
	r.m.picture.colors = readColors(r.m)
	r.ring.StrokeColor = theme.ColorForWidget(ui.ColorAccent, r.m)
	r.ring.Hidden = !r.m.focused
	r.ring.Refresh()
	r.m.readout.refresh(r.m)
	r.m.redraw()
}
