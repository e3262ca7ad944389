package app

import "fyne.io/fyne/v2"

// The screens beside the library and the articles: codebook, entities,
// guidelines. Each may have some of the parts that the frame asks for.

// backer is a screen where Esc leads somewhere; back tells whether it did.
type backer interface{ back() bool }

// stepper is a screen with an undo of its own.
type stepper interface {
	// steps tells whether there is something to undo and to redo.
	steps() (undo, redo bool)
}

// writer is a screen where words may be typed that are not in the file yet.
type writer interface {
	// pending reports whether there are such words, and whether some were
	// refused.
	pending() (typed, refused bool)
}

// remaker is a screen that can show itself anew, in another language or look.
type remaker interface{ again() }

// leaveFor shows another screen of the open project, when what is typed in the
// present one could be kept.
func (p *program) leaveFor(to func() screen) {
	if p.project != nil && p.released() {
		p.show(to())
	}
}

func (p *program) toCodebook() {
	if _, is := p.screen.(*codebookScreen); !is {
		p.leaveFor(func() screen { return newCodebookScreen(p) })
	}
}

func (p *program) toEntities() {
	if _, is := p.screen.(*entityScreen); !is {
		p.leaveFor(func() screen { return newEntityScreen(p) })
	}
}

func (p *program) toGuidelines() {
	if _, is := p.screen.(*guidelinesScreen); !is {
		p.leaveFor(func() screen { return newGuidelinesScreen(p) })
	}
}

// focusBack gives the keyboard back to the list of a screen; it tells whether
// it was elsewhere.
func (p *program) focusBack(to fyne.Focusable) bool {
	canvas := p.window.Canvas()
	if canvas.Focused() == to {
		return false
	}
	canvas.Focus(to)
	return true
}
