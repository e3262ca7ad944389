package dataset

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// readBrat is the format's Read. It reads as brat's server does: the text as
// code points, each fragment cut from it by its offsets, and all of them with
// one space between compared with the words on the line.
func readBrat(path string, each func(*Found)) error {
	return eachJSONLine(filepath.Join(path, bratIndex), func(line []byte) error {
		var entry struct{ Path, Article, Record string }
		if err := json.Unmarshal(line, &entry); err != nil {
			return err
		}
		if !filepath.IsLocal(filepath.FromSlash(entry.Path)) {
			return fmt.Errorf("%q leads out of the folder", entry.Path)
		}
		stem := filepath.Join(path, filepath.FromSlash(entry.Path))
		text, err := os.ReadFile(stem + ".txt")
		if err != nil {
			return err
		}
		ann, err := os.ReadFile(stem + ".ann")
		if err != nil {
			return err
		}
		whole := string(text)
		found := &Found{Article: entry.Article, Text: &whole}
		if entry.Record != "" {
			found.Records = 1
		}
		if err := foundBrat(found, []rune(whole), string(ann)); err != nil {
			return fmt.Errorf("%s.ann: %w", entry.Path, err)
		}
		each(found)
		return nil
	})
}

// foundBrat reads the lines of a .ann file.
func foundBrat(found *Found, text []rune, ann string) error {
	ids := map[string]bool{}
	var references []string
	for line := range strings.Lines(ann) {
		cells := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 3)
		if len(cells) < 2 || cells[0] == "" || ids[cells[0]] {
			return fmt.Errorf("line %.60q has no id, or one that another has", line)
		}
		ids[cells[0]] = true
		words := strings.Fields(cells[1])
		switch cells[0][0] {
		case 'T':
			if err := foundBratWords(found, text, cells); err != nil {
				return fmt.Errorf("%s: %w", cells[0], err)
			}
		case '#':
			if len(cells) == 3 && strings.HasPrefix(cells[2], `{"item":`) {
				found.Items++
			}
			references = append(references, words[len(words)-1])
		case 'A', 'N':
			if len(words) < 2 {
				return fmt.Errorf("%s points to nothing", cells[0])
			}
			references = append(references, words[1])
		case 'R':
			if len(words) != 3 || !strings.HasPrefix(words[1], "Arg1:") || !strings.HasPrefix(words[2], "Arg2:") {
				return fmt.Errorf("%s has not two ends", cells[0])
			}
			references = append(references, words[1][5:], words[2][5:])
		}
	}
	for _, id := range references {
		if !ids[id] {
			return fmt.Errorf("%s is pointed to and not there", id)
		}
	}
	return nil
}

func foundBratWords(found *Found, text []rune, cells []string) error {
	_, offsets, _ := strings.Cut(cells[1], " ")
	if len(cells) < 3 {
		return errors.New("has no words")
	}
	var quotes []string
	last := -1
	for _, fragment := range strings.Split(offsets, ";") {
		from, to, _ := strings.Cut(fragment, " ")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		if start <= last || start >= end || end > len(text) {
			return fmt.Errorf("fragment %d-%d is not in the text, or touches another", start, end)
		}
		last = end
		quote := string(text[start:end])
		quotes = append(quotes, quote)
		found.Spans = append(found.Spans, Range{start, end, quote})
	}
	if strings.Join(quotes, " ") != cells[2] {
		return errors.New("the words are not those at its offsets")
	}
	return nil
}

// eachJSONLine reads a file of JSON Lines.
func eachJSONLine(path string, each func(line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 64<<10)
	for number := 1; ; number++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := each(line); err != nil {
				return fmt.Errorf("line %d: %w", number, err)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
