package desktop

import (
	"os/exec"
	"strings"
)

// SetClipboard has another program, xclip, offer a text to be pasted, and waits until it does.
func (d *Display) SetClipboard(text string) {
	d.needsClipboard()
	// Without -quiet it would go on in the background, out of reach of Stop.
	cmd := d.command("xclip", "-quiet", "-selection", "clipboard", "-in")
	cmd.Stdin = strings.NewReader(text)
	d.start(cmd, "xclip.log")
	d.AwaitClipboard(text)
}

// AwaitClipboard waits until another program, xclip, would paste exactly a text.
func (d *Display) AwaitClipboard(text string) {
	d.needsClipboard()
	var got string
	held := d.poll(func() bool {
		got = d.clipboard()
		return got == text
	})
	if !held {
		d.fail("the clipboard holds %+q, want %+q", got, text)
	}
}

// AwaitCopy waits until there is something to paste and returns it.
func (d *Display) AwaitCopy() string {
	var got string
	d.await("something to be copied", func() bool {
		got = d.clipboard()
		return got != ""
	})
	return got
}

// clipboard returns what xclip pastes, "" when nothing was copied.
func (d *Display) clipboard() string {
	output, err := d.raw("xclip", "-selection", "clipboard", "-out")
	if err != nil {
		return ""
	}
	return output
}

func (d *Display) needsClipboard() {
	if _, err := exec.LookPath("xclip"); err != nil {
		d.fail("xclip is not installed and the clipboard cannot be tested without it: run scripts/deps.sh test")
	}
}
