package annotate

import (
	"fmt"
	"maps"
	"slices"

	"hashiya/model"
)

// EntityError is an entity that cannot be changed as asked.
type EntityError struct {
	Key    string
	Reason string
}

func (e *EntityError) Error() string { return fmt.Sprintf("entity %q %s", e.Key, e.Reason) }

// Live returns the ids of the entities that stand for those of a list, each
// once, in order of their first.
func (e *Entities) Live(ids []string) []string {
	var live []string
	for _, id := range ids {
		if entity, found := e.ByID(id); found {
			id = entity.ID
		}
		if !slices.Contains(live, id) {
			live = append(live, id)
		}
	}
	return live
}

// MergeEntity lets another entity stand for an entity wherever entities are
// read; both are given by id. Records are not rewritten. A supervisor does this,
// in one edit in the scope of the entities.
func (p *Project) MergeEntity(from, into string) error {
	if err := p.supervise(); err != nil {
		return err
	}
	before, found := p.entities.byID[from]
	if !found {
		return &EntityError{Key: from, Reason: "is not in the project"}
	}
	target, found := p.entities.ByID(into)
	switch {
	case !found:
		return &EntityError{Key: into, Reason: "is not in the project"}
	case before.MergedInto != "":
		return &EntityError{Key: before.Key, Reason: "is merged already; undo that first"}
	case target.ID == from:
		return &EntityError{Key: before.Key, Reason: "would be merged into itself; choose another entity"}
	case !p.oneSort(before, target):
		return &EntityError{Key: before.Key, Reason: fmt.Sprintf("and %q are an actor and a place; correct the type of one first", target.Key)}
	}
	after := before
	after.MergedInto = target.ID
	return p.keepEntities(model.Edit{Label: "edit.entity.merge", Rows: []model.RowChange{{Before: &before, After: &after}}})
}

// oneSort reports whether two entities may be the same: not an actor and a
// place.
func (p *Project) oneSort(a, b model.Entity) bool {
	sort := func(e model.Entity) (actor, place bool) {
		_, actor = p.codebook.Code(entityTypes[0], e.Type)
		_, place = p.codebook.Code(entityTypes[1], e.Type)
		return actor || !place, place || !actor // a type that is unknown, or of both lists, is either
	}
	actorA, placeA := sort(a)
	actorB, placeB := sort(b)
	return actorA && actorB || placeA && placeB
}

// keepEntities writes an edit of entities, after making sure that the project's
// entities stay sound with it.
func (p *Project) keepEntities(e model.Edit) error {
	if err := p.soundEntities(e.Rows); err != nil {
		return err
	}
	e.Author, e.Scope = p.annotator.ID, model.ScopeEntity
	if _, err := p.store.Apply(e); err != nil {
		return err
	}
	return p.Reload()
}

// soundEntities refuses rows with which an entity would lead to none, or back
// to itself by its merge or, once merges are followed, by its parents.
func (p *Project) soundEntities(rows []model.RowChange) error {
	next := maps.Clone(p.entities.byID)
	for _, change := range rows {
		e, is := change.After.(*model.Entity)
		switch {
		case !is:
		case e.Deleted:
			delete(next, e.ID)
		default:
			next[e.ID] = *e
		}
	}
	merges := map[string]string{}
	for id, e := range next {
		for _, other := range []string{e.Parent, e.MergedInto} {
			if _, found := next[other]; other != "" && !found {
				return &EntityError{Key: e.Key, Reason: "would lead to an entity that is not in the project"}
			}
		}
		merges[id] = e.MergedInto
	}
	if rings := model.Rings(merges); len(rings) > 0 {
		return &EntityError{Key: next[rings[0][0]].Key, Reason: "would be merged in a ring; choose another entity"}
	}
	whole := &Entities{byID: next}
	parents := map[string]string{}
	for id, e := range next {
		if e.MergedInto == "" {
			parent, _ := whole.ByID(e.Parent)
			parents[id] = parent.ID
		}
	}
	if rings := model.Rings(parents); len(rings) > 0 {
		return &EntityError{Key: next[rings[0][0]].Key, Reason: "would be part of itself; change its parent first, or merge the other way round"}
	}
	return nil
}

// EntitySteps returns the labels of the person's own steps on entities that
// UndoEntity would take back and RedoEntity do again, "" where there is none.
func (p *Project) EntitySteps() (undo, redo string, err error) {
	if p.annotator.ID == "" {
		return "", "", nil
	}
	h, err := p.history(model.ScopeEntity, p.annotator.ID)
	if err != nil {
		return "", "", err
	}
	return label(h.undo), label(h.redo), nil
}

// UndoEntity takes back the person's last step on entities: a merge, or an
// entity that nothing has referred to.
func (p *Project) UndoEntity() error {
	return p.stepEntity(func(h *history) []entry { return h.undo }, ErrNothingToUndo)
}

// RedoEntity does the step again that was undone last.
func (p *Project) RedoEntity() error {
	return p.stepEntity(func(h *history) []entry { return h.redo }, ErrNothingToRedo)
}

func (p *Project) stepEntity(stack func(*history) []entry, none error) error {
	if p.annotator.ID == "" {
		return none
	}
	h, err := p.history(model.ScopeEntity, p.annotator.ID)
	if err != nil {
		return err
	}
	if len(stack(h)) == 0 {
		return none
	}
	e, err := p.store.Edit(top(stack(h)))
	if err != nil {
		return err
	}
	inverse := e.Inverse()
	for _, change := range inverse.Rows {
		gone, is := change.After.(*model.Entity)
		if !is || !gone.Deleted {
			continue
		}
		used, err := p.store.EntityUsed(gone.ID)
		if err != nil {
			return err
		}
		if used {
			return &EntityError{Key: gone.Key, Reason: "is or was in use and cannot be taken away; merge it into another instead"}
		}
	}
	return p.keepEntities(inverse)
}
