// Package sqlite keeps a project in one SQLite file: schema and migrations,
// the journal, search, lock and checks. It is the only package that knows SQL.
//
// A project uses a rollback journal with full synchronisation and one
// connection, so that the closed project is exactly one file and a committed
// edit survives the loss of power. See https://www.sqlite.org/atomiccommit.html.
package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"sync"
	"time"

	"github.com/mattn/go-sqlite3"

	"hashiya/model"
)

// Devices remembers, outside of project files, which device this installation
// is in each project. See device.go.
type Devices interface {
	// Device returns the device id and token last remembered for a project,
	// empty when there are none.
	Device(project string) (device, token string)
	// Remember keeps them, in the place of those remembered before; an empty
	// token makes it forget the former one. A failure is harmless: this or the
	// next opening becomes a device of its own.
	Remember(project, device, token string) error
}

// Options say how to open a project.
type Options struct {
	ReadOnly bool
	// Devices is needed for writing.
	Devices Devices
	// Holder describes who opens the project, for others who find it locked.
	Holder string
	// Now replaces time.Now in tests.
	Now func() time.Time
}

// Store is an open project. Its methods may be called from any goroutine; an
// edit waits for another one to end.
type Store struct {
	path    string
	db      *sql.DB
	lock    *fileLock // nil when open for reading
	options Options
	project string

	writing sync.Mutex
	clock   model.Clock // of the newest edit; guarded by writing
	device  string      // "" until the first edit; guarded by writing
	seq     int64       // of the device's newest edit; guarded by writing
	claim   claim       // see device.go; guarded by writing
}

// connector opens connections with the pragmas that a project needs; it spares
// us a driver registered under a global name.
type connector struct {
	driver *sqlite3.SQLiteDriver
	dsn    string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.driver }

func connect(path string, readOnly bool) *sql.DB {
	if readOnly {
		return openDB(path, map[string]string{"mode": "ro", "_query_only": "on"})
	}
	return openDB(path, map[string]string{
		"mode": "rwc", "_txlock": "immediate", "_journal_mode": "DELETE", "_synchronous": "FULL",
	})
}

// openDB opens a database by a URI with the given parameters; see
// https://www.sqlite.org/uri.html and the driver's own, which begin with "_".
func openDB(path string, parameters map[string]string) *sql.DB {
	query := url.Values{
		"_busy_timeout": {"5000"},
		"_foreign_keys": {"on"},
	}
	for name, value := range parameters {
		query.Set(name, value)
	}
	// fullfsync matters on macOS only, where fsync alone does not reach the disk.
	const pragmas = "PRAGMA fullfsync=ON; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY"
	d := &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		_, err := c.Exec(pragmas, nil)
		return err
	}}
	location := url.URL{Scheme: "file", Opaque: url.PathEscape(filepath.ToSlash(path)), RawQuery: query.Encode()}
	db := sql.OpenDB(connector{d, location.String()})
	db.SetMaxOpenConns(1)
	return db
}

// Open opens an existing project. For writing it takes the project's lock and
// brings an older file up to date; ErrLocked says that somebody else has it,
// and the caller may open it with ReadOnly instead. What a crash left half-done
// is taken back first, which needs the right to write in both cases.
func Open(path string, options Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, wrap(path, err)
	}
	if err := checkHeader(path); err != nil {
		return nil, wrap(path, err)
	}
	s := &Store{path: path, options: options}
	if s.options.Now == nil {
		s.options.Now = time.Now
	}
	begin := s.beginReading
	if !options.ReadOnly {
		if s.lock, err = acquire(path, options.Holder); err != nil {
			return nil, wrap(path, err)
		}
		if err := checkMark(path); err != nil {
			s.lock.release()
			return nil, wrap(path, err)
		}
		begin = s.begin
	}
	s.db = connect(path, options.ReadOnly)
	if err := begin(); err != nil {
		s.Close()
		return nil, s.wrap(err)
	}
	return s, nil
}

func (s *Store) begin() error {
	if err := s.checkFile(); err != nil {
		return err
	}
	if !s.options.ReadOnly {
		if err := migrate(s.db, s.path); err != nil {
			return err
		}
	}
	err := s.db.QueryRow("SELECT id FROM project").Scan(&s.project)
	var driver sqlite3.Error
	noTable := errors.As(err, &driver) && driver.Code == sqlite3.ErrError
	switch {
	case errors.Is(err, sql.ErrNoRows) || noTable:
		return fmt.Errorf("%w: it has no project row", ErrDamaged)
	case err != nil:
		return err
	}
	if !s.options.ReadOnly {
		// SQLite opens what it may not write for reading, without a word.
		if _, err := s.db.Exec("DELETE FROM project WHERE id IS NULL"); err != nil {
			return err
		}
	}
	var clock sql.NullInt64
	if err := s.db.QueryRow("SELECT max(time) FROM edit").Scan(&clock); err != nil {
		return err
	}
	s.clock = model.Clock(clock.Int64)
	return nil
}

// Close closes the project and gives its lock back.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.seal()
	err := s.db.Close()
	if s.lock != nil {
		s.lock.release()
		s.lock = nil
	}
	return s.wrap(err)
}

// Path returns the absolute path of the project file.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether the project was opened for reading only.
func (s *Store) ReadOnly() bool { return s.options.ReadOnly }
