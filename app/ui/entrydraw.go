package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// arrange lays out selection, lines and caret inside the clip.
func (v *entryView) arrange() {
	e := v.entry
	objects := v.inside.Objects[:0]
	objects = v.arrangeMarks(objects)
	lines, ink := e.edit.lines, ColorInk
	if e.disabled {
		ink = ColorFaint
	}
	if len(e.edit.text) == 0 && e.options.Placeholder != "" {
		lines, ink = v.placeholder(), ColorFaint
	}
	objects = v.arrangeLines(objects, lines, theme.ColorForWidget(ink, e))
	objects = v.arrangeCodes(objects)
	objects = v.arrangeCaret(objects)
	v.inside.Objects = objects
	canvas.Refresh(v.inside)
}

// visible returns the lines that are in the box, half-open.
func (v *entryView) visible(lines *textLines) (first, end int) {
	h := v.lineHeight()
	first = max(int(floor(v.scroll.Y/h)), 0)
	end = min(int(ceil((v.scroll.Y+v.room.Height)/h)), lines.Count())
	return first, max(end, first)
}

// arrangeLines has one picture as wide as the box for each visible line, so
// that the size of a picture never depends on the length of the text.
func (v *entryView) arrangeLines(objects []fyne.CanvasObject, lines *textLines, ink color.Color) []fyne.CanvasObject {
	o, height := v.origin(), v.lineHeight()
	if lines == v.hint {
		o.X = flagWidth
		if !lines.RTL() {
			o.X += hintGap
		}
	}
	first, end := v.visible(lines)
	for len(v.pictures) < end-first {
		v.pictures = append(v.pictures, newLinePicture())
	}
	for i := first; i < end; i++ {
		p := v.pictures[i-first]
		p.raster.Move(fyne.NewPos(0, o.Y+float32(i)*height))
		p.raster.Resize(fyne.NewSize(v.room.Width+2*flagWidth, height))
		block, local := lines.line(i)
		p.set(lines.blocks[block].lines, local, Regular, SizeInterface, height, o.X, ink)
		objects = append(objects, p.raster)
	}
	return objects
}

// placeholder returns the lines of the placeholder, wrapped to the box so that
// they stand at the side where typing will begin, clear of the caret.
func (v *entryView) placeholder() *textLines {
	text, base := v.entry.options.Placeholder, v.entry.edit.lines.base
	if v.hint == nil || v.hintText != text || v.hint.base != base {
		v.hint, v.hintText = &textLines{}, text
		v.hint.set([]rune(text), base)
	}
	v.hint.wrap(float64(max(v.room.Width-hintGap, 1) / SizeInterface))
	return v.hint
}

func (v *entryView) arrangeMarks(objects []fyne.CanvasObject) []fyne.CanvasObject {
	ed := &v.entry.edit
	start, end := ed.selection()
	if start == end || !v.entry.focused {
		return objects
	}
	fill := theme.ColorForWidget(ColorSelection, v.entry)
	o, height := v.origin(), v.lineHeight()
	used := 0
	first, last := v.visible(ed.lines)
	for line := first; line < last; line++ {
		for _, r := range ed.lines.Rects(line, start, end) {
			if used == len(v.marks) {
				v.marks = append(v.marks, &canvas.Rectangle{})
			}
			m := v.marks[used]
			used++
			m.FillColor = fill
			m.Move(o.AddXY(float32(r.From)*SizeInterface, float32(line)*height+1))
			m.Resize(fyne.NewSize(float32(r.To-r.From)*SizeInterface, height-2))
			m.Refresh()
			objects = append(objects, m)
		}
	}
	return objects
}

// arrangeCaret stands the caret at its place, with a flag at its top towards
// the side on which the next letter of this run goes.
func (v *entryView) arrangeCaret(objects []fyne.CanvasObject) []fyne.CanvasObject {
	if !v.entry.focused || v.entry.disabled {
		return objects
	}
	ed := &v.entry.edit
	at := v.origin().Add(v.caretPos())
	x := floor(at.X - caretWidth/2)
	v.caret.Move(fyne.NewPos(x, at.Y+2))
	v.caret.Resize(fyne.NewSize(caretWidth, v.lineHeight()-4))
	fx := x + caretWidth
	if ed.lines.RightToLeftAt(ed.caret) {
		fx = x - flagWidth + 1
	}
	v.flag.Move(fyne.NewPos(fx, at.Y+2))
	v.flag.Resize(fyne.NewSize(flagWidth-1, 2))
	return append(objects, v.caret, v.flag)
}
