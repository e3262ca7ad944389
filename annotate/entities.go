package annotate

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"hashiya/model"
	"hashiya/model/arabic"
)

// Entities finds the entities of a project by id, by key and by the names that
// texts give them.
type Entities struct {
	byID   map[string]model.Entity
	byKey  map[string]string
	byName map[string][]string // folded name → ids, in the order they came

	version int           // grows with every entity taken in
	names   *arabic.Names // all names, made when they are looked for
}

func newEntities(list []model.Entity) *Entities {
	e := &Entities{byID: map[string]model.Entity{}, byKey: map[string]string{}, byName: map[string][]string{}}
	for _, entity := range list {
		e.add(entity)
	}
	return e
}

func (e *Entities) add(entity model.Entity) {
	e.version++
	e.names = nil
	e.byID[entity.ID] = entity
	e.byKey[entity.Key] = entity.ID
	for _, name := range namesOf(entity) {
		folded := fold(name)
		if folded != "" && !slices.Contains(e.byName[folded], entity.ID) {
			e.byName[folded] = append(e.byName[folded], entity.ID)
		}
	}
}

// namesOf lists an entity's names and aliases; "long name (short)" counts as
// both of its parts too.
func namesOf(entity model.Entity) []string {
	names := append([]string{entity.NameAr, entity.NameEn}, entity.Aliases...)
	for _, name := range names {
		if long, short, found := strings.Cut(name, "("); found {
			names = append(names, strings.TrimSpace(long), strings.TrimSuffix(strings.TrimSpace(short), ")"))
		}
	}
	return names
}

func fold(name string) string { return strings.TrimSpace(arabic.Fold(name).String()) }

// ByID returns the entity of an id, or the one that it was merged into.
func (e *Entities) ByID(id string) (model.Entity, bool) {
	entity, found := e.byID[id]
	// A chain of merges longer than the entities there are would be a ring.
	for range e.byID {
		if !found || entity.MergedInto == "" {
			break
		}
		entity, found = e.byID[entity.MergedInto]
	}
	return entity, found
}

// ByKey returns the entity of a key itself, merged or not: it is how files name
// what records say.
func (e *Entities) ByKey(key string) (model.Entity, bool) {
	entity, found := e.byID[e.byKey[key]]
	return entity, found
}

// ByName returns the entities that go by a name, with or without "ال", letters
// folded. The name is taken as a whole.
func (e *Entities) ByName(name string) []model.Entity {
	folded := fold(name)
	ids := e.byName[folded]
	if len(ids) == 0 {
		if bare, found := strings.CutPrefix(folded, "ال"); found {
			ids = e.byName[bare]
		} else {
			ids = e.byName["ال"+folded]
		}
	}
	var found []model.Entity
	for _, id := range ids {
		entity, _ := e.ByID(id)
		// Entities that were merged go by each other's names.
		if !slices.ContainsFunc(found, func(other model.Entity) bool { return other.ID == entity.ID }) {
			found = append(found, entity)
		}
	}
	return found
}

// finder returns the names of all entities, to be found in a text.
func (e *Entities) finder() *arabic.Names {
	if e.names == nil {
		e.names = arabic.NewNames()
		for _, id := range slices.Sorted(maps.Keys(e.byID)) {
			entity := e.byID[id]
			for _, name := range namesOf(entity) {
				// "long name (short)" is not written so in a text.
				if !strings.Contains(name, "(") {
					e.names.Add(name, id)
				}
			}
		}
	}
	return e.names
}

// Known reports whether an already folded name is one of an entity.
func (e *Entities) Known(folded string) bool {
	return len(e.byName[folded]) > 0 || len(e.byName["ال"+folded]) > 0
}

// All returns the entities that stand for themselves, in order of key.
func (e *Entities) All() []model.Entity {
	all := make([]model.Entity, 0, len(e.byID))
	for _, entity := range e.byID {
		if entity.MergedInto == "" {
			all = append(all, entity)
		}
	}
	slices.SortFunc(all, func(a, b model.Entity) int { return cmp.Compare(a.Key, b.Key) })
	return all
}

// freeKey makes a key from a name: letters and digits of any script, the rest
// as "_", with a number behind it when the key is taken.
func (e *Entities) freeKey(name string) string {
	key := strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return '_'
	}, arabic.Fold(name).String()), "_")
	if key == "" {
		key = "entity"
	}
	free := key
	for n := 2; ; n++ {
		if _, taken := e.byKey[free]; !taken {
			return free
		}
		free = fmt.Sprintf("%s_%d", key, n)
	}
}

func isArabic(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}
