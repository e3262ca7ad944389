package desktop

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Size is that of the window's inside in pixels, as the place of its lower right corner.
func (p *Program) Size() Place {
	var size Place
	for line := range strings.Lines(p.display.do("xdotool", "getwindowgeometry", "--shell", p.window)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		number, err := strconv.Atoi(value)
		switch {
		case err != nil: // not a number, and so none of those wanted
		case name == "WIDTH":
			size.X = number
		case name == "HEIGHT":
			size.Y = number
		}
	}
	if size.X == 0 || size.Y == 0 {
		p.display.fail("the window has no size")
	}
	return size
}

// AwaitSize waits until the window's inside has a size in pixels and the program has drawn itself in it.
func (p *Program) AwaitSize(size Place) {
	p.display.await("the window to be of the size "+strconv.Itoa(size.X)+"x"+strconv.Itoa(size.Y), func() bool {
		p.alive()
		return p.Size() == size
	})
	p.Wait("the window to rest", func(Probe) bool { return true })
}

// Resize gives the window's inside a size in pixels, as pulling at its edge does.
func (p *Program) Resize(size Place) {
	p.display.do("xdotool", "windowsize", p.window, strconv.Itoa(size.X), strconv.Itoa(size.Y))
	p.AwaitSize(size)
}

// Frame is what the display shows: its pixels.
type Frame []byte

// Frame returns what the display shows now. One that was started here has its pixels in a file; import takes ten times as long.
func (p *Program) Frame() Frame {
	d := p.display
	pixels, err := os.ReadFile(filepath.Join(d.folder, "Xvfb_screen0"))
	if errors.Is(err, fs.ErrNotExist) {
		var told string
		told, err = d.raw("import", "-window", p.window, "-depth", "8", "rgb:-")
		pixels = []byte(told)
	}
	d.check(err)
	return pixels
}

// Rest waits until the window shows something else than before and no longer changes, and returns what it shows. It is for what the
// probe does not tell of: dialogs, sheets and lists. Without a frame before, any will do.
func (p *Program) Rest(what string, before Frame) Frame {
	var last Frame
	same := 0
	p.display.await(what, func() bool {
		p.alive()
		now := p.Frame()
		if !bytes.Equal(now, last) {
			last, same = now, 0
		}
		same++
		return same >= settled && (before == nil || !bytes.Equal(now, before))
	})
	return last
}
