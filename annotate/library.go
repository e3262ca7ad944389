package annotate

import (
	"strings"

	"hashiya/model"
	"hashiya/model/arabic"
)

// State is how far an annotator is with an article.
type State string

// The states; an article without a record is to do.
const (
	StateToDo       State = "to_do"
	StateInProgress State = "in_progress"
	StateSubmitted  State = "submitted"
)

// States lists the states in the order of work.
var States = []State{StateToDo, StateInProgress, StateSubmitted}

// ArticleRow is an article as a list shows it to an annotator.
type ArticleRow struct {
	Article  model.Article
	State    State
	Items    int     // in the annotator's record
	Progress float64 // how far into the text the last span reaches, 0 to 1; 1 when submitted
}

// Shelf is a store that articles are listed from.
type Shelf interface {
	Articles() ([]model.Article, error)
	Summaries() ([]model.RecordSummary, error)
}

// Library lists the project's articles, in order of id, as one annotator sees
// them.
func Library(shelf Shelf, annotator string) ([]ArticleRow, error) {
	articles, err := shelf.Articles()
	if err != nil {
		return nil, err
	}
	summaries, err := shelf.Summaries()
	if err != nil {
		return nil, err
	}
	mine := map[string]model.RecordSummary{}
	for _, r := range summaries {
		if r.Annotator == annotator && r.Kind == model.RecordAnnotation {
			mine[r.Article] = r
		}
	}
	rows := make([]ArticleRow, len(articles))
	for i, a := range articles {
		rows[i] = ArticleRow{Article: a, State: StateToDo}
		r, begun := mine[a.ID]
		switch {
		case !begun:
		case r.Status == model.Submitted:
			rows[i].State, rows[i].Items, rows[i].Progress = StateSubmitted, r.Items, 1
		default:
			rows[i].State, rows[i].Items = StateInProgress, r.Items
			rows[i].Progress = float64(r.Reach) / float64(max(a.Length, 1))
		}
	}
	return rows, nil
}

// snippetAround is how many code points a snippet shows on each side.
const snippetAround = 48

// Snippet returns the words of an article around the first word of a query
// that stands in it, "" when none does.
func Snippet(texts interface{ Text(string) (string, error) }, article, query string) (string, error) {
	text, err := texts.Text(article)
	if err != nil {
		return "", err
	}
	folded := arabic.FoldSearch(text)
	for _, term := range strings.Fields(arabic.FoldSearch(query).String()) {
		at := folded.Index(term, 0)
		if at < 0 {
			continue
		}
		start, end := folded.Source(at, at+len([]rune(term)))
		letters := []rune(text)
		from, to := widen(letters, start, end, snippetAround)
		snippet := strings.Join(strings.Fields(string(letters[from:to])), " ")
		if from > 0 {
			snippet = "… " + snippet
		}
		if to < len(letters) {
			snippet += " …"
		}
		return snippet, nil
	}
	return "", nil
}
