package dataset

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"hashiya/model"
)

// goldDocument makes a document of a gold file and its article, as far as
// formats of words are concerned: an item for each span.
func goldDocument(t *testing.T, dir, name string) *Document {
	t.Helper()
	var gold struct {
		File  string
		Spans []struct {
			ID, Label, Text string
			Start, End      int
		}
	}
	body, err := os.ReadFile(filepath.Join(dir, "gold", name))
	if err == nil {
		err = json.Unmarshal(body, &gold)
	}
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "seeds", gold.File))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	next := func() string {
		n++
		return sampleID(1000 + n)
	}
	r := Record{Record: model.Record{ID: next(), Annotator: "gold", Kind: model.RecordAnnotation, Status: model.Submitted}}
	for _, s := range gold.Spans {
		item := model.NewItem(model.Kind(s.Label))
		if item == nil {
			item = &model.Actor{Role: "claimant"} // a source
		}
		item.Meta().ID, item.Meta().Record = next(), r.ID
		r.Items = append(r.Items, item)
		r.Spans = append(r.Spans, model.Span{ID: next(), Item: item.Meta().ID, Start: s.Start, End: s.End, Text: s.Text})
	}
	d := newDocument(string(text), r)
	d.Article.File = gold.File
	return d
}

// TestGold writes the careful readings in every format. Write compares each
// quoted word at its offset and all numbers.
func TestGold(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(filepath.Join(dir, "gold")); err != nil {
		t.Skip("../shared with the gold annotations is absent")
	}
	for _, name := range []string{"000.json", "001.json", "002.json"} {
		d := goldDocument(t, dir, name)
		for _, format := range Formats() {
			_, report := written(t, format, Options{}, nil, d)
			if report.Spans != len(d.Records[0].Spans) || report.Spans < 50 {
				t.Errorf("%s, %s: %d spans", name, format.Name, report.Spans)
			}
			for _, reason := range []Reason{LossSpan, LossNoWords, LossLineBreak} {
				if report.Losses[reason] > 0 {
					t.Errorf("%s, %s: %d losses of reason %s", name, format.Name, report.Losses[reason], reason)
				}
			}
		}
	}
}
