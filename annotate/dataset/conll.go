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
	"slices"
	"strings"

	"hashiya/model"
)

// conllFormat writes a folder: dataset.conll in the shape of the CoNLL-2003
// shared task, and documents.jsonl, which says in the same order what each
// document is. A document is a record; articles without one are only in the
// list, because a text that nobody labelled is not one without labels.
//
// A line has four columns with a space between: the token, its offsets in code
// points of the article ("314-323") in the place of the part of speech, "_",
// and the label in IOB2: B-kind begins words, I-kind goes on with them, O is
// outside. An empty line ends a sentence, "-DOCSTART- -X- O O" begins a
// document. Tokens are those of tokenise; words that begin or end inside one
// are widened to all of it. There is one layer: of words inside others the
// outermost are kept, of words across each other the first. Everything else of
// an item has no place here, and evidence has none either.
func conllFormat() Format {
	return Format{
		Name: "conll", Title: "CoNLL-2003 (a folder: one token a line, IOB2)", Folder: true, Extension: ".conll", NeedsText: true,
		New: func(s *Sink) (Writer, error) {
			index, err := s.Create(conllIndex)
			if err != nil {
				return nil, err
			}
			file, err := s.Create(conllFile)
			return &conllWriter{Sink: s, encoder: newEncoder(), index: index, file: file}, err
		},
		Read:  readConll,
		Quote: conllQuote,
	}
}

const (
	conllIndex = "documents.jsonl"
	conllFile  = "dataset.conll"
	conllStart = "-DOCSTART- -X- O O"
)

// conllQuote returns words as the format has them: tokens with one space
// between.
func conllQuote(s string) string {
	text := []rune(s)
	var tokens []string
	for _, t := range tokenise(text) {
		tokens = append(tokens, string(text[t.start:t.end]))
	}
	return strings.Join(tokens, " ")
}

type conllWriter struct {
	*Sink
	*encoder
	index, file io.Writer
	documents   int
}

func (w *conllWriter) Header(*Header) error { return nil }

func (w *conllWriter) Close() error { return nil }

func (w *conllWriter) Document(d *Document) error {
	if len(d.Records) == 0 {
		return w.list(d, nil)
	}
	text := []rune(d.Text)
	tokens := tokenise(text)
	for i := range d.Records {
		r := &d.Records[i]
		w.Losses.Record(r.ID)
		if err := w.list(d, r); err != nil {
			return err
		}
		if err := w.record(newView(r), text, tokens); err != nil {
			return err
		}
	}
	return nil
}

// list writes the line of a document in the index.
func (w *conllWriter) list(d *Document, r *Record) error {
	w.reset()
	w.object(func() {
		w.key("document")
		if r == nil {
			w.literal("null")
		} else {
			w.documents++
			w.literal(fmt.Sprint(w.documents))
		}
		w.articleFacts(&d.Article)
		if r != nil {
			w.recordFacts(r)
		}
	})
	if w.err != nil {
		return fmt.Errorf("article %s: %w", d.Article.ID, w.err)
	}
	_, err := w.index.Write(append(w.buf.Bytes(), '\n'))
	return err
}

func (w *conllWriter) record(v *view, text []rune, tokens []token) error {
	labels := w.labels(v, tokens)
	v.lostExtras(w.Losses)
	var b bytes.Buffer
	b.WriteString(conllStart + "\n\n")
	for i, t := range tokens {
		fmt.Fprintf(&b, "%s %d-%d _ %s\n", string(text[t.start:t.end]), t.start, t.end, labels[i])
		if t.sentence {
			b.WriteByte('\n')
		}
	}
	_, err := w.file.Write(b.Bytes())
	return err
}

// labels gives each token its label, and reports all that gets none.
func (w *conllWriter) labels(v *view, tokens []token) []string {
	labels := slices.Repeat([]string{"O"}, len(tokens))
	for _, s := range v.Spans { // in text order, outer ones first
		if s.Field != "" {
			w.Losses.Span(s.Item, s.ID, LossSpan, v.label(s))
			continue
		}
		first, last := covering(tokens, s.Start, s.End)
		switch {
		case first == last:
			w.Losses.Span(s.Item, s.ID, LossToken, "")
			continue
		case slices.ContainsFunc(labels[first:last], func(label string) bool { return label != "O" }):
			w.Losses.Span(s.Item, s.ID, LossNested, v.label(s))
			continue
		case tokens[first].start != s.Start || tokens[last-1].end != s.End:
			w.Losses.Moved(s.Item, s.ID, LossToken, [2]int{tokens[first].start, tokens[last-1].end})
		}
		for i := first; i < last; i++ {
			labels[i] = "I-" + v.label(s)
		}
		labels[first] = "B-" + v.label(s)
	}
	for _, item := range v.Items {
		w.lostFields(v, item)
	}
	return labels
}

func (w *conllWriter) lostFields(v *view, item model.Item) {
	id := item.Meta().ID
	names := namesOf(itemFields(item))
	switch item := item.(type) {
	case *model.Count:
		if len(item.Links) > 0 {
			names = append(names, "links")
		}
	case *model.Event:
		if len(item.Members) > 0 {
			names = append(names, "members")
		}
	}
	switch own := len(v.own[id]); {
	case own == 0:
		w.Losses.Item(id, LossNoWords, strings.Join(names, " "))
		return
	case own > 1:
		w.Losses.Note(id, LossDiscontinuous, "several chunks")
	}
	w.Losses.Note(id, LossField, names...)
}

// readConll is the format's Read. Words are put together from the labels of
// the tokens, as a program that trains on the file does.
func readConll(path string, each func(*Found)) error {
	f, err := os.Open(filepath.Join(path, conllFile))
	if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 64<<10)
	err = eachJSONLine(filepath.Join(path, conllIndex), func(line []byte) error {
		var entry struct {
			Article  string
			Document *int
		}
		if err := json.Unmarshal(line, &entry); err != nil {
			return err
		}
		found := &Found{Article: entry.Article, Items: -1}
		if entry.Document != nil {
			found.Records = 1
			if err := foundConll(r, found); err != nil {
				return fmt.Errorf("%s: document %d: %w", conllFile, *entry.Document, err)
			}
		}
		each(found)
		return nil
	})
	if err == nil {
		if _, end := r.Peek(1); end == nil {
			err = errors.New("there are more documents than the list has")
		}
	}
	return err
}

// foundConll reads a document.
func foundConll(r *bufio.Reader, found *Found) error {
	if line, _ := r.ReadString('\n'); line != conllStart+"\n" {
		return fmt.Errorf("begins with %.40q", line)
	}
	kind := "O" // of the words that go on
	for {
		if next, err := r.Peek(len("-DOCSTART-")); len(next) == 0 || err == nil && string(next) == "-DOCSTART-" {
			return nil
		}
		line, _ := r.ReadString('\n')
		cells := strings.Split(strings.TrimSuffix(line, "\n"), " ")
		if len(cells) == 1 && cells[0] == "" {
			continue
		}
		var start, end int
		if len(cells) != 4 {
			return fmt.Errorf("line %.60q has not four columns", line)
		}
		if _, err := fmt.Sscanf(cells[1], "%d-%d", &start, &end); err != nil || end-start != len([]rune(cells[0])) {
			return fmt.Errorf("line %.60q: the offsets are not those of the token", line)
		}
		switch mark, label, _ := strings.Cut(cells[3], "-"); {
		case mark == "B":
			kind = label
			found.Spans = append(found.Spans, Range{start, end, cells[0]})
		case mark == "I" && label == kind:
			last := &found.Spans[len(found.Spans)-1]
			last.End, last.Quote = end, last.Quote+" "+cells[0]
		case cells[3] == "O":
			kind = "O"
		default:
			return fmt.Errorf("line %.60q: the label goes on with nothing", line)
		}
	}
}
