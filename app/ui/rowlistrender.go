package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer implements fyne.Widget.
func (l *rowList) CreateRenderer() fyne.WidgetRenderer {
	r := &rowListRenderer{list: l, bar: &canvas.Rectangle{CornerRadius: 2}, mark: newHighlight()}
	r.inside = container.NewWithoutLayout()
	r.clip = container.NewClip(r.inside)
	r.objects = []fyne.CanvasObject{r.clip, r.bar}
	r.Refresh()
	return r
}

// rowView is the objects of one visible row.
type rowView struct {
	back   *canvas.Rectangle
	label  *Text
	detail *Text
	mark   *widget.Icon
}

type rowListRenderer struct {
	list    *rowList
	bar     *canvas.Rectangle
	mark    highlight
	clip    *container.Clip
	inside  *fyne.Container
	views   []*rowView // reused
	objects []fyne.CanvasObject
}

func (r *rowListRenderer) Destroy()                     {}
func (r *rowListRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *rowListRenderer) MinSize() fyne.Size {
	rows := float32(min(max(r.list.n, 1), maxRows))
	return fyne.NewSize(160, rows*rowHeight+2*rowsPad)
}

func (r *rowListRenderer) Layout(size fyne.Size) {
	r.clip.Move(fyne.NewPos(0, rowsPad))
	r.clip.Resize(fyne.NewSize(size.Width, max(size.Height-2*rowsPad, 0)))
	r.inside.Resize(r.clip.Size())
	r.list.clamp()
	r.arrange()
}

func (r *rowListRenderer) arrange() {
	l, size := r.list, r.clip.Size()
	first := int(floor(l.offset / rowHeight))
	last := min(int(ceil((l.offset+size.Height)/rowHeight)), l.n)
	objects := append(r.inside.Objects[:0], r.mark.fill, r.mark.bar)
	r.mark.show(first <= l.current && l.current < last)
	for i := first; i < last; i++ {
		if i-first == len(r.views) {
			r.views = append(r.views, newRowView())
		}
		v := r.views[i-first]
		pos := fyne.NewPos(0, float32(i)*rowHeight-l.offset)
		v.show(l, i, pos, size.Width)
		if i == l.current {
			r.mark.place(pos.AddXY(Step, 0), fyne.NewSize(size.Width-2*Step, rowHeight))
		}
		objects = append(objects, v.back, v.mark, v.label, v.detail)
	}
	r.inside.Objects = objects
	canvas.Refresh(r.inside)
	r.arrangeBar(size)
}

func (r *rowListRenderer) arrangeBar(size fyne.Size) {
	l := r.list
	all := float32(l.n) * rowHeight
	r.bar.Hidden = all <= size.Height || size.Height == 0
	if r.bar.Hidden {
		return
	}
	x := size.Width - Step
	if InterfaceRTL() {
		x = 1
	}
	height := max(size.Height*size.Height/all, 16)
	y := rowsPad + (size.Height-height)*l.offset/(all-size.Height)
	r.bar.Move(fyne.NewPos(x, y))
	r.bar.Resize(fyne.NewSize(3, height))
}

func (r *rowListRenderer) Refresh() {
	r.mark.paint(r.list)
	r.bar.FillColor = theme.ColorForWidget(theme.ColorNameScrollBar, r.list)
	r.Layout(r.list.Size())
	r.bar.Refresh()
}

func newRowView() *rowView {
	return &rowView{
		back:   &canvas.Rectangle{CornerRadius: RadiusControl - 2},
		label:  NewText("", TextStyle{Truncate: true}),
		detail: NewText("", TextStyle{Size: SizeSmall, Color: ColorFaint, Align: Trailing, Truncate: true}),
		mark:   widget.NewIcon(nil),
	}
}

// show fills the view with the i-th row, at pos and as wide as given.
func (v *rowView) show(l *rowList, i int, pos fyne.Position, width float32) {
	const side, mark = 2 * Step, 16
	label, detail, marked, faint := l.source.rowText(i)
	v.back.Hidden = i != l.hovered || i == l.current
	v.back.FillColor = hoverFill(l)
	ink := ColorInk
	if faint {
		ink = ColorSecondary
	}
	v.label.style.Color = ink
	v.label.text, v.detail.text = label, detail
	v.mark.Hidden = !marked
	v.detail.Hidden = detail == ""

	room := width - 2*side - 2*Step
	if marked {
		room -= mark + Step
	}
	part := float32(0)
	if detail != "" {
		part = min(v.detail.style.measure(detail).Width, room*0.45)
	}
	place := func(o fyne.CanvasObject, x, w float32) {
		if InterfaceRTL() {
			x = width - x - w
		}
		o.Move(pos.AddXY(x, 0))
		o.Resize(fyne.NewSize(w, rowHeight))
	}
	place(v.back, Step, width-2*Step)
	place(v.label, Step+side, max(room-part-side, 0))
	place(v.detail, Step+side+room-part, part)
	place(v.mark, width-side-Step-mark, mark)
	v.back.Refresh()
	v.label.Refresh()
	v.detail.Refresh()
	if marked { // reading an icon takes longer than all the rest of a row
		v.mark.Resource = tinted(theme.ConfirmIcon(), ColorAccent)
		v.mark.Refresh()
	}
}
