package sqlite

import (
	"database/sql"
	"errors"

	"github.com/google/uuid"
)

// identify finds out, at the first edit after opening, as which device this
// installation works on the file. It goes on as the device it was when the
// file's token is the one remembered; otherwise the file is a copy, a restored
// backup or new here, and it becomes a new device, so that no number of a
// device is ever given twice. It returns the new token to remember.
func (s *Store) identify(tx *sql.Tx) (token string, err error) {
	device, known := s.options.Devices.Device(s.project)
	var found string
	err = tx.QueryRow("SELECT token FROM device WHERE id = ?", device).Scan(&found)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", err
	}
	next, err := uuid.NewRandom()
	if err != nil {
		return "", err
	}
	token = next.String()
	if err == nil && device != "" && known != "" && found == known {
		if _, err = tx.Exec("UPDATE device SET token = ? WHERE id = ?", token, device); err != nil {
			return "", err
		}
		s.device = device
		err = tx.QueryRow("SELECT coalesce(max(seq), 0) FROM edit WHERE device = ?", device).Scan(&s.seq)
		return token, err
	}
	fresh, err := uuid.NewV7()
	if err != nil {
		return "", err
	}
	s.device, s.seq = fresh.String(), 0
	_, err = tx.Exec("INSERT INTO device (id, token, created) VALUES (?, ?, ?)", s.device, token, s.options.Now().UnixMilli())
	return token, err
}
