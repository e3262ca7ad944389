//go:build unix

package sqlite

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"hashiya/model"
)

// These tests need a process of their own, for limits and rights that it cannot
// give back: the test's program runs itself again with this variable set.
const childVariable = "HASHIYA_TEST_CHILD"

func TestMain(m *testing.M) {
	switch role, path, _ := strings.Cut(os.Getenv(childVariable), ":"); role {
	case "":
		os.Exit(m.Run())
	case "full":
		os.Exit(fillUp(path))
	case "unprivileged":
		os.Exit(openUnprivileged(path))
	}
}

func child(t *testing.T, role, path string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childVariable+"="+role+":"+path)
	c.Stderr = os.Stderr
	return c
}

// fillUp writes edits into a file that may not grow beyond a limit, and prints
// the key of each one that was kept, then what stopped it.
func fillUp(path string) int {
	signal.Ignore(syscall.SIGXFSZ)
	limit := syscall.Rlimit{Cur: 600 << 10, Max: 600 << 10}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		fmt.Println("setrlimit:", err)
		return 1
	}
	s, err := Open(path, Options{Devices: memory{}})
	if err != nil {
		fmt.Println("open:", err)
		return 1
	}
	for n := 0; ; n++ {
		e := entity(fmt.Sprintf("k%d", n))
		e.NameAr = strings.Repeat("اسم", 2000)
		if _, err := s.Apply(model.Edit{Scope: model.ScopeEntity, Label: "l", Rows: added(e).Rows}); err != nil {
			fmt.Println("stopped:", err)
			fmt.Println("full:", errors.Is(err, ErrFull))
			break
		}
		fmt.Println(e.Key)
	}
	// A full disk is no reason to lose the way back: reading goes on.
	list, err := s.Entities()
	fmt.Println("left:", len(list), err)
	return 0
}

func TestFullDisk(t *testing.T) {
	s := create(t, Options{})
	closeStore(t, s)
	out, err := child(t, "full", s.Path()).Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var kept []string
	report := map[string]string{}
	lines := bufio.NewScanner(strings.NewReader(string(out)))
	for lines.Scan() {
		if name, rest, found := strings.Cut(lines.Text(), ": "); found {
			report[name] = rest
		} else {
			kept = append(kept, lines.Text())
		}
	}
	if report["full"] != "true" || len(kept) == 0 || report["left"] != fmt.Sprint(len(kept), " <nil>") {
		t.Errorf("%d edits kept, then %v", len(kept), report)
	}
	s = reopen(t, s.Path(), Options{Devices: memory{}})
	expectKept(t, s, kept)
	apply(t, s, added(entity("space again")))
}

func expectKept(t *testing.T, s *Store, keys []string) {
	t.Helper()
	for _, key := range keys {
		if n := value[int](t, s, "SELECT count(*) FROM entity WHERE key = ?", key); n != 1 {
			t.Errorf("the acknowledged %q is there %d times", key, n)
		}
	}
	expectClean(t, s)
}

// openUnprivileged opens a project without the rights of the administrator.
func openUnprivileged(path string) int {
	if os.Geteuid() == 0 {
		if err := syscall.Setuid(65534); err != nil {
			fmt.Println("setuid:", err)
			return 1
		}
	}
	_, err := Open(path, Options{Devices: memory{}})
	fmt.Println("writing:", errors.Is(err, ErrReadOnly), err)
	s, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		fmt.Println("reading:", err)
		return 1
	}
	list, err := s.Entities()
	fmt.Println("reading:", len(list), err)
	return 0
}

func TestFileThatCannotBeWritten(t *testing.T) {
	for name, protect := range map[string]func(path string) error{
		"file": func(path string) error {
			return errors.Join(os.Chmod(path, 0o444), os.Chmod(filepath.Dir(path), 0o777))
		},
		"folder": func(path string) error {
			return errors.Join(os.Chmod(path, 0o666), os.Chmod(filepath.Dir(path), 0o555))
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := create(t, Options{})
			apply(t, s, added(entity("a")))
			closeStore(t, s)
			dir := filepath.Dir(s.Path())
			for up := dir; up != os.TempDir() && up != "/"; up = filepath.Dir(up) {
				if err := os.Chmod(up, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			if err := protect(s.Path()); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.Chmod(dir, 0o755) })
			c := child(t, "unprivileged", s.Path())
			c.Path = runnable(t)
			out, err := c.Output()
			text := string(out)
			if err != nil || !strings.Contains(text, "writing: true") || !strings.Contains(text, "copy it to a place") || !strings.Contains(text, "reading: 1 <nil>") {
				t.Errorf("%v: %s", err, text)
			}
		})
	}
}

// runnable copies the test's program to where everybody may run it.
func runnable(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "test")
	copyFile(t, os.Args[0], path)
	for _, p := range []string{path, dir, filepath.Dir(dir)} {
		if err := os.Chmod(p, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return path
}
