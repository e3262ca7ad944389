package dataset

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// readHTML is the format's Read. It reads the page as XML and builds the text
// and the ranges of the spans from what a reader of the page sees.
func readHTML(path string, each func(*Found)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := &htmlReader{d: xml.NewDecoder(f), each: each}
	for {
		token, err := r.d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			if start, is := token.(xml.StartElement); is {
				err = r.element(start)
			}
		}
		if err != nil {
			return fmt.Errorf("byte %d: %w", r.d.InputOffset(), err)
		}
	}
}

type htmlReader struct {
	d       *xml.Decoder
	each    func(*Found)
	article string
}

func htmlAttribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (r *htmlReader) element(e xml.StartElement) error {
	switch class := htmlAttribute(e, "class"); {
	case e.Name.Local == "script" || htmlAttribute(e, "src") != "" || htmlAttribute(e, "href") != "":
		return errors.New("the page loads or runs something")
	case e.Name.Local == "article":
		r.article = htmlAttribute(e, "data-article")
	case e.Name.Local == "section":
		r.each(&Found{Article: r.article, Records: 1})
	case e.Name.Local == "li":
		r.each(&Found{Article: r.article, Items: 1})
	case e.Name.Local == "div" && class == "text":
		return r.text()
	}
	return nil
}

// htmlText is a text being put together.
type htmlText struct {
	b      strings.Builder
	length int           // code points so far
	ranges map[int][]int // start and end by the number of the span
	open   []int         // spans of the mark that is open
}

func (t *htmlText) add(s string) error {
	start := t.length
	t.b.WriteString(s)
	t.length += len([]rune(s))
	for _, n := range t.open {
		at, begun := t.ranges[n]
		switch {
		case !begun:
			t.ranges[n] = []int{start, t.length}
		case at[1] != start:
			return fmt.Errorf("span %d has a gap", n)
		default:
			at[1] = t.length
		}
	}
	return nil
}

// text reads the element with the article's text.
func (r *htmlReader) text() error {
	t := &htmlText{ranges: map[int][]int{}}
	for depth := 1; depth > 0; {
		token, err := r.d.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.CharData:
			err = t.add(string(token))
		case xml.StartElement:
			depth++
			err = r.inside(t, token)
			if token.Name.Local != "mark" {
				depth-- // it is read to its end
			}
		case xml.EndElement:
			depth--
			t.open = nil
		}
		if err != nil {
			return err
		}
	}
	whole := t.b.String()
	found := &Found{Article: r.article, Text: &whole}
	text := []rune(whole)
	for _, at := range t.ranges {
		found.Spans = append(found.Spans, Range{at[0], at[1], string(text[at[0]:at[1]])})
	}
	r.each(found)
	return nil
}

// inside reads the beginning of a mark, and other elements whole.
func (r *htmlReader) inside(t *htmlText, e xml.StartElement) error {
	switch e.Name.Local {
	case "mark":
		for _, number := range strings.Fields(htmlAttribute(e, "data-spans")) {
			n, err := strconv.Atoi(number)
			if err != nil {
				return err
			}
			t.open = append(t.open, n)
		}
		return nil
	case "i":
		code, err := strconv.Atoi(htmlAttribute(e, "data-c"))
		if err != nil {
			return err
		}
		if err := t.add(string(rune(code))); err != nil {
			return err
		}
	}
	return r.d.Skip()
}
