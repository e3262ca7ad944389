package dataset

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hashiya/model"
)

// Options say what of a project an export holds; they mean the same in every
// format. The zero value holds all of it.
type Options struct {
	Force       bool           // replace what is there already
	Annotators  []string       // records of these annotators only, by name; empty for all
	States      []model.Status // records in these states only; empty for all
	Adjudicated bool           // only records of kind adjudication

	// WithoutSuggestions leaves out items that were accepted suggestions, with
	// their spans and what points to them.
	WithoutSuggestions bool
	// OffsetsOnly leaves out the articles' texts, titles and quoted words, for
	// texts that may not be passed on: offsets and hashes stay.
	OffsetsOnly bool
	// Pseudonyms replaces annotators' names by "annotator-1" and so on, in the
	// order of the project. What somebody wrote into notes is not looked at.
	Pseudonyms bool
	Split      *Split // only one part of the articles; nil for all
}

// Part is one of the three parts that a dataset is split into.
type Part string

// The parts, with eight, one and one tenth of the groups.
const (
	Train Part = "train"
	Dev   Part = "dev"
	Test  Part = "test"
)

// Split picks one part of the articles. The articles of a group, such as near
// duplicates or reports of one event, stay together.
type Split struct {
	Part  Part
	Salt  string // another salt makes another split
	Group func(article string) string
}

// PartOf returns the part that a group falls in: the first 8 bytes of the
// SHA-256 of salt, NUL and group as a big-endian number, modulo 10.
func PartOf(salt, group string) Part {
	sum := sha256.Sum256([]byte(salt + "\x00" + group))
	switch binary.BigEndian.Uint64(sum[:]) % 10 {
	case 8:
		return Dev
	case 9:
		return Test
	}
	return Train
}

// suggested is the origin of an item that was an accepted suggestion.
const suggested = "suggested"

// selection applies options to what is exported.
type selection struct {
	Options
	pseudonyms map[string]string // by name
}

func newSelection(o Options, f Format, h *Header) (*selection, error) {
	if o.OffsetsOnly && f.NeedsText {
		return nil, fmt.Errorf("format %s needs the articles' texts; choose csv, w3c or geojson, or include the texts", f.Name)
	}
	if o.Split != nil {
		if !slices.Contains([]Part{Train, Dev, Test}, o.Split.Part) {
			return nil, fmt.Errorf("%q is no part of a dataset; choose train, dev or test", o.Split.Part)
		}
		if o.Split.Group == nil {
			return nil, errors.New("a split needs the groups of articles that must stay together")
		}
	}
	s := &selection{Options: o, pseudonyms: map[string]string{}}
	if h != nil && o.Pseudonyms {
		for _, a := range h.Annotators {
			s.name(a.Name)
		}
	}
	return s, nil
}

// name returns the name under which an annotator appears.
func (s *selection) name(name string) string {
	if !s.Pseudonyms || name == "" {
		return name
	}
	if s.pseudonyms[name] == "" {
		s.pseudonyms[name] = fmt.Sprintf("annotator-%d", len(s.pseudonyms)+1)
	}
	return s.pseudonyms[name]
}

// header returns the project line as it is exported.
func (s *selection) header(h *Header) *Header {
	c := *h
	c.Annotators = nil
	for _, a := range h.Annotators {
		if len(s.Annotators) > 0 && !slices.Contains(s.Annotators, a.Name) {
			continue
		}
		if s.Pseudonyms {
			a.Name, a.Extra = s.name(a.Name), ""
		}
		c.Annotators = append(c.Annotators, a)
	}
	return &c
}

// document returns the article as it is exported, nil when it is not.
func (s *selection) document(d *Document) *Document {
	if s.Split != nil && PartOf(s.Split.Salt, s.Split.Group(d.Article.ID)) != s.Split.Part {
		return nil
	}
	c := *d
	c.Records = nil
	for i := range d.Records {
		if s.takes(&d.Records[i]) {
			c.Records = append(c.Records, s.record(d.Records[i]))
		}
	}
	if s.OffsetsOnly {
		c.Text, c.Article.Title = "", ""
	}
	c.Sort()
	return &c
}

func (s *selection) takes(r *Record) bool {
	return (len(s.Annotators) == 0 || slices.Contains(s.Annotators, r.Annotator)) &&
		(len(s.States) == 0 || slices.Contains(s.States, r.Status)) &&
		(!s.Adjudicated || r.Kind == model.RecordAdjudication)
}

func (s *selection) record(r Record) Record {
	r.Annotator = s.name(r.Annotator)
	r.Items, r.Spans = slices.Clone(r.Items), slices.Clone(r.Spans)
	if s.WithoutSuggestions {
		r.dropSuggested()
	}
	if s.OffsetsOnly {
		for i := range r.Spans {
			r.Spans[i].Text = ""
		}
	}
	return r
}

// dropSuggested removes accepted suggestions and what points to them.
func (r *Record) dropSuggested() {
	gone := map[string]bool{}
	r.Items = slices.DeleteFunc(r.Items, func(item model.Item) bool {
		gone[item.Meta().ID] = item.Meta().Origin == suggested
		return gone[item.Meta().ID]
	})
	r.Spans = slices.DeleteFunc(r.Spans, func(s model.Span) bool { return gone[s.Item] })
	for i, item := range r.Items {
		switch item := item.Clone().(type) {
		case *model.Count:
			item.Links = slices.DeleteFunc(item.Links, func(l model.Link) bool { return gone[l.Count] })
			r.Items[i] = item
		case *model.Event:
			item.Members = slices.DeleteFunc(item.Members, func(m model.Member) bool { return gone[m.ID] })
			r.Items[i] = item
		}
	}
}

// checkNames reports an annotator who is asked for and not in the project: an
// empty export would look like one who did nothing.
func (s *selection) checkNames(h *Header) error {
	if h == nil {
		return nil
	}
	var known []string
	for _, a := range h.Annotators {
		known = append(known, a.Name)
	}
	for _, name := range s.Annotators {
		if !slices.Contains(known, name) {
			return fmt.Errorf("the project has no annotator %q; it has %s", name, strings.Join(known, ", "))
		}
	}
	return nil
}
