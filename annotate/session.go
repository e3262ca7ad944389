package annotate

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode"

	"hashiya/model"
)

// What a session refuses.
var (
	ErrSubmitted  = errors.New("the record is submitted; reopen it to change it")
	ErrNoArticle  = errors.New("there is no such article in the project")
	ErrNoItem     = errors.New("there is no such item in the record")
	ErrNoSpan     = errors.New("there is no such span in the record")
	ErrNoWords    = errors.New("select some words in the article first")
	ErrNothingNew = errors.New("nothing would change")
	ErrDoubled    = errors.New("these words are evidence of this field already")
)

// Session is one annotator at work on one article. It is used from one
// goroutine; nothing in it has changed when a method returns an error.
type Session struct {
	project *Project
	article model.Article
	text    []rune
	whole   string                  // the same, as the store gave it; "" where that is not kept
	work    *model.Work             // nil while there is no record
	spans   map[string][]model.Span // those of work by item, as SpansOf gives them; nil until asked for
	undo    []entry
	redo    []entry
	tell    []func(Change)
	found   finds // for candidates
	// activity is the time at work, see Touch.
	activity activity
	event    string // that new items are put into, see WorkIn
	// selection is what the window had selected, kept with each edit so that
	// undo can bring it back.
	selection model.Range
}

// Change names what an edit has changed, for those who show it.
type Change struct {
	Label     string      // the edit's, a translation key
	Items     []string    // ids of items that came, changed or went, or whose spans did
	Record    bool        // the record's own fields or its state
	Article   bool        // the article's facts
	Selection model.Range // to restore, after undo and redo
	Undone    bool        // undo or redo
}

// Open opens an article for the project's annotator.
func (p *Project) Open(article string) (*Session, error) {
	facts, found, err := p.store.Article(article)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("article %s: %w", article, ErrNoArticle)
	}
	text, err := p.store.Text(article)
	if err != nil {
		return nil, err
	}
	s := &Session{project: p, article: facts, text: []rune(text), whole: text}
	if p.annotator.ID == "" {
		return s, nil
	}
	work, found, err := p.store.Work(article, p.annotator.ID)
	if err != nil {
		return nil, err
	}
	if found {
		s.work = &work
	}
	return s, s.loadHistory()
}

// OnChange calls tell after every edit that was kept.
func (s *Session) OnChange(tell func(Change)) { s.tell = append(s.tell, tell) }

// Article returns the article's facts.
func (s *Session) Article() model.Article { return s.article }

// Text returns the words of a range of the article.
func (s *Session) Text(start, end int) string {
	start, end = max(0, start), min(end, len(s.text))
	if start >= end {
		return ""
	}
	if start == 0 && end == len(s.text) && s.whole != "" {
		return s.whole // a long text is not put together anew
	}
	return string(s.text[start:end])
}

// Len returns the length of the article in code points.
func (s *Session) Len() int { return len(s.text) }

// Record returns the record, empty while there is none.
func (s *Session) Record() model.Record {
	if s.work == nil {
		return model.Record{}
	}
	return s.work.Record
}

// Work returns the record with what is in it, for reading only; nil while
// there is no record.
func (s *Session) Work() *model.Work { return s.work }

// Item returns an item for reading only, nil when it is not there.
func (s *Session) Item(id string) model.Item {
	if s.work == nil {
		return nil
	}
	return s.work.Items[id]
}

// Select tells the session what is selected in the window.
func (s *Session) Select(start, end int) { s.selection = model.Range{Start: start, End: end} }

// Submitted reports whether the record is submitted, and so locked.
func (s *Session) Submitted() bool {
	return s.work != nil && s.work.Record.Status == model.Submitted
}

// apply has the store keep an edit, then brings the session up to date and
// tells the listeners.
func (s *Session) apply(e model.Edit, undone bool) (model.Edit, error) {
	e, err := s.project.store.Apply(e)
	if err != nil {
		return e, err
	}
	change := Change{Label: e.Label, Selection: e.Selection, Undone: undone}
	items := map[string]bool{}
	for _, row := range e.Rows {
		s.put(row.After, &change, items)
		if span, is := row.Before.(*model.Span); is {
			items[span.Item] = true
		}
	}
	change.Items = slices.Sorted(maps.Keys(items))
	// The stacks must be right before anybody asks what can be undone.
	s.track(&e)
	for _, tell := range s.tell {
		tell(change)
	}
	return e, nil
}

// put takes one row as it is after an edit into the session.
func (s *Session) put(row model.Row, change *Change, items map[string]bool) {
	dead := model.Deleted(row)
	s.found.forget(s, row)
	switch row := row.(type) {
	case *model.Article:
		s.article, change.Article = *row, true
	case *model.Record:
		change.Record = true
		s.putRecord(row, dead)
	case *model.Span:
		items[row.Item] = true
		if s.work != nil {
			s.work.Spans[row.ID] = *row
			if dead {
				delete(s.work.Spans, row.ID)
			}
			s.putSpan(*row, dead)
		}
	case model.Item:
		items[row.Meta().ID] = true
		if s.work != nil {
			s.work.Items[row.Meta().ID] = row
			if dead {
				delete(s.work.Items, row.Meta().ID)
			}
		}
	}
}

func (s *Session) putRecord(row *model.Record, dead bool) {
	switch {
	case dead:
		s.work, s.spans = nil, nil
	case s.work == nil:
		s.work = &model.Work{Record: *row, Items: map[string]model.Item{}, Spans: map[string]model.Span{}}
	default:
		s.work.Record = *row
	}
}

// SpansOf returns the spans of an item: its own words first, each in text
// order. The list is for reading only.
func (s *Session) SpansOf(item string) []model.Span {
	if s.work == nil || item == "" {
		return nil
	}
	if s.spans == nil {
		s.spans = map[string][]model.Span{}
		for _, span := range s.work.Spans {
			s.spans[span.Item] = append(s.spans[span.Item], span)
		}
		for _, spans := range s.spans {
			ownFirst(spans)
		}
	}
	return s.spans[item]
}

// putSpan takes one span as it is after an edit into the lists of SpansOf.
// They are made anew, since somebody may still be reading the old one.
func (s *Session) putSpan(span model.Span, dead bool) {
	if s.spans == nil {
		return
	}
	spans := slices.DeleteFunc(slices.Clone(s.spans[span.Item]), func(other model.Span) bool { return other.ID == span.ID })
	if !dead {
		spans = append(spans, span)
		ownFirst(spans)
	}
	s.spans[span.Item] = spans
}

func ownFirst(spans []model.Span) {
	model.SortSpans(spans)
	slices.SortStableFunc(spans, func(a, b model.Span) int {
		return cmp.Compare(min(len(a.Field), 1), min(len(b.Field), 1))
	})
}

// Context widens a range by up to n code points on both sides, to whole words
// and not over the end of a line.
func (s *Session) Context(start, end, n int) (from, to int) {
	return widen(s.text, start, end, n)
}

// widen is Session.Context for any text.
func widen(text []rune, start, end, n int) (from, to int) {
	from, to = max(start, 0), min(end, len(text))
	for i := from; i > 0 && start-i < n && text[i-1] != '\n'; i-- {
		if i == 1 || unicode.IsSpace(text[i-2]) {
			from = i - 1
		}
	}
	for i := to; i < len(text) && i-end < n && text[i] != '\n'; i++ {
		if i == len(text)-1 || unicode.IsSpace(text[i+1]) {
			to = i + 1
		}
	}
	return from, to
}
