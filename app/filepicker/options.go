package filepicker

import (
	"strings"
	"time"

	"hashiya/app/ui"
)

// Mode is what a picker asks for.
type Mode uint8

const (
	// Open asks for one file that exists.
	Open Mode = iota
	// OpenMany asks for one or more files of one folder.
	OpenMany
	// Save asks for a name to write to; a file that exists is asked about.
	Save
	// Folder asks for a folder, which may be made on the spot.
	Folder
)

// Filter is a kind of files that can be told by the end of the name.
type Filter struct {
	Label string
	Exts  []string // such as ".csv" or ".tar.gz", in any case; none fits every file
}

func (f Filter) fits(name string) bool {
	for _, ext := range f.Exts {
		if hasExtension(name, ext) {
			return true
		}
	}
	return len(f.Exts) == 0
}

// hasExtension tells whether a name ends in an extension, dot or not, and has
// something before it.
func hasExtension(name, ext string) bool {
	ext = "." + strings.TrimPrefix(ext, ".")
	at := len(name) - len(ext)
	return at > 0 && strings.EqualFold(name[at:], ext)
}

// Place is a folder offered at the side.
type Place struct {
	Label string // "" is the folder's own name
	Path  string // absolute
}

// Options is what a picker asks and how it says so. Words is needed, all else
// may be left out.
type Options struct {
	Mode       Mode
	Title      string
	Extensions []Filter // the first is chosen at first; none shows every file
	Name       string   // proposed by Save
	Keep       bool     // Save refuses the name of a file that is there
	Folder     string   // where to start; "" or a folder that is gone is the nearest there is, at last the home
	Words      func(key string, args ...any) string
	Date       func(time.Time) string // how times of change are written; nil shows none
	Size       func(int64) string     // how sizes in bytes are written; nil shows none
	Places     []Place                // recent folders, shown below the usual places
	OnDone     func(paths []string)   // absolute real paths, at least one, after the picker has gone
	OnCancel   func()                 // after the picker has gone without an answer
	Runner     ui.Runner              // how disks are read; the zero value is ui.SystemRunner
}
