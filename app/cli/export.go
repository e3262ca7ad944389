package cli

import (
	"errors"
	"fmt"
	"slices"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/model/sqlite"
)

// exportCommand writes a project in another format.
type exportCommand struct {
	Project string `arg:"" help:"${help_export_project}"`
	Format  string `required:"" enum:"${formats}" help:"${help_export_format}"`
	Out     string `required:"" placeholder:"PATH" help:"${help_export_out}"`
	Force   bool   `help:"${help_export_force}"`
}

// Run writes the project. Nothing is at the path before all of it is.
func (c *exportCommand) Run(j *job) error {
	if err := refuseProject(c.Out); err != nil {
		return err
	}
	store, err := sqlite.Open(c.Project, sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	formats := dataset.Formats()
	format := formats[slices.IndexFunc(formats, func(f dataset.Format) bool { return f.Name == c.Format })]
	count, err := annotate.Export(j.ctx, store, format, c.Out, c.Force, func(done, total int) {
		j.errs.progress(doingExport, done, total)
	})
	if err = errors.Join(err, store.Close()); err != nil {
		return err
	}
	j.out.say(msgExported, c.Out, count)
	return nil
}

// refuseProject keeps --force away from projects, this one above all: nobody
// means to put an export in the place of the work it is made of.
func refuseProject(path string) error {
	store, err := sqlite.Open(path, sqlite.Options{ReadOnly: true})
	switch {
	case errors.Is(err, sqlite.ErrNotProject), errors.Is(err, sqlite.ErrNotFound):
		return nil
	case err == nil:
		err = store.Close()
	case !errors.Is(err, sqlite.ErrNewer) && !errors.Is(err, sqlite.ErrDamaged):
		return nil // not a project that could be seen; writing will say what is wrong
	}
	return errors.Join(fmt.Errorf(msgProjectInTheWay, path), err)
}
