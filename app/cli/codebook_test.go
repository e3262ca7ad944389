package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hashiya/app/settings"
)

// supervising lets the settings name a supervisor.
func supervising(t *testing.T) string {
	t.Helper()
	folder := place(t)
	file, err := settings.Find()
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Update(func(s *settings.Settings) { s.Name, s.Role = "boss", "supervisor" }); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestCodebookGoesOutAndIn(t *testing.T) {
	folder := supervising(t)
	path := project(t, folder)
	out := filepath.Join(folder, "c.json")
	must(t, done, "wrote codebook hashiya@1", "codebook", "export", path, out)
	must(t, failed, "exists already", "codebook", "export", path, out)
	must(t, done, "wrote", "codebook", "export", "--force", path, out)
	must(t, failed, "never replaced", "codebook", "export", "--force", path, path)
	must(t, done, "can be taken whole", "codebook", "check", path, out)
	must(t, done, "has this codebook already", "codebook", "import", path, out)
	changed := strings.Replace(bytesOf(t, out), `"key": "siege"`, `"key": "blockade"`, 1)
	write(t, changed, out)
	must(t, done, "codes added: 1, changed: 0, removed: 1", "codebook", "check", path, out)
	must(t, failed, "only a supervisor", "--as", "coder", "codebook", "import", path, out)
	must(t, done, "works with codebook hashiya@2 now", "codebook", "import", path, out)
	must(t, done, "wrote codebook hashiya@2", "codebook", "export", "--force", path, out)
	if !strings.Contains(bytesOf(t, out), "blockade") {
		t.Error("the new code is not in the codebook")
	}
	if left := names(t, folder); len(left) != 2 {
		t.Errorf("left are %q", left)
	}
	sound(t, path, 0)
}

// TestCodebookWithProblems names them by line, and takes the rest when asked.
func TestCodebookWithProblems(t *testing.T) {
	folder := supervising(t)
	path := project(t, folder)
	out := filepath.Join(folder, "c.json")
	must(t, done, "", "codebook", "export", path, out)
	body := bytesOf(t, out)
	line := strings.Count(body[:strings.Index(body, `"key": "siege"`)], "\n")
	write(t, strings.Replace(body, `"key": "siege"`, `"key": "ambush"`, 1), out)
	r := must(t, failed, "stands in line", "codebook", "check", path, out)
	if !strings.Contains(r.err, "problems: 1") {
		t.Errorf("%s", r.err)
	}
	found := decode[codebookFinding](t, must(t, failed, "", "codebook", "check", "--json", path, out).out)
	if found.Sound || len(found.Problems) != 1 || found.Problems[0].Key != "ambush" || found.Problems[0].List != "tactic" || found.Problems[0].Line < line/2 {
		t.Errorf("%+v, the code begins near line %d", found, line)
	}
	must(t, failed, "nothing was taken", "codebook", "import", path, out)
	if got := decode[info](t, must(t, done, "", "info", "--json", path).out).Codebook; got != "hashiya@1" {
		t.Errorf("the codebook is %s", got)
	}
	must(t, failed, "the rest was taken", "codebook", "import", "--part", path, out)
	if got := decode[info](t, must(t, done, "", "info", "--json", path).out).Codebook; got != "hashiya@2" {
		t.Errorf("the codebook is %s", got)
	}
	sound(t, path, 0)
}

func TestCodebookBadFiles(t *testing.T) {
	folder := supervising(t)
	path := project(t, folder)
	for name, c := range map[string]struct{ body, want string }{
		"not JSON": {"{\n\"id\":\n}", "line 3: the file is not valid JSON"},
		"no id":    {"{}", "needs an id"},
		"deep":     {strings.Repeat("[", 1000), "nested more than"},
	} {
		bad := write(t, c.body, folder, "bad.json")
		for _, command := range []string{"check", "import"} {
			if r := must(t, failed, c.want, "codebook", command, path, bad); r.out != "" {
				t.Errorf("%s: %s says %s", name, command, r.out)
			}
		}
	}
	must(t, failed, "check the path", "codebook", "check", path, filepath.Join(folder, "none.json"))
	must(t, failed, "is not a file", "codebook", "import", path, folder)
	must(t, misusage, "--help", "codebook")
	must(t, misusage, "--help", "codebook", "export", path)
	if err := os.Remove(filepath.Join(folder, "bad.json")); err != nil {
		t.Fatal(err)
	}
	sound(t, path, 0)
}
