package annotate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"hashiya/annotate/dataset"
	"hashiya/model"
)

// Archive is a store that articles are brought into and datasets taken from.
type Archive interface {
	Store
	Import([]model.Import) ([]error, error)
	EachArticle() iter.Seq2[model.Article, error]
	Counts() (map[string]int, error)
	ArticleByHash(sha256 string) (model.Article, bool, error)
	Works(article string) ([]model.Work, error)
}

// Refusal is a file, or a line of one, that was not taken in.
type Refusal struct {
	Where string // the path as given, with ":" and the line where there is one
	Err   error
}

func (r Refusal) Error() string { return r.Where + ": " + r.Err.Error() }

// Report tells what an import did.
type Report struct {
	Added      int      // articles
	Records    int      // records, of new articles and of known ones
	Duplicates []string // files and lines whose text the project has already
	Ignored    []string // in folders: files of no known kind, and links to other folders
	Notes      []string // what differs from the project and was left as the project has it
	Refused    []Refusal
}

// importer is one run of Import.
type importer struct {
	project *Project
	archive Archive
	report  *Report

	person     model.Annotator // who imports
	entities   *Entities       // the project's and those on their way in
	annotators map[string]string
	codebooks  *codebookShelf
	empty      bool // the project held no article when the run began

	// pending are the rows on their way in, by id: entities, annotators and
	// codebooks that nothing has brought into the project yet.
	pending map[string]model.Row

	batch []element
	bytes int             // of the texts in batch
	known map[string]bool // sha256 of the texts in batch
}

// Import takes files and folders in: texts in UTF-8, and native JSONL. What is
// refused is named in the report and the rest is in; an error means that the
// project's file itself failed, and that the report holds what was kept before.
// progress, if not nil, hears how many of the files are done, or how many of
// its bytes when there is one JSONL file. The person joins the project with the first
// thing that is kept. Import may run beside the goroutine that the project
// belongs to, once the person has joined; that goroutine calls Reload afterwards.
func (p *Project) Import(ctx context.Context, archive Archive, paths []string, progress func(done, total int)) (*Report, error) {
	return p.run(archive, func(m *importer) error {
		files := m.find(paths)
		var bytes func(done, total int)
		if len(files) == 1 && isJSONL(files[0]) {
			bytes, progress = progress, nil
		}
		for i, file := range files {
			if err := m.file(ctx, file, bytes); err != nil {
				return err
			}
			if progress != nil {
				progress(i+1, len(files))
			}
		}
		return nil
	})
}

// ImportJSONL takes native JSONL in that is not in a file, as Import does. name
// stands in the report where a path would.
func (p *Project) ImportJSONL(ctx context.Context, archive Archive, name string, r io.Reader) (*Report, error) {
	return p.run(archive, func(m *importer) error { return m.jsonl(ctx, name, r) })
}

// run begins and ends an import. What is whole stays when work is cancelled;
// a failure in keeping it is then what there is to say.
func (p *Project) run(archive Archive, work func(*importer) error) (*Report, error) {
	m := &importer{project: p, archive: archive, report: &Report{}, pending: map[string]model.Row{}, known: map[string]bool{}}
	if archive.ReadOnly() {
		return m.report, errReadOnly
	}
	if err := m.begin(); err != nil {
		return m.report, err
	}
	err := work(m)
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		err = cmp.Or(m.flush(), err)
	}
	return m.report, err
}

var errReadOnly = errors.New("the project is open for reading only; close it elsewhere or copy it to import into it")

func (m *importer) begin() error {
	entities, err := m.archive.Entities()
	if err != nil {
		return err
	}
	people, err := m.archive.Annotators()
	if err != nil {
		return err
	}
	counts, err := m.archive.Counts()
	if err != nil {
		return err
	}
	m.empty = counts[string(model.TableArticle)] == 0
	m.entities = newEntities(entities)
	m.annotators = map[string]string{}
	for _, a := range people {
		m.annotators[a.Name] = a.ID
	}
	if m.codebooks, err = newCodebookShelf(m.archive); err != nil {
		return err
	}
	m.person = m.project.annotator
	if m.person.ID == "" {
		m.person = m.project.joining()
		m.pending[m.person.ID] = &m.person
		m.annotators[m.person.Name] = m.person.ID
	}
	return nil
}

func (m *importer) refuse(where string, err error) {
	m.report.Refused = append(m.report.Refused, Refusal{Where: where, Err: err})
}

func isJSONL(path string) bool { return strings.EqualFold(filepath.Ext(path), ".jsonl") }

func (m *importer) file(ctx context.Context, path string, progress func(done, total int)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !isJSONL(path) {
		article, text, err := readText(path)
		if err != nil {
			m.refuse(path, err)
			return nil
		}
		return m.document(path, &dataset.Document{Article: article, Text: text})
	}
	f, size, err := openRegular(path)
	if err != nil {
		m.refuse(path, err)
		return nil
	}
	defer f.Close()
	if progress == nil {
		return m.jsonl(ctx, path, f)
	}
	done := 0
	return m.jsonl(ctx, path, readerFunc(func(p []byte) (int, error) {
		n, err := f.Read(p)
		done += n
		progress(done, max(done, int(size)))
		return n, err
	}))
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// jsonl takes lines in. It returns only errors that end the whole import.
func (m *importer) jsonl(ctx context.Context, name string, r io.Reader) error {
	var failed error
	// A line may be long: cancelling must not wait for its end.
	cancellable := readerFunc(func(p []byte) (int, error) {
		if failed = ctx.Err(); failed != nil {
			return 0, failed
		}
		return r.Read(p)
	})
	lines, err := dataset.ReadJSONL(cancellable, func(line int, h *dataset.Header, d *dataset.Document) error {
		if failed = ctx.Err(); failed == nil {
			failed = m.line(fmt.Sprintf("%s:%d", name, line), h, d)
		}
		if failed != nil {
			return dataset.Stop(failed)
		}
		return nil
	})
	for _, l := range lines {
		m.refuse(fmt.Sprintf("%s:%d", name, l.Line), l.Err)
	}
	if failed == nil && err != nil {
		m.refuse(name, plain(err))
	}
	return failed
}

func (m *importer) line(where string, h *dataset.Header, d *dataset.Document) error {
	if h != nil {
		return m.header(where, h)
	}
	return m.document(where, d)
}
