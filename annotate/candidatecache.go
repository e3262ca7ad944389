package annotate

import (
	"hashiya/model"
	"hashiya/model/arabic"
)

// finds is what a session has read in its article for candidates. Everything is
// read when it is asked for and dropped when what it was made from changes: the
// words and numbers never, dates with the publication date, cues with the
// codebook, names with the entities, the lists with all of these and with the
// mentions.
type finds struct {
	words   *arabic.Words
	numbers []arabic.Count
	counted bool // numbers is read
	dates   []arabic.FoundDate
	dated   bool // dates is read
	names   []arabic.FoundName
	named   bool                          // names is read
	cues    map[string][]arabic.FoundName // by code list
	lists   map[listKey][]Candidate

	// What the above was made from.
	published string
	codebook  *model.Codebook
	entities  *Entities
	version   int // of entities
}

// listKey names a list of candidates: a field of a kind, or what fields of
// several kinds share.
type listKey struct {
	kind  model.Kind
	field string
}

// refresh drops what is out of date.
func (f *finds) refresh(s *Session) {
	p := s.project
	if f.lists == nil {
		f.lists = map[listKey][]Candidate{}
	}
	if f.published != s.article.Published {
		f.published, f.dates, f.dated = s.article.Published, nil, false
		clear(f.lists)
	}
	if f.codebook != p.codebook {
		f.codebook, f.cues = p.codebook, map[string][]arabic.FoundName{}
		clear(f.lists)
	}
	if f.entities != p.entities || f.version != p.entities.version {
		f.entities, f.version, f.names, f.named = p.entities, p.entities.version, nil, false
		clear(f.lists)
	}
}

// forget drops the lists that name mentions, when a row changes one.
func (f *finds) forget(s *Session, row model.Row) {
	switch row := row.(type) {
	case *model.Actor, *model.Location, *model.Record:
	case *model.Span:
		item := s.Item(row.Item)
		if row.Field != "" || item != nil && entityKinds[item.Kind()] == model.NoEntity {
			return
		}
	default:
		return
	}
	for _, field := range []string{entityList(model.ActorEntity), entityList(model.PlaceEntity), claimedBy} {
		delete(f.lists, listKey{"", field})
	}
}

func (f *finds) readWords(s *Session) arabic.Words {
	if f.words == nil {
		words := arabic.ReadWords(string(s.text))
		f.words = &words
	}
	return *f.words
}

func (f *finds) readNumbers(s *Session) []arabic.Count {
	if !f.counted {
		f.numbers, f.counted = arabic.Numbers(string(s.text)), true
	}
	return f.numbers
}

func (f *finds) readDates(s *Session) []arabic.FoundDate {
	if !f.dated {
		f.dates, f.dated = arabic.Dates(string(s.text), f.published), true
	}
	return f.dates
}

func (f *finds) readNames(s *Session) []arabic.FoundName {
	if !f.named {
		f.names, f.named = f.entities.finder().Find(f.readWords(s)), true
	}
	return f.names
}

func (f *finds) readCues(s *Session, list string) []arabic.FoundName {
	found, read := f.cues[list]
	if !read {
		cues, given := arabic.NewCues(), false
		for _, code := range f.codebook.List(list) {
			for _, cue := range code.Cues {
				cues.Add(cue, code.Key)
				given = true
			}
		}
		if given {
			found = cues.Find(f.readWords(s))
		}
		f.cues[list] = found
	}
	return found
}
