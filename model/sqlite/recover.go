package sqlite

import (
	"errors"
	"fmt"
	"time"

	"github.com/mattn/go-sqlite3"
)

// How often, and after how long, a reader looks again whether somebody else
// has finished what a crash left.
const (
	recoverTries = 40
	recoverPause = 50 * time.Millisecond
)

// beginReading is begin for a store that does not write. A program that ended
// in the middle of a write leaves a journal, by which SQLite takes that write
// back; a connection for reading cannot, so that one for writing has to do it.
func (s *Store) beginReading() error {
	for try := 1; ; try++ {
		err := s.begin()
		if !isUnfinished(err) || try == recoverTries {
			return err
		}
		err = finish(s.path, s.options.Holder)
		switch {
		case errors.Is(err, ErrNotProject):
			return err
		case errors.Is(err, ErrLocked):
			time.Sleep(recoverPause) // whoever has the lock is about to do the same
		case err != nil:
			return because(ErrUnfinished, err)
		}
	}
}

// isUnfinished knows SQLite's word for a journal that only a writer can deal
// with. The journal of a writer that is at work does not count: its locks on
// the file tell it from one left behind.
func isUnfinished(err error) bool {
	var driver sqlite3.Error
	return errors.As(err, &driver) && driver.ExtendedCode == sqlite3.ErrReadonlyRollback
}

// finish takes a half-done write back, under the project's lock.
func finish(path, holder string) error {
	lock, err := acquire(path, holder)
	if err != nil {
		return err
	}
	defer lock.release()
	if err := checkMark(path); err != nil {
		return err
	}
	db := connect(path, false)
	var tables int
	err = db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&tables)
	if err = errors.Join(err, db.Close()); err != nil {
		return fmt.Errorf("reading the journal: %w", err)
	}
	return nil
}
