package annotate

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hashiya/model"
)

// CodebookStore is what shaping the codebook and the entities needs of a store
// besides reading and writing.
type CodebookStore interface {
	// CodebookRefs returns the "id@version" of every codebook of the project.
	CodebookRefs() ([]string, error)
	// CodeVersions returns those that live records and items were made under.
	CodeVersions() ([]string, error)
	// CodeUses counts the places where codes stand in live records and entities.
	CodeUses() (map[model.CodeRef]int, error)
	// CodeUsers returns the places in live records where codes stand.
	CodeUsers(codes []model.CodeRef, version string) ([]model.CodeUser, error)
	// EverUsed returns those of the codes that a row has ever held.
	EverUsed(codes []model.CodeRef) (map[model.CodeRef]bool, error)
	// EntityUsed reports whether anything ever referred to an entity.
	EntityUsed(id string) (bool, error)
	// EntityMentions counts the live items that name each entity, by id.
	EntityMentions() (map[string]int, error)
	// ScopeHistory returns the edits of a scope other than that of articles.
	ScopeHistory(scope model.Scope, author string) ([]model.Edit, error)
}

// What shaping the codebook refuses, besides ErrNotSupervisor.
var (
	ErrFixedList     = errors.New("the program itself works with the codes of this list; only their names, definitions and rules can be changed")
	ErrKeyTaken      = errors.New("the list has a code with this key already, perhaps a retired one; choose another key or restore that code")
	ErrNotOffered    = errors.New("the code is merged, split or retired already; restore it first")
	ErrNotChanged    = errors.New("the code is neither merged, split nor retired")
	ErrFewParts      = errors.New("a code is split into two other codes or more")
	ErrOtherCodebook = errors.New("the project's codebook has changed since the file was checked; check it again")
)

// CodeError is a code that cannot be changed as asked.
type CodeError struct {
	model.CodeRef
	Reason string
	Err    error // one of the errors above, nil for others
}

func (e *CodeError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("code %q of list %q: %v", e.Key, e.List, e.Err)
	}
	return fmt.Sprintf("code %q of list %q %s", e.Key, e.List, e.Reason)
}

func (e *CodeError) Unwrap() error { return e.Err }

// CodesInUseError says that codes would be lost that records hold, or held, so
// that undo could bring them back.
type CodesInUseError struct{ Codes []model.CodeRef }

func (e *CodesInUseError) Error() string {
	var names []string
	for _, ref := range e.Codes {
		names = append(names, fmt.Sprintf("%q of list %q", ref.Key, ref.List))
	}
	return fmt.Sprintf("the code %s is or was in use and cannot be taken away; retire it instead", strings.Join(names, ", "))
}

// fixedLists hold the codes that the program sets by itself.
var fixedLists = []string{"link_type", "origin"}

// Supervises reports whether the person may change the codebook and merge
// entities in this project.
func (p *Project) Supervises() bool {
	return p.annotator.Role == model.RoleSupervisor && !p.ReadOnly()
}

// supervise makes sure that the person may, and has joined.
func (p *Project) supervise() error {
	if p.annotator.Role != model.RoleSupervisor {
		return ErrNotSupervisor
	}
	return p.Join()
}

// editCodebook has build change a copy of the codebook, and keeps that as a new
// version in one edit.
func (p *Project) editCodebook(label string, build func(*model.Codebook) error) error {
	if err := p.supervise(); err != nil {
		return err
	}
	next, err := p.codebook.Clone()
	if err != nil {
		return err
	}
	if err := build(next); err != nil {
		return err
	}
	if next.Same(p.codebook) {
		return ErrNothingNew
	}
	return p.keepCodebook(model.Edit{Label: label}, next, 0)
}

// keepCodebook writes a codebook as the one that new work is made under: as the
// wanted version of its id where that is newer than all the project has, else
// as the next.
func (p *Project) keepCodebook(e model.Edit, next *model.Codebook, wanted int) error {
	newest, err := p.newestVersion(next.ID)
	if err != nil {
		return err
	}
	next.Version = max(newest+1, wanted)
	body, err := next.Encode()
	if err != nil {
		return err
	}
	if _, err := model.ParseCodebook(body); err != nil {
		return err
	}
	before, after := p.row, p.row
	after.Codebook = next.Ref()
	e.Author, e.Scope = p.annotator.ID, model.ScopeCodebook
	e.Rows = []model.RowChange{
		{After: &model.CodebookRow{ID: next.Ref(), Body: string(body)}},
		{Before: &before, After: &after},
	}
	if _, err := p.store.Apply(e); err != nil {
		return err
	}
	return p.Reload()
}

// newestVersion returns the highest version of a codebook that the project has,
// 0 when it has none.
func (p *Project) newestVersion(id string) (int, error) {
	refs, err := p.store.CodebookRefs()
	newest := 0
	for _, ref := range refs {
		if version, is := versionOf(ref, id); is {
			newest = max(newest, version)
		}
	}
	return newest, err
}

// versionOf returns the version in an "id@version" of an id.
func versionOf(ref, id string) (int, bool) {
	digits, is := strings.CutPrefix(ref, id+"@")
	version, err := strconv.Atoi(digits)
	return version, is && err == nil
}

// codebookOf reads a version of the codebook, nil when the project does not
// have it.
func (p *Project) codebookOf(ref string) (*model.Codebook, error) {
	if ref == p.codebook.Ref() {
		return p.codebook, nil
	}
	refs, err := p.store.CodebookRefs()
	if err != nil || !slices.Contains(refs, ref) {
		return nil, err
	}
	row, err := p.store.Codebook(ref)
	if err != nil {
		return nil, err
	}
	return model.ParseCodebook([]byte(row.Body))
}
