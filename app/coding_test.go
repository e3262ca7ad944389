package app

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bounds are what a whole article may cost in keys an item, letters of free
// text left out: a little above what it costs now.
const (
	sampleBound = 17.0
	goldBound   = 13.0
)

// TestSampleCodedWithoutTheMouse codes a sample anew, from the empty record to
// the submitted one, with keys alone, and compares what the exported file says
// with the sample's own answers.
func TestSampleCodedWithoutTheMouse(t *testing.T) {
	path := newProjectFile(t, nil)
	d := newDesk(t)
	d.begin(path, "coder")
	from := filepath.Join(t.TempDir(), "samples.jsonl")
	if err := os.WriteFile(from, sampleLines(t, "01-hajin-counterattacks.jsonl"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.importPaths([]string{from})
	want := sampleAnswers(t, d)
	d.library().openRow(0)
	h := newHand(d)
	h.code(want)
	h.submit()
	h.expect(want)
	h.report(sampleBound)
}

// TestGoldCodedWithoutTheMouse does the same with the careful readings of real
// articles, which say nothing of evidence: there the words taken with a value
// are free.
func TestGoldCodedWithoutTheMouse(t *testing.T) {
	names := []string{"001.json", "000.json", "002.json"}
	if testing.Short() || raceDetector {
		names = names[:1] // the one with totals and most claims; each takes minutes then
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			gold := readShared[goldFile](t, "gold", name)
			d := goldDesk(t, gold.File)
			want := gold.answers(t)
			d.library().openRow(0)
			h := newHand(d)
			h.code(want)
			h.expect(want)
			h.report(goldBound)
		})
	}
}

// expect compares the exported file with what was to be coded.
func (h *hand) expect(want *answers) {
	h.t.Helper()
	got := exported(h.t, h.desk, h.made)
	if !want.proved {
		got.withoutProof()
	}
	if diff := cmp.Diff(want.plain(h.work().session.Article().Published), got); diff != "" {
		h.t.Errorf("coded by keys the article differs (-want +got): %s", diff)
	}
}

// report prints what it cost and fails when that is too much.
func (h *hand) report(bound float64) {
	h.t.Helper()
	items, keys := len(h.made), h.keys-h.prose
	each := float64(keys) / float64(items)
	h.t.Logf("%d keys and %d letters of free text for %d items with %d fields and %d ties", keys, h.prose, items, h.filled, h.ties)
	h.t.Logf("%.1f keys an item, %.1f a field or tie; where they go: %v", each, float64(keys)/float64(h.filled+h.ties), h.spent)
	h.t.Logf("labelled: %d by walking, %d by selecting, %d by F4", h.walked, h.selected, h.repeated)
	h.t.Logf("of %d values %d%% came with the words, %d%% were taken from the text by a walk, %d%% typed or picked",
		h.values, 100*(h.values-h.taken-h.typed)/h.values, 100*h.taken/h.values, 100*h.typed/h.values)
	if each > bound {
		h.t.Errorf("%.1f keys an item, want at most %.1f", each, bound)
	}
}
