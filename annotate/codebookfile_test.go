package annotate_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

func codebookFile(t testing.TB, c *model.Codebook) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, "export", annotate.ExportCodebook(&b, c))
	return b.Bytes()
}

func checked(t testing.TB, p *annotate.Project, body []byte) *annotate.CodebookReport {
	t.Helper()
	report, err := p.CheckCodebook(bytes.NewReader(body))
	must(t, "check", err)
	return report
}

func TestCodebookFileIntoANewProject(t *testing.T) {
	_, p, _ := supervised(t)
	must(t, "add", p.AddCode("tactic", named2("hacking"), "siege"))
	must(t, "merge", p.MergeCode("tactic", "siege", "advance"))
	must(t, "retire", p.RetireCode("count_kind", "besieged"))
	store, _ := newProject(t)
	q := supervisor(t, store)
	report := checked(t, q, codebookFile(t, p.Codebook()))
	if !report.Whole() || len(report.Problems) > 0 || len(report.Added) != 1 || len(report.Changed) != 2 || len(report.Removed)+len(report.Kept) != 0 {
		t.Errorf("%+v", report)
	}
	must(t, "apply", q.ApplyPart(report))
	if q.Codebook().Ref() != p.Codebook().Ref() || !q.Codebook().Same(p.Codebook()) {
		t.Errorf("the codebook is %s, not %s", q.Codebook().Ref(), p.Codebook().Ref())
	}
	if err := q.ApplyPart(report); !errors.Is(err, annotate.ErrOtherCodebook) {
		t.Errorf("the same report again: %v", err)
	}
	if err := q.ApplyPart(checked(t, q, codebookFile(t, p.Codebook()))); !errors.Is(err, annotate.ErrNothingNew) {
		t.Errorf("the same file again: %v", err)
	}
	must(t, "undo", q.UndoCodebook())
	if _, found := q.Codebook().Entry("tactic", "hacking"); found || q.Codebook().Ref() != "hashiya@5" {
		t.Errorf("after undo it is %s", q.Codebook().Ref())
	}
	expectNoFindings(t, store)
}

// TestCodebookFileWithProblems takes the good part of a file: what is wrong in
// it, and what it lacks, stays as the project has it.
func TestCodebookFileWithProblems(t *testing.T) {
	store, p, s := supervised(t)
	tactic(t, s, "ambush")
	tactic(t, s, "sniping")
	must(t, "merge", p.MergeCode("tactic", "sniping", "ied"))
	const body = `{"id": "own", "version": 1, "names": {"ar": "لنا", "en": "ours"}, "lists": {"tactic": [
{"key": "flood", "names": {"ar": "إغراق", "en": "flooding"}},
{"key": "siege"},
{"key": "advance", "names": {"ar": "أ", "en": "b"}, "merged_into": "retreat"}
]}}`
	report := checked(t, p, []byte(body))
	var says []string
	for _, problem := range report.Problems {
		says = append(says, problem.Error())
	}
	want := []string{`line 3: tactic "siege" has no name`, `line 4: tactic "advance" leads to "retreat"`, `tactic "ambush" is missing`, `tactic "sniping" is missing`}
	for i, w := range want {
		if i >= len(says) || !strings.HasPrefix(says[i], w) {
			t.Fatalf("problems are %q, want %q", says, want)
		}
	}
	if report.Whole() || !report.Applicable() {
		t.Errorf("%+v", report)
	}
	must(t, "apply", p.ApplyPart(report))
	c := p.Codebook()
	if c.Ref() != "own@1" {
		t.Errorf("the codebook is %s", c.Ref())
	}
	var keys []string
	for _, code := range c.Lists["tactic"] {
		keys = append(keys, code.Key)
	}
	slices.Sort(keys)
	if got := strings.Join(keys, " "); got != "advance ambush flood ied siege sniping" {
		t.Errorf("tactics are %q", got)
	}
	for key, offered := range map[string]bool{"flood": true, "siege": true, "advance": true, "ambush": false, "sniping": false} {
		if code, found := c.Entry("tactic", key); !found || code.Offered() != offered {
			t.Errorf("%s is offered: %v", key, code.Offered())
		}
	}
	if _, found := c.Code("origin", "typed"); !found || c.Resolve("tactic", "sniping") != "ied" {
		t.Error("a code of the program is lost, or a merge")
	}
	must(t, "work goes on", s.SetField(tactic(t, s, "flood"), "note", "x"))
	expectNoFindings(t, store)
}

func TestCodebookFileThatCannotBeRead(t *testing.T) {
	store, p, _ := supervised(t)
	before, err := store.Counts()
	must(t, "counts", err)
	for _, body := range []string{"", "{", `{"id":"x"}`, strings.Repeat("[", 100)} {
		report := checked(t, p, []byte(body))
		if report.Applicable() || len(report.Problems) != 1 || p.ApplyPart(report) == nil {
			t.Errorf("%.20q: %+v", body, report)
		}
	}
	if after, err := store.Counts(); err != nil || after["edit"] != before["edit"] {
		t.Errorf("%d edits, were %d, %v", after["edit"], before["edit"], err)
	}
}
