package dataset

import (
	"errors"
	"fmt"
	"iter"
)

// Write writes a project to a path in a format: the header unless it is nil,
// then the documents as they come. An existing path is refused with ErrExists
// unless force is set. The path appears, or is replaced, only when everything
// is written; an error of docs, such as an interruption, leaves it as it was.
// progress, when given, is called after each document with their number so far.
func Write(format Format, path string, force bool, h *Header, docs iter.Seq2[*Document, error], progress func(done int)) error {
	target, err := NewTarget(path, format.Folder, force)
	if err != nil {
		return err
	}
	defer target.Abort()
	if err := writeAll(format, target, h, docs, progress); err != nil {
		return fmt.Errorf("export to %q as %s: %w", path, format.Name, err)
	}
	return target.Commit()
}

func writeAll(format Format, target *Target, h *Header, docs iter.Seq2[*Document, error], progress func(done int)) error {
	w, err := format.New(target)
	if err != nil {
		return err
	}
	if err := target.checkReplaced(); err != nil {
		return errors.Join(err, w.Close())
	}
	if h != nil {
		if err := w.Header(h); err != nil {
			return errors.Join(fmt.Errorf("project line: %w", err), w.Close())
		}
	}
	done := 0
	for d, err := range docs {
		if err == nil {
			err = w.Document(d)
		}
		if err != nil {
			return errors.Join(err, w.Close())
		}
		done++
		if progress != nil {
			progress(done)
		}
	}
	return w.Close()
}
