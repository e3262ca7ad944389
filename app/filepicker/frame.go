package filepicker

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/ui"
)

// frame is the box around the list and its focus ring. They are not the list's
// own, because Fyne cuts what a widget that scrolls draws at its edges.
type frame struct {
	widget.BaseWidget
	list *list
}

func newFrame(l *list) *frame {
	f := &frame{list: l}
	l.onFocus = f.Refresh
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *frame) CreateRenderer() fyne.WidgetRenderer {
	r := &frameRenderer{frame: f, box: &canvas.Rectangle{CornerRadius: ui.RadiusControl}, ring: newRing()}
	r.objects = []fyne.CanvasObject{r.box, f.list, r.ring}
	r.Refresh()
	return r
}

type frameRenderer struct {
	frame     *frame
	box, ring *canvas.Rectangle
	objects   []fyne.CanvasObject
}

func (r *frameRenderer) Destroy()                     {}
func (r *frameRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *frameRenderer) MinSize() fyne.Size           { return r.frame.list.MinSize() }

func (r *frameRenderer) Layout(size fyne.Size) {
	const inset = 2 // keeps the rows off the line
	r.box.Resize(size)
	placeRing(r.ring, fyne.Position{}, size, ui.RadiusControl)
	r.frame.list.Move(fyne.NewPos(inset, inset))
	r.frame.list.Resize(size.SubtractWidthHeight(2*inset, 2*inset))
}

func (r *frameRenderer) Refresh() {
	paintBox(r.box, ui.ColorPaper, ui.ColorLine, r.frame)
	showRing(r.ring, r.frame.list.focused, r.frame)
	r.Layout(r.frame.Size())
}
