package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

// bossFile writes a codebook file made from the project's own.
func (d *desk) bossFile(change func(lists map[string]any)) string {
	d.t.Helper()
	body, err := d.project.Codebook().Encode()
	if err != nil {
		d.t.Fatal(err)
	}
	var file map[string]any
	if err := json.Unmarshal(body, &file); err != nil {
		d.t.Fatal(err)
	}
	change(file["lists"].(map[string]any))
	body, err = json.MarshalIndent(file, "", " ")
	if err != nil {
		d.t.Fatal(err)
	}
	path := filepath.Join(d.t.TempDir(), "codebook.json")
	if err := os.WriteFile(path, body, 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

func TestCodebookFiles(t *testing.T) {
	d := newBoss(t)
	d.press("Ctrl+Shift+C")
	s := d.codes()
	names := map[string]any{"ar": "أ", "en": "a"}
	bad := d.bossFile(func(lists map[string]any) {
		tactics := lists["tactic"].([]any)
		tactics = slices.DeleteFunc(tactics, func(code any) bool { return code.(map[string]any)["key"] == "ambush" })
		lists["tactic"] = append(tactics,
			map[string]any{"key": "twice", "names": names}, map[string]any{"key": "twice", "names": names},
			map[string]any{"key": "ring", "names": names, "merged_into": "round"}, map[string]any{"key": "round", "names": names, "merged_into": "ring"})
		lists["moods"] = []any{}
	})
	s.check(bad)
	said := strings.Join(deepTexts(d.dialog()), "\n")
	for _, part := range []string{`"twice"`, "ring", `"ambush"`, "is not a list", "line "} {
		if !strings.Contains(said, part) {
			t.Errorf("the report does not name %s:\n%s", part, said)
		}
	}
	d.press("Esc")
	if d.project.Codebook().Version != 1 {
		t.Fatal("Esc takes the file")
	}
	s.check(bad)
	if !d.dialog().Press(d.words.T("codebook.takePart")) {
		t.Fatal("the good part is not offered")
	}
	if got := d.entry("tactic", "twice"); got.Key == "" || !d.entry("tactic", "ambush").Retired || d.entry("tactic", "ring").Key != "" {
		t.Errorf("what was taken: %+v", got)
	}
	out := filepath.Join(t.TempDir(), "out.json")
	if err := writeCodebook(out, d.project.Codebook()); err != nil {
		t.Fatal(err)
	}
	d.press("Ctrl+Z")
	s.check(out)
	if !d.dialog().Press(d.words.T("codebook.take")) {
		t.Fatal("a sound file is not taken whole")
	}
	if d.entry("tactic", "twice").Key == "" {
		t.Error("the exported file brings nothing back")
	}
	for name, path := range map[string]string{"a folder": t.TempDir(), "nothing": out + "x"} {
		for d.notices.Dismiss() {
		}
		s.check(path)
		if len(d.notices.Texts()) == 0 {
			t.Errorf("%s is taken without a word", name)
		}
	}
	empty := filepath.Join(t.TempDir(), "empty.json")
	if err := os.WriteFile(empty, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.check(empty)
	if d.dialog().Press(d.words.T("codebook.takePart")) || !d.dialog().Press(d.words.T("cancel")) {
		t.Error("a file that cannot be read is offered")
	}
}

// deepTexts are all texts in an object, in order.
func deepTexts(o fyne.CanvasObject) []string {
	var all []string
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, deepTexts(child)...)
		}
	case ui.Parent:
		for _, child := range o.Children() {
			all = append(all, deepTexts(child)...)
		}
	case interface{ Text() string }:
		all = append(all, o.Text())
	}
	return all
}
