package annotate_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// shaper draws what a supervisor may do to the codebook and the entities while
// working on an article. past holds the codebooks that undo leads back to, and
// future those that redo leads to.
type shaper struct {
	*rapid.T
	store        *sqlite.Store
	project      *annotate.Project
	session      *annotate.Session
	article      string
	past, future []*model.Codebook
	n            int // of the names given
}

func (s *shaper) draw(label string, n int) int { return rapid.IntRange(0, n-1).Draw(s.T, label) }

// smallBook has few codes, so that drawn actions meet.
const smallBook = `{"id":"small","version":1,"lists":{
	"tactic":[{"key":"a","names":{"ar":"أ","en":"a"}},{"key":"b","names":{"ar":"ب","en":"b"}},{"key":"c","names":{"ar":"ج","en":"c"}}],
	"actor_role":[{"key":"x","names":{"ar":"س","en":"x"}},{"key":"y","names":{"ar":"ص","en":"y"}}],
	"origin":[{"key":"typed","names":{"ar":"م","en":"typed"}}],
	"entity_type_actor":[{"key":"group","names":{"ar":"م","en":"group"}}]}}`

func (s *shaper) list() string { return []string{"tactic", "actor_role"}[s.draw("list", 2)] }

// key draws a code, gone or not.
func (s *shaper) key(list string) string {
	codes := s.project.Codebook().Lists[list]
	return codes[s.draw("key", len(codes))].Key
}

func (s *shaper) code() model.Code {
	s.n++
	return model.Code{Key: fmt.Sprintf("k%d", s.n), Names: model.Names{Ar: "ر", En: fmt.Sprint("code ", s.n)}}
}

// shape edits the codebook.
func (s *shaper) shape() error {
	p, list := s.project, s.list()
	key := s.key(list)
	switch s.draw("edit", 8) {
	case 0:
		return p.AddCode(list, s.code(), key)
	case 1:
		code, _ := p.Codebook().Entry(list, key)
		s.n++
		code.Rule.En = fmt.Sprint("rule ", s.n)
		return p.ChangeCode(list, code)
	case 2:
		return p.MoveCode(list, key, []string{"", "f"}[s.draw("family", 2)], s.key(list))
	case 3, 4:
		return p.MergeCode(list, key, s.key(list))
	case 5:
		_, err := p.SplitCode(list, key, []model.Code{s.code(), {Key: s.key(list)}})
		return err
	case 6:
		return p.RetireCode(list, key)
	}
	return p.RestoreCode(list, key)
}

// work edits the article.
func (s *shaper) work() error {
	list := s.list()
	offered := s.project.Codebook().List(list)
	kind, field := model.KindTactic, "code"
	if list == "actor_role" {
		kind, field = model.KindActor, "role"
	}
	var id string
	if w := s.session.Work(); w != nil && s.draw("old", 2) == 0 {
		if items := w.Order(kind); len(items) > 0 {
			id = items[s.draw("item", len(items))].Meta().ID
		}
	}
	if id == "" {
		var err error
		if id, err = s.session.Add(kind); err != nil {
			return err
		}
	}
	if kind == model.KindActor {
		if all := s.project.Entities().All(); len(all) > 0 && s.draw("entity", 2) == 0 {
			return s.session.SetField(id, "entity", all[s.draw("which", len(all))].ID)
		}
	}
	switch n := s.draw("how", len(offered)+2); n {
	case len(offered):
		return s.session.Delete(id)
	case len(offered) + 1:
		return s.session.Confirm(id)
	default:
		return s.session.SetField(id, field, offered[n].Key)
	}
}

// refer edits the entities.
func (s *shaper) refer() error {
	all := s.project.Entities().All()
	if len(all) < 2 || s.draw("new", 3) == 0 {
		s.n++
		_, err := s.project.NewEntity(fmt.Sprint("entity ", s.n), "group")
		return err
	}
	return s.project.MergeEntity(all[s.draw("from", len(all))].ID, all[s.draw("into", len(all))].ID)
}

// expectKept makes sure that nothing a record holds is lost.
func (s *shaper) expectKept() {
	w := s.session.Work()
	if w == nil {
		return
	}
	for _, item := range w.Items {
		for _, ref := range model.CodesOf(item) {
			if _, found := s.project.Codebook().Code(ref.List, ref.Key); !found {
				s.Fatalf("%s %s has lost the code %q", item.Kind(), item.Meta().ID, ref.Key)
			}
		}
		if actor, is := item.(*model.Actor); is && actor.Entity != "" {
			if e, found := s.project.Entities().ByID(actor.Entity); !found || e.MergedInto != "" {
				s.Fatalf("actor %s has lost its entity", actor.ID)
			}
		}
	}
}

// step does one thing, and makes sure of what it did to the codebook.
func (s *shaper) step() {
	before, version := s.project.Codebook(), s.project.Codebook().Ref()
	rows := liveRows(s.T, s.store, s.article)
	expect := func(err error, want *model.Codebook) {
		if err != nil {
			want = before
		}
		if now := s.project.Codebook(); !now.Same(want) || err != nil && now.Ref() != version {
			s.Fatalf("the codebook is not as it should be after %v", err)
		}
		if now := liveRows(s.T, s.store, s.article); now != rows {
			s.Fatalf("records have changed with the codebook: %s", firstDifference(rows, now))
		}
	}
	switch s.draw("step", 12) {
	case 0, 1, 2, 3:
		if s.shape() == nil {
			s.past, s.future = append(s.past, before), nil
		}
		expect(nil, s.project.Codebook())
	case 4, 5:
		_ = s.work() // what is refused changes nothing, as the session's own test shows
		if _, err := s.project.Stale(); err != nil {
			s.Fatalf("stale: %v", err)
		}
	case 6:
		_ = s.refer()
	case 7:
		s.back(before, expect)
	case 8:
		s.forth(before, expect)
	case 9:
		_ = s.project.UndoEntity()
	case 10:
		_ = s.project.RedoEntity()
	case 11:
		if s.draw("session", 2) == 0 {
			_ = s.session.Undo()
		} else {
			_ = s.session.Redo()
		}
	}
	s.expectKept()
	if s.draw("reopen", 10) == 0 {
		s.reopen()
	}
}

func (s *shaper) back(before *model.Codebook, expect func(error, *model.Codebook)) {
	err := s.project.UndoCodebook()
	var inUse *annotate.CodesInUseError
	switch {
	case errors.As(err, &inUse):
		expect(err, nil)
	case len(s.past) == 0:
		if !errors.Is(err, annotate.ErrNothingToUndo) {
			s.Fatalf("nothing to undo, yet %v", err)
		}
	default:
		want := s.past[len(s.past)-1]
		if err != nil {
			s.Fatalf("undo: %v", err)
		}
		expect(err, want)
		s.past, s.future = s.past[:len(s.past)-1], append(s.future, before)
	}
}

func (s *shaper) forth(before *model.Codebook, expect func(error, *model.Codebook)) {
	err := s.project.RedoCodebook()
	switch {
	case len(s.future) == 0:
		if !errors.Is(err, annotate.ErrNothingToRedo) {
			s.Fatalf("nothing to redo, yet %v", err)
		}
	case err != nil:
		s.Fatalf("redo: %v", err)
	default:
		expect(err, s.future[len(s.future)-1])
		s.past, s.future = append(s.past, before), s.future[:len(s.future)-1]
	}
}

// reopen closes the file and opens it again.
func (s *shaper) reopen() {
	if err := s.store.Close(); err != nil {
		s.Fatalf("close: %v", err)
	}
	store, err := sqlite.Open(s.store.Path(), sqlite.Options{Devices: memory{}})
	if err != nil {
		s.Fatalf("open: %v", err)
	}
	s.store = store
	s.enter()
}

func (s *shaper) enter() {
	var err error
	if s.project, err = annotate.Enter(s.store, "boss", model.RoleSupervisor); err != nil {
		s.Fatalf("enter: %v", err)
	}
	if s.session, err = s.project.Open(s.article); err != nil {
		s.Fatalf("open the article: %v", err)
	}
}

// expectRoundTrip writes the project and the codebook, and reads each into a new
// project.
func (s *shaper) expectRoundTrip(dir string) {
	path := filepath.Join(dir, "x.jsonl")
	body := exported(s, s.store, path)
	other := smallProject(s, filepath.Join(dir, "other.hashiya"))
	defer other.Close()
	q, err := annotate.Enter(other, "boss", model.RoleSupervisor)
	if err != nil {
		s.Fatalf("enter: %v", err)
	}
	file := func() *annotate.CodebookReport {
		var b bytes.Buffer
		if err := annotate.ExportCodebook(&b, s.project.Codebook()); err != nil {
			s.Fatalf("export of the codebook: %v", err)
		}
		report, err := q.CheckCodebook(&b)
		if err != nil || !report.Whole() {
			s.Fatalf("the exported codebook: %+v, %v", report, err)
		}
		return report
	}
	if err := q.ApplyPart(file()); err != nil && !errors.Is(err, annotate.ErrNothingNew) || !q.Codebook().Same(s.project.Codebook()) {
		s.Fatalf("the codebook differs in a new project: %v", err)
	}
	third := smallProject(s, filepath.Join(dir, "third.hashiya"))
	defer third.Close()
	if q, err = annotate.Enter(third, "boss", model.RoleSupervisor); err != nil {
		s.Fatalf("enter: %v", err)
	}
	report, err := q.Import(context.Background(), third, []string{path}, nil)
	if err != nil || len(report.Refused) > 0 {
		s.Fatalf("import: %+v, %v", report, err)
	}
	if again := exported(s, third, filepath.Join(dir, "y.jsonl")); again != body {
		s.Fatalf("written again it differs: %s", firstDifference(body, again))
	}
}

func exported(t failer, store *sqlite.Store, path string) string {
	if _, err := annotate.Export(context.Background(), store, dataset.Formats()[0], path, true, nil); err != nil {
		t.Fatalf("export: %v", err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return string(body)
}

func smallProject(t failer, path string) *sqlite.Store {
	store, err := annotate.Create(path, "small", []byte(smallBook), func(path string, p model.Project, c model.CodebookRow) (*sqlite.Store, error) {
		return sqlite.Create(path, p, c, sqlite.Options{Devices: memory{}})
	})
	if err != nil {
		t.Fatalf("create: %v", err)
	}
	return store
}

// TestShapingLosesNothing draws merges, splits, retiring, renaming, undo, redo
// and reopening between work on an article: every code and entity that a record
// holds still leads to one, records are never rewritten, undo gives back what
// the codebook said, and files carry all of it.
func TestShapingLosesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		dir := t.TempDir()
		s := &shaper{T: r, store: smallProject(r, filepath.Join(dir, "small.hashiya"))}
		defer func() { s.store.Close() }()
		s.project, _ = annotate.Enter(s.store, "boss", model.RoleSupervisor)
		text := `{"hashiya":1,"id":"` + otherArticle + `","text":"هاجم الفصيل البلدة"}` + "\n"
		if _, err := s.project.ImportJSONL(context.Background(), s.store, "x", strings.NewReader(text)); err != nil {
			r.Fatalf("import: %v", err)
		}
		s.article = otherArticle
		s.enter()
		for range rapid.IntRange(5, 40).Draw(r, "steps") {
			s.step()
		}
		var findings []string
		if err := s.store.Check(context.Background(), func(f string) { findings = append(findings, f) }, nil); err != nil || len(findings) > 0 {
			r.Fatalf("%q, %v", findings, err)
		}
		s.expectRoundTrip(dir)
		if refs, err := s.store.CodebookRefs(); err != nil || !slices.Contains(refs, s.project.Codebook().Ref()) {
			r.Fatalf("versions %v, %v", refs, err)
		}
	})
}
