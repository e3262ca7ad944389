package annotate

import (
	"fmt"
	"slices"

	"hashiya/annotate/dataset"
	"hashiya/model"
)

// This file makes the rows that articles share: people and entities. They wait
// in importer.pending until something that refers to them is kept.

// newAnnotators returns the ids of the people that the project lacks.
func (m *importer) newAnnotators(where string, list []model.Annotator) []string {
	var ids []string
	for _, a := range list {
		known := m.annotators[a.Name]
		switch {
		case known == m.person.ID || known != "" && m.pending[known] == nil:
			continue
		case !validName(a.Name):
			m.refuse(where, fmt.Errorf("annotator %q: %w", a.Name, ErrNoName))
			continue
		}
		a.ID = known
		ids = append(ids, m.addAnnotator(a))
	}
	return ids
}

func (m *importer) addAnnotator(a model.Annotator) (id string) {
	if a.ID == "" {
		a.ID = newID()
	}
	if a.Role != model.RoleSupervisor {
		a.Role = model.RoleAnnotator
	}
	m.annotators[a.Name], m.pending[a.ID] = a.ID, &a
	return a.ID
}

// newEntities returns the ids of the entities that the project lacks. Parents
// are given as keys; a parent that is named nowhere else becomes an entity too.
func (m *importer) newEntities(where string, list []model.Entity) []string {
	var ids []string
	ringed := m.refuseRings(where, list)
	for _, e := range list {
		known, found := m.entities.ByKey(e.Key)
		// An entity that a refused line has named is not the project's yet.
		waits := found && m.pending[known.ID] != nil && !slices.Contains(ids, known.ID)
		switch {
		case found && !waits:
			if !m.sameEntity(known, e) {
				m.report.Notes = append(m.report.Notes, fmt.Sprintf("%s: entity %q differs; the project's is kept", where, e.Key))
			}
			continue
		case ringed[e.Key]:
			continue
		case e.Type != "" && !m.knownType(e.Type):
			m.refuse(where, fmt.Errorf("entity %q: type %q is not a code of the codebook", e.Key, e.Type))
			continue
		}
		e.ID = known.ID
		ids = append(ids, m.addEntity(e))
	}
	for i := 0; i < len(ids); i++ {
		e := m.pending[ids[i]].(*model.Entity)
		for _, key := range []*string{&e.Parent, &e.MergedInto} {
			if *key == "" {
				continue
			}
			if _, found := m.entities.ByKey(*key); !found {
				ids = append(ids, m.addEntity(model.Entity{Key: *key}))
			}
			*key = m.entities.byKey[*key]
		}
		m.entities.byID[e.ID] = *e
	}
	return ids
}

func (m *importer) addEntity(e model.Entity) (id string) {
	if e.ID == "" {
		e.ID = newID()
	}
	m.entities.add(e)
	m.pending[e.ID] = &e
	return e.ID
}

// refuseRings refuses the entities of a list that lead back to themselves, and
// returns their keys.
func (m *importer) refuseRings(where string, list []model.Entity) map[string]bool {
	parents, merges := map[string]string{}, map[string]string{}
	for _, e := range list {
		parents[e.Key], merges[e.Key] = e.Parent, e.MergedInto
	}
	ringed := map[string]bool{}
	refuse := func(next map[string]string, says string) {
		for _, ring := range model.Rings(next) {
			m.refuse(where, fmt.Errorf("entities %q %s, in a ring; break it in one place", ring, says))
			for _, key := range ring {
				ringed[key] = true
			}
		}
	}
	refuse(parents, "are each other's parents")
	refuse(merges, "are merged into each other")
	return ringed
}

// sameEntity compares an entity of the project with one of a file, whose
// parent and merge are keys.
func (m *importer) sameEntity(known, e model.Entity) bool {
	return known.NameAr == e.NameAr && known.NameEn == e.NameEn && known.Type == e.Type &&
		m.entities.key(known.Parent) == e.Parent && m.entities.key(known.MergedInto) == e.MergedInto &&
		slices.Equal(known.Aliases, e.Aliases) && known.Lat == e.Lat && known.Lon == e.Lon && known.PCode == e.PCode
}

// knownType looks in all codebooks: the file's own may be one that the project
// did not have before.
func (m *importer) knownType(key string) bool {
	return m.codebooks.some(func(c *model.Codebook) bool { return isEntityType(c, key) })
}

// refer returns the ids of everything shared that records refer to, and makes
// what there is not yet.
func (m *importer) refer(records []dataset.Record) []string {
	var ids []string
	entity := func(key string) {
		id := m.entities.byKey[key]
		if id == "" && key != "" {
			id = m.addEntity(model.Entity{Key: key})
		}
		ids = append(ids, id)
	}
	for _, r := range records {
		id := m.annotators[r.Annotator]
		if id == "" {
			id = m.addAnnotator(model.Annotator{Name: r.Annotator})
		}
		ids = append(ids, id, r.Record.Codebook)
		for _, item := range r.Items {
			for _, f := range model.Fields(item.Kind()) {
				if f.Entity == model.NoEntity {
					continue
				}
				for _, key := range f.Get(item) {
					entity(key)
				}
			}
		}
		for _, span := range r.Spans {
			entity(span.Entity)
		}
	}
	return ids
}
