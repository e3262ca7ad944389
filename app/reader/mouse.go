package reader

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	clickTime     = 400 * time.Millisecond // between the clicks of a double click
	clickDistance = 5
	autoscrollMax = 40 // lines a second, at most
)

// drag is what the mouse is doing: how many clicks it began with, the unit that stays selected, whether the button is down.
type drag struct {
	on         bool
	moved      bool
	alt        bool // it takes letters as they come
	clicks     int
	last       time.Time
	at         fyne.Position // of the last press, later of the pointer
	start, end int           // the letter place, word or sentence it began at
	number     [2]int        // the number it began in, empty when in none
	autoscroll *fyne.Animation
	tick       time.Time
}

// Cursor implements desktop.Cursorable.
func (r *Reader) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseDown implements desktop.Mouseable: a click places the caret, the second takes the word, the third the sentence; with Shift the
// selection is extended. Clicks are counted here, as waiting for a second one would delay the first.
func (r *Reader) MouseDown(e *desktop.MouseEvent) {
	r.takeFocus()
	if e.Button == desktop.MouseButtonSecondary {
		r.mouseMenu(e)
		return
	}
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	r.goalSet = false
	d := &r.drag
	now := time.Now()
	if now.Sub(d.last) > clickTime || near(e.Position, d.at) > clickDistance || d.clicks >= 3 {
		d.clicks = 0
	}
	d.clicks++
	d.last, d.at, d.on, d.moved = now, e.Position, true, false
	d.alt = e.Modifier&fyne.KeyModifierAlt != 0
	if e.Modifier&fyne.KeyModifierShift != 0 {
		d.clicks, d.start, d.end = 1, r.other, r.other
		d.moved = true
		r.userSelects(r.other, r.caretAtPosition(e.Position))
		return
	}
	d.start, d.end = r.unit(e.Position)
	d.number = r.numberAt(e.Position)
	c := r.caretAtPosition(e.Position)
	if d.clicks > 1 {
		c = caret{offset: d.end, before: true}
	}
	r.userSelects(d.start, c)
}

func near(a, b fyne.Position) float32 {
	return max(a.X-b.X, b.X-a.X, a.Y-b.Y, b.Y-a.Y)
}

// unit returns what the present number of clicks selects at a position.
func (r *Reader) unit(pos fyne.Position) (start, end int) {
	letter, _ := r.letterAt(pos)
	switch r.drag.clicks {
	case 2:
		return r.article.word(letter)
	case 3:
		return r.article.sentence(letter)
	}
	at := r.OffsetAt(pos)
	return at, at
}

// Dragged implements fyne.Draggable: the selection follows the pointer, by letters, words or sentences.
func (r *Reader) Dragged(e *fyne.DragEvent) {
	if !r.drag.on {
		return
	}
	d := &r.drag
	if !d.moved && d.clicks < 2 {
		d.start = r.dragCaret(d.at).offset
	}
	d.moved, d.at = true, e.Position
	r.extendTo(e.Position)
	r.startAutoscroll()
}

func (r *Reader) extendTo(pos fyne.Position) {
	d := &r.drag
	if d.clicks < 2 {
		r.userSelects(r.wholeNumbers(pos))
		return
	}
	start, end := r.unit(pos)
	if start < d.start {
		r.userSelects(d.end, caret{offset: start})
	} else {
		r.userSelects(d.start, caret{offset: max(end, d.end), before: true})
	}
}

// DragEnd implements fyne.Draggable.
func (r *Reader) DragEnd() { r.release() }

// MouseUp implements desktop.Mouseable: a click that selected nothing was on the veil or the marks under it.
func (r *Reader) MouseUp(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary || !r.drag.on {
		return
	}
	click := r.drag.clicks == 1 && !r.drag.moved
	r.release()
	letter, on := r.letterAt(e.Position)
	if !click || !on || r.unveil(letter) || r.OnTapMark == nil {
		return
	}
	if ids := r.marksAt(letter); len(ids) > 0 {
		r.OnTapMark(ids, letter)
	}
}

// marksAt returns the marks on a letter, the smallest range first.
func (r *Reader) marksAt(letter int) []string {
	marks := r.marks.within(letter, letter+1, nil)
	slices.SortFunc(marks, compareSize)
	ids := make([]string, len(marks))
	for i, m := range marks {
		ids[i] = m.ID
	}
	return ids
}

// release ends a drag; the owner hears of the selection once more, now that it stays.
func (r *Reader) release() {
	if !r.drag.on {
		return
	}
	r.drag.on = false
	r.stopAutoscroll()
	if start, end := r.Selection(); start != end && r.OnSelect != nil {
		r.OnSelect(start, end)
	}
}

// startAutoscroll keeps the text moving while the pointer is held above or below the view, where no events come from.
func (r *Reader) startAutoscroll() {
	if r.drag.autoscroll != nil || r.autoscrollSpeed() == 0 {
		return
	}
	a := fyne.NewAnimation(time.Second, func(float32) {
		now := time.Now()
		r.autoscroll(float32(now.Sub(r.drag.tick).Seconds()))
		r.drag.tick = now
	})
	a.RepeatCount = fyne.AnimationRepeatForever
	r.drag.autoscroll, r.drag.tick = a, time.Now()
	a.Start()
}

// autoscroll scrolls for so many seconds and lets the selection follow.
func (r *Reader) autoscroll(seconds float32) {
	speed := r.autoscrollSpeed()
	if !r.drag.on || speed == 0 {
		r.stopAutoscroll()
		return
	}
	r.scrollBy(speed * min(seconds, 0.1))
	r.extendTo(r.drag.at)
}

func (r *Reader) stopAutoscroll() {
	if a := r.drag.autoscroll; a != nil {
		r.drag.autoscroll = nil
		a.Stop()
	}
}

// autoscrollSpeed returns units a second: the further outside the pointer is, the faster.
func (r *Reader) autoscrollSpeed() float32 {
	g := &r.geometry
	outside := min(r.drag.at.Y-g.line/3, 0) + max(r.drag.at.Y-g.height+g.line/3, 0)
	return min(max(outside*8, -autoscrollMax*g.line), autoscrollMax*g.line)
}

func (r *Reader) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
}
