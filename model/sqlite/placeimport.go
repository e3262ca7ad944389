package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"hashiya/model"
)

// A gazetteer of a million places takes longer to write than an annotator can
// wait for a save, and one transaction would hold the file all that time. So an
// import is written in short transactions that nobody sees, then made visible,
// with its line in the journal, by one more. What is cut off before that is
// removed at once, or after a crash by the next import.

// How many rows one transaction writes or removes; it takes about a tenth of a
// second.
const (
	placeBatch = 5_000
	nameBatch  = 20_000
)

var errOtherImport = errors.New("another import of places has begun meanwhile; do it again when that has ended")

// ImportPlaces puts a source's places into the project, in the place of those
// that an earlier import of the same source brought. All of them are in when it
// returns without error, and none else: an error, one of rows, or an end of the
// context leaves the earlier ones as they were. author is an annotator's id and
// may be empty. progress, if not nil, hears how many places are written. The
// memory it needs is about 40 bytes a name. Edits may be made meanwhile.
func (s *Store) ImportPlaces(ctx context.Context, source model.PlaceSource, author string, rows iter.Seq2[model.PlaceRow, error], progress func(done int)) error {
	if s.options.ReadOnly {
		return &FileError{Path: s.path, Err: ErrReadOnly}
	}
	source.Places = 0
	l := placeLoad{store: s, source: source}
	if err := l.begin(); err != nil {
		return s.wrap(err)
	}
	err := l.clear(ctx)
	if err == nil {
		err = l.load(ctx, rows, progress)
	}
	if err == nil {
		err = l.finish(author)
	}
	if err != nil {
		removed := s.wrap(l.remove(context.Background(), l.id))
		if err == l.foreign || err == ctx.Err() {
			return errors.Join(err, removed)
		}
		return errors.Join(s.wrap(err), removed)
	}
	// What it replaces can no longer be seen; a failure leaves its removal to the
	// next import.
	_ = l.clear(ctx)
	return nil
}

// placeLoad is one run of ImportPlaces.
type placeLoad struct {
	store   *Store
	source  model.PlaceSource // Places counts those that are written
	id      int64
	names   nameList
	foreign error // of the rows: it says nothing of the project's file
}

// batch runs do in a transaction of its own, without a line in the journal.
func (l *placeLoad) batch(do func(*sql.Tx) error) error {
	l.store.writing.Lock()
	defer l.store.writing.Unlock()
	tx, err := l.store.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := do(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (l *placeLoad) begin() error {
	return l.batch(func(tx *sql.Tx) error {
		result, err := tx.Exec("INSERT INTO place_source (key, name, licence, url, sha256, places, state) VALUES (?, ?, ?, ?, ?, 0, 'loading')",
			l.source.Key, l.source.Name, l.source.Licence, null(l.source.URL), null(l.source.SHA256))
		if err != nil {
			return err
		}
		l.id, err = result.LastInsertId()
		return err
	})
}

// clear removes what other imports have left.
func (l *placeLoad) clear(ctx context.Context) error {
	rows, err := l.store.db.Query("SELECT id FROM place_source WHERE state IN ('loading', 'leaving') AND id <> ?", l.id)
	if err != nil {
		return err
	}
	var left []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			rows.Close()
			return err
		}
		left = append(left, id)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, id := range left {
		if err := l.remove(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// load writes places as they come, then their names. Names go in in the order
// of the index: scattered over it, each transaction would rewrite most of it.
func (l *placeLoad) load(ctx context.Context, rows iter.Seq2[model.PlaceRow, error], progress func(done int)) error {
	var batch []model.PlaceRow
	write := func() error {
		if err := ctx.Err(); err != nil || len(batch) == 0 {
			return err
		}
		if err := l.batch(func(tx *sql.Tx) error { return l.writePlaces(tx, batch) }); err != nil {
			return err
		}
		l.source.Places += int64(len(batch))
		batch = batch[:0]
		if progress != nil {
			progress(int(l.source.Places))
		}
		return nil
	}
	for row, err := range rows {
		if err != nil {
			l.foreign = err
			return err
		}
		if batch = append(batch, row); len(batch) == placeBatch {
			if err := write(); err != nil {
				return err
			}
		}
	}
	if err := write(); err != nil {
		return err
	}
	l.names.sort()
	for at := 0; at < len(l.names.entries); at += nameBatch {
		if err := ctx.Err(); err != nil {
			return err
		}
		part := l.names.entries[at:min(at+nameBatch, len(l.names.entries))]
		if err := l.batch(func(tx *sql.Tx) error { return l.writeNames(tx, part) }); err != nil {
			return err
		}
	}
	return nil
}

// alive makes sure that no other import has taken this one for a remainder.
func (l *placeLoad) alive(tx *sql.Tx) error {
	var found int
	if err := tx.QueryRow("SELECT count(*) FROM place_source WHERE id = ? AND state = 'loading'", l.id).Scan(&found); err != nil {
		return err
	}
	if found == 0 {
		return errOtherImport
	}
	return nil
}

func (l *placeLoad) writePlaces(tx *sql.Tx, batch []model.PlaceRow) error {
	if err := l.alive(tx); err != nil {
		return err
	}
	insert, err := tx.Prepare(`INSERT INTO place (source, number, key, kind, level, name_ar, name_en, aliases, lat, lon, pcode, parent, population)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for i, row := range batch {
		number := l.source.Places + int64(i) + 1
		var level, aliases any
		if row.Level != model.NoLevel {
			level = row.Level
		}
		if len(row.Aliases) > 0 {
			text, err := marshal(row.Aliases)
			if err != nil {
				return err
			}
			aliases = string(text)
		}
		_, err := insert.Exec(l.id, number, row.Key, row.Kind, level, null(row.NameAr), null(row.NameEn), aliases,
			null(string(row.Lat)), null(string(row.Lon)), null(row.PCode), orNull(row.Parent), orNull(row.Population))
		if err != nil {
			return fmt.Errorf("place %q: %w", row.Key, err)
		}
		for _, name := range row.Names {
			l.names.add(name, row.Weight, number)
		}
	}
	return nil
}

// orNull turns 0, not known, into NULL.
func orNull(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

func (l *placeLoad) writeNames(tx *sql.Tx, part []nameEntry) error {
	if err := l.alive(tx); err != nil {
		return err
	}
	insert, err := tx.Prepare("INSERT OR IGNORE INTO place_name (source, folded, weight, number) VALUES (?, ?, ?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, e := range part {
		if _, err := insert.Exec(l.id, l.names.text(e), int64(e.weight), int64(e.number)); err != nil {
			return err
		}
	}
	return nil
}

// finish makes the import visible.
func (l *placeLoad) finish(author string) error {
	return l.store.Write(func(t *Tx) error {
		if err := l.alive(t.tx); err != nil {
			return err
		}
		t.clock = t.clock.Next(t.store.options.Now().UnixMilli())
		t.seq++
		e := model.Edit{
			Stamp: model.Stamp{Device: t.store.device, Seq: t.seq}, Time: t.clock,
			Author: author, Scope: model.ScopeImport, Label: "edit.import",
		}
		if err := t.log(&e); err != nil {
			return err
		}
		if _, err := t.tx.Exec("UPDATE place_source SET state = 'leaving' WHERE key = ? AND state = 'live'", l.source.Key); err != nil {
			return err
		}
		_, err := t.tx.Exec("UPDATE place_source SET state = 'live', places = ?, device = ?, seq = ? WHERE id = ?",
			l.source.Places, e.Device, e.Seq, l.id)
		return err
	})
}

// remove takes the rows of an import out. A replaced one keeps its line in
// place_source, which explains that of the journal.
func (l *placeLoad) remove(ctx context.Context, id int64) error {
	for _, table := range []struct {
		name, key string
		size      int
	}{
		{"place_name", "folded, weight, number", nameBatch},
		{"place", "number", placeBatch},
	} {
		part := fmt.Sprintf("DELETE FROM %[1]s WHERE source = ?1 AND (%[2]s) IN (SELECT %[2]s FROM %[1]s WHERE source = ?1 ORDER BY %[2]s LIMIT %[3]d)",
			table.name, table.key, table.size)
		for removed := int64(table.size); removed == int64(table.size); {
			if err := ctx.Err(); err != nil {
				return err
			}
			err := l.batch(func(tx *sql.Tx) error {
				result, err := tx.Exec(part, id)
				if err != nil {
					return err
				}
				removed, err = result.RowsAffected()
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	return l.batch(func(tx *sql.Tx) error {
		if _, err := tx.Exec("UPDATE place_source SET state = 'replaced' WHERE id = ? AND state = 'leaving'", id); err != nil {
			return err
		}
		_, err := tx.Exec("DELETE FROM place_source WHERE id = ? AND state = 'loading'", id)
		return err
	})
}
