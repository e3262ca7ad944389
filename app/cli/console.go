package cli

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// output is the standard output, one message a line. The first error is kept.
type output struct {
	w   io.Writer
	err error
}

func (o *output) say(format string, args ...any) {
	o.write(oneLine(fmt.Sprintf(format, args...)) + "\n")
}

func (o *output) write(text string) {
	if o.err == nil {
		_, o.err = io.WriteString(o.w, text)
	}
}

// progressPause bounds progress to ten lines a second.
const progressPause = 100 * time.Millisecond

// console is the standard error output: messages, one a line, and on a
// terminal the progress of long work on a line that is written over.
type console struct {
	w        io.Writer
	terminal bool
	now      func() time.Time
	last     time.Time
	width    int // of the progress on the screen
}

func newConsole(w io.Writer) *console {
	c := &console{w: w, now: time.Now}
	if f, is := w.(*os.File); is {
		info, err := f.Stat()
		c.terminal = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return c
}

func (c *console) say(format string, args ...any) {
	c.clear()
	fmt.Fprintln(c.w, "hashiya: "+oneLine(fmt.Sprintf(format, args...)))
}

// progress shows how far some work is; total is 0 when not known.
func (c *console) progress(what string, done, total int) {
	now := c.now()
	if !c.terminal || now.Sub(c.last) < progressPause {
		return
	}
	c.last = now
	line := fmt.Sprintf("%s: %d/%d", what, done, total)
	fmt.Fprintf(c.w, "\r%-*s", c.width, line)
	c.width = max(c.width, len(line))
}

// clear takes the progress off the screen.
func (c *console) clear() {
	if c.width > 0 {
		fmt.Fprintf(c.w, "\r%*s\r", c.width, "")
		c.width = 0
	}
}

// oneLine makes a message fit for one line of a terminal: line breaks become
// "; ", and other control characters, which a file name may hold and a
// terminal obeys, are shown as escapes.
func oneLine(message string) string {
	message = strings.ReplaceAll(message, "\n", "; ")
	var b strings.Builder
	for _, r := range message {
		if unicode.IsControl(r) || r == utf8.RuneError {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
