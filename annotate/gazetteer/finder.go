package gazetteer

import (
	"cmp"
	"slices"

	"hashiya/model"
)

// Places keeps gazetteers and finds places in them by key; see the methods of
// the same names of sqlite.Store.
type Places interface {
	PlaceSources() ([]model.PlaceSource, error)
	PlacesNamed(keys []string, limit int) ([]model.PlaceHit, error)
	PlacesBeginning(key string, limit int) ([]model.PlaceHit, error)
	PlacesAt([]model.PlaceRef) ([]model.Place, error)
}

// Hint is what is known of a place that is looked for.
type Hint struct {
	// Kind is a code of list entity_type_location, "" when not known. A word of
	// the query that tells the kind goes before it.
	Kind string
	// Near are places that the same article speaks of.
	Near []Point
	// Beginning also finds names that only begin with the query, as while it is
	// being typed.
	Beginning bool
	// Limit is how many places to return, 20 for 0.
	Limit int
}

// Match is a place found, with the units it lies in.
type Match struct {
	model.Place
	Parents []model.Place // from the nearest to the country
	// Relative says that the query speaks of an area around the place.
	Relative bool
	score    int
}

// Precision suggests how exactly an event is placed there; see
// model.PlacePrecision.
func (m Match) Precision() (ucdp, acled int) { return model.PlacePrecision(m.Kind, m.Relative) }

// Limits of one look-up.
const (
	defaultLimit = 20
	maxLimit     = 200
	// maxHits bounds the places of one key and source that are ranked. The best
	// known come first, so that only hamlets of a very common name are left out.
	maxHits = 300
	// maxBeginnings is the same of names that are longer than the query.
	maxBeginnings = 100
	// minBeginning is the shortest beginning, in letters, that is looked for.
	minBeginning = 2
	// maxDepth bounds the units above a place.
	maxDepth = 6
)

// Finder looks places up in several gazetteers at once.
type Finder struct{ lists []Places }

// NewFinder returns a finder. Of places that are in several gazetteers the one
// of the earlier list is returned.
func NewFinder(lists ...Places) *Finder { return &Finder{lists: lists} }

// Find returns the places that a query may mean, the likeliest first: those
// called exactly so before others, the kind that is asked for before others,
// then by kind, population and distance from the hint's points. A city and a
// governorate of one name are two matches. A query may have particles attached
// («بالحسكة») and words that tell the kind («ناحية هجين»). What has no letter
// finds nothing.
func (f *Finder) Find(query string, hint Hint) ([]Match, error) {
	forms := readings(query)
	if len(forms) == 0 {
		return nil, nil
	}
	keys := make([]string, len(forms))
	for i, form := range forms {
		keys[i] = form.key
	}
	var all []candidate
	for list, places := range f.lists {
		hits, err := places.PlacesNamed(keys, maxHits)
		if err != nil {
			return nil, err
		}
		if hint.Beginning && len([]rune(keys[0])) >= minBeginning {
			more, err := places.PlacesBeginning(keys[0], maxBeginnings)
			if err != nil {
				return nil, err
			}
			hits = append(hits, more...)
		}
		for _, hit := range hits {
			all = append(all, candidate{Match: judge(hit, forms, hint), list: list})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(a.list, b.list), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Number, b.Number))
	})
	limit := hint.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	return f.withParents(distinct(all, min(limit, maxLimit)))
}

// candidate is a match and the list it is from.
type candidate struct {
	Match
	list int
}

// distinct returns the first of the candidates without those that are the same
// place as a better one: found by another name, or in another gazetteer.
func distinct(all []candidate, limit int) []candidate {
	var kept []candidate
	for _, c := range all {
		if len(kept) == limit {
			break
		}
		if !slices.ContainsFunc(kept, func(k candidate) bool { return same(k, c) }) {
			kept = append(kept, c)
		}
	}
	return kept
}

// Distances in km within which two gazetteers mean the same place by one name:
// a settlement, and the point they put in the middle of an administrative unit.
const (
	sameSettlement = 5
	sameUnit       = 100
)

func same(a, b candidate) bool {
	if a.Source == b.Source && a.list == b.list {
		return a.Number == b.Number
	}
	if a.PCode != "" && b.PCode != "" {
		return a.PCode == b.PCode
	}
	if group(a.Kind) != group(b.Kind) || a.Level != b.Level || !shareName(a.Place, b.Place) {
		return false
	}
	first, known := PointOf(a.Place)
	second, alsoKnown := PointOf(b.Place)
	if !known || !alsoKnown {
		return a.Level != model.NoLevel
	}
	if a.Level != model.NoLevel {
		return first.Distance(second) <= sameUnit
	}
	return first.Distance(second) <= sameSettlement
}

// shareName tells whether two places, found by one query, have a main name in
// common: a query with particles or words for kinds finds several names.
func shareName(a, b model.Place) bool {
	names := Keys(b.NameAr, b.NameEn)
	return slices.ContainsFunc(Keys(a.NameAr, a.NameEn), func(key string) bool { return slices.Contains(names, key) })
}

// address names a place among those of several lists.
type address struct {
	list int
	model.PlaceRef
}

// parentOf returns the address of the unit that a place lies in.
func parentOf(list int, p model.Place) address {
	return address{list, model.PlaceRef{Source: p.Source, Number: p.Parent}}
}

// withParents returns candidates as matches, with the units they lie in.
func (f *Finder) withParents(found []candidate) ([]Match, error) {
	units, err := f.units(found)
	if err != nil {
		return nil, err
	}
	matches := make([]Match, len(found))
	for i, c := range found {
		matches[i] = c.Match
		at := c.Place
		for range maxDepth {
			up, known := units[parentOf(c.list, at)]
			if !known {
				break
			}
			matches[i].Parents = append(matches[i].Parents, up)
			at = up
		}
	}
	return matches, nil
}

// units looks all units up that candidates lie in, one level at a time.
func (f *Finder) units(found []candidate) (map[address]model.Place, error) {
	units := map[address]model.Place{}
	next := make([]address, 0, len(found))
	for _, c := range found {
		next = append(next, parentOf(c.list, c.Place))
	}
	for range maxDepth {
		wanted := make([][]model.PlaceRef, len(f.lists))
		for _, a := range next {
			if _, known := units[a]; a.Number != 0 && !known && !slices.Contains(wanted[a.list], a.PlaceRef) {
				wanted[a.list] = append(wanted[a.list], a.PlaceRef)
			}
		}
		next = next[:0]
		for list, refs := range wanted {
			if len(refs) == 0 {
				continue
			}
			places, err := f.lists[list].PlacesAt(refs)
			if err != nil {
				return nil, err
			}
			for _, p := range places {
				units[address{list, p.PlaceRef}] = p
				next = append(next, parentOf(list, p))
			}
		}
	}
	return units, nil
}

// Licence says where places come from and on what terms they are used.
type Licence struct {
	Source  string `json:"source"` // key of the model.PlaceSource
	Name    string `json:"name"`
	Licence string `json:"licence"`
	URL     string `json:"url"`
	Places  int64  `json:"places"`
}

// Licences returns those of all gazetteers that the finder looks into.
func (f *Finder) Licences() ([]Licence, error) {
	var all []Licence
	for _, list := range f.lists {
		sources, err := list.PlaceSources()
		if err != nil {
			return nil, err
		}
		for _, s := range sources {
			all = append(all, Licence{s.Key, s.Name, s.Licence, s.URL, s.Places})
		}
	}
	return all, nil
}
