package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hashiya/app/settings"
	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
	"hashiya/samples"
)

// newStart shows the start screen of somebody who was never here.
func newStart(t testing.TB) (*desk, *startScreen) {
	t.Helper()
	t.Setenv(settings.FolderVariable, t.TempDir())
	d := newDesk(t)
	d.begin("", "")
	return d, d.start()
}

func (d *desk) start() *startScreen {
	d.t.Helper()
	s, is := d.screen.(*startScreen)
	if !is {
		d.t.Fatalf("the screen is a %T, want the start", d.screen)
	}
	return s
}

// buttons are those in the window by their words, those inside cards too.
func (d *desk) buttons() map[string]*ui.Button {
	all := map[string]*ui.Button{}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *ui.Button:
			all[o.Label()] = o
		case *ui.Card:
			walk(o.Content())
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(d.root)
	return all
}

// recents are the cards of projects in the window by their names.
func (d *desk) recents() map[string]*ui.Card {
	all := map[string]*ui.Card{}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *ui.Card:
			all[o.AccessibilityLabel()] = o
			walk(o.Content())
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(d.root)
	return all
}

func TestNameIsRequired(t *testing.T) {
	d, s := newStart(t)
	if d.focused() != fyne.Focusable(s.name) {
		t.Errorf("the keyboard is in a %T, want the name", d.focused())
	}
	for _, key := range []string{"start.new", "start.open", "start.demo"} {
		s.problem.SetText("")
		test.Tap(d.buttons()[d.words.T(key)])
		if s.problem.Text() != d.words.T("start.name.missing") || d.window.canvas.Overlays().Top() != nil {
			t.Errorf("%s works without a name: %q", key, s.problem.Text())
		}
	}
	d.press("  ")
	test.Tap(d.buttons()[d.words.T("start.new")])
	if s.problem.Text() == "" {
		t.Error("spaces pass for a name")
	}
}

func TestNewProject(t *testing.T) {
	d, s := newStart(t)
	d.press("مرمّز ٢")
	d.pick(&chooserField{program: d.program, chooser: s.role}, "supervisor")
	path := filepath.Join(t.TempDir(), "mine.hashiya")
	s.act(func() { s.create(path, nil) })
	d.library()
	if d.project.Name() != "mine" || d.project.Annotator().Name != "مرمّز ٢" || d.role != model.RoleSupervisor {
		t.Errorf("project %q of %+v as %q", d.project.Name(), d.project.Annotator(), d.role)
	}
	kept, err := d.file.Load()
	if err != nil || kept.Name != "مرمّز ٢" || kept.Role != string(model.RoleSupervisor) || !slices.Contains(kept.Recent, path) {
		t.Errorf("the settings hold %+v, %v", kept, err)
	}
	// The same place again is refused, and what is there stays open.
	d.press("Ctrl+O")
	d.start().create(path, nil)
	d.wantNotice(d.words.T("error.exists", path))
	d.start()
	test.Tap(d.recents()["mine"])
	d.library()
}

func TestDemoProject(t *testing.T) {
	d, s := newStart(t)
	d.press("coder")
	path := filepath.Join(t.TempDir(), "demo.hashiya")
	s.act(func() { s.create(path, samples.JSONL()) })
	if n := len(d.library().rows); n < 5 {
		t.Fatalf("the demo project has %d articles; %q", n, d.notices.Texts())
	}
	d.library().openRow(0)
	d.work()
}

func TestSecondStartOpensAtOnce(t *testing.T) {
	path := newProjectFile(t, []string{story})
	d := newDesk(t)
	d.begin(path, "")
	s := d.start() // nobody has said who works
	d.press("coder")
	test.Tap(d.buttons()[d.words.T("start.continue", "test")])
	d.library()
	if s.problem.Text() != "" {
		t.Error("a problem is shown")
	}
	d.quit()
	d = newDesk(t)
	d.begin(path, "")
	d.library()
	if d.name != "coder" {
		t.Errorf("the program works as %q", d.name)
	}
}

// Two projects of one name are told apart by their folders; one that has gone
// is said to have.
func TestRecentProjects(t *testing.T) {
	there := newProjectFile(t, nil)
	gone := filepath.Join(t.TempDir(), "الرقة", "test.hashiya")
	d := newDesk(t)
	d.remember(func(s *settings.Settings) { s.Recent = []string{there, gone} })
	d.begin("", "coder")
	var said []string
	for _, path := range d.kept.Recent {
		said = append(said, textsUnder(d.start().recent(path).Content())...)
	}
	info, err := os.Stat(there)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"test", words.Isolate(filepath.Base(filepath.Dir(there))) + " · " + words.Isolate(d.words.Date(info.ModTime().Format("2006-01-02"))),
		"test", words.Isolate("الرقة") + " · " + d.words.T("start.gone"),
	}
	if !slices.Equal(said, want) {
		t.Errorf("the projects are shown as %q, want %q", said, want)
	}
	if d.start().problem.Visible() {
		t.Error("a problem takes room where there is none")
	}
}

func TestEnterInTheNameGoesOn(t *testing.T) {
	d, s := newStart(t)
	d.press("Enter")
	if s.problem.Text() == "" {
		t.Error("Enter goes on without a name")
	}
	d.press("coder", "Enter")
	if d.asking == nil {
		t.Fatal("with a name Enter asks for no place of a new project")
	}
	d.asking.Type(filepath.Join(t.TempDir(), "mine"))
	d.asking.Accept()
	d.library()
	if got := filepath.Base(d.store.Path()); got != "mine.hashiya" {
		t.Errorf("the project is %s", got)
	}
	// The next start opens it with Enter.
	next := newDesk(t)
	d.close()
	next.begin("", "")
	next.focus(next.start().name)
	next.press("Enter")
	next.library()
}

func TestANewProjectNeverReplacesAFile(t *testing.T) {
	d, s := newStart(t)
	d.press("coder")
	path := filepath.Join(t.TempDir(), "taken.hashiya")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.act(s.askNew)
	d.asking.Type(path)
	d.asking.Accept()
	if !d.asking.Open() {
		t.Error("the name of a file that is there is taken")
	}
	if body, _ := os.ReadFile(path); string(body) != "mine" {
		t.Errorf("the file holds %q", body)
	}
}
