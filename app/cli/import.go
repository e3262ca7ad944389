package cli

import (
	"errors"
	"fmt"
	"io/fs"

	"hashiya/annotate"
	"hashiya/app/settings"
	"hashiya/model/sqlite"
)

// importCommand takes articles into a project.
type importCommand struct {
	Project string   `arg:"" help:"${help_import_project}"`
	Paths   []string `arg:"" name:"path" help:"${help_import_paths}"`
}

// Run takes the files in. Each is in wholly or refused; what is refused is
// named, and the rest is in.
func (c *importCommand) Run(j *job) error {
	file, err := settings.Find()
	if err != nil {
		return err
	}
	p, err := j.person(file)
	if err != nil {
		return err
	}
	store, err := sqlite.Open(c.Project, writing(file, p.name))
	if err != nil {
		return err
	}
	return errors.Join(c.take(j, store, p), store.Close())
}

func (c *importCommand) take(j *job, store *sqlite.Store, p person) error {
	project, err := enter(store, p)
	if err != nil {
		return err
	}
	report, err := project.Import(j.ctx, store, c.Paths, func(done, total int) {
		j.errs.progress(doingImport, done, total)
	})
	j.errs.clear()
	c.tell(j, report)
	if err == nil && len(report.Refused) > 0 {
		return exit(failed)
	}
	return err
}

// tell says what an import has done, also when it did not come to its end.
func (c *importCommand) tell(j *job, report *annotate.Report) {
	for _, where := range report.Duplicates {
		j.out.say(msgDuplicate, where)
	}
	for _, where := range report.Ignored {
		j.out.say(msgIgnored, where)
	}
	for _, note := range report.Notes {
		j.out.say(msgNote, note)
	}
	for _, refused := range report.Refused {
		if errors.Is(refused.Err, fs.ErrNotExist) {
			refused.Err = fmt.Errorf(msgCheckPath, refused.Err)
		}
		j.errs.say("%s", refused)
	}
	j.out.say(msgImported, c.Project, report.Added, report.Records,
		len(report.Duplicates), len(report.Ignored), len(report.Refused))
}
