package filepicker

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// hiddenBySystem tells whether the disk marks a file as hidden.
func hiddenBySystem(info fs.FileInfo) bool {
	data, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && data.FileAttributes&syscall.FILE_ATTRIBUTE_HIDDEN != 0
}

// System error codes of Windows that package syscall has no names for.
const (
	errorNotReady  syscall.Errno = 21
	errorBadPath   syscall.Errno = 53  // the network path was not found
	errorDirectory syscall.Errno = 267 // the name of the folder is not valid
)

func notFolder(err error) bool {
	return errors.Is(err, syscall.ENOTDIR) || errors.Is(err, errorDirectory)
}

// notReady tells whether a disk is missing, gone or broken.
func notReady(err error) bool {
	return errors.Is(err, errorNotReady) || errors.Is(err, errorBadPath)
}

// badName tells whether the system refuses a name because of its letters, its
// end, or because it means a device.
func badName(name string) bool {
	if strings.ContainsAny(name, `<>:"/\|?*`) || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return true
	}
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch base {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	port := len(base) == 4 && base[3] >= '1' && base[3] <= '9'
	return port && (base[:3] == "COM" || base[:3] == "LPT")
}

// drives are the drive letters in use. A drive without a disk in it is left out.
func drives(environment) []Place {
	var found []Place
	for letter := 'A'; letter <= 'Z'; letter++ {
		root := string(letter) + `:\`
		if _, err := os.Stat(root); err == nil {
			found = append(found, Place{Label: root, Path: root})
		}
	}
	return found
}

// mountParents are the folders whose folders are disks: none here.
func mountParents(string) []string { return nil }
