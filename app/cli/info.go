package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hashiya/model"
	"hashiya/model/sqlite"
)

// infoCommand tells what is in a project.
type infoCommand struct {
	Project string `arg:"" help:"${help_info_project}"`
	JSON    bool   `name:"json" help:"${help_json}"`
}

// info is what is told; its fields are those of --json.
type info struct {
	Name       string         `json:"name"`
	ID         string         `json:"id"`
	Path       string         `json:"path"`
	Schema     int            `json:"schema_version"`
	Codebook   string         `json:"codebook"`
	Articles   states         `json:"articles"`
	Counts     map[string]int `json:"counts"` // live rows by table; under "edit" the journal's length
	Annotators []personInfo   `json:"annotators"`
}

// states counts articles by how far the records on them are: none yet, all
// submitted, or anything between.
type states struct {
	Total      int `json:"total"`
	ToDo       int `json:"to_do"`
	InProgress int `json:"in_progress"`
	Submitted  int `json:"submitted"`
}

type personInfo struct {
	Name string     `json:"name"`
	Role model.Role `json:"role"`
}

// Run tells it.
func (c *infoCommand) Run(j *job) error {
	store, err := sqlite.Open(c.Project, sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	found, err := look(store)
	if err = errors.Join(err, store.Close()); err != nil {
		return err
	}
	if c.JSON {
		return j.writeJSON(found)
	}
	j.tellInfo(found)
	return nil
}

func look(store *sqlite.Store) (*info, error) {
	project, err := store.Project()
	if err != nil {
		return nil, err
	}
	found := &info{
		Name: project.Name, ID: project.ID, Path: store.Path(), Codebook: project.Codebook,
		Annotators: []personInfo{},
	}
	if found.Counts, err = store.Counts(); err != nil {
		return nil, err
	}
	people, err := store.Annotators()
	if err != nil {
		return nil, err
	}
	for _, a := range people {
		found.Annotators = append(found.Annotators, personInfo{a.Name, a.Role})
	}
	if found.Schema, err = store.Version(); err != nil {
		return nil, err
	}
	n, err := store.States()
	found.Articles = states(n)
	return found, err
}

func (j *job) tellInfo(i *info) {
	line := func(name, value string) { j.out.say(msgInfo, name, value) }
	line("name", i.Name)
	line("path", i.Path)
	line("version", strconv.Itoa(i.Schema))
	line("codebook", i.Codebook)
	s := i.Articles
	line("articles", fmt.Sprintf(msgInfoArticles, s.Total, s.ToDo, s.InProgress, s.Submitted))
	var people []string
	for _, p := range i.Annotators {
		people = append(people, fmt.Sprintf(msgInfoPerson, p.Name, p.Role))
	}
	line("annotators", strings.Join(people, ", "))
	var tables []string
	for table := range i.Counts {
		tables = append(tables, table)
	}
	slices.Sort(tables)
	for _, table := range tables {
		line(table, strconv.Itoa(i.Counts[table]))
	}
}

// writeJSON writes a value in one line.
func (j *job) writeJSON(value any) error {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return err
	}
	j.out.write(b.String())
	return nil
}
