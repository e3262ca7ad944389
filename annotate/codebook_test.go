package annotate_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// supervised makes a project with one article, as a supervisor sees it.
func supervised(t testing.TB) (*sqlite.Store, *annotate.Project, *annotate.Session) {
	t.Helper()
	store, _ := newProject(t)
	p := supervisor(t, store)
	lines(t, store, p, line(t, article1(1)))
	a, _ := onlyArticle(t, store)
	return store, p, open(t, p, a.ID)
}

func supervisor(t testing.TB, store *sqlite.Store) *annotate.Project {
	t.Helper()
	p, err := annotate.Enter(store, "boss", model.RoleSupervisor)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func named2(key string) model.Code {
	return model.Code{Key: key, Names: model.Names{Ar: "رمز " + key, En: "code " + key}}
}

// tactic adds a tactic with a code and returns its id.
func tactic(t testing.TB, s *annotate.Session, key string) string {
	t.Helper()
	id, err := s.Add(model.KindTactic)
	must(t, "add", err)
	must(t, "code", s.SetField(id, "code", key))
	return id
}

func TestSupervisorsAloneShapeTheCodebook(t *testing.T) {
	store, p := newProject(t)
	e, err := p.NewEntity("أ", "")
	must(t, "entity", err)
	_, split := p.SplitCode("tactic", "siege", []model.Code{named2("a"), named2("b")})
	for name, err := range map[string]error{
		"add": p.AddCode("tactic", named2("a"), ""), "change": p.ChangeCode("tactic", named2("siege")), "move": p.MoveCode("tactic", "siege", "", ""),
		"merge": p.MergeCode("tactic", "siege", "advance"), "retire": p.RetireCode("tactic", "siege"), "restore": p.RestoreCode("tactic", "siege"),
		"field": p.GuideField(model.KindCount, model.FieldGuide{Name: "unit"}), "family": p.NameFamily("combat", model.Names{En: "x"}),
		"split": split, "undo": p.UndoCodebook(), "redo": p.RedoCodebook(), "entity": p.MergeEntity(e.ID, e.ID),
	} {
		if !errors.Is(err, annotate.ErrNotSupervisor) {
			t.Errorf("%s by an annotator: %v", name, err)
		}
	}
	refs, err := store.CodebookRefs()
	if err != nil || len(refs) != 1 {
		t.Errorf("versions are %v, %v", refs, err)
	}
}

// TestEditsOfTheCodebook does each edit, looks at what it did, takes it back,
// and does it again.
func TestEditsOfTheCodebook(t *testing.T) {
	entry := func(p *annotate.Project, key string) model.Code {
		code, _ := p.Codebook().Entry("tactic", key)
		return code
	}
	place := func(p *annotate.Project, key string) int {
		return slices.IndexFunc(p.Codebook().Lists["tactic"], func(c model.Code) bool { return c.Key == key })
	}
	for name, c := range map[string]struct {
		do   func(p *annotate.Project) error
		done func(p *annotate.Project) bool
	}{
		"add": {
			func(p *annotate.Project) error { return p.AddCode("tactic", named2("hacking"), "siege") },
			func(p *annotate.Project) bool {
				return place(p, "hacking") == place(p, "siege")-1 && place(p, "hacking") >= 0
			},
		},
		"change": {func(p *annotate.Project) error {
			code := entry(p, "siege")
			code.Rule.En, code.Retired, code.Colour = "new", true, "#102030"
			return p.ChangeCode("tactic", code)
		}, func(p *annotate.Project) bool {
			code := entry(p, "siege")
			return code.Rule.En == "new" && code.Offered() && code.Colour == "#102030"
		}},
		"move": {
			func(p *annotate.Project) error { return p.MoveCode("tactic", "siege", "method", "advance") },
			func(p *annotate.Project) bool {
				return entry(p, "siege").Family == "method" && place(p, "siege") == place(p, "advance")-1
			},
		},
		"family": {
			func(p *annotate.Project) error { return p.NameFamily("water", model.Names{Ar: "ماء", En: "water"}) },
			func(p *annotate.Project) bool { return p.Codebook().FamilyName("water", "ar") == "ماء" },
		},
		"merge": {
			func(p *annotate.Project) error { return p.MergeCode("tactic", "siege", "advance") },
			func(p *annotate.Project) bool { return p.Codebook().Resolve("tactic", "siege") == "advance" },
		},
		"split": {func(p *annotate.Project) error {
			_, err := p.SplitCode("tactic", "siege", []model.Code{named2("road_block"), {Key: "advance"}})
			return err
		}, func(p *annotate.Project) bool {
			return p.Codebook().Offer("tactic", "siege") == "" && p.Codebook().Offer("tactic", "road_block") != "" && entry(p, "road_block").Family == "control"
		}},
		"retire": {
			func(p *annotate.Project) error { return p.RetireCode("tactic", "siege") },
			func(p *annotate.Project) bool { return entry(p, "siege").Retired },
		},
		"field": {func(p *annotate.Project) error {
			return p.GuideField(model.KindCount, model.FieldGuide{Name: "by", Hidden: true})
		}, func(p *annotate.Project) bool { return !p.Codebook().Shows(model.KindCount, "by") }},
	} {
		t.Run(name, func(t *testing.T) {
			store, p, _ := supervised(t)
			before := p.Codebook()
			must(t, name, c.do(p))
			after := p.Codebook()
			if !c.done(p) || after.Version != before.Version+1 {
				t.Errorf("it did not do it: %s", after.Ref())
			}
			must(t, "undo", p.UndoCodebook())
			if !p.Codebook().Same(before) || p.Codebook().Version != before.Version+2 {
				t.Errorf("taken back, the codebook is another: %s", p.Codebook().Ref())
			}
			p = supervisor(t, store)
			must(t, "redo", p.RedoCodebook())
			if !p.Codebook().Same(after) {
				t.Error("done again, the codebook is another")
			}
			if undo, redo, err := p.CodebookSteps(); undo == "" || redo != "" || err != nil {
				t.Errorf("steps are %q and %q, %v", undo, redo, err)
			}
			expectNoFindings(t, store)
		})
	}
}

func TestEditsThatAreRefused(t *testing.T) {
	store, p, _ := supervised(t)
	must(t, "retire", p.RetireCode("tactic", "ambush"))
	must(t, "merge", p.MergeCode("tactic", "sniping", "ied"))
	_, few := p.SplitCode("tactic", "siege", []model.Code{named2("a")})
	_, self := p.SplitCode("tactic", "siege", []model.Code{{Key: "siege"}, named2("a")})
	_, gone := p.SplitCode("tactic", "siege", []model.Code{{Key: "ambush"}, named2("a")})
	ref := p.Codebook().Ref()
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"taken key":           {p.AddCode("tactic", named2("siege"), ""), "choose another key"},
		"taken by a retired":  {p.AddCode("tactic", named2("ambush"), ""), "choose another key"},
		"no name":             {p.AddCode("tactic", model.Code{Key: "a"}, ""), "has no name"},
		"bad key":             {p.AddCode("tactic", named2("a b"), ""), "has the key"},
		"unknown list":        {p.AddCode("colours", named2("a"), ""), "no field takes codes from"},
		"before nothing":      {p.AddCode("tactic", named2("a"), "none"), "is not in the codebook"},
		"the program's own":   {p.RetireCode("origin", "typed"), "the program itself"},
		"links":               {p.MergeCode("link_type", "part_of", "subset_of"), "the program itself"},
		"change of nothing":   {p.ChangeCode("tactic", named2("none")), "is not in the codebook"},
		"change to no name":   {p.ChangeCode("tactic", model.Code{Key: "siege"}), "has no name"},
		"bad family":          {p.MoveCode("tactic", "siege", "a b", ""), "family"},
		"into itself":         {p.MergeCode("tactic", "siege", "siege"), "into itself"},
		"into a retired one":  {p.MergeCode("tactic", "siege", "ambush"), "already"},
		"into a merged one":   {p.MergeCode("tactic", "ied", "sniping"), "already"},
		"merged twice":        {p.MergeCode("tactic", "sniping", "siege"), "already"},
		"retired twice":       {p.RetireCode("tactic", "ambush"), "already"},
		"restored when there": {p.RestoreCode("tactic", "siege"), "neither merged"},
		"one part":            {few, "two other codes"},
		"a part of itself":    {self, "two other codes"},
		"a retired part":      {gone, "already"},
		"unknown field":       {p.GuideField(model.KindCount, model.FieldGuide{Name: "mood"}), "not a field"},
		"nothing new":         {p.MoveCode("tactic", "siege", "control", "siege"), "nothing would change"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, c.err, c.want)
		}
	}
	if p.Codebook().Ref() != ref {
		t.Errorf("a refused edit made version %s", p.Codebook().Ref())
	}
	expectNoFindings(t, store)
}

func staleOf(t testing.TB, p *annotate.Project) string {
	t.Helper()
	stale, err := p.Stale()
	must(t, "stale", err)
	var all []string
	for _, s := range stale {
		all = append(all, s.Field+"="+s.Key+":"+string(s.Change))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

func TestStaleItems(t *testing.T) {
	store, p, s := supervised(t)
	siege, advance := tactic(t, s, "siege"), tactic(t, s, "advance")
	tactic(t, s, "ambush")
	if got := staleOf(t, p); got != "" {
		t.Errorf("at first, stale are %q", got)
	}
	users, err := p.SplitCode("tactic", "siege", []model.Code{named2("road_block"), named2("encirclement")})
	if err != nil || len(users) != 1 || users[0].Item != siege || users[0].Record != s.Record().ID || users[0].Annotator != p.Annotator().ID ||
		users[0].Version != "hashiya@1" || users[0].Kind != model.KindTactic {
		t.Errorf("the work list is %+v, %v", users, err)
	}
	must(t, "merge", p.MergeCode("tactic", "advance", "territory_seizure"))
	must(t, "retire", p.RetireCode("tactic", "ambush"))
	must(t, "record", s.SetRecordField("relevance", "background"))
	code, _ := p.Codebook().Entry("relevance", "background")
	code.Definition.En = "Another."
	must(t, "change", p.ChangeCode("relevance", code))
	if got := staleOf(t, p); got != "code=advance:merged code=ambush:retired code=siege:split relevance=background:definition" {
		t.Errorf("stale are %q", got)
	}
	tactic(t, s, "territory_seizure")
	must(t, "recode", s.SetField(siege, "code", "encirclement"))
	must(t, "confirm", s.Confirm(advance))
	if got := staleOf(t, p); got != "code=ambush:retired relevance=background:definition" {
		t.Errorf("after work on two of them, stale are %q", got)
	}
	must(t, "undo", s.Undo())
	must(t, "undo of the change", p.UndoCodebook())
	if got := staleOf(t, p); got != "code=advance:merged code=ambush:retired" {
		t.Errorf("after undoing a confirmation and a change, stale are %q", got)
	}
	must(t, "confirm the record", s.Confirm(""))
	if s.Item(advance).Meta().Codebook != "hashiya@1" || s.Record().Codebook != p.Codebook().Ref() {
		t.Errorf("item under %s, record under %s", s.Item(advance).Meta().Codebook, s.Record().Codebook)
	}
	uses, err := p.CodeUses()
	if err != nil || uses[model.CodeRef{List: "tactic", Key: "advance"}] != 1 || uses[model.CodeRef{List: "relevance", Key: "background"}] != 1 {
		t.Errorf("uses are %v, %v", uses, err)
	}
	expectNoFindings(t, store)
}

// TestUndoKeepsWhatWasInUse refuses to take a code away that a record held, even
// when undo alone could bring it back.
func TestUndoKeepsWhatWasInUse(t *testing.T) {
	store, p, s := supervised(t)
	must(t, "add", p.AddCode("tactic", named2("hacking"), ""))
	id := tactic(t, s, "hacking")
	must(t, "another code", s.SetField(id, "code", "siege"))
	var inUse *annotate.CodesInUseError
	if err := p.UndoCodebook(); !errors.As(err, &inUse) || len(inUse.Codes) != 1 || inUse.Codes[0].Key != "hacking" {
		t.Fatalf("undo: %v", err)
	}
	must(t, "undo of the work", s.Undo())
	if code, found := p.Codebook().Code("tactic", s.Item(id).(*model.Tactic).Code); !found || code.Key != "hacking" {
		t.Errorf("the code is lost")
	}
	expectNoFindings(t, store)
}

func TestNewWorkFollowsMerges(t *testing.T) {
	store, p, _ := supervised(t)
	must(t, "merge", p.MergeCode("count_unit", "persons", "families"))
	must(t, "retire", p.RetireCode("count_modifier", "exact"))
	lines(t, store, p, line(t, map[string]any{"id": otherArticle, "text": "قتل ثلاثة أشخاص أمس"}))
	s := open(t, p, otherArticle)
	id, err := s.Annotate(model.KindCount, 4, 15)
	must(t, "annotate", err)
	if c := s.Item(id).(*model.Count); c.Unit != "families" || c.Modifier != "" || c.Value != "3" {
		t.Errorf("filled in are %q, %q, %q of %q", c.Unit, c.Modifier, c.Value, s.Text(4, 15))
	}
}

const otherArticle = "0190aaaa-0000-7000-8000-0000000000aa"

// TestMergedCodesInExports also brings the lines into a new project.
func TestMergedCodesInExports(t *testing.T) {
	store, p, s := supervised(t)
	tactic(t, s, "siege")
	must(t, "merge", p.MergeCode("tactic", "siege", "advance"))
	must(t, "add", p.AddCode("tactic", named2("hacking"), ""))
	tactic(t, s, "hacking")
	must(t, "note", p.ChangeCode("tactic", named2("ambush")))
	if codes := column(t, store, "tactics", "code"); codes != "advance|hacking" && codes != "hacking|advance" {
		t.Errorf("codes in the table: %q", codes)
	}
	path := filepath.Join(t.TempDir(), "x.jsonl")
	body := export(t, store, p, path)
	if !strings.Contains(body, `"code":"siege"`) || strings.Count(body, `"version":`) != 3 {
		t.Errorf("%d versions in %.300s", strings.Count(body, `"version":`), body)
	}
	other, _ := newProject(t)
	q := supervisor(t, other)
	report := bring(t, other, q, path)
	must(t, "reload", q.Reload())
	if report.Added != 1 || report.Records != 1 || len(report.Refused)+len(report.Notes) > 0 || q.Codebook().Ref() != p.Codebook().Ref() {
		t.Errorf("%+v under %s", report, q.Codebook().Ref())
	}
	if again := export(t, other, q, filepath.Join(t.TempDir(), "y.jsonl")); again != body {
		t.Errorf("exported again it differs: %s", firstDifference(body, again))
	}
	if a, b := staleOf(t, p), staleOf(t, q); a != "code=siege:merged" || a != b {
		t.Errorf("stale are %q and %q", a, b)
	}
	expectNoFindings(t, other)
}

// TestShapedCodebookIsNotReplaced imports lines with the former codebook into a
// project without articles that a supervisor has shaped.
func TestShapedCodebookIsNotReplaced(t *testing.T) {
	store, p := newProject(t)
	path := filepath.Join(t.TempDir(), "x.jsonl")
	export(t, store, p, path)
	other, _ := newProject(t)
	boss := supervisor(t, other)
	must(t, "add", boss.AddCode("tactic", named2("hacking"), ""))
	bring(t, other, boss, path)
	must(t, "reload", boss.Reload())
	if boss.Codebook().Ref() != "hashiya@2" {
		t.Errorf("the codebook is %s now", boss.Codebook().Ref())
	}
}

// TestReplacedCodebookIsNotUndone lets an import bring a newer version: what the
// supervisor did before is no step back from that.
func TestReplacedCodebookIsNotUndone(t *testing.T) {
	store, p, _ := supervised(t)
	for _, key := range []string{"siege", "advance", "ambush"} {
		must(t, "retire", p.RetireCode("tactic", key))
	}
	path := filepath.Join(t.TempDir(), "x.jsonl")
	export(t, store, p, path)
	other, _ := newProject(t)
	boss := supervisor(t, other)
	must(t, "add", boss.AddCode("tactic", named2("hacking"), ""))
	report := bring(t, other, boss, path)
	must(t, "reload", boss.Reload())
	if boss.Codebook().Ref() != "hashiya@4" || len(report.Notes) > 0 {
		t.Errorf("the codebook is %s now, %+v", boss.Codebook().Ref(), report)
	}
	if err := boss.UndoCodebook(); !errors.Is(err, annotate.ErrNothingToUndo) {
		t.Errorf("undo: %v", err)
	}
	expectNoFindings(t, other)
}
