package dataset

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hashiya/model"
)

func TestOptions(t *testing.T) {
	suggestion := func(d *Document) {
		for _, item := range d.Records[0].Items {
			if item.Kind() == model.KindTactic {
				item.Meta().Origin = suggested
			}
		}
	}
	for name, test := range map[string]struct {
		options        Options
		change         func(*Document)
		records, items int
		absent         []string
	}{
		"all":                 {Options{}, nil, 2, 7, nil},
		"annotators":          {Options{Annotators: []string{"n-7"}}, nil, 1, 7, []string{"سلمى"}},
		"states":              {Options{States: []model.Status{model.InProgress}}, nil, 1, 0, []string{sampleID(10)}},
		"adjudicated":         {Options{Adjudicated: true}, nil, 1, 0, []string{sampleID(10)}},
		"without suggestions": {Options{WithoutSuggestions: true}, suggestion, 2, 6, []string{sampleID(14), "bombardment"}},
		"pseudonyms":          {Options{Pseudonyms: true}, nil, 2, 7, []string{"n-7", "سلمى"}},
	} {
		for _, format := range Formats() {
			d := sampleDocument()
			if test.change != nil {
				test.change(d)
			}
			h := sampleHeader()
			h.Codebook = nil
			got, report := written(t, format, test.options, h, d)
			if report.Records != test.records || report.Items != test.items {
				t.Errorf("%s, %s: %d records, %d items, want %d, %d", name, format.Name, report.Records, report.Items, test.records, test.items)
			}
			for _, words := range test.absent {
				if strings.Contains(got, words) {
					t.Errorf("%s, %s: holds %q", name, format.Name, words)
				}
			}
		}
	}
}

// TestOffsetsOnly sees that no word of the article is in formats that do
// without, and that the others say so.
func TestOffsetsOnly(t *testing.T) {
	for _, format := range Formats() {
		_, err := Write(format, filepath.Join(t.TempDir(), "out"), Options{OffsetsOnly: true}, probeHeader(), documents(probe()), nil)
		if format.NeedsText != (err != nil) {
			t.Errorf("%s: error %v", format.Name, err)
		}
		if format.NeedsText {
			continue
		}
		got, _ := written(t, format, Options{OffsetsOnly: true}, nil, probe())
		if !strings.Contains(got, "16") || strings.Contains(got, "شخصاً") || strings.Contains(got, "نُقِلَ") {
			t.Errorf("%s holds words, or no offsets:\n%s", format.Name, got)
		}
	}
}

// TestSplit sees that every group falls into one part, in about the right
// numbers, and that the parts are all of it.
func TestSplit(t *testing.T) {
	counts := map[Part]int{}
	for n := range 10_000 {
		counts[PartOf("salt", sampleID(n))]++
	}
	if counts[Train] < 7_800 || counts[Train] > 8_200 || counts[Dev] < 850 || counts[Test] < 850 {
		t.Errorf("parts %v", counts)
	}
	total := 0
	for _, part := range []Part{Train, Dev, Test} {
		split := &Split{Part: part, Group: func(string) string { return "one" }}
		_, report := written(t, spacyFormat(), Options{Split: split}, nil, probe(), sampleDocument())
		if report.Articles == 1 {
			t.Error("a group is cut in two")
		}
		total += report.Articles
	}
	if total != 2 {
		t.Errorf("%d articles in the three parts, want 2", total)
	}
}

func TestBadOptions(t *testing.T) {
	for want, o := range map[string]Options{
		"no annotator": {Annotators: []string{"nobody"}},
		"no part":      {Split: &Split{Part: "half", Group: func(string) string { return "" }}},
		"the groups":   {Split: &Split{Part: Train}},
	} {
		_, err := Write(csvFormat(), filepath.Join(t.TempDir(), "out"), o, sampleHeader(), documents(), nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestTokenise(t *testing.T) {
	for text, want := range map[string][]string{
		"قُتل ٣٧ عنصراً.":      {"قُتل", "٣٧", "عنصراً", "."},
		"1,250.5 و٣٫٥، 4.":     {"1,250.5", "و٣٫٥", "،", "4", "."},
		"«قسد»؟!":              {"«", "قسد", "»", "؟", "!"},
		"a\u200cb\u00a0c\x01d": {"a\u200cb", "c", "d"},
		" \n":                  nil,
	} {
		var got []string
		letters := []rune(text)
		for _, tok := range tokenise(letters) {
			got = append(got, string(letters[tok.start:tok.end]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
