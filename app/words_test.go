package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/app/settings"
	"hashiya/app/words"
	"hashiya/assets"
	"hashiya/model"
)

func english(t *testing.T) *words.Words {
	t.Helper()
	w, err := words.Load(assets.Translations(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// sources parses the Go files of a folder, tests left out.
func sources(t *testing.T, folder string) (*token.FileSet, []*ast.File) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: %d files, %v", folder, len(paths), err)
	}
	set := token.NewFileSet()
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return set, files
}

// literals calls each for every string literal of a folder's sources; asked
// says that a text is asked for by it, being the first argument of T, N or t.
func literals(t *testing.T, folder string, each func(at token.Position, text string, asked bool)) {
	t.Helper()
	set, files := sources(t, folder)
	for _, f := range files {
		first := map[ast.Expr]bool{}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if len(n.Args) > 0 && slices.Contains([]string{"T", "N", "t"}, calledName(n)) {
					first[n.Args[0]] = true
				}
			case *ast.BasicLit:
				if text, err := strconv.Unquote(n.Value); n.Kind == token.STRING && err == nil {
					each(set.Position(n.Pos()), text, first[n])
				}
			}
			return true
		})
	}
}

func calledName(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// constants returns the values of the string constants of a type in a folder.
func constants(t *testing.T, folder, typeName string) []string {
	t.Helper()
	var values []string
	_, files := sources(t, folder)
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, is := n.(*ast.ValueSpec)
			if !is || len(spec.Values) != 1 {
				return true
			}
			lit, isLit := spec.Values[0].(*ast.BasicLit)
			if name, isName := spec.Type.(*ast.Ident); isLit && isName && name.Name == typeName {
				text, _ := strconv.Unquote(lit.Value)
				values = append(values, text)
			}
			return true
		})
	}
	if len(values) == 0 {
		t.Fatalf("no constants of type %s in %s", typeName, folder)
	}
	return values
}

// composed are the keys that the code puts together.
func composed(t *testing.T) []string {
	t.Helper()
	var keys []string
	add := func(parts ...string) { keys = append(keys, strings.Join(parts, ".")) }
	for _, l := range looks() {
		add("section", string(l.kind))
		add("kind", string(l.kind))
	}
	for _, c := range commands() {
		add("command", string(c.id))
	}
	all := slices.Concat(model.HeadFields, model.ArticleFacts, model.RecordFields)
	for _, kind := range model.Kinds {
		all = append(all, model.Fields(kind)...)
	}
	for _, f := range all {
		add("field", f.Name)
	}
	for _, name := range []string{"type", "links", "members"} { // refused by name, without a field in the form
		add("field", name)
	}
	for _, reason := range constants(t, "../model", "Reason") {
		add("reason", reason)
	}
	for _, f := range dataset.Formats() {
		add("format", f.Name)
		add("format", f.Name, "why")
	}
	for _, s := range annotate.States {
		add("state", string(s))
		add("state", string(s), "name")
	}
	for _, theme := range []settings.Theme{settings.ThemeSystem, settings.ThemeLight, settings.ThemeDark} {
		add("theme", string(theme))
	}
	for _, q := range model.Questions {
		add("answer", string(q))
		for _, a := range q.Answers() {
			add("answer", string(q), a)
		}
		add("problem.unanswered", string(q))
	}
	keys = append(keys, problemKinds(t)...)
	keys = append(keys, annotate.RuleAgree, annotate.RuleCorroborated, annotate.RuleLowest, annotate.RuleBoundsOnly, annotate.RuleWordsOnly)
	add("kind", string(model.KindEvent))
	for _, list := range model.CodeLists() {
		add("codes", list)
	}
	for _, change := range constants(t, "../model", "CodeChange") {
		if change != "" {
			add("stale", change)
		}
	}
	for _, action := range []string{"up", "down", "merge", "splitUp", "retire", "restore"} {
		add("code", action, "why")
	}
	for _, fate := range []string{"merged", "split", "retired"} {
		add("code", fate)
	}
	for _, link := range []string{"part_of", "subset_of", "duplicate_of"} {
		add("link", link)
	}
	for _, p := range preferences(&program{}) {
		add("settings", p.key)
		for _, option := range p.options {
			add("settings", p.key, option)
		}
		if p.why {
			add("settings", p.key, "why")
		}
	}
	for _, name := range []string{"title", "outlet", "date", "state", "progress", "items"} {
		add("column", name)
	}
	return keys
}

// problemKinds are the texts of what Problems may find, but for those that say
// which question they are about.
func problemKinds(t *testing.T) []string {
	t.Helper()
	var keys []string
	_, files := sources(t, "../annotate")
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, is := n.(*ast.BasicLit); is && strings.HasPrefix(lit.Value, `"problem.`) && lit.Value != `"`+annotate.ProblemUnanswered+`"` {
				keys = append(keys, strings.Trim(lit.Value, `"`))
			}
			return true
		})
	}
	if len(keys) < 20 {
		t.Fatalf("only %d kinds of problem were found", len(keys))
	}
	return keys
}

// special are the field labels of one kind, which are used when they are there.
func special() map[string]bool {
	keys := map[string]bool{}
	for _, kind := range model.Kinds {
		for _, f := range allFields(kind) {
			keys["field."+string(kind)+"."+f.Name] = true
		}
	}
	return keys
}

func TestEveryKeyHasAText(t *testing.T) {
	w := english(t)
	for _, key := range composed(t) {
		if !w.Has(key) {
			t.Errorf("there is no text for %q", key)
		}
	}
	looksLikeKey := regexp.MustCompile(`^(app|window|lock|start|role|settings|search|saved|article|selection|kind|section|form|item|choose|hint|` +
		`claim|field|library|column|state|import|export|format|theme|command|help|error|reason|quit|find|jump|menu|soft|focus|reader|file)\.[a-zA-Z.]+$`)
	literals(t, ".", func(at token.Position, text string, asked bool) {
		if (asked || looksLikeKey.MatchString(text)) && !w.Has(text) && !strings.HasSuffix(text, ".") {
			t.Errorf("%s: there is no text for %q", at, text)
		}
	})
	for _, row := range helpRows() {
		if !w.Has(row[1]) {
			t.Errorf("there is no text for %q", row[1])
		}
	}
	for _, s := range sentences() {
		if !w.Has(s.key) {
			t.Errorf("there is no text for %q", s.key)
		}
	}
}

func TestEveryTextIsUsed(t *testing.T) {
	used := special()
	for _, key := range composed(t) {
		used[key] = true
	}
	for _, folder := range []string{".", "filepicker"} {
		literals(t, folder, func(_ token.Position, text string, _ bool) { used[text] = true })
	}
	english(t).Keys(func(key, _, _ string) {
		if !used[key] {
			t.Errorf("nothing asks for the text %q", key)
		}
	})
}

func TestPluralsAgree(t *testing.T) {
	place := regexp.MustCompile(`\{\d+\}`)
	forms := map[string]map[string]string{}
	english(t).Keys(func(key, form, text string) {
		if text == "" {
			t.Errorf("%s (%s) is empty", key, form)
		}
		places := place.FindAllString(text, -1)
		slices.Sort(places)
		if forms[key] == nil {
			forms[key] = map[string]string{}
		}
		forms[key][form] = strings.Join(slices.Compact(places), "")
	})
	for key, many := range forms {
		other, found := many["other"]
		if !found {
			t.Errorf("%s has no form \"other\"", key)
		}
		for form, places := range many {
			if places != other {
				t.Errorf("%s: form %q takes %q, \"other\" takes %q", key, form, places, other)
			}
		}
	}
}

// Arabic in a stock widget is drawn in the wrong order: texts go through ui.
func TestNoTextInStockWidgets(t *testing.T) {
	allowed := map[string][]string{
		"widget": {"NewSimpleRenderer"},
		"canvas": {"NewRectangle"},
		"dialog": {}, // our own ones are right in both directions
	}
	set, files := sources(t, ".")
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			c, is := n.(*ast.CallExpr)
			if !is {
				return true
			}
			s, is := c.Fun.(*ast.SelectorExpr)
			if !is {
				return true
			}
			makes := strings.HasPrefix(s.Sel.Name, "New") || strings.HasPrefix(s.Sel.Name, "Show")
			if pkg, is := s.X.(*ast.Ident); is && makes && allowed[pkg.Name] != nil && !slices.Contains(allowed[pkg.Name], s.Sel.Name) {
				t.Errorf("%s: %s.%s draws text by itself; use package ui", set.Position(c.Pos()), pkg.Name, s.Sel.Name)
			}
			return true
		})
	}
}
