package ui

import "hashiya/app/bidi"

// step moves the caret one character to the left or right on the screen.
// Without extend a selection collapses to its end on that side.
func (e *editor) step(right, extend bool) {
	if start, end := e.selection(); start != end && !extend {
		e.moveTo(e.edgeOf(start, end, right), false)
		return
	}
	move := e.lines.Left
	if right {
		move = e.lines.Right
	}
	if c, ok := move(e.caret); ok {
		e.moveTo(c, extend)
	} else if !extend {
		e.moveTo(e.caret, false)
	}
}

// stepLogical moves the caret one character on or back in the order of the
// text: to the left is on in a right-to-left paragraph. Without extend a
// selection collapses to its end on that side.
func (e *editor) stepLogical(right, extend bool) {
	on := right != e.lines.RTL()
	if start, end := e.selection(); start != end && !extend {
		at := start
		if on {
			at = end
		}
		e.moveTo(caretAt(at), false)
		return
	}
	at := e.caret.Offset
	if on {
		at = e.lines.NextGrapheme(at)
	} else {
		at = e.lines.PrevGrapheme(at)
	}
	e.moveTo(caretAt(at), extend)
}

// edgeOf returns the end of a selection that lies further to one side.
func (e *editor) edgeOf(start, end int, right bool) bidi.Caret {
	first, last := bidi.Caret{Offset: start}, bidi.Caret{Offset: end, Before: true}
	before := e.lines.X(first) < e.lines.X(last)
	if a, b := e.lines.Line(first), e.lines.Line(last); a != b {
		// On several lines the ends go by reading order.
		before = !e.lines.RTL()
	}
	if before == right {
		return last
	}
	return first
}

// word moves the caret by a word to the left or right: in reading order, with
// the side taken from the direction of the paragraph.
func (e *editor) word(right, extend bool) {
	at := e.caret.Offset
	if right != e.lines.RTL() {
		at = e.lines.NextWord(at)
	} else {
		at = e.lines.PrevWord(at)
	}
	e.moveTo(bidi.Caret{Offset: at, Before: at > 0}, extend)
}

// lineEnd moves the caret to the end or the start of its line, or of all.
func (e *editor) lineEnd(end, all, extend bool) {
	line := e.lines.Line(e.caret)
	if all {
		line = 0
		if end {
			line = e.lines.Count() - 1
		}
	}
	if end {
		e.moveTo(e.lines.End(line), extend)
	} else {
		e.moveTo(e.lines.Home(line), extend)
	}
}

// vertical moves the caret by lines and keeps its x; it tells whether there
// was a line to go to.
func (e *editor) vertical(by int, extend bool) bool {
	line := e.lines.Line(e.caret) + by
	if line < 0 || line >= e.lines.Count() {
		return false
	}
	goal := e.goal
	if !e.hasGoal {
		goal = e.lines.X(e.caret)
	}
	e.moveTo(e.lines.Hit(line, goal), extend)
	e.goal, e.hasGoal = goal, true
	return true
}

// selectAll selects the whole text.
func (e *editor) selectAll() {
	e.moveTo(bidi.Caret{Offset: len(e.text), Before: true}, false)
	e.anchor = 0
}

// selectWord selects the word under a place on a line, x in em.
func (e *editor) selectWord(line int, x float64) {
	start, end := e.lines.WordAt(line, x)
	e.moveTo(bidi.Caret{Offset: end, Before: true}, false)
	e.anchor = start
}
