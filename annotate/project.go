package annotate

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"hashiya/model"
)

// maxName is the longest name of a person, project or entity, in code points.
const maxName = 200

// ErrNoName says that a person's name is missing, too long or not one line.
var ErrNoName = fmt.Errorf("a name of 1 to %d characters on one line, none of them a control character, is needed", maxName)

// Project is an open project as one person sees it: its codebook, its entities
// and who works in it.
type Project struct {
	store     Store
	row       model.Project
	codebook  *model.Codebook
	annotator model.Annotator
	entities  *Entities
	listeners []func()
}

// Enter opens a store's project as a person. Somebody new is added to the
// project with their first edit.
func Enter(store Store, name string, role model.Role) (*Project, error) {
	if !validName(name) {
		return nil, ErrNoName
	}
	p := &Project{store: store}
	if err := p.Reload(); err != nil {
		return nil, err
	}
	people, err := store.Annotators()
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(people, func(a model.Annotator) bool { return a.Name == name })
	if i >= 0 {
		p.annotator = people[i]
		return p, nil
	}
	p.annotator = model.Annotator{Name: name, Role: role}
	return p, nil
}

func validName(name string) bool {
	return strings.TrimSpace(name) != "" && utf8.ValidString(name) && utf8.RuneCountInString(name) <= maxName &&
		!strings.ContainsFunc(name, breaksLine)
}

// breaksLine knows control characters and Unicode's own line separators.
func breaksLine(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

// Reload reads the project's row, codebook and entities again, after an import.
func (p *Project) Reload() error {
	row, err := p.store.Project()
	if err != nil {
		return err
	}
	body, err := p.store.Codebook(row.Codebook)
	if err != nil {
		return fmt.Errorf("codebook %q: %w", row.Codebook, err)
	}
	codebook, err := model.ParseCodebook([]byte(body.Body))
	if err != nil {
		return fmt.Errorf("codebook %q: %w", row.Codebook, err)
	}
	entities, err := p.store.Entities()
	if err != nil {
		return err
	}
	p.row, p.codebook, p.entities = row, codebook, newEntities(entities)
	for _, tell := range p.listeners {
		tell()
	}
	return nil
}

// OnEntities calls tell whenever the entities or the codebook have changed.
func (p *Project) OnEntities(tell func()) { p.listeners = append(p.listeners, tell) }

// Name returns the project's name.
func (p *Project) Name() string { return p.row.Name }

// Codebook returns the codebook that new work is made under.
func (p *Project) Codebook() *model.Codebook { return p.codebook }

// Entities returns the entities of the project.
func (p *Project) Entities() *Entities { return p.entities }

// Annotator returns who works; the id is empty until the first edit.
func (p *Project) Annotator() model.Annotator { return p.annotator }

// ReadOnly reports whether nothing can be changed.
func (p *Project) ReadOnly() bool { return p.store.ReadOnly() }

// Join makes sure that the person is one of the project's people.
func (p *Project) Join() error {
	if p.annotator.ID != "" {
		return nil
	}
	joined := p.joining()
	_, err := p.store.Apply(model.Edit{
		Author: joined.ID, Scope: model.ScopeProject, Label: "edit.join",
		Rows: []model.RowChange{{After: &joined}},
	})
	if err != nil {
		return err
	}
	p.annotator = joined
	return nil
}

// joining returns the person as they would join.
func (p *Project) joining() model.Annotator {
	joined := p.annotator
	joined.ID = newID()
	if joined.Role == "" {
		joined.Role = model.RoleAnnotator
	}
	return joined
}

// ErrNoKey says that an entity needs a name.
var ErrNoKey = errors.New("an entity needs a name")

// NewEntity adds an entity with a name as written and returns it. Its type may
// be empty until somebody says what it is; its key is made from the name.
func (p *Project) NewEntity(name, entityType string) (model.Entity, error) {
	name = strings.TrimSpace(name)
	if !validName(name) {
		return model.Entity{}, ErrNoKey
	}
	if entityType != "" && !isEntityType(p.codebook, entityType) {
		return model.Entity{}, &model.FieldError{Field: "type", Value: entityType, List: entityTypes[0], Reason: model.ReasonNoCode}
	}
	if err := p.Join(); err != nil {
		return model.Entity{}, err
	}
	e := model.Entity{ID: newID(), Key: p.entities.freeKey(name), Type: entityType}
	if isArabic(name) {
		e.NameAr = name
	} else {
		e.NameEn = name
	}
	_, err := p.store.Apply(model.Edit{
		Author: p.annotator.ID, Scope: model.ScopeEntity, Label: "edit.entity",
		Rows: []model.RowChange{{After: &e}},
	})
	if err != nil {
		return model.Entity{}, err
	}
	p.entities.add(e)
	for _, tell := range p.listeners {
		tell()
	}
	return e, nil
}

// entityTypes are the lists that hold the types of entities.
var entityTypes = []string{"entity_type_actor", "entity_type_location"}

func isEntityType(codebook *model.Codebook, key string) bool {
	return slices.ContainsFunc(entityTypes, func(list string) bool {
		_, known := codebook.Code(list, key)
		return known
	})
}

// newID returns a UUIDv7. The random source fails only when the system itself
// is broken, and then nothing can be kept safely.
func newID() string { return uuid.Must(uuid.NewV7()).String() }

// Create makes a project with a name and a codebook in a new file. create is
// the store's own way to make one, such as sqlite.Create with its options.
func Create[S any](path, name string, codebook []byte, create func(string, model.Project, model.CodebookRow) (S, error)) (S, error) {
	var none S
	if !validName(name) {
		return none, fmt.Errorf("project name %q: %w", name, ErrNoName)
	}
	parsed, err := model.ParseCodebook(codebook)
	if err != nil {
		return none, err
	}
	row := model.CodebookRow{ID: parsed.Ref(), Body: string(codebook)}
	return create(path, model.Project{ID: newID(), Name: name, Codebook: row.ID}, row)
}
