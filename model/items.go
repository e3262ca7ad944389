package model

import "slices"

// Kind names a sort of item; it is also the item's table and, in the plural,
// its list in files.
type Kind string

// The kinds of item.
const (
	KindActor    Kind = "actor"
	KindLocation Kind = "location"
	KindCount    Kind = "count"
	KindTactic   Kind = "tactic"
	KindDate     Kind = "date"
	KindEvent    Kind = "event"
)

// Kinds lists the kinds in the order of the labelling keys 1 to 5; events,
// which gather the others, come last.
var Kinds = []Kind{KindActor, KindLocation, KindCount, KindTactic, KindDate, KindEvent}

// Item is one thing that an annotator noted in a record.
type Item interface {
	Row
	Meta() *Head
	Kind() Kind
	Clone() Item
}

// NewItem returns an empty item of a kind, nil for an unknown kind.
func NewItem(kind Kind) Item {
	switch kind {
	case KindActor:
		return &Actor{}
	case KindLocation:
		return &Location{}
	case KindCount:
		return &Count{}
	case KindTactic:
		return &Tactic{}
	case KindDate:
		return &Date{}
	case KindEvent:
		return &Event{}
	}
	return nil
}

// Head is what every item has.
type Head struct {
	ID         string `json:"id"`
	Record     string `json:"record"`
	Certainty  string `json:"certainty"` // of list certainty: how sure the annotator is of the reading
	Note       string `json:"note"`
	Origin     string `json:"origin"`   // of list origin: how it came in
	Codebook   string `json:"codebook"` // "id@version" it was made under
	ExternalID string `json:"external_id"`
	Deleted    bool   `json:"deleted"`
	Extra      Extra  `json:"extra"`
}

// Actor is a mention of somebody who acts, suffers or speaks.
type Actor struct {
	Head
	Entity      string `json:"entity"`       // entity id
	Role        string `json:"role"`         // of list actor_role
	MentionType string `json:"mention_type"` // of list mention_type
}

// Location is a mention of a place.
type Location struct {
	Head
	Entity    string `json:"entity"`
	Role      string `json:"role"`      // of list location_role
	Relation  string `json:"relation"`  // as written: "east of", "outskirts of"
	Precision string `json:"precision"` // of list location_precision, "1" to "7" as UCDP GED where_prec
}

// Count is a claim: what happened, to whom, by whom, how many, in what unit,
// and who says so.
type Count struct {
	Head
	What        string   `json:"kind"` // of list count_kind
	Unit        string   `json:"unit"` // of list count_unit
	Who         []string `json:"who"`  // entity ids
	WhoStatus   string   `json:"who_status"`
	By          []string `json:"by"`
	Modifier    string   `json:"modifier"` // of list count_modifier
	Value       Decimal  `json:"value"`    // what the words state; empty for "tens"
	Min         Decimal  `json:"min"`      // what the coder reads them to allow
	Max         Decimal  `json:"max"`
	ClaimedBy   []string `json:"claimed_by"` // who said it first, then who passed it on
	ClaimStatus string   `json:"claim_status"`
	To          string   `json:"to"`     // entity id of a place people were taken to
	Date        string   `json:"date"`   // partial ISO date
	Period      string   `json:"period"` // two partial ISO dates with a slash
	Cumulative  bool     `json:"cumulative"`
	Implicit    bool     `json:"implicit"` // the number is not written, as in "a commander"
	Links       []Link   `json:"links"`
}

// Link ties a count to another count of the same record, written on the part,
// the subset or the repetition.
type Link struct {
	Type  string `json:"type"`  // of list link_type
	Count string `json:"count"` // count id
}

// Tactic is a mention of how force was used.
type Tactic struct {
	Head
	Code      string   `json:"code"` // of list tactic
	Initiator []string `json:"initiator"`
	Target    []string `json:"target"`
	Success   *bool    `json:"success"` // nil when the text does not say
}

// Date is a mention of a time.
type Date struct {
	Head
	Type      string `json:"type"`  // of list date_type
	Start     string `json:"start"` // partial ISO date, as Count.Date
	End       string `json:"end"`
	Precision string `json:"precision"` // of list date_precision
	Basis     string `json:"basis"`     // how it was resolved
}

// Event gathers items of a record that tell of one happening.
type Event struct {
	Head
	Title   string   `json:"title"`
	Date    string   `json:"date"`
	Members []Member `json:"members"`
}

// Member is an item's part in an event.
type Member struct {
	ID   string `json:"id"`
	Role string `json:"role"` // of list actor_role or location_role; "" when none is given
}

// Meta returns the part that all kinds share.
func (h *Head) Meta() *Head { return h }

// RowID returns the item's id.
func (h *Head) RowID() string { return h.ID }

// The kind of each type.
func (*Actor) Kind() Kind    { return KindActor }
func (*Location) Kind() Kind { return KindLocation }
func (*Count) Kind() Kind    { return KindCount }
func (*Tactic) Kind() Kind   { return KindTactic }
func (*Date) Kind() Kind     { return KindDate }
func (*Event) Kind() Kind    { return KindEvent }

// The table of each type.
func (*Actor) RowTable() Table    { return Table(KindActor) }
func (*Location) RowTable() Table { return Table(KindLocation) }
func (*Count) RowTable() Table    { return Table(KindCount) }
func (*Tactic) RowTable() Table   { return Table(KindTactic) }
func (*Date) RowTable() Table     { return Table(KindDate) }
func (*Event) RowTable() Table    { return Table(KindEvent) }

// Clone returns a copy that shares nothing with the original.
func (a *Actor) Clone() Item { c := *a; return &c }

// Clone returns a copy that shares nothing with the original.
func (l *Location) Clone() Item { c := *l; return &c }

// Clone returns a copy that shares nothing with the original.
func (d *Date) Clone() Item { c := *d; return &c }

// Clone returns a copy that shares nothing with the original.
func (n *Count) Clone() Item {
	c := *n
	c.Who, c.By, c.ClaimedBy = slices.Clone(n.Who), slices.Clone(n.By), slices.Clone(n.ClaimedBy)
	c.Links = slices.Clone(n.Links)
	return &c
}

// Clone returns a copy that shares nothing with the original.
func (t *Tactic) Clone() Item {
	c := *t
	c.Initiator, c.Target = slices.Clone(t.Initiator), slices.Clone(t.Target)
	if t.Success != nil {
		success := *t.Success
		c.Success = &success
	}
	return &c
}

// Clone returns a copy that shares nothing with the original.
func (e *Event) Clone() Item {
	c := *e
	c.Members = slices.Clone(e.Members)
	return &c
}
