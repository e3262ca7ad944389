package gazetteer

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"hashiya/model"
)

// List is a small gazetteer in memory. It does not change and is safe for
// concurrent use.
type List struct {
	source model.PlaceSource
	places []model.Place // number 1 first
	names  []listName    // in order of key
}

type listName struct {
	key    string
	weight int
	number int64
}

// listFile is the JSON of a built-in list. A parent is the key of an earlier
// place.
type listFile struct {
	Source model.PlaceSource `json:"source"`
	Places []struct {
		Key        string        `json:"key"`
		Kind       string        `json:"kind"`
		Ar         string        `json:"ar"`
		En         string        `json:"en"`
		Aliases    []string      `json:"aliases"`
		Lat        model.Decimal `json:"lat"`
		Lon        model.Decimal `json:"lon"`
		PCode      string        `json:"pcode"`
		Parent     string        `json:"parent"`
		Population int64         `json:"population"`
	} `json:"places"`
}

// ParseList reads a list in the form of the built-in ones: an object with
// "source" and "places". It refuses a list with a wrong place in it.
func ParseList(body []byte) (*List, error) {
	var file listFile
	if err := json.Unmarshal(body, &file); err != nil {
		return nil, fmt.Errorf("list of places: %w", err)
	}
	l := &List{source: file.Source}
	numbers := map[string]int64{}
	for _, in := range file.Places {
		p := model.Place{
			Key: in.Key, Kind: in.Kind, Level: levelOf(in.Kind), NameAr: in.Ar, NameEn: in.En, Aliases: in.Aliases,
			Lat: in.Lat, Lon: in.Lon, PCode: in.PCode, Parent: numbers[in.Parent], Population: in.Population,
		}
		if in.Parent != "" && p.Parent == 0 {
			return nil, fmt.Errorf("list of places: place %q: no place %q stands before it", in.Key, in.Parent)
		}
		row, err := rowOf(p)
		if err != nil {
			return nil, fmt.Errorf("list of places: place %q: %w", in.Key, err)
		}
		l.add(row)
		numbers[in.Key] = int64(len(l.places))
	}
	l.source.Places = int64(len(l.places))
	slices.SortFunc(l.names, func(a, b listName) int {
		return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.weight, b.weight), cmp.Compare(a.number, b.number))
	})
	return l, nil
}

func (l *List) add(row model.PlaceRow) {
	number := int64(len(l.places)) + 1
	row.PlaceRef = model.PlaceRef{Source: l.source.Key, Number: number}
	l.places = append(l.places, row.Place)
	for _, key := range row.Names {
		l.names = append(l.names, listName{key, row.Weight, number})
	}
}

// Places returns all places in order of number.
func (l *List) Places() []model.Place { return slices.Clone(l.places) }

// PlaceSources returns the list's one source.
func (l *List) PlaceSources() ([]model.PlaceSource, error) {
	return []model.PlaceSource{l.source}, nil
}

// PlacesNamed returns the places that go by one of some keys.
func (l *List) PlacesNamed(keys []string, limit int) ([]model.PlaceHit, error) {
	var hits []model.PlaceHit
	for _, key := range keys {
		hits = append(hits, l.from(key, limit, func(name string) bool { return name == key })...)
	}
	return hits, nil
}

// PlacesBeginning returns the places with a key that begins so.
func (l *List) PlacesBeginning(key string, limit int) ([]model.PlaceHit, error) {
	return l.from(key, limit, func(name string) bool { return strings.HasPrefix(name, key) }), nil
}

func (l *List) from(key string, limit int, fits func(string) bool) []model.PlaceHit {
	at, _ := slices.BinarySearchFunc(l.names, key, func(n listName, key string) int { return strings.Compare(n.key, key) })
	var hits []model.PlaceHit
	for ; at < len(l.names) && fits(l.names[at].key) && len(hits) < limit; at++ {
		n := l.names[at]
		hits = append(hits, model.PlaceHit{Place: l.places[n.number-1], Folded: n.key, Weight: n.weight})
	}
	return hits
}

// PlacesAt returns the places that are named.
func (l *List) PlacesAt(refs []model.PlaceRef) ([]model.Place, error) {
	var found []model.Place
	for _, ref := range refs {
		if ref.Source == l.source.Key && ref.Number > 0 && ref.Number <= int64(len(l.places)) {
			found = append(found, l.places[ref.Number-1])
		}
	}
	return found, nil
}
