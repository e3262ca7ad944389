package model

import "reflect"

// Table names a table of the project file.
type Table string

// The tables besides those of the kinds.
const (
	TableProject   Table = "project"
	TableAnnotator Table = "annotator"
	TableCodebook  Table = "codebook"
	TableEntity    Table = "entity"
	TableArticle   Table = "article"
	TableRecord    Table = "record"
	TableSpan      Table = "span"
)

// Row is one row of one table. The types that satisfy it are listed in
// NewRow; they are pointers to plain structs whose json tags are the columns.
type Row interface {
	RowTable() Table
	RowID() string
}

// NewRow returns an empty row of a table, nil for an unknown one.
func NewRow(table Table) Row {
	switch table {
	case TableProject:
		return &Project{}
	case TableAnnotator:
		return &Annotator{}
	case TableCodebook:
		return &CodebookRow{}
	case TableEntity:
		return &Entity{}
	case TableArticle:
		return &Article{}
	case TableRecord:
		return &Record{}
	case TableSpan:
		return &Span{}
	}
	if item := NewItem(Kind(table)); item != nil {
		return item
	}
	return nil
}

// The table of each type.
func (*Project) RowTable() Table     { return TableProject }
func (*Annotator) RowTable() Table   { return TableAnnotator }
func (*CodebookRow) RowTable() Table { return TableCodebook }
func (*Entity) RowTable() Table      { return TableEntity }
func (*Article) RowTable() Table     { return TableArticle }
func (*Record) RowTable() Table      { return TableRecord }
func (*Span) RowTable() Table        { return TableSpan }

// The id of each row.
func (p *Project) RowID() string     { return p.ID }
func (a *Annotator) RowID() string   { return a.ID }
func (c *CodebookRow) RowID() string { return c.ID }
func (e *Entity) RowID() string      { return e.ID }
func (a *Article) RowID() string     { return a.ID }
func (r *Record) RowID() string      { return r.ID }
func (s *Span) RowID() string        { return s.ID }

// Clock is a hybrid logical time: 48 bits of Unix milliseconds, 16 bits of
// counter. Later edits of a project have larger clocks even when a laptop's
// clock goes back (Kulkarni et al. 2014, "Logical Physical Clocks").
type Clock int64

// Next returns a clock after c and not before the given Unix milliseconds.
func (c Clock) Next(millis int64) Clock { return max(c+1, Clock(millis<<16)) }

// Millis returns the clock's Unix milliseconds.
func (c Clock) Millis() int64 { return int64(c >> 16) }

// Stamp names an edit: the device it was made on and its number there. The
// numbers of a device start at 1 and have no gaps.
type Stamp struct {
	Device string `json:"device"`
	Seq    int64  `json:"seq"`
}

// Scope says which history an edit belongs to; undo stays inside one.
type Scope string

// The scopes. ScopeArticle is one annotator on one article.
const (
	ScopeArticle  Scope = "article"
	ScopeEntity   Scope = "entity"
	ScopeCodebook Scope = "codebook"
	ScopeImport   Scope = "import"
	ScopeProject  Scope = "project"
)

// Range is a half-open range of code points, such as a selection.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// RowChange is a row before and after an edit; Before is nil for a new row.
// After is never nil: rows are marked deleted, not removed.
type RowChange struct {
	Before, After Row
}

// Edit is one step of the journal: the rows it changed, who changed them, and
// what it undoes. It is data that can be inverted.
type Edit struct {
	Stamp
	Time      Clock
	Author    string // annotator id
	Scope     Scope
	Article   string // article id, for ScopeArticle and ScopeImport
	Label     string // what was done, a translation key
	Undoes    *Stamp // the edit whose rows this one puts back
	Selection Range  // before the edit, restored by undo
	Rows      []RowChange
}

// Inverse returns the edit that puts the rows back: changed rows as they were,
// new rows marked deleted. The stamp and time are left for the store to give.
func (e *Edit) Inverse() Edit {
	undoes := e.Stamp
	inverse := Edit{
		Author: e.Author, Scope: e.Scope, Article: e.Article, Label: e.Label,
		Undoes: &undoes, Selection: e.Selection,
	}
	for i := len(e.Rows) - 1; i >= 0; i-- {
		change := e.Rows[i]
		back := change.Before
		if back == nil {
			back = tombstone(change.After)
		}
		inverse.Rows = append(inverse.Rows, RowChange{Before: change.After, After: back})
	}
	return inverse
}

// tombstone returns a copy of a row marked deleted.
func tombstone(row Row) Row {
	dead := CloneRow(row)
	reflect.ValueOf(dead).Elem().FieldByName("Deleted").SetBool(true)
	return dead
}

// CloneRow returns a shallow copy of a row; rows are replaced, not changed in
// place, so their lists may be shared.
func CloneRow(row Row) Row {
	if item, is := row.(Item); is {
		return item.Clone()
	}
	from := reflect.ValueOf(row).Elem()
	to := reflect.New(from.Type())
	to.Elem().Set(from)
	return to.Interface().(Row)
}

// Deleted reports whether a row is marked deleted. A project row never is.
func Deleted(row Row) bool {
	f := reflect.ValueOf(row).Elem().FieldByName("Deleted")
	return f.IsValid() && f.Bool()
}

// Import is one article, or what articles refer to, on its way into a project:
// an edit and, for a new article, its text.
type Import struct {
	// Shared are new rows that the edit's refer to, such as entities. Several
	// elements may bring the same one: it is written with the first of them that
	// is taken in, in an edit of its own before that one's.
	Shared  []Row
	Edit    Edit   // without rows when the shared ones are all there is
	Article string // id, when Text is to be kept
	Text    string
}
