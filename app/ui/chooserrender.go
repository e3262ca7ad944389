package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	chooserPad   float32 = 10
	chooserArrow float32 = 16
)

// HeightFor implements WidthSensitive: chips take as many lines as they need.
func (c *Chooser) HeightFor(width float32) float32 {
	flow := Flow{Gap: Step}
	return max(ControlHeight, flow.heightFor(c.chipped, width-chooserArrow-2*Step))
}

// chip makes the chip of a picked key.
func (c *Chooser) chip(key string) *Chip {
	chip := NewChip(c.index.label(key), c.tone(key))
	chip.tabless = true
	chip.OnTapped = func() { c.Open("") }
	if c.options.Multiple && !c.disabled {
		chip.OnRemove = func() { c.remove(key) }
	}
	return chip
}

func (c *Chooser) remove(key string) {
	keys := make([]string, 0, len(c.picked))
	for _, k := range c.picked {
		if k != key {
			keys = append(keys, k)
		}
	}
	c.pick(keys)
}

// CreateRenderer implements fyne.Widget.
func (c *Chooser) CreateRenderer() fyne.WidgetRenderer {
	r := &chooserRenderer{
		chooser: c,
		box:     &canvas.Rectangle{CornerRadius: RadiusControl, StrokeWidth: 1},
		glow:    &canvas.Rectangle{CornerRadius: RadiusControl + 2, StrokeWidth: 2},
		value:   NewText("", TextStyle{Truncate: true}),
		chips:   NewFlow(Step, 0),
		arrow:   widget.NewIcon(nil),
	}
	r.objects = []fyne.CanvasObject{r.glow, r.box, r.value, r.chips, r.arrow}
	r.Refresh()
	return r
}

type chooserRenderer struct {
	chooser   *Chooser
	box, glow *canvas.Rectangle
	value     *Text
	chips     *fyne.Container
	arrow     *widget.Icon
	objects   []fyne.CanvasObject
}

func (r *chooserRenderer) Destroy()                     {}
func (r *chooserRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *chooserRenderer) MinSize() fyne.Size {
	height := ControlHeight
	if width := r.chooser.Size().Width; width > 0 {
		height = r.chooser.HeightFor(width)
	}
	return fyne.NewSize(6*SizeInterface, height)
}

func (r *chooserRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.glow.Move(fyne.NewPos(-2, -2))
	r.glow.Resize(size.AddWidthHeight(4, 4))
	mirrored := InterfaceRTL()
	place := func(o fyne.CanvasObject, x, width float32, height float32) {
		if mirrored {
			x = size.Width - x - width
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, height))
	}
	place(r.value, chooserPad, max(size.Width-chooserPad-chooserArrow-2*Step, 0), size.Height)
	place(r.chips, Step/2, max(size.Width-chooserArrow-2*Step, 0), size.Height)
	place(r.arrow, size.Width-chooserArrow-Step, chooserArrow, size.Height)
}

func (r *chooserRenderer) Refresh() {
	c := r.chooser
	fill, line, ink := ColorPaper, ColorLine, ColorInk
	switch {
	case c.disabled:
		fill, line, ink = ColorWindow, disabledLine(), ColorFaint
	case c.focused || c.list != nil:
		line = ColorAccent
	case c.hovered:
		line = ColorFaint
	}
	r.box.FillColor, r.box.StrokeColor = theme.ColorForWidget(fill, c), theme.ColorForWidget(line, c)
	r.glow.StrokeColor = glow(c)
	r.glow.Hidden = !c.focused && c.list == nil
	r.arrow.Resource = tinted(theme.MenuDropDownIcon(), ColorFaint)
	r.refreshValue(ink)
	r.Layout(c.Size())
	r.box.Refresh()
	r.glow.Refresh()
	r.value.Refresh()
	r.chips.Refresh()
	r.arrow.Refresh()
}

func (r *chooserRenderer) refreshValue(ink fyne.ThemeColorName) {
	c := r.chooser
	text := c.options.Placeholder
	if len(c.picked) == 0 {
		ink = ColorFaint
	} else {
		text = c.index.label(c.picked[0])
	}
	r.value.text, r.value.style.Color = text, ink
	r.chips.Objects = c.chipped
	r.value.Hidden = len(c.chipped) > 0
	r.chips.Hidden = !r.value.Hidden
}
