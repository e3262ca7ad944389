package cli

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestProgressIsForTerminalsAndSlow(t *testing.T) {
	var b bytes.Buffer
	c := newConsole(&b)
	if c.progress("working", 1, 2); b.Len() > 0 {
		t.Errorf("progress on what is no terminal: %q", b.String())
	}
	now := time.Unix(1000, 0)
	c.terminal, c.now = true, func() time.Time { return now }
	for i := range 1000 { // one second
		c.progress("working", i, 1000)
		now = now.Add(time.Millisecond)
	}
	if n := strings.Count(b.String(), "\r"); n != 10 {
		t.Errorf("%d updates in a second, want 10", n)
	}
	b.Reset()
	c.say("done")
	if want := "\r" + strings.Repeat(" ", len("working: 900/1000")) + "\rhashiya: done\n"; b.String() != want {
		t.Errorf("message over progress is %q, want %q", b.String(), want)
	}
}

func TestMessagesStayOnOneLine(t *testing.T) {
	tests := []struct{ message, want string }{
		{"خبر \"a\"", "خبر \"a\""},
		{"a\nb", "a; b"},
		{"a\x1b[2Jb\r", `a\x1b[2Jb\r`},
		{"a\xffb", `a\ufffdb`},
	}
	for _, test := range tests {
		if got := oneLine(test.message); got != test.want {
			t.Errorf("oneLine(%q) = %q, want %q", test.message, got, test.want)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestLostOutputIsAFailure(t *testing.T) {
	path := project(t, place(t))
	var errs bytes.Buffer
	if status := Main([]string{"info", path, "--json"}, nil, full{}, &errs, nil); status != failed {
		t.Errorf("status is %d, want %d", status, failed)
	}
	if !strings.Contains(errs.String(), "no space left") {
		t.Errorf("standard error is %q", errs.String())
	}
}

// TestCancelledWorkLeavesNothing gives the commands a context that is done.
func TestCancelledWorkLeavesNothing(t *testing.T) {
	folder := place(t)
	path := filepath.Join(folder, "p.hashiya")
	must(t, done, "", "new", path, "--samples", "--as", "code 7")
	write(t, "خبر", folder, "a.txt")
	before := names(t, folder)
	articles := decode[info](t, must(t, done, "", "info", path, "--json").out).Articles.Total
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, command := range map[string]interface{ Run(*job) error }{
		"new":           &newCommand{Project: path + "2", Samples: true},
		"import":        &importCommand{Project: path, Paths: []string{folder}},
		"export":        &exportCommand{Project: path, Format: "jsonl", Out: filepath.Join(folder, "out")},
		"export folder": &exportCommand{Project: path, Format: "csv", Out: filepath.Join(folder, "out")},
		"check":         &checkCommand{Project: path},
	} {
		var out, errs bytes.Buffer
		c := newConsole(&errs)
		status := c.conclude(command.Run(&job{ctx: ctx, out: &output{w: &out}, errs: c, as: "code 7"}))
		if status != failed || !strings.Contains(errs.String(), "interrupted") {
			t.Errorf("%s = %d, says %q", name, status, errs.String())
		}
	}
	if after := names(t, folder); !slices.Equal(before, after) {
		t.Errorf("files are %q, were %q", after, before)
	}
	sound(t, path, articles)
}
