package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"strings"
	"testing"
)

const maxLines = 600

func TestFilesAreShort(t *testing.T) {
	for _, file := range sources(t) {
		if !file.generated && file.lines > maxLines {
			t.Errorf("%s has %d lines, more than %d; a file is about one thing: split it by what its parts are about", file.name, file.lines, maxLines)
		}
	}
}

func TestNoInit(t *testing.T) {
	for _, file := range sources(t) {
		for _, declared := range file.tree.Decls {
			if f, ok := declared.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has an init function; it runs in every program and test that imports the package, in an order nobody sees: "+
					"do the work where main or a constructor asks for it", file.positions.Position(f.Pos()))
			}
		}
	}
}

// caches are the package variables that change while the program runs. What they hold follows from their key alone, so no test sees
// what another has left there.
var caches = map[string]string{
	"model/sqlite.tables": "columns by Go type; the types never change",
	"app/ui.painters":     "painters by font and size; the fonts never change",
}

// TestPackageVariablesNeverChange lets package variables be tables and errors, but not state: two sessions, windows or tests in one
// process would share it. A variable is held to change when a function of its package assigns to it, to a part of it, deletes or clears
// in it, takes its address, or when its type comes from sync or is a channel. Changes through a method or a copy of the reference are not seen.
func TestPackageVariablesNeverChange(t *testing.T) {
	for folder, files := range programFiles(t) {
		for where, name := range changedVariables(folder, files) {
			if caches[folder+"."+name] == "" {
				t.Errorf("%s: the package variable %s changes while the program runs; make it a field of what uses it, "+
					"or, if it is a cache that no test can notice, add a line to caches in test/architecture/state_test.go", where, name)
			}
		}
	}
}

// TestFindsChangedVariables shows the forms that count as a change, so that the test above cannot fall silent.
func TestFindsChangedVariables(t *testing.T) {
	tests := []struct{ code, changed string }{
		{`var table = map[string]int{"a": 1}; func get() int { return table["a"] }`, ""},
		{`var n int; func f() { n = 1 }`, "n"},
		{`var n int; func f() { n := 1; n = 2; _ = n }`, ""},
		{`var n int; func f(n int) { n++ }`, ""},
		{`var n int; func f() { n++ }`, "n"},
		{`var list []int; func f() { list = append(list, 1) }`, "list"},
		{`var table = map[string]int{}; func f() { table["a"] = 1 }`, "table"},
		{`var table = map[string]int{}; func f() { delete(table, "a") }`, "table"},
		{`var s struct{ a struct{ b int } }; func f() { s.a.b = 1 }`, "s"},
		{`var n int; func f() *int { return &n }`, "n"},
		{`import "sync"; var known sync.Map`, "known"},
		{`import "sync"; var font = sync.OnceValue(func() int { return 1 })`, ""},
		{`import "sync"; var s struct { sync.Mutex; n int }`, "s"},
		{`var queue = make(chan int)`, "queue"},
	}
	for _, test := range tests {
		positions := token.NewFileSet()
		tree, err := parser.ParseFile(positions, "x.go", "package x; "+test.code, 0)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, name := range changedVariables("x", []source{{tree: tree, positions: positions}}) {
			found = append(found, name)
		}
		if got := strings.Join(found, " "); got != test.changed {
			t.Errorf("%s: found %q, want %q", test.code, got, test.changed)
		}
	}
}

// programFiles returns the files that go into the program, by folder, those for other systems too.
func programFiles(t *testing.T) map[string][]source {
	t.Helper()
	byFolder := map[string][]source{}
	for _, file := range sources(t) {
		if !file.test && !file.ignored {
			byFolder[file.folder] = append(byFolder[file.folder], file)
		}
	}
	return byFolder
}

// noPackages stands in for the imported packages: names are resolved within one package only, which takes milliseconds.
type noPackages struct{}

func (noPackages) Import(name string) (*types.Package, error) {
	p := types.NewPackage(name, path.Base(name))
	p.MarkComplete()
	return p, nil
}

// changedVariables returns the names of the package variables that change, by the position that shows it.
func changedVariables(folder string, files []source) map[token.Position]string {
	var trees []*ast.File
	for _, file := range files {
		trees = append(trees, file.tree)
	}
	positions := files[0].positions
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	// Errors are expected: the imported packages are empty, and files for two systems declare a name twice.
	config := types.Config{Importer: noPackages{}, Error: func(error) {}}
	pkg, _ := config.Check(path.Join(module, folder), positions, trees, info)

	changed := map[token.Position]string{}
	note := func(expr ast.Expr) {
		if name := base(expr); name != nil {
			if v, ok := info.Uses[name].(*types.Var); ok && v.Parent() == pkg.Scope() {
				changed[positions.Position(name.Pos())] = name.Name
			}
		}
	}
	for _, tree := range trees {
		ast.Inspect(tree, func(node ast.Node) bool {
			switch n := node.(type) {
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					note(left)
				}
			case *ast.IncDecStmt:
				note(n.X)
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					note(n.X)
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "delete" || f.Name == "clear") && len(n.Args) > 0 {
					note(n.Args[0])
				}
			}
			return true
		})
		for _, name := range sharedVariables(tree) {
			changed[positions.Position(name.Pos())] = name.Name
		}
	}
	return changed
}

// sharedVariables returns the package variables of a file that are locks, concurrent maps, atomics or channels, or have one inside.
func sharedVariables(tree *ast.File) []*ast.Ident {
	var found []*ast.Ident
	for _, declared := range tree.Decls {
		group, ok := declared.(*ast.GenDecl)
		if !ok || group.Tok != token.VAR {
			continue
		}
		for _, spec := range group.Specs {
			value := spec.(*ast.ValueSpec)
			if value.Type != nil && shared(value.Type) || len(value.Values) > 0 && shared(value.Values[0]) {
				found = append(found, value.Names...)
			}
		}
	}
	return found
}

// shared tells whether an expression names a type that is there to be changed by several.
func shared(expr ast.Expr) bool {
	found := false
	ast.Inspect(expr, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.ChanType:
			found = true
		case *ast.SelectorExpr:
			if p, ok := n.X.(*ast.Ident); ok {
				found = found || p.Name == "atomic" || p.Name == "sync" && !strings.HasPrefix(n.Sel.Name, "OnceValue") && n.Sel.Name != "OnceFunc"
			}
		case *ast.FuncLit:
			return false // what a function makes for itself is not the variable's
		}
		return !found
	})
	return found
}

// base returns the variable that an expression is, or is a part of; nil for the result of a call or a pointer's target.
func base(expr ast.Expr) *ast.Ident {
	for {
		switch e := expr.(type) {
		case *ast.Ident:
			return e
		case *ast.ParenExpr:
			expr = e.X
		case *ast.IndexExpr:
			expr = e.X
		case *ast.SelectorExpr:
			expr = e.X
		case *ast.SliceExpr:
			expr = e.X
		default:
			return nil
		}
	}
}
