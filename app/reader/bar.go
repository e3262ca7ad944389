package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	thumbWidth = 6
	leastThumb = 32
)

// bar is the scroll bar: a thumb without a track. A press beside the thumb brings it there.
type bar struct {
	widget.BaseWidget
	r       *Reader
	thumb   *canvas.Rectangle
	over    bool
	grabbed bool
	grab    float32 // from the top of the thumb to the pointer
}

var (
	_ fyne.Draggable     = (*bar)(nil)
	_ desktop.Mouseable  = (*bar)(nil)
	_ desktop.Hoverable  = (*bar)(nil)
	_ desktop.Cursorable = (*bar)(nil)
)

func newBar(r *Reader) *bar {
	b := &bar{r: r, thumb: canvas.NewRectangle(nil)}
	b.thumb.CornerRadius = thumbWidth / 2
	b.ExtendBaseWidget(b)
	return b
}

func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	return &barRenderer{b: b}
}

type barRenderer struct{ b *bar }

func (v *barRenderer) Layout(fyne.Size)             {}
func (v *barRenderer) MinSize() fyne.Size           { return fyne.NewSize(barWidth, leastThumb) }
func (v *barRenderer) Refresh()                     { v.b.thumb.Refresh() }
func (v *barRenderer) Destroy()                     {}
func (v *barRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{v.b.thumb} }

// place puts the bar at its side and the thumb at its height; without anything to scroll to there is none.
func (b *bar) place() {
	size := b.r.Size()
	x := float32(0)
	if b.r.options.BarRight {
		x = size.Width - barWidth
	}
	b.Move(fyne.NewPos(x, 0))
	b.Resize(fyne.NewSize(barWidth, size.Height))
	top, total := b.r.position()
	if total <= float64(size.Height) {
		b.thumb.Hide()
		return
	}
	height := b.thumbHeight(total)
	y := float32(top/(total-float64(size.Height))) * (size.Height - height)
	b.thumb.Show()
	b.thumb.Move(fyne.NewPos((barWidth-thumbWidth)/2, min(max(y, 0), size.Height-height)))
	b.thumb.Resize(fyne.NewSize(thumbWidth, height))
	b.paint()
}

func (b *bar) thumbHeight(total float64) float32 {
	height := b.r.Size().Height
	return min(height, max(leastThumb, float32(float64(height)*float64(height)/total)))
}

func (b *bar) paint() {
	name := b.r.options.Colors.Faint
	c := b.r.color(name)
	c.A = 110
	if b.over || b.grabbed {
		c = b.r.color(b.r.options.Colors.Accent)
	}
	b.thumb.FillColor = c
	b.thumb.Refresh()
}

// MouseDown implements desktop.Mouseable.
func (b *bar) MouseDown(e *desktop.MouseEvent) {
	top, height := b.thumb.Position().Y, b.thumb.Size().Height
	b.grab = e.Position.Y - top
	b.grabbed = true
	if b.grab < 0 || b.grab > height {
		b.grab = height / 2
		b.follow(e.Position.Y)
	}
	b.paint()
}

// MouseUp implements desktop.Mouseable.
func (b *bar) MouseUp(*desktop.MouseEvent) { b.DragEnd() }

// Dragged implements fyne.Draggable.
func (b *bar) Dragged(e *fyne.DragEvent) { b.follow(e.Position.Y) }

// DragEnd implements fyne.Draggable.
func (b *bar) DragEnd() {
	b.grabbed = false
	b.paint()
}

// follow scrolls to where the pointer holds the thumb.
func (b *bar) follow(y float32) {
	_, total := b.r.position()
	size := b.r.Size().Height
	way := size - b.thumbHeight(total)
	if way <= 0 || total <= float64(size) {
		return
	}
	part := min(max((y-b.grab)/way, 0), 1)
	b.r.scrollToHeight(float64(part) * (total - float64(size)))
}

// MouseIn implements desktop.Hoverable.
func (b *bar) MouseIn(*desktop.MouseEvent) {
	b.over = true
	b.r.takeHeights()
	b.place()
	b.paint()
}

// MouseMoved implements desktop.Hoverable.
func (b *bar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *bar) MouseOut() {
	b.over = false
	b.paint()
}

// Cursor implements desktop.Cursorable.
func (b *bar) Cursor() desktop.Cursor { return desktop.DefaultCursor }
