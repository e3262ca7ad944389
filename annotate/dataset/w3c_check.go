package dataset

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// readW3C is the format's Read.
func readW3C(path string, each func(*Found)) error {
	r := &w3cReader{folder: path, articles: map[string]string{}, each: each}
	if err := eachJSONLine(filepath.Join(path, w3cIndex), r.document); err != nil {
		return fmt.Errorf("%s: %w", w3cIndex, err)
	}
	f, err := os.Open(filepath.Join(path, w3cFile))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := eachMember(json.NewDecoder(f), "items", r.annotation); err != nil {
		return fmt.Errorf("%s: %w", w3cFile, err)
	}
	return nil
}

type w3cReader struct {
	folder   string
	articles map[string]string // by source
	each     func(*Found)
	source   string // whose text is at hand
	text     []rune
}

func (r *w3cReader) document(line []byte) error {
	var entry struct{ Source, Article string }
	if err := json.Unmarshal(line, &entry); err != nil {
		return err
	}
	r.articles[entry.Source] = entry.Article
	found := &Found{Article: entry.Article}
	if strings.HasPrefix(entry.Source, "texts/") {
		if err := r.load(entry.Source); err != nil {
			return err
		}
		whole := string(r.text)
		found.Text = &whole
	}
	r.each(found)
	return nil
}

// load takes the text of a source to hand.
func (r *w3cReader) load(source string) error {
	if r.source == source {
		return nil
	}
	if !filepath.IsLocal(filepath.FromSlash(source)) {
		return fmt.Errorf("%q leads out of the folder", source)
	}
	body, err := os.ReadFile(filepath.Join(r.folder, filepath.FromSlash(source)))
	r.source, r.text = source, []rune(string(body))
	return err
}

type w3cSelector struct {
	Type                  string
	Start, End            int
	Exact, Prefix, Suffix string
}

func (r *w3cReader) annotation(d *json.Decoder) error {
	var a struct {
		ID, Motivation string
		Target         []json.RawMessage
	}
	if err := d.Decode(&a); err != nil {
		return err
	}
	found := &Found{}
	switch a.Motivation {
	case "assessing":
		found.Records = 1
	case "classifying":
		found.Items = 1
	}
	for _, raw := range a.Target {
		var target struct {
			Source   string
			Selector []w3cSelector
		}
		if raw[0] == '"' {
			if err := json.Unmarshal(raw, &target.Source); err != nil {
				return err
			}
		} else if err := json.Unmarshal(raw, &target); err != nil {
			return err
		}
		found.Article = r.articles[target.Source]
		if len(target.Selector) == 0 {
			continue
		}
		at, err := r.selected(target.Source, target.Selector)
		if err != nil {
			return fmt.Errorf("%s: %w", a.ID, err)
		}
		found.Spans = append(found.Spans, at)
	}
	r.each(found)
	return nil
}

// selected returns the range that selectors agree on.
func (r *w3cReader) selected(source string, selectors []w3cSelector) (Range, error) {
	position := selectors[0]
	at := Range{Start: position.Start, End: position.End}
	if position.Type != "TextPositionSelector" {
		return at, errors.New("has no position")
	}
	if len(selectors) == 1 {
		return at, nil
	}
	if err := r.load(source); err != nil {
		return at, err
	}
	quote := selectors[1]
	if at.Start < 0 || at.Start >= at.End || at.End > len(r.text) {
		return at, fmt.Errorf("position %d-%d is not in the text", at.Start, at.End)
	}
	at.Quote = string(r.text[at.Start:at.End])
	if at.Quote != quote.Exact || !strings.HasSuffix(string(r.text[max(0, at.Start-w3cContext):at.Start]), quote.Prefix) ||
		!strings.HasPrefix(string(r.text[at.End:min(len(r.text), at.End+w3cContext)]), quote.Suffix) {
		return at, fmt.Errorf("position and quote differ at %d-%d", at.Start, at.End)
	}
	return at, nil
}
