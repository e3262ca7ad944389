package dataset

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// readLabelStudio is the format's Read. It holds results against the names in
// the configuration, as an import does.
func readLabelStudio(path string, each func(*Found)) error {
	names, err := labelStudioNames(filepath.Join(path, "config.xml"))
	if err != nil {
		return fmt.Errorf("config.xml: %w", err)
	}
	files, err := filepath.Glob(filepath.Join(path, "tasks-*.json"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	for _, file := range files {
		if err := readTasks(file, names, each); err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
	}
	return nil
}

// labelStudioNames returns the kind of each tag of the configuration, in lower
// case and by name, and under "label:" the labels.
func labelStudioNames(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names := map[string]string{}
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return names, nil
		}
		if err != nil {
			return nil, err
		}
		start, is := token.(xml.StartElement)
		if !is {
			continue
		}
		attributes := map[string]string{}
		for _, a := range start.Attr {
			attributes[a.Name.Local] = a.Value
		}
		tag := strings.ToLower(start.Name.Local)
		if tag == "label" {
			names["label:"+attributes["value"]] = tag
		} else if name := attributes["name"]; name != "" {
			names[name] = tag
		}
	}
}

type labelStudioResult struct {
	ID, Type string
	FromName string `json:"from_name"`
	ToName   string `json:"to_name"`
	FromID   string `json:"from_id"`
	ToID     string `json:"to_id"`
	Value    struct {
		Start, End int
		Text       json.RawMessage
		Labels     []string
	}
	Meta struct{ Text []string }
}

type labelStudioTask struct {
	Data        struct{ Text, Article string }
	Annotations []struct{ Result []labelStudioResult }
}

func readTasks(path string, names map[string]string, each func(*Found)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	d := json.NewDecoder(f)
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		var task labelStudioTask
		if err := d.Decode(&task); err != nil {
			return err
		}
		found, err := foundTask(&task, names)
		if err != nil {
			return fmt.Errorf("article %s: %w", task.Data.Article, err)
		}
		each(found)
	}
	_, err = d.Token()
	return err
}

func foundTask(task *labelStudioTask, names map[string]string) (*Found, error) {
	found := &Found{Article: task.Data.Article, Text: &task.Data.Text, Records: len(task.Annotations)}
	text := []rune(task.Data.Text)
	for _, annotation := range task.Annotations {
		items, regions := map[string]bool{}, map[string]bool{}
		for i := range annotation.Result {
			r := &annotation.Result[i]
			if r.Type == "relation" {
				continue
			}
			if names[r.FromName] != r.Type || names[r.ToName] != "text" {
				return nil, fmt.Errorf("result %s: the configuration has no %s %q", r.ID, r.Type, r.FromName)
			}
			if r.Type == "textarea" && r.FromName == "unplaced" {
				var texts []string
				if err := json.Unmarshal(r.Value.Text, &texts); err != nil {
					return nil, err
				}
				found.Items += len(texts)
			}
			if r.Type != "labels" {
				continue
			}
			regions[r.ID], items[strings.Join(r.Meta.Text, "")] = true, true
			at, err := r.region(text, names)
			if err != nil {
				return nil, fmt.Errorf("region %s: %w", r.ID, err)
			}
			found.Spans = append(found.Spans, at)
		}
		found.Items += len(items)
		for _, r := range annotation.Result {
			if r.Type == "relation" && (!regions[r.FromID] || !regions[r.ToID]) {
				return nil, fmt.Errorf("a relation from %s to %s, which are not both regions", r.FromID, r.ToID)
			}
		}
	}
	return found, nil
}

// region cuts a region's words from the text and compares them with those
// quoted.
func (r *labelStudioResult) region(text []rune, names map[string]string) (Range, error) {
	var quote string
	if err := json.Unmarshal(r.Value.Text, &quote); err != nil {
		return Range{}, err
	}
	v := r.Value
	if v.Start < 0 || v.Start >= v.End || v.End > len(text) || string(text[v.Start:v.End]) != quote {
		return Range{}, fmt.Errorf("the words at %d-%d are not those quoted", v.Start, v.End)
	}
	for _, label := range v.Labels {
		if names["label:"+label] == "" {
			return Range{}, fmt.Errorf("the configuration has no label %q", label)
		}
	}
	return Range{v.Start, v.End, quote}, nil
}
