package annotate

import (
	"fmt"
	"slices"
	"strings"

	"hashiya/model"
)

// maxAliases is the most aliases of an entity.
const maxAliases = 200

// ChangeEntity replaces what an entity says of itself: key, names, type, parent
// (an id), aliases and place. Its id finds it; what it was merged into stays.
// Names and aliases lose the space around them, and aliases that are given twice
// or empty go. It is one edit in the scope of the entities; an EntityError or a
// *model.FieldError says what was refused.
func (p *Project) ChangeEntity(e model.Entity) error {
	before, found := p.entities.byID[e.ID]
	if !found {
		return &EntityError{Key: e.ID, Reason: "is not in the project"}
	}
	if before.MergedInto != "" {
		return &EntityError{Key: before.Key, Reason: "is merged into another; change that one"}
	}
	after := before
	after.Key, after.Type, after.Parent = strings.TrimSpace(e.Key), e.Type, e.Parent
	after.NameAr, after.NameEn, after.Aliases = strings.TrimSpace(e.NameAr), strings.TrimSpace(e.NameEn), tidyAliases(e.Aliases)
	after.Lat, after.Lon, after.PCode = e.Lat, e.Lon, strings.TrimSpace(e.PCode)
	if sameFacts(before, after) {
		return ErrNothingNew
	}
	if err := p.soundEntity(before, after); err != nil {
		return err
	}
	if err := p.Join(); err != nil {
		return err
	}
	return p.keepEntities(model.Edit{Label: "edit.entity.change", Rows: []model.RowChange{{Before: &before, After: &after}}})
}

// tidyAliases trims aliases and drops those that are empty or given before.
func tidyAliases(aliases []string) []string {
	var tidy []string
	for _, alias := range aliases {
		alias = strings.TrimSpace(alias)
		if alias != "" && !slices.Contains(tidy, alias) {
			tidy = append(tidy, alias)
		}
	}
	return tidy
}

func sameFacts(a, b model.Entity) bool {
	return a.Key == b.Key && a.NameAr == b.NameAr && a.NameEn == b.NameEn && a.Type == b.Type && a.Parent == b.Parent &&
		slices.Equal(a.Aliases, b.Aliases) && a.Lat == b.Lat && a.Lon == b.Lon && a.PCode == b.PCode
}

// soundEntity refuses a change that leaves an entity without a name, without a
// key of its own, or with a value of a wrong form.
func (p *Project) soundEntity(before, after model.Entity) error {
	if id, taken := p.entities.byKey[after.Key]; taken && id != after.ID {
		return &EntityError{Key: after.Key, Reason: "is there already; choose another key"}
	}
	if after.Key != before.Key && !model.ValidCodeKey(after.Key) {
		return &EntityError{Key: before.Key, Reason: fmt.Sprintf("cannot have the key %.40q; a key is letters, digits, \"_\", \"-\" or \".\"", after.Key)}
	}
	if after.NameAr == "" && after.NameEn == "" && before.NameAr+before.NameEn != "" {
		return ErrNoKey
	}
	if after.Type != "" && after.Type != before.Type && !isEntityType(p.codebook, after.Type) {
		return &model.FieldError{Field: "type", Value: after.Type, List: entityTypes[0], Reason: model.ReasonNoCode}
	}
	if len(after.Aliases) > maxAliases {
		return &EntityError{Key: before.Key, Reason: fmt.Sprintf("would have more than %d aliases; leave some out", maxAliases)}
	}
	for _, name := range append([]string{after.NameAr, after.NameEn, after.PCode}, after.Aliases...) {
		if name != "" && !validName(name) {
			return ErrNoName
		}
	}
	return soundPlace(after)
}

// soundPlace refuses coordinates that are not on the globe, or only one of two.
func soundPlace(e model.Entity) error {
	for _, c := range []struct {
		field string
		value model.Decimal
		most  model.Decimal
	}{{"lat", e.Lat, "90"}, {"lon", e.Lon, "180"}} {
		if c.value == "" {
			continue
		}
		if !c.value.Valid() {
			return &model.FieldError{Field: c.field, Value: string(c.value), Reason: model.ReasonNotDecimal}
		}
		if c.value.Compare(c.most) > 0 || c.value.Compare("-"+c.most) < 0 {
			return &EntityError{Key: e.Key, Reason: fmt.Sprintf("cannot stand at %s %s; degrees go from -%s to %s", c.field, c.value, c.most, c.most)}
		}
	}
	return nil
}

// EntityMentions counts the live items that name each entity, by the id of the
// entity that stands for it.
func (p *Project) EntityMentions() (map[string]int, error) {
	named, err := p.store.EntityMentions()
	if err != nil {
		return nil, err
	}
	mentions := map[string]int{}
	for id, n := range named {
		if live, found := p.entities.ByID(id); found {
			id = live.ID
		}
		mentions[id] += n
	}
	return mentions, nil
}
