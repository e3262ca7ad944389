package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tickSize is the side of the square a tick is drawn in.
const tickSize float32 = 12

// tick is a drawn check mark: the bundled family has none. It points the same
// way in both directions.
type tick struct {
	widget.BaseWidget
	name fyne.ThemeColorName
}

func newTick() *tick {
	t := &tick{name: ColorInk}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{tick: t, lines: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)}}
	r.Refresh()
	return r
}

type tickRenderer struct {
	tick  *tick
	lines [2]*canvas.Line
}

func (r *tickRenderer) Destroy()           {}
func (r *tickRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(tickSize) }

func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.lines[0], r.lines[1]}
}

func (r *tickRenderer) Layout(size fyne.Size) {
	placeTick(r.lines, fyne.NewPos((size.Width-tickSize)/2, (size.Height-tickSize)/2), tickSize)
}

func (r *tickRenderer) Refresh() {
	paintTick(r.lines, theme.ColorForWidget(r.tick.name, r.tick), tickSize)
}

// placeTick lays the two strokes of a tick into a square.
func placeTick(lines [2]*canvas.Line, at fyne.Position, side float32) {
	foot := at.AddXY(0.38*side, 0.82*side)
	lines[0].Position1, lines[0].Position2 = at.AddXY(0.08*side, 0.52*side), foot
	lines[1].Position1, lines[1].Position2 = foot, at.AddXY(0.94*side, 0.2*side)
}

func paintTick(lines [2]*canvas.Line, ink color.Color, side float32) {
	for _, l := range lines {
		l.StrokeColor, l.StrokeWidth = ink, side*0.13
		l.Refresh()
	}
}
