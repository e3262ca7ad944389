package annotate

import (
	"cmp"
	"slices"
	"strings"

	"hashiya/model"
)

// Sentence holds the parts of the one sentence that an event's card reads as:
// when, where, who to whom, how, and how many by whose account. It has ids and
// keys only; the words are the window's.
type Sentence struct {
	Title string
	// Start and End are partial ISO dates: the event's own, else the earliest
	// and the latest that its members give. End is empty for one date.
	Start, End string
	Places     []Part // by the roles of list location_role
	Actors     []Part // by the roles of list actor_role
	Tactics    []string
	Counts     []Tally
}

// Part is one entity in one role, with the first member that says so. An actor
// that no member names, but a tactic's or count's field does, has that item.
type Part struct {
	Role   string // "" when none is given
	Entity string // entity id, of the one it was merged into
	Item   string
}

// Tally is one thing that was counted and every account of it. Parts, subsets
// and repetitions of counts in the same event are left out: the total speaks.
type Tally struct {
	What, Unit string   // of lists count_kind and count_unit
	Who        []string // entity ids
	Counts     []string // count ids, in the order of the members
}

// Sentence returns the parts of an event's sentence, in the order of its
// members; false when there is no such event.
func (s *Session) Sentence(event string) (Sentence, bool) {
	e, is := s.Item(event).(*model.Event)
	if !is {
		return Sentence{}, false
	}
	b := &sentenceBuilder{session: s, event: e, Sentence: Sentence{Title: e.Title, Start: e.Date}}
	for _, m := range e.Members {
		switch item := s.Item(m.ID).(type) {
		case *model.Actor:
			b.Actors = b.part(b.Actors, cmp.Or(m.Role, item.Role), item.Entity, item.ID)
		case *model.Location:
			b.Places = b.part(b.Places, cmp.Or(m.Role, item.Role), item.Entity, item.ID)
		case *model.Tactic:
			if item.Code != "" && !slices.Contains(b.Tactics, item.Code) {
				b.Tactics = append(b.Tactics, item.Code)
			}
		case *model.Date:
			b.date(item.Start, cmp.Or(item.End, item.Start))
		case *model.Count:
			b.count(item)
		}
	}
	b.fromFields()
	if b.End == b.Start {
		b.End = ""
	}
	return b.Sentence, true
}

type sentenceBuilder struct {
	Sentence
	session *Session
	event   *model.Event
}

// part adds an entity in a role unless it is there.
func (b *sentenceBuilder) part(parts []Part, role, entity, item string) []Part {
	if e, known := b.session.project.entities.ByID(entity); known {
		entity = e.ID
	}
	if entity == "" || slices.ContainsFunc(parts, func(p Part) bool { return p.Role == role && p.Entity == entity }) {
		return parts
	}
	return append(parts, Part{Role: role, Entity: entity, Item: item})
}

// date widens the time to take a date in, unless the event has its own. Partial
// ISO dates sort as texts, but a month ends after each of its days.
func (b *sentenceBuilder) date(start, end string) {
	if b.event.Date != "" || start == "" {
		return
	}
	if b.Start == "" || start < b.Start {
		b.Start = start
	}
	if end > b.End && !strings.HasPrefix(end, b.End) || b.End == "" || strings.HasPrefix(b.End, end) {
		b.End = end
	}
}

func (b *sentenceBuilder) count(c *model.Count) {
	b.date(c.Date, c.Date)
	if slices.ContainsFunc(c.Links, func(l model.Link) bool { return memberIndex(b.event, l.Count) >= 0 }) {
		return
	}
	who := slices.Sorted(slices.Values(c.Who))
	for i, t := range b.Counts {
		if t.What == c.What && t.Unit == c.Unit && slices.Equal(slices.Sorted(slices.Values(t.Who)), who) {
			b.Counts[i].Counts = append(t.Counts, c.ID)
			return
		}
	}
	b.Counts = append(b.Counts, Tally{What: c.What, Unit: c.Unit, Who: slices.Clone(c.Who), Counts: []string{c.ID}})
}

// fromFields adds the actors that only fields name: a tactic's initiator and
// target, then, where nobody is known to have begun or suffered it, a count's
// by and who.
func (b *sentenceBuilder) fromFields() {
	for _, m := range b.event.Members {
		if t, is := b.session.Item(m.ID).(*model.Tactic); is {
			b.fill("initiator", t.Initiator, t.ID)
			b.fill("target", t.Target, t.ID)
		}
	}
	acted, suffered := b.has("initiator"), b.has("target", "victim")
	for _, m := range b.event.Members {
		if c, is := b.session.Item(m.ID).(*model.Count); is {
			if !acted {
				b.fill("initiator", c.By, c.ID)
			}
			if !suffered {
				b.fill("victim", c.Who, c.ID)
			}
		}
	}
}

func (b *sentenceBuilder) fill(role string, entities []string, item string) {
	for _, entity := range entities {
		b.Actors = b.part(b.Actors, role, entity, item)
	}
}

func (b *sentenceBuilder) has(roles ...string) bool {
	return slices.ContainsFunc(b.Actors, func(p Part) bool { return slices.Contains(roles, p.Role) })
}
