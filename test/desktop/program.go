package desktop

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Options say how the program is started.
type Options struct {
	Binary  string
	Project string   // "" for none
	Config  string   // folder of the settings
	Args    []string // more of them
	Locale  string   // such as "C", in which X composes no letters; "" for that of the environment
	Scale   float64  // pixels for each unit of Fyne's; 0 leaves it to Fyne, which rounds to tenths
}

// Program is the program running in its window.
type Program struct {
	display *Display
	child   *child
	probe   string // path of the probe
	window  string // the window's id
	started time.Time
}

// Run starts the program and waits until its window has the keyboard and the probe tells of a screen.
func (d *Display) Run(o Options) *Program {
	p := d.launch(o)
	p.Wait("the first screen", func(at Probe) bool { return at.Screen != "" })
	p.findWindow()
	return p
}

// Up starts the program, waits for its first screen and returns how long that took from the start of the process. The time is that
// of the first probe, which the program writes every 100 ms from when it makes its window.
func (d *Display) Up(o Options) (*Program, time.Duration) {
	p := d.launch(o)
	var up time.Duration
	d.await("the first screen", func() bool {
		p.alive()
		info, err := os.Stat(p.probe)
		if err == nil {
			up = info.ModTime().Sub(p.started)
		}
		return err == nil
	})
	p.findWindow()
	return p, up
}

func (d *Display) launch(o Options) *Program {
	folder, err := os.MkdirTemp(d.folder, "probe-")
	d.check(err)
	p := &Program{display: d, probe: filepath.Join(folder, "probe")}
	args := o.Args
	if o.Project != "" {
		args = append([]string{o.Project}, args...)
	}
	cmd := d.command(o.Binary, args...)
	cmd.Env = append(cmd.Env, "HASHIYA_CONFIG="+o.Config, "HASHIYA_PROBE="+p.probe)
	if o.Locale != "" {
		cmd.Env = append(cmd.Env, "LC_ALL="+o.Locale)
	}
	if o.Scale > 0 {
		cmd.Env = append(cmd.Env, "FYNE_SCALE="+strconv.FormatFloat(o.Scale, 'g', -1, 64))
	}
	p.started = time.Now()
	p.child = d.start(cmd, "hashiya.log")
	return p
}

// findWindow finds the window by the process and waits until it has the keyboard.
func (p *Program) findWindow() {
	id := strconv.Itoa(p.child.cmd.Process.Pid)
	p.display.await("the window", func() bool {
		p.alive()
		found, err := p.display.ask("xdotool", "search", "--onlyvisible", "--pid", id)
		p.window, _, _ = strings.Cut(found, "\n")
		return err == nil && p.window != ""
	})
	p.Front()
}

// Front brings the window to the front and waits until it has the keyboard.
func (p *Program) Front() {
	p.display.do("xdotool", "windowactivate", p.window)
	p.display.await("the keyboard", func() bool {
		active, err := p.display.ask("xdotool", "getwindowfocus")
		return err == nil && active == p.window
	})
}

// Close closes the window as a person does, by its key, and waits for the program to end well. A busy window manager can miss the key,
// so it is pressed again, as a person would; a program that hangs does not end of that.
func (p *Program) Close() {
	for end := time.Now().Add(patience); time.Now().Before(end); {
		p.Front()
		p.Key("alt+F4")
		select {
		case <-p.child.done:
			if p.child.err != nil {
				p.display.fail("the program ended badly: %v", p.child.err)
			}
			return
		case <-time.After(patience / 3):
		}
	}
	p.display.fail("the program did not end within %v of its window's closing", patience)
}

// Kill ends the program as a power cut does.
func (p *Program) Kill() { p.child.kill() }

// alive fails when the program has ended by itself.
func (p *Program) alive() {
	if p.child.ended() {
		p.display.fail("the program has ended: %v", p.child.err)
	}
}
