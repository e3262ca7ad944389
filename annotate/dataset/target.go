package dataset

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrExists is the reason why output is refused when something has its name.
var ErrExists = errors.New("exists already; choose another name or add --force to replace it")

// Target is where output goes: a file, or a folder of files, under a temporary
// name beside the final one until Commit renames it.
type Target struct {
	path   string
	temp   string
	folder bool
	force  bool
	names  []string
	files  []*os.File
	buffer []*bufio.Writer
	list   *bufio.Writer // of the files that WriteFile wrote, nil before the first
}

// fileList is the file that lists the others of a folder whose names are not
// known beforehand, one a line with forward slashes.
const fileList = "FILES.list"

// NewTarget prepares output to a path. It refuses an existing path with
// ErrExists unless force is set, and with force still refuses to put a file in
// the place of a folder or a folder in the place of a file.
func NewTarget(path string, folder, force bool) (*Target, error) {
	path = filepath.Clean(path)
	t := &Target{path: path, folder: folder, force: force}
	if err := t.checkFree(); err != nil {
		return nil, err
	}
	parent := filepath.Dir(path)
	if info, err := os.Stat(parent); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("%q cannot be written: there is no folder %q; make it first", path, parent)
	}
	// The final name is not part of the temporary one: with it, a long Arabic
	// name could pass the file system's limit of 255 bytes.
	t.temp = filepath.Join(parent, ".hashiya-"+rand.Text()[:12]+".tmp")
	if folder {
		if err := os.Mkdir(t.temp, 0o777); err != nil {
			return nil, fmt.Errorf("%q cannot be written: %w", path, err)
		}
	}
	return t, nil
}

// checkFree reports why the final name cannot be taken.
func (t *Target) checkFree() error {
	info, err := os.Lstat(t.path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !t.force:
		return fmt.Errorf("%q %w", t.path, ErrExists)
	case t.folder && !info.IsDir():
		return fmt.Errorf("%q is a file, and this format writes a folder; choose another name", t.path)
	case !t.folder && info.IsDir():
		return fmt.Errorf("%q is a folder, and this format writes a file; choose another name", t.path)
	}
	return nil
}

// checkReplaced refuses to replace a folder that holds anything but files of
// the names about to be written, or of the names that an earlier export listed:
// --force on a folder of one's own papers must not delete them.
func (t *Target) checkReplaced() error {
	if _, err := os.Lstat(t.path); !t.folder || errors.Is(err, os.ErrNotExist) {
		return nil
	}
	known, err := t.earlier()
	if err != nil {
		return err
	}
	for _, name := range t.names {
		known[name] = true
	}
	return filepath.WalkDir(t.path, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(t.path, path)
		if err == nil && (!entry.Type().IsRegular() || !known[filepath.ToSlash(name)]) {
			err = fmt.Errorf("folder %q holds %q, which is not part of such an export; choose another name", t.path, name)
		}
		return err
	})
}

// earlier reads the names that an earlier export listed in its folder, none
// when there is no list.
func (t *Target) earlier() (map[string]bool, error) {
	names := map[string]bool{}
	f, err := os.Open(filepath.Join(t.path, fileList))
	if errors.Is(err, os.ErrNotExist) {
		return names, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names[fileList] = true
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		names[lines.Text()] = true
	}
	return names, lines.Err()
}

// Create makes a file of the output and returns what to write it with. A
// folder takes several names, a file exactly one, which does not matter. The
// target flushes and closes what it created.
func (t *Target) Create(name string) (io.Writer, error) {
	f, err := t.open(name)
	if err != nil {
		return nil, err
	}
	buffer := bufio.NewWriterSize(f, 64<<10)
	t.names = append(t.names, name)
	t.files = append(t.files, f)
	t.buffer = append(t.buffer, buffer)
	return buffer, nil
}

// open makes a file of the output. A name in a folder may have folders before
// it, with forward slashes.
func (t *Target) open(name string) (*os.File, error) {
	path := t.temp
	if t.folder {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return nil, fmt.Errorf("%q is no name for a file of an export", name)
		}
		path = filepath.Join(t.temp, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return nil, err
		}
	}
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// WriteFile writes a whole file of a folder of many, and lists its name. It is
// not flushed to the disk: for ten thousand small files that takes minutes, and
// an export can be made again.
func (t *Target) WriteFile(name string, content []byte) error {
	if t.list == nil {
		list, err := t.Create(fileList)
		if err != nil {
			return err
		}
		t.list = list.(*bufio.Writer)
	}
	f, err := t.open(name)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	_, err = t.list.WriteString(name + "\n")
	return err
}

// finish writes out and closes what was created, so that it can be read.
func (t *Target) finish() error {
	for i, f := range t.files {
		if err := errors.Join(t.buffer[i].Flush(), f.Sync(), f.Close()); err != nil {
			return fmt.Errorf("%q cannot be written: %w; is the disk full?", t.path, err)
		}
	}
	t.files = nil
	if t.folder {
		syncFolder(t.temp)
	}
	return nil
}

// Commit makes the output last under its final name. On an error nothing is
// left of it and what stood there before still does.
func (t *Target) Commit() error {
	defer t.Abort()
	if err := t.finish(); err != nil {
		return err
	}
	if err := t.checkFree(); err != nil {
		return err
	}
	if err := t.rename(); err != nil {
		return fmt.Errorf("%q cannot be written: %w", t.path, err)
	}
	t.temp = ""
	syncFolder(filepath.Dir(t.path))
	return nil
}

// rename puts the output in its place. A folder cannot be renamed over another
// one, so the old one steps aside first and comes back if that fails.
func (t *Target) rename() error {
	if _, err := os.Lstat(t.path); !t.folder || err != nil {
		return os.Rename(t.temp, t.path)
	}
	old := t.temp + ".old"
	if err := os.Rename(t.path, old); err != nil {
		return err
	}
	if err := os.Rename(t.temp, t.path); err != nil {
		return errors.Join(err, os.Rename(old, t.path))
	}
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("it is written, but the former folder stays as %q: %w", old, err)
	}
	return nil
}

// Abort removes what was written. After Commit it does nothing.
func (t *Target) Abort() {
	for _, f := range t.files {
		_ = f.Close()
	}
	t.files = nil
	if t.temp != "" {
		_ = os.RemoveAll(t.temp)
		t.temp = ""
	}
}

// syncFolder makes names in a folder last through a power cut. Not every
// system can do it, and the files themselves are safe already, so an error is
// no failure.
func syncFolder(path string) {
	if dir, err := os.Open(path); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
}
