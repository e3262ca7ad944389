//go:build linux

// Package network checks from outside that the program opens no internet socket: the system calls of the built program are recorded
// while it works. Unix sockets stay allowed, the window needs them for the display.
package network

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

const article = "مقتل 12 مدنياً في قصف على المدينة\n\nقال المرصد إن 12 مدنياً قتلوا يوم الأحد.\n"

func TestCommandsOpenNoInternetSocket(t *testing.T) {
	program := built(t, "hashiya-nogui")
	folder := t.TempDir()
	text, project, out := filepath.Join(folder, "a.txt"), filepath.Join(folder, "a.hashiya"), filepath.Join(folder, "a.jsonl")
	if err := os.WriteFile(text, []byte(article), 0o600); err != nil {
		t.Fatal(err)
	}
	// Each works on what those before it have left.
	for _, args := range [][]string{
		{"new", project, "--as", "tester"},
		{"import", project, text, "--as", "tester"},
		{"info", project, "--json"},
		{"export", project, "--format", "jsonl", "--out", out},
		{"check", project},
	} {
		t.Run(args[0], func(t *testing.T) {
			r := record(t, program, args...)
			output, err := r.command.CombinedOutput()
			if err != nil {
				t.Fatalf("hashiya %s: %v\n%s", strings.Join(args, " "), err, output)
			}
			r.report(t)
		})
	}
}

func TestWindowOpensNoInternetSocket(t *testing.T) {
	program := built(t, "hashiya")
	project := filepath.Join(t.TempDir(), "a.hashiya")
	if output, err := record(t, program, "new", project, "--as", "tester").command.CombinedOutput(); err != nil {
		t.Fatalf("hashiya new: %v\n%s", err, output)
	}
	display := virtualDisplay(t)
	r := record(t, program, project, "--as", "tester")
	r.command.Env = append(r.command.Env, "DISPLAY="+display)
	var output bytes.Buffer
	r.command.Stdout, r.command.Stderr = &output, &output
	if err := r.command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { r.command.Wait(); close(ended) }()
	t.Cleanup(func() { r.command.Process.Kill(); <-ended })

	if !windowAppears(display, ended) {
		t.Fatalf("no window of hashiya appeared within 60 seconds; the program wrote:\n%s", output.String())
	}
	time.Sleep(2 * time.Second) // what starts beside the window has its time too
	r.command.Process.Signal(syscall.SIGTERM)
	select {
	case <-ended:
	case <-time.After(10 * time.Second): // how it ends is another test's matter
		r.command.Process.Kill()
		<-ended
	}
	r.report(t)
}

// TestSeesAnInternetSocket shows that the tests above can fail.
func TestSeesAnInternetSocket(t *testing.T) {
	program := filepath.Join(t.TempDir(), "dial")
	if output, err := exec.Command("go", "build", "-o", program, "./testdata/dial").CombinedOutput(); err != nil {
		t.Fatalf("building testdata/dial: %v\n%s", err, output)
	}
	r := record(t, program)
	if output, err := r.command.CombinedOutput(); err != nil {
		t.Fatalf("dial: %v\n%s", err, output)
	}
	if found := r.internet(t); len(found) == 0 {
		t.Error("a program that dials was not noticed")
	}
}

// built returns the path of a program that make has left in build.
func built(t *testing.T, name string) string {
	t.Helper()
	found, err := filepath.Abs(filepath.Join("../../build", name))
	if err != nil {
		t.Fatal(err)
	}
	// Go runs a cached test again when a file that it looked at has changed; this look is for that too.
	if _, err := os.Stat(found); err != nil {
		t.Fatalf("the program is not built: %v; run make build build-nogui, or make test, which does both", err)
	}
	return found
}

// A recording is a command whose calls that open or use a socket are written to a file, those of its children too.
type recording struct {
	command *exec.Cmd
	calls   string
}

func record(t *testing.T, program string, args ...string) recording {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Fatal("strace is not installed; make deps-test installs it")
	}
	home := t.TempDir()
	calls := filepath.Join(home, "calls")
	r := recording{calls: calls}
	// -D makes the program itself the child, so that the test can end it; strace ends with it.
	r.command = exec.Command("strace", append([]string{"-D", "-f", "-qq", "-e", "trace=socket,connect,bind", "-e", "signal=none", "-o", calls, program}, args...)...)
	// Nothing of the user's is touched, and a display is there only for the test that brings one.
	r.command.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "DISPLAY=") || strings.HasPrefix(v, "WAYLAND_DISPLAY=")
	})
	r.command.Env = append(r.command.Env, "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home, "XDG_RUNTIME_DIR="+home)
	return r
}

// internet returns the recorded calls that have to do with IPv4 or IPv6, or with raw packets.
func (r recording) internet(t *testing.T) []string {
	t.Helper()
	body, err := os.ReadFile(r.calls)
	if err != nil {
		t.Fatalf("strace left no recording, perhaps it may not trace here: %v", err)
	}
	var found []string
	for line := range strings.Lines(string(body)) {
		if strings.Contains(line, "AF_INET") || strings.Contains(line, "AF_PACKET") { // AF_INET6 begins like AF_INET
			found = append(found, strings.TrimSpace(line))
		}
	}
	return found
}

func (r recording) report(t *testing.T) {
	t.Helper()
	for _, call := range r.internet(t) {
		t.Errorf("%s opens an internet socket: %s", r.command.Args, call)
	}
}

// virtualDisplay starts an X server that ends with the test, and returns its display.
func virtualDisplay(t *testing.T) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	// Without -noreset the server starts over, and turns clients away meanwhile, whenever its last client leaves.
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		t.Fatalf("Xvfb: %v; make deps-test installs it", err)
	}
	write.Close()
	t.Cleanup(func() { server.Process.Signal(syscall.SIGTERM); server.Wait(); read.Close() })
	read.SetReadDeadline(time.Now().Add(20 * time.Second))
	// The whole line: a server that still writes when the pipe is closed dies of it.
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb opened no display within 20 seconds: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// windowAppears waits until a window with the program's name stands on the display.
func windowAppears(display string, ended <-chan struct{}) bool {
	for range 300 {
		search := exec.Command("xdotool", "search", "--onlyvisible", "--name", "hashiya") // in any case
		search.Env = append(os.Environ(), "DISPLAY="+display)
		if search.Run() == nil {
			return true
		}
		select {
		case <-ended:
			return false
		case <-time.After(200 * time.Millisecond):
		}
	}
	return false
}
