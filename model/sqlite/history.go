package sqlite

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"hashiya/model"
)

const editColumns = "device, seq, time, coalesce(author, ''), scope, coalesce(article, ''), label, " +
	"undoes_device, undoes_seq, selection_start, selection_end"

// History returns the edits of one annotator on one article, oldest first,
// without their rows.
func (s *Store) History(article, author string) ([]model.Edit, error) {
	rows, err := s.db.Query("SELECT "+editColumns+" FROM edit WHERE scope = ? AND article = ? AND author = ? ORDER BY time, device, seq",
		string(model.ScopeArticle), article, author)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var edits []model.Edit
	for rows.Next() {
		var e model.Edit
		if err := scanEdit(rows, &e); err != nil {
			return nil, s.wrap(err)
		}
		edits = append(edits, e)
	}
	return edits, s.wrap(rows.Err())
}

// Edit returns one edit with its rows.
func (s *Store) Edit(stamp model.Stamp) (model.Edit, error) {
	var e model.Edit
	var body string
	row := s.db.QueryRow("SELECT "+editColumns+", rows FROM edit WHERE device = ? AND seq = ?", stamp.Device, stamp.Seq)
	if err := scanEdit(row, &e, &body); err != nil {
		return e, s.wrap(fmt.Errorf("edit %d of device %s: %w", stamp.Seq, stamp.Device, err))
	}
	var rows []journalRow
	if err := json.Unmarshal([]byte(body), &rows); err != nil {
		return e, s.wrap(fmt.Errorf("%w: edit %d of device %s: %w", ErrDamaged, stamp.Seq, stamp.Device, err))
	}
	for _, r := range rows {
		before, err := decodeRow(r.Table, r.Before)
		if err != nil {
			return e, s.wrap(err)
		}
		after, err := decodeRow(r.Table, r.After)
		if err != nil {
			return e, s.wrap(err)
		}
		e.Rows = append(e.Rows, model.RowChange{Before: before, After: after})
	}
	return e, nil
}

func scanEdit(from scanner, e *model.Edit, more ...any) error {
	var device sql.NullString
	var seq sql.NullInt64
	targets := append([]any{
		&e.Device, &e.Seq, &e.Time, &e.Author, &e.Scope, &e.Article, &e.Label,
		&device, &seq, &e.Selection.Start, &e.Selection.End,
	}, more...)
	if err := from.Scan(targets...); err != nil {
		return err
	}
	if device.Valid {
		e.Undoes = &model.Stamp{Device: device.String, Seq: seq.Int64}
	}
	return nil
}

func decodeRow(table model.Table, body json.RawMessage) (model.Row, error) {
	if string(body) == "null" {
		return nil, nil
	}
	row := model.NewRow(table)
	if row == nil {
		return nil, fmt.Errorf("%w: the journal names an unknown table %q", ErrDamaged, table)
	}
	if err := json.Unmarshal(body, row); err != nil {
		return nil, fmt.Errorf("%w: a journal row of table %q: %w", ErrDamaged, table, err)
	}
	return row, nil
}
