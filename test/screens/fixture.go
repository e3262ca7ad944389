package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"hashiya/model/sqlite"
	"hashiya/samples"
)

// annotator works on all the projects; colleague holds the one that can only be read.
const (
	annotator = "مرمّز 2"
	colleague = "coder 1"
)

// fixture is what the screens show: a project with samples and one without articles, each copied for every picture.
type fixture struct {
	binary  string
	folder  string
	samples string // path of the project
	empty   string
	first   sample // the article that the library lists first
}

func newFixture(binary, folder string) (*fixture, error) {
	f := &fixture{
		binary: binary, folder: folder,
		samples: filepath.Join(folder, "samples.hashiya"), empty: filepath.Join(folder, "empty.hashiya"),
	}
	jsonl := filepath.Join(folder, "samples.jsonl")
	body, err := f.partlyDone(samples.JSONL())
	if err != nil {
		return nil, fmt.Errorf("the samples are not understood: %w", err)
	}
	if err := os.WriteFile(jsonl, body, 0o600); err != nil {
		return nil, err
	}
	for _, args := range [][]string{{"new", f.samples}, {"import", f.samples, jsonl}, {"new", f.empty}} {
		cmd := exec.Command(binary, append(args, "--as", annotator)...)
		cmd.Env = append(os.Environ(), "HASHIYA_CONFIG="+folder)
		if said, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("hashiya %v: %w: %s", args, err, said)
		}
	}
	return f, nil
}

// partlyDone gives the answers of the samples to the annotator, some articles of it submitted, some in progress and some untouched.
func (f *fixture) partlyDone(jsonl []byte) ([]byte, error) {
	var out bytes.Buffer
	for n, line := range bytes.Split(bytes.TrimSpace(jsonl), []byte("\n")) {
		var fields map[string]any
		if err := json.Unmarshal(line, &fields); err != nil {
			return nil, err
		}
		if n == 0 {
			fields["name"], fields["annotators"] = "شرق دير الزور", []any{map[string]any{"name": annotator, "role": "annotator"}}
		} else if err := f.article(n, line, fields); err != nil {
			return nil, err
		}
		body, err := json.Marshal(fields)
		if err != nil {
			return nil, err
		}
		out.Write(append(body, '\n'))
	}
	return out.Bytes(), nil
}

// article changes the n-th article, counted from 1.
func (f *fixture) article(n int, line []byte, fields map[string]any) error {
	record := fields["records"].([]any)[0].(map[string]any)
	record["annotator"] = annotator
	switch n {
	case 1:
		record["status"] = "in_progress"
		return json.Unmarshal(line, &f.first)
	case 2: // begun: the actors of the first lines
		record["status"] = "in_progress"
		keep(record, map[string][]int{"actors": {0, 1, 2, 3, 4, 5}})
	case 5:
		fields["records"] = []any{}
	case rivals: // two pairs of counts that disagree, and little else, so that the form is short
		record["status"] = "in_progress"
		keep(record, map[string][]int{"counts": {2, 3, 9, 10}})
	}
	return nil
}

// Numbers of articles with something to see.
const (
	rivals  = 6 // with counts that disagree
	graphic = 5 // with words that describe violence to a body
)

// keep leaves of a record the items at some places of its lists, with their spans.
func keep(record map[string]any, wanted map[string][]int) {
	used := map[any]bool{}
	for _, list := range []string{"actors", "locations", "counts", "tactics", "dates", "events"} {
		kept := []any{}
		for _, i := range wanted[list] {
			kept = append(kept, record[list].([]any)[i])
		}
		record[list] = kept
		mentioned(kept, used)
	}
	spans := []any{}
	for _, span := range record["spans"].([]any) {
		if used[span.(map[string]any)["id"]] {
			spans = append(spans, span)
		}
	}
	record["spans"] = spans
}

// mentioned notes all texts in a value of JSON, the ids of spans among them.
func mentioned(value any, in map[any]bool) {
	switch v := value.(type) {
	case string:
		in[v] = true
	case []any:
		for _, part := range v {
			mentioned(part, in)
		}
	case map[string]any:
		for _, part := range v {
			mentioned(part, in)
		}
	}
}

// start says what the program is started on; it may change the settings.
type start func(t *stage, settings map[string]any)

// firstStart is a computer on which nobody has said who they are.
func firstStart(_ *stage, settings map[string]any) { settings["name"], settings["role"] = "", "" }

// noProject is a known person without a project at hand. One of those opened before is no longer there.
func noProject(t *stage, settings map[string]any) {
	there, gone := filepath.Join(t.folder, "الرقة", "demo.hashiya"), filepath.Join(t.folder, "شرق دير الزور 2018.hashiya")
	t.check(os.MkdirAll(filepath.Dir(there), 0o700))
	t.check(os.WriteFile(there, nil, 0o600))
	settings["recent"] = []string{there, gone}
}

func emptyProject(t *stage, _ map[string]any)   { t.copy(t.fixture.empty) }
func samplesProject(t *stage, _ map[string]any) { t.copy(t.fixture.samples) }

// withFiles starts on a project, with a folder of files to choose from.
func withFiles(project start) start {
	return func(t *stage, settings map[string]any) {
		project(t, settings)
		folder := filepath.Join(t.folder, "المقالات")
		for _, name := range []string{"2018-10 هجين", "2018-11 الشعفة", "الأرشيف"} {
			t.check(os.MkdirAll(filepath.Join(folder, name), 0o700))
		}
		for n, name := range []string{"معركة هجين.txt", "انسحاب من أطراف البلدة بعد أسبوع من القصف المدفعي والجوي.txt", "report 12 (final).txt", "samples.jsonl", "13-10-2018.txt"} {
			path := filepath.Join(folder, name)
			t.check(os.WriteFile(path, bytes.Repeat([]byte("نص\n"), 300*(n+1)), 0o600))
			day := time.Date(2018, time.October, 13+n, 12, 0, 0, 0, time.UTC)
			t.check(os.Chtimes(path, day, day))
		}
		settings["folder"] = folder
	}
}

// heldProject is a project that somebody else has open.
func heldProject(t *stage, _ map[string]any) {
	t.copy(t.fixture.samples)
	store, err := sqlite.Open(t.options.Project, sqlite.Options{Devices: noDevices{}, Holder: colleague})
	t.check(err)
	t.undo = append(t.undo, func() { store.Close() })
}

// notProject is a file that is no project.
func notProject(t *stage, _ map[string]any) {
	t.options.Project = filepath.Join(t.folder, "تقرير.hashiya")
	t.check(os.WriteFile(t.options.Project, []byte("not a project\n"), 0o600))
}

func (t *stage) copy(project string) {
	body, err := os.ReadFile(project)
	t.check(err)
	t.options.Project = filepath.Join(t.folder, filepath.Base(project))
	t.check(os.WriteFile(t.options.Project, body, 0o600))
}

// noDevices remembers no device: nothing is edited here.
type noDevices struct{}

// Device implements sqlite.Devices.
func (noDevices) Device(string) (device, token string) { return "", "" }

// Remember implements sqlite.Devices.
func (noDevices) Remember(_, _, _ string) error { return nil }
