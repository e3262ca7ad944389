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
		return "; keep a copy of it, then open the newest backup"
	case errors.Is(e.Err, ErrReadOnly):
		return "; copy it to a place where you may write, or ask for the right to write"
	case errors.Is(e.Err, ErrLocked):
		return fmt.Sprintf(" (%s); close it there, or open it for reading", e.Holder)
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
		switch driver.Code {
		case sqlite3.ErrFull:
			return fmt.Errorf("%w: %w", ErrFull, err)
		case sqlite3.ErrCorrupt:
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		case sqlite3.ErrNotADB:
			return fmt.Errorf("%w: %w", ErrNotProject, err)
		case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrAuth:
			return fmt.Errorf("%w: %w", ErrReadOnly, err)
		case sqlite3.ErrBusy, sqlite3.ErrLocked:
			return fmt.Errorf("%w: %w", ErrLocked, err)
		}
		if isFull(driver.SystemErrno) {
			return fmt.Errorf("%w: %w", ErrFull, err)
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrNotFound
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	case isFull(err):
		return fmt.Errorf("%w: %w", ErrFull, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	return err
}

// isFull knows a full disk, a used up quota, and a file that its file system or
// the system's limits let grow no further.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}
