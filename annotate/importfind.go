package annotate

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// find lists the files under the paths. A file that is named is taken whatever
// its name; in folders only texts and JSONL are.
func (m *importer) find(paths []string) []string {
	var files []string
	for _, path := range paths {
		root, err := target(path)
		if err != nil {
			m.refuse(path, plain(err))
			continue
		}
		err = filepath.WalkDir(root, func(at string, entry fs.DirEntry, err error) error {
			// The report names files by the path as it was given.
			name := path + strings.TrimPrefix(at, root)
			switch {
			case err != nil:
				m.refuse(name, plain(err))
			case entry.IsDir() && at != root && strings.HasPrefix(entry.Name(), "."):
				return fs.SkipDir
			case entry.IsDir():
			case at == root || isArticleFile(at) && !leadsToFolder(at):
				files = append(files, name)
			default:
				m.report.Ignored = append(m.report.Ignored, name)
			}
			return nil
		})
		if err != nil {
			m.refuse(path, plain(err))
		}
	}
	return files
}

// target follows a path that is a symbolic link: whoever names a link means
// what it leads to.
func target(path string) (string, error) {
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return path, err
	}
	return filepath.EvalSymlinks(path)
}

// leadsToFolder knows a symbolic link to a folder. Inside of folders these are
// not followed: they may lead anywhere, and round in rings.
func leadsToFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func isArticleFile(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".jsonl":
		return true
	}
	return false
}

// plain takes the path off a system error: the report names it already.
func plain(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
