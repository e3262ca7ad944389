package cli

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// msgLosses tells of what a format could not hold.
const msgLosses = "not held by %s, or held otherwise: %s; named one by one in %s"

// exportCommand writes a project in another format.
type exportCommand struct {
	Project string `arg:"" help:"${help_export_project}"`
	Format  string `required:"" enum:"${formats}" help:"${help_export_format}"`
	Out     string `required:"" placeholder:"PATH" help:"${help_export_out}"`
	Force   bool   `help:"${help_export_force}"`

	Annotator          []string `placeholder:"NAME" help:"Only the records of this annotator; may be given several times."`
	State              []string `placeholder:"STATE" enum:"in_progress,submitted" help:"Only records in this state: in_progress or submitted."`
	Adjudicated        bool     `help:"Only adjudicated records."`
	WithoutSuggestions bool     `help:"Leave out accepted suggestions."`
	OffsetsOnly        bool     `help:"Leave out the articles' words; offsets and hashes stay (csv, w3c, geojson)."`
	Pseudonyms         bool     `help:"Number the annotators in the place of their names."`
}

// options returns what the flags choose.
func (c *exportCommand) options() dataset.Options {
	o := dataset.Options{
		Force: c.Force, Annotators: c.Annotator, Adjudicated: c.Adjudicated,
		WithoutSuggestions: c.WithoutSuggestions, OffsetsOnly: c.OffsetsOnly, Pseudonyms: c.Pseudonyms,
	}
	for _, state := range c.State {
		o.States = append(o.States, model.Status(state))
	}
	return o
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
	report, err := annotate.ExportWith(j.ctx, store, format, c.Out, c.options(), func(done, total int) {
		j.errs.progress(doingExport, done, total)
	})
	if err = errors.Join(err, store.Close()); err != nil {
		return err
	}
	j.out.say(msgExported, c.Out, report.Articles)
	if report.Lost() > 0 {
		j.out.say(msgLosses, format.Name, sums(report.Losses), report.LossFile)
	}
	return nil
}

// sums lists the numbers of losses by reason.
func sums(losses map[dataset.Reason]int) string {
	var texts []string
	for _, reason := range slices.Sorted(maps.Keys(losses)) {
		texts = append(texts, fmt.Sprintf("%s %d", reason, losses[reason]))
	}
	return strings.Join(texts, ", ")
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
