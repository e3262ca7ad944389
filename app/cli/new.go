package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/uuid"

	"hashiya/annotate"
	"hashiya/app/settings"
	"hashiya/assets"
	"hashiya/model"
	"hashiya/model/sqlite"
	"hashiya/samples"
)

// newCommand makes a project.
type newCommand struct {
	Project string `arg:"" help:"${help_new_project}"`
	Name    string `help:"${help_new_name}"`
	Samples bool   `help:"${help_new_samples}"`
}

// Run makes the project. A failure leaves no file behind.
func (c *newCommand) Run(j *job) error {
	file, err := settings.Find()
	if err != nil {
		return err
	}
	var p person
	if c.Samples { // else nothing is done in anybody's name
		if p, err = j.person(file); err != nil {
			return err
		}
	}
	if c.Name == "" {
		base := filepath.Base(c.Project)
		c.Name = strings.TrimSuffix(base, filepath.Ext(base))
	}
	store, err := create(c.Project, c.Name, writing(file, p.name))
	if err != nil {
		return err
	}
	added := 0
	if c.Samples {
		added, err = j.addSamples(store, p, c.Name)
	}
	if err = errors.Join(err, store.Close()); err != nil {
		return errors.Join(err, os.Remove(c.Project))
	}
	if c.Samples {
		j.out.say(msgCreatedWith, c.Name, c.Project, added)
	} else {
		j.out.say(msgCreated, c.Name, c.Project)
	}
	return nil
}

// create makes a project with the default codebook.
func create(path, name string, options sqlite.Options) (*sqlite.Store, error) {
	body := assets.Codebook()
	codebook, err := model.ParseCodebook(body)
	if err != nil {
		return nil, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return nil, err
	}
	return sqlite.Create(path,
		model.Project{ID: id.String(), Name: name, Codebook: codebook.Ref()},
		model.CodebookRow{ID: codebook.Ref(), Body: string(body)}, options)
}

// addSamples takes the sample articles in and returns their number.
func (j *job) addSamples(store *sqlite.Store, p person, name string) (int, error) {
	project, err := enter(store, p)
	if err != nil {
		return 0, err
	}
	body, err := renamed(samples.JSONL(), name)
	if err != nil {
		return 0, fmt.Errorf(msgSample, err)
	}
	report, err := project.ImportJSONL(j.ctx, store, "samples", bytes.NewReader(body))
	if err == nil && len(report.Refused) > 0 {
		err = fmt.Errorf(msgSample, errors.Join(refusals(report)...))
	}
	return report.Added, err
}

func refusals(report *annotate.Report) []error {
	errs := make([]error, len(report.Refused))
	for i, r := range report.Refused {
		errs[i] = r
	}
	return errs
}

// renamed gives a JSONL file's project line another name: a project without
// articles takes the name of the first line it meets, and this one has its
// name already.
func renamed(jsonl []byte, name string) ([]byte, error) {
	line, rest, _ := bytes.Cut(jsonl, []byte("\n"))
	var header map[string]json.RawMessage
	if err := json.Unmarshal(line, &header); err != nil {
		return nil, err
	}
	value, err := json.Marshal(name)
	if err != nil {
		return nil, err
	}
	header["name"] = value
	line, err = json.Marshal(header)
	return bytes.Join([][]byte{line, rest}, []byte("\n")), err
}
