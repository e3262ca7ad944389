package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Reason says why something of the project is not in an export as it is in the
// project.
type Reason string

// The reasons.
const (
	LossNested        Reason = "nested"        // words inside other words of an item, in a format that has one layer
	LossDiscontinuous Reason = "discontinuous" // an item of several ranges, written as several
	LossNoWords       Reason = "no_words"      // an item without words of its own
	LossField         Reason = "field"         // values that have no place in the format
	LossItem          Reason = "item"          // a kind of item that has no place in the format
	LossSpan          Reason = "span"          // words that have no place in the format
	LossToken         Reason = "token"         // words widened to whole tokens
	LossLineBreak     Reason = "line_break"    // words cut at line breaks
	LossRelation      Reason = "relation"      // a tie between two items of which one has no words
	LossCharacter     Reason = "character"     // characters that the format cannot hold, shown otherwise
	LossRecord        Reason = "record"        // what is known of a record or an article
)

// reasonTexts says each reason in words, for the readable report.
var reasonTexts = map[Reason]string{
	LossNested:        "words inside or across other words; the format has one layer",
	LossDiscontinuous: "an item of several ranges, written as separate ranges",
	LossNoWords:       "an item without words of its own; the format ties everything to words",
	LossField:         "values that have no place in the format",
	LossItem:          "a kind of item that has no place in the format",
	LossSpan:          "words that have no place in the format",
	LossToken:         "words widened to whole tokens",
	LossLineBreak:     "words cut at line breaks; the break itself is not marked",
	LossRelation:      "a tie between two items of which one has no words",
	LossCharacter:     "characters that the format cannot hold, shown by a sign",
	LossRecord:        "what is known of the record or the article",
}

// Loss is one thing that an export does not hold as the project does.
type Loss struct {
	Article string `json:"article"`
	Record  string `json:"record,omitempty"`
	Item    string `json:"item,omitempty"`
	Span    string `json:"span,omitempty"`
	Reason  Reason `json:"reason"`
	Detail  string `json:"detail,omitempty"` // names of fields, a range; never words of the text
}

// Losses takes down what an export cannot hold. Entries are written as they
// come; only their numbers stay in memory.
type Losses struct {
	Counts map[Reason]int

	json, text io.Writer
	err        error
	any        bool
	article    string
	record     string
	lost       map[string]bool     // spans of the article that are not in the export
	moved      map[string][][2]int // spans that are there as other ranges
	lostItems  map[string]Reason
}

func newLosses(json, text io.Writer, format Format) *Losses {
	l := &Losses{Counts: map[Reason]int{}, json: json, text: text}
	_, l.err = fmt.Fprintf(json, "{\"hashiya_losses\":1,\"format\":%q,\"losses\":[", format.Name)
	l.print("What the format %s does not hold, or holds in another way. The project itself has everything, and so has the format jsonl.\n"+
		"The codebook and what is known of the entities are not meant to be here.\n", format.Name)
	return l
}

func (l *Losses) print(format string, args ...any) {
	if l.err == nil {
		_, l.err = fmt.Fprintf(l.text, format, args...)
	}
}

// begin starts an article.
func (l *Losses) begin(article string) {
	l.article, l.record, l.any = article, "", false
	l.lost, l.moved, l.lostItems = map[string]bool{}, map[string][][2]int{}, map[string]Reason{}
}

// Record says which record the following entries belong to.
func (l *Losses) Record(id string) { l.record = id }

// Span says that a span is not in the export.
func (l *Losses) Span(item, span string, reason Reason, detail string) {
	l.lost[span] = true
	l.add(Loss{Item: item, Span: span, Reason: reason, Detail: detail})
}

// Moved says that a span is in the export as other ranges, in code points.
func (l *Losses) Moved(item, span string, reason Reason, to ...[2]int) {
	l.moved[span] = to
	var ranges []string
	for _, r := range to {
		ranges = append(ranges, fmt.Sprintf("%d-%d", r[0], r[1]))
	}
	l.add(Loss{Item: item, Span: span, Reason: reason, Detail: strings.Join(ranges, " ")})
}

// Item says that an item is not in the export, nor are its spans.
func (l *Losses) Item(item string, reason Reason, detail string) {
	l.lostItems[item] = reason
	l.add(Loss{Item: item, Reason: reason, Detail: detail})
}

// Note says that something of an item, or of the record when item is "", is
// missing or other, while its spans are there.
func (l *Losses) Note(item string, reason Reason, detail ...string) {
	if len(detail) > 0 {
		l.add(Loss{Item: item, Reason: reason, Detail: strings.Join(detail, " ")})
	}
}

func (l *Losses) add(loss Loss) {
	loss.Article, loss.Record = l.article, l.record
	first := len(l.Counts) == 0
	l.Counts[loss.Reason]++
	if !l.any {
		l.any = true
		l.print("\narticle %s\n", l.article)
	}
	l.print("  %s:%s%s%s\n", loss.Reason, named(" item ", loss.Item), named(" span ", loss.Span), named(" ", oneLine(loss.Detail)))
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(loss); err != nil && l.err == nil {
		l.err = err
	}
	if l.err == nil {
		_, l.err = fmt.Fprintf(l.json, "%s\n%s", map[bool]string{false: ","}[first], bytes.TrimSpace(line.Bytes()))
	}
}

// end closes the report with the sums of what was written and read again.
func (l *Losses) end(r *Report) error {
	reasons := make([]Reason, 0, len(l.Counts))
	for reason := range l.Counts {
		reasons = append(reasons, reason)
	}
	slices.Sort(reasons)
	l.print("\nIn all\n")
	for _, reason := range reasons {
		l.print("  %s: %d (%s)\n", reason, l.Counts[reason], reasonTexts[reason])
	}
	if len(reasons) == 0 {
		l.print("  nothing is missing\n")
	}
	l.print("  exported: %d articles, %d records, %d items, %d spans; the files were read again, and hold all but what is named here\n",
		r.Articles, r.Records, r.Items, r.Spans)
	sums, err := json.Marshal(map[string]any{
		"losses": l.Counts, "articles": r.Articles, "records": r.Records, "items": r.Items, "spans": r.Spans,
	})
	if err != nil {
		return err
	}
	if l.err == nil {
		_, l.err = fmt.Fprintf(l.json, "\n],\"checked\":true,\"totals\":%s}\n", sums)
	}
	return l.err
}

func named(before, name string) string {
	if name == "" {
		return ""
	}
	return before + name
}

// oneLine keeps a detail on the line of its entry.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
