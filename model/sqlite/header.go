package sqlite

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
)

// applicationID marks project files: "HSHY" at byte 68 (SQLite file format, section 1.3).
const applicationID = 0x48534859

// headerSize is the length of what every SQLite file begins with, in bytes.
const headerSize = 100

// checkHeader looks at a file before anything else does, so that a file of
// another program is never touched.
//
// It reads through SQLite and opens no descriptor of its own: POSIX drops all
// the locks that a process has on a file when it closes any of its descriptors,
// and a store of this process may have the file open. SQLite knows its own and
// waits (https://www.sqlite.org/howtocorrupt.html, section 2.2).
func checkHeader(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%w: it is a folder", ErrNotProject)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: it is not a regular file", ErrNotProject)
	case info.Size() < headerSize:
		return fmt.Errorf("%w: it is too short", ErrNotProject)
	}
	// "immutable" reads the file as it lies there, without a lock, its journal or
	// its write-ahead log, all of which would leave traces beside the file.
	db := openDB(path, map[string]string{"mode": "ro", "immutable": "1"})
	defer db.Close()
	var application, version int32
	err = db.QueryRow("PRAGMA application_id").Scan(&application)
	switch {
	case errors.Is(meaning(err), ErrDamaged):
		// Perhaps only until a journal beside it is played back: opening it tells,
		// and checkMark sees to it that no other program's file is written.
		return nil
	case err != nil:
		return err
	case application != applicationID:
		return ErrNotProject
	}
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if known := len(migrations()); uint32(version) > uint32(known) {
		return fmt.Errorf("%w: its version is %d, this program knows versions up to %d", ErrNewer, uint32(version), known)
	}
	return nil
}

// checkMark makes sure, before a file is written or its journal played back,
// that it is a project. Its caller has the project's lock: no store of this
// process is writing, whose own locks this descriptor could undo.
func checkMark(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var mark [4]byte
	if _, err := f.ReadAt(mark[:], 68); err != nil || binary.BigEndian.Uint32(mark[:]) != applicationID {
		return ErrNotProject
	}
	return nil
}

// checkFile compares the file's size with the pages that its header promises.
func (s *Store) checkFile() error {
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	size, err := promisedSize(tx)
	if err != nil {
		return err
	}
	// The transaction keeps everybody from writing the file while we look.
	info, err := os.Stat(s.path)
	if err != nil {
		return err
	}
	if missing := size - info.Size(); missing > 0 {
		return fmt.Errorf("%w: %d bytes are missing at its end", ErrDamaged, missing)
	}
	return nil
}

func promisedSize(tx *sql.Tx) (size int64, err error) {
	err = tx.QueryRow("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").Scan(&size)
	return size, err
}

// Version returns the version of the file's schema, from 1.
func (s *Store) Version() (int, error) {
	var version int
	err := s.db.QueryRow("PRAGMA user_version").Scan(&version)
	return version, s.wrap(err)
}
