package annotate

import (
	"cmp"
	"slices"

	"hashiya/model"
)

// Severity tells what cannot be right from what is missing or doubtful.
type Severity int

// The severities. Neither keeps a record from being submitted.
const (
	Warning Severity = iota
	Error
)

// Problem is something in a record that the annotator should look at, with
// where to look. The program never mends it by itself.
type Problem struct {
	Kind     string // what it is: a translation key, one of the constants
	Item     string // item id, "" for the record itself
	Field    string // of the item or record; a question for ProblemUnanswered
	Span     string // span id of the item's first words, "" when it has none
	Severity Severity
	Args     []any // for the translation, as said beside the kind
}

// The kinds of problem, with their Args.
const (
	ProblemRequired      = "problem.required"       // a field that should be filled is empty
	ProblemNoWords       = "problem.no_words"       // an item is bound to no words of the article
	ProblemUnproved      = "problem.unproved"       // a figure that no words prove: value
	ProblemCode          = "problem.code"           // a code that is retired, or not in the codebook: key
	ProblemMinMax        = "problem.min_max"        // min above max: min, max
	ProblemOutside       = "problem.outside"        // a value outside its bounds: value, min, max
	ProblemExactRange    = "problem.exact_range"    // "exact" with bounds that differ: min, max
	ProblemTotal         = "problem.total"          // a total is not the sum of its parts: value, sum
	ProblemTotalExceeded = "problem.total_exceeded" // the least that the parts say is above the total: most, sum
	ProblemTotalUnknown  = "problem.total_unknown"  // the sum cannot be checked, figures are missing
	ProblemSubset        = "problem.subset"         // a subset is larger than its whole: least, most of the whole
	ProblemRing          = "problem.ring"           // links lead back to their count: id of the other count
	ProblemDuplicate     = "problem.duplicate"      // the same claim on the same words: id of the other count
	ProblemClaimantRole  = "problem.claimant_role"  // a claimant whose mentions all have other roles: entity id
	ProblemDateOrder     = "problem.date_order"     // an end before its start: start, end
	ProblemNoMembers     = "problem.no_members"     // an event that gathers nothing
	ProblemMemberRole    = "problem.member_role"    // a role that the member cannot have: role, id of the member
	ProblemUnanswered    = "problem.unanswered"     // neither items nor an explicit "none"
	ProblemNoneStated    = "problem.none_stated"    // "no casualties stated", yet here is a count of them
	ProblemNumberGiven   = "problem.number_given"   // "number not given", yet here is one: value
	ProblemNoEvents      = "problem.no_events"      // "no event", yet here is one
	ProblemIrrelevant    = "problem.irrelevant"     // irrelevant or unreadable, yet there are items: relevance, how many
)

// Problems returns what is missing, doubtful or contradictory in the record:
// first what concerns all of it, then item by item in the order of the text. An
// article without a record has no problems yet.
func (s *Session) Problems() []Problem {
	if s.work == nil {
		return nil
	}
	c := &checker{
		session: s, parts: map[string][]*model.Count{}, mentioned: map[string]bool{}, claimants: map[string]bool{},
		claims: map[string]string{}, visits: map[string]visit{}, required: map[model.Kind][][]string{},
	}
	for _, kind := range model.Kinds {
		c.required[kind] = s.requiredOf(kind)
	}
	items := s.inTextOrder()
	for _, item := range items {
		c.gather(item)
	}
	c.record(items)
	for _, item := range items {
		c.item(item)
	}
	return c.found
}

// inTextOrder returns all items by their first words, those without words last.
func (s *Session) inTextOrder() []model.Item {
	type placed struct {
		item  model.Item
		start int
	}
	all := make([]placed, 0, len(s.work.Items))
	for id, item := range s.work.Items {
		p := placed{item, len(s.text)}
		if words, found := s.firstWords(id); found {
			p.start = words.Start
		}
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.item.Meta().ID, b.item.Meta().ID))
	})
	items := make([]model.Item, len(all))
	for i, p := range all {
		items[i] = p.item
	}
	return items
}

// firstWords returns the first of an item's own words.
func (s *Session) firstWords(item string) (model.Span, bool) {
	spans := s.SpansOf(item)
	if len(spans) == 0 || spans[0].Field != "" {
		return model.Span{}, false
	}
	return spans[0], true
}

// checker gathers the problems of one record.
type checker struct {
	session   *Session
	parts     map[string][]*model.Count // by the id of their total, in the order of the text
	mentioned map[string]bool           // entity ids that an actor mentions
	claimants map[string]bool           // those of them with the role of a claimant
	claims    map[string]string         // count ids by what they claim on which words
	visits    map[string]visit          // see rings
	required  map[model.Kind][][]string // see requiredOf
	found     []Problem
}

// gather notes what checks of other items ask for.
func (c *checker) gather(item model.Item) {
	switch item := item.(type) {
	case *model.Actor:
		entity := c.entity(item.Entity)
		c.mentioned[entity] = true
		if item.Role == "claimant" {
			c.claimants[entity] = true
		}
	case *model.Event:
		for _, m := range item.Members {
			if actor, is := c.session.Item(m.ID).(*model.Actor); is && m.Role == "claimant" {
				c.claimants[c.entity(actor.Entity)] = true
			}
		}
	case *model.Count:
		for _, link := range item.Links {
			if link.Type == linkPartOf {
				c.parts[link.Count] = append(c.parts[link.Count], item)
			}
		}
	}
}

// entity returns the id of the entity that one was merged into.
func (c *checker) entity(id string) string {
	if e, known := c.session.project.entities.ByID(id); known {
		return e.ID
	}
	return id
}

func (c *checker) add(severity Severity, kind string, item model.Item, field string, args ...any) {
	id := item.Meta().ID
	words, _ := c.session.firstWords(id)
	c.found = append(c.found, Problem{Kind: kind, Item: id, Field: field, Span: words.ID, Severity: severity, Args: args})
}

func (c *checker) item(item model.Item) {
	c.fields(item)
	if len(c.session.SpansOf(item.Meta().ID)) == 0 && item.Kind() != model.KindEvent {
		c.add(Warning, ProblemNoWords, item, "")
	}
	switch item := item.(type) {
	case *model.Count:
		c.figures(item)
		c.links(item)
		c.claim(item)
	case *model.Date:
		c.order(item, "end", item.Start, item.End)
	case *model.Event:
		c.event(item)
	}
}

// required lists, for each kind, the fields that should be filled where the
// codebook does not say; of several on one line, one is enough.
var required = map[model.Kind][][]string{
	model.KindActor:    {{"entity"}, {"role"}},
	model.KindLocation: {{"entity"}, {"role"}},
	model.KindCount:    {{"kind"}, {"unit"}, {"value", "modifier"}, {"claimed_by"}},
	model.KindTactic:   {{"code"}},
	model.KindDate:     {{"start", "end"}},
	model.KindEvent:    {{"title"}},
}

// requiredOf returns what the codebook requires of a kind, else the table's. A
// count is a claim: it needs its claimant wherever forms show that field.
func (s *Session) requiredOf(kind model.Kind) [][]string {
	codebook := s.project.codebook
	fields, stated := codebook.Required(kind)
	if !stated {
		return required[kind]
	}
	const claimant = "claimed_by"
	if kind == model.KindCount && codebook.Shows(kind, claimant) && !slices.Contains(fields, claimant) {
		fields = append(fields, claimant)
	}
	groups := make([][]string, len(fields))
	for i, name := range fields {
		groups[i] = []string{name}
	}
	return groups
}

// fields finds empty fields that should not be, and codes that should no longer
// be given.
func (c *checker) fields(item model.Item) {
	for _, group := range c.required[item.Kind()] {
		if !slices.ContainsFunc(group, func(name string) bool { return filled(item, name) }) {
			c.add(Warning, ProblemRequired, item, group[0])
		}
	}
	for _, f := range model.Fields(item.Kind()) {
		if f.Type != model.CodeValue {
			continue
		}
		for _, key := range f.Get(item) {
			if c.session.project.codebook.Offer(f.List, key) == "" {
				c.add(Warning, ProblemCode, item, f.Name, key)
			}
		}
	}
}

// filled reports whether a field has a value, or needs none here: a narrator
// speaks for nobody else, and a duration has no day.
func filled(item model.Item, name string) bool {
	switch item := item.(type) {
	case *model.Count:
		if name == "claimed_by" && slices.Contains([]string{"narrator", "unattributed", "headline", "unknown", "other"}, item.ClaimStatus) {
			return true
		}
	case *model.Date:
		if slices.Contains([]string{"duration", "anaphoric"}, item.Type) {
			return true
		}
	}
	f, _ := model.FieldOf(item.Kind(), name)
	return len(f.Get(item)) > 0
}

// order finds an end before its start. Where one is less precise than the
// other, what they share is compared.
func (c *checker) order(item model.Item, field, start, end string) {
	shared := min(len(start), len(end))
	if shared > 0 && end[:shared] < start[:shared] {
		c.add(Error, ProblemDateOrder, item, field, start, end)
	}
}

func (c *checker) event(e *model.Event) {
	if len(e.Members) == 0 {
		c.add(Warning, ProblemNoMembers, e, "members")
	}
	for _, m := range e.Members {
		if member := c.session.Item(m.ID); member != nil && !c.session.isRole(roleList(member.Kind()), m.Role) {
			c.add(Error, ProblemMemberRole, e, "members", m.Role, m.ID)
		}
	}
	if c.session.work.Record.Answer(model.QuestionEvents) == model.NoEvents {
		c.add(Error, ProblemNoEvents, e, "")
	}
}
