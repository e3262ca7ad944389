package annotate

import (
	"context"
	"sync"

	"hashiya/model"
	"hashiya/model/arabic"
)

// MaxHits is how many places of one text a search tells.
const MaxHits = 10_000

// Finder searches one text as the project's search does: spelling variants,
// vowel marks and the digits of three scripts are equal. It is safe for
// concurrent use, so that a long text can be searched in the background.
type Finder struct{ fold func() arabic.Folded }

// NewFinder returns a finder for the session's article. The text is folded at
// the first search.
func (s *Session) NewFinder() *Finder {
	text := s.text // never changed
	return &Finder{fold: sync.OnceValue(func() arabic.Folded { return arabic.FoldSearch(string(text)) })}
}

// Find returns the places of words in reading order, without overlaps, at most
// MaxHits. It ends early with what it has when ctx is done.
func (f *Finder) Find(ctx context.Context, words string) []model.Range {
	var hits []model.Range
	for start, end := range f.fold().Hits(arabic.FoldSearch(words).String()) {
		hits = append(hits, model.Range{Start: start, End: end})
		if len(hits) == MaxHits || ctx.Err() != nil {
			break
		}
	}
	return hits
}
