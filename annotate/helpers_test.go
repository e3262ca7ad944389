package annotate_test

import (
	"path/filepath"
	"testing"

	"hashiya/annotate"
	"hashiya/assets"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// memory remembers devices for the length of a test.
type memory map[string][2]string

func (m memory) Device(project string) (device, token string) { return m[project][0], m[project][1] }

func (m memory) Remember(project, device, token string) error {
	m[project] = [2]string{device, token}
	return nil
}

// newProject makes a project with the default codebook in a temporary folder.
func newProject(t testing.TB) (*sqlite.Store, *annotate.Project) {
	t.Helper()
	store, err := annotate.Create(filepath.Join(t.TempDir(), "test.hashiya"), "test", assets.Codebook(),
		func(path string, p model.Project, c model.CodebookRow) (*sqlite.Store, error) {
			return sqlite.Create(path, p, c, sqlite.Options{Devices: memory{}})
		})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store, enter(t, store)
}

func enter(t testing.TB, store *sqlite.Store) *annotate.Project {
	t.Helper()
	p, err := annotate.Enter(store, "coder 1", model.RoleAnnotator)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
