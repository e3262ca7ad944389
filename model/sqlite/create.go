package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"hashiya/model"
)

// Create makes a project file with a name and a codebook and opens it for
// writing. It refuses a path that is taken; a failure leaves no file behind.
func Create(path string, project model.Project, codebook model.CodebookRow, options Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, wrap(path, err)
	}
	// Claim the name first: two programs creating the same file must not both win.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &FileError{Path: path, Err: errors.New("the folder it should lie in does not exist; make the folder first")}
	case err != nil:
		return nil, wrap(path, err)
	}
	f.Close()
	if err := fill(path, project, codebook); err != nil {
		os.Remove(path)
		os.Remove(path + "-journal")
		return nil, wrap(path, err)
	}
	return Open(path, options)
}

func fill(path string, project model.Project, codebook model.CodebookRow) error {
	db := connect(path, false)
	defer db.Close()
	if err := migrate(db, path); err != nil {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, row := range []model.Row{&codebook, &project} {
		if err := insert(tx, row); err != nil {
			return err
		}
	}
	return tx.Commit()
}
