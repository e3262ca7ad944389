package sqlite

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hashiya/model"
)

// CodebookRefs returns the "id@version" of every codebook of the project,
// without reading their bodies.
func (s *Store) CodebookRefs() ([]string, error) {
	return s.texts("SELECT id FROM codebook ORDER BY id")
}

// ScopeHistory returns the edits of a scope other than that of articles, oldest
// first and without their rows: those of one author, or of all for "".
func (s *Store) ScopeHistory(scope model.Scope, author string) ([]model.Edit, error) {
	rows, err := s.db.Query("SELECT "+editColumns+" FROM edit WHERE scope = ? AND (? = '' OR author = ?) ORDER BY time, device, seq",
		string(scope), author, author)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var edits []model.Edit
	for rows.Next() {
		var e model.Edit
		if err := scanEdit(rows, &e); err != nil {
			return nil, s.wrap(err)
		}
		edits = append(edits, e)
	}
	return edits, s.wrap(rows.Err())
}

// CodeVersions returns the "id@version" of every codebook that live records and
// items were made under.
func (s *Store) CodeVersions() ([]string, error) {
	selects := []string{"SELECT codebook FROM record WHERE deleted = 0"}
	for _, kind := range model.Kinds {
		selects = append(selects, "SELECT codebook FROM "+quote(string(kind))+" WHERE deleted = 0 AND codebook IS NOT NULL")
	}
	return s.texts(strings.Join(selects, " UNION ") + " ORDER BY 1")
}

func (s *Store) texts(statement string) ([]string, error) {
	rows, err := s.db.Query(statement)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var texts []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, s.wrap(err)
		}
		texts = append(texts, text)
	}
	return texts, s.wrap(rows.Err())
}

// codeSource is one place of the schema that codes stand in: a statement that
// gives article, annotator, record, item, version and key of each.
type codeSource struct {
	kind      model.Kind
	field     string
	list      string
	statement string
}

// codeSources lists the places in live records.
func codeSources() []codeSource {
	var sources []codeSource
	for _, column := range model.CodeColumns(model.TableRecord) {
		sources = append(sources, codeSource{"", column.Column, column.List, "SELECT r.article, r.annotator, r.id AS record, '' AS item, r.codebook AS version, r." + quote(column.Column) +
			" AS held FROM record r WHERE r.deleted = 0 AND held IS NOT NULL"})
	}
	for _, kind := range model.Kinds {
		for _, column := range model.CodeColumns(model.Table(kind)) {
			sources = append(sources, itemSource(kind, column.Column, column.List, "t."+quote(column.Column), "", ""))
		}
	}
	role := "json_extract(e.value, '$.role')"
	member := " AND json_extract(e.value, '$.id') NOT IN (SELECT id FROM %s)"
	return append(sources,
		itemSource(model.KindCount, "links", "link_type", "json_extract(e.value, '$.type')", ", json_each(t.links) e", ""),
		// What the member is decides of which list its role is.
		itemSource(model.KindEvent, "members", "actor_role", role, ", json_each(t.members) e", fmt.Sprintf(member, "location")),
		itemSource(model.KindEvent, "members", "location_role", role, ", json_each(t.members) e", fmt.Sprintf(member, "actor")))
}

func itemSource(kind model.Kind, field, list, key, from, where string) codeSource {
	return codeSource{kind, field, list, "SELECT r.article, r.annotator, r.id AS record, t.id AS item, coalesce(t.codebook, r.codebook) AS version, " + key + " AS held FROM " +
		quote(string(kind)) + " t JOIN record r ON r.id = t.record" + from + " WHERE t.deleted = 0 AND r.deleted = 0 AND coalesce(held, '') <> ''" + where}
}

// CodeUses counts the places in live records, and the entities, where each code
// stands. A role that may be of either of two lists counts for both, as does
// the type of an entity.
func (s *Store) CodeUses() (map[model.CodeRef]int, error) {
	uses := map[model.CodeRef]int{}
	count := func(list, statement string) error {
		rows, err := s.db.Query("SELECT held, count(*) FROM (" + statement + ") GROUP BY held")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var key string
			var n int
			if err := rows.Scan(&key, &n); err != nil {
				return err
			}
			uses[model.CodeRef{List: list, Key: key}] += n
		}
		return rows.Err()
	}
	for _, source := range codeSources() {
		if err := count(source.list, source.statement); err != nil {
			return nil, s.wrap(err)
		}
	}
	for _, column := range model.CodeColumns(model.TableEntity) {
		if err := count(column.List, "SELECT type AS held FROM entity WHERE deleted = 0 AND type IS NOT NULL"); err != nil {
			return nil, s.wrap(err)
		}
	}
	return uses, nil
}

// CodeUsers returns the places in live records where codes stand, in order of
// article, record, item and field: those made under one version of the codebook, or
// under any for "".
func (s *Store) CodeUsers(codes []model.CodeRef, version string) ([]model.CodeUser, error) {
	keys := map[string][]string{}
	for _, code := range codes {
		keys[code.List] = append(keys[code.List], code.Key)
	}
	var users []model.CodeUser
	for _, source := range codeSources() {
		if len(keys[source.list]) == 0 {
			continue
		}
		more, err := s.usersIn(source, keys[source.list], version)
		if err != nil {
			return nil, s.wrap(err)
		}
		users = append(users, more...)
	}
	slices.SortFunc(users, func(a, b model.CodeUser) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Record, b.Record), cmp.Compare(a.Item, b.Item), cmp.Compare(a.Field, b.Field))
	})
	return users, nil
}

func (s *Store) usersIn(source codeSource, keys []string, version string) ([]model.CodeUser, error) {
	list, err := marshal(keys)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.Query("SELECT article, annotator, record, item, version, held FROM ("+source.statement+")"+
		" WHERE held IN (SELECT value FROM json_each(?)) AND (? = '' OR version = ?)", string(list), version, version)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var users []model.CodeUser
	for rows.Next() {
		u := model.CodeUser{CodeRef: model.CodeRef{List: source.list}, Kind: source.kind, Field: source.field}
		if err := rows.Scan(&u.Article, &u.Annotator, &u.Record, &u.Item, &u.Version, &u.Key); err != nil {
			return nil, err
		}
		users = append(users, u)
	}
	return users, rows.Err()
}
