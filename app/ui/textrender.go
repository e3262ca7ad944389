package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/bidi"
)

// textRenderer draws the pieces of a line between its check marks, and those.
type textRenderer struct {
	text    *Text
	pieces  []*canvas.Text    // at least one; reused
	parts   []checkedPiece    // what they show, when there are check marks
	ticks   [][2]*canvas.Line // between the pieces; reused
	objects []fyne.CanvasObject
	drawn   fyne.Size // of what is shown
	width   float32   // the width that the line was cut for
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *textRenderer) MinSize() fyne.Size {
	if r.text.style.Truncate {
		return fyne.NewSize(min(r.text.natural.Width, 2*r.text.style.size()), r.text.natural.Height)
	}
	return r.text.natural
}

func (r *textRenderer) Refresh() {
	s := r.text.style
	r.text.natural = s.measure(r.text.text)
	r.show(r.text.Size().Width)
	r.place(r.text.Size())
	ink := theme.ColorForWidget(s.color(), r.text)
	for _, p := range r.pieces {
		p.Color, p.TextSize = ink, s.size()
		p.Refresh()
	}
	for _, t := range r.ticks {
		paintTick(t, ink, s.tick())
	}
}

func (r *textRenderer) Layout(size fyne.Size) {
	if r.text.style.Truncate && size.Width != r.width {
		r.show(size.Width)
		for _, p := range r.pieces {
			p.Refresh()
		}
	}
	r.place(size)
}

func (r *textRenderer) show(width float32) {
	s := r.text.style
	shown := r.text.text
	r.width, r.drawn = width, r.text.natural
	// A width of 0 means not laid out yet; cutting for it would be wasted.
	if s.Truncate && width > 0 && r.text.natural.Width > width {
		shown = s.truncate(shown, width)
		r.drawn = s.measure(shown)
	}
	r.text.shown = shown
	if !strings.Contains(shown, check) {
		r.provide(1)
		r.fill(r.pieces[0], shown)
		return
	}
	r.parts = splitChecks(shown)
	r.provide(len(r.parts))
	for i, p := range r.parts {
		r.fill(r.pieces[i], p.words)
	}
}

func (r *textRenderer) fill(p *canvas.Text, piece string) {
	s := r.text.style
	p.Text, p.TextSize = bidi.Visual(oneLine(piece), s.Direction.base(r.text.text)), s.size()
	p.TextStyle, p.FontSource = s.canvasStyle(piece)
}

// provide has n pieces with a tick between each two of them.
func (r *textRenderer) provide(n int) {
	if len(r.pieces) == n {
		return
	}
	for len(r.pieces) < n {
		r.pieces = append(r.pieces, canvas.NewText("", color.Transparent))
	}
	for len(r.ticks) < n-1 {
		r.ticks = append(r.ticks, [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)})
	}
	r.pieces, r.ticks = r.pieces[:n], r.ticks[:n-1]
	r.objects = make([]fyne.CanvasObject, 0, 3*n)
	for _, p := range r.pieces {
		r.objects = append(r.objects, p)
	}
	for _, t := range r.ticks {
		r.objects = append(r.objects, t[0], t[1])
	}
}

// place puts the line on whole pixels, because Fyne's text blurs between them.
func (r *textRenderer) place(size fyne.Size) {
	s := r.text.style
	room := size.Width - r.drawn.Width
	x := float32(0)
	switch right := s.Direction.alignRight(s.Align); {
	case s.Align == Center:
		x = room / 2
	case right:
		x = room
	}
	x = floor(x)
	y := floor((size.Height - r.drawn.Height) / 2)
	if len(r.pieces) == 1 {
		r.pieces[0].Move(fyne.NewPos(x, y))
		r.pieces[0].Resize(r.drawn)
		return
	}
	r.placePieces(x, y)
}

// placePieces puts pieces and ticks side by side in reading order; x and y are
// the upper left corner of all.
func (r *textRenderer) placePieces(x, y float32) {
	s := r.text.style
	rtl := s.Direction.base(r.text.text) == bidi.BaseRTL
	at := float32(0)
	next := func(width float32) fyne.Position {
		left := x + at
		if rtl {
			left = x + r.drawn.Width - at - width
		}
		at += width
		return fyne.NewPos(left, y)
	}
	for i, p := range r.pieces {
		size := fyne.Size{Height: r.drawn.Height}
		if p.Text != "" {
			size = p.MinSize()
		}
		next(s.gap(r.parts[i].before))
		p.Move(next(size.Width))
		p.Resize(size)
		next(s.gap(r.parts[i].after))
		if i < len(r.ticks) {
			side := s.tick()
			placeTick(r.ticks[i], next(side).AddXY(0, (r.drawn.Height-side)/2), side)
		}
	}
}
