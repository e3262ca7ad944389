// Package desktop drives the program as a person does, for tests and tours: a display, a window manager, a real mouse and keyboard.
// Where things are in the window it reads from the probe that the program writes; when something is done it learns there, too, so
// that no script has to guess how long to wait. It uses Xvfb, openbox, xdotool, setxkbmap, ImageMagick's import and, for the clipboard, xclip.
package desktop

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// How long to wait for anything, and how often to look. The patience is for a busy machine; nothing takes that long on an idle one.
const (
	patience = 30 * time.Second
	pause    = 50 * time.Millisecond
)

// Reporter is told of what went wrong. Fatalf must not return; testing.TB is a Reporter.
type Reporter interface {
	Fatalf(format string, args ...any)
}

// Display is a screen with a window manager and a keyboard that has a Latin and an Arabic layout.
type Display struct {
	name     string // ":7"
	report   Reporter
	folder   string // of the logs
	children []*child
}

// Start opens a virtual display of its own, of a size in pixels. Programs that are missing are named with how to install them.
// Stop must be called in the end, also when Start has failed.
func Start(report Reporter, width, height int) *Display {
	d := &Display{report: report}
	for _, need := range []string{"Xvfb", "openbox", "xdotool", "setxkbmap", "import"} {
		if _, err := exec.LookPath(need); err != nil {
			report.Fatalf("%s is not installed and a window cannot be tested without it: run scripts/deps.sh test", need)
		}
	}
	folder, err := os.MkdirTemp("", "hashiya-desktop-")
	d.check(err)
	d.folder = folder
	d.name = d.startServer(fmt.Sprintf("%dx%dx24", width, height))
	d.startManager()
	d.Layouts(BothLayouts)
	return d
}

// Attach uses a display that runs already, with its window manager: ":7". Its keyboard gets the layouts.
func Attach(report Reporter, name string) *Display {
	d := &Display{report: report, name: name}
	folder, err := os.MkdirTemp("", "hashiya-desktop-")
	d.check(err)
	d.folder = folder
	d.awaitManager()
	d.Layouts(BothLayouts)
	return d
}

// Stop ends what the display has started, newest first, and only that.
func (d *Display) Stop() {
	for i := len(d.children) - 1; i >= 0; i-- {
		d.children[i].kill()
	}
	d.children = nil
	if d.folder != "" {
		os.RemoveAll(d.folder) // logs; what is left of them does no harm
	}
}

// startServer starts Xvfb, which looks for a free number itself and writes it once it answers.
func (d *Display) startServer(screen string) string {
	number, write, err := os.Pipe()
	d.check(err)
	defer number.Close()
	// No key repeats itself (-r), or one would be typed twice when a busy machine is late to let it go. What the display shows is kept in
	// a file, where Frame finds it, without the mouse.
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp", "-noreset", "-r", "-nocursor", "-fbdir", d.folder)
	cmd.ExtraFiles = []*os.File{write}
	d.start(cmd, "Xvfb.log")
	write.Close()
	d.check(number.SetReadDeadline(time.Now().Add(patience)))
	line, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		d.fail("Xvfb opened no display: %v", err)
	}
	return ":" + strings.TrimSpace(line)
}

// startManager starts the window manager with a configuration folder of its own, and waits for it: a window that is mapped while it
// starts may never be shown.
func (d *Display) startManager() {
	cmd := exec.Command("openbox")
	cmd.Env = d.environment()
	d.start(cmd, "openbox.log")
	d.awaitManager()
}

func (d *Display) awaitManager() {
	d.await("a window manager", func() bool {
		_, err := d.ask("xdotool", "get_num_desktops")
		return err == nil
	})
}

// BothLayouts are the layouts that a display begins with. Letters that are on no layout would have to be mapped for a moment each
// when they are typed, which programs do not always notice.
const BothLayouts = "us,ara"

// Layouts gives the keyboard other layouts, the first of which is in force: "ara", or "ara(digits)" for a variant of it.
func (d *Display) Layouts(names string) {
	name, variant, _ := strings.Cut(strings.TrimSuffix(names, ")"), "(")
	d.do("setxkbmap", "-layout", name, "-variant", variant)
}

// environment is that of the display's programs: their settings are never the user's own.
func (d *Display) environment() []string {
	var kept []string
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		switch name {
		case "DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "FYNE_SCALE", "FYNE_THEME":
		default:
			kept = append(kept, variable)
		}
	}
	return append(kept, "DISPLAY="+d.name, "XDG_CONFIG_HOME="+d.folder, "XDG_RUNTIME_DIR="+d.folder)
}

// command is a program of the display that goes on as long as it likes.
func (d *Display) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = d.environment()
	return cmd
}

// ask runs a tool and returns what it wrote, without the space around it.
func (d *Display) ask(name string, args ...string) (string, error) {
	output, err := d.raw(name, args...)
	return strings.TrimSpace(output), err
}

// raw runs a tool and returns exactly what it wrote. A tool that does not end is ended: import waits for a click where it is given no
// window.
func (d *Display) raw(name string, args ...string) (string, error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = d.environment()
	output, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = fmt.Errorf("%w: %s", err, exit.Stderr)
	}
	return string(output), err
}

// do runs a tool that must succeed and returns what it wrote.
func (d *Display) do(name string, args ...string) string {
	output, err := d.ask(name, args...)
	if err != nil {
		d.fail("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return output
}

// await waits until something is so.
func (d *Display) await(what string, so func() bool) {
	if !d.poll(so) {
		d.fail("waited %v for %s", patience, what)
	}
}

// poll waits until something is so; it tells whether that has come.
func (d *Display) poll(so func() bool) bool {
	for end := time.Now().Add(patience); !so(); time.Sleep(pause) {
		if time.Now().After(end) {
			return false
		}
	}
	return true
}

func (d *Display) check(err error) {
	if err != nil {
		d.fail("%v", err)
	}
}

// fail reports a failure with the last that each program wrote.
func (d *Display) fail(format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	logs, _ := filepath.Glob(filepath.Join(d.folder, "*.log")) // the pattern is well formed
	for _, name := range logs {
		if said := tail(name); said != "" {
			message += "\n" + filepath.Base(name) + ":\n" + said
		}
	}
	d.report.Fatalf("%s", message)
}

// tail returns the end of a file, "" when it cannot be read.
func tail(name string) string {
	const most = 2000
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.Size() > most {
		if _, err := file.Seek(-most, io.SeekEnd); err != nil {
			return ""
		}
	}
	body, _ := io.ReadAll(file)
	return strings.TrimSpace(string(body))
}
