package annotate_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"hashiya/annotate"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// killVariable makes the test's program annotate a project until it is killed.
const killVariable = "HASHIYA_TEST_ANNOTATE"

func TestMain(m *testing.M) {
	if path := os.Getenv(killVariable); path != "" {
		if err := annotateForever(path); err != nil {
			fmt.Println("failed:", err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// stamping is a store that notes the stamp of the newest edit.
type stamping struct {
	*sqlite.Store
	last model.Stamp
}

func (s *stamping) Apply(e model.Edit) (model.Edit, error) {
	e, err := s.Store.Apply(e)
	if err == nil {
		s.last = e.Stamp
	}
	return e, err
}

// annotateForever prints the stamp of each edit after the session has said that
// it is kept.
func annotateForever(path string) error {
	file, err := sqlite.Open(path, sqlite.Options{Devices: memory{}})
	if err != nil {
		return err
	}
	store := &stamping{Store: file}
	p, err := annotate.Enter(store, "coder 1", model.RoleAnnotator)
	if err != nil {
		return err
	}
	articles, err := store.Articles()
	if err != nil {
		return err
	}
	s, err := p.Open(articles[0].ID)
	if err != nil {
		return err
	}
	for {
		err := someEdit(s)
		switch {
		case err == nil:
			fmt.Println(store.last.Device, store.last.Seq)
		case !errors.Is(err, annotate.ErrNothingNew) && !errors.Is(err, annotate.ErrNothingToUndo) && !errors.Is(err, annotate.ErrNothingToRedo):
			return err
		}
	}
}

// someEdit does what annotators do most.
func someEdit(s *annotate.Session) error {
	var counts []string
	if w := s.Work(); w != nil {
		for _, item := range w.Order(model.KindCount) {
			counts = append(counts, item.Meta().ID)
		}
	}
	start := rand.IntN(s.Len() - 12)
	switch n := rand.IntN(10); {
	case n < 4 || len(counts) == 0:
		_, err := s.Annotate(model.KindCount, start, start+12)
		return err
	case n < 6:
		return s.SetField(counts[rand.IntN(len(counts))], "note", fmt.Sprint(rand.Int()))
	case n < 7 && len(counts) > 20:
		return s.Delete(counts[rand.IntN(len(counts))])
	case n < 9:
		return s.Undo()
	}
	return s.Redo()
}

// killed runs the annotator for a while and returns what it acknowledged.
func killed(t *testing.T, path string, after time.Duration) []model.Stamp {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), killVariable+"="+path)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { c.Process.Kill() })
	defer timer.Stop()
	var kept []model.Stamp
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var stamp model.Stamp
		if _, err := fmt.Sscan(lines.Text(), &stamp.Device, &stamp.Seq); err != nil {
			// A line that the kill cut off is no acknowledgement.
			if strings.HasPrefix(lines.Text(), "failed") {
				t.Error(lines.Text())
			}
			continue
		}
		kept = append(kept, stamp)
	}
	_ = c.Wait() // it was killed
	return kept
}

// TestKilledAtAnyMoment kills an annotator again and again: nothing that was
// acknowledged may be lost, the file is whole, and the history can be undone.
func TestKilledAtAnyMoment(t *testing.T) {
	const kills = 60
	store, p := newProject(t)
	id := load(t, store, p, article+strings.Repeat("\nقال المرصد إن 12 عنصراً قتلوا.", 20))
	start := liveRows(t, store, id)
	path := store.Path()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	var kept []model.Stamp
	began := time.Now()
	for n := range kills {
		kept = append(kept, killed(t, path, 30*time.Millisecond+rand.N(150*time.Millisecond))...)
		store, err := sqlite.Open(path, sqlite.Options{Devices: memory{}})
		if err != nil {
			t.Fatalf("after kill %d: %v", n+1, err)
		}
		expectHistory(t, store, id, kept)
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if len(kept) < kills {
		t.Errorf("only %d edits in %d kills: the test proves little", len(kept), kills)
	}
	t.Logf("%d kills in %s, %d acknowledged edits, 0 lost", kills, time.Since(began).Round(time.Second), len(kept))
	store, err := sqlite.Open(path, sqlite.Options{Devices: memory{}})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	expectAllUndone(t, store, id, start)
}

// expectHistory looks for acknowledged edits in the journal, and goes one step
// back and forth.
func expectHistory(t *testing.T, store *sqlite.Store, id string, kept []model.Stamp) {
	t.Helper()
	p := enter(t, store)
	edits, err := store.History(id, p.Annotator().ID)
	if err != nil {
		t.Fatal(err)
	}
	there := map[model.Stamp]bool{}
	for _, e := range edits {
		there[e.Stamp] = true
	}
	lost := slices.DeleteFunc(slices.Clone(kept), func(stamp model.Stamp) bool { return there[stamp] })
	if len(lost) > 0 {
		t.Fatalf("%d acknowledged edits are lost: %v", len(lost), lost)
	}
	s := open(t, p, id)
	was := liveRows(t, store, id)
	if err := s.Undo(); errors.Is(err, annotate.ErrNothingToUndo) {
		return
	} else if err != nil {
		t.Fatalf("undo: %v", err)
	}
	if err := s.Redo(); err != nil {
		t.Fatalf("redo: %v", err)
	}
	if liveRows(t, store, id) != was {
		t.Fatal("undo and redo of the last step changed the record")
	}
}

func expectAllUndone(t *testing.T, store *sqlite.Store, id, start string) {
	t.Helper()
	expectNoFindings(t, store)
	s := open(t, enter(t, store), id)
	for s.CanUndo() != "" {
		if err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if now := liveRows(t, store, id); now != start {
		t.Errorf("all undone, the file holds\n%s\nwant\n%s", now, start)
	}
	expectNoFindings(t, store)
}

func expectNoFindings(t testing.TB, store *sqlite.Store) {
	t.Helper()
	var found []string
	if err := store.Check(context.Background(), func(line string) { found = append(found, line) }, nil); err != nil {
		t.Fatal(err)
	}
	if len(found) > 0 {
		t.Errorf("check finds %q", found)
	}
}
