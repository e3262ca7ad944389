package filepicker

import (
	"os"
	"os/user"
	"path/filepath"
	"strings"
)

const (
	mostDrives = 16 // listed of one parent folder
	mostRecent = 8  // of the caller's places
)

// placeKind chooses the icon of a place.
type placeKind uint8

const (
	placeHome placeKind = iota
	placeDesktop
	placeDocuments
	placeRecent
	placeDrive
)

// spot is a place with its kind.
type spot struct {
	Place
	kind placeKind
}

// environment is what the usual places are found by.
type environment struct {
	home   string // "" where unknown
	user   string
	mounts []string // folders whose folders are disks
}

func systemEnvironment() environment {
	e := environment{}
	if home, err := os.UserHomeDir(); err == nil && filepath.IsAbs(home) {
		e.home = home
	}
	if u, err := user.Current(); err == nil {
		e.user = u.Username
	}
	e.mounts = mountParents(e.user)
	return e
}

// findPlaces lists the usual places that are there, then the caller's, then
// the disks. It touches disks, so it runs beside the main goroutine.
func findPlaces(e environment, labels map[placeKind]string, recent []Place) []spot {
	var all []spot
	add := func(kind placeKind, label, path string) {
		for _, have := range all {
			if have.Path == path {
				return
			}
		}
		if label == "" {
			label = filepath.Base(path)
		}
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			all = append(all, spot{Place{label, path}, kind})
		}
	}
	if e.home != "" {
		add(placeHome, labels[placeHome], e.home)
		add(placeDesktop, labels[placeDesktop], userFolder(e.home, "DESKTOP", "Desktop"))
		add(placeDocuments, labels[placeDocuments], userFolder(e.home, "DOCUMENTS", "Documents"))
	}
	for _, p := range recent[:min(len(recent), mostRecent)] {
		add(placeRecent, p.Label, filepath.Clean(p.Path))
	}
	for _, d := range drives(e) {
		add(placeDrive, d.Label, d.Path)
	}
	return all
}

// userFolder finds a folder whose name depends on the language of the desktop,
// through the file that freedesktop.org's xdg-user-dirs writes, else by its
// English name.
func userFolder(home, key, usual string) string {
	const mostBytes = 64 << 10
	path := filepath.Join(home, ".config", "user-dirs.dirs")
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() <= mostBytes {
		text, _ := os.ReadFile(path)
		for line := range strings.Lines(string(text)) {
			value, found := strings.CutPrefix(strings.TrimSpace(line), "XDG_"+key+"_DIR=")
			if value = strings.Trim(value, `"`); !found || value == "" {
				continue
			}
			if rest, inHome := strings.CutPrefix(value, "$HOME"); inHome {
				value = filepath.Join(home, rest)
			}
			if filepath.IsAbs(value) {
				return filepath.Clean(value)
			}
		}
	}
	return filepath.Join(home, usual)
}
