//go:build unix && !darwin

package e2e

import (
	"regexp"
	"strings"
	"testing"

	"hashiya/model"
	"hashiya/test/desktop"
)

// TestArabicTypingInTheSearch types words on an Arabic keyboard, lam-alef by its one key, and reads them through another program. X
// makes two letters of that key in most locales, but not in "C".
func TestArabicTypingInTheSearch(t *testing.T) {
	for name, locale := range map[string]string{"locale of the environment": "", "locale C": "C"} {
		t.Run(name, func(t *testing.T) { typeInTheSearch(t, locale) })
	}
}

func typeInTheSearch(t *testing.T, locale string) {
	b := newBench(t)
	b.options.Locale = locale
	p := b.run()
	b.desktop.Layouts("ara")
	at := p.Wait("the search", func(at desktop.Probe) bool { return at.Search.X > 0 })
	library := p.Rest("the list to rest", nil)
	p.Click(at.Search)
	for _, query := range []string{"الاسلام", "لأن", "لإن", "لآن"} { // each lam-alef key of the layout
		p.Press(desktop.Cap('a'), desktop.Control)
		p.TypeArabic(query)
		b.desktop.AwaitClipboard("") // nothing was copied: typing leaves the clipboard alone
		b.copied(p, query)
	}

	p.Press(desktop.Cap('a'), desktop.Control)
	p.TypeArabic("ظظظظ")
	none := p.Rest("a list without the article", library)
	p.Press(desktop.Down)
	p.Press(desktop.Return)
	if at := p.Wait("the keys to be seen", func(desktop.Probe) bool { return true }); at.Screen != "library" {
		t.Errorf("Enter opened an article, and the search for what no article has shows none")
	}
	p.Click(at.Search)
	p.Press(desktop.Cap('a'), desktop.Control)
	p.TypeArabic("المرصد")
	p.Rest("a list with the article", none)
	shot(p, "typing-1-search")
	p.Press(desktop.Down)
	p.Press(desktop.Return)
	p.Wait("the article found", func(at desktop.Probe) bool { return at.Screen == "annotate" })
	p.Close()
}

// copied selects all in the field that has the keyboard, copies it and compares it with what another program would paste.
func (b *bench) copied(p *desktop.Program, want string) {
	b.t.Helper()
	p.Press(desktop.Cap('a'), desktop.Control)
	p.Press(desktop.Cap('c'), desktop.Control)
	b.desktop.AwaitClipboard(want)
	b.desktop.SetClipboard("")
}

// TestArabicTypingOfAName makes an entity by typing its name on an Arabic keyboard.
func TestArabicTypingOfAName(t *testing.T) {
	b := newBench(t)
	p := b.run()
	b.labelCount(p)
	b.desktop.Layouts("ara")
	const name = "ألوية الأحرار لإدلب"
	p.Click(p.Field("who").Field)
	p.TypeArabic(name)
	p.Press(desktop.Return)
	p.Key("Escape")
	b.await("the new entity", func(s saved) bool { return s.names(s.counts[0].Who) == name })
	shot(p, "typing-2-name")
	p.Close()
}

// TestArabicEditing edits a note on an Arabic keyboard, step by step; after each the file holds what an editor is expected to make of
// the keys. In an Arabic line Left goes on and Right goes back.
func TestArabicEditing(t *testing.T) {
	b := newBench(t)
	p := b.run()
	b.openNote(p)
	b.desktop.Layouts("ara")
	ctrl, shift := desktop.Control, desktop.Shift
	steps := []struct {
		name string
		keys func()
		want string
	}{
		{"typing", func() { p.TypeArabic("سلام عليكم") }, "سلام عليكم"},
		{"Right, a letter", func() { p.Press(desktop.Right); p.TypeArabic("ن") }, "سلام عليكنم"},
		{"Backspace", func() { p.Press(desktop.BackSpace) }, "سلام عليكم"},
		{"Left, a letter", func() { p.Press(desktop.Left); p.TypeArabic("ا") }, "سلام عليكما"},
		{"Home, lam-alef", func() { p.Press(desktop.Home); p.TypeArabic("لا") }, "لاسلام عليكما"},
		{"Backspace takes half a lam-alef", func() { p.Press(desktop.BackSpace) }, "لسلام عليكما"},
		{"Home, Delete", func() { p.Press(desktop.Home); p.Press(desktop.Delete) }, "سلام عليكما"},
		{"End, a mark", func() { p.Press(desktop.End); p.TypeArabic("؟") }, "سلام عليكما؟"},
		{"Shift+Right, Delete", func() { p.Press(desktop.Right, shift); p.Press(desktop.Delete) }, "سلام عليكما"},
		{"Ctrl+Shift+Right, a word", func() { p.Press(desktop.Right, ctrl, shift); p.TypeArabic("لهم") }, "سلام لهم"},
		{"Ctrl+Right twice, a word", func() { p.Press(desktop.Right, ctrl); p.Press(desktop.Right, ctrl); p.TypeArabic("ثم ") }, "ثم سلام لهم"},
		{"Ctrl+Left, letters", func() { p.Press(desktop.Left, ctrl); p.TypeArabic("ات") }, "ثم سلامات لهم"},
		{"Shift+Home, Ctrl+X", func() { p.Press(desktop.Home, shift); p.Press(desktop.Cap('x'), ctrl) }, " لهم"},
		{"End, Ctrl+V", func() { p.Press(desktop.End); p.Press(desktop.Cap('v'), ctrl) }, " لهمثم سلامات"},
		{"Ctrl+A, Ctrl+C, End, Ctrl+V", func() {
			p.Press(desktop.Cap('a'), ctrl)
			p.Press(desktop.Cap('c'), ctrl)
			p.Press(desktop.End)
			p.Press(desktop.Cap('v'), ctrl)
		}, " لهمثم سلامات لهمثم سلامات"},
		{"Ctrl+A, a letter", func() { p.Press(desktop.Cap('a'), ctrl); p.TypeArabic("ب") }, "ب"},
	}
	for _, step := range steps {
		step.keys()
		b.awaitNote(step.name, step.want)
	}
	b.undoesAndRedoes(p)
	shot(p, "typing-3-note")
	p.Close()
}

// undoesAndRedoes takes a word back while it is being typed, and edits of the record when it is kept.
func (b *bench) undoesAndRedoes(p *desktop.Program) {
	b.t.Helper()
	p.TypeArabic("اب")
	b.awaitNote("what is taken back next", "باب")
	p.Press(desktop.Cap('z'), desktop.Control)
	b.awaitNote("Ctrl+Z", "ب")
	p.Press(desktop.Cap('y'), desktop.Control)
	b.awaitNote("Ctrl+Y", "باب")
	p.Press(desktop.Cap('z'), desktop.Control)
	b.awaitNote("Ctrl+Z again", "ب")
	p.Press(desktop.Cap('z'), desktop.Control, desktop.Shift)
	b.awaitNote("Ctrl+Shift+Z", "باب")
}

// openNote opens the article and gives the keyboard to the note, which stands behind three other fields.
func (b *bench) openNote(p *desktop.Program) {
	b.t.Helper()
	b.openArticle(p)
	p.Press(desktop.F6)
	for range 3 {
		p.Press(desktop.Tab)
	}
}

// awaitNote waits until the file has the note.
func (b *bench) awaitNote(step, want string) {
	b.t.Helper()
	var got string
	b.await(step+": the note "+want, func(s saved) bool {
		got = s.work.Record.Note
		return got == want
	})
}

// TestEveryLabelKey labels with each digit key, in both kinds of digits; the keys behind 5 label nothing.
func TestEveryLabelKey(t *testing.T) {
	for _, layout := range []string{"us", "ara", "ara(digits)"} {
		t.Run(layout, func(t *testing.T) {
			b := newBench(t)
			p := b.run()
			b.openArticle(p)
			b.desktop.Layouts(layout)
			words := b.words(6)
			p.SelectWord(words[5])
			for _, digit := range "67890" {
				p.Press(desktop.Cap(digit))
			}
			for i, kind := range []model.Kind{model.KindActor, model.KindLocation, model.KindCount, model.KindTactic, model.KindDate} {
				p.SelectWord(words[i])
				p.Press(desktop.Cap(rune('1' + i)))
				b.await("the "+string(kind), func(s saved) bool { return len(s.work.Order(kind)) == 1 })
				if n := len(b.saved().work.Items); n != i+1 {
					t.Errorf("the record has %d items after the keys up to %d", n, i+1)
				}
			}
			p.Close()
		})
	}
}

// words returns some words of the article behind the title, none beside another.
func (b *bench) words(most int) []desktop.Words {
	b.t.Helper()
	var found []desktop.Words
	behind := strings.Index(b.text, "\n")
	for n, at := range regexp.MustCompile(`\p{L}{5,}`).FindAllStringIndex(b.text[behind:], -1) {
		if n%2 == 0 && len(found) < most {
			found = append(found, desktop.WordsAt(b.text, behind+at[0], behind+at[1]))
		}
	}
	if len(found) < most {
		b.t.Fatalf("the article has only %d words to label", len(found))
	}
	return found
}
