package cli

import (
	"bytes"
	"errors"
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
