package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// dimming is the opacity of the paper over what is outside the light: about 45 % of ink and marks is left.
const dimming = 140

// light is the focus mode: two sheets of thin paper lie over the text above and below the paragraph of the caret. The lines themselves
// are not drawn anew when the light moves.
type light struct {
	on           bool
	above, below *canvas.Rectangle
}

func newLight() light {
	l := light{above: canvas.NewRectangle(nil), below: canvas.NewRectangle(nil)}
	l.above.Hide()
	l.below.Hide()
	return l
}

// SetFocusMode dims everything but the paragraph of the caret, or nothing. The light follows the caret at once, nothing moves.
func (r *Reader) SetFocusMode(on bool) {
	r.light.on = on
	if on {
		r.light.above.Show()
		r.light.below.Show()
	} else {
		r.light.above.Hide()
		r.light.below.Hide()
	}
	r.placeLight()
}

// FocusMode tells whether the focus mode is on.
func (r *Reader) FocusMode() bool { return r.light.on }

// colorLight takes the colour of the paper.
func (r *Reader) colorLight() {
	paper := r.color(r.options.Colors.Paper)
	paper.A = dimming
	r.light.above.FillColor, r.light.below.FillColor = paper, paper
	r.light.above.Refresh()
	r.light.below.Refresh()
}

// placeLight lays the sheets around the paragraph of the caret, all the parts of it when the document divided it.
func (r *Reader) placeLight() {
	if !r.light.on || r.geometry.em == 0 {
		return
	}
	first, last := r.article.whole(r.article.doc.At(r.caret.offset))
	height := r.geometry.height
	top := min(max(r.topOf(first), 0), height)
	bottom := min(max(r.topOf(last+1), 0), height)
	laySheet(r.light.above, 0, top, r.Size().Width)
	laySheet(r.light.below, bottom, height-bottom, r.Size().Width)
}

// laySheet moves a sheet if it lies elsewhere.
func laySheet(sheet *canvas.Rectangle, top, height, width float32) {
	sheet.Move(fyne.NewPos(0, top))
	sheet.Resize(fyne.NewSize(width, height))
}
