package reader

import (
	"strings"

	"hashiya/app/bidi"
)

// titleLength is how many code points the first non-empty line may have to be shown as the title.
const titleLength = 200

// article is the text as paragraphs in the faces they are shown in.
type article struct {
	doc     *bidi.Document
	numbers []int // of each paragraph, from 1; 0 for the title and for blank lines
	blank   []bool
	head    int             // the first paragraph that is not blank, -1 when all are
	title   *bidi.Paragraph // paragraph head in bold, nil when it is too long for a title
	source  *bidi.Paragraph // nil when there is none
	bold    *bidi.Lines     // of the title, at width boldAt
	boldAt  float64
}

func newArticle(text, source string, regular, bold *bidi.Font) *article {
	a := &article{doc: bidi.NewDocument(text, regular, bidi.BaseRTL), head: -1}
	n := a.doc.Paragraphs()
	a.numbers, a.blank = make([]int, n), make([]bool, n)
	last := 0
	for i := range n {
		start, end := a.doc.Span(i)
		words := a.doc.Slice(start, end)
		if a.continues(i) {
			continue
		}
		if a.blank[i] = strings.TrimSpace(words) == ""; a.blank[i] {
			continue
		}
		if a.head < 0 {
			a.head = i
			if end-start <= titleLength {
				a.title = bidi.NewParagraph(words, bold, bidi.BaseRTL)
				continue
			}
		}
		last++
		a.numbers[i] = last
	}
	if source != "" {
		a.source = bidi.NewParagraph(source, regular, bidi.BaseRTL)
	}
	return a
}

// isTitle tells whether paragraph i is shown as the title.
func (a *article) isTitle(i int) bool { return a.title != nil && i == a.head }

// continues tells whether paragraph i is not a paragraph of its own: the document divides very long ones.
func (a *article) continues(i int) bool {
	if i == 0 {
		return false
	}
	_, end := a.doc.Span(i - 1)
	return a.start(i) == end
}

// paragraph returns paragraph i in the face it is shown in.
func (a *article) paragraph(i int) *bidi.Paragraph {
	if a.isTitle(i) {
		return a.title
	}
	return a.doc.Paragraph(i)
}

// lines returns paragraph i wrapped to width, in em of the face it is shown in.
func (a *article) lines(i int, width float64) *bidi.Lines {
	if !a.isTitle(i) {
		return a.doc.Lines(i, width)
	}
	if a.bold == nil || a.boldAt != width {
		a.bold, a.boldAt = a.title.Wrap(width), width
	}
	return a.bold
}

// start returns the document offset of paragraph i.
func (a *article) start(i int) int {
	start, _ := a.doc.Span(i)
	return start
}
