package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/bidi"
)

func newBar() *canvas.Rectangle { return &canvas.Rectangle{CornerRadius: 1} }

type paragraphRenderer struct {
	paragraph *Paragraph
	bar       *canvas.Rectangle
	marks     []*canvas.Rectangle // behind emphasised words; reused
	pictures  []*linePicture
	objects   []fyne.CanvasObject
}

func (r *paragraphRenderer) Destroy()                     {}
func (r *paragraphRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize is narrow, because the text wraps; its height is that at the width
// the widget has now.
func (r *paragraphRenderer) MinSize() fyne.Size {
	p := r.paragraph
	width := p.Size().Width
	if width == 0 {
		return fyne.NewSize(p.style.inset()+2*p.style.size(), p.style.lineHeight())
	}
	return fyne.NewSize(p.style.inset()+2*p.style.size(), p.HeightFor(width))
}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	p := r.paragraph
	if size.Width == 0 {
		return
	}
	lines := p.wrap(size.Width)
	places := p.emphasised(lines)
	r.provide(lines.Count(), len(places))
	// The bar stands where the reading of the text starts.
	left := p.style.inset()
	barX := float32(0)
	if p.shaped.RTL() {
		left, barX = 0, size.Width-3
	}
	height, em := p.style.lineHeight(), p.style.size()
	all := float32(lines.Count()) * height
	top := max(floor((size.Height-all)/2), 0)
	r.bar.Move(fyne.NewPos(barX, top))
	r.bar.Resize(fyne.NewSize(3, all))
	ink := theme.ColorForWidget(p.style.color(), p)
	rtl := p.shaped.RTL()
	for i, at := range places {
		r.marks[i].Move(fyne.NewPos(left+p.shift(lines, at.line)+float32(at.From)*em-1, top+float32(at.line)*height+2))
		r.marks[i].Resize(fyne.NewSize(float32(at.To-at.From)*em+2, height-4))
	}
	for i, picture := range r.pictures {
		// A picture is only as wide as its ink, which spares the painter
		// transparent pixels; two pixels on each side hold overhanging strokes.
		width := ceil(float32(lines.InkWidth(i))*em) + 4
		x := left - 2
		if rtl {
			x = floor(left + float32(lines.Width())*em - width + 2)
		}
		picture.raster.Move(fyne.NewPos(x+p.shift(lines, i), top+float32(i)*height))
		picture.raster.Resize(fyne.NewSize(width, height))
		picture.set(lines, i, p.style.Weight, em, height, left-x, ink)
	}
}

// shift is how far a line stands from where its own direction puts it.
func (p *Paragraph) shift(lines *bidi.Lines, line int) float32 {
	if !p.style.Aligned || p.shaped.RTL() == InterfaceRTL() {
		return 0
	}
	room := floor(float32(lines.Width()-lines.InkWidth(line)) * p.style.size())
	if p.shaped.RTL() {
		return -room
	}
	return room
}

// emphasisPlace is where emphasised words stand on a line, in em.
type emphasisPlace struct {
	bidi.Range
	line int
}

// emphasised returns the places of the emphasised words, one for each visual
// run of them.
func (p *Paragraph) emphasised(lines *bidi.Lines) []emphasisPlace {
	var places []emphasisPlace
	for line := range lines.Count() {
		start, end := lines.Span(line)
		for _, e := range p.emphasis {
			for _, at := range lines.Rects(line, max(e[0], start), min(e[1], end)) {
				places = append(places, emphasisPlace{at, line})
			}
		}
	}
	return places
}

// provide has a picture for each of n lines, and a mark for each emphasis.
func (r *paragraphRenderer) provide(n, marks int) {
	if len(r.pictures) == n && len(r.marks) == marks && r.objects != nil {
		return
	}
	for len(r.marks) < marks {
		r.marks = append(r.marks, &canvas.Rectangle{CornerRadius: 3})
	}
	r.marks = r.marks[:marks]
	for len(r.pictures) < n {
		r.pictures = append(r.pictures, newLinePicture())
	}
	r.pictures = r.pictures[:n]
	r.objects = append(r.objects[:0:0], r.bar)
	for _, mark := range r.marks {
		r.objects = append(r.objects, mark)
	}
	for _, picture := range r.pictures {
		r.objects = append(r.objects, picture.raster)
	}
}

func (r *paragraphRenderer) Refresh() {
	p := r.paragraph
	r.bar.FillColor = theme.ColorForWidget(ColorLine, p)
	r.bar.Hidden = !p.style.Bar
	r.bar.Refresh()
	r.Layout(p.Size())
	for _, mark := range r.marks {
		mark.FillColor = theme.ColorForWidget(ColorHit, p)
		mark.Refresh()
	}
}
