package annotate

import (
	"errors"
	"fmt"
	"slices"

	"hashiya/model"
)

// Undo works on the journal: each step back or forward is an edit of its own
// that names the one it takes back, so that it survives a restart and the
// journal tells the whole story.

// entry is an edit whose inverse can be applied.
type entry struct {
	stamp model.Stamp
	label string
}

// What undo and redo find when there is nothing left to do.
var (
	ErrNothingToUndo = errors.New("there is nothing to undo")
	ErrNothingToRedo = errors.New("there is nothing to redo")
)

// loadHistory rebuilds both stacks from the journal.
func (s *Session) loadHistory() error {
	edits, err := s.project.store.History(s.article.ID, s.project.annotator.ID)
	if err != nil {
		return err
	}
	for i := range edits {
		s.track(&edits[i])
	}
	return nil
}

// track moves the stacks past an edit that was kept.
func (s *Session) track(e *model.Edit) {
	now := entry{stamp: e.Stamp, label: e.Label}
	switch {
	case e.Label == labelTime:
	case e.Undoes == nil:
		s.undo, s.redo = append(s.undo, now), nil
	case top(s.undo) == *e.Undoes:
		s.undo, s.redo = s.undo[:len(s.undo)-1], append(s.redo, now)
	case top(s.redo) == *e.Undoes:
		s.redo, s.undo = s.redo[:len(s.redo)-1], append(s.undo, now)
	}
}

func top(stack []entry) model.Stamp {
	if len(stack) == 0 {
		return model.Stamp{}
	}
	return stack[len(stack)-1].stamp
}

// CanUndo returns the label of the step that Undo would take back, "" when
// there is none.
func (s *Session) CanUndo() string { return label(s.undo) }

// CanRedo returns the label of the step that Redo would do again, "" when
// there is none.
func (s *Session) CanRedo() string { return label(s.redo) }

func label(stack []entry) string {
	if len(stack) == 0 {
		return ""
	}
	return stack[len(stack)-1].label
}

// Undo takes back the annotator's last step on this article.
func (s *Session) Undo() error {
	if len(s.undo) == 0 {
		return ErrNothingToUndo
	}
	return s.invert(top(s.undo))
}

// Redo does the step again that was undone last.
func (s *Session) Redo() error {
	if len(s.redo) == 0 {
		return ErrNothingToRedo
	}
	return s.invert(top(s.redo))
}

func (s *Session) invert(stamp model.Stamp) error {
	e, err := s.project.store.Edit(stamp)
	if err != nil {
		return err
	}
	inverse := e.Inverse()
	for i, change := range inverse.Rows {
		switch former := change.After.(type) {
		case *model.Article:
			if inverse.Rows[i], err = s.backOn(change.Before.(*model.Article), former); err != nil {
				return err
			}
		case *model.Record:
			inverse.Rows[i] = s.keepingTime(change.Before.(*model.Record), former)
		}
	}
	_, err = s.apply(inverse, true)
	return err
}

// backOn puts back those facts of the article that an edit changed and nobody
// has changed since: the facts are shared, and the last writer's stand.
func (s *Session) backOn(changed, former *model.Article) (model.RowChange, error) {
	before, err := s.currentFacts()
	if err != nil {
		return model.RowChange{}, err
	}
	after := before
	for _, f := range model.ArticleFacts {
		left := f.Get(changed)
		if values := f.Get(former); !slices.Equal(values, left) && slices.Equal(left, f.Get(&before)) {
			if err := f.Set(&after, values...); err != nil {
				return model.RowChange{}, err
			}
		}
	}
	return model.RowChange{Before: &before, After: &after}, nil
}

// currentFacts reads the article's facts: they may have changed since the
// session began.
func (s *Session) currentFacts() (model.Article, error) {
	article, found, err := s.project.store.Article(s.article.ID)
	if err == nil && !found {
		err = fmt.Errorf("article %s: %w", s.article.ID, ErrNoArticle)
	}
	return article, err
}
