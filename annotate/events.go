package annotate

import (
	"slices"

	"hashiya/model"
)

// WorkIn says which event new items are put into; "" for none.
func (s *Session) WorkIn(event string) { s.event = event }

// NewEvent makes an event with a title, which may be empty, and returns its id.
// SetField renames it, Delete removes it and leaves its members.
func (s *Session) NewEvent(title string) (string, error) {
	var id string
	err := s.edit("edit.annotate.event", func(d *draft) error {
		event := d.newItem(model.KindEvent, "typed")
		id = event.Meta().ID
		if title == "" {
			return nil
		}
		f, _ := model.FieldOf(model.KindEvent, "title")
		return f.Set(event, title)
	})
	return id, err
}

// Assign makes an item a member of an event, as the last one, or gives a member
// another role. The role is of list actor_role for an actor, of location_role
// for a location; it may be empty, and is for items of other kinds. An item may
// be in several events, with a role in each.
func (s *Session) Assign(event, item, role string) error {
	return s.editEvent("edit.assign", event, func(e *model.Event) error {
		member := s.Item(item)
		if member == nil || item == event {
			return ErrNoItem
		}
		if list := roleList(member.Kind()); !s.isRole(list, role) {
			return &model.FieldError{Field: "members", Value: role, List: list, Reason: model.ReasonNoCode}
		}
		if i := memberIndex(e, item); i >= 0 {
			e.Members[i].Role = role
		} else {
			e.Members = append(e.Members, model.Member{ID: item, Role: role})
		}
		return nil
	})
}

// roleList names the code list of the roles that items of a kind have in
// events, "" when they have none.
func roleList(kind model.Kind) string {
	switch kind {
	case model.KindActor:
		return "actor_role"
	case model.KindLocation:
		return "location_role"
	}
	return ""
}

// isRole reports whether a role is empty or one of a list.
func (s *Session) isRole(list, role string) bool {
	_, known := s.project.codebook.Code(list, role)
	return role == "" || known
}

// RoleIn returns the role that an item has in an event, "" when it has none of
// its own there or is no member.
func (s *Session) RoleIn(event, item string) string {
	if e, is := s.Item(event).(*model.Event); is {
		if i := memberIndex(e, item); i >= 0 {
			return e.Members[i].Role
		}
	}
	return ""
}

func memberIndex(e *model.Event, item string) int {
	return slices.IndexFunc(e.Members, func(m model.Member) bool { return m.ID == item })
}

// Unassign takes an item out of an event.
func (s *Session) Unassign(event, item string) error {
	return s.editEvent("edit.unassign", event, func(e *model.Event) error {
		i := memberIndex(e, item)
		if i < 0 {
			return ErrNothingNew
		}
		e.Members = slices.Delete(e.Members, i, i+1)
		return nil
	})
}

// MoveMember puts a member of an event at another place in its order, counted
// from 0; a place outside is taken as the nearest end.
func (s *Session) MoveMember(event, item string, place int) error {
	return s.editEvent("edit.members", event, func(e *model.Event) error {
		i := memberIndex(e, item)
		if i < 0 {
			return ErrNoItem
		}
		member := e.Members[i]
		e.Members = slices.Delete(e.Members, i, i+1)
		e.Members = slices.Insert(e.Members, min(max(place, 0), len(e.Members)), member)
		return nil
	})
}

// SetMembers replaces what an event gathers.
func (s *Session) SetMembers(event string, members []model.Member) error {
	return s.editEvent("edit.members", event, func(e *model.Event) error {
		for i, m := range members {
			if s.Item(m.ID) == nil || m.ID == event {
				return ErrNoItem
			}
			if slices.ContainsFunc(members[:i], func(other model.Member) bool { return other.ID == m.ID }) {
				return &model.FieldError{Field: "members", Value: m.ID, Reason: model.ReasonDoubled}
			}
		}
		e.Members = slices.Clone(members)
		return nil
	})
}

// editEvent has an event's members changed in one edit; change gets a copy.
func (s *Session) editEvent(label, event string, change func(*model.Event) error) error {
	return s.edit(label, func(d *draft) error {
		before, is := s.Item(event).(*model.Event)
		if !is {
			return ErrNoItem
		}
		after := before.Clone().(*model.Event)
		if err := change(after); err != nil {
			return err
		}
		if slices.Equal(before.Members, after.Members) {
			return ErrNothingNew
		}
		d.change(before, after)
		return s.project.codebook.Check(after)
	})
}

// EventsOf returns the ids of the events that an item is in, in the order of
// Work.Order. None means background.
func (s *Session) EventsOf(item string) []string {
	if s.work == nil {
		return nil
	}
	var events []string
	for _, event := range s.work.Order(model.KindEvent) {
		if memberIndex(event.(*model.Event), item) >= 0 {
			events = append(events, event.Meta().ID)
		}
	}
	return events
}

// Background returns the ids of the items of a kind that are in no event, in
// the order of the text.
func (s *Session) Background(kind model.Kind) []string {
	if s.work == nil || kind == model.KindEvent {
		return nil
	}
	inside := map[string]bool{}
	for _, item := range s.work.Items {
		if event, is := item.(*model.Event); is {
			for _, m := range event.Members {
				inside[m.ID] = true
			}
		}
	}
	var outside []string
	for _, item := range s.work.Order(kind) {
		if id := item.Meta().ID; !inside[id] {
			outside = append(outside, id)
		}
	}
	return outside
}
