//go:build unix && !darwin

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hashiya/annotate/dataset"
	"hashiya/model"
	"hashiya/test/desktop"
)

// newGroup is an entity that no list has.
const newGroup = "لواء التجربة"

// TestCountOutlivesTheProgram labels a count with the mouse, says whose claim it is and by which words, ends the program and finds it
// again in the file, in the form and in the export.
func TestCountOutlivesTheProgram(t *testing.T) {
	b := newBench(t)
	p := b.run()
	shot(p, "count-1-library")
	id := b.labelCount(p)
	shot(p, "count-2-labelled")
	choose(p, "claimed_by", "المرصد السوري")
	b.await("the claimant", func(s saved) bool { return strings.Contains(s.names(s.counts[0].ClaimedBy), "المرصد") })
	choose(p, "who", newGroup)
	b.await("the new entity", func(s saved) bool { return s.names(s.counts[0].Who) == newGroup })
	p.SelectWord(b.claimant())
	p.Click(p.Field("claimed_by").Mark)
	b.await("the evidence", func(s saved) bool { return b.proved(s, id, "claimed_by", b.claimant()) })
	shot(p, "count-3-filled")
	before := b.saved()
	p.Close()
	b.oneFile()

	p = b.run()
	b.openArticle(p)
	p.ClickWords(b.count())
	at := p.Wait("the card of the count", func(at desktop.Probe) bool { return at.Active != "" && len(at.Fields) > 0 })
	if at.Active != id {
		t.Errorf("a click on the words of the count opened the card of %s, want %s", at.Active, id)
	}
	shot(p, "count-4-again")
	after := b.saved()
	if got := after.counts[0]; got.ID != id || after.names(got.ClaimedBy) != before.names(before.counts[0].ClaimedBy) || got.Value != "37" {
		t.Errorf("the file holds %+v, want what was there before: %+v", got, before.counts[0])
	}
	p.Close()
	b.checkExport(before)
}

// checkExport reads the export of the project and compares it with what was saved.
func (b *bench) checkExport(want saved) {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), "dataset.jsonl")
	b.cli("export", b.options.Project, "--format", "jsonl", "--out", path)
	file, err := os.Open(path)
	check(b.t, err)
	defer file.Close()
	keys := map[string]string{} // Arabic names by key
	found := 0
	refused, err := dataset.ReadJSONL(file, func(_ int, h *dataset.Header, d *dataset.Document) error {
		if h != nil {
			for _, e := range h.Entities {
				if keys[e.Key] = e.NameAr; e.NameAr == "" {
					keys[e.Key] = e.NameEn
				}
			}
			return nil
		}
		for _, r := range d.Records {
			for _, item := range r.Items {
				if n, is := item.(*model.Count); is {
					found++
					b.checkExported(n, r, keys, want)
				}
			}
		}
		return nil
	})
	check(b.t, err)
	if len(refused) > 0 || found != 1 {
		b.t.Errorf("the export has %d counts and refused lines %v, want the one count", found, refused)
	}
}

func (b *bench) checkExported(n *model.Count, r dataset.Record, keys map[string]string, want saved) {
	b.t.Helper()
	c := want.counts[0]
	if n.ID != c.ID || n.Value != "37" || len(n.ClaimedBy) != 1 || len(n.Who) != 1 ||
		keys[n.ClaimedBy[0]] != want.names(c.ClaimedBy) || keys[n.Who[0]] != newGroup {
		b.t.Errorf("the export has %+v, want %+v", n, c)
	}
	own, evidence := b.count(), b.claimant()
	for _, span := range r.Spans {
		wanted := own
		if span.Field != "" {
			wanted = evidence
		}
		if wordsOf(span) != wanted {
			b.t.Errorf("the export binds %q to %+v, want %+v", span.Field, span, wanted)
		}
	}
	if len(r.Spans) != 2 {
		b.t.Errorf("the export has %d spans, want the count's words and the claimant's", len(r.Spans))
	}
}

// TestKillLosesNothingSaved ends the program as a power cut does, just after it said that all is saved.
func TestKillLosesNothingSaved(t *testing.T) {
	b := newBench(t)
	p := b.run()
	id := b.labelCount(p)
	p.Click(p.Field("value").Field)
	p.Key("ctrl+a")
	p.Type("38")
	p.Wait("the typed number to be saved", func(at desktop.Probe) bool { return at.Saved })
	p.Kill()

	p = b.run() // brings the file to its last commit where the end had left it half way
	s := b.saved()
	if len(s.counts) != 1 || s.counts[0].ID != id || s.counts[0].Value != "38" {
		t.Fatalf("after the end without warning the file holds the counts %+v, want one with the number 38", s.counts)
	}
	b.cli("check", b.options.Project)
	b.openArticle(p)
	p.Key("ctrl+z")
	b.await("the number to be undone", func(s saved) bool { return s.counts[0].Value == "37" })
	p.Key("ctrl+z")
	b.await("the count to be undone", func(s saved) bool { return len(s.counts) == 0 })
	shot(p, "kill-1-undone")
	p.Key("ctrl+y", "ctrl+y")
	b.await("the count and its number to be there again", func(s saved) bool { return len(s.counts) == 1 && s.counts[0].Value == "38" })

	p.ClickWords(b.count())
	p.Click(p.Field("value").Field)
	p.Key("ctrl+a")
	p.Type("39")
	p.Close() // before the pause after which typing is kept
	if got := b.saved().counts[0].Value; got != "39" {
		t.Errorf("the window was closed behind the typing of 39, and the file holds %q", got)
	}
	b.oneFile()
}

// TestSecondProgramOnlyReads opens a project that is open already.
func TestSecondProgramOnlyReads(t *testing.T) {
	b := newBench(t)
	first := b.run()
	b.labelCount(first)
	before := b.saved()

	second := b.run()
	shot(second, "second-1-library")
	b.openArticle(second)
	second.Select(b.count())
	second.Key("3", "4")
	if at := second.Wait("an end of the drag", func(desktop.Probe) bool { return true }); at.Active != "" {
		t.Errorf("the second program opened the card of %q, which it may not have made", at.Active)
	}
	shot(second, "second-2-article")
	if after := b.saved(); after.edits != before.edits {
		t.Errorf("the second program made %d edits in a project that is open elsewhere", after.edits-before.edits)
	}
	out, err := b.command("import", b.options.Project, filepath.Join(root, "README.md"))
	if err == nil || !strings.Contains(out, annotator) {
		t.Errorf("an import into an open project ended with %v and said %q, want a refusal that names %s", err, out, annotator)
	}
	second.Close()

	first.Front()
	first.Key("ctrl+z")
	b.await("the first program to go on", func(s saved) bool { return len(s.counts) == 0 })
	first.Close()
}

// TestArabicKeyboard presses the keys that are named after Latin letters and digits with an Arabic layout in force.
func TestArabicKeyboard(t *testing.T) {
	b := newBench(t)
	p := b.run()
	b.openArticle(p)
	p.Select(b.count())
	b.desktop.Layouts("ara")
	p.Press(desktop.Cap('3'))
	b.await("the count", func(s saved) bool { return len(s.counts) == 1 && s.counts[0].Value == "37" })
	p.Press(desktop.Cap('z'), desktop.Control)
	b.await("the count to be undone", func(s saved) bool { return len(s.counts) == 0 })
	p.Press(desktop.Cap('y'), desktop.Control)
	b.await("the count to be there again", func(s saved) bool { return len(s.counts) == 1 })
	p.Close()
}

// run starts the program and waits for the list of articles.
func (b *bench) run() *desktop.Program {
	b.t.Helper()
	p := b.desktop.Run(b.options)
	b.t.Cleanup(func() {
		if b.t.Failed() {
			p.TryScreenshot(filepath.Join(pictures, "failed-"+b.t.Name()+".png"))
		}
	})
	p.Wait("the list of articles", func(at desktop.Probe) bool { return at.Screen == "library" })
	return p
}

// openArticle opens the first article of the list.
func (b *bench) openArticle(p *desktop.Program) {
	b.t.Helper()
	p.Click(p.Wait("the list of articles", func(at desktop.Probe) bool { return at.Screen == "library" }).List)
	p.Wait("the article", func(at desktop.Probe) bool { return at.Screen == "annotate" && at.Article == b.saved().article })
}

// labelCount drags over the count, labels it by its key and returns its id, when the file has it.
func (b *bench) labelCount(p *desktop.Program) string {
	b.t.Helper()
	b.openArticle(p)
	p.Select(b.count())
	p.Key("3")
	at := p.Wait("the card of the new count", func(at desktop.Probe) bool { return at.Active != "" && len(at.Fields) > 0 })
	s := b.saved()
	if len(s.counts) != 1 || s.counts[0].ID != at.Active || s.counts[0].Value != "37" {
		b.t.Fatalf("the file holds the counts %+v, want %s with the number 37", s.counts, at.Active)
	}
	if !b.proved(s, at.Active, "", b.count()) {
		b.t.Fatalf("the count has the words %+v, want %+v", s.work.Spans, b.count())
	}
	return at.Active
}

// proved tells whether a field of an item, "" for the item itself, has exactly these words.
func (b *bench) proved(s saved, item, field string, want desktop.Words) bool {
	var got []desktop.Words
	for _, span := range s.work.Spans {
		if span.Item == item && span.Field == field {
			got = append(got, wordsOf(span))
		}
	}
	return len(got) == 1 && got[0] == want
}

// choose types a name in a field with a list and takes the first that fits, which is a new one when there is no other.
func choose(p *desktop.Program, field, name string) {
	p.Click(p.Field(field).Field)
	p.Type(name)
	p.Key("Return", "Escape")
}

func wordsOf(span model.Span) desktop.Words {
	return desktop.Words{Text: span.Text, Start: span.Start, End: span.End}
}

// await waits until the project file holds something.
func (b *bench) await(what string, so func(saved) bool) {
	b.t.Helper()
	const patience = 20 * time.Second
	for end := time.Now().Add(patience); !so(b.saved()); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			b.t.Fatalf("waited %v for %s in the project file; it holds the counts %+v and the spans %+v",
				patience, what, b.saved().counts, b.saved().work.Spans)
		}
	}
}

// oneFile checks that a project that was closed is one file and nothing else.
func (b *bench) oneFile() {
	b.t.Helper()
	entries, err := os.ReadDir(filepath.Dir(b.options.Project))
	check(b.t, err)
	if len(entries) != 1 {
		b.t.Errorf("the closed project is %v, want one file", entries)
	}
}

func shot(p *desktop.Program, name string) { p.Screenshot(filepath.Join(pictures, name+".png")) }
