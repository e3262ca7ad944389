package gazetteer

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"strings"
)

// openFiles opens the files of a source one after the other and takes their
// hashes as they are read.
type openFiles struct {
	ctx      context.Context
	paths    []string
	sums     []hash.Hash
	done     []int64 // bytes read of each
	total    int64
	progress func(done, total int64)
}

func newOpenFiles(ctx context.Context, paths []string, progress func(done, total int64)) *openFiles {
	f := &openFiles{ctx: ctx, paths: paths, sums: make([]hash.Hash, len(paths)), done: make([]int64, len(paths)), progress: progress}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			f.total += info.Size()
		}
	}
	return f
}

// open opens file i from its beginning. Whoever reads it must read all of it.
func (f *openFiles) open(i int) (io.ReadCloser, error) {
	file, _, err := openRegular(f.paths[i])
	if err != nil {
		return nil, err
	}
	f.sums[i], f.done[i] = sha256.New(), 0
	return &hashedFile{files: f, number: i, file: file}, nil
}

// openRegular opens a file that is no pipe or device: those would wait, or
// never end.
func openRegular(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, fmt.Errorf("%s: there is no such file; check the path", path)
	case err != nil:
		return nil, 0, err
	case !info.Mode().IsRegular():
		return nil, 0, fmt.Errorf("%s: this is not a file; name the files one by one", path)
	case info.Size() > maxFileBytes:
		return nil, 0, fmt.Errorf("%s: the file is larger than %d GB; take a country's file", path, maxFileBytes>>30)
	}
	file, err := os.Open(path)
	return file, info.Size(), err
}

// hashedFile is an open file of openFiles.
type hashedFile struct {
	files  *openFiles
	number int
	file   *os.File
}

func (h *hashedFile) Read(p []byte) (int, error) {
	if err := h.files.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := h.file.Read(p)
	h.files.sums[h.number].Write(p[:n])
	h.files.done[h.number] += int64(n)
	if h.files.done[h.number] > maxFileBytes {
		return 0, fmt.Errorf("%s: the file grows while it is read; copy it first", h.files.paths[h.number])
	}
	if h.files.progress != nil {
		var done int64
		for _, bytes := range h.files.done {
			done += bytes
		}
		h.files.progress(done, max(done, h.files.total))
	}
	return n, err
}

func (h *hashedFile) Close() error { return h.file.Close() }

// drain reads file i for its hash alone.
func (f *openFiles) drain(i int) error {
	file, err := f.open(i)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(io.Discard, file)
	return err
}

// sum returns the SHA-256 of the files: of the one, or of the list of all sums
// as hexadecimal lines. Files that were not read are read for it.
func (f *openFiles) sum() (string, error) {
	var lines []string
	for i := range f.paths {
		if f.sums[i] == nil {
			if err := f.drain(i); err != nil {
				return "", err
			}
		}
		lines = append(lines, hex.EncodeToString(f.sums[i].Sum(nil)))
	}
	if len(lines) == 1 {
		return lines[0], nil
	}
	all := sha256.Sum256([]byte(strings.Join(lines, "\n") + "\n"))
	return hex.EncodeToString(all[:]), nil
}

// maxLine is the longest line of a dump, in bytes; GeoNames allows 10,000
// characters of alternate names.
const maxLine = 256 << 10

var errLongLine = fmt.Errorf("the line is longer than %d bytes", maxLine)

// eachLine calls do with every line of a file that is not empty, without its
// end, and with an error in its place for one that is too long. The line is
// valid until do returns.
func (f *openFiles) eachLine(i int, do func(number int, line []byte, broken error) error) error {
	file, err := f.open(i)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewReaderSize(file, maxLine)
	for number := 1; ; number++ {
		line, err := lines.ReadSlice('\n')
		var broken error
		for errors.Is(err, bufio.ErrBufferFull) {
			broken = errLongLine
			line, err = lines.ReadSlice('\n')
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		for len(line) > 0 && (line[len(line)-1] == '\n' || line[len(line)-1] == '\r') {
			line = line[:len(line)-1]
		}
		if len(line) > 0 || broken != nil {
			if err := do(number, line, broken); err != nil {
				return err
			}
		}
		if err != nil {
			return nil
		}
	}
}
