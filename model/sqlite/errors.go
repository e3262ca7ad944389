package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"
)

// What can be wrong with a project file. The errors returned wrap these, name
// the file and say what to do.
var (
	ErrNotFound   = errors.New("there is no such file")
	ErrNotProject = errors.New("the file is not a Hashiya project")
	ErrNewer      = errors.New("the project was made by a newer version of Hashiya")
	ErrDamaged    = errors.New("the file is damaged")
	ErrReadOnly   = errors.New("the file cannot be written")
	ErrLocked     = errors.New("the project is open elsewhere")
	ErrFull       = errors.New("the disk is full")
	ErrExists     = errors.New("the file is there already")
	ErrChanged    = errors.New("the row has changed in the meantime")
	ErrTaken      = errors.New("the project has another row of this id; give this one an id of its own")
	ErrUnfinished = errors.New("a write was cut off by a crash, and taking it back needs the right to write")
)

// FileError is a failure of a project file.
type FileError struct {
	Path   string
	Holder string // who has it open, for ErrLocked
	Err    error  // one of the errors above, or what the system said
}

func (e *FileError) Error() string {
	return fmt.Sprintf("project %q: %v%s", e.Path, e.Err, e.advice())
}

func (e *FileError) Unwrap() error { return e.Err }

// advice is the next step, for the command line; the window has its own words.
func (e *FileError) advice() string {
	switch {
	case errors.Is(e.Err, ErrNotFound):
		return "; check the path, or make a project with 'hashiya new'"
	case errors.Is(e.Err, ErrNotProject):
		return "; choose a file made by Hashiya, or make one with 'hashiya new'"
	case errors.Is(e.Err, ErrNewer):
		return "; install the newer version to open it"
	case errors.Is(e.Err, ErrDamaged):
		return "; keep it, and open a copy made earlier"
	case errors.Is(e.Err, ErrReadOnly):
		return "; copy it to a place where you may write, or ask for the right to write"
	case errors.Is(e.Err, ErrLocked):
		if e.Holder == "" { // another program uses the database without our lock
			return "; close the other program that uses it and do it again"
		}
		return fmt.Sprintf(" (%s); close it there, or open it for reading", e.Holder)
	case errors.Is(e.Err, ErrUnfinished):
		return "; open it where it can be written, or copy it there together with the file of the same name and -journal"
	case errors.Is(e.Err, ErrFull):
		return "; free some space and do it again: what was saved before is safe"
	case errors.Is(e.Err, ErrExists):
		return "; choose another name"
	}
	return ""
}

// wrap turns a driver's or the system's error into a FileError.
func (s *Store) wrap(err error) error { return wrap(s.path, err) }

func wrap(path string, err error) error {
	if err == nil {
		return nil
	}
	var already *FileError
	if errors.As(err, &already) {
		return err
	}
	return &FileError{Path: path, Err: meaning(err)}
}

func meaning(err error) error {
	var driver sqlite3.Error
	if errors.As(err, &driver) {
		if isUnfinished(err) {
			return because(ErrUnfinished, err)
		}
		switch driver.Code {
		case sqlite3.ErrFull:
			return because(ErrFull, err)
		case sqlite3.ErrCorrupt:
			return because(ErrDamaged, err)
		case sqlite3.ErrNotADB:
			return because(ErrNotProject, err)
		case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrAuth:
			return because(ErrReadOnly, err)
		case sqlite3.ErrBusy, sqlite3.ErrLocked:
			return because(ErrLocked, err)
		}
		if isFull(driver.SystemErrno) {
			return because(ErrFull, err)
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrNotFound
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	case isFull(err):
		return because(ErrFull, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return because(ErrReadOnly, err)
	}
	return plain(err)
}

// because is a failure in the words of this package with the system's error
// behind it, of which it shows what those words do not say yet.
func because(is, err error) error {
	detail := plain(err)
	if driver, only := err.(sqlite3.Error); only {
		detail = nil // SQLite says the same in its own words
		if driver.SystemErrno != 0 {
			detail = driver.SystemErrno
		}
	}
	if detail == nil || errors.Is(detail, syscall.ENOSPC) {
		return &reason{text: is.Error(), errs: []error{is, err}}
	}
	return &reason{text: is.Error() + ": " + detail.Error(), errs: []error{is, err}}
}

// reason is a text that stands for several errors.
type reason struct {
	text string
	errs []error
}

func (r *reason) Error() string   { return r.text }
func (r *reason) Unwrap() []error { return r.errs }

// plain takes the path off a system error: a FileError names it already.
func plain(err error) error {
	if path, is := err.(*fs.PathError); is {
		return path.Err
	}
	return err
}

// isFull knows a full disk, a used up quota, and a file that its file system or
// the system's limits let grow no further.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}
