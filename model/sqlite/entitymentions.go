package sqlite

import (
	"strings"

	"hashiya/model"
)

// EntityMentions counts the live items of live records that name each entity,
// by its id. An item that names it in two fields counts twice.
func (s *Store) EntityMentions() (map[string]int, error) {
	rows, err := s.db.Query("SELECT held, count(*) FROM (" + strings.Join(mentionSources(), " UNION ALL ") + ") WHERE held IS NOT NULL GROUP BY held")
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	mentions := map[string]int{}
	for rows.Next() {
		var id string
		var n int
		if err := rows.Scan(&id, &n); err != nil {
			return nil, s.wrap(err)
		}
		mentions[id] = n
	}
	return mentions, s.wrap(rows.Err())
}

// mentionSources has a statement for each field that holds entities.
func mentionSources() []string {
	var sources []string
	for _, kind := range model.Kinds {
		for _, f := range model.Fields(kind) {
			if f.Entity == model.NoEntity {
				continue
			}
			held, from := "t."+quote(f.Name), ""
			if f.Type == model.EntityList {
				held, from = "e.value", ", json_each(t."+quote(f.Name)+") e"
			}
			sources = append(sources, "SELECT "+held+" AS held FROM "+quote(string(kind))+" t JOIN record r ON r.id = t.record"+from+
				" WHERE t.deleted = 0 AND r.deleted = 0")
		}
	}
	return sources
}
