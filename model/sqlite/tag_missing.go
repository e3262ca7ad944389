//go:build !sqlite_fts5 && !fts5

package sqlite

// Without the tag go-sqlite3 leaves FTS5 out, and a project would fail only
// when somebody opens it. This name is not defined anywhere, so that the
// compiler prints it instead.
var _ = Build_with_make_or_with_the_flag_tags_sqlite_fts5_as_CONTRIBUTING_says
