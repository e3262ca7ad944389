package annotate_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/model"
	"hashiya/samples"
)

// leastInSamples is the share of the samples' items whose words, and whose
// value, must be among the candidates although nothing is labelled. The
// samples' entities have their aliases.
var leastInSamples = map[string]float64{
	"actor right": 0.55, "location right": 0.63, "count right": 0.79, "date there": 0.85, "date right": 0.68, "tactic there": 0.68,
	"tactic right": 0.6,
}

// TestSampleCandidates looks for the items of every sample in an article that
// has none yet.
func TestSampleCandidates(t *testing.T) {
	path := filepath.Join(t.TempDir(), "samples.jsonl")
	must(t, "write", os.WriteFile(path, samples.JSONL(), 0o600))
	store, p := newProject(t)
	importAll(t, store, p, path)
	must(t, "reload", p.Reload())
	found := &tally{}
	for d, err := range annotate.Documents(store) {
		must(t, "read", err)
		noteSample(t, p, open(t, p, d.Article.ID), &d.Records[0], found)
	}
	reportFound(t, found, leastInSamples)
}

func noteSample(t *testing.T, p *annotate.Project, s *annotate.Session, r *dataset.Record, found *tally) {
	t.Helper()
	asking := map[model.Kind]string{}
	for kind := range goldField {
		id, err := s.Add(kind)
		must(t, "add", err)
		asking[kind] = id
	}
	for _, item := range r.Items {
		kind := item.Kind()
		own := spansOf(r, item.Meta().ID, true)
		if goldField[kind] == "" || len(own) == 0 {
			continue
		}
		f, _ := model.FieldOf(kind, goldField[kind])
		var there, right bool
		for _, c := range s.Candidates(asking[kind], f.Name) {
			if c.Start < own[0].End && own[0].Start < c.End {
				there = true
				right = right || slices.Equal(valuesOf(p, c), f.Get(item))
			}
		}
		found.note(string(kind)+" there", there)
		found.note(string(kind)+" right", right)
	}
}
