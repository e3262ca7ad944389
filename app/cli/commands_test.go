package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hashiya/annotate/dataset"
	"hashiya/app/settings"
)

func TestUsage(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	text := write(t, "خبر قصير", folder, "a.txt")
	tests := []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"--help"}, done, "Usage: hashiya"},
		{[]string{"import", "--help"}, done, "Texts in UTF-8"},
		{[]string{"--version"}, done, "hashiya " + Version},
		{nil, misusage, "no window"},
		{[]string{path}, misusage, "no window"},
		{[]string{"--as", "code 7", path}, misusage, "no window"},
		{[]string{path, "more"}, misusage, "unexpected argument more"},
		{[]string{"--unknown"}, misusage, "--unknown"},
		{[]string{"new"}, misusage, "<project>"},
		{[]string{"import", path}, misusage, "<path>"},
		{[]string{"import", path, text}, misusage, "give --as NAME"},
		{[]string{"import", path, text, "--as", " "}, misusage, "--as has no name"},
		{[]string{"import", path, text, "--as", "two\nlines"}, misusage, "--as"},
		{[]string{"new", path + "2", "--samples"}, misusage, "give --as NAME"},
		{[]string{"export", path, "--out", path + ".csv"}, misusage, "--format"},
		{[]string{"export", path, "--format", "jsonl"}, misusage, "--out"},
		{[]string{"export", path, "--format", "parquet", "--out", path + ".x"}, misusage, "jsonl"},
		{[]string{"check"}, misusage, "<project>"},
		{[]string{"info", path, path}, misusage, "unexpected argument"},
	}
	for _, test := range tests {
		t.Run(strings.Join(test.args, " "), func(t *testing.T) { must(t, test.status, test.says, test.args...) })
	}
	if got := names(t, folder); !slices.Equal(got, []string{"a.txt", "p.hashiya"}) {
		t.Errorf("files are %q", got)
	}
}

func TestWindow(t *testing.T) {
	tests := []struct {
		args        []string
		project, as string
	}{
		{nil, "", ""},
		{[]string{"a b.hashiya"}, "a b.hashiya", ""},
		{[]string{"open", "new"}, "new", ""},
		{[]string{"--as", "code 7"}, "", "code 7"},
		{[]string{"a", "--as=code 7"}, "a", "code 7"},
	}
	for _, test := range tests {
		opened := false
		status := Main(test.args, nil, os.Stdout, os.Stderr, func(project, as string) int {
			opened = project == test.project && as == test.as
			return 7
		})
		if !opened || status != 7 {
			t.Errorf("hashiya %q: opened as wanted: %t, status %d, want 7", test.args, opened, status)
		}
	}
}

func TestSignalsAreLeftToTheWindow(t *testing.T) {
	released := false
	j := &job{release: func() { released = true }}
	j.window = func(string, string) int {
		if !released {
			t.Error("the window is open while a command's signals are waited for: it could not be ended")
		}
		return done
	}
	if err := (&openCommand{}).Run(j); err != nil {
		t.Error(err)
	}
}

func TestNew(t *testing.T) {
	folder := place(t)
	must(t, done, `"قصف ٢"`, "new", filepath.Join(folder, "قصف ٢.hashiya"))
	path := filepath.Join(folder, "q.hashiya")
	must(t, done, "", "new", path, "--name", "Field office")
	found := sound(t, path, 0)
	if found.Name != "Field office" || found.Codebook != "hashiya@1" || found.Schema < 1 || found.Schema > 1000 || len(found.Annotators) > 0 {
		t.Errorf("info = %+v", found)
	}
	before := bytesOf(t, path)
	must(t, failed, "choose another name", "new", path)
	must(t, failed, "make the folder first", "new", filepath.Join(folder, "none", "x.hashiya"))
	must(t, failed, "", "new", filepath.Join(path, "x.hashiya"))
	if bytesOf(t, path) != before {
		t.Error("the project has changed")
	}
}

func TestNewWithSamples(t *testing.T) {
	folder := place(t)
	path := filepath.Join(folder, "demo.hashiya")
	must(t, done, "sample articles", "new", path, "--samples", "--as", "code 7")
	found := decode[info](t, must(t, done, "", "info", path, "--json").out)
	if found.Name != "demo" || found.Articles.Total == 0 || found.Counts["entity"] == 0 || found.Counts["span"] == 0 {
		t.Errorf("info = %+v", found)
	}
	sound(t, path, found.Articles.Total)
}

func TestImportAndInfo(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	write(t, "خبر أول\n", folder, "in", "a.txt")
	write(t, "خبر ثان\n", folder, "in", "deep", "b, c.TXT")
	write(t, "خبر أول\n", folder, "in", "same.txt")
	write(t, "", folder, "in", "empty.txt")
	write(t, "x", folder, "in", "photo.jpg")
	write(t, "x", folder, "in", ".hidden", "a.txt")
	named := write(t, "خبر ثالث", folder, "خبر, ثالث")

	r := must(t, failed, "empty.txt: the file has no text", "import", path, filepath.Join(folder, "in"), named, "--as", "code 7")
	for _, want := range []string{
		"duplicate: " + filepath.Join(folder, "in", "same.txt"), "ignored: " + filepath.Join(folder, "in", "photo.jpg"),
		"articles: 3, records: 0", "duplicates: 1", "refused: 1",
	} {
		if !strings.Contains(r.out, want) {
			t.Errorf("standard output lacks %q:\n%s", want, r.out)
		}
	}
	found := sound(t, path, 3)
	if want := (states{Total: 3, ToDo: 3}); found.Articles != want {
		t.Errorf("articles are %+v, want %+v", found.Articles, want)
	}
	if len(found.Annotators) != 1 || found.Annotators[0] != (personInfo{"code 7", "annotator"}) {
		t.Errorf("annotators are %+v", found.Annotators)
	}
	must(t, done, "duplicates: 3", "import", path, filepath.Join(folder, "in", "a.txt"), filepath.Join(folder, "in", "deep"), named, "--as", "code 7")
	must(t, done, "3 (3 to do, 0 in progress, 0 submitted)", "info", path)
	must(t, done, "code 7 (annotator)", "info", path)
}

func TestNameAndRoleComeFromTheSettings(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	file, err := settings.Find()
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Update(func(s *settings.Settings) { s.Name, s.Role = "code 7", "supervisor" }); err != nil {
		t.Fatal(err)
	}
	must(t, done, "", "import", path, write(t, "خبر أول", folder, "a.txt"))
	must(t, done, "", "import", path, write(t, "خبر ثان", folder, "b.txt"), "--as", "code 8")
	found := sound(t, path, 2)
	want := []personInfo{{"code 7", "supervisor"}, {"code 8", "annotator"}}
	if !slices.Equal(found.Annotators, want) {
		t.Errorf("annotators are %+v, want %+v", found.Annotators, want)
	}
	if s, err := file.Load(); err != nil || len(s.Devices) != 1 {
		t.Errorf("settings hold %+v, %v, want one device", s.Devices, err)
	}
}

func TestDamagedSettingsAreToldOf(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	write(t, "{", os.Getenv(settings.FolderVariable), "settings.json")
	r := must(t, done, "articles: 1", "import", path, write(t, "خبر", folder, "a.txt"), "--as", "code 7")
	if !strings.Contains(r.err, "settings.json.damaged") {
		t.Errorf("standard error is %q", r.err)
	}
}

func TestRoundTrip(t *testing.T) {
	folder := place(t)
	in := func(name string) string { return filepath.Join(folder, name) }
	must(t, done, "", "new", in("one.hashiya"), "--samples", "--as", "code 7", "--name", "Both")
	must(t, done, "", "import", in("one.hashiya"), write(t, "\ufeffعنوان\r\n\r\nقُتل ٣ و\"5\"، 😀\tأشخاص", folder, "a.txt"), "--as", "code 7")
	must(t, done, "exported", "export", in("one.hashiya"), "--format", "jsonl", "--out", in("one.jsonl"))
	must(t, done, "", "new", in("two.hashiya"))
	must(t, done, "", "import", in("two.hashiya"), in("one.jsonl"), "--as", "code 7")
	must(t, done, "exported", "export", in("two.hashiya"), "--format", "jsonl", "--out", in("two.jsonl"))
	one, two := bytesOf(t, in("one.jsonl")), bytesOf(t, in("two.jsonl"))
	if one != two {
		t.Errorf("export, import and export give other bytes: %d and %d, first at %d", len(one), len(two), firstDifference(one, two))
	}
	first := decode[info](t, must(t, done, "", "info", in("one.hashiya"), "--json").out)
	second := sound(t, in("two.hashiya"), first.Articles.Total)
	delete(first.Counts, "edit")
	delete(second.Counts, "edit")
	for table, n := range first.Counts {
		if second.Counts[table] != n {
			t.Errorf("table %s has %d rows, want %d", table, second.Counts[table], n)
		}
	}
	must(t, done, "articles: 0, records: 0", "import", in("two.hashiya"), in("one.jsonl"), "--as", "code 7")
}

func firstDifference(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

func TestExportWritesEveryFormat(t *testing.T) {
	folder := place(t)
	path := filepath.Join(folder, "p.hashiya")
	must(t, done, "", "new", path, "--samples", "--as", "code 7")
	for _, format := range dataset.Formats() {
		t.Run(format.Name, func(t *testing.T) {
			out := filepath.Join(folder, "out-"+format.Name)
			args := []string{"export", path, "--format", format.Name, "--out", out}
			must(t, done, "exported", args...)
			must(t, failed, "--force", args...)
			must(t, done, "exported", append(args, "--force")...)
			if info, err := os.Stat(out); err != nil || info.IsDir() != format.Folder {
				t.Errorf("%s: %v, %v", out, info, err)
			}
		})
	}
}

func TestExportReplacesNoProject(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	newer := filepath.Join(folder, "newer.hashiya")
	write(t, patched(bytesOf(t, path), 60, "\x00\x00\x00\x63"), newer)
	for _, out := range []string{path, newer} {
		before := bytesOf(t, out)
		must(t, failed, "never replaced", "export", path, "--format", "jsonl", "--out", out, "--force")
		if bytesOf(t, out) != before {
			t.Errorf("%s has changed", out)
		}
	}
}

func TestVersionIsThatOfThePackage(t *testing.T) {
	if body := bytesOf(t, filepath.Join("..", "..", "FyneApp.toml")); !strings.Contains(body, `Version = "`+Version+`"`) {
		t.Errorf("FyneApp.toml has another version than %s", Version)
	}
}

func TestBuildWithoutWindowHasNoFyne(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-tags", "nogui,sqlite_fts5", "hashiya")
	body, err := list.Output()
	if err != nil {
		t.Fatalf("%v: %v", list, err)
	}
	packages := strings.Fields(string(body))
	if !slices.Contains(packages, "hashiya/app/cli") {
		t.Errorf("%v does not list the commands", list)
	}
	for _, p := range packages {
		if strings.HasPrefix(p, "fyne.io") || strings.HasPrefix(p, "github.com/go-gl") {
			t.Errorf("the build without a window needs %s", p)
		}
	}
}

func TestImportOfNothingLeavesNoTrace(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	before := bytesOf(t, path)
	r := must(t, failed, "check the path", "import", path, filepath.Join(folder, "none.txt"), "--as", "code 7")
	if strings.Count(r.err, "none.txt") != 1 {
		t.Errorf("standard error names the file more than once: %s", r.err)
	}
	if bytesOf(t, path) != before {
		t.Error("the project has changed")
	}
	if found := sound(t, path, 0); len(found.Annotators) != 0 {
		t.Errorf("annotators are %+v", found.Annotators)
	}
}
