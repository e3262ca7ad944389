package sqlite

import (
	"database/sql"
	"embed"
	"fmt"
	"os"
	"slices"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations returns the steps from an empty file to the present version, in
// order. A new one is one numbered file in the folder migrations.
func migrations() []string {
	entries, err := migrationFiles.ReadDir("migrations")
	if err != nil {
		panic(err) // the files are part of the program
	}
	steps := make([]string, len(entries))
	for i, e := range entries {
		body, err := migrationFiles.ReadFile("migrations/" + e.Name())
		if err != nil {
			panic(err)
		}
		steps[i] = string(body)
	}
	return slices.Clip(steps)
}

// migrate brings a file to the present version, one transaction a step. A file
// that holds data is copied first, beside itself, with its version in the name.
func migrate(db *sql.DB, path string) error {
	var version int
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	steps := migrations()
	if version >= len(steps) {
		return nil
	}
	if version > 0 {
		copyPath := fmt.Sprintf("%s.v%d-backup", path, version)
		if _, err := os.Stat(copyPath); err != nil {
			if _, err := db.Exec("VACUUM INTO ?", copyPath); err != nil {
				return fmt.Errorf("could not copy the project before bringing it up to date: %w", err)
			}
		}
	}
	for ; version < len(steps); version++ {
		if err := step(db, steps[version], version+1); err != nil {
			return fmt.Errorf("could not bring the project to version %d: %w", version+1, err)
		}
	}
	return nil
}

func step(db *sql.DB, statements string, version int) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version)
	for _, s := range []string{statements, marks} {
		if _, err := tx.Exec(s); err != nil {
			return err
		}
	}
	return tx.Commit()
}
