package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"hashiya/model"
	"hashiya/model/arabic"
)

// Check looks through the whole project and reports everything that is not as
// it must be: the file's structure, references, texts against their hashes and
// the search, spans against the texts they quote, rings of entities, gaps in
// the journal, rows against the last edit that wrote them. It calls report with one line a
// finding; progress, if not nil, hears how many articles are done. A project
// open for reading only has its search index left out.
func (s *Store) Check(ctx context.Context, report func(string), progress func(done, total int)) error {
	for _, pragma := range []string{"integrity_check", "foreign_key_check"} {
		if err := s.checkPragma(pragma, report); err != nil {
			return err
		}
	}
	s.checkIndexes(report)
	if err := s.checkJournal(report); err != nil {
		return err
	}
	entities, err := s.checkShared(report)
	if err != nil {
		return err
	}
	return s.checkArticles(ctx, entities, report, progress)
}

func (s *Store) checkArticles(ctx context.Context, entities map[string]bool, report func(string), progress func(done, total int)) error {
	counts, err := s.Counts()
	if err != nil {
		return err
	}
	done := 0
	for a, err := range s.EachArticle() {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = s.checkArticle(a, entities, report)
		}
		if err != nil {
			return err
		}
		done++
		if progress != nil {
			progress(done, counts[string(model.TableArticle)])
		}
	}
	return nil
}

func (s *Store) checkPragma(pragma string, report func(string)) error {
	rows, err := s.db.Query("PRAGMA " + pragma)
	if err != nil {
		return s.wrap(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return s.wrap(err)
	}
	for rows.Next() {
		values := make([]any, len(columns))
		targets := make([]any, len(columns))
		for i := range values {
			targets[i] = &values[i]
		}
		if err := rows.Scan(targets...); err != nil {
			return s.wrap(err)
		}
		if line := fmt.Sprint(values...); line != "ok" {
			report(pragma + ": " + line)
		}
	}
	return s.wrap(rows.Err())
}

func (s *Store) checkJournal(report func(string)) error {
	rows, err := s.db.Query("SELECT device, count(*), min(seq), max(seq) FROM edit GROUP BY device")
	if err != nil {
		return s.wrap(err)
	}
	defer rows.Close()
	for rows.Next() {
		var device string
		var n, low, high int64
		if err := rows.Scan(&device, &n, &low, &high); err != nil {
			return s.wrap(err)
		}
		if low != 1 || high != n {
			report(fmt.Sprintf("journal: device %s has %d edits numbered %d to %d, numbers are missing", device, n, low, high))
		}
	}
	return s.wrap(rows.Err())
}

func (s *Store) checkArticle(a model.Article, entities map[string]bool, report func(string)) error {
	var text, folded string
	if err := s.db.QueryRow("SELECT text, folded FROM article_text WHERE article = ?", a.ID).Scan(&text, &folded); err != nil {
		report(fmt.Sprintf("article %s: its text is missing", a.ID))
		return nil
	}
	sum := sha256.Sum256([]byte(text))
	if hex.EncodeToString(sum[:]) != a.SHA256 {
		report(fmt.Sprintf("article %s: the text does not match its sha256", a.ID))
	}
	if arabic.FoldSearch(text).String() != folded {
		report(fmt.Sprintf("article %s: the search shadow does not match the text", a.ID))
	}
	works, err := s.Works(a.ID)
	if err != nil {
		return err
	}
	letters := []rune(text)
	if len(letters) != a.Length {
		report(fmt.Sprintf("article %s: its length is given as %d, it has %d code points", a.ID, a.Length, len(letters)))
	}
	for _, w := range works {
		for _, line := range checkWork(&w, letters, entities) {
			report("record " + w.Record.ID + ": " + line)
		}
	}
	return s.checkAgainstJournal(report, rowsOf(a, works), "scope IN (?, ?) AND article = ?",
		string(model.ScopeArticle), string(model.ScopeImport), a.ID)
}

// checkWork finds spans that do not quote the text or belong to nothing, and
// links, members and entities that lead nowhere.
func checkWork(w *model.Work, letters []rune, entities map[string]bool) []string {
	var found []string
	for _, span := range w.Spans {
		if err := model.CheckSpan(span, letters); err != nil {
			found = append(found, err.Error())
		}
		if w.Items[span.Item] == nil {
			found = append(found, fmt.Sprintf("span %s belongs to no item", span.ID))
		}
	}
	for id, item := range w.Items {
		for _, f := range model.Fields(item.Kind()) {
			for _, value := range f.Get(item) {
				if f.Entity != model.NoEntity && !entities[value] {
					found = append(found, fmt.Sprintf("%s %s: %s names no entity of the project", item.Kind(), id, f))
				}
			}
		}
		switch item := item.(type) {
		case *model.Count:
			for _, link := range item.Links {
				if w.Items[link.Count] == nil {
					found = append(found, fmt.Sprintf("count %s: its link leads to no count", id))
				}
			}
		case *model.Event:
			for _, member := range item.Members {
				if w.Items[member.ID] == nil {
					found = append(found, fmt.Sprintf("event %s: a member is missing", id))
				}
			}
		}
	}
	return found
}
