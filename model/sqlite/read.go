package sqlite

import (
	"database/sql"
	"errors"
	"iter"

	"hashiya/model"
)

// query reads the rows of a table that satisfy a condition.
func query[T any, P interface {
	*T
	model.Row
}](s *Store, where string, args ...any) ([]T, error) {
	var zero T
	table := tableOf(P(&zero).RowTable())
	rows, err := s.db.Query(table.selectWhere(where), args...)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var found []T
	for rows.Next() {
		var row T
		if err := table.scan(rows, P(&row)); err != nil {
			return nil, s.wrap(err)
		}
		found = append(found, row)
	}
	return found, s.wrap(rows.Err())
}

// one reads one row, or returns sql.ErrNoRows.
func one[T any, P interface {
	*T
	model.Row
}](s *Store, where string, args ...any) (T, error) {
	found, err := query[T, P](s, where+" LIMIT 1", args...)
	if err == nil && len(found) == 0 {
		err = sql.ErrNoRows
	}
	if err != nil {
		var zero T
		return zero, err
	}
	return found[0], nil
}

// Project returns the project's row.
func (s *Store) Project() (model.Project, error) { return one[model.Project](s, "true") }

// Codebook returns a codebook of the project by its "id@version".
func (s *Store) Codebook(ref string) (model.CodebookRow, error) {
	return one[model.CodebookRow](s, "id = ?", ref)
}

// Codebooks returns all versions of codebooks in the project.
func (s *Store) Codebooks() ([]model.CodebookRow, error) {
	return query[model.CodebookRow](s, "deleted = 0 ORDER BY id")
}

// Annotators returns the project's people in order of name.
func (s *Store) Annotators() ([]model.Annotator, error) {
	return query[model.Annotator](s, "deleted = 0 ORDER BY name")
}

// Entities returns the project's entities in order of key.
func (s *Store) Entities() ([]model.Entity, error) {
	return query[model.Entity](s, "deleted = 0 ORDER BY key")
}

// Articles returns the facts of all articles, in order of id.
func (s *Store) Articles() ([]model.Article, error) {
	return query[model.Article](s, "deleted = 0 ORDER BY id")
}

// articlePage is how many articles EachArticle reads at a time.
const articlePage = 200

// EachArticle yields the facts of all articles, in order of id. It reads them
// in pages, so that memory does not grow with their number and other queries
// may run in between; an article that comes meanwhile may be missed or not.
func (s *Store) EachArticle() iter.Seq2[model.Article, error] {
	return func(yield func(model.Article, error) bool) {
		for after := ""; ; {
			page, err := query[model.Article](s, "deleted = 0 AND id > ? ORDER BY id LIMIT ?", after, articlePage)
			if err != nil {
				yield(model.Article{}, err)
				return
			}
			for _, a := range page {
				if !yield(a, nil) {
					return
				}
			}
			if len(page) < articlePage {
				return
			}
			after = page[len(page)-1].ID
		}
	}
}

// Article returns the facts of one article; found is false when there is none.
func (s *Store) Article(id string) (a model.Article, found bool, err error) {
	return optional(one[model.Article](s, "id = ? AND deleted = 0", id))
}

// ArticleByHash returns the article whose text has a SHA-256.
func (s *Store) ArticleByHash(sha256 string) (a model.Article, found bool, err error) {
	return optional(one[model.Article](s, "sha256 = ? AND deleted = 0", sha256))
}

func optional[T any](row T, err error) (T, bool, error) {
	if errors.Is(err, sql.ErrNoRows) {
		return row, false, nil
	}
	return row, err == nil, err
}

// Text returns an article's stored text.
func (s *Store) Text(article string) (string, error) {
	var text string
	err := s.db.QueryRow("SELECT text FROM article_text WHERE article = ?", article).Scan(&text)
	return text, s.wrap(err)
}

// Work returns an annotator's own record of an article with all that is in it;
// found is false when there is none yet.
func (s *Store) Work(article, annotator string) (w model.Work, found bool, err error) {
	record, found, err := optional(one[model.Record](s,
		"article = ? AND annotator = ? AND kind = ? AND deleted = 0", article, annotator, string(model.RecordAnnotation)))
	if err != nil || !found {
		return model.Work{}, false, err
	}
	w, err = s.fill(record)
	return w, err == nil, err
}

// Works returns every record of an article, in order of id.
func (s *Store) Works(article string) ([]model.Work, error) {
	records, err := query[model.Record](s, "article = ? AND deleted = 0 ORDER BY id", article)
	if err != nil {
		return nil, err
	}
	works := make([]model.Work, len(records))
	for i, r := range records {
		if works[i], err = s.fill(r); err != nil {
			return nil, err
		}
	}
	return works, nil
}

// fill reads the items and spans of a record.
func (s *Store) fill(record model.Record) (model.Work, error) {
	w := model.Work{Record: record, Items: map[string]model.Item{}, Spans: map[string]model.Span{}}
	spans, err := query[model.Span](s, "record = ? AND deleted = 0", record.ID)
	if err != nil {
		return w, err
	}
	for _, span := range spans {
		w.Spans[span.ID] = span
	}
	for _, kind := range model.Kinds {
		if err := s.fillKind(&w, kind); err != nil {
			return w, s.wrap(err)
		}
	}
	return w, nil
}

func (s *Store) fillKind(w *model.Work, kind model.Kind) error {
	table := tableOf(model.Table(kind))
	rows, err := s.db.Query(table.selectWhere("record = ? AND deleted = 0"), w.Record.ID)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		item := model.NewItem(kind)
		if err := table.scan(rows, item); err != nil {
			return err
		}
		w.Items[item.Meta().ID] = item
	}
	return rows.Err()
}
