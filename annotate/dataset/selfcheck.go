package dataset

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash/maphash"
	"strconv"

	"hashiya/model"
)

// Found is what the reader of a format finds of an article, or of one record of
// it. An article may come in several of them, in any order.
type Found struct {
	Article string  // its id
	Text    *string // nil where the files do not hold it
	Records int     // -1 where the files do not tell records apart
	Items   int     // -1 where the files do not tell items apart
	Spans   []Range
}

// Range is a stretch of an article's text, half-open in code points, with the
// words that stand there. A reader takes them from the files by the offsets of
// the format's own unit, and has compared them with the words quoted beside
// those, where there are any.
type Range struct {
	Start, End int
	Quote      string
}

// sums is what is compared of an article. The hash is a sum over its ranges,
// so that their order does not matter and memory does not grow with them.
type sums struct {
	records, items, spans int
	hash                  uint64
	text                  [sha256.Size]byte
	hasText               bool
}

// ErrSelfCheck is the reason of an export whose files, read again, did not hold
// what was written.
var ErrSelfCheck = errors.New("the written files do not hold what the project does, so they were removed; please report this")

// selfCheck compares what was written with what is read again. It keeps some
// hundred bytes for each article.
type selfCheck struct {
	seed     maphash.Seed
	partial  bool
	quote    func(string) string
	expected map[string]*sums
	found    map[string]*sums
}

func newSelfCheck(f Format) *selfCheck {
	quote := f.Quote
	if quote == nil {
		quote = func(s string) string { return s }
	}
	return &selfCheck{seed: maphash.MakeSeed(), partial: f.Partial, quote: quote, expected: map[string]*sums{}, found: map[string]*sums{}}
}

func (s *sums) add(c *selfCheck, r Range) {
	s.spans++
	s.hash += maphash.String(c.seed, strconv.Itoa(r.Start)+"-"+strconv.Itoa(r.End)+" "+r.Quote)
}

// expect takes down an article as it was written, less what the format lost.
func (c *selfCheck) expect(d *Document, text []rune, l *Losses) error {
	if c.expected[d.Article.ID] != nil {
		return fmt.Errorf("article %s comes twice", d.Article.ID)
	}
	s := &sums{records: len(d.Records), text: sha256.Sum256([]byte(d.Text))}
	c.expected[d.Article.ID] = s
	for i := range d.Records {
		r := &d.Records[i]
		for _, item := range r.Items {
			if l.lostItems[item.Meta().ID] == "" {
				s.items++
			}
		}
		for _, span := range r.Spans {
			if reason := l.lostItems[span.Item]; reason == LossNoWords && span.Field == "" {
				return fmt.Errorf("item %s was left out as one without words, and has some: %w", span.Item, ErrSelfCheck)
			} else if reason != "" || l.lost[span.ID] {
				continue
			}
			to, moved := l.moved[span.ID]
			if !moved {
				s.add(c, Range{span.Start, span.End, c.quote(span.Text)})
				continue
			}
			for _, at := range to {
				s.add(c, Range{at[0], at[1], c.quote(string(text[at[0]:at[1]]))})
			}
		}
	}
	return nil
}

// checkSpans reports a span of the project that does not quote its article.
func checkSpans(d *Document, text []rune) error {
	for i := range d.Records {
		for _, span := range d.Records[i].Spans {
			if err := model.CheckSpan(span, text); err != nil {
				return fmt.Errorf("article %s: %w", d.Article.ID, err)
			}
		}
	}
	return nil
}

// take adds up what was read.
func (c *selfCheck) take(f *Found) {
	s := c.found[f.Article]
	if s == nil {
		s = &sums{}
		c.found[f.Article] = s
	}
	if f.Text != nil {
		s.text, s.hasText = sha256.Sum256([]byte(*f.Text)), true
	}
	s.records += f.Records
	s.items += f.Items
	for _, r := range f.Spans {
		s.add(c, r)
	}
}

// compare reports the first article that differs.
func (c *selfCheck) compare() error {
	absent := 0
	for id, want := range c.expected {
		got := c.found[id]
		if got == nil && c.partial && want.items == 0 {
			absent++
			continue
		}
		if got == nil {
			return fmt.Errorf("article %s is not in the files: %w", id, ErrSelfCheck)
		}
		if got.items < 0 {
			got.items = want.items
		}
		if got.records < 0 {
			got.records = want.records
		}
		switch {
		case got.records != want.records:
			return fmt.Errorf("article %s: %d records written, %d read again: %w", id, want.records, got.records, ErrSelfCheck)
		case got.items != want.items:
			return fmt.Errorf("article %s: %d items written, %d read again: %w", id, want.items, got.items, ErrSelfCheck)
		case got.spans != want.spans:
			return fmt.Errorf("article %s: %d spans written, %d read again: %w", id, want.spans, got.spans, ErrSelfCheck)
		case got.hash != want.hash:
			return fmt.Errorf("article %s: offsets or quoted words have changed: %w", id, ErrSelfCheck)
		case got.hasText && got.text != want.text:
			return fmt.Errorf("article %s: the text has changed: %w", id, ErrSelfCheck)
		}
	}
	if len(c.found)+absent != len(c.expected) {
		return fmt.Errorf("%d articles written, %d read again: %w", len(c.expected), len(c.found), ErrSelfCheck)
	}
	return nil
}
