package sqlite

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
)

// applicationID marks project files: "HSHY". It stands at byte 68 of the file,
// the schema's version at byte 60 (SQLite file format, section 1.3).
const applicationID = 0x48534859

// checkHeader looks at a file before SQLite does, so that a file of another
// program is never touched and a truncated one is known at once.
func checkHeader(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.IsDir() {
		return fmt.Errorf("%w: it is a folder", ErrNotProject)
	}
	var head [100]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		return fmt.Errorf("%w: it is too short", ErrNotProject)
	}
	if string(head[:16]) != "SQLite format 3\x00" || binary.BigEndian.Uint32(head[68:]) != applicationID {
		return ErrNotProject
	}
	if version := binary.BigEndian.Uint32(head[60:]); int(version) > len(migrations()) {
		return fmt.Errorf("%w: its version is %d, this program knows versions up to %d", ErrNewer, version, len(migrations()))
	}
	return checkSize(path, f, head)
}

// checkSize compares the file's size with the pages that its header promises.
// A file with a journal beside it is mid-way: SQLite will put it right.
func checkSize(path string, f *os.File, head [100]byte) error {
	if _, err := os.Stat(path + "-journal"); err == nil {
		return nil
	}
	// Only now: somebody may have been writing when the header was read.
	info, err := f.Stat()
	if err != nil {
		return err
	}
	pageSize := int64(binary.BigEndian.Uint16(head[16:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	missing := int64(binary.BigEndian.Uint32(head[28:]))*pageSize - info.Size()
	if missing <= 0 {
		return nil
	}
	var again [100]byte
	if _, err := f.ReadAt(again[:], 0); err != nil || again != head {
		return err
	}
	return fmt.Errorf("%w: %d bytes are missing at its end", ErrDamaged, missing)
}

// checkWritable asks the system, without changing anything, whether the file
// may be written.
func checkWritable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	return f.Close()
}
