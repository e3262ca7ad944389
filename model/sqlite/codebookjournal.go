package sqlite

import (
	"encoding/json"
	"fmt"

	"hashiya/model"
)

// Undo can bring back any row that the journal holds. So what the journal has
// ever named cannot be taken away for good, even where no live row names it.

// EverUsed returns those of the codes that a row has ever held.
func (s *Store) EverUsed(codes []model.CodeRef) (map[model.CodeRef]bool, error) {
	wanted := map[model.CodeRef]bool{}
	var quoted []string
	for _, code := range codes {
		text, err := marshal(code.Key)
		if err != nil {
			return nil, err
		}
		wanted[code], quoted = true, append(quoted, string(text))
	}
	list, err := marshal(quoted)
	if err != nil || len(codes) == 0 {
		return nil, err
	}
	// The search for the keys as text spares reading most of the journal.
	rows, err := s.db.Query("SELECT device, seq, rows FROM edit WHERE scope <> ? AND EXISTS (SELECT 1 FROM json_each(?) k WHERE instr(edit.rows, k.value))",
		string(model.ScopeCodebook), string(list))
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	used := map[model.CodeRef]bool{}
	for rows.Next() {
		var at model.Stamp
		var body string
		if err := rows.Scan(&at.Device, &at.Seq, &body); err != nil {
			return nil, s.wrap(err)
		}
		refs, err := codesOfEdit(at, body)
		if err != nil {
			return nil, s.wrap(err)
		}
		for _, ref := range refs {
			if wanted[ref] {
				used[ref] = true
			}
		}
	}
	return used, s.wrap(rows.Err())
}

func codesOfEdit(at model.Stamp, body string) ([]model.CodeRef, error) {
	var changes []journalRow
	if err := json.Unmarshal([]byte(body), &changes); err != nil {
		return nil, fmt.Errorf("%w: edit %d of device %s: %w", ErrDamaged, at.Seq, at.Device, err)
	}
	var refs []model.CodeRef
	for _, change := range changes {
		row, err := decodeRow(change.Table, change.After)
		if err != nil {
			return nil, err
		}
		if row != nil {
			refs = append(refs, model.CodesOf(row)...)
		}
	}
	return refs, nil
}

// EntityUsed reports whether a row other than the entity's own has ever named
// it: one of a record, as the journal tells, or a live entity.
func (s *Store) EntityUsed(id string) (bool, error) {
	var used bool
	err := s.db.QueryRow(`SELECT EXISTS (SELECT 1 FROM entity WHERE deleted = 0 AND id <> ?1 AND (parent = ?1 OR merged_into = ?1))
		OR EXISTS (SELECT 1 FROM edit WHERE scope IN (?2, ?3) AND instr(rows, ?1) AND EXISTS
			(SELECT 1 FROM json_each(edit.rows) r WHERE instr(r.value, ?1) AND json_extract(r.value, '$.table') <> 'entity'))`,
		id, string(model.ScopeArticle), string(model.ScopeImport)).Scan(&used)
	return used, s.wrap(err)
}
