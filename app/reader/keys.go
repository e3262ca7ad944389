package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hashiya/app/bidi"
)

// FocusGained implements fyne.Focusable.
func (r *Reader) FocusGained() { r.setFocus(true) }

// FocusLost implements fyne.Focusable.
func (r *Reader) FocusLost() { r.setFocus(false) }

func (r *Reader) setFocus(focused bool) {
	r.focused, r.shift = focused, false
	r.placeCaret()
	if r.OnFocus != nil {
		r.OnFocus(focused)
	}
}

// KeyDown implements desktop.Keyable, to know when Shift is held.
func (r *Reader) KeyDown(e *fyne.KeyEvent) { r.holdShift(e.Name, true) }

// KeyUp implements desktop.Keyable.
func (r *Reader) KeyUp(e *fyne.KeyEvent) { r.holdShift(e.Name, false) }

func (r *Reader) holdShift(name fyne.KeyName, down bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		r.shift = down
	}
}

// extending tells whether Shift is held; the driver knows it even when it was pressed before the reader got the focus.
func (r *Reader) extending() bool { return r.shift || r.modifiers()&fyne.KeyModifierShift != 0 }

// modifiers returns which modifier keys are held.
func (r *Reader) modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// TypedRune implements fyne.Focusable. The text never changes: letters and digits are for the owner.
func (r *Reader) TypedRune(char rune) {
	if r.OnRune != nil {
		r.OnRune(char)
	}
}

// TypedKey implements fyne.Focusable.
func (r *Reader) TypedKey(e *fyne.KeyEvent) {
	if r.OnKey != nil && r.OnKey(e) || r.geometry.em == 0 {
		return
	}
	if e.Name == fyne.KeyEscape {
		r.goalSet = false
		r.moveCaret(r.caret, false)
		return
	}
	if r.isMenuKey(e) {
		r.keyMenu()
		return
	}
	if c, ok := r.motion(e.Name); ok {
		r.moveCaret(c, r.extending())
	}
}

// motion returns where a key takes the caret.
func (r *Reader) motion(key fyne.KeyName) (caret, bool) {
	page := max(1, int(r.geometry.height/r.geometry.line)-1)
	switch key {
	case fyne.KeyUp:
		return r.vertical(-1), true
	case fyne.KeyDown:
		return r.vertical(1), true
	case fyne.KeyPageUp:
		return r.vertical(-page), true
	case fyne.KeyPageDown:
		return r.vertical(page), true
	}
	i, at := r.locate(r.caret)
	lines := r.lines(i)
	var to caret
	switch key {
	case fyne.KeyLeft:
		to = r.sideways(false)
	case fyne.KeyRight:
		to = r.sideways(true)
	case fyne.KeyHome:
		to = r.within(i, lines.Home(lines.Line(at)))
	case fyne.KeyEnd:
		to = r.within(i, lines.End(lines.Line(at)))
	default:
		return caret{}, false
	}
	r.goalSet = false
	return to, true
}

// sideways moves by one letter to the left or right on the screen. A selection that is given up leaves the caret at that end of it.
func (r *Reader) sideways(right bool) caret {
	i, at := r.locate(r.caret)
	lines := r.lines(i)
	forward := right != r.article.paragraph(i).RTL()
	if start, end := r.Selection(); start != end && !r.extending() {
		if forward {
			return caret{offset: end, before: true}
		}
		return caret{offset: start}
	}
	move := lines.Left
	if right {
		move = lines.Right
	}
	if next, ok := move(at); ok {
		return r.within(i, next)
	}
	switch {
	case forward && i+1 < len(r.article.blank):
		return r.within(i+1, r.lines(i+1).Home(0))
	case !forward && i > 0:
		before := r.lines(i - 1)
		return r.within(i-1, before.End(before.Count()-1))
	}
	return r.caret
}

// vertical moves by lines and stays in the column that the first of several moves began in.
func (r *Reader) vertical(by int) caret {
	i, at := r.locate(r.caret)
	if !r.goalSet {
		r.goal, r.goalSet = r.caretX(i, at), true
	}
	line := r.lines(i).Line(at) + by
	for line < 0 && i > 0 {
		i--
		line += r.lines(i).Count()
	}
	for line >= r.lines(i).Count() && i+1 < len(r.article.blank) {
		line -= r.lines(i).Count()
		i++
	}
	lines := r.lines(i)
	switch {
	case line < 0:
		return r.within(i, lines.Home(0))
	case line >= lines.Count():
		return r.within(i, lines.End(lines.Count()-1))
	}
	x := (r.goal - r.geometry.left) / r.emOf(i)
	return r.within(i, lines.Hit(line, float64(x)))
}

// word moves to the next or previous word boundary, over paragraphs too.
func (r *Reader) word(right bool) caret {
	i, at := r.locate(r.caret)
	p := r.article.paragraph(i)
	if right == p.RTL() { // back
		if at.Offset > 0 {
			return r.within(i, caretAt(p.PrevWord(at.Offset)))
		}
		if i > 0 {
			return r.within(i-1, bidi.Caret{Offset: r.article.paragraph(i - 1).Len(), Before: true})
		}
		return r.caret
	}
	if at.Offset < p.Len() {
		return r.within(i, bidi.Caret{Offset: p.NextWord(at.Offset), Before: true})
	}
	if i+1 < len(r.article.blank) {
		return r.within(i+1, caretAt(0))
	}
	return r.caret
}

// TypedShortcut implements fyne.Shortcutable.
func (r *Reader) TypedShortcut(s fyne.Shortcut) {
	if r.OnShortcut != nil && r.OnShortcut(s) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		if text := r.SelectedText(); text != "" && s.Clipboard != nil {
			s.Clipboard.SetContent(text)
		}
		return
	case *fyne.ShortcutSelectAll:
		r.goalSet = false
		r.userSelects(0, caret{offset: r.article.doc.Len()})
		return
	case *desktop.CustomShortcut:
		if c, ok := r.controlMotion(s); ok && r.geometry.em != 0 {
			r.goalSet = false
			r.moveCaret(c, s.Modifier&fyne.KeyModifierShift != 0)
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(r).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// controlMotion returns where a key with Ctrl takes the caret: by words, or to the ends of the text.
func (r *Reader) controlMotion(s *desktop.CustomShortcut) (caret, bool) {
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return caret{}, false
	}
	switch s.KeyName {
	case fyne.KeyLeft:
		return r.word(false), true
	case fyne.KeyRight:
		return r.word(true), true
	case fyne.KeyHome:
		return caret{}, true
	case fyne.KeyEnd:
		return caret{offset: r.article.doc.Len(), before: true}, true
	}
	return caret{}, false
}
