package settings

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// FolderVariable names the environment variable that, when set, holds the
// folder to use instead of the user's own: for tests, and to carry program and
// settings together on one stick.
const FolderVariable = "HASHIYA_CONFIG"

// maxBytes is the largest settings file read; each project that was ever
// worked on takes about 150 bytes.
const maxBytes = 16 << 20

// File is the settings file. It may be used from any goroutine and by several
// programs at once.
type File struct{ path string }

// Find returns the settings file of the person who runs the program:
// settings.json in the folder that FolderVariable names, else in the folder
// "hashiya" of os.UserConfigDir. Nothing needs to exist yet.
func Find() (*File, error) {
	folder := os.Getenv(FolderVariable)
	if folder == "" {
		user, err := os.UserConfigDir()
		if err != nil {
			return nil, fmt.Errorf("there is no place for settings: %w; set %s to a folder", err, FolderVariable)
		}
		folder = filepath.Join(user, "hashiya")
	}
	return &File{path: filepath.Join(folder, "settings.json")}, nil
}

// Path returns the path of the file.
func (f *File) Path() string { return f.path }

// Load returns the settings, the default ones when there is no file yet. A
// file that cannot be understood is set aside as settings.json.damaged; the
// settings are then the default ones and the error says so. The settings are
// fit for use with an error, too.
func (f *File) Load() (Settings, error) {
	s, err := f.read()
	if err == nil {
		return s, nil
	}
	release, err := f.lock()
	if err != nil {
		return defaults(), err
	}
	defer release()
	// Another program may have put it right in the meantime.
	return f.readOrSetAside()
}

// Update reads the settings, lets change change them and writes them, while
// no other program does. The file is replaced as a whole: a reader, or a power
// cut, meets the old settings or the new ones.
func (f *File) Update(change func(*Settings)) error {
	if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		return f.failure("folder cannot be made", err)
	}
	release, err := f.lock()
	if err != nil {
		return err
	}
	defer release()
	// A file set aside is not lost, and must not stop the work.
	s, _ := f.readOrSetAside()
	change(&s)
	s.mend()
	return f.write(s)
}

// Device returns the device id and token last remembered for a project, empty
// when there are none. With Remember it is what a project file needs to know
// its copies apart.
func (f *File) Device(project string) (device, token string) {
	s, _ := f.Load()
	d := s.Devices[project]
	return d.ID, d.Token
}

// Remember keeps the device id and token of a project.
func (f *File) Remember(project, device, token string) error {
	return f.Update(func(s *Settings) { s.Devices[project] = Device{ID: device, Token: token} })
}

func (f *File) read() (Settings, error) {
	s := defaults()
	file, err := os.Open(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, err
	}
	defer file.Close()
	body, err := io.ReadAll(io.LimitReader(file, maxBytes+1))
	if err != nil {
		return s, err
	}
	if len(body) > maxBytes {
		return s, fmt.Errorf("it is larger than %d MB", maxBytes>>20)
	}
	if err := json.Unmarshal(body, &s); err != nil {
		return defaults(), err
	}
	s.mend()
	return s, nil
}

func (f *File) readOrSetAside() (Settings, error) {
	s, err := f.read()
	if err == nil {
		return s, nil
	}
	aside := f.path + ".damaged"
	if moved := os.Rename(f.path, aside); moved != nil {
		return defaults(), f.failure("cannot be read, nor set aside", errors.Join(err, moved))
	}
	return defaults(), fmt.Errorf("settings %q cannot be read (%w); they are kept as %q and the default ones are used", f.path, bare(err), aside)
}

func (f *File) write(s Settings) error {
	body, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return f.failure("cannot be written", err)
	}
	temp, err := os.CreateTemp(filepath.Dir(f.path), ".settings-*.tmp") // mode 0600
	if err != nil {
		return f.failure("cannot be written", err)
	}
	_, err = temp.Write(append(body, '\n'))
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), f.path)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
		return f.failure("cannot be written", err)
	}
	// Makes the new name last through a power cut, where the system can do it.
	if folder, err := os.Open(filepath.Dir(f.path)); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
	return nil
}

func (f *File) failure(what string, err error) error {
	return fmt.Errorf("settings %q: %s: %w; make the folder writable or set %s to another one", f.path, what, bare(err), FolderVariable)
}

// bare takes the path off a system error: the message names it already.
func bare(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
