package dataset

import (
	"slices"

	"hashiya/model"
)

// view is a record as formats of labelled words see it.
type view struct {
	*Record
	items    map[string]model.Item
	own      map[string][]model.Span // the words of an item itself, in text order
	evidence map[string][]model.Span // the words that prove its fields, in text order
}

func newView(r *Record) *view {
	v := &view{Record: r, items: map[string]model.Item{}, own: map[string][]model.Span{}, evidence: map[string][]model.Span{}}
	for _, item := range r.Items {
		v.items[item.Meta().ID] = item
	}
	for _, s := range r.Spans {
		if s.Field == "" {
			v.own[s.Item] = append(v.own[s.Item], s)
		} else {
			v.evidence[s.Item] = append(v.evidence[s.Item], s)
		}
	}
	return v
}

// anchor returns the words that stand for an item: its first own ones, else the
// first that prove one of its fields.
func (v *view) anchor(item string) (model.Span, bool) {
	for _, spans := range [][]model.Span{v.own[item], v.evidence[item]} {
		if len(spans) > 0 {
			return spans[0], true
		}
	}
	return model.Span{}, false
}

// label names a span: the kind of its item, and for evidence the field as in
// "count.who".
func (v *view) label(s model.Span) string {
	item := v.items[s.Item]
	if item == nil {
		return s.Field
	}
	return spanLabel(item.Kind(), s.Field)
}

func spanLabel(kind model.Kind, field string) string {
	if field == "" {
		return string(kind)
	}
	return string(kind) + "." + field
}

// spanLabels lists the labels that spans can have, kinds first. Imported
// evidence may prove fields that this version does not know; its labels are
// added when they are met.
func spanLabels() []string {
	var kinds, fields []string
	for _, kind := range model.Kinds {
		kinds = append(kinds, string(kind))
		for _, f := range slices.Concat(model.Fields(kind), model.HeadFields) {
			fields = append(fields, spanLabel(kind, f.Name))
		}
	}
	return append(kinds, fields...)
}

// adding returns a list with a name in it.
func adding(list []string, name string) []string {
	if slices.Contains(list, name) {
		return list
	}
	return append(list, name)
}

// tie is a named relation between two places of a record. To is an item when
// ToSpan is "".
type tie struct {
	Type   string // "evidence", "member", or the type of a link between counts
	From   string // item
	To     string
	ToSpan string
	Role   string // of a member
}

// The ties that are no links between counts.
const (
	tieEvidence = "evidence"
	tieMember   = "member"
)

// ties lists how the parts of a record hang together, in its order.
func (v *view) ties() []tie {
	var all []tie
	for _, item := range v.Items {
		id := item.Meta().ID
		if len(v.own[id]) > 0 {
			for _, s := range v.evidence[id] {
				all = append(all, tie{Type: tieEvidence, From: id, To: id, ToSpan: s.ID})
			}
		}
		switch item := item.(type) {
		case *model.Count:
			for _, link := range item.Links {
				all = append(all, tie{Type: link.Type, From: id, To: link.Count})
			}
		case *model.Event:
			for _, m := range item.Members {
				all = append(all, tie{Type: tieMember, From: id, To: m.ID, Role: m.Role})
			}
		}
	}
	return all
}

// ends returns the spans that a tie is drawn between; false when an end has no
// words.
func (v *view) ends(t tie) (from, to string, ok bool) {
	a, okFrom := v.anchor(t.From)
	if t.ToSpan != "" {
		return a.ID, t.ToSpan, okFrom
	}
	b, okTo := v.anchor(t.To)
	return a.ID, b.ID, okFrom && okTo
}

// lostExtras reports the fields of imported rows that this version does not
// know, which only the native format keeps.
func (v *view) lostExtras(l *Losses) {
	known := keysOf("answers", "active_seconds")
	if o, err := parseExtra(v.Extra); err == nil {
		for _, m := range o.members {
			if !known[m.key] {
				l.Note("", LossRecord, "extra", m.key)
			}
		}
	}
	for _, item := range v.Items {
		if item.Meta().Extra != "" {
			l.Note(item.Meta().ID, LossField, "extra")
		}
	}
	for _, s := range v.Spans {
		if s.Extra != "" {
			l.Note(s.Item, LossField, "extra of span", s.ID)
		}
	}
}

// itemFields lists the fields of an item that have a value, with those that
// every kind has.
func itemFields(item model.Item) []model.Field {
	return slices.DeleteFunc(slices.Concat(model.Fields(item.Kind()), model.HeadFields), func(f model.Field) bool {
		return len(f.Get(item)) == 0
	})
}

func namesOf(fields []model.Field) []string {
	names := []string{}
	for _, f := range fields {
		names = append(names, f.Name)
	}
	return names
}

// entityOf returns the entity that a span stands for, "" when there is none.
func (v *view) entityOf(s model.Span) string {
	if s.Field != "" {
		return s.Entity
	}
	switch item := v.items[s.Item].(type) {
	case *model.Actor:
		return item.Entity
	case *model.Location:
		return item.Entity
	}
	return ""
}
