package filepicker

import (
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/ui"
)

const (
	sizeWidth   = 76
	dateWidth   = 132
	leastName   = 168 // narrower than that, size and date make room
	rowSide     = 3 * ui.Step
	markedWidth = 3
)

// nameStyle is how names are drawn: each in the direction of its own first letter.
var nameStyle = ui.TextStyle{Direction: ui.FirstStrong}

// rowView is the objects of one row in sight.
type rowView struct {
	back, mark       *canvas.Rectangle
	icon             *widget.Icon
	name, size, date *ui.Text
	shown            *entry  // what the name was cut for
	room             float32 // likewise

	list  *list
	ruler *ruler
	entry *entry
}

func newRowView() *rowView {
	small := ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorFaint, Align: ui.Trailing, Truncate: true}
	return &rowView{
		back: &canvas.Rectangle{}, mark: &canvas.Rectangle{},
		icon: widget.NewIcon(nil),
		name: ui.NewText("", nameStyle), size: ui.NewText("", small), date: ui.NewText("", small),
	}
}

// show fills the view with a row.
func (v *rowView) show(l *list, row int, r *ruler) {
	e := l.rows[row]
	v.list, v.ruler, v.entry = l, r, e
	v.back.FillColor, v.mark.FillColor = l.colorsOf(row)
	v.size.SetText(sizeText(l.options, e))
	v.date.SetText(dateText(l.options, e))
	style := nameStyle
	icon, ink := theme.FileIcon(), ui.ColorSecondary
	switch {
	case e.folder():
		icon, ink = theme.FolderIcon(), ui.ColorAccent
	case !e.file():
		style.Color, ink = ui.ColorFaint, ui.ColorFaint
	}
	v.name.SetStyle(style)
	v.icon.SetResource(theme.NewColoredResource(icon, ink))
}

func sizeText(o Options, e *entry) string {
	if o.Size == nil || e.size < 0 {
		return ""
	}
	return o.Size(e.size)
}

func dateText(o Options, e *entry) string {
	if o.Date == nil || e.changed.IsZero() || e.mode&fs.ModeSymlink != 0 {
		return ""
	}
	return o.Date(e.changed)
}

// place lays the view out at a height, as wide as given.
func (v *rowView) place(y, width float32) {
	put := func(o fyne.CanvasObject, x, w, h float32) {
		if ui.InterfaceRTL() {
			x = width - x - w
		}
		o.Move(fyne.NewPos(x, y+floor((rowHeight-h)/2)))
		o.Resize(fyne.NewSize(w, h))
	}
	put(v.back, 0, width, rowHeight)
	put(v.mark, 0, markedWidth, rowHeight)
	put(v.icon, rowSide, iconSize, iconSize)
	end := width - rowSide
	start := float32(rowSide + iconSize + iconGap)
	column := func(t *ui.Text, w float32, on bool) {
		t.Hidden = !on || end-w-iconGap-start < leastName
		if !t.Hidden {
			put(t, end-w, w, rowHeight)
			end -= w + iconGap
		}
	}
	column(v.date, dateWidth, v.list.options.Date != nil)
	column(v.size, sizeWidth, v.list.options.Size != nil)
	v.cutName(end - start)
	put(v.name, start, max(end-start, 0), rowHeight)
	for _, o := range []fyne.CanvasObject{v.back, v.mark, v.name, v.size, v.date} {
		o.Refresh()
	}
}

// cutName shows as much of the name as has room; it measures only anew what has
// changed.
func (v *rowView) cutName(room float32) {
	if v.shown == v.entry && v.room == room {
		return
	}
	v.shown, v.room = v.entry, room
	v.name.SetText(shorten(visible(v.entry.name), func(text string) bool {
		return v.ruler.width(text) <= room
	}))
}

func (v *rowView) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	return append(objects, v.back, v.mark, v.icon, v.name, v.size, v.date)
}
