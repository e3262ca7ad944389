//go:build !windows

package filepicker

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// hiddenBySystem tells whether the disk marks a file as hidden; here only a
// dot before the name does.
func hiddenBySystem(fs.FileInfo) bool { return false }

func notFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

// notReady tells whether a disk is missing, gone or broken.
func notReady(err error) bool {
	return errors.Is(err, syscall.ENXIO) || errors.Is(err, syscall.ENODEV) || errors.Is(err, syscall.EIO)
}

// badName tells whether the system refuses a name because of its letters.
func badName(string) bool { return false }

// drives are the disks that can be taken out: what is mounted where the desktops
// of Linux and macOS put it.
func drives(e environment) []Place {
	var found []Place
	for _, parent := range e.mounts {
		children, err := os.ReadDir(parent)
		if err != nil {
			continue
		}
		for _, c := range children[:min(len(children), mostDrives)] {
			// /media and /run/media hold a folder for each user, which is no
			// disk; its own disks are listed by the other pattern.
			if c.IsDir() && c.Name() != e.user {
				found = append(found, Place{Path: filepath.Join(parent, c.Name())})
			}
		}
	}
	return found
}

// mountParents are the folders whose folders are disks.
func mountParents(user string) []string {
	parents := []string{"/Volumes", "/media"}
	if user != "" {
		parents = append(parents, filepath.Join("/media", user), filepath.Join("/run/media", user))
	}
	return parents
}
