package model

// RecordKind tells an annotator's own work from a supervisor's judgement.
type RecordKind string

// The kinds of record.
const (
	RecordAnnotation   RecordKind = "annotation"
	RecordAdjudication RecordKind = "adjudication"
)

// Status is how far a record is. An article without a record is to do.
type Status string

// The states of a record.
const (
	InProgress Status = "in_progress"
	Submitted  Status = "submitted"
)

// Record is one annotator's work on one article. Only its owner appends to it.
type Record struct {
	ID         string     `json:"id"`
	Article    string     `json:"article"`
	Annotator  string     `json:"annotator"` // annotator id
	Kind       RecordKind `json:"kind"`
	Cites      []string   `json:"cites"` // records judged, for an adjudication
	Status     Status     `json:"status"`
	Relevance  string     `json:"relevance"` // of list relevance
	Note       string     `json:"note"`
	Codebook   string     `json:"codebook"` // "id@version" it was begun under
	ExternalID string     `json:"external_id"`
	Deleted    bool       `json:"deleted"`
	Extra      Extra      `json:"extra"`
}

// RecordFields are the fields of a record that its annotator sets, by the
// names they have in files.
var RecordFields = []Field{
	codeField("relevance", "relevance", func(r *Record) *string { return &r.Relevance }),
	textField("note", func(r *Record) *string { return &r.Note }),
}

// Span is a half-open range of code points of the article's text that belongs
// to one field of one item, with the words it quotes.
type Span struct {
	ID      string `json:"id"`
	Record  string `json:"record"`
	Item    string `json:"item"`
	Field   string `json:"field"`  // "" for the item's own words, else the field it is evidence for
	Entity  string `json:"entity"` // entity id, when it proves one element of a list such as who
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
	Deleted bool   `json:"deleted"`
	Extra   Extra  `json:"extra"`
}

// Work is a record with everything in it, deleted rows left out.
type Work struct {
	Record Record
	Items  map[string]Item // by id
	Spans  map[string]Span // by id
}

// Evidence returns the spans of an item's field in text order. For a field that
// holds several entities, entity picks one of them; "" picks the spans that
// belong to the field as a whole.
func (w *Work) Evidence(item, field, entity string) []Span {
	var found []Span
	for _, s := range w.Spans {
		if s.Item == item && s.Field == field && s.Entity == entity {
			found = append(found, s)
		}
	}
	SortSpans(found)
	return found
}

// RecordSummary is what a list of articles shows of a record.
type RecordSummary struct {
	Record    string
	Article   string
	Annotator string // annotator id
	Kind      RecordKind
	Status    Status
	Items     int // items of all kinds
	Reach     int // end of the last span, in code points of the article
}
