//go:build unix && !darwin

// Package e2e tests the program as people use it: in a real window, with a real mouse and keyboard, over ends and crashes.
package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"hashiya/model"
	"hashiya/model/sqlite"
	"hashiya/samples"
	"hashiya/test/desktop"
)

// root is the project's folder, seen from this package.
const root = "../.."

// pictures is where the screenshots are left for somebody to look at.
const pictures = root + "/build/e2e"

// annotator works in all these tests.
const annotator = "coder 2"

// built is the program under test, built when the first test asks for it.
var built program

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(built.folder)
	os.Exit(code)
}

type program struct {
	once   sync.Once
	folder string
	err    error
}

func (b *program) path() (string, error) {
	b.once.Do(func() {
		if b.folder, b.err = os.MkdirTemp("", "hashiya-e2e-"); b.err != nil {
			return
		}
		build := exec.Command("go", "build", "-tags=sqlite_fts5,migrated_fynedo", "-o", b.folder, ".")
		build.Dir = root
		build.Stderr = os.Stderr
		b.err = build.Run()
	})
	return filepath.Join(b.folder, "hashiya"), b.err
}

// bench is a project with one article, and where to start the program on it.
type bench struct {
	t       testing.TB
	desktop *desktop.Display
	options desktop.Options
	text    string
}

// newBench makes a project with the samples' entities and one article, and opens a display. The article is the seed that tells of
// 37 dead in its first lines, or where the seeds are not at hand the sample that tells the same in other words.
func newBench(t testing.TB) *bench {
	t.Helper()
	path, err := built.path()
	if err != nil {
		t.Fatalf("building the program: %v", err)
	}
	folder := t.TempDir()
	b := &bench{t: t, options: desktop.Options{
		Binary: path, Project: filepath.Join(folder, "project", "e2e.hashiya"), Config: filepath.Join(folder, "config"),
	}}
	for _, of := range []string{b.options.Config, filepath.Dir(b.options.Project)} {
		check(t, os.Mkdir(of, 0o700))
	}
	settings, err := json.Marshal(map[string]any{"name": annotator, "role": "annotator", "width": 1280, "height": 720, "theme": "light"})
	check(t, err)
	check(t, os.WriteFile(filepath.Join(b.options.Config, "settings.json"), settings, 0o600))
	entities, _, _ := bytes.Cut(samples.JSONL(), []byte("\n"))
	header, article := filepath.Join(folder, "entities.jsonl"), filepath.Join(folder, "article.txt")
	check(t, os.WriteFile(header, entities, 0o600))
	b.text = articleText(t)
	check(t, os.WriteFile(article, []byte(b.text), 0o600))
	b.cli("new", b.options.Project, "--name", "e2e")
	b.cli("import", b.options.Project, header, article)
	b.desktop = desktop.Start(t, 1366, 800)
	t.Cleanup(b.desktop.Stop)
	return b
}

func articleText(t testing.TB) string {
	t.Helper()
	seeds, err := filepath.Glob(filepath.Join(root, "../shared/seeds/000_*.txt"))
	check(t, err)
	if len(seeds) > 0 {
		body, err := os.ReadFile(seeds[0])
		check(t, err)
		return string(body)
	}
	for _, line := range bytes.Split(samples.JSONL(), []byte("\n")) {
		var article struct{ Text string }
		if json.Unmarshal(line, &article) == nil && count.MatchString(article.Text) {
			return article.Text
		}
	}
	t.Fatal("no sample tells of 37 dead")
	return ""
}

// count finds the figure and the noun that it counts.
var count = regexp.MustCompile(`37 [\p{L}\p{M}]+`)

// count returns the words of the count.
func (b *bench) count() desktop.Words {
	at := count.FindStringIndex(b.text)
	return desktop.WordsAt(b.text, at[0], at[1])
}

// claimant returns the name before the count of who says so.
func (b *bench) claimant() desktop.Words {
	const name = "المرصد"
	at := strings.LastIndex(b.text[:count.FindStringIndex(b.text)[0]], name)
	if at < 0 {
		b.t.Fatalf("the article does not name %s before the count", name)
	}
	return desktop.WordsAt(b.text, at, at+len(name))
}

// cli runs a command that must succeed and returns what it says.
func (b *bench) cli(args ...string) string {
	b.t.Helper()
	out, err := b.command(args...)
	if err != nil {
		b.t.Fatalf("hashiya %s: %v: %s", strings.Join(args, " "), err, out)
	}
	return out
}

func (b *bench) command(args ...string) (string, error) {
	cmd := exec.Command(b.options.Binary, args...)
	cmd.Env = append(os.Environ(), "HASHIYA_CONFIG="+b.options.Config)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// saved is what the project file holds.
type saved struct {
	article  string // its id
	counts   []*model.Count
	work     model.Work
	entities map[string]string // Arabic name, else English, by id
	edits    int
}

// saved reads the project file, which the program may have open.
func (b *bench) saved() saved {
	b.t.Helper()
	store, err := sqlite.Open(b.options.Project, sqlite.Options{ReadOnly: true})
	check(b.t, err)
	defer store.Close()
	articles, err := store.Articles()
	check(b.t, err)
	s := saved{article: articles[0].ID, entities: map[string]string{}}
	all, err := store.Counts()
	check(b.t, err)
	s.edits = all["edit"]
	works, err := store.Works(s.article)
	check(b.t, err)
	if len(works) > 0 {
		s.work = works[0]
		for _, item := range s.work.Order(model.KindCount) {
			s.counts = append(s.counts, item.(*model.Count))
		}
	}
	entities, err := store.Entities()
	check(b.t, err)
	for _, e := range entities {
		if s.entities[e.ID] = e.NameAr; e.NameAr == "" {
			s.entities[e.ID] = e.NameEn
		}
	}
	return s
}

// names returns the names of entities.
func (s saved) names(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.entities[id]
	}
	return strings.Join(names, " + ")
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
