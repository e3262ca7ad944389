package sqlite

import (
	"encoding/json"
	"fmt"

	"hashiya/model"
)

// The journal holds every row as its last edit left it; a row that is not like
// that was changed by something else.

// rowKey names a row.
type rowKey struct {
	table model.Table
	id    string
}

func keyOf(row model.Row) rowKey { return rowKey{row.RowTable(), row.RowID()} }

func rowsOf(a model.Article, works []model.Work) map[rowKey]model.Row {
	rows := map[rowKey]model.Row{keyOf(&a): &a}
	for _, w := range works {
		rows[keyOf(&w.Record)] = &w.Record
		for _, item := range w.Items {
			rows[keyOf(item)] = item
		}
		for _, span := range w.Spans {
			rows[keyOf(&span)] = &span
		}
	}
	return rows
}

// checkShared checks the rows that belong to no article, and returns the ids of
// the entities.
func (s *Store) checkShared(report func(string)) (entities map[string]bool, err error) {
	list, err := s.Entities()
	if err != nil {
		return nil, err
	}
	people, err := s.Annotators()
	if err != nil {
		return nil, err
	}
	project, err := s.Project()
	if err != nil {
		return nil, s.wrap(err)
	}
	codebooks, err := s.Codebooks()
	if err != nil {
		return nil, err
	}
	rows := map[rowKey]model.Row{keyOf(&project): &project}
	entities = map[string]bool{}
	for i := range list {
		rows[keyOf(&list[i])] = &list[i]
		entities[list[i].ID] = true
	}
	for i := range people {
		rows[keyOf(&people[i])] = &people[i]
	}
	for i := range codebooks {
		rows[keyOf(&codebooks[i])] = &codebooks[i]
	}
	checkRings(list, report)
	return entities, s.checkAgainstJournal(report, rows, "article IS NULL")
}

// checkRings finds entities that lead back to themselves.
func checkRings(list []model.Entity, report func(string)) {
	keys, parents, merges := map[string]string{}, map[string]string{}, map[string]string{}
	for _, e := range list {
		keys[e.ID], parents[e.ID], merges[e.ID] = e.Key, e.Parent, e.MergedInto
	}
	for _, links := range []struct {
		next map[string]string
		says string
	}{{parents, "are each other's parents"}, {merges, "are merged into each other"}} {
		for _, ring := range model.Rings(links.next) {
			for i, id := range ring {
				ring[i] = keys[id]
			}
			report(fmt.Sprintf("entities %q %s, in a ring", ring, links.says))
		}
	}
}

// checkAgainstJournal compares live rows with the edits that a condition picks:
// all that wrote these rows.
func (s *Store) checkAgainstJournal(report func(string), rows map[rowKey]model.Row, where string, args ...any) error {
	last, err := s.lastWritten(report, where, args...)
	if err != nil {
		return err
	}
	for key, written := range last {
		row, live := rows[key]
		dead := model.Deleted(written)
		same := live
		if live && !dead {
			if same, err = equal(row, written); err != nil {
				return s.wrap(err)
			}
		}
		switch {
		case dead && live:
			report(fmt.Sprintf("%s %s: the journal says that it was deleted", key.table, key.id))
		case !dead && !live:
			report(fmt.Sprintf("%s %s: it is gone, and no edit deleted it", key.table, key.id))
		case !same && !dead:
			report(fmt.Sprintf("%s %s: it is not as its last edit left it", key.table, key.id))
		}
	}
	for key := range rows {
		// A project begins with its own row and one codebook.
		if last[key] == nil && key.table != model.TableProject && key.table != model.TableCodebook {
			report(fmt.Sprintf("%s %s: no edit made it", key.table, key.id))
		}
	}
	return nil
}

// lastWritten returns the rows as the last of the edits left them.
func (s *Store) lastWritten(report func(string), where string, args ...any) (map[rowKey]model.Row, error) {
	rows, err := s.db.Query("SELECT device, seq, rows FROM edit WHERE "+where+" ORDER BY time, device, seq", args...)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	last := map[rowKey]model.Row{}
	for rows.Next() {
		var device, body string
		var seq int64
		if err := rows.Scan(&device, &seq, &body); err != nil {
			return nil, s.wrap(err)
		}
		var changes []journalRow
		if err := json.Unmarshal([]byte(body), &changes); err != nil {
			report(fmt.Sprintf("journal: edit %d of device %s cannot be read: %v", seq, device, err))
		}
		for _, change := range changes {
			row, err := decodeRow(change.Table, change.After)
			if err != nil || row == nil {
				report(fmt.Sprintf("journal: edit %d of device %s: a row of table %q cannot be read", seq, device, change.Table))
				continue
			}
			last[keyOf(row)] = row
		}
	}
	return last, s.wrap(rows.Err())
}

// checkIndexes compares the search indexes with the texts' shadows (FTS5
// documentation, section 6.3, the 'integrity-check' command).
func (s *Store) checkIndexes(report func(string)) {
	if s.options.ReadOnly {
		return // the command counts as writing
	}
	for _, index := range []string{"article_words", "article_letters"} {
		if _, err := s.db.Exec("INSERT INTO " + index + "(" + index + ", rank) VALUES ('integrity-check', 1)"); err != nil {
			report(fmt.Sprintf("search index %s does not match the texts: %v", index, err))
		}
	}
}
