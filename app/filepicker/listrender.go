package filepicker

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/ui"
)

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer {
	r := &listRenderer{
		list:  l,
		bar:   &canvas.Rectangle{CornerRadius: 2},
		note:  ui.NewText("", ui.TextStyle{Color: ui.ColorFaint, Align: ui.Center, Truncate: true}),
		ruler: newRuler(nameStyle),
	}
	r.inside = container.NewWithoutLayout()
	r.clip = container.NewClip(r.inside)
	r.objects = []fyne.CanvasObject{r.clip, r.note, r.bar}
	r.Refresh()
	return r
}

type listRenderer struct {
	list    *list
	bar     *canvas.Rectangle
	note    *ui.Text
	clip    *container.Clip
	inside  *fyne.Container
	ruler   *ruler
	views   []*rowView // reused
	objects []fyne.CanvasObject
}

func (r *listRenderer) Destroy()                     {}
func (r *listRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *listRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 2*rowHeight) }

func (r *listRenderer) Layout(size fyne.Size) {
	r.clip.Resize(size)
	r.inside.Resize(size)
	r.note.Resize(size)
	r.list.clamp()
	r.arrange(size)
}

func (r *listRenderer) Refresh() {
	r.bar.FillColor = theme.ColorForWidget(theme.ColorNameScrollBar, r.list)
	r.note.SetText(r.list.note)
	r.note.Refresh()
	r.note.Hidden = len(r.list.rows) > 0
	r.Layout(r.list.Size())
	canvas.Refresh(r.list)
}

// arrange fills as many views as there are rows in sight.
func (r *listRenderer) arrange(size fyne.Size) {
	l := r.list
	first := int(floor(l.offset / rowHeight))
	last := min(int(floor((l.offset+size.Height)/rowHeight))+1, len(l.rows))
	objects := r.inside.Objects[:0]
	for row := first; row < last; row++ {
		if row-first == len(r.views) {
			r.views = append(r.views, newRowView())
		}
		v := r.views[row-first]
		v.show(l, row, r.ruler)
		v.place(float32(row)*rowHeight-l.offset, size.Width)
		objects = v.appendTo(objects)
	}
	r.inside.Objects = objects
	r.inside.Refresh()
	r.arrangeBar(size)
}

func (r *listRenderer) arrangeBar(size fyne.Size) {
	all := float32(len(r.list.rows)) * rowHeight
	r.bar.Hidden = all <= size.Height || size.Height == 0
	if r.bar.Hidden {
		return
	}
	x := size.Width - ui.Step
	if ui.InterfaceRTL() {
		x = 1
	}
	height := max(size.Height*size.Height/all, 16)
	r.bar.Move(fyne.NewPos(x, (size.Height-height)*r.list.offset/(all-size.Height)))
	r.bar.Resize(fyne.NewSize(3, height))
}

// colorsOf are the fill of a row and the colour of the mark at its leading edge.
func (l *list) colorsOf(row int) (fill, mark color.Color) {
	fill, mark = color.Transparent, color.Transparent
	picked := l.chosen.picked[row]
	switch {
	case picked:
		fill = theme.ColorForWidget(ui.ColorAccentFill, l)
	case row == l.hovered:
		fill = theme.ColorForWidget(theme.ColorNameHover, l)
	}
	if picked || row == l.chosen.current && l.focused {
		mark = theme.ColorForWidget(ui.ColorAccent, l)
	}
	return fill, mark
}
