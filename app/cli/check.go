package cli

import (
	"errors"
	"fmt"

	"hashiya/model/sqlite"
)

// checkCommand looks for damage in a project.
type checkCommand struct {
	Project string `arg:"" help:"${help_check_project}"`
	JSON    bool   `name:"json" help:"${help_json}"`
}

// finding is the outcome; its fields are those of --json.
type finding struct {
	Path   string   `json:"path"`
	Sound  bool     `json:"ok"`
	Faults []string `json:"findings"`
}

// Run reports everything that is not as it must be, each fault on the standard
// error output. With --json a project that cannot be opened for its damage is
// a finding too.
func (c *checkCommand) Run(j *job) error {
	found := finding{Path: c.Project, Faults: []string{}}
	faults := 0
	articles, err := c.look(j, func(fault string) {
		faults++
		if c.JSON {
			found.Faults = append(found.Faults, fault)
		}
		j.errs.say(msgFault, c.Project, fault)
	})
	if c.JSON && (err == nil || errors.Is(err, sqlite.ErrDamaged) || errors.Is(err, sqlite.ErrNotProject)) {
		if err != nil {
			found.Faults = append(found.Faults, err.Error())
		}
		found.Sound = len(found.Faults) == 0
		err = errors.Join(err, j.writeJSON(found))
	}
	switch {
	case err == nil && faults > 0:
		return fmt.Errorf(msgUnsound, c.Project, faults)
	case err == nil && !c.JSON:
		j.out.say(msgChecked, c.Project, articles)
	}
	return err
}

// look checks the project and returns the number of its articles.
func (c *checkCommand) look(j *job, report func(string)) (articles int, err error) {
	store, err := sqlite.Open(c.Project, sqlite.Options{ReadOnly: true})
	if err != nil {
		return 0, err
	}
	err = store.Check(j.ctx, report, func(done, total int) {
		articles = done
		j.errs.progress(doingCheck, done, total)
	})
	return articles, errors.Join(err, store.Close())
}
