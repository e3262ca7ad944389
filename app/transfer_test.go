package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hashiya/annotate/dataset"
	"hashiya/app/ui"
)

func TestImportReport(t *testing.T) {
	d := newShelf(t)
	folder := t.TempDir()
	for name, text := range map[string]string{
		"new.txt": "خبر جديد\n\nنص.", "again.txt": shelf[0], "bad.txt": "نص \xff\xfe", "empty.txt": " \n", "nul.txt": "نص\x00",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d.importPaths([]string{folder})
	if n := len(d.library().rows); n != len(shelf)+1 {
		t.Errorf("the library shows %d articles, want %d", n, len(shelf)+1)
	}
	for _, part := range []string{
		d.words.N("import.done", 1), d.words.N("import.duplicates", 1), d.words.N("import.refused", 3),
		"bad.txt: " + d.words.T("error.notUTF8"), "empty.txt: " + d.words.T("error.emptyText"), "nul.txt: " + d.words.T("error.nul"),
	} {
		d.wantNotice(part)
	}
	d.wantMark("saved.at")

	for d.notices.Dismiss() {
	}
	d.importPaths([]string{writeText(t, "خبر آخر\n\nنص.")})
	if got := d.notices.Texts(); !slices.Equal(got, []string{d.words.N("import.done", 1)}) {
		t.Errorf("a good import says %q", got)
	}
}

func TestImportFailure(t *testing.T) {
	d := newShelf(t)
	d.breakStore()
	d.importPaths([]string{writeText(t, "خبر آخر\n\nنص.")})
	d.wantMark("saved.not")
	if len(d.notices.Texts()) == 0 {
		t.Error("nothing says that the import failed")
	}
}

// dialog returns the dialog that is open.
func (d *desk) dialog() *ui.Dialog {
	d.t.Helper()
	dialog, is := d.window.canvas.Overlays().Top().(*ui.Dialog)
	if !is {
		d.t.Fatalf("a %T is open, want a dialog", d.window.canvas.Overlays().Top())
	}
	return dialog
}

func TestExport(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	for _, format := range dataset.Formats() {
		path := filepath.Join(t.TempDir(), "out"+format.Extension)
		d.export(format, path, false)
		d.wantNotice(d.words.N("export.done", 1, path))
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s: %v", format.Name, err)
		}
	}
}

func TestExportAsksBeforeItReplaces(t *testing.T) {
	d := newTestProgram(t)
	format := dataset.Formats()[0]
	path := filepath.Join(t.TempDir(), "out"+format.Extension)
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.export(format, path, false)
	d.dialog()
	d.press("Esc")
	if body, _ := os.ReadFile(path); string(body) != "mine" {
		t.Errorf("the file was replaced by %q without an answer", body)
	}
	d.export(format, path, false)
	d.dialog().Press(d.words.T("export.replace"))
	if body, _ := os.ReadFile(path); !strings.Contains(string(body), `"hashiya"`) {
		t.Errorf("the file holds %q", body)
	}
	d.wantNotice(d.words.N("export.done", 1, path))
}

func TestExportThatCannotBeWritten(t *testing.T) {
	d := newTestProgram(t)
	d.export(dataset.Formats()[0], filepath.Join(t.TempDir(), "no", "such", "folder.jsonl"), false)
	if len(d.notices.Texts()) == 0 {
		t.Error("nothing says that the export failed")
	}
	d.wantMark("saved.all")
}

// What is typed when an export is asked for belongs in it.
func TestExportHoldsWhatIsTyped(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.typeInto(d.work().form.facts.record[1].field, "ملاحظة")
	d.press("Ctrl+E")
	if d.stored().Record.Note != "ملاحظة" {
		t.Errorf("the file holds the note %q", d.stored().Record.Note)
	}
	d.finder()
}

func TestImportAsksForTheKind(t *testing.T) {
	d := newShelf(t)
	d.press("Ctrl+I")
	d.dialog()
	d.press("Esc")
	if d.window.canvas.Overlays().Top() != nil {
		t.Error("Esc leaves the question open")
	}
}

func TestEscClosesADialogForAPath(t *testing.T) {
	d := newTestProgram(t)
	for name, ask := range map[string]func(){
		"import a file":   d.askImportFile,
		"import a folder": d.askImportFolder,
		"export":          func() { d.askExportPlace(dataset.Formats()[0]) },
	} {
		ask()
		if d.window.canvas.Overlays().Top() == nil {
			t.Fatalf("%s: no dialog is shown", name)
		}
		d.performID("library")
		d.work() // the screen under the dialog stays
		d.plainKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if d.window.canvas.Overlays().Top() != nil {
			t.Errorf("%s: the dialog is still there after Esc", name)
		}
	}
	d.performID("library")
	d.library()
}
