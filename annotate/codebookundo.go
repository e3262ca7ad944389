package annotate

import (
	"fmt"

	"hashiya/model"
)

// The codebook has one history, whoever edits it: each version follows from the
// one before. A step back is a new version that says what the former one said,
// so that a version's number never means two things. The entities have a history
// for each person.

// history are the steps of a scope that can be taken back, and done again.
type history struct {
	undo, redo []entry
	last       model.Stamp
}

func (p *Project) history(scope model.Scope, author string) (*history, error) {
	edits, err := p.store.ScopeHistory(scope, author)
	if err != nil {
		return nil, err
	}
	h := &history{}
	for _, e := range edits {
		h.track(&e)
	}
	return h, nil
}

func (h *history) track(e *model.Edit) {
	now := entry{stamp: e.Stamp, label: e.Label}
	h.last = e.Stamp
	switch {
	case e.Undoes == nil:
		h.undo, h.redo = append(h.undo, now), nil
	case top(h.undo) == *e.Undoes:
		h.undo, h.redo = h.undo[:len(h.undo)-1], append(h.redo, now)
	case top(h.redo) == *e.Undoes:
		h.redo, h.undo = h.redo[:len(h.redo)-1], append(h.undo, now)
	}
}

// CodebookSteps returns the labels of the steps that UndoCodebook would take
// back and RedoCodebook do again, "" where there is none.
func (p *Project) CodebookSteps() (undo, redo string, err error) {
	h, err := p.codebookHistory()
	if err != nil {
		return "", "", err
	}
	return label(h.undo), label(h.redo), nil
}

// codebookHistory returns the history of the codebook, an empty one when
// something else, an import, has put another codebook in its place.
func (p *Project) codebookHistory() (*history, error) {
	h, err := p.history(model.ScopeCodebook, "")
	if err != nil || h.last == (model.Stamp{}) {
		return h, err
	}
	_, after, _, err := p.codebookStep(h.last)
	if err != nil || after != p.row.Codebook {
		return &history{}, err
	}
	return h, nil
}

// codebookStep returns the codebooks before and after an edit of the codebook,
// and its time.
func (p *Project) codebookStep(stamp model.Stamp) (before, after string, e model.Edit, err error) {
	e, err = p.store.Edit(stamp)
	for _, change := range e.Rows {
		if row, is := change.After.(*model.Project); is {
			former, _ := change.Before.(*model.Project)
			return former.Codebook, row.Codebook, e, err
		}
	}
	if err == nil {
		err = fmt.Errorf("edit %d of device %s changes no codebook; check the project", stamp.Seq, stamp.Device)
	}
	return "", "", e, err
}

// UndoCodebook takes back the last step on the codebook. It refuses, with a
// CodesInUseError, to take codes away that records have held.
func (p *Project) UndoCodebook() error {
	return p.stepCodebook(func(h *history) []entry { return h.undo }, ErrNothingToUndo)
}

// RedoCodebook does the step again that was undone last.
func (p *Project) RedoCodebook() error {
	return p.stepCodebook(func(h *history) []entry { return h.redo }, ErrNothingToRedo)
}

func (p *Project) stepCodebook(stack func(*history) []entry, none error) error {
	if err := p.supervise(); err != nil {
		return err
	}
	h, err := p.codebookHistory()
	if err != nil {
		return err
	}
	if len(stack(h)) == 0 {
		return none
	}
	stamp := top(stack(h))
	ref, _, e, err := p.codebookStep(stamp)
	if err != nil {
		return err
	}
	former, err := p.codebookOf(ref)
	if err != nil {
		return err
	}
	if former == nil {
		return fmt.Errorf("codebook %q is missing; check the project", ref)
	}
	if former, err = former.Clone(); err != nil {
		return err
	}
	if err := p.keepsUsed(former); err != nil {
		return err
	}
	return p.keepCodebook(model.Edit{Label: e.Label, Undoes: &stamp}, former, 0)
}

// keepsUsed refuses a codebook that lacks codes which are or were in use.
func (p *Project) keepsUsed(next *model.Codebook) error {
	missing := p.codebook.Missing(next)
	used, err := p.store.EverUsed(missing)
	if err != nil {
		return err
	}
	var lost []model.CodeRef
	for _, ref := range missing {
		if used[ref] {
			lost = append(lost, ref)
		}
	}
	if len(lost) > 0 {
		return &CodesInUseError{Codes: lost}
	}
	return nil
}
