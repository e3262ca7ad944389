package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer implements fyne.Widget.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{r: r, objects: []fyne.CanvasObject{r.paper, r.clip, r.bar}}
}

type renderer struct {
	r       *Reader
	objects []fyne.CanvasObject
}

func (v *renderer) Layout(size fyne.Size) {
	v.r.paper.Resize(size)
	v.r.clip.Resize(size)
	v.r.relayout()
}

func (v *renderer) MinSize() fyne.Size           { return v.r.MinSize() }
func (v *renderer) Objects() []fyne.CanvasObject { return v.objects }

func (v *renderer) Destroy() {
	v.r.measuring.stop()
	v.r.heights.of = nil // a new renderer begins anew
}

func (v *renderer) Refresh() {
	v.r.paper.Refresh()
	canvas.Refresh(v.r)
}

// relayout wraps the text anew and draws every line.
func (r *Reader) relayout() {
	size := r.Size()
	if size.Width <= 0 || size.Height <= 0 {
		return
	}
	r.paper.FillColor = r.color(r.options.Colors.Paper)
	r.paper.Refresh()
	r.colorLight()
	old := r.geometry
	r.geometry = newGeometry(size, r.pixelScale(), r.zoom, r.digits(), !r.options.BarRight)
	r.source = nil
	r.rows.clear()
	r.paints.set(r.geometry.scale)
	if old.height = size.Height; old != r.geometry || r.heights.of != r.article {
		r.heights.reset(len(r.article.blank), r.guess)
		r.heights.of = r.article
		r.measure()
	}
	r.bar.place()
	r.restore()
	if r.pending != nil {
		span := *r.pending
		r.pending = nil
		r.ScrollTo(span[0], span[1])
	}
	r.arrange()
}

// pixelScale returns how many device pixels a unit has.
func (r *Reader) pixelScale() float32 {
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	if c == nil {
		return 1
	}
	// Scale alone leaves out the density of some screens, and whole pixels of a long line are exact enough.
	const long = 1000
	if x, _ := c.PixelCoordinateForPosition(fyne.NewPos(long, 0)); x > 0 {
		return float32(x) / long
	}
	return 1
}

// color looks a name up in the theme; an empty name is transparent.
func (r *Reader) color(name fyne.ThemeColorName) nrgba {
	if name == "" {
		return nrgba{}
	}
	return toNRGBA(theme.ColorForWidget(name, r))
}
