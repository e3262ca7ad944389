package sqlite

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"hashiya/model"
	"hashiya/model/arabic"
)

// Tx is a transaction that writes edits. All of it is kept, or none.
type Tx struct {
	store *Store
	tx    *sql.Tx
	clock model.Clock
	seq   int64
}

// Write runs do in one transaction and commits it. An error of do, or of the
// commit, leaves the file as it was.
func (s *Store) Write(do func(*Tx) error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.options.ReadOnly {
		return &FileError{Path: s.path, Err: ErrReadOnly}
	}
	device, seq := s.device, s.seq
	if err := s.write(do); err != nil {
		s.device, s.seq = device, seq
		return s.wrap(err)
	}
	return nil
}

func (s *Store) write(do func(*Tx) error) error {
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if s.device == "" {
		if err := s.identify(tx); err != nil {
			return err
		}
	}
	t := &Tx{store: s, tx: tx, clock: s.clock, seq: s.seq}
	if err := do(t); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	s.clock, s.seq = t.clock, t.seq
	return nil
}

// Apply writes one edit: its rows and its line in the journal, with stamp and
// time given. When it returns without error the edit is on the disk.
func (s *Store) Apply(e model.Edit) (model.Edit, error) {
	err := s.Write(func(t *Tx) (err error) {
		e, err = t.Apply(e)
		return err
	})
	return e, err
}

// Apply is Store.Apply inside a transaction.
func (t *Tx) Apply(e model.Edit) (model.Edit, error) {
	if len(e.Rows) == 0 {
		return e, errors.New("an edit must change a row")
	}
	t.clock = t.clock.Next(t.store.options.Now().UnixMilli())
	t.seq++
	e.Time, e.Stamp = t.clock, model.Stamp{Device: t.store.device, Seq: t.seq}
	for _, change := range e.Rows {
		if err := t.put(change); err != nil {
			return e, err
		}
	}
	return e, t.log(&e)
}

// nested runs do so that its writes can be taken back alone: an error of do
// undoes them, is returned, and leaves the transaction usable.
func (t *Tx) nested(do func() error) error {
	if _, err := t.tx.Exec("SAVEPOINT nested"); err != nil {
		return err
	}
	clock, seq := t.clock, t.seq
	if err := do(); err != nil {
		t.clock, t.seq = clock, seq
		if _, back := t.tx.Exec("ROLLBACK TO nested; RELEASE nested"); back != nil {
			return errors.Join(err, back)
		}
		return err
	}
	_, err := t.tx.Exec("RELEASE nested")
	return err
}

// addText keeps the text of a new article, and its shadow for the search.
func (t *Tx) addText(article, text string) error {
	folded := arabic.FoldSearch(text).String()
	result, err := t.tx.Exec("INSERT INTO article_text (article, text, folded) VALUES (?, ?, ?)", article, text, folded)
	if err != nil {
		return err
	}
	number, err := result.LastInsertId()
	if err != nil {
		return err
	}
	for _, index := range []string{"article_words", "article_letters"} {
		if _, err := t.tx.Exec("INSERT INTO "+index+" (rowid, folded) VALUES (?, ?)", number, folded); err != nil {
			return err
		}
	}
	return nil
}

// put writes one row after making sure that it is as the edit believes.
func (t *Tx) put(change model.RowChange) error {
	table := tableOf(change.After.RowTable())
	current := model.NewRow(table.name)
	err := table.scan(t.tx.QueryRow(table.selectWhere("id = ?"), change.After.RowID()), current)
	switch {
	case errors.Is(err, sql.ErrNoRows) && change.Before == nil:
		return insert(t.tx, change.After)
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("%s %s: %w: it is missing", table.name, change.After.RowID(), ErrChanged)
	case err != nil:
		return err
	case change.Before == nil:
		return fmt.Errorf("%s %s: %w", table.name, change.After.RowID(), ErrTaken)
	}
	same, err := equal(current, change.Before)
	if err != nil {
		return err
	}
	if !same {
		return fmt.Errorf("%s %s: %w", table.name, change.After.RowID(), ErrChanged)
	}
	values, err := table.values(change.After)
	if err != nil {
		return err
	}
	_, err = t.tx.Exec(table.update(), append(values, change.After.RowID())...)
	return err
}

func insert(tx *sql.Tx, row model.Row) error {
	table := tableOf(row.RowTable())
	values, err := table.values(row)
	if err != nil {
		return err
	}
	_, err = tx.Exec(table.insert(), values...)
	return err
}

func equal(a, b model.Row) (bool, error) {
	first, err := encodeRow(a)
	if err != nil {
		return false, err
	}
	second, err := encodeRow(b)
	return string(first) == string(second), err
}

// journalRow is one element of the journal's column "rows".
type journalRow struct {
	Table  model.Table     `json:"table"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// encodeRow writes a row as the journal has it: its columns in order, an empty
// list as null whether it was nil or not.
func encodeRow(row model.Row) (json.RawMessage, error) {
	if row == nil {
		return json.RawMessage("null"), nil
	}
	table := tableOf(row.RowTable())
	values, err := table.values(row)
	if err != nil {
		return nil, err
	}
	object := make(map[string]any, len(values))
	for i, c := range table.columns {
		if text, is := values[i].(string); is && c.json {
			object[c.name] = json.RawMessage(text)
		} else if values[i] != nil {
			object[c.name] = values[i]
		}
	}
	return marshal(object)
}

func (t *Tx) log(e *model.Edit) error {
	rows := make([]journalRow, len(e.Rows))
	for i, change := range e.Rows {
		before, err := encodeRow(change.Before)
		if err != nil {
			return err
		}
		after, err := encodeRow(change.After)
		if err != nil {
			return err
		}
		rows[i] = journalRow{Table: change.After.RowTable(), Before: before, After: after}
	}
	body, err := marshal(rows)
	if err != nil {
		return err
	}
	var undoesDevice, undoesSeq any
	if e.Undoes != nil {
		undoesDevice, undoesSeq = e.Undoes.Device, e.Undoes.Seq
	}
	_, err = t.tx.Exec(`INSERT INTO edit (device, seq, time, author, scope, article, label,
		undoes_device, undoes_seq, selection_start, selection_end, rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.Device, e.Seq, int64(e.Time), null(e.Author), string(e.Scope), null(e.Article), e.Label,
		undoesDevice, undoesSeq, e.Selection.Start, e.Selection.End, string(body))
	return err
}

// null turns an empty text into NULL.
func null(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// Import writes a batch in one transaction, each element wholly or not at all.
// It returns what was wrong with each element, nil for those that are in; its
// own error means that nothing is in.
func (s *Store) Import(batch []model.Import) ([]error, error) {
	refused := make([]error, len(batch))
	err := s.Write(func(t *Tx) error {
		for i := range batch {
			refused[i] = t.nested(func() error { return t.take(&batch[i]) })
			if fatal(refused[i]) {
				return refused[i]
			}
		}
		return nil
	})
	return refused, err
}

func (t *Tx) take(one *model.Import) error {
	if err := t.share(one); err != nil {
		return err
	}
	if len(one.Edit.Rows) == 0 && len(one.Shared) > 0 {
		return nil
	}
	if _, err := t.Apply(one.Edit); err != nil || one.Article == "" {
		return err
	}
	return t.addText(one.Article, one.Text)
}

// share writes those shared rows of an element that are not there yet.
func (t *Tx) share(one *model.Import) error {
	e := model.Edit{Author: one.Edit.Author, Scope: one.Edit.Scope, Label: one.Edit.Label}
	for _, row := range one.Shared {
		var found int
		statement := "SELECT count(*) FROM " + quote(string(row.RowTable())) + " WHERE id = ?"
		if err := t.tx.QueryRow(statement, row.RowID()).Scan(&found); err != nil {
			return err
		}
		if found == 0 {
			e.Rows = append(e.Rows, model.RowChange{After: row})
		}
	}
	if len(e.Rows) == 0 {
		return nil
	}
	_, err := t.Apply(e)
	return err
}

// fatal reports whether an error speaks of the file and not of what was to be
// written.
func fatal(err error) bool {
	if err == nil {
		return false
	}
	m := meaning(err)
	return errors.Is(m, ErrFull) || errors.Is(m, ErrDamaged) || errors.Is(m, ErrReadOnly) || errors.Is(m, ErrLocked)
}
