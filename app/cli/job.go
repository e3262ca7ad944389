package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"hashiya/annotate"
	"hashiya/app/settings"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// job is what a command gets to do its work with.
type job struct {
	ctx    context.Context
	out    *output
	errs   *console
	as     string // of --as, "" when it was not given
	window Window
	// release gives signals back to the system, for which the context is done.
	release func()
}

// person is who a command works as.
type person struct {
	name string
	role model.Role
}

// person returns who works: whom --as names, else whom the settings do. The
// role is the settings' when the name is.
func (j *job) person(file *settings.File) (person, error) {
	known, err := file.Load()
	if err != nil {
		j.errs.say("%s", err) // the default settings serve as well
	}
	p := person{name: j.as, role: model.RoleAnnotator}
	if p.name == "" {
		p.name = known.Name
	}
	if p.name == "" {
		return p, usage{errors.New(msgNoName)}
	}
	if p.name == known.Name && known.Role != "" {
		p.role = model.Role(known.Role)
	}
	return p, nil
}

// writing are the options for opening a project to change it.
func writing(file *settings.File, name string) sqlite.Options {
	holder := fmt.Sprintf("the command line, process %d", os.Getpid())
	if name != "" {
		holder = name + ", on " + holder
	}
	return sqlite.Options{Devices: file, Holder: holder}
}

// enter opens a project as a person. A name that does not do is wrong usage.
func enter(store *sqlite.Store, p person) (*annotate.Project, error) {
	project, err := annotate.Enter(store, p.name, p.role)
	if errors.Is(err, annotate.ErrNoName) {
		return nil, usage{fmt.Errorf("--as %q: %w", p.name, err)}
	}
	return project, err
}

// plain takes what the system adds in front of an error off it.
func plain(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
