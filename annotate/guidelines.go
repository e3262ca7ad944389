package annotate

import (
	"fmt"

	"hashiya/model"
)

// ErrGuidelines says that guidelines cannot be kept as they are.
var ErrGuidelines = fmt.Errorf("guidelines are plain text of at most %d characters in each language; shorten them", model.MaxGuidelines)

// Guidelines returns what the supervisor wrote for those who annotate.
func (p *Project) Guidelines() model.Names { return p.row.Guidelines() }

// SetGuidelines replaces the guidelines, for everybody. It is refused to all but
// supervisors, with ErrNotSupervisor, and for texts that are too long.
func (p *Project) SetGuidelines(texts model.Names) error {
	if p.annotator.Role != model.RoleSupervisor {
		return ErrNotSupervisor
	}
	before, after := p.row, p.row
	switch {
	case texts == before.Guidelines():
		return ErrNothingNew
	case !after.SetGuidelines(texts):
		return ErrGuidelines
	}
	if err := p.Join(); err != nil {
		return err
	}
	_, err := p.store.Apply(model.Edit{
		Author: p.annotator.ID, Scope: model.ScopeProject, Label: "edit.guidelines",
		Rows: []model.RowChange{{Before: &before, After: &after}},
	})
	if err == nil {
		p.row = after
	}
	return err
}
