package sqlite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hashiya/model/arabic"
)

// maxQuery is the longest search looked at, in code points.
const maxQuery = 200

// Search returns the ids of the articles whose text holds every word of a
// query, in order of id. Both are folded (alef forms, taa marbuta, marks,
// digits), and a word of three letters or more is found inside other words
// too, so that a name is found behind an attached و, ب or ل. An empty query
// finds nothing.
func (s *Store) Search(text string) ([]string, error) {
	terms := Terms(text)
	if len(terms) == 0 {
		return nil, nil
	}
	var conditions []string
	var args []any
	for _, term := range terms {
		if strings.IndexFunc(term, inWord) < 0 {
			// Neither index holds marks.
			conditions, args = append(conditions, "instr(t.folded, ?) > 0"), append(args, term)
			continue
		}
		if utf8.RuneCountInString(term) < 3 {
			// The trigram index knows nothing this short: the beginnings of words.
			conditions = append(conditions, "number IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)")
			args = append(args, `"`+strings.ReplaceAll(term, `"`, `""`)+`"*`)
			continue
		}
		// LIKE narrows down by the index; instr settles it where the term itself
		// holds a wildcard.
		conditions = append(conditions,
			"number IN (SELECT rowid FROM article_letters WHERE folded LIKE ?) AND instr(t.folded, ?) > 0")
		args = append(args, "%"+term+"%", term)
	}
	rows, err := s.db.Query(`SELECT a.id FROM article_text t JOIN article a ON a.id = t.article
		WHERE a.deleted = 0 AND `+strings.Join(conditions, " AND ")+" ORDER BY a.id", args...)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, s.wrap(err)
		}
		found = append(found, id)
	}
	return found, s.wrap(rows.Err())
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Terms splits a query into the folded words that Search looks for.
func Terms(query string) []string {
	if runes := []rune(query); len(runes) > maxQuery {
		query = string(runes[:maxQuery])
	}
	return strings.Fields(arabic.FoldSearch(query).String())
}
