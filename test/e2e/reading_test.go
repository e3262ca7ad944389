//go:build unix && !darwin

package e2e

import (
	"strings"
	"testing"

	"hashiya/test/desktop"
)

// TestReadingKeys moves and selects in the article with an Arabic layout in force. What is selected is copied, and another program
// reads it.
func TestReadingKeys(t *testing.T) {
	b := newBench(t)
	p := b.run()
	b.openArticle(p)
	b.desktop.Layouts("ara")
	word := b.claimant() // "المرصد", in an Arabic line without digits around it
	letters := []rune(b.text)
	ctrl, shift := desktop.Control, desktop.Shift
	from := func(n int) string { return string(letters[word.Start : word.Start+n]) }
	copyNow := func() { p.Press(desktop.Cap('c'), ctrl) }

	steps := []struct {
		name string
		keys func()
		want string
	}{
		{"Shift+Left twice", func() { p.Press(desktop.Left, shift); p.Press(desktop.Left, shift) }, from(2)},
		{"Shift+Right once", func() { p.Press(desktop.Right, shift) }, from(1)},
		{"Left behind the selection, Shift+Left", func() { p.Press(desktop.Left); p.Press(desktop.Left, shift) }, string(letters[word.Start+1])},
		{"Right, Right, Ctrl+Shift+Left", func() { p.Press(desktop.Right); p.Press(desktop.Right); p.Press(desktop.Left, ctrl, shift) }, word.Text},
		{"Ctrl+A", func() { p.Press(desktop.Cap('a'), ctrl) }, b.text},
		{"Ctrl+Home, Shift+Left", func() { p.Press(desktop.Home, ctrl); p.Press(desktop.Left, shift) }, string(letters[0])},
	}
	p.ClickBefore(word)
	for _, step := range steps {
		step.keys()
		copyNow()
		t.Log(step.name)
		b.desktop.AwaitClipboard(step.want)
	}

	p.ClickBefore(word)
	p.Press(desktop.Home)
	p.Press(desktop.End, shift)
	b.desktop.SetClipboard("")
	copyNow()
	line := b.desktop.AwaitCopy()
	if at := strings.Index(b.text, line); at < 0 || strings.Contains(line, "\n") || !strings.Contains(line, word.Text) || line == word.Text {
		t.Errorf("Home, Shift+End selected %q, want the line of the article that has %q", line, word.Text)
	}
	p.Close()
}

// foreign is what other programs put on the clipboard: guillemets, a hashtag, digits of both kinds, vowel marks and bidi controls.
const foreign = "قال «المرصد» إن 37 عنصراً، و٥٨ من #قوات_سوريا_الديمقراطية\u200f، \u2067قُتلوا (Telegram)\u2069 \u202b12:30\u202c\u061c."

// TestClipboard exchanges Arabic text with another program, both ways and code point for code point.
func TestClipboard(t *testing.T) {
	b := newBench(t)
	p := b.run()
	b.openNote(p)
	b.desktop.Layouts("ara")
	b.desktop.SetClipboard(foreign)
	p.Press(desktop.Cap('v'), desktop.Control)
	b.awaitNote("pasted", foreign)
	b.desktop.SetClipboard("")
	b.copied(p, foreign)

	words := b.sentence()
	p.Select(words)
	p.Press(desktop.Cap('c'), desktop.Control)
	b.desktop.AwaitClipboard(words.Text)
	if !strings.Contains(words.Text, "37") {
		t.Errorf("the words copied are %q, want some with the figure", words.Text)
	}
	shot(p, "clipboard")
	p.Close()
}

// sentence returns the words from the claimant to the end of the count.
func (b *bench) sentence() desktop.Words {
	from, to := b.claimant(), b.count()
	return desktop.Words{Text: string([]rune(b.text)[from.Start:to.End]), Start: from.Start, End: to.End}
}
