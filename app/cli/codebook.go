package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/app/settings"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// codebookCommand gathers what is done with codebooks as files.
type codebookCommand struct {
	Export codebookExport `cmd:"" help:"${help_codebook_export}"`
	Import codebookImport `cmd:"" help:"${help_codebook_import}"`
	Check  codebookCheck  `cmd:"" help:"${help_codebook_check}"`
}

// codebookExport writes the project's codebook.
type codebookExport struct {
	Project string `arg:"" help:"${help_codebook_project}"`
	File    string `arg:"" help:"${help_codebook_file}"`
	Force   bool   `help:"${help_codebook_force}"`
}

// Run writes it. Nothing is at the path before all of it is.
func (c *codebookExport) Run(j *job) error {
	if err := refuseProject(c.File); err != nil {
		return err
	}
	store, err := sqlite.Open(c.Project, sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	codebook, err := annotate.PresentCodebook(store)
	if err = errors.Join(err, store.Close()); err != nil {
		return err
	}
	var body bytes.Buffer
	if err := annotate.ExportCodebook(&body, codebook); err != nil {
		return err
	}
	if err := writeWhole(c.File, c.Force, body.Bytes()); err != nil {
		return err
	}
	j.out.say(msgCodebookOut, codebook.Ref(), c.File)
	return nil
}

// writeWhole writes a file that appears, or is replaced, only when all of it is
// on the disk.
func writeWhole(path string, force bool, body []byte) error {
	target, err := dataset.NewTarget(path, false, force)
	if err != nil {
		return err
	}
	defer target.Abort()
	file, err := target.Create("")
	if err != nil {
		return err
	}
	if _, err := file.Write(body); err != nil {
		return err
	}
	return target.Commit()
}

// codebookImport takes a codebook file in.
type codebookImport struct {
	Project string `arg:"" help:"${help_codebook_project}"`
	File    string `arg:"" help:"${help_codebook_file}"`
	Part    bool   `help:"${help_codebook_part}"`
}

// Run takes the file in whole or, with --part, what is sound of it.
func (c *codebookImport) Run(j *job) error {
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

func (c *codebookImport) take(j *job, store *sqlite.Store, p person) error {
	project, err := enter(store, p)
	if err != nil {
		return err
	}
	report, err := checkCodebookFile(j, project, c.File)
	if err != nil {
		return err
	}
	faults := count(report)
	switch {
	case !report.Applicable():
		return fmt.Errorf(msgCodebookNone, c.File, faults)
	case faults > 0 && !c.Part:
		return fmt.Errorf(msgCodebookBad, c.File, faults)
	}
	err = project.ApplyPart(report)
	switch {
	case errors.Is(err, annotate.ErrNothingNew):
		j.out.say(msgCodebookSame, c.Project)
		return nil
	case err != nil:
		return err
	}
	j.out.say(msgCodebookIn, c.Project, project.Codebook().Ref(), len(report.Added), len(report.Changed), len(report.Removed), len(report.Kept))
	if faults > 0 {
		return fmt.Errorf(msgCodebookPart, c.File, faults)
	}
	return nil
}

// count returns the number of problems that are no small matter.
func count(report *annotate.CodebookReport) int {
	faults := 0
	for _, problem := range report.Problems {
		if !problem.Minor {
			faults++
		}
	}
	return faults
}

// codebookCheck tells what is wrong with a codebook file.
type codebookCheck struct {
	Project string `arg:"" help:"${help_codebook_project}"`
	File    string `arg:"" help:"${help_codebook_file}"`
	JSON    bool   `name:"json" help:"${help_json}"`
}

// codebookFinding is the outcome; its fields are those of --json.
type codebookFinding struct {
	Path     string            `json:"path"`
	Sound    bool              `json:"ok"`
	Problems []codebookProblem `json:"problems"`
	Added    []string          `json:"added"` // "list/key"
	Changed  []string          `json:"changed"`
	Removed  []string          `json:"removed"`
	Kept     []string          `json:"kept"`
}

type codebookProblem struct {
	Line   int    `json:"line"` // 0 where none is meant
	List   string `json:"list"`
	Key    string `json:"key"`
	Reason string `json:"reason"`
	Minor  bool   `json:"minor"`
}

// Run tells it; the project is not changed.
func (c *codebookCheck) Run(j *job) error {
	store, err := sqlite.Open(c.Project, sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	// Whoever looks needs no name: nothing is written.
	project, err := annotate.Enter(store, "check", model.RoleAnnotator)
	if err != nil {
		return errors.Join(err, store.Close())
	}
	report, err := checkCodebookFile(j, project, c.File)
	if err = errors.Join(err, store.Close()); err != nil {
		return err
	}
	faults := count(report)
	if c.JSON {
		found := codebookFinding{
			Path: c.File, Sound: faults == 0, Problems: []codebookProblem{},
			Added: refs(report.Added), Changed: refs(report.Changed), Removed: refs(report.Removed), Kept: refs(report.Kept),
		}
		for _, p := range report.Problems {
			found.Problems = append(found.Problems, codebookProblem{p.Line, p.List, p.Key, p.Reason, p.Minor})
		}
		if err := j.writeJSON(found); err != nil {
			return err
		}
	}
	switch {
	case faults > 0:
		return fmt.Errorf(msgCodebookFaults, c.File, faults)
	case !c.JSON:
		j.out.say(msgCodebookGood, c.File, len(report.Added), len(report.Changed), len(report.Removed), len(report.Kept))
	}
	return nil
}

func refs(codes []model.CodeRef) []string {
	all := []string{}
	for _, ref := range codes {
		all = append(all, ref.List+"/"+ref.Key)
	}
	return all
}

// checkCodebookFile checks a file against a project and names every problem,
// each on a line of the standard error output.
func checkCodebookFile(j *job, project *annotate.Project, path string) (*annotate.CodebookReport, error) {
	// Opening a pipe would wait for somebody to write into it.
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf(msgCodebookNoFile, path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: "+msgCheckPath, path, plain(err))
	}
	defer f.Close()
	report, err := project.CheckCodebook(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for _, problem := range report.Problems {
		j.errs.say(msgFault, path, problem)
	}
	return report, nil
}
