package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/ui"
)

// sideRow draws a line of a side list.
type sideRow struct {
	widget.BaseWidget
	list   *sideList
	at     int
	pulled float32 // how far the mouse has dragged the row since it moved last
	back   *canvas.Rectangle
	bar    *canvas.Rectangle
	colour *canvas.Rectangle
	square fyne.CanvasObject
	label  *ui.Text
	detail *ui.Text
	number *ui.Text
	row    *fyne.Container
}

var _ fyne.Draggable = (*sideRow)(nil)

func newSideRow(l *sideList) *sideRow {
	r := &sideRow{
		list:   l,
		back:   canvas.NewRectangle(color.Transparent),
		bar:    canvas.NewRectangle(color.Transparent),
		colour: canvas.NewRectangle(color.Transparent),
		label:  ui.NewText("", ui.TextStyle{}),
		detail: ui.NewText("", ui.TextStyle{}),
		number: ui.NewText("", ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary}),
	}
	r.back.CornerRadius = ui.RadiusControl
	r.colour.CornerRadius = 3
	r.square = ui.NewFixed(10, 10, r.colour)
	r.row = ui.NewPad(3*ui.Step, 0, ui.NewRow(2*ui.Step, r.square, ui.Expand(ui.NewColumn(0, r.label, r.detail)), r.number))
	r.ExtendBaseWidget(r)
	return r
}

func (r *sideRow) show(i int) {
	line := r.list.lines[i]
	r.at = i
	style := ui.TextStyle{Direction: ui.FirstStrong, Truncate: true}
	faint := ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Truncate: true}
	switch {
	case line.head:
		style.Size, style.Weight, style.Color = ui.SizeSmall, ui.Bold, ui.ColorSecondary
	case line.faint:
		style.Color, faint.Color = ui.ColorFaint, ui.ColorFaint
	}
	r.label.SetStyle(style)
	r.detail.SetStyle(faint)
	r.label.SetText(line.label)
	r.detail.SetText(line.detail)
	r.number.SetText(line.number)
	r.colour.FillColor = colourOf(line.colour)
	r.square.(*fyne.Container).Hidden = line.colour == ""
	r.back.FillColor, r.bar.FillColor = color.Transparent, color.Transparent
	if i == r.list.current {
		r.back.FillColor = theme.Color(ui.ColorAccentFill)
		if r.list.focused {
			r.bar.FillColor = theme.Color(ui.ColorAccent)
		}
	}
	for _, o := range []fyne.CanvasObject{r.back, r.bar, r.colour} {
		o.Refresh()
	}
	r.row.Refresh()
}

// Dragged implements fyne.Draggable: each height of a row carries it one place.
func (r *sideRow) Dragged(ev *fyne.DragEvent) {
	l := r.list
	if l.carry == nil || l.lines[r.at].head {
		return
	}
	if !l.carried {
		l.goTo(r.at)
	}
	r.pulled += ev.Dragged.DY
	for height := r.Size().Height; r.pulled > height || r.pulled < -height; {
		by := 1
		if r.pulled < 0 {
			by = -1
		}
		r.pulled -= float32(by) * height
		l.move(by)
	}
}

// DragEnd implements fyne.Draggable.
func (r *sideRow) DragEnd() {
	r.pulled = 0
	r.list.drop()
}

// CreateRenderer implements fyne.Widget.
func (r *sideRow) CreateRenderer() fyne.WidgetRenderer {
	edge := ui.NewRow(0, ui.NewFixed(3, headHeight, r.bar), ui.Spring())
	return widget.NewSimpleRenderer(container.NewStack(r.back, edge, r.row))
}

// colourOf reads "#rrggbb"; all else is transparent.
func colourOf(text string) color.Color {
	if len(text) != 7 || text[0] != '#' {
		return color.Transparent
	}
	var part [3]uint8
	for i := range part {
		high, low := hexDigit(text[1+2*i]), hexDigit(text[2+2*i])
		if high < 0 || low < 0 {
			return color.Transparent
		}
		part[i] = uint8(high<<4 | low)
	}
	return color.NRGBA{R: part[0], G: part[1], B: part[2], A: 0xff}
}

// hexDigit returns the value of a hexadecimal digit, -1 for another letter.
func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
