package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// cross is the × that removes or closes; it takes no clicks of its own.
type cross struct {
	widget.BaseWidget
	name fyne.ThemeColorName
}

func newCross() *cross {
	c := &cross{name: ColorSecondary}
	c.ExtendBaseWidget(c)
	return c
}

const crossSize float32 = 7

// CreateRenderer implements fyne.Widget.
func (c *cross) CreateRenderer() fyne.WidgetRenderer {
	r := &crossRenderer{cross: c, down: canvas.NewLine(nil), up: canvas.NewLine(nil)}
	r.objects = []fyne.CanvasObject{r.down, r.up}
	r.Refresh()
	return r
}

type crossRenderer struct {
	cross    *cross
	down, up *canvas.Line
	objects  []fyne.CanvasObject
}

func (r *crossRenderer) Destroy()                     {}
func (r *crossRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *crossRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(crossSize) }

func (r *crossRenderer) Layout(size fyne.Size) {
	at := fyne.NewPos(floor((size.Width-crossSize)/2), floor((size.Height-crossSize)/2))
	far := at.AddXY(crossSize, crossSize)
	r.down.Position1, r.down.Position2 = at, far
	r.up.Position1, r.up.Position2 = fyne.NewPos(at.X, far.Y), fyne.NewPos(far.X, at.Y)
}

func (r *crossRenderer) Refresh() {
	for _, l := range []*canvas.Line{r.down, r.up} {
		l.StrokeColor = theme.ColorForWidget(r.cross.name, r.cross)
		l.StrokeWidth = 1.2
		l.Refresh()
	}
}
