package reader

import (
	"sort"
	"strings"

	"hashiya/app/bidi"
)

// titleLength is how many code points the first non-empty line may have to be shown as the title.
const titleLength = 200

// article is the text as paragraphs in the faces they are shown in.
type article struct {
	doc     *bidi.Document
	regular *bidi.Font
	numbers []int // of each paragraph, from 1; 0 for the title and for blank lines
	first   []int // the paragraph that each one goes on; itself, unless the document divided a very long paragraph
	blank   []bool
	head    int             // the first paragraph that is not blank, -1 when all are
	title   *bidi.Paragraph // paragraph head in bold, nil when it is too long for a title
	words   string          // of the source line, "" when there is none
	source  *bidi.Paragraph // nil when there is none
	bold    *bidi.Lines     // of the title, at width boldAt
	boldAt  float64
	drafts  drafts
}

func newArticle(text, source string, regular, bold *bidi.Font) *article {
	a := &article{doc: bidi.NewDocument(text, regular, bidi.BaseRTL), regular: regular, head: -1, words: source}
	n := a.doc.Paragraphs()
	a.numbers, a.blank, a.first = make([]int, n), make([]bool, n), make([]int, n)
	last := 0
	for i := range n {
		start, end := a.doc.Span(i)
		if a.first[i] = i; a.continues(i) {
			a.first[i] = a.first[i-1]
			a.drafts.measure(a.first[i], end-a.start(a.first[i]))
			continue
		}
		if a.blank[i] = a.isBlank(start, end); a.blank[i] {
			continue
		}
		if a.head < 0 {
			a.head = i
			if end-start <= titleLength {
				a.title = bidi.NewParagraph(a.doc.Slice(start, end), bold, bidi.BaseRTL)
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

// isBlank tells whether a range is white space; mostly its first letters tell.
func (a *article) isBlank(start, end int) bool {
	const first = 16
	blank := func(end int) bool { return strings.TrimSpace(a.doc.Slice(start, end)) == "" }
	return blank(min(end, start+first)) && blank(end)
}

// text returns the whole text.
func (a *article) text() string { return a.doc.Slice(0, a.doc.Len()) }

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

// whole returns the first and the last part of the undivided paragraph that paragraph i is part of.
func (a *article) whole(i int) (first, last int) {
	first = a.first[i]
	return first, i + sort.Search(len(a.first)-i, func(k int) bool { return a.first[i+k] > first }) - 1
}

// paragraph returns paragraph i in the face it is shown in.
func (a *article) paragraph(i int) *bidi.Paragraph {
	if a.isTitle(i) {
		return a.title
	}
	if a.isDraft(i) {
		return a.draft(i).paragraph
	}
	return a.doc.Paragraph(i)
}

// lines returns paragraph i wrapped to width, in em of the face it is shown in.
func (a *article) lines(i int, width float64) *bidi.Lines {
	if a.isDraft(i) {
		return a.draft(i).wrap(width)
	}
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

// word returns the word at an offset of the text.
func (a *article) word(offset int) (start, end int) {
	i := a.doc.At(offset)
	at := a.start(i)
	start, end = a.paragraph(i).Word(offset - at)
	return start + at, end + at
}

// sentence returns the sentence at an offset of the text. In a paragraph of megabytes it ends with the part it is in: looking for its end
// could take long.
func (a *article) sentence(offset int) (start, end int) {
	i := a.doc.At(offset)
	if !a.isLong(i) {
		return a.doc.Sentence(offset)
	}
	at := a.start(i)
	start, end = a.paragraph(i).Sentence(offset - at)
	return start + at, end + at
}
