package filepicker

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const (
	mostEntries = 20_000 // shown of one folder
	batch       = 512    // entries read between two looks at the time
)

// entry is one thing in a folder.
type entry struct {
	name    string // as the disk has it: any bytes but a separator
	key     string // see sortKey
	mode    fs.FileMode
	size    int64     // bytes; -1 where unknown
	changed time.Time // zero where unknown
	hidden  bool
}

// folder tells whether the entry can be gone into; links count as what they
// lead to.
func (e *entry) folder() bool { return e.mode.IsDir() }

// file tells whether the entry can be read as a file. Devices and pipes cannot:
// opening one may wait for ever.
func (e *entry) file() bool { return e.mode.IsRegular() }

// listing is what was read of a folder.
type listing struct {
	entries []entry // sorted
	cut     bool    // there are more than mostEntries
	partial bool    // the time was up before all was known
}

// readFolder reads a folder until the context ends, and then returns what it has.
// progress is told now and then how many names were read.
func readFolder(ctx context.Context, folder string, progress func(n int)) (listing, error) {
	var l listing
	found, err := readNames(ctx, folder, &l, progress)
	if err != nil {
		return listing{}, err
	}
	l.entries = make([]entry, 0, len(found))
	for _, d := range found {
		l.entries = append(l.entries, describe(ctx, folder, d, &l.partial))
	}
	sortEntries(l.entries)
	return l, nil
}

func readNames(ctx context.Context, folder string, l *listing, progress func(n int)) ([]fs.DirEntry, error) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var found []fs.DirEntry
	for {
		more, err := f.ReadDir(batch)
		found = append(found, more...)
		progress(len(found))
		switch {
		case len(found) > mostEntries:
			l.cut = true
			return found[:mostEntries], nil
		case errors.Is(err, io.EOF):
			return found, nil
		case err != nil:
			return nil, err
		case ctx.Err() != nil:
			l.partial = true
			return found, nil
		}
	}
}

// describe asks the disk about an entry, unless the time is up.
func describe(ctx context.Context, folder string, d fs.DirEntry, late *bool) entry {
	e := entry{name: d.Name(), key: sortKey(d.Name()), mode: d.Type(), size: -1, hidden: d.Name()[0] == '.'}
	if ctx.Err() != nil {
		*late = true
		return e
	}
	info, err := d.Info()
	if err == nil {
		e.hidden = e.hidden || hiddenBySystem(info)
	}
	if e.mode&fs.ModeSymlink != 0 {
		info, err = os.Stat(filepath.Join(folder, d.Name()))
	}
	if err != nil {
		return e // gone, or a link that leads nowhere: shown, and it says so when chosen
	}
	e.mode, e.changed = info.Mode(), info.ModTime()
	if e.file() {
		e.size = info.Size()
	}
	return e
}

// nearest is the folder itself or the next one above it that is there.
func nearest(folder string) string {
	for {
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			return folder
		}
		above := filepath.Dir(folder)
		if above == folder {
			return folder
		}
		folder = above
	}
}
