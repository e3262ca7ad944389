package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const (
	codeSize   float32 = 9  // em size of a code
	codeHeight float32 = 17 // of its box, higher than the symbols it hides
	codeMargin float32 = 1  // to the characters beside it
)

// codeView is the box in which a character is shown by its code.
type codeView struct {
	box  *canvas.Rectangle
	code *canvas.Text
}

// codesReach is how far from the caret codes and joiners are looked for in a
// line, in code points: many times what the box can show of one line.
const codesReach = 1500

// arrangeCodes shows the codes and the joiners of the visible lines.
func (v *entryView) arrangeCodes(objects []fyne.CanvasObject) []fyne.CanvasObject {
	lines := v.entry.edit.lines
	codes, joints := 0, 0
	first, end := v.visible(lines)
	for line := first; line < end; line++ {
		i, local := lines.line(line)
		b, start := lines.blocks[i], lines.starts[i]
		from, to := v.around(line)
		for _, c := range b.codesIn(b.shown(from-start), b.shown(to-start)) {
			place := b.lines.Rects(local, c.shown, c.shown+c.length)
			if len(place) == 0 || !v.inSight(place[0].To, place[0].From) {
				continue
			}
			at := fyne.NewPos(float32(place[0].From)*SizeInterface, float32(line)*v.lineHeight())
			objects = v.showCode(objects, codes, c.code, at, float32(place[0].To-place[0].From)*SizeInterface, start+c.at)
			codes++
		}
		for offset := from; offset < to; offset++ {
			r := v.entry.edit.text[offset]
			if !joins(r) || offset > from && joins(v.entry.edit.text[offset-1]) {
				continue // of several in one place the first is shown
			}
			if x := lines.X(caretAt(offset + 1)); v.inSight(x, x) {
				objects = v.showJoint(objects, joints, r, line, x)
				joints++
			}
		}
	}
	return objects
}

func joins(r rune) bool { return r == zeroWidthJoiner || r == zeroWidthNonJoiner }

// around returns the code points of a line that may be in sight: in a line of
// any length those around the caret, or at its start while nobody edits it.
func (v *entryView) around(line int) (from, to int) {
	ed := &v.entry.edit
	i, local := ed.lines.line(line)
	b, start := ed.lines.blocks[i], ed.lines.starts[i]
	from, to = b.lines.Span(local)
	from, to = start+b.stored(from), start+b.stored(to)
	near := from
	if v.entry.focused {
		near = min(max(ed.caret.Offset, from), to)
	}
	return max(from, near-codesReach), min(to, near+codesReach)
}

// inSight tells whether what ends at right and begins at left, in em from the
// wrap box, is in the box.
func (v *entryView) inSight(right, left float64) bool {
	x := v.origin().X
	return x+float32(right)*SizeInterface >= 0 && x+float32(left)*SizeInterface <= v.room.Width+2*flagWidth
}

// showCode writes a code at a place relative to the wrap box; it is filled like
// the text around it when offset is selected.
func (v *entryView) showCode(objects []fyne.CanvasObject, i int, code string, at fyne.Position, width float32, offset int) []fyne.CanvasObject {
	if i == len(v.codes) {
		v.codes = append(v.codes, &codeView{
			&canvas.Rectangle{CornerRadius: 4, StrokeWidth: 1},
			&canvas.Text{TextSize: codeSize, FontSource: fontResource(Medium)},
		})
	}
	c, fill := v.codes[i], ColorWindow
	if start, end := v.entry.edit.selection(); v.entry.focused && start <= offset && offset < end {
		fill = ColorSelection
	}
	c.box.FillColor = theme.ColorForWidget(fill, v.entry)
	c.box.StrokeColor = theme.ColorForWidget(ColorFaint, v.entry)
	c.code.Color, c.code.Text = theme.ColorForWidget(ColorSecondary, v.entry), code
	size := fyne.NewSize(width-2*codeMargin, codeHeight)
	at = v.origin().Add(at).AddXY(codeMargin, floor((v.lineHeight()-codeHeight)/2))
	c.box.Move(at)
	c.box.Resize(size)
	text := c.code.MinSize()
	c.code.Move(at.AddXY((size.Width-text.Width)/2, (size.Height-text.Height)/2))
	c.code.Resize(text)
	c.box.Refresh()
	c.code.Refresh()
	return append(objects, c.box, c.code)
}

// showJoint marks a joiner by a thin line behind its character: the whole
// height keeps letters apart (ZWNJ), half of it joins them (ZWJ).
func (v *entryView) showJoint(objects []fyne.CanvasObject, i int, r rune, line int, at float64) []fyne.CanvasObject {
	if i == len(v.joints) {
		v.joints = append(v.joints, &canvas.Rectangle{})
	}
	mark := v.joints[i]
	mark.FillColor = faded(theme.ColorForWidget(ColorFaint, v.entry), 0.6)
	height := v.lineHeight() - 2*Step
	y := float32(line)*v.lineHeight() + Step
	if r == zeroWidthJoiner {
		height /= 2
		y += height
	}
	mark.Move(v.origin().AddXY(floor(float32(at)*SizeInterface), y))
	mark.Resize(fyne.NewSize(1, height))
	mark.Refresh()
	return append(objects, mark)
}
