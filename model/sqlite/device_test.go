package sqlite

import (
	"errors"
	"testing"

	"hashiya/model"
)

// histories gathers what every edit of every copy of a project holds, and fails
// where one number of one device stands for two things.
type histories map[model.Stamp]string

func (h histories) take(t *testing.T, path string) {
	t.Helper()
	s := reopen(t, path, Options{ReadOnly: true})
	defer closeStore(t, s)
	rows, err := s.db.Query("SELECT device, seq, time || rows FROM edit")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var stamp model.Stamp
		var content string
		if err := rows.Scan(&stamp.Device, &stamp.Seq, &content); err != nil {
			t.Fatal(err)
		}
		if known, found := h[stamp]; found && known != content {
			t.Errorf("%+v stands for %s and for %s", stamp, known, content)
		}
		h[stamp] = content
	}
	expectClean(t, s)
}

// work opens a project, makes one edit, calls meanwhile and makes another one.
func work(t *testing.T, path string, devices Devices, meanwhile func()) (device string) {
	t.Helper()
	s := reopen(t, path, Options{Devices: devices})
	apply(t, s, added(entity(newID())))
	if meanwhile != nil {
		meanwhile()
	}
	device = apply(t, s, added(entity(newID()))).Device
	closeStore(t, s)
	return device
}

func TestReopeningGoesOnAsTheSameDevice(t *testing.T) {
	devices := memory{}
	s := create(t, Options{Devices: devices})
	closeStore(t, s)
	first := work(t, s.Path(), devices, nil)
	second := work(t, s.Path(), devices, nil)
	other := work(t, s.Path(), memory{}, nil)
	if first != second || first == other {
		t.Errorf("devices %s, %s and elsewhere %s", first, second, other)
	}
}

// TestCopies goes through the ways in which two files can hold the same device.
func TestCopies(t *testing.T) {
	for name, play := range map[string]func(t *testing.T, original, copied string, devices memory){
		"original first, copy after": func(t *testing.T, original, copied string, devices memory) {
			copyFile(t, original, copied)
			work(t, original, devices, nil)
			work(t, copied, devices, nil)
		},
		"copy first, original after": func(t *testing.T, original, copied string, devices memory) {
			copyFile(t, original, copied)
			work(t, copied, devices, nil)
			work(t, original, devices, nil)
		},
		"both in turn": func(t *testing.T, original, copied string, devices memory) {
			copyFile(t, original, copied)
			for range 3 {
				work(t, copied, devices, nil)
				work(t, original, devices, nil)
			}
		},
		"backup of an older state restored": func(t *testing.T, original, copied string, devices memory) {
			copyFile(t, original, copied)
			work(t, original, devices, nil)
			work(t, original, devices, nil)
			work(t, copied, devices, nil)
			work(t, copied, devices, nil)
		},
		"backup made while the project was open": func(t *testing.T, original, copied string, devices memory) {
			work(t, original, devices, func() { copyFile(t, original, copied) })
			work(t, copied, devices, nil)
			work(t, original, devices, nil)
		},
		"both open at once": func(t *testing.T, original, copied string, devices memory) {
			copyFile(t, original, copied)
			work(t, original, devices, func() { work(t, copied, devices, nil) })
		},
		"crash, then a backup from before it": func(t *testing.T, original, copied string, devices memory) {
			copyFile(t, original, copied)
			crash(t, original, devices)
			work(t, copied, devices, nil)
			work(t, original, devices, nil)
		},
		"settings that cannot be written": func(t *testing.T, original, copied string, devices memory) {
			copyFile(t, original, copied)
			work(t, original, unwritable{devices}, nil)
			work(t, copied, unwritable{devices}, nil)
			work(t, original, devices, nil)
		},
	} {
		t.Run(name, func(t *testing.T) {
			devices := memory{}
			s := create(t, Options{Devices: devices})
			closeStore(t, s)
			original, copied := s.Path(), s.Path()+" copy"
			work(t, original, devices, nil)
			play(t, original, copied, devices)
			h := histories{}
			h.take(t, original)
			h.take(t, copied)
		})
	}
}

// crash makes an edit and ends without closing the project.
func crash(t *testing.T, path string, devices Devices) {
	t.Helper()
	s := reopen(t, path, Options{Devices: devices})
	apply(t, s, added(entity(newID())))
	s.db.Close()
	s.lock.release()
	s.device, s.claim, s.lock = "", claim{}, nil // nothing more happens when the test closes it
}

// unwritable remembers nothing new.
type unwritable struct{ memory }

func (unwritable) Remember(string, string, string) error { return errors.New("no space") }

func TestFirstEditRefusedKeepsTheDevice(t *testing.T) {
	devices := memory{}
	s := create(t, Options{Devices: devices})
	closeStore(t, s)
	device := work(t, s.Path(), devices, nil)
	s = reopen(t, s.Path(), Options{Devices: devices})
	if _, err := s.Apply(model.Edit{}); err == nil {
		t.Fatal("an empty edit is taken")
	}
	closeStore(t, s)
	if again := work(t, s.Path(), devices, nil); again != device {
		t.Errorf("device %s became %s", device, again)
	}
}
