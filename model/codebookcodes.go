package model

import "slices"

// CodeColumn is a column that holds codes of a list.
type CodeColumn struct {
	Column string
	List   string
}

// CodeColumns returns the columns of a table that hold codes, each of one
// list; the type of an entity may be of either of two. The codes in links and
// members are not among them.
func CodeColumns(table Table) []CodeColumn {
	switch table {
	case TableRecord:
		return codeColumns(RecordFields)
	case TableEntity:
		return []CodeColumn{{"type", "entity_type_actor"}, {"type", "entity_type_location"}}
	}
	if fields := Fields(Kind(table)); fields != nil {
		return codeColumns(slices.Concat(fields, HeadFields))
	}
	return nil
}

func codeColumns(fields []Field) []CodeColumn {
	var columns []CodeColumn
	for _, f := range fields {
		if f.Type == CodeValue {
			columns = append(columns, CodeColumn{f.Name, f.List})
		}
	}
	return columns
}

// The lists that no column names: the types of links, and the roles of members.
const (
	listLinkType     = "link_type"
	listActorRole    = "actor_role"
	listLocationRole = "location_role"
)

// CodeLists returns the names of all lists that something takes codes from, in
// order of name.
func CodeLists() []string {
	lists := []string{listLinkType}
	tables := []Table{TableRecord, TableEntity}
	for _, kind := range Kinds {
		tables = append(tables, Table(kind))
	}
	for _, table := range tables {
		for _, column := range CodeColumns(table) {
			lists = append(lists, column.List)
		}
	}
	slices.Sort(lists)
	return slices.Compact(lists)
}

// CodesOf returns the codes that a row holds. What may be of either of two
// lists, as the role of a member, is given for both.
func CodesOf(row Row) []CodeRef {
	switch row := row.(type) {
	case *Record:
		return codesIn(row, RecordFields)
	case *Entity:
		if row.Type == "" {
			return nil
		}
		return []CodeRef{{"entity_type_actor", row.Type}, {"entity_type_location", row.Type}}
	case Item:
		refs := codesIn(row, slices.Concat(Fields(row.Kind()), HeadFields))
		switch item := row.(type) {
		case *Count:
			for _, link := range item.Links {
				refs = append(refs, CodeRef{listLinkType, link.Type})
			}
		case *Event:
			for _, member := range item.Members {
				if member.Role != "" {
					refs = append(refs, CodeRef{listActorRole, member.Role}, CodeRef{listLocationRole, member.Role})
				}
			}
		}
		return refs
	}
	return nil
}

func codesIn(owner any, fields []Field) []CodeRef {
	var refs []CodeRef
	for _, f := range fields {
		if f.Type == CodeValue {
			for _, key := range f.Get(owner) {
				refs = append(refs, CodeRef{f.List, key})
			}
		}
	}
	return refs
}

// ResolveRecord puts the codes that stand for merged ones in the place of those
// in a record's own fields.
func (c *Codebook) ResolveRecord(r *Record) { c.resolveFields(r, RecordFields) }

// ResolveItem puts the codes that stand for merged ones in the place of those
// in an item. kindOf tells the kind of a member of an event by its id.
func (c *Codebook) ResolveItem(item Item, kindOf func(id string) Kind) {
	c.resolveFields(item, Fields(item.Kind()))
	c.resolveFields(item, HeadFields)
	switch item := item.(type) {
	case *Count:
		for i, link := range item.Links {
			item.Links[i].Type = c.Resolve(listLinkType, link.Type)
		}
	case *Event:
		for i, member := range item.Members {
			item.Members[i].Role = c.Resolve(c.memberList(member, kindOf(member.ID)), member.Role)
		}
	}
}

// memberList returns the list that a member's role is of.
func (c *Codebook) memberList(member Member, kind Kind) string {
	switch kind {
	case KindActor:
		return listActorRole
	case KindLocation:
		return listLocationRole
	}
	if _, known := c.Entry(listLocationRole, member.Role); known {
		return listLocationRole
	}
	return listActorRole
}

func (c *Codebook) resolveFields(owner any, fields []Field) {
	for _, f := range fields {
		if f.Type != CodeValue {
			continue
		}
		for _, key := range f.Get(owner) {
			_ = f.Set(owner, c.Resolve(f.List, key)) // the form of a key is free
		}
	}
}
