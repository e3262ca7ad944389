// Package architecture checks what must stay true of the code as a whole: who may import whom, how long a file may be, and where
// state may live. It reads the sources only, whatever system or build tag they are for.
package architecture

import (
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// A rule names what the packages of one folder may import beside themselves and the standard library; "a/..." means a and all below it.
type rule struct {
	folder  string // "." is the main package; "x/..." is x and all below it
	imports string
	reason  string
}

// rules has one line a package, and the first line that fits counts. A package without a line fails the test.
var rules = []rule{
	{".", "hashiya/app/...", "the main package chooses between the window and the commands and does nothing else"},
	{"app/bidi", "github.com/go-text/typesetting/... golang.org/x/image/...", "right-to-left text is worked out without a window and without knowing what an annotation is"},
	{"app/reader", "hashiya/app/bidi fyne.io/fyne/v2/...", "the article view draws and reports; what a highlight means is told to it"},
	{"app/ui", "hashiya/app/bidi hashiya/model/arabic hashiya/assets fyne.io/fyne/v2/...", "widgets say what the person wants; one file of app wires them to the session"},
	{"app/filepicker", "hashiya/app/ui hashiya/model/arabic fyne.io/fyne/v2/...", "file dialogs know disks and widgets, not what a project is"},
	{"app/mapview", "hashiya/app/ui hashiya/app/bidi fyne.io/fyne/v2/... golang.org/x/image/...", "a map draws points and lines, and is told what they mean"},
	{"app/cli", "hashiya/annotate/... hashiya/model/... hashiya/assets hashiya/samples hashiya/app/settings github.com/alecthomas/kong github.com/google/uuid", "commands run on servers without a display, so no Fyne"},
	{"app/settings", "", "window and commands share the settings, so they need neither of them"},
	{"app/words", "golang.org/x/text/...", "the texts of the interface serve window and commands, and a language is tested without a window"},
	{"app", "hashiya/app/... hashiya/annotate/... hashiya/model/... hashiya/assets hashiya/samples fyne.io/fyne/v2/... github.com/google/uuid", "the desktop program wires all the others"},
	{"annotate/dataset", "hashiya/model", "a format turns plain types into bytes and back; it knows no project file and no window"},
	{"annotate/gazetteer", "hashiya/model hashiya/model/arabic github.com/xuri/excelize/v2", "lists of places are read and looked up without a database; what keeps them comes in by an interface"},
	{"annotate", "hashiya/model hashiya/model/arabic hashiya/annotate/dataset github.com/google/uuid", "sessions and rules are tested without a window and without a database; storage comes in by an interface"},
	{"model", "", "the plain types are what all others share, so they depend on nothing"},
	{"model/arabic", "golang.org/x/text/...", "the language rules are of use without the program"},
	{"model/sqlite", "hashiya/model hashiya/model/arabic github.com/mattn/go-sqlite3 github.com/google/uuid golang.org/x/sys/...", "the project file is the only place that knows SQL"},
	{"assets", "", "assets only hands out bytes; who reads them checks them"},
	{"samples", "", "samples only hands out bytes; they come in by the same import as everybody's articles"},
	{"test/...", "hashiya/model/... github.com/google/go-cmp/... golang.org/x/image/...", "these tests use the program as a person does, from outside, and look at the files it leaves"},
}

// A ban says which imports have no place in the project, tests included, but for the folders that are excepted.
type ban struct {
	imports string
	except  string
	reason  string
}

var bans = []ban{
	{"net net/http net/http/... net/rpc/... net/smtp crypto/tls golang.org/x/net/...", "", "nothing leaves the annotator's machine: articles and names may put people in danger"},
	{"database/sql/... github.com/mattn/go-sqlite3", "model/sqlite", "one package knows the schema, so that a migration has one place"},
	{"hashiya/app", ". app", "nothing needs the desktop program but the main package"},
}

// fits tells whether an import path or folder is one of the patterns, which are separated by spaces.
func fits(name, patterns string) bool {
	return slices.ContainsFunc(strings.Fields(patterns), func(pattern string) bool {
		whole, below := strings.CutSuffix(pattern, "/...")
		return name == whole || below && strings.HasPrefix(name, whole+"/")
	})
}

func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return first != module && !strings.Contains(first, ".")
}

func ruleFor(folder string) (rule, bool) {
	i := slices.IndexFunc(rules, func(r rule) bool { return fits(folder, r.folder) })
	if i < 0 {
		return rule{}, false
	}
	return rules[i], true
}

func TestEveryPackageHasARule(t *testing.T) {
	for _, folder := range folders(t) {
		if _, found := ruleFor(folder); !found {
			t.Errorf("package %q has no rule; add a line to rules in test/architecture/imports_test.go that says what it may import, and why", path.Join(module, folder))
		}
	}
}

func TestImportDirections(t *testing.T) {
	for _, file := range sources(t) {
		rule, found := ruleFor(file.folder)
		if !found || file.test || file.ignored { // a test may use what helps it, and a generator is not in the program
			continue
		}
		for _, imported := range file.imports {
			if !standard(imported) && !fits(imported, rule.imports) {
				t.Errorf("%s imports %s; %s may not: %s", file.name, imported, path.Join(module, file.folder), rule.reason)
			}
		}
	}
}

func TestBannedImports(t *testing.T) {
	for _, file := range sources(t) {
		for _, ban := range bans {
			if fits(file.folder, ban.except) {
				continue
			}
			for _, imported := range file.imports {
				if fits(imported, ban.imports) {
					t.Errorf("%s imports %s, which has no place here: %s", file.name, imported, ban.reason)
				}
			}
		}
	}
}

// TestServerBuildIsSmall looks at all that the build without a window links, other people's packages included.
func TestServerBuildIsSmall(t *testing.T) {
	const unwanted = "fyne.io/... github.com/go-gl/... net/http crypto/tls"
	list := exec.Command("go", "list", "-deps", "-tags=sqlite_fts5,nogui", ".")
	list.Dir = root
	output, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, linked := range strings.Fields(string(output)) {
		if fits(linked, unwanted) {
			t.Errorf("the build with the tag nogui links %s; \"go mod why %s\" says through whom", linked, linked)
		}
	}
}
