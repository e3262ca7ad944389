package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Swatch is the small sign of a label: a square in its colour over its
// underline pattern.
type Swatch struct {
	widget.BaseWidget
	tone Tone
}

// NewSwatch makes the sign of a label.
func NewSwatch(tone Tone) *Swatch {
	s := &Swatch{tone: tone}
	s.ExtendBaseWidget(s)
	return s
}

// SetTone changes the label.
func (s *Swatch) SetTone(tone Tone) { s.tone = tone; s.Refresh() }

// CreateRenderer implements fyne.Widget.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{swatch: s, square: &canvas.Rectangle{CornerRadius: 3}, under: NewUnderline(s.tone.Pattern, s.tone.Ink)}
	r.objects = []fyne.CanvasObject{r.square, r.under}
	r.Refresh()
	return r
}

type swatchRenderer struct {
	swatch  *Swatch
	square  *canvas.Rectangle
	under   *Underline
	objects []fyne.CanvasObject
}

const swatchWidth, swatchSquare float32 = 14, 10

func (r *swatchRenderer) Destroy()                     {}
func (r *swatchRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *swatchRenderer) MinSize() fyne.Size {
	return fyne.NewSize(swatchWidth, swatchSquare+2+underlineHeight)
}

func (r *swatchRenderer) Layout(size fyne.Size) {
	top := floor((size.Height - r.MinSize().Height) / 2)
	left := floor((size.Width - swatchWidth) / 2)
	r.square.Move(fyne.NewPos(left, top))
	r.square.Resize(fyne.NewSize(swatchWidth, swatchSquare))
	r.under.Move(fyne.NewPos(left, top+swatchSquare+2))
	r.under.Resize(fyne.NewSize(swatchWidth, underlineHeight))
}

func (r *swatchRenderer) Refresh() {
	r.square.FillColor = theme.ColorForWidget(r.swatch.tone.Ink, r.swatch)
	r.square.Refresh()
	r.under.Set(r.swatch.tone.Pattern, r.swatch.tone.Ink)
}
