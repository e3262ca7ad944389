package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ProgressBar is a thin bar that fills from the leading side.
type ProgressBar struct {
	widget.BaseWidget
	value float64
}

// NewProgressBar makes an empty bar.
func NewProgressBar() *ProgressBar {
	p := &ProgressBar{}
	p.ExtendBaseWidget(p)
	return p
}

// SetValue fills the bar; value goes from 0 to 1 and is clamped to it.
func (p *ProgressBar) SetValue(value float64) {
	p.value = min(max(value, 0), 1)
	p.Refresh()
}

// Value returns how full the bar is, from 0 to 1.
func (p *ProgressBar) Value() float64 { return p.value }

// CreateRenderer implements fyne.Widget.
func (p *ProgressBar) CreateRenderer() fyne.WidgetRenderer {
	r := &progressRenderer{bar: p, track: &canvas.Rectangle{CornerRadius: 3}, fill: &canvas.Rectangle{CornerRadius: 3}}
	r.objects = []fyne.CanvasObject{r.track, r.fill}
	r.Refresh()
	return r
}

type progressRenderer struct {
	bar         *ProgressBar
	track, fill *canvas.Rectangle
	objects     []fyne.CanvasObject
}

// The track keeps its outline where it has no fill of its own, as in high
// contrast: an empty bar must not look full.
const barHeight float32 = 6

func (r *progressRenderer) Destroy()                     {}
func (r *progressRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *progressRenderer) MinSize() fyne.Size           { return fyne.NewSize(48, barHeight) }

func (r *progressRenderer) Layout(size fyne.Size) {
	y := floor((size.Height - barHeight) / 2)
	width := floor(size.Width * float32(r.bar.value))
	x := float32(0)
	if InterfaceRTL() {
		x = size.Width - width
	}
	r.track.Move(fyne.NewPos(0, y))
	r.track.Resize(fyne.NewSize(size.Width, barHeight))
	r.fill.Move(fyne.NewPos(x, y))
	r.fill.Resize(fyne.NewSize(width, barHeight))
}

func (r *progressRenderer) Refresh() {
	line := theme.ColorForWidget(ColorLine, r.bar)
	r.track.FillColor = line
	r.track.StrokeWidth = 0
	if line == theme.ColorForWidget(ColorInk, r.bar) {
		r.track.FillColor, r.track.StrokeColor, r.track.StrokeWidth = theme.ColorForWidget(ColorPanel, r.bar), line, 1
	}
	r.fill.FillColor = theme.ColorForWidget(ColorAccent, r.bar)
	r.fill.Hidden = r.bar.value == 0
	r.Layout(r.bar.Size())
	r.track.Refresh()
	r.fill.Refresh()
}

// ProgressDialog shows how far long work has come, and can cancel it.
type ProgressDialog struct {
	dialog *Dialog
	bar    *ProgressBar
}

// ShowProgress opens a progress dialog; onCancel is called at most once, and
// the dialog stays until Hide so that the work can end in order.
func ShowProgress(w fyne.Window, title, cancelLabel string, onCancel func()) *ProgressDialog {
	p := &ProgressDialog{bar: NewProgressBar()}
	cancel := NewButton(cancelLabel, Plain, nil)
	cancel.OnTapped = func() {
		cancel.Disable()
		onCancel()
	}
	row := NewRow(0, Spring(), cancel)
	p.dialog = ShowDialog(w, DialogOptions{Title: title, Content: NewColumn(4*Step, p.bar, row)})
	w.Canvas().Focus(cancel)
	return p
}

// SetProgress moves the bar; a total of 0 or less leaves it empty.
func (p *ProgressDialog) SetProgress(done, total int) {
	if total > 0 {
		p.bar.SetValue(float64(done) / float64(total))
	}
}

// Hide takes the dialog away.
func (p *ProgressDialog) Hide() { p.dialog.Hide() }
