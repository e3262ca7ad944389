package filepicker

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// problem is something that stands in the way, in the words of the interface.
type problem struct {
	key  string // of the words
	path string // {0}
	err  error  // {1} where the words have it; may be nil
}

// problemOf finds the words for what a disk said about a path.
func problemOf(path string, err error) *problem {
	p := &problem{key: "file.failed", path: path, err: err}
	switch {
	case errors.Is(err, fs.ErrPermission):
		p.key = "file.noPermission"
	case errors.Is(err, fs.ErrNotExist):
		p.key = "file.gone"
	case errors.Is(err, fs.ErrExist):
		p.key = "file.exists"
	case notFolder(err):
		p.key = "file.notFolder"
	case notReady(err):
		p.key = "file.notReady"
	}
	return p
}

// text is the problem in words; what is in the folder shown goes by its name.
func (p *problem) text(words func(key string, args ...any) string, folder string) string {
	shown := visiblePath(p.path)
	if filepath.Dir(p.path) == folder || filepath.Base(p.path) == p.path {
		shown = visible(filepath.Base(p.path))
	}
	if p.key == "file.failed" {
		return words(p.key, shown, reason(p.err))
	}
	return words(p.key, shown)
}

// reason is what the system says, without the path, which stands beside it.
func reason(err error) string {
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return visible(err.Error())
}
