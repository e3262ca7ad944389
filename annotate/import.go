package annotate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"hashiya/annotate/dataset"
	"hashiya/model"
)

// Archive is a store that articles are brought into and datasets taken from.
type Archive interface {
	Store
	Import([]model.Import) ([]error, error)
	Articles() ([]model.Article, error)
	ArticleByHash(sha256 string) (model.Article, bool, error)
	Works(article string) ([]model.Work, error)
	Codebooks() ([]model.CodebookRow, error)
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
	Ignored    []string // files in folders that are of no known kind
	Notes      []string // what differs from the project and was left as the project has it
	Refused    []Refusal
}

// A batch is written in one transaction; its bounds keep the memory it needs,
// and what an interruption undoes, small.
const (
	batchArticles = 200
	batchBytes    = 8 << 20
)

// importer is one run of Import.
type importer struct {
	project *Project
	archive Archive
	report  *Report

	entities   *Entities // the project's and those on their way in
	annotators map[string]string
	codebooks  map[string]*model.Codebook
	empty      bool // the project held no article when the run began

	batch []model.Import
	where []string // of each element of batch, "" for rows that serve others
	bytes int
	known map[string]string // sha256 → article id, in the batch
}

// Import takes files and folders in: texts in UTF-8, and native JSONL. What is
// refused is named in the report and the rest is in; an error means that the
// project's file itself failed, and that the report holds what was kept before.
// progress, if not nil, hears how many of the files are done. Import may run
// beside the goroutine that the project belongs to, once the person has joined;
// that goroutine calls Reload afterwards.
func (p *Project) Import(ctx context.Context, archive Archive, paths []string, progress func(done, total int)) (*Report, error) {
	m := &importer{project: p, archive: archive, report: &Report{}, known: map[string]string{}}
	if archive.ReadOnly() {
		return m.report, errReadOnly
	}
	if err := m.begin(); err != nil {
		return m.report, err
	}
	files := m.find(paths)
	for i, file := range files {
		err := ctx.Err()
		if err == nil {
			err = m.file(ctx, file)
		}
		if err != nil && err == ctx.Err() {
			return m.report, errors.Join(err, m.flush()) // what is whole stays
		}
		if err != nil {
			return m.report, err
		}
		if progress != nil {
			progress(i+1, len(files))
		}
	}
	return m.report, m.flush()
}

var errReadOnly = errors.New("the project is open for reading only; close it elsewhere or copy it to import into it")

func (m *importer) begin() error {
	if err := m.project.Join(); err != nil {
		return err
	}
	entities, err := m.archive.Entities()
	if err != nil {
		return err
	}
	people, err := m.archive.Annotators()
	if err != nil {
		return err
	}
	codebooks, err := m.archive.Codebooks()
	if err != nil {
		return err
	}
	articles, err := m.archive.Articles()
	if err != nil {
		return err
	}
	m.empty = len(articles) == 0
	m.entities = newEntities(entities)
	m.annotators = map[string]string{}
	for _, a := range people {
		m.annotators[a.Name] = a.ID
	}
	m.codebooks = map[string]*model.Codebook{}
	for _, row := range codebooks {
		if m.codebooks[row.ID], err = model.ParseCodebook([]byte(row.Body)); err != nil {
			return err
		}
	}
	return nil
}

// find lists the files under the paths. A file that is named is taken whatever
// its name; in folders only texts and JSONL are.
func (m *importer) find(paths []string) []string {
	var files []string
	for _, path := range paths {
		err := filepath.WalkDir(path, func(at string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				m.refuse(at, plain(err))
			case entry.IsDir() && at != path && strings.HasPrefix(entry.Name(), "."):
				return fs.SkipDir
			case entry.IsDir():
			case at == path || isArticleFile(at):
				files = append(files, at)
			default:
				m.report.Ignored = append(m.report.Ignored, at)
			}
			return nil
		})
		if err != nil {
			m.refuse(path, plain(err))
		}
	}
	return files
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

func (m *importer) refuse(where string, err error) {
	m.report.Refused = append(m.report.Refused, Refusal{Where: where, Err: err})
}

func (m *importer) file(ctx context.Context, path string) error {
	if strings.EqualFold(filepath.Ext(path), ".jsonl") {
		return m.jsonl(ctx, path)
	}
	article, text, err := readText(path)
	if err != nil {
		m.refuse(path, err)
		return nil
	}
	return m.document(path, &dataset.Document{Article: article, Text: text})
}

func (m *importer) jsonl(ctx context.Context, path string) error {
	f, _, err := openRegular(path)
	if err != nil {
		m.refuse(path, err)
		return nil
	}
	defer f.Close()
	var failed error
	lines, err := dataset.ReadJSONL(&untilFailed{f, &failed}, func(line int, h *dataset.Header, d *dataset.Document) error {
		if failed == nil {
			failed = ctx.Err()
		}
		if failed != nil {
			return failed
		}
		where := fmt.Sprintf("%s:%d", path, line)
		if h != nil {
			failed = m.header(where, h)
		} else {
			failed = m.document(where, d)
		}
		return failed
	})
	if failed != nil {
		return failed
	}
	for _, l := range lines {
		m.refuse(fmt.Sprintf("%s:%d", path, l.Line), l.Err)
	}
	if err != nil {
		m.refuse(path, plain(err))
	}
	return nil
}

// untilFailed ends a file once what is made of it has failed for good.
type untilFailed struct {
	io.Reader
	failed *error
}

func (r *untilFailed) Read(p []byte) (int, error) {
	if *r.failed != nil {
		return 0, *r.failed
	}
	return r.Reader.Read(p)
}

// add puts an element into the batch and writes the batch when it is full.
func (m *importer) add(where string, one model.Import) error {
	one.Edit.Author, one.Edit.Scope, one.Edit.Label = m.project.annotator.ID, model.ScopeImport, "edit.import"
	m.batch, m.where = append(m.batch, one), append(m.where, where)
	m.bytes += len(one.Text)
	if len(m.batch) < batchArticles && m.bytes < batchBytes {
		return nil
	}
	return m.flush()
}

func (m *importer) flush() error {
	if len(m.batch) == 0 {
		return nil
	}
	refused, err := m.archive.Import(m.batch)
	if err != nil {
		return err
	}
	for i, one := range m.batch {
		switch {
		case refused[i] != nil:
			m.refuse(m.where[i], refused[i])
		case m.where[i] != "":
			m.countIn(one)
		}
	}
	m.batch, m.where, m.bytes = nil, nil, 0
	clear(m.known)
	return nil
}

func (m *importer) countIn(one model.Import) {
	if one.Article != "" {
		m.report.Added++
	}
	for _, change := range one.Edit.Rows {
		if change.After.RowTable() == model.TableRecord {
			m.report.Records++
		}
	}
}
