package sqlite

import (
	"io"
	"os"
	"strings"
)

// fileLock is held while a project is open for writing. It is the operating
// system's lock on a small file beside the project, so that it goes with the
// process however that ends; the file's content only says who holds it.
type fileLock struct {
	path string
	file *os.File
}

func lockPath(project string) string { return project + "-lock" }

// acquire takes the lock of a project or says who has it.
func acquire(project, holder string) (*fileLock, error) {
	path := lockPath(project)
	for {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return nil, err
		}
		if err := tryLock(f); err != nil {
			text, _ := io.ReadAll(io.LimitReader(f, 200))
			f.Close()
			return nil, &FileError{Path: project, Holder: describe(string(text)), Err: ErrLocked}
		}
		// Between opening and locking, the former holder may have removed the
		// file: then another process can lock a new one of the same name.
		if !sameFile(f, path) {
			f.Close()
			continue
		}
		if err := f.Truncate(0); err == nil {
			_, _ = f.WriteAt([]byte(holder), 0)
		}
		return &fileLock{path: path, file: f}, nil
	}
}

func describe(holder string) string {
	if holder = strings.TrimSpace(holder); holder == "" {
		return "by another program"
	}
	return "by " + holder
}

func sameFile(f *os.File, path string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(path)
	return err == nil && os.SameFile(mine, named)
}

// release removes the file while the lock still holds, then lets go.
func (l *fileLock) release() {
	os.Remove(l.path)
	l.file.Close()
}
