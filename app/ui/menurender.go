package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

const (
	menuPad       = Step     // around the items
	menuSide      = 3 * Step // from the edge of an item to its words
	menuSeparator = 9        // height
	menuGap       = 8 * Step // between label and keys
	menuMinWidth  = 176
	menuMargin    = Step // to the edge of the window
)

var (
	menuLabel = TextStyle{Truncate: true}
	menuHint  = TextStyle{Size: SizeSmall, Color: ColorFaint, Direction: LeftToRight}
)

func (i MenuItem) height() float32 {
	if i.Separator {
		return menuSeparator
	}
	return ControlHeight
}

// tops returns the upper edges of the items, and the height of all.
func (m *Menu) tops() (tops []float32, height float32) {
	for _, item := range m.items {
		tops = append(tops, height)
		height += item.height()
	}
	return tops, height
}

// lead is the room before the labels, wider where an item has a tick.
func (m *Menu) lead() float32 {
	for _, item := range m.items {
		if item.Checked {
			return menuSide + tickSize + 2*Step
		}
	}
	return menuSide
}

// frame returns where the panel stands in a window.
func (m *Menu) frame(window fyne.Size) (fyne.Position, fyne.Size) {
	width, hints := float32(0), float32(0)
	for _, item := range m.items {
		width = max(width, menuLabel.measure(item.Label).Width)
		if item.Hint != "" {
			hints = max(hints, menuHint.measure(item.Hint).Width+menuGap)
		}
	}
	_, height := m.tops()
	size := fyne.NewSize(max(ceil(width+hints)+m.lead()+menuSide+2*menuPad, menuMinWidth), height+2*menuPad)
	size = size.Min(window.SubtractWidthHeight(2*menuMargin, 2*menuMargin))
	x, y := m.at.X, m.at.Y
	if InterfaceRTL() {
		x -= size.Width
	}
	if y+size.Height > window.Height-menuMargin && m.at.Y-size.Height >= menuMargin {
		y = m.at.Y - size.Height
	}
	x = min(max(x, menuMargin), window.Width-menuMargin-size.Width)
	y = min(max(y, menuMargin), window.Height-menuMargin-size.Height)
	return fyne.NewPos(floor(x), floor(y)), size
}

// itemAt returns the item at a position in the window, or -1.
func (m *Menu) itemAt(p fyne.Position) int {
	pos, size := m.frame(m.Size())
	if !inside(p, pos, size) {
		return -1
	}
	y := p.Y - pos.Y - menuPad + m.offset
	tops, _ := m.tops()
	for i := range m.items {
		if y >= tops[i] && y < tops[i]+m.items[i].height() {
			return i
		}
	}
	return -1
}

// reveal scrolls to the highlighted item.
func (m *Menu) reveal() {
	_, size := m.frame(m.Size())
	tops, _ := m.tops()
	top, room := tops[m.current], size.Height-2*menuPad
	m.scroll(min(max(m.offset, top+m.items[m.current].height()-room), top))
}

func (m *Menu) scroll(offset float32) {
	_, size := m.frame(m.Size())
	_, height := m.tops()
	m.offset = min(max(offset, 0), max(height-(size.Height-2*menuPad), 0))
}

// CreateRenderer implements fyne.Widget.
func (m *Menu) CreateRenderer() fyne.WidgetRenderer {
	r := &menuRenderer{menu: m, panel: newFloatingPanel(), mark: newHighlight(), inside: container.NewWithoutLayout()}
	r.inside.Objects = append(r.inside.Objects, r.mark.fill, r.mark.bar)
	for _, item := range m.items {
		v := &menuLine{label: NewText(item.Label, menuLabel), hint: NewText(item.Hint, menuHint), tick: newTick(), line: &canvas.Rectangle{}}
		v.label.Hidden, v.hint.Hidden = item.Separator, item.Separator || item.Hint == ""
		v.tick.Hidden, v.line.Hidden = !item.Checked || item.Separator, !item.Separator
		r.lines = append(r.lines, v)
		r.inside.Objects = append(r.inside.Objects, v.label, v.hint, v.tick, v.line)
	}
	r.clip = container.NewClip(r.inside)
	r.Refresh()
	return r
}

// menuLine is the objects of one item.
type menuLine struct {
	label, hint *Text
	tick        *tick
	line        *canvas.Rectangle
}

type menuRenderer struct {
	menu   *Menu
	panel  *canvas.Rectangle
	mark   highlight
	clip   *container.Clip
	inside *fyne.Container
	lines  []*menuLine
}

func (r *menuRenderer) Destroy() {}

func (r *menuRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.panel, r.clip}
}
func (r *menuRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *menuRenderer) Layout(size fyne.Size) {
	m := r.menu
	pos, panel := m.frame(size)
	r.panel.Move(pos)
	r.panel.Resize(panel)
	r.clip.Move(pos.AddXY(menuPad, menuPad))
	r.clip.Resize(panel.SubtractWidthHeight(2*menuPad, 2*menuPad))
	r.inside.Resize(r.clip.Size())
	width, lead := r.clip.Size().Width, m.lead()
	tops, _ := m.tops()
	r.mark.show(m.current >= 0)
	for i, v := range r.lines {
		top, height := tops[i]-m.offset, m.items[i].height()
		place := func(o fyne.CanvasObject, x, y, w, h float32) {
			if InterfaceRTL() {
				x = width - x - w
			}
			o.Move(fyne.NewPos(x, top+y))
			o.Resize(fyne.NewSize(w, h))
		}
		hint := v.hint.MinSize().Width
		place(v.line, menuSide, menuSeparator/2, width-2*menuSide, 1)
		place(v.tick, menuSide, (height-tickSize)/2, tickSize, tickSize)
		place(v.label, lead, 0, max(width-lead-menuSide-hint, 0), height)
		place(v.hint, width-menuSide-hint, 0, hint, height)
		if i == m.current {
			r.mark.place(fyne.NewPos(0, top), fyne.NewSize(width, height))
		}
	}
}

func (r *menuRenderer) Refresh() {
	m := r.menu
	paintFloatingPanel(r.panel, m)
	r.mark.paint(m)
	for i, v := range r.lines {
		v.label.style.Color = ColorInk
		if m.items[i].Disabled {
			v.label.style.Color = ColorFaint
		}
		v.tick.name = v.label.style.Color
		v.line.FillColor = theme.ColorForWidget(ColorLine, m)
		v.label.Refresh()
		v.hint.Refresh()
		v.tick.Refresh()
		v.line.Refresh()
	}
	r.Layout(m.Size())
	canvas.Refresh(r.inside)
}
