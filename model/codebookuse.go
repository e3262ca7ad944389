package model

// CodeUser is a place in a record where a code stands.
type CodeUser struct {
	CodeRef
	Article   string // article id
	Annotator string // annotator id
	Record    string // record id
	Kind      Kind   // of the item; "" where the record itself holds the code
	Item      string // item id, "" with it
	Field     string // "links" and "members" besides the names of fields
	Version   string // "id@version" of the codebook it was made under
}
