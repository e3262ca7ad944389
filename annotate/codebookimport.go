package annotate

import (
	"encoding/json"
	"fmt"
	"slices"

	"hashiya/model"
)

// codebookShelf holds the codebooks that an import may meet: the project's and
// those on their way in. They are read when they are asked for, since a project
// may have many versions.
type codebookShelf struct {
	refs   []string // "id@version" of the project's
	read   func(ref string) (model.CodebookRow, error)
	parsed map[string]*model.Codebook
	came   *model.Codebook // the one that new work is made under where the file comes from; nil when it does not say
}

func newCodebookShelf(store Store) (*codebookShelf, error) {
	refs, err := store.CodebookRefs()
	return &codebookShelf{refs: refs, read: store.Codebook, parsed: map[string]*model.Codebook{}}, err
}

func (s *codebookShelf) add(codebook *model.Codebook) { s.parsed[codebook.Ref()] = codebook }

// get returns a codebook, nil when there is none or it cannot be read.
func (s *codebookShelf) get(ref string) *model.Codebook {
	if known := s.parsed[ref]; known != nil {
		return known
	}
	if !slices.Contains(s.refs, ref) {
		return nil
	}
	row, err := s.read(ref)
	if err != nil {
		return nil
	}
	codebook, err := model.ParseCodebook([]byte(row.Body))
	if err != nil {
		return nil
	}
	s.parsed[ref] = codebook
	return codebook
}

// some reports whether a codebook satisfies a condition.
func (s *codebookShelf) some(does func(*model.Codebook) bool) bool {
	for _, codebook := range s.parsed {
		if does(codebook) {
			return true
		}
	}
	for _, ref := range s.refs {
		if codebook := s.get(ref); codebook != nil && does(codebook) {
			return true
		}
	}
	return false
}

// checkCodes checks codes against the versions they were made under and, since
// a later one keeps what was in use, against the file's own and the project's.
// The error is that of the first of them which is known.
func (m *importer) checkCodes(check func(*model.Codebook) error, refs ...string) error {
	var codebooks []*model.Codebook
	for _, ref := range refs {
		codebooks = append(codebooks, m.codebooks.get(ref))
	}
	var first error
	for _, codebook := range append(codebooks, m.codebooks.came, m.project.codebook) {
		if codebook == nil {
			continue
		}
		err := check(codebook)
		if err == nil {
			return nil
		}
		if first == nil {
			first = err
		}
	}
	return first
}

// formerCodebooks returns the rows of the other versions that a project line
// brings, nil for those that the project has.
func (m *importer) formerCodebooks(where string, bodies []json.RawMessage) []*model.CodebookRow {
	var rows []*model.CodebookRow
	for _, body := range bodies {
		row, err := m.codebookRow(body)
		if err != nil {
			m.report.Notes = append(m.report.Notes, fmt.Sprintf("%s: a former codebook is left out: %v", where, err))
			continue
		}
		rows = append(rows, row)
	}
	return rows
}

// adoptedCodebook returns the codebook that an empty project is to work with
// after a project line: the line's, unless a supervisor has shaped the project's
// own and the line's is no newer version of that.
func (m *importer) adoptedCodebook(present string, body json.RawMessage) (string, error) {
	codebook, err := model.ParseCodebook(body)
	if err != nil {
		return present, nil // the line brings none
	}
	shaped, err := m.archive.ScopeHistory(model.ScopeCodebook, "")
	if err != nil || len(shaped) == 0 {
		return codebook.Ref(), err
	}
	version, same := versionOf(present, codebook.ID)
	if !same || version >= codebook.Version {
		return present, nil
	}
	return codebook.Ref(), nil
}
