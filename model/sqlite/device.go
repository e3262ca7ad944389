package sqlite

import (
	"database/sql"
	"errors"

	"github.com/google/uuid"
)

// A device may number edits only while no other file can hold the same numbers
// with other edits in them. So the token in the file and the one remembered
// agree only while the project is closed: the first edit takes the remembered
// one away before anything is written, and closing puts a new one in both
// places. A copy made before, in between or instead finds no match. Neither
// does a project that was not closed; it goes on as a new device.

// claim is a device and the token that Devices remembered for it.
type claim struct{ device, token string }

// identify finds out, at the first edit after opening, as which device this
// installation works on the file: the one it was when the tokens agree, else a
// new one.
func (s *Store) identify(tx *sql.Tx) error {
	if s.claim.token == "" {
		device, token := s.options.Devices.Device(s.project)
		// Where forgetting fails, the token could be claimed again.
		if token != "" && s.options.Devices.Remember(s.project, device, "") == nil {
			s.claim = claim{device, token}
		}
	}
	token, err := uuid.NewRandom()
	if err != nil {
		return err
	}
	var found string
	err = tx.QueryRow("SELECT token FROM device WHERE id = ?", s.claim.device).Scan(&found)
	switch {
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return err
	case err == nil && s.claim.token != "" && found == s.claim.token:
		s.device = s.claim.device
		if _, err = tx.Exec("UPDATE device SET token = ? WHERE id = ?", token.String(), s.device); err != nil {
			return err
		}
		return tx.QueryRow("SELECT coalesce(max(seq), 0) FROM edit WHERE device = ?", s.device).Scan(&s.seq)
	}
	fresh, err := uuid.NewV7()
	if err != nil {
		return err
	}
	s.device, s.seq = fresh.String(), 0
	_, err = tx.Exec("INSERT INTO device (id, token, created) VALUES (?, ?, ?)", s.device, token.String(), s.options.Now().UnixMilli())
	return err
}

// seal lets the next opening go on as the same device. Where it fails, that
// opening becomes a new device, which harms nothing.
func (s *Store) seal() {
	switch {
	case s.device != "":
		token, err := uuid.NewRandom()
		if err != nil {
			return
		}
		if _, err := s.db.Exec("UPDATE device SET token = ? WHERE id = ?", token.String(), s.device); err != nil {
			return
		}
		s.claim = claim{s.device, token.String()}
	case s.claim.token == "":
		return
	}
	_ = s.options.Devices.Remember(s.project, s.claim.device, s.claim.token)
	s.device, s.claim = "", claim{}
}
