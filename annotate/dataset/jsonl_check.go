package dataset

import (
	"fmt"
	"os"
)

// readJSONLFile is the format's Read, over the reader of imports.
func readJSONLFile(path string, each func(*Found)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	refused, err := ReadJSONL(f, func(_ int, _ *Header, d *Document) error {
		if d != nil {
			each(foundDocument(d))
		}
		return nil
	})
	if err == nil && len(refused) > 0 {
		err = fmt.Errorf("%d lines are refused, the first: %w", len(refused), refused[0])
	}
	return err
}

func foundDocument(d *Document) *Found {
	found := &Found{Article: d.Article.ID, Text: &d.Text, Records: len(d.Records)}
	text := []rune(d.Text)
	for i := range d.Records {
		found.Items += len(d.Records[i].Items)
		for _, s := range d.Records[i].Spans {
			found.Spans = append(found.Spans, Range{s.Start, s.End, string(text[s.Start:s.End])})
		}
	}
	return found
}
