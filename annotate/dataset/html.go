package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"hashiya/model"
)

// htmlFormat writes a report to read and print: one file, right to left, with
// each article's text and what was noted in it side by side. It holds no script
// and loads nothing, and its policy forbids both. It is well-formed XML too, so
// that it can be read again without a browser's parser.
//
// The words of a span stand in mark elements that carry the span's number, an
// item's own words are followed by the item's number in the list beside.
// Control characters are shown by a sign.
func htmlFormat() Format {
	return Format{
		Name: "html", Title: "HTML report (right to left, to read and print)", Extension: ".html", NeedsText: true,
		New: func(s *Sink) (Writer, error) {
			file, err := s.Create("")
			if err != nil {
				return nil, err
			}
			return &htmlWriter{Sink: s, file: file, names: newReportNames(nil)}, nil
		},
		Read: readHTML,
	}
}

const htmlHead = `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>%s</title>
<style>
body { font: 16px/1.9 "Noto Naskh Arabic", "Amiri", "Traditional Arabic", serif; margin: 2em; color: #1c1917; background: #fff }
h1, h2, h3, aside, .facts { font-family: "Noto Sans Arabic", "Segoe UI", "Tahoma", sans-serif }
h1 { font-size: 1.5em } h2 { font-size: 1.25em; margin: 2em 0 0 } h3 { font-size: 1em; margin: 1em 0 .3em }
.facts { font-size: .8em; color: #57534e; margin: 0 }
.pair { display: grid; grid-template-columns: 3fr 2fr; gap: 2em }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
aside { font-size: .8em; line-height: 1.6 }
aside ol { list-style: none; padding: 0; margin: 0 }
li { border-inline-start: 4px solid #a8a29e; padding-inline-start: .6em; margin-bottom: .6em; break-inside: avoid }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 0 .8em }
dt { color: #57534e } dd { margin: 0 }
mark { background: #e7e5e4; color: inherit }
mark.actor { background: #fed7aa } li.actor { border-color: #c2410c }
mark.location { background: #bbf7d0 } li.location { border-color: #15803d }
mark.count { background: #fecaca } li.count { border-color: #b91c1c }
mark.tactic { background: #e9d5ff } li.tactic { border-color: #7e22ce }
mark.date { background: #bae6fd } li.date { border-color: #0369a1 }
sup { font-size: .6em; color: #57534e; line-height: 0 }
i.c { font-style: normal; color: #b91c1c }
@media print {
body { margin: 0; font-size: 11pt }
mark, li { -webkit-print-color-adjust: exact; print-color-adjust: exact }
article { break-before: page } article:first-of-type { break-before: auto }
}
</style></head><body>
<h1><bdi>%s</bdi></h1>
`

type htmlWriter struct {
	*Sink
	file   io.Writer
	b      bytes.Buffer
	names  *reportNames
	opened bool
}

func (w *htmlWriter) Header(h *Header) error {
	w.names = newReportNames(h)
	return w.open(h.Name)
}

// open writes the head of the page.
func (w *htmlWriter) open(title string) error {
	w.opened = true
	title = escapeHTML(title)
	_, err := fmt.Fprintf(w.file, htmlHead, title, title)
	return err
}

func (w *htmlWriter) Close() error {
	if !w.opened {
		if err := w.open(""); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w.file, "</body></html>\n")
	return err
}

func (w *htmlWriter) Document(d *Document) error {
	if !w.opened {
		if err := w.open(""); err != nil {
			return err
		}
	}
	w.b.Reset()
	a := &d.Article
	fmt.Fprintf(&w.b, "<article data-article=\"%s\"><h2><bdi>%s</bdi></h2>\n<p class=\"facts\">", escapeHTML(a.ID), escapeHTML(a.Title))
	for _, fact := range []string{a.Outlet, a.Author, a.Published, a.URL, a.File} {
		if fact != "" {
			fmt.Fprintf(&w.b, "<bdi>%s</bdi> · ", escapeHTML(fact))
		}
	}
	fmt.Fprintf(&w.b, "<bdi>%s</bdi></p>\n", escapeHTML(a.ID))
	text := []rune(d.Text)
	if len(d.Records) == 0 {
		w.text(newView(&Record{}), text, nil)
	}
	for i := range d.Records {
		w.Losses.Record(d.Records[i].ID)
		w.record(newView(&d.Records[i]), text)
	}
	w.b.WriteString("</article>\n")
	_, err := w.file.Write(w.b.Bytes())
	return err
}

func (w *htmlWriter) record(v *view, text []rune) {
	v.lostExtras(w.Losses)
	fmt.Fprintf(&w.b, "<section data-record=\"%s\"><h3><bdi>%s</bdi> · %s · %s</h3>\n", escapeHTML(v.ID),
		escapeHTML(v.Annotator), escapeHTML(w.names.record(v.Kind)), escapeHTML(w.names.status(v.Status)))
	for _, f := range model.RecordFields {
		for _, value := range f.Get(&v.Record.Record) {
			fmt.Fprintf(&w.b, "<p class=\"facts\"><bdi>%s</bdi></p>\n", escapeHTML(w.names.value(f, value)))
		}
	}
	items := reportOrder(v)
	numbers := map[string]int{}
	for i, item := range items {
		numbers[item.Meta().ID] = i + 1
	}
	w.b.WriteString("<div class=\"pair\">")
	w.text(v, text, numbers)
	w.b.WriteString("\n<aside><ol>\n")
	for _, item := range items {
		w.item(v, item, numbers)
	}
	w.b.WriteString("</ol></aside></div></section>\n")
}

// reportOrder puts events and claims first: they are what a report is read for.
func reportOrder(v *view) []model.Item {
	items := slices.Clone(v.Items)
	order := []model.Kind{model.KindEvent, model.KindCount, model.KindActor, model.KindLocation, model.KindTactic, model.KindDate}
	slices.SortStableFunc(items, func(a, b model.Item) int {
		return slices.Index(order, a.Kind()) - slices.Index(order, b.Kind())
	})
	return items
}

// item writes an entry of the list beside the text.
func (w *htmlWriter) item(v *view, item model.Item, numbers map[string]int) {
	id := item.Meta().ID
	if len(v.own[id]) == 0 {
		w.Losses.Note(id, LossNoWords, "in the list only")
	}
	fmt.Fprintf(&w.b, "<li class=\"%s\" data-item=\"%s\"><b>%d · %s</b>", item.Kind(), escapeHTML(id), numbers[id], escapeHTML(w.names.kind(item.Kind())))
	for _, s := range v.own[id] {
		fmt.Fprintf(&w.b, " <q>%s</q>", escapeHTML(s.Text))
	}
	w.b.WriteString("\n<dl>")
	for _, f := range itemFields(item) {
		var values []string
		for _, value := range f.Get(item) {
			values = append(values, "<bdi>"+escapeHTML(w.names.value(f, value))+"</bdi>"+quotes(v, id, f.Name, value))
		}
		fmt.Fprintf(&w.b, "<dt>%s</dt><dd>%s%s</dd>", escapeHTML(w.names.field(item.Kind(), f.Name)), strings.Join(values, "، "), quotes(v, id, f.Name, ""))
	}
	w.pointers(item, numbers)
	w.b.WriteString("</dl></li>\n")
}

// quotes lists the words that prove a field, or one entity of it.
func quotes(v *view, item, field, entity string) string {
	var b strings.Builder
	for _, s := range v.evidence[item] {
		if s.Field == field && s.Entity == entity {
			fmt.Fprintf(&b, " <q>%s</q>", escapeHTML(s.Text))
		}
	}
	return b.String()
}

// pointers writes the links of a count and the members of an event by number.
func (w *htmlWriter) pointers(item model.Item, numbers map[string]int) {
	line := func(name string, to string, role string) {
		fmt.Fprintf(&w.b, "<dt>%s</dt><dd><bdi>%d</bdi> <bdi>%s</bdi></dd>", escapeHTML(name), numbers[to], escapeHTML(role))
	}
	switch item := item.(type) {
	case *model.Count:
		for _, link := range item.Links {
			line(w.names.code("link_type", link.Type), link.Count, "")
		}
	case *model.Event:
		for _, m := range item.Members {
			line(w.names.member, m.ID, w.names.role(m.Role))
		}
	}
}

// text writes the article with the record's spans in it.
func (w *htmlWriter) text(v *view, text []rune, numbers map[string]int) {
	w.b.WriteString("<div class=\"text\">")
	last := map[string]string{} // the span at which an item's number stands
	for _, item := range v.Items {
		if own := v.own[item.Meta().ID]; len(own) > 0 {
			last[own[0].ID] = item.Meta().ID
		}
	}
	at := 0
	for _, p := range pieces(v.Spans, len(text)) {
		w.plain(text[at:p.start])
		var spans []string
		kind := ""
		for _, i := range p.spans {
			spans = append(spans, strconv.Itoa(i))
			if item := v.items[v.Spans[i].Item]; item != nil && v.Spans[i].Field == "" {
				kind = string(item.Kind()) // the innermost of own words wins
			}
		}
		fmt.Fprintf(&w.b, "<mark class=\"%s\" data-spans=\"%s\">", kind, strings.Join(spans, " "))
		w.plain(text[p.start:p.end])
		w.b.WriteString("</mark>")
		for _, i := range p.spans {
			if id := last[v.Spans[i].ID]; id != "" && v.Spans[i].End == p.end {
				fmt.Fprintf(&w.b, "<sup><bdi>%d</bdi></sup>", numbers[id])
			}
		}
		at = p.end
	}
	w.plain(text[at:])
	w.b.WriteString("</div>")
}

// piece is a stretch of text that the same spans cover.
type piece struct {
	start, end int
	spans      []int // by their place in the list, outer ones first
}

// pieces cuts a text of a length where spans, in text order, begin and end. It
// gives those pieces that a span covers.
func pieces(spans []model.Span, length int) []piece {
	cuts := []int{length}
	for _, s := range spans {
		cuts = append(cuts, s.Start, s.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var all []piece
	var open []int
	next := 0
	for i, at := range cuts[:max(0, len(cuts)-1)] {
		open = slices.DeleteFunc(open, func(n int) bool { return spans[n].End <= at })
		for ; next < len(spans) && spans[next].Start == at; next++ {
			open = append(open, next)
		}
		if len(open) > 0 {
			all = append(all, piece{at, cuts[i+1], slices.Clone(open)})
		}
	}
	return all
}

// plain writes a stretch of the article, with a sign for each character that
// HTML and XML do not take.
func (w *htmlWriter) plain(text []rune) {
	start := 0
	for i, r := range text {
		if !unprintable(r) {
			continue
		}
		w.b.WriteString(escapeHTML(string(text[start:i])))
		sign := "\ufffd"
		switch {
		case r == '\r':
			sign = ""
		case r < ' ':
			sign = string(0x2400 + r) // the picture of the control character
		}
		fmt.Fprintf(&w.b, "<i class=\"c\" data-c=\"%d\">%s</i>", r, sign)
		start = i + 1
		if r != '\r' {
			w.Losses.Note("", LossCharacter, fmt.Sprintf("U+%04X", r))
		}
	}
	w.b.WriteString(escapeHTML(string(text[start:])))
}

// unprintable reports the characters that XML 1.0 refuses, those that HTML
// warns of, and the carriage return, which parsers turn into a line feed.
func unprintable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r <= 0x9f || r&0xfffe == 0xfffe
}

// escapeHTML makes a text safe inside elements and quoted attributes. What
// unprintable tells of becomes U+FFFD.
func escapeHTML(s string) string {
	s = strings.Map(func(r rune) rune {
		if unprintable(r) {
			return 0xfffd
		}
		return r
	}, s)
	return htmlEscaper.Replace(s)
}

var htmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&#34;", "'", "&#39;")

// codebookOf reads a codebook for its names; one that cannot be read has none.
func codebookOf(body json.RawMessage) *model.Codebook {
	book, err := model.ParseCodebook(body)
	if err != nil {
		return &model.Codebook{}
	}
	return book
}
