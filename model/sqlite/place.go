package sqlite

import (
	"database/sql"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"hashiya/model"
)

const placeColumns = "p.number, p.key, p.kind, coalesce(p.level, -1), coalesce(p.name_ar, ''), coalesce(p.name_en, ''), " +
	"p.aliases, coalesce(p.lat, ''), coalesce(p.lon, ''), coalesce(p.pcode, ''), coalesce(p.parent, 0), coalesce(p.population, 0)"

// maxBeginnings bounds how many names that begin alike are looked through in a
// source, and so the time a very short beginning takes.
const maxBeginnings = 10_000

// PlaceSources returns the gazetteers of the project in order of key.
func (s *Store) PlaceSources() ([]model.PlaceSource, error) {
	if without, err := s.withoutPlaces(); err != nil || without {
		return nil, s.wrap(err)
	}
	rows, err := s.db.Query(`SELECT key, name, licence, coalesce(url, ''), coalesce(sha256, ''), places
		FROM place_source WHERE state = 'live' ORDER BY key`)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var sources []model.PlaceSource
	for rows.Next() {
		var p model.PlaceSource
		if err := rows.Scan(&p.Key, &p.Name, &p.Licence, &p.URL, &p.SHA256, &p.Places); err != nil {
			return nil, s.wrap(err)
		}
		sources = append(sources, p)
	}
	return sources, s.wrap(rows.Err())
}

// withoutPlaces reports a file of an older version that is open for reading
// only, and so was not brought up to date.
func (s *Store) withoutPlaces() (bool, error) {
	var tables int
	err := s.db.QueryRow("SELECT count(*) FROM sqlite_schema WHERE name = 'place_source'").Scan(&tables)
	return tables == 0, err
}

// liveSource is a source and the number its rows have in the file.
type liveSource struct {
	id  int64
	key string
}

func (s *Store) liveSources() ([]liveSource, error) {
	if without, err := s.withoutPlaces(); err != nil || without {
		return nil, err
	}
	rows, err := s.db.Query("SELECT id, key FROM place_source WHERE state = 'live' ORDER BY key")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var sources []liveSource
	for rows.Next() {
		var source liveSource
		if err := rows.Scan(&source.id, &source.key); err != nil {
			return nil, err
		}
		sources = append(sources, source)
	}
	return sources, rows.Err()
}

// PlacesNamed returns the places that go by one of some folded names: of each
// name and source at most limit, the best known first.
func (s *Store) PlacesNamed(keys []string, limit int) ([]model.PlaceHit, error) {
	return s.findPlaces(func(source int64) (hits []model.PlaceHit, err error) {
		for _, key := range keys {
			more, err := s.scanHits(`SELECT n.folded, n.weight, `+placeColumns+` FROM place_name n JOIN place p ON p.source = n.source AND p.number = n.number
				WHERE n.source = ? AND n.folded = ? ORDER BY n.weight, n.number LIMIT ?`, source, key, limit)
			if err != nil {
				return nil, err
			}
			hits = append(hits, more...)
		}
		return hits, nil
	})
}

// PlacesBeginning returns the places with a folded name that begins with key:
// of each source at most limit, the best known first. Of a beginning that
// many thousands share only the alphabet's first are looked at.
func (s *Store) PlacesBeginning(key string, limit int) ([]model.PlaceHit, error) {
	if key == "" {
		return nil, nil
	}
	return s.findPlaces(func(source int64) ([]model.PlaceHit, error) {
		return s.scanHits(`SELECT n.folded, n.weight, `+placeColumns+` FROM (
				SELECT * FROM (SELECT source, folded, weight, number FROM place_name WHERE source = ? AND folded >= ? AND folded < ? LIMIT ?)
				ORDER BY weight, length(folded), number LIMIT ?) n
			JOIN place p ON p.source = n.source AND p.number = n.number ORDER BY n.weight, length(n.folded), n.number`,
			source, key, key+string(utf8.MaxRune), maxBeginnings, limit)
	})
}

// findPlaces asks each source in turn.
func (s *Store) findPlaces(find func(source int64) ([]model.PlaceHit, error)) ([]model.PlaceHit, error) {
	sources, err := s.liveSources()
	if err != nil {
		return nil, s.wrap(err)
	}
	var all []model.PlaceHit
	for _, source := range sources {
		hits, err := find(source.id)
		if err != nil {
			return nil, s.wrap(err)
		}
		for i := range hits {
			hits[i].Source = source.key
		}
		all = append(all, hits...)
	}
	return all, nil
}

func (s *Store) scanHits(statement string, args ...any) ([]model.PlaceHit, error) {
	rows, err := s.db.Query(statement, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var hits []model.PlaceHit
	for rows.Next() {
		var hit model.PlaceHit
		if err := scanPlace(rows, &hit.Place, &hit.Folded, &hit.Weight); err != nil {
			return nil, err
		}
		hits = append(hits, hit)
	}
	return hits, rows.Err()
}

// scanPlace reads a row of some other columns and placeColumns.
func scanPlace(rows *sql.Rows, p *model.Place, before ...any) error {
	var aliases sql.NullString
	err := rows.Scan(append(before, &p.Number, &p.Key, &p.Kind, &p.Level, &p.NameAr, &p.NameEn,
		&aliases, &p.Lat, &p.Lon, &p.PCode, &p.Parent, &p.Population)...)
	if err != nil || !aliases.Valid {
		return err
	}
	return json.Unmarshal([]byte(aliases.String), &p.Aliases)
}

// PlacesAt returns the places that are named, in no order; what is not there
// any more is left out.
func (s *Store) PlacesAt(refs []model.PlaceRef) ([]model.Place, error) {
	numbers := map[string][]any{}
	for _, ref := range refs {
		numbers[ref.Source] = append(numbers[ref.Source], ref.Number)
	}
	sources, err := s.liveSources()
	if err != nil {
		return nil, s.wrap(err)
	}
	var all []model.Place
	for _, source := range sources {
		wanted := numbers[source.key]
		if len(wanted) == 0 {
			continue
		}
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(wanted)), ", ")
		hits, err := s.scanHits("SELECT '', 0, "+placeColumns+" FROM place p WHERE p.source = ? AND p.number IN ("+marks+")",
			append([]any{source.id}, wanted...)...)
		if err != nil {
			return nil, s.wrap(err)
		}
		for _, hit := range hits {
			hit.Source = source.key
			all = append(all, hit.Place)
		}
	}
	return all, nil
}
