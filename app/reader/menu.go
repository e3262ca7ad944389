package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// mouseMenu asks for the menu at the pointer. A click outside the selection takes the caret there first: the menu is about what is seen
// to be chosen.
func (r *Reader) mouseMenu(e *desktop.MouseEvent) {
	letter, _ := r.letterAt(e.Position)
	start, end := r.Selection()
	if !(Range{start, end}).holds(letter) {
		r.goalSet = false
		c := r.caretAtPosition(e.Position)
		r.userSelects(c.offset, c)
	}
	r.askMenu(letter, e.AbsolutePosition)
}

// isMenuKey tells whether a key is the one for the menu of what has the focus.
func (r *Reader) isMenuKey(e *fyne.KeyEvent) bool {
	return e.Name == desktop.KeyMenu || e.Name == fyne.KeyF10 && r.extending()
}

// keyMenu asks for the menu below the caret.
func (r *Reader) keyMenu() {
	r.reveal()
	i, at := r.locate(r.caret)
	top, height := r.lineBox(r.caret)
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(r)
	r.askMenu(r.caret.offset, corner.AddXY(r.caretX(i, at), top+height))
}

func (r *Reader) askMenu(letter int, at fyne.Position) {
	if r.OnMenu != nil {
		r.OnMenu(letter, at)
	}
}
