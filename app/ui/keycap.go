package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Keycap shows the name of a key as a small key.
type Keycap struct {
	widget.BaseWidget
	text *Text
}

// NewKeycap makes a keycap; key names are left to right in both languages.
func NewKeycap(key string) *Keycap {
	k := &Keycap{text: NewText(key, TextStyle{
		Size: 11, Weight: Medium, Color: ColorSecondary, Align: Center, Direction: LeftToRight,
	})}
	k.ExtendBaseWidget(k)
	return k
}

// Key returns the key shown.
func (k *Keycap) Key() string { return k.text.Text() }

// CreateRenderer implements fyne.Widget.
func (k *Keycap) CreateRenderer() fyne.WidgetRenderer {
	r := &keycapRenderer{keycap: k, cap: &canvas.Rectangle{CornerRadius: 4, StrokeWidth: 1}}
	r.objects = []fyne.CanvasObject{r.cap, k.text}
	r.Refresh()
	return r
}

type keycapRenderer struct {
	keycap  *Keycap
	cap     *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *keycapRenderer) Destroy()                     {}
func (r *keycapRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *keycapRenderer) MinSize() fyne.Size {
	m := r.keycap.text.MinSize()
	return fyne.NewSize(max(ceil(m.Width)+8, 18), 20)
}

func (r *keycapRenderer) Layout(size fyne.Size) {
	h := min(size.Height, 20)
	pos := fyne.NewPos(0, floor((size.Height-h)/2))
	r.cap.Move(pos)
	r.cap.Resize(fyne.NewSize(size.Width, h))
	r.keycap.text.Move(pos)
	r.keycap.text.Resize(fyne.NewSize(size.Width, h))
}

func (r *keycapRenderer) Refresh() {
	r.cap.FillColor = theme.ColorForWidget(ColorPaper, r.keycap)
	r.cap.StrokeColor = theme.ColorForWidget(ColorLine, r.keycap)
	r.cap.Refresh()
	r.keycap.text.Refresh()
}
