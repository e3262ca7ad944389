package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"

	"hashiya/model"
)

// TestManyReadersAfterACrash has them come at once: one finishes what the crash
// left, the others wait for it.
func TestManyReadersAfterACrash(t *testing.T) {
	path := interrupted(t)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			s, err := Open(path, Options{ReadOnly: true})
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if list, err := s.Entities(); err != nil || len(list) != 1 {
				t.Errorf("%d entities, %v, want 1", len(list), err)
			}
		})
	}
	group.Wait()
}

// TestReaderWaitsForWhoeverFinishes has somebody else hold the lock for a while.
func TestReaderWaitsForWhoeverFinishes(t *testing.T) {
	path := interrupted(t)
	lock, err := acquire(path, "somebody")
	if err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(2*recoverPause, lock.release)
	reopen(t, path, Options{ReadOnly: true})
}

// TestCrashThatNobodyMayFinish puts a folder in the place of the lock, so that
// it cannot be taken.
func TestCrashThatNobodyMayFinish(t *testing.T) {
	path := interrupted(t)
	if err := os.Mkdir(lockPath(path), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, Options{ReadOnly: true})
	if !errors.Is(err, ErrUnfinished) || !strings.Contains(err.Error(), "-journal") || strings.Count(err.Error(), path) != 1 {
		t.Errorf("got %v", err)
	}
}

// TestOtherProgramsFilesAreNotTouched opens a database in write-ahead mode, at
// which a mere look makes files beside it, and one with a journal to be played
// back.
func TestOtherProgramsFilesAreNotTouched(t *testing.T) {
	dir := t.TempDir()
	wal := filepath.Join(dir, "wal")
	db := openDB(wal, map[string]string{"mode": "rwc", "_journal_mode": "WAL"})
	if _, err := db.Exec("CREATE TABLE a (b)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	crashed, cut := filepath.Join(dir, "crashed"), filepath.Join(dir, "cut")
	source := interrupted(t)
	for _, path := range []string{crashed, cut} {
		for _, side := range []string{"", "-journal"} {
			copyFile(t, source+side, path+side)
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteAt([]byte("ABCD"), 68); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	if err := os.Truncate(cut, 3*4096); err != nil {
		t.Fatal(err)
	}
	before := contents(t, dir)
	for _, path := range []string{wal, crashed, cut} {
		for _, readOnly := range []bool{true, false} {
			if _, err := Open(path, Options{Devices: memory{}, ReadOnly: readOnly}); !errors.Is(err, ErrNotProject) {
				t.Errorf("%s, read only %t: %v", filepath.Base(path), readOnly, err)
			}
		}
	}
	if after := contents(t, dir); !slices.Equal(before, after) {
		t.Error("a file has changed, or there is another one")
	}
}

// contents lists the files of a folder with what is in them.
func contents(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.Name(), string(body))
	}
	return all
}

func TestMessages(t *testing.T) {
	const path = "/p.hashiya"
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"denied":    {&fs.PathError{Op: "open", Path: path, Err: syscall.EACCES}, `project "/p.hashiya": the file cannot be written: ` + syscall.EACCES.Error() + `; copy it to a place where you may write, or ask for the right to write`},
		"device":    {&fs.PathError{Op: "read", Path: path, Err: syscall.EIO}, `project "/p.hashiya": ` + syscall.EIO.Error()},
		"full":      {sqlite3.Error{Code: sqlite3.ErrFull, SystemErrno: syscall.ENOSPC}, `project "/p.hashiya": the disk is full; free some space and do it again: what was saved before is safe`},
		"quota":     {sqlite3.Error{Code: sqlite3.ErrFull, SystemErrno: syscall.EDQUOT}, `project "/p.hashiya": the disk is full: ` + syscall.EDQUOT.Error() + `; free some space and do it again: what was saved before is safe`},
		"busy":      {sqlite3.Error{Code: sqlite3.ErrBusy}, `project "/p.hashiya": the project is open elsewhere; close the other program that uses it and do it again`},
		"corrupt":   {sqlite3.Error{Code: sqlite3.ErrCorrupt}, `project "/p.hashiya": the file is damaged; keep it, and open a copy made earlier`},
		"in step 1": {fmt.Errorf("step 1: %w", sqlite3.Error{Code: sqlite3.ErrCorrupt}), `project "/p.hashiya": the file is damaged: step 1: database disk image is malformed; keep it, and open a copy made earlier`},
	} {
		err := wrap(path, c.err)
		if err.Error() != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, err, c.want)
		}
		if cause := errors.Unwrap(c.err); cause != nil && !errors.Is(err, cause) {
			t.Errorf("%s: the cause is lost", name)
		}
	}
}

func TestVersionAndStates(t *testing.T) {
	s := create(t, Options{})
	if version, err := s.Version(); err != nil || version != len(migrations()) {
		t.Errorf("version %d, %v", version, err)
	}
	if got, err := s.States(); err != nil || got != (States{}) {
		t.Errorf("an empty project: %+v, %v", got, err)
	}
	a, b := &model.Annotator{ID: newID(), Name: "a", Role: model.RoleAnnotator}, &model.Annotator{ID: newID(), Name: "b", Role: model.RoleAnnotator}
	apply(t, s, added(a, b))
	for n, statuses := range [][]model.Status{
		{}, {model.InProgress}, {model.Submitted}, {model.Submitted, model.Submitted}, {model.Submitted, model.InProgress}, {},
	} {
		article := addArticle(t, s, fmt.Sprint("نص ", n))
		for i, status := range statuses {
			apply(t, s, added(&model.Record{
				ID: newID(), Article: article.ID, Annotator: []string{a.ID, b.ID}[i], Kind: model.RecordAnnotation, Status: status, Codebook: "test@1",
			}))
		}
	}
	if got, err := s.States(); err != nil || got != (States{Total: 6, ToDo: 2, InProgress: 2, Submitted: 2}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestEachArticle(t *testing.T) {
	s := create(t, Options{})
	for _, total := range []int{0, articlePage, 2*articlePage + 1} {
		have := value[int](t, s, "SELECT count(*) FROM article")
		var batch []model.Import
		for n := have; n < total; n++ {
			text := fmt.Sprint("نص ", n)
			batch = append(batch, importOf(articleOf(text), text))
		}
		if _, err := s.Import(batch); err != nil {
			t.Fatal(err)
		}
		all, err := s.Articles()
		if err != nil {
			t.Fatal(err)
		}
		var each []model.Article
		for a, err := range s.EachArticle() {
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Text(a.ID); err != nil { // another query in between
				t.Fatal(err)
			}
			each = append(each, a)
		}
		if len(each) != total || !slices.Equal(each, all) {
			t.Errorf("%d articles, want %d", len(each), total)
		}
	}
	for range s.EachArticle() {
		break
	}
}

// TestSharedRowsComeWithWhatIsKept has the first element to bring a row refused.
func TestSharedRowsComeWithWhatIsKept(t *testing.T) {
	s := create(t, Options{})
	known := addArticle(t, s, "نص معروف")
	a, b := entity("a"), entity("b")
	refused := importOf(&model.Article{ID: known.ID, SHA256: "9"}, "ت")
	refused.Shared = []model.Row{a, b}
	first, second, alone := importOf(articleOf("أ"), "أ"), importOf(articleOf("ب"), "ب"), importOf(articleOf("ج"), "")
	first.Shared, second.Shared = []model.Row{b}, []model.Row{b}
	alone.Edit.Rows, alone.Edit.Article, alone.Article, alone.Shared = nil, "", "", []model.Row{entity("c")}
	errs, err := s.Import([]model.Import{refused, first, second, alone})
	if err != nil || !errors.Is(errs[0], ErrTaken) || errs[1] != nil || errs[2] != nil || errs[3] != nil {
		t.Fatalf("%v, %v", errs, err)
	}
	list, err := s.Entities()
	if err != nil || len(list) != 2 || list[0].Key != "b" || list[1].Key != "c" {
		t.Errorf("%+v, %v", list, err)
	}
	expectClean(t, s)
}

func TestCheckFindsRings(t *testing.T) {
	s := create(t, Options{})
	a, b, c := entity("a"), entity("b"), entity("c")
	a.Parent, b.Parent, c.MergedInto = b.ID, a.ID, c.ID
	apply(t, s, added(a, b, c))
	found := strings.Join(findings(t, s), "\n")
	for _, want := range []string{`["c"] are merged`, `"a"`, `"b"`, "each other's parents"} {
		if !strings.Contains(found, want) {
			t.Errorf("findings lack %q:\n%s", want, found)
		}
	}
}
