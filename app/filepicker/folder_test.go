package filepicker

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
)

func TestProblemsInWords(t *testing.T) {
	at := func(err error) error { return &fs.PathError{Op: "open", Path: "/d/x", Err: err} }
	for want, err := range map[string]error{
		"file.noPermission x":      at(fs.ErrPermission),
		"file.gone x":              at(fs.ErrNotExist),
		"file.exists x":            at(fs.ErrExist),
		"file.notFolder x":         at(syscall.ENOTDIR),
		"file.failed x bad <disk>": at(errors.New("bad <disk>")),
	} {
		if got := problemOf("/d/x", err).text(keyWords, "/d"); got != want {
			t.Errorf("%v is told as %q, want %q", err, got, want)
		}
	}
	if got := problemOf("/d/x", at(fs.ErrNotExist)).text(keyWords, "/e"); !strings.Contains(got, "\u2068d\u2069") {
		t.Errorf("a path elsewhere is told as %q", got)
	}
}

// A folder that may not be read leaves the one before, and says why. The
// administrator may read all, so the refusal itself is made here.
func TestNoPermission(t *testing.T) {
	root := tree(t, "closed/", "open/")
	s := show(t, Options{Folder: root})
	closed := filepath.Join(root, "closed")
	if os.Geteuid() > 0 {
		if err := os.Chmod(closed, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(closed, 0o700) })
		s.click("closed", 2, 0)
	} else {
		s.arrived(closed, listing{}, &fs.PathError{Op: "open", Path: closed, Err: fs.ErrPermission}, "")
	}
	if want := "file.noPermission closed"; s.said() != want || s.Folder() != root || s.names() != "closed/ open/" {
		t.Errorf("says %q, want %q; shows %q of %q", s.said(), want, s.names(), s.Folder())
	}
	s.click("open", 2, 0)
	if s.said() != "" || filepath.Base(s.Folder()) != "open" {
		t.Errorf("after the next folder it says %q in %q", s.said(), s.Folder())
	}
}

func TestWhatHasGone(t *testing.T) {
	root := tree(t, "sub/inner/", "a.txt")
	s := show(t, Options{Folder: filepath.Join(root, "sub", "never", "there")})
	if want := filepath.Join(root, "sub"); s.Folder() != want {
		t.Errorf("starts in %q, want the nearest folder %q", s.Folder(), want)
	}
	s.press("A-Up")
	if err := os.RemoveAll(filepath.Join(root, "sub")); err != nil {
		t.Fatal(err)
	}
	s.press("Enter") // the cursor is on the folder left
	if want := "file.gone sub"; s.said() != want {
		t.Errorf("says %q, want %q", s.said(), want)
	}
	if err := os.Remove(filepath.Join(root, "a.txt")); err != nil {
		t.Fatal(err)
	}
	s.click("a.txt", 2, 0)
	if want := "file.gone a.txt"; s.said() != want {
		t.Errorf("says %q, want %q", s.said(), want)
	}
	s.press("F5")
	if s.names() != "" || s.panel.list.note != "file.empty" || s.said() != "" {
		t.Errorf("read again it shows %q (%s) and says %q", s.names(), s.panel.list.note, s.said())
	}
	if err := os.RemoveAll(root); err != nil {
		t.Fatal(err)
	}
	s.press("F5")
	if !strings.HasPrefix(s.said(), "file.gone") || s.names() != "" {
		t.Errorf("a folder that has gone shows %q and says %q", s.names(), s.said())
	}
}

// Names that deceive are shown in a visible way, and the real file is opened.
func TestHostileNames(t *testing.T) {
	hostile := map[string]string{
		"evil\u202Etxt.exe": "evil\uFFFDtxt.exe", "two\nlines.txt": "two\uFFFDlines.txt", "bad\xffbyte": "bad\uFFFDbyte",
		"\u2067open": "\uFFFDopen", "tab\there": "tab\uFFFDhere", "می\u200Cخواهم": "می\u200Cخواهم", "a\u0085b\u2028c": "a\uFFFDb\uFFFDc",
	}
	for name, want := range hostile {
		if got := visible(name); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
		root := t.TempDir()
		if err := os.WriteFile(filepath.Join(root, name), nil, 0o666); err != nil {
			t.Logf("this system has no such names: %v", err)
			continue
		}
		s := show(t, Options{Folder: root})
		s.press("Down", "Enter")
		s.wantAnswer(root, name)
		if visible(name) == name {
			continue
		}
		s = show(t, Options{Mode: Save, Folder: root, Name: "new"})
		if s.click(name, 1, 0); s.panel.name.Text() != "new" {
			t.Errorf("%q is proposed as %q to write to", name, s.panel.name.Text())
		}
	}
}

func TestLinks(t *testing.T) {
	root := tree(t, "folder/", "file.txt")
	for name, target := range map[string]string{"up": root, "self": "self", "lost": "nowhere", "to file": "file.txt"} {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Logf("this system makes no links: %v", err)
			return
		}
	}
	s := show(t, Options{Folder: root})
	if want := "folder/ up/ file.txt lost self to file"; s.names() != want {
		t.Errorf("shows %q, want %q", s.names(), want)
	}
	for range 20 { // a way that leads into itself ends where the system says so
		s.click("up", 2, 0)
	}
	s.window.Canvas().Capture()
	if !strings.HasSuffix(s.Folder(), "up") {
		t.Errorf("the loop ended in %q, which says %q", s.Folder(), s.said())
	}
	s.click("self", 2, 0)
	if !strings.HasPrefix(s.said(), "file.failed self") {
		t.Errorf("a link to itself says %q", s.said())
	}
	s.click("lost", 2, 0)
	if want := "file.gone lost"; s.said() != want {
		t.Errorf("a link to nowhere says %q, want %q", s.said(), want)
	}
	s.click("to file", 2, 0)
	if len(s.answer) != 1 || !strings.HasSuffix(s.answer[0], "to file") {
		t.Errorf("a link to a file answers %q", s.answer)
	}
}

// many makes a folder of n empty files.
func many(t testing.TB, n int) string {
	root := t.TempDir()
	for i := range n {
		file, err := os.Create(filepath.Join(root, fmt.Sprintf("تقرير %d.txt", i)))
		if err != nil {
			t.Fatal(err)
		}
		file.Close()
	}
	return root
}

// A full folder costs as many rows as are in sight.
func TestFullFolder(t *testing.T) {
	root := many(t, mostEntries+1)
	s := show(t, Options{Folder: root})
	if n := len(s.panel.list.rows); n != mostEntries || s.said() != fmt.Sprint("file.cut ", mostEntries) {
		t.Errorf("shows %d rows and says %q", n, s.said())
	}
	views := func() int {
		n := 0
		walk(s.panel, func(o fyne.CanvasObject) {
			if text, ok := o.(*ui.Text); ok && strings.HasPrefix(text.Text(), "تقرير") {
				n++
			}
		})
		return n
	}
	for _, keys := range [][]string{{"Down"}, {"End"}, {"PageUp"}, {"Home", "PageDown"}} {
		s.press(keys...)
		s.window.Canvas().Capture()
		if n := views(); n == 0 || n > s.panel.list.page()+2 {
			t.Errorf("%v: %d rows exist, where %d have room", keys, n, s.panel.list.page())
		}
	}
	if want := s.panel.list.page(); s.panel.list.chosen.current != want {
		t.Errorf("a page down from the top is row %d, want %d", s.panel.list.chosen.current, want)
	}
}

// walk visits what is drawn.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range rendererOf(o).Objects() {
			walk(child, visit)
		}
	}
}

func TestReadingStopsInTime(t *testing.T) {
	root := many(t, 3*batch)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	l, err := readFolder(ctx, root, func(int) {})
	if err != nil || !l.partial || len(l.entries) == 0 || len(l.entries) >= 3*batch {
		t.Errorf("%d entries, partial %v, %v", len(l.entries), l.partial, err)
	}
	if e := l.entries[0]; e.size != -1 || !e.changed.IsZero() {
		t.Errorf("what was not asked for is known: %+v", e)
	}
}

// clock is a runner whose work and timers are let go by the test.
type clock struct {
	work   []func()
	timers map[time.Duration]func()
}

func (c *clock) runner() ui.Runner {
	c.timers = map[time.Duration]func(){}
	return ui.Runner{
		Go: func(f func()) { c.work = append(c.work, f) },
		Do: func(f func()) { f() },
		After: func(d time.Duration, f func()) func() {
			c.timers[d] = f
			return func() { delete(c.timers, d) }
		},
	}
}

func (c *clock) finish() {
	for len(c.work) > 0 {
		f := c.work[0]
		c.work = c.work[1:]
		f()
	}
}

func TestSlowDisk(t *testing.T) {
	root := tree(t, "a.txt", "sub/b.txt")
	c := &clock{}
	s := show(t, Options{Folder: root, Runner: c.runner()})
	c.timers[readingDelay]()
	if got := s.panel.status.Text(); got != "file.reading 0" {
		t.Errorf("while it reads it says %q", got)
	}
	c.finish()
	if got := s.panel.status.Text(); got != "file.items 2" || len(c.timers) > 0 {
		t.Errorf("then it says %q with %d timers", got, len(c.timers))
	}

	s.press("Down", "Enter")
	hung := c.work
	c.work = nil
	c.timers[hardLimit]()
	if want := "file.slow sub"; s.said() != want || s.Folder() != root {
		t.Errorf("a disk that hangs says %q in %q, want %q", s.said(), s.Folder(), want)
	}
	hung[0]()
	if s.Folder() != root {
		t.Error("what comes too late is shown")
	}

	s.press("Enter", "A-Up")
	c.finish()
	if want := filepath.Dir(root); s.Folder() != want {
		t.Errorf("of two folders asked for %q is shown, want the last, %q", s.Folder(), want)
	}
	s.reload()
	s.Dismiss()
	if len(c.timers) > 0 {
		t.Error("a picker that is gone leaves timers")
	}
	c.finish()
}
