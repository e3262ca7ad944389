package dataset

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
)

// Report says what an export holds.
type Report struct {
	Articles, Records, Items, Spans int // of the project, as the options choose them
	Losses                          map[Reason]int
	LossFile                        string // the readable report; "" for a format without losses
}

// Lost returns the number of entries in the report of losses.
func (r *Report) Lost() int {
	n := 0
	for _, count := range r.Losses {
		n += count
	}
	return n
}

// Write writes a project to a path in a format: the header unless it is nil,
// then the documents as they come, as far as the options choose them. An
// existing path is refused with ErrExists unless they force it.
//
// What the format cannot hold is written to PATH.loss.json and PATH.loss.txt.
// Then the files are read again; when their offsets, quoted words or numbers
// are not those of the documents, the error is ErrSelfCheck.
//
// The path appears, or is replaced, only when all of that is done; an error of
// docs, such as an interruption, leaves it as it was. progress, when given, is
// called after each document with their number so far.
func Write(format Format, path string, o Options, h *Header, docs iter.Seq2[*Document, error], progress func(done int)) (*Report, error) {
	chosen, err := newSelection(o, format, h)
	if err != nil {
		return nil, err
	}
	if err := chosen.checkNames(h); err != nil {
		return nil, err
	}
	e, err := newExport(format, path, chosen)
	if err != nil {
		return nil, err
	}
	defer e.abort()
	err = e.write(h, docs, progress)
	if err == nil {
		err = e.check()
	}
	if err != nil {
		return nil, fmt.Errorf("export to %q as %s: %w", path, format.Name, err)
	}
	return &e.report, e.commit()
}

// export is an export under way.
type export struct {
	format  Format
	path    string
	chosen  *selection
	sink    *Sink
	reports []*Target // of losses: JSON, text
	checks  *selfCheck
	report  Report
}

func newExport(format Format, path string, chosen *selection) (*export, error) {
	e := &export{format: format, path: filepath.Clean(path), chosen: chosen, checks: newSelfCheck(format)}
	target, err := NewTarget(path, format.Folder, chosen.Force)
	if err != nil {
		return nil, err
	}
	e.sink = &Sink{Target: target, Options: chosen.Options}
	if err := e.openLosses(); err != nil {
		e.abort()
		return nil, err
	}
	e.report.Losses = e.sink.Losses.Counts
	return e, nil
}

// openLosses starts the two reports beside the data.
func (e *export) openLosses() error {
	if e.format.Lossless {
		e.sink.Losses = newLosses(io.Discard, io.Discard, e.format)
		return nil
	}
	var files []io.Writer
	for _, extension := range []string{".loss.json", ".loss.txt"} {
		target, err := NewTarget(e.path+extension, false, e.chosen.Force)
		if err != nil {
			return err
		}
		e.reports = append(e.reports, target)
		file, err := target.Create("")
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	e.sink.Losses = newLosses(files[0], files[1], e.format)
	e.report.LossFile = e.path + ".loss.txt"
	return nil
}

func (e *export) write(h *Header, docs iter.Seq2[*Document, error], progress func(done int)) error {
	w, err := e.format.New(e.sink)
	if err != nil {
		return err
	}
	if err := e.sink.checkReplaced(); err != nil {
		return errors.Join(err, w.Close())
	}
	if h != nil {
		if err := w.Header(e.chosen.header(h)); err != nil {
			return errors.Join(fmt.Errorf("project line: %w", err), w.Close())
		}
	}
	done := 0
	for d, err := range docs {
		if err == nil {
			err = e.document(w, d)
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

func (e *export) document(w Writer, d *Document) error {
	text := []rune(d.Text)
	if err := checkSpans(d, text); err != nil {
		return err
	}
	chosen := e.chosen.document(d)
	if chosen == nil {
		return nil
	}
	e.sink.Losses.begin(d.Article.ID)
	if d.Article.Extra != "" && !e.format.Lossless {
		e.sink.Losses.Note("", LossRecord, "extra")
	}
	if err := w.Document(chosen); err != nil {
		return err
	}
	e.report.Articles++
	e.report.Records += len(chosen.Records)
	for i := range chosen.Records {
		e.report.Items += len(chosen.Records[i].Items)
		e.report.Spans += len(chosen.Records[i].Spans)
	}
	return e.checks.expect(chosen, text, e.sink.Losses)
}

// check reads the output again and compares it with what was to be written.
func (e *export) check() error {
	if err := e.sink.finish(); err != nil {
		return err
	}
	if err := e.format.Read(e.sink.temp, e.checks.take); err != nil {
		return fmt.Errorf("%w: %w", ErrSelfCheck, err)
	}
	if err := e.checks.compare(); err != nil {
		return err
	}
	return e.sink.Losses.end(&e.report)
}

// commit gives everything its final name, the data last.
func (e *export) commit() error {
	for _, target := range e.reports {
		if err := target.Commit(); err != nil {
			return err
		}
	}
	return e.sink.Commit()
}

func (e *export) abort() {
	for _, target := range e.reports {
		target.Abort()
	}
	e.sink.Abort()
}
