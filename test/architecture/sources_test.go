package architecture

import (
	"bytes"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "hashiya"

// root is the project's folder, seen from this package.
const root = "../.."

// A source is one Go file of the project.
type source struct {
	name      string // from the project's folder, with slashes
	folder    string // from the project's folder, "." for that itself
	imports   []string
	lines     int
	test      bool // a _test.go file, or one under test
	ignored   bool // left out of every build by "//go:build ignore"
	generated bool
	tree      *ast.File
	positions *token.FileSet
}

// sources reads every Go file below the project's folder, but for testdata and folders whose name begins with a dot.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	positions := token.NewFileSet()
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata" || name == "build"):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		body, err := os.ReadFile(path.Join(root, name))
		if err != nil {
			return err
		}
		tree, err := parser.ParseFile(positions, name, body, parser.ParseComments)
		if err != nil {
			return err
		}
		all = append(all, describe(name, body, tree, positions))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no Go file was found; the test looks in the wrong folder")
	}
	return all
}

func describe(name string, body []byte, tree *ast.File, positions *token.FileSet) source {
	s := source{name: name, folder: path.Dir(name), lines: bytes.Count(body, []byte("\n")), tree: tree, positions: positions}
	s.test = strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "test/")
	s.generated = ast.IsGenerated(tree)
	for _, imported := range tree.Imports {
		if value, err := strconv.Unquote(imported.Path.Value); err == nil {
			s.imports = append(s.imports, value)
		}
	}
	for _, group := range tree.Comments {
		if group.Pos() > tree.Package {
			break
		}
		for _, comment := range group.List {
			expr, err := constraint.Parse(comment.Text)
			s.ignored = s.ignored || err == nil && expr.String() == "ignore"
		}
	}
	return s
}

// folders returns the folders that hold a package of the project, in order.
func folders(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, file := range sources(t) {
		all = append(all, file.folder)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
