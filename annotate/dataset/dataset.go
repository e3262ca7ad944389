// Package dataset reads and writes annotated articles in the formats of files.
// Each format has one writer and one line in Formats. Files name entities by
// key and annotators by name; resolving those names, and checking codes
// against a codebook, is for the caller.
//
// Documents pass through one at a time and nothing of them is kept, so memory
// does not grow with their number.
package dataset

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"

	"hashiya/model"
)

// Header is what a file says of the project as a whole. The Parent and
// MergedInto of an entity hold keys; ids of entities and annotators are not
// part of files.
type Header struct {
	Name       string
	Codebook   json.RawMessage   // that new work is made under; nil when absent
	Codebooks  []json.RawMessage // other versions that records or items were made under
	Entities   []model.Entity
	Annotators []model.Annotator
	Extra      model.Extra
}

// Document is one article with its records as files see them: entity fields of
// items and Span.Entity hold entity keys, Record.Annotator holds the
// annotator's name.
type Document struct {
	Article model.Article
	Text    string
	Records []Record
}

// Record is one annotator's work on the article, with what is in it.
type Record struct {
	model.Record
	Items []model.Item
	Spans []model.Span
}

// Writer writes a project in one format. Header is called at most once and
// first, Document once for each article, Close last. What is written does not
// count until the Target is committed.
type Writer interface {
	Header(*Header) error
	Document(*Document) error
	Close() error
}

// Format is a way to write a project.
type Format struct {
	Name      string // as given on the command line
	Title     string // for people, in English
	Folder    bool   // writes a folder of files, else one file
	Extension string // of the file, or of the files in the folder, with its dot
	// Redirects says that the format carries merges of codes and entities: what
	// was merged is written as the records have it. Other formats are given what
	// stands for it now.
	Redirects bool

	NeedsText bool // cannot be written without the articles' texts
	Lossless  bool // holds everything, so that there is no report of losses
	Partial   bool // leaves out articles of which it holds no item

	// New starts writing. It creates every file that the format writes but those
	// that come with each article, which Target.WriteFile is for.
	New func(*Sink) (Writer, error)
	// Read reads the written file or folder again, independently of how it was
	// written: it knows the format, not the Writer.
	Read func(path string, each func(*Found)) error
	// Quote says how words read in the format, where that is not as they are.
	Quote func(string) string
}

// Sink is what a Writer writes to.
type Sink struct {
	*Target
	Options Options
	Losses  *Losses
}

// Formats lists the formats, the lossless one first. A new format is one line
// here and one file beside this one.
func Formats() []Format {
	return []Format{
		jsonlFormat(),
		csvFormat(),
		bratFormat(),
		labelStudioFormat(),
		spacyFormat(),
		htmlFormat(),
		doccanoFormat(),
		conllFormat(),
		w3cFormat(),
		geojsonFormat(),
	}
}

// Sort puts the document in the order of files: records by annotator and id,
// items by kind and first own words, spans in text order.
func (d *Document) Sort() {
	slices.SortFunc(d.Records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.Annotator, b.Annotator), cmp.Compare(a.ID, b.ID))
	})
	for i := range d.Records {
		d.Records[i].sortItems()
		model.SortSpans(d.Records[i].Spans)
	}
}

// sortItems orders the items by kind and, as model.Work.Order does, by their
// first own words and id.
func (r *Record) sortItems() {
	first := make(map[string]int, len(r.Items))
	for _, s := range r.Spans {
		if at, seen := first[s.Item]; s.Field == "" && (!seen || s.Start < at) {
			first[s.Item] = s.Start
		}
	}
	at := func(item model.Item) int {
		if n, found := first[item.Meta().ID]; found {
			return n
		}
		return math.MaxInt
	}
	slices.SortFunc(r.Items, func(a, b model.Item) int {
		return cmp.Or(
			cmp.Compare(slices.Index(model.Kinds, a.Kind()), slices.Index(model.Kinds, b.Kind())),
			cmp.Compare(at(a), at(b)),
			cmp.Compare(a.Meta().ID, b.Meta().ID))
	})
}

// sorted returns the document in the order of files and leaves d as it is.
func (d *Document) sorted() *Document {
	s := *d
	s.Records = slices.Clone(d.Records)
	for i := range s.Records {
		r := &s.Records[i]
		r.Items, r.Spans = slices.Clone(r.Items), slices.Clone(r.Spans)
	}
	s.Sort()
	return &s
}

// listName is the key of a kind's list in files, and the name of its table.
func listName(kind model.Kind) string { return string(kind) + "s" }
