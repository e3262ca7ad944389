package annotate

import (
	"cmp"
	"slices"

	"hashiya/model"
)

// Stale is a place in a record that a change of the codebook asks to look at
// again.
type Stale struct {
	model.CodeUser
	Change model.CodeChange // since the version that it was made under
}

// Stale lists the places of live records whose code was merged, split or
// retired, or says something else, since the version of the codebook that they
// were made under; in order of article, record and item. A session's Confirm
// takes an item off the list.
func (p *Project) Stale() ([]Stale, error) {
	versions, err := p.store.CodeVersions()
	if err != nil {
		return nil, err
	}
	var all []Stale
	for _, version := range versions {
		more, err := p.staleSince(version)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	slices.SortStableFunc(all, func(a, b Stale) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Record, b.Record), cmp.Compare(a.Item, b.Item), cmp.Compare(a.Field, b.Field))
	})
	return all, nil
}

// staleSince lists the places that were made under one version.
func (p *Project) staleSince(version string) ([]Stale, error) {
	if version == p.codebook.Ref() {
		return nil, nil
	}
	former, err := p.codebookOf(version)
	if err != nil {
		return nil, err
	}
	changes := map[model.CodeRef]model.CodeChange{}
	var codes []model.CodeRef
	note := func(ref model.CodeRef) {
		if change := p.codebook.Changed(former, ref); change != model.CodeSame {
			changes[ref] = change
			codes = append(codes, ref)
		}
	}
	for ref := range p.codebook.All() {
		note(ref)
	}
	if former != nil {
		for _, ref := range former.Missing(p.codebook) {
			note(ref)
		}
	}
	if len(codes) == 0 {
		return nil, nil
	}
	users, err := p.store.CodeUsers(codes, version)
	if err != nil {
		return nil, err
	}
	stale := make([]Stale, len(users))
	for i, user := range users {
		stale[i] = Stale{CodeUser: user, Change: changes[user.CodeRef]}
	}
	return stale, nil
}

// CodeUsers returns the places of live records where a code itself stands, not
// one that was merged into it.
func (p *Project) CodeUsers(list, key string) ([]model.CodeUser, error) {
	return p.store.CodeUsers([]model.CodeRef{{List: list, Key: key}}, "")
}

// CodeUses counts the places of live records, and the entities, where each code
// stands.
func (p *Project) CodeUses() (map[model.CodeRef]int, error) { return p.store.CodeUses() }

// Confirm says that items were looked at under the present codebook: it becomes
// the version that they were made under, in one edit. "" is the record itself.
func (s *Session) Confirm(items ...string) error {
	ref := s.project.codebook.Ref()
	return s.edit("edit.codebook.confirm", func(d *draft) error {
		for _, id := range items {
			if id == "" {
				d.confirmRecord(ref)
				continue
			}
			before := s.Item(id)
			if before == nil {
				return ErrNoItem
			}
			if before.Meta().Codebook == ref {
				continue
			}
			after := before.Clone()
			after.Meta().Codebook = ref
			d.change(before, after)
		}
		return nil
	})
}

// confirmRecord gives the record a version. Items that have none of their own
// were made under the record's, and are told so first.
func (d *draft) confirmRecord(ref string) {
	after := d.record
	if d.session.work == nil || after.Codebook == ref {
		return
	}
	for _, item := range d.session.work.Items {
		if item.Meta().Codebook == "" {
			kept := item.Clone()
			kept.Meta().Codebook = after.Codebook
			d.change(item, kept)
		}
	}
	after.Codebook = ref
	d.changeRecord(after)
}
