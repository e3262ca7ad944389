package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

const (
	entryPadX  float32 = 10
	entryPadY  float32 = 5
	caretWidth float32 = 2
	flagWidth  float32 = 4
	hintGap    float32 = caretWidth + flagWidth // keeps the placeholder beside the caret
	errorLines         = 8                      // at most
)

// HeightFor implements WidthSensitive.
func (e *Entry) HeightFor(width float32) float32 {
	e.MinSize() // there is a view from then on
	return e.view.boxHeight() + e.view.errorRoom(width)
}

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	v := &entryView{
		entry: e,
		box:   &canvas.Rectangle{CornerRadius: RadiusControl},
		glow:  &canvas.Rectangle{CornerRadius: RadiusControl + 2, StrokeWidth: 2},
		caret: &canvas.Rectangle{},
		flag:  &canvas.Rectangle{},
		error: NewParagraph("", ParagraphStyle{Size: SizeSmall, Color: ColorWarning, MaxLines: errorLines}),
	}
	v.inside = container.NewWithoutLayout()
	v.clip = container.NewClip(v.inside)
	if e.options.Multiline {
		v.clip = newWheelClip(v.inside, v.wheel)
	}
	v.objects = []fyne.CanvasObject{v.glow, v.box, v.clip, v.error}
	e.view = v
	v.Refresh()
	return v
}

// entryView draws an Entry: box, selection, lines and caret, clipped to the
// box. It knows how far the text is scrolled.
type entryView struct {
	entry       *Entry
	box, glow   *canvas.Rectangle
	caret, flag *canvas.Rectangle
	error       *Paragraph
	clip        fyne.CanvasObject
	inside      *fyne.Container
	objects     []fyne.CanvasObject
	marks       []*canvas.Rectangle // of the selection; reused
	pictures    []*linePicture      // of the visible lines; reused
	codes       []*codeView         // of the visible characters shown by their codes; reused
	joints      []*canvas.Rectangle // of the visible joiners; reused
	hint        *textLines          // of the placeholder
	hintText    string
	room        fyne.Size     // inside the box
	scroll      fyne.Position // how far the text is moved out to the left and top
}

func (v *entryView) Destroy()                     {}
func (v *entryView) Objects() []fyne.CanvasObject { return v.objects }

func (v *entryView) rows() int {
	switch o := v.entry.options; {
	case !o.Multiline:
		return 1
	case o.Rows > 0:
		return o.Rows
	default:
		return 3
	}
}

func (v *entryView) lineHeight() float32 {
	if v.entry.options.Multiline {
		return ceil(1.6 * SizeInterface)
	}
	return ControlHeight - 2*entryPadY
}

func (v *entryView) MinSize() fyne.Size {
	return fyne.NewSize(6*SizeInterface, v.boxHeight()+v.errorRoom(v.entry.Size().Width))
}

func (v *entryView) boxHeight() float32 { return float32(v.rows())*v.lineHeight() + 2*entryPadY }

// errorRoom is the height of the words under a field of a width; 0 is not known
// yet.
func (v *entryView) errorRoom(width float32) float32 {
	switch {
	case v.entry.problem == "":
		return 0
	case width <= 2*entryPadX:
		return v.error.style.lineHeight()
	}
	return v.error.HeightFor(width - 2*entryPadX)
}

func (v *entryView) Layout(size fyne.Size) {
	if v.entry.problem != "" {
		room := min(v.errorRoom(size.Width), max(size.Height-v.boxHeight(), 0))
		size.Height -= room
		v.error.Move(fyne.NewPos(entryPadX, size.Height))
		v.error.Resize(fyne.NewSize(size.Width-2*entryPadX, room))
	}
	top := float32(0)
	if !v.entry.options.Multiline {
		top = max(floor((size.Height-ControlHeight)/2), 0)
		size.Height = min(size.Height, ControlHeight)
	}
	v.box.Move(fyne.NewPos(0, top))
	v.box.Resize(size)
	v.glow.Move(fyne.NewPos(-2, top-2))
	v.glow.Resize(size.AddWidthHeight(4, 4))
	v.room = fyne.NewSize(max(size.Width-2*entryPadX, 1), max(size.Height-2*entryPadY, 1))
	// The clip has a margin for the caret at the very edge.
	v.clip.Move(fyne.NewPos(entryPadX-flagWidth, top+entryPadY))
	v.clip.Resize(v.room.AddWidthHeight(2*flagWidth, 0))
	v.inside.Resize(v.clip.Size())
	if v.entry.options.Multiline {
		v.entry.edit.lines.wrap(float64(v.room.Width / SizeInterface))
	}
	if !v.entry.focused {
		v.home()
	}
	v.scrollBy(0)
	v.arrange()
}

// home shows the beginning of the text, which is what a field that nobody
// types in is read from.
func (v *entryView) home() {
	v.scroll = fyne.Position{}
	if v.entry.edit.lines.RTL() {
		v.scroll.X = v.over()
	}
}

// origin is where the wrap box of the text begins, inside the clip.
func (v *entryView) origin() fyne.Position {
	x := flagWidth
	if over := v.over(); over > 0 {
		x -= v.scroll.X
	} else if !v.entry.options.Multiline && v.entry.edit.lines.RTL() {
		x += v.room.Width - v.textWidth()
	}
	return fyne.NewPos(x, -v.scroll.Y)
}

func (v *entryView) textWidth() float32 {
	return float32(v.entry.edit.lines.Width()) * SizeInterface
}

// over is how much of a single line does not fit.
func (v *entryView) over() float32 {
	if v.entry.options.Multiline {
		return 0
	}
	return max(v.textWidth()-v.room.Width, 0)
}

// at returns the line and the x in em of a position in the widget.
func (v *entryView) at(pos fyne.Position) (line int, x float64) {
	o := v.origin()
	inside := pos.Subtract(v.clip.Position()).Subtract(o)
	line = min(max(int(floor(inside.Y/v.lineHeight())), 0), v.entry.edit.lines.Count()-1)
	if !v.entry.options.Multiline {
		line = 0
	}
	return line, float64(inside.X / SizeInterface)
}

// caretPos is where the caret stands relative to the wrap box.
func (v *entryView) caretPos() fyne.Position {
	ed := &v.entry.edit
	return fyne.NewPos(float32(ed.lines.X(ed.caret))*SizeInterface, float32(ed.lines.Line(ed.caret))*v.lineHeight())
}

// reveal scrolls so that the caret is visible.
func (v *entryView) reveal() {
	at := v.caretPos()
	if v.over() == 0 {
		v.scroll.X = 0
	} else {
		v.scroll.X = min(max(v.scroll.X, at.X+caretWidth-v.room.Width), at.X)
		v.scroll.X = min(max(v.scroll.X, 0), v.over()+caretWidth)
	}
	v.scroll.Y = min(max(v.scroll.Y, at.Y+v.lineHeight()-v.room.Height), at.Y)
	v.scrollBy(0)
}

func (v *entryView) wheel(dy float32) {
	v.scrollBy(dy)
	v.arrange()
}

func (v *entryView) scrollBy(dy float32) {
	height := float32(v.entry.edit.lines.Count()) * v.lineHeight()
	v.scroll.Y = min(max(v.scroll.Y+dy, 0), max(height-v.room.Height, 0))
}

func (v *entryView) Refresh() {
	e := v.entry
	fill, line := ColorPaper, ColorLine
	switch {
	case e.problem != "":
		line = ColorWarning
	case e.focused:
		line = ColorAccent
	}
	if e.disabled {
		fill, line = ColorWindow, disabledLine()
	}
	v.box.FillColor, v.box.StrokeColor = theme.ColorForWidget(fill, e), theme.ColorForWidget(line, e)
	v.box.StrokeWidth = 1
	v.glow.StrokeColor = glow(e)
	v.glow.Hidden = !e.focused
	v.error.Hidden = e.problem == ""
	v.error.SetText(e.problem)
	v.caret.FillColor = theme.ColorForWidget(ColorAccent, e)
	v.flag.FillColor = v.caret.FillColor
	if e.edit.lines.base != e.edit.base() {
		e.edit.relayout() // the interface has turned round
	}
	v.Layout(e.Size())
	v.box.Refresh()
	v.glow.Refresh()
	v.caret.Refresh()
	v.flag.Refresh()
}
