package gazetteer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"hashiya/model"
)

// Limits of one import.
const (
	maxPlaces    = 2_000_000
	maxFileBytes = 4 << 30
	// maxWhole bounds files that are read into memory whole, in bytes.
	maxWhole = 64 << 20
	// maxBroken bounds the broken rows that a report names; all are counted.
	maxBroken = 1000
	maxFiles  = 20
)

// Options say what to take of a source, and as what.
type Options struct {
	// Features are the GeoNames feature classes ("P") and codes ("S.CMPRF") to
	// take; DefaultFeatures when empty.
	Features []string
	// Key names the source in the project; a later import of the same key
	// replaces its places. It is made from the files' names when empty.
	Key string
}

// Broken is a row that cannot be taken.
type Broken struct {
	File   string // path as given, with "#" and the sheet of a workbook
	Line   int    // from 1; the row of a sheet; 0 where none is meant
	Reason string
}

func (b Broken) Error() string {
	if b.Line == 0 {
		return b.File + ": " + b.Reason
	}
	return fmt.Sprintf("%s:%d: %s", b.File, b.Line, b.Reason)
}

// Report tells what files hold.
type Report struct {
	Source  model.PlaceSource
	Places  int      // that can be taken
	Left    int      // rows of features that are not asked for
	Broken  []Broken // the first thousand
	Damaged int      // all broken rows
}

func (r *Report) broken(file string, line int, reason error) {
	r.Damaged++
	if len(r.Broken) < maxBroken {
		r.Broken = append(r.Broken, Broken{file, line, reason.Error()})
	}
}

// errTooMany ends a check: the rest of the files is not worth reading.
var errTooMany = fmt.Errorf("there are more than %d places; take a country's file, or fewer features", maxPlaces)

// take counts one more place.
func (r *Report) take() error {
	if r.Places++; r.Places > maxPlaces {
		return errTooMany
	}
	return nil
}

// reader reads files of one format.
type reader interface {
	// source says what the files are; its sha256 and places are filled in later.
	source() model.PlaceSource
	// scan reads all files and reports on them. An error ends the import.
	scan(ctx context.Context, report *Report, files *openFiles) error
	// each yields the sound places, those that scan has counted.
	each(ctx context.Context, files *openFiles) iter.Seq2[model.PlaceRow, error]
}

// Input is a set of files that make up one source.
type Input struct {
	paths  []string
	key    string
	reader reader
	report *Report
}

// Loader keeps the places of a source; see sqlite.Store.ImportPlaces.
type Loader interface {
	ImportPlaces(ctx context.Context, source model.PlaceSource, author string, rows iter.Seq2[model.PlaceRow, error], progress func(done int)) error
}

// Check reads the files to their end and tells what can be taken, and of each
// broken row what is wrong with it. An error means that nothing can be taken.
// progress, if not nil, hears how many of the files' bytes are read.
func (in *Input) Check(ctx context.Context, progress func(done, total int64)) (*Report, error) {
	report := &Report{Source: in.reader.source()}
	if in.key != "" {
		report.Source.Key = in.key
	}
	files := newOpenFiles(ctx, in.paths, progress)
	if err := in.reader.scan(ctx, report, files); err != nil {
		return nil, err
	}
	if report.Places == 0 {
		if report.Damaged > 0 {
			return nil, fmt.Errorf("no row can be taken; the first is broken: %w", report.Broken[0])
		}
		return nil, errors.New("the files hold no place of the kinds asked for; check the files, or ask for other features")
	}
	sum, err := files.sum()
	if err != nil {
		return nil, err
	}
	report.Source.SHA256, report.Source.Places = sum, int64(report.Places)
	in.report = report
	return report, nil
}

var errChanged = errors.New("the files have changed since they were checked; do it again")

// Load puts the sound places that Check has found into a project: all of them,
// or none. author is an annotator's id and may be empty. progress, if not nil,
// hears how many places are in.
func (in *Input) Load(ctx context.Context, loader Loader, author string, progress func(done, total int)) error {
	if in.report == nil {
		return errors.New("the files must be checked first")
	}
	files := newOpenFiles(ctx, in.paths, nil)
	rows := func(yield func(model.PlaceRow, error) bool) {
		n := 0
		for row, err := range in.reader.each(ctx, files) {
			if err == nil {
				n++
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
		sum, err := files.sum()
		if err == nil && (n != in.report.Places || sum != in.report.Source.SHA256) {
			err = errChanged
		}
		if err != nil {
			yield(model.PlaceRow{}, err)
		}
	}
	return loader.ImportPlaces(ctx, in.report.Source, author, rows, func(done int) {
		if progress != nil {
			progress(done, in.report.Places)
		}
	})
}

// memory is what readers of small files share: they keep the places that scan
// has found.
type memory struct{ rows []model.PlaceRow }

func (m *memory) each(_ context.Context, files *openFiles) iter.Seq2[model.PlaceRow, error] {
	return func(yield func(model.PlaceRow, error) bool) {
		for i := range files.paths {
			if err := files.drain(i); err != nil {
				yield(model.PlaceRow{}, err)
				return
			}
		}
		for _, row := range m.rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// readWhole reads a file that must fit in memory.
func readWhole(r io.Reader, path string) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, maxWhole+1))
	if err != nil {
		return nil, err
	}
	if len(body) > maxWhole {
		return nil, fmt.Errorf("%s: the file is larger than %d MB; split it, or take a file of fewer places", path, maxWhole>>20)
	}
	return body, nil
}
