package sqlite

import (
	"strings"

	"hashiya/model"
)

// Summaries returns a summary of every record of the project.
func (s *Store) Summaries() ([]model.RecordSummary, error) {
	items := make([]string, len(model.Kinds))
	for i, kind := range model.Kinds {
		items[i] = "SELECT record FROM " + quote(string(kind)) + " WHERE deleted = 0"
	}
	rows, err := s.db.Query(`
		SELECT r.id, r.article, r.annotator, r.kind, r.status, coalesce(i.items, 0), coalesce(p.reach, 0)
		FROM record r
		LEFT JOIN (SELECT record, count(*) AS items FROM (` + strings.Join(items, " UNION ALL ") + `) GROUP BY record) i ON i.record = r.id
		LEFT JOIN (SELECT record, max("end") AS reach FROM span WHERE deleted = 0 GROUP BY record) p ON p.record = r.id
		WHERE r.deleted = 0`)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var found []model.RecordSummary
	for rows.Next() {
		var r model.RecordSummary
		if err := rows.Scan(&r.Record, &r.Article, &r.Annotator, &r.Kind, &r.Status, &r.Items, &r.Reach); err != nil {
			return nil, s.wrap(err)
		}
		found = append(found, r)
	}
	return found, s.wrap(rows.Err())
}

// States counts the articles by how far the records on them are.
type States struct {
	Total      int
	ToDo       int // without a record
	InProgress int // with one that is not submitted
	Submitted  int // with records, all of them submitted
}

// States returns those counts.
func (s *Store) States() (States, error) {
	var n States
	err := s.db.QueryRow(`
		SELECT count(*), count(*) FILTER (WHERE r.open IS NULL), count(*) FILTER (WHERE r.open > 0), count(*) FILTER (WHERE r.open = 0)
		FROM article a
		LEFT JOIN (SELECT article, sum(status <> ?) AS open FROM record WHERE deleted = 0 GROUP BY article) r ON r.article = a.id
		WHERE a.deleted = 0`, string(model.Submitted)).Scan(&n.Total, &n.ToDo, &n.InProgress, &n.Submitted)
	return n, s.wrap(err)
}

// Counts returns the number of live rows of each table that edits write, and
// under "edit" the length of the journal.
func (s *Store) Counts() (map[string]int, error) {
	counts := map[string]int{}
	for _, t := range append(editedTables(), "edit") {
		statement := "SELECT count(*) FROM " + quote(string(t))
		if hasTombstones(t) {
			statement += " WHERE deleted = 0"
		}
		var n int
		if err := s.db.QueryRow(statement).Scan(&n); err != nil {
			return nil, s.wrap(err)
		}
		counts[string(t)] = n
	}
	return counts, nil
}

func editedTables() []model.Table {
	tables := []model.Table{
		model.TableProject, model.TableAnnotator, model.TableCodebook, model.TableEntity,
		model.TableArticle, model.TableRecord, model.TableSpan,
	}
	for _, kind := range model.Kinds {
		tables = append(tables, model.Table(kind))
	}
	return tables
}

func hasTombstones(t model.Table) bool { return t != model.TableProject && t != "edit" }
