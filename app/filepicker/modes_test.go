package filepicker

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift

// Every way to an answer, by what the user does: the names answered are those
// of the folder shown at first.
func TestAnswers(t *testing.T) {
	csv := []Filter{{Label: "CSV", Exts: []string{"csv"}}, {Label: "all"}}
	tests := []struct {
		name    string
		options Options
		do      func(s *session)
		want    []string
	}{
		{"open by double click", Options{}, func(s *session) { s.click("b.txt", 2, 0) }, []string{"b.txt"}},
		{"a click selects only", Options{}, func(s *session) { s.click("b.txt", 1, 0) }, nil},
		{"open by the button", Options{}, func(s *session) { s.click("b.txt", 1, 0); test.Tap(s.panel.accept) }, []string{"b.txt"}},
		{"open by keys", Options{}, func(s *session) { s.press("Down", "Down", "Enter") }, []string{"a.csv"}},
		{"open in a folder", Options{}, func(s *session) { s.click("sub", 2, 0); s.press("Down", "Enter") }, []string{"sub/c.txt"}},
		{"open what is typed", Options{}, func(s *session) { s.press("C-L", "b.txt", "Enter") }, []string{"b.txt"}},
		{"open a typed way", Options{}, func(s *session) { s.press("C-L", "sub/../sub/c.txt", "Enter") }, []string{"sub/c.txt"}},
		{"one file takes no more", Options{}, func(s *session) { s.click("b.txt", 1, 0); s.click("a.csv", 1, ctrl); s.Accept() }, []string{"a.csv"}},
		{"several by Ctrl", Options{Mode: OpenMany}, func(s *session) { s.click("b.txt", 1, 0); s.click("a.csv", 1, ctrl); s.Accept() }, []string{"a.csv", "b.txt"}},
		{"Ctrl takes back", Options{Mode: OpenMany}, func(s *session) {
			s.click("b.txt", 1, 0)
			s.click("a.csv", 1, ctrl)
			s.click("b.txt", 1, ctrl)
			s.Accept()
		}, []string{"a.csv"}},
		{"several by Shift", Options{Mode: OpenMany}, func(s *session) { s.click("a.csv", 1, 0); s.click("d.txt", 1, shift); s.Accept() }, []string{"a.csv", "b.txt", "d.txt"}},
		{"several by keys", Options{Mode: OpenMany}, func(s *session) { s.press("End", "S-Up", "Enter") }, []string{"b.txt", "d.txt"}},
		{"all files and no folder", Options{Mode: OpenMany}, func(s *session) { s.press("C-A", "C-Enter") }, []string{"a.csv", "b.txt", "d.txt"}},
		{"Space takes one back", Options{Mode: OpenMany}, func(s *session) { s.press("Home", "Down", "S-Down", " ", "C-Enter") }, []string{"a.csv"}},
		{"a new name", Options{Mode: Save}, func(s *session) { s.press("new", "Enter") }, []string{"new"}},
		{"the extension comes by itself", Options{Mode: Save, Extensions: csv}, func(s *session) { s.press("تقرير", "Enter") }, []string{"تقرير.csv"}},
		{"it does not come twice", Options{Mode: Save, Extensions: csv}, func(s *session) { s.press("new.CSV", "Enter") }, []string{"new.CSV"}},
		{"the proposed name", Options{Mode: Save, Name: "x.csv", Extensions: csv}, func(s *session) { s.press("Enter") }, []string{"x.csv"}},
		{"typing replaces its stem", Options{Mode: Save, Name: "x.csv", Extensions: csv}, func(s *session) { s.press("y", "Enter") }, []string{"y.csv"}},
		{"save elsewhere", Options{Mode: Save}, func(s *session) { s.press("sub/new", "Enter") }, []string{"sub/new"}},
		{"a folder is gone into", Options{Mode: Save}, func(s *session) { s.press("sub/", "Enter", "new", "Enter") }, []string{"sub/new"}},
		{"no name, no answer", Options{Mode: Save}, func(s *session) { s.press("  ", "Enter") }, nil},
		{"this folder", Options{Mode: Folder}, func(s *session) { s.Accept() }, []string{""}},
		{"the folder selected", Options{Mode: Folder}, func(s *session) { s.click("sub", 1, 0); s.Accept() }, []string{"sub"}},
		{"a folder gone into", Options{Mode: Folder}, func(s *session) { s.press("Down", "Enter", "C-Enter") }, []string{"sub"}},
		{"the folder left is not selected", Options{Mode: Folder}, func(s *session) { s.press("Down", "Enter", "Backspace", "C-Enter") }, []string{""}},
		{"a typed folder is shown first", Options{Mode: Folder}, func(s *session) { s.press("C-L", "sub", "Enter") }, nil},
		{"nothing is chosen by Esc", Options{}, func(s *session) { s.press("Down", "Esc") }, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := tree(t, "sub/c.txt", "b.txt", "a.csv", "d.txt")
			tt.options.Folder = root
			s := show(t, tt.options)
			tt.do(s)
			if tt.want == nil && s.cancelled {
				return
			}
			s.wantAnswer(root, tt.want...)
		})
	}
}

func TestOverwriteIsAsked(t *testing.T) {
	root := tree(t, "old.csv", "folder.csv/")
	s := show(t, Options{Mode: Save, Folder: root, Extensions: []Filter{{Label: "CSV", Exts: []string{".csv"}}}})
	s.press("old", "Enter")
	s.dialog().Press("cancel")
	s.wantAnswer(root)
	s.press("Enter")
	s.dialog().Press("file.replace")
	s.wantAnswer(root, "old.csv")

	s = show(t, Options{Mode: Save, Folder: root})
	s.click("old.csv", 2, 0)
	s.press("Esc") // answers the question, not the picker
	if s.wantAnswer(root); s.cancelled {
		t.Error("the question's Esc closed the picker")
	}
	s.Type("folder.csv")
	s.Accept()
	if want := "file.isFolder folder.csv"; s.said() != want {
		t.Errorf("says %q, want %q", s.said(), want)
	}
}

func TestNewFolder(t *testing.T) {
	root := tree(t, "taken/")
	s := show(t, Options{Mode: Folder, Folder: root})
	make := func(name string) {
		s.Picker.askNewFolder()
		s.press(name, "Enter")
	}
	make("taken")
	if want := "file.exists taken"; s.said() != want {
		t.Errorf("says %q, want %q", s.said(), want)
	}
	make("..")
	if want := "file.badName .."; s.said() != want {
		t.Errorf("says %q, want %q", s.said(), want)
	}
	make("مجلد جديد")
	s.Accept()
	s.wantAnswer(root, "مجلد جديد")
	if info, err := os.Stat(filepath.Join(root, "مجلد جديد")); err != nil || !info.IsDir() {
		t.Errorf("the folder is not there: %v", err)
	}
}

func TestKindsAndHiddenFiles(t *testing.T) {
	root := tree(t, "sub/", "a.csv", "b.CSV", "c.txt", ".csv", ".d.csv", "x.tar.gz")
	kinds := []Filter{{Label: "CSV", Exts: []string{".csv"}}, {Label: "archives", Exts: []string{"tar.gz", ".zip"}}, {Label: "all"}}
	s := show(t, Options{Folder: root, Extensions: kinds})
	check := func(want string) {
		t.Helper()
		if got := s.names(); got != want {
			t.Errorf("shows %q, want %q", got, want)
		}
	}
	check("sub/ a.csv b.CSV")
	s.press("C-H")
	check("sub/ .d.csv a.csv b.CSV")
	s.kind = 1
	s.fill("")
	check("sub/ x.tar.gz")
	s.kind = 2
	s.fill("")
	check("sub/ .csv .d.csv a.csv b.CSV c.txt x.tar.gz")
	s.press("C-H")
	check("sub/ a.csv b.CSV c.txt x.tar.gz")

	check2 := show(t, Options{Mode: Folder, Folder: root})
	if got := check2.names(); got != "sub/" {
		t.Errorf("a choice of folders shows %q", got)
	}
}

func TestFilter(t *testing.T) {
	root := tree(t, "sub/", "أحداث هجين.txt", "احداث دير الزور.txt", "Report ٢.txt", "report 10.txt")
	s := show(t, Options{Folder: root})
	for text, want := range map[string]string{
		"احدَاث":   "احداث دير الزور.txt أحداث هجين.txt",
		"REPORT 2": "Report ٢.txt",
		"txt هجين": "أحداث هجين.txt",
		"no such":  "",
		"":         "sub/ Report ٢.txt report 10.txt احداث دير الزور.txt أحداث هجين.txt",
	} {
		s.panel.filter.SetText(text)
		s.applyFilter(text)
		if got := s.names(); got != want {
			t.Errorf("%q leaves %q, want %q", text, got, want)
		}
	}
	s.panel.filter.SetText("")
	s.applyFilter("")
	s.press("هجين", "Enter") // typed in the list
	s.wantAnswer(root, "أحداث هجين.txt")
}

func TestFilterSelectsNoFolder(t *testing.T) {
	root := tree(t, "sub/", "other/")
	s := show(t, Options{Mode: Folder, Folder: root})
	s.press("sub", "C-Enter")
	s.wantAnswer(root, "")
}

func TestEscLeavesTheFilterFirst(t *testing.T) {
	s := show(t, Options{Folder: tree(t, "a.txt", "b.txt")})
	s.press("b", "Esc")
	if got := s.names(); got != "a.txt b.txt" || !s.Open() || s.window.Canvas().Focused() != s.panel.list {
		t.Errorf("shows %q, open %v, focus on %T", got, s.Open(), s.window.Canvas().Focused())
	}
	s.press("Esc")
	if !s.cancelled || s.window.Canvas().Overlays().Top() != nil {
		t.Error("the second Esc does not close the picker")
	}
}

func TestTypedPaths(t *testing.T) {
	root := tree(t, "sub/c.txt")
	s := show(t, Options{Folder: root})
	home := systemEnvironment().home
	if err := os.Mkdir(filepath.Join(home, "work"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct{ typed, folder string }{
		{"~", home},
		{"~/work", filepath.Join(home, "work")},
		{"..", home},
		{root + "/sub/", filepath.Join(root, "sub")},
		{`"` + root + `"`, root},
		{"\u202A" + root + "/sub", filepath.Join(root, "sub")},
		{"file://" + filepath.ToSlash(root), root},
	} {
		s.Type(step.typed)
		s.Accept()
		if s.Folder() != step.folder || s.panel.name.Text() != "" {
			t.Errorf("%q leads to %q and leaves %q, want %q; says %q", step.typed, s.Folder(), s.panel.name.Text(), step.folder, s.said())
		}
	}
	s.Type("nothing.txt")
	s.Accept()
	if want := "file.missing nothing.txt"; s.said() != want {
		t.Errorf("says %q, want %q", s.said(), want)
	}
	s.wantAnswer(root)
}

func TestDismiss(t *testing.T) {
	s := show(t, Options{Folder: tree(t, "a.txt")})
	s.Dismiss()
	if s.Open() || !s.cancelled || s.answer != nil {
		t.Errorf("open %v, cancelled %v, answer %q", s.Open(), s.cancelled, s.answer)
	}
	s.cancelled = false
	s.Dismiss()
	s.Accept()
	if s.cancelled || s.answer != nil {
		t.Error("a picker that is gone answers again")
	}
}
