package main

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"

	"hashiya/test/desktop"
)

// set is a way in which screens are taken: one language, colouring, size and scale.
type set struct {
	language, theme string
	width, height   int      // of the window in Fyne's units
	scale           float64  // pixels for each of them
	only            []string // names of the screens; all when there are none
}

// sets has one line a way. Fyne rounds scales to tenths: 1.25 is 1.3 in truth.
func sets() []set {
	return []set{
		{"ar", "light", 1440, 900, 1, nil},
		{"ar", "dark", 1440, 900, 1, nil},
		{"en", "light", 1440, 900, 1, nil},
		{"en", "dark", 1440, 900, 1, nil},
		{"ar", "light", 1024, 700, 1, nil},
		{"ar", "light", 1280, 720, 1, []string{"library", "card-count"}},
		{"ar", "light", 1280, 720, 1.25, []string{"library", "card-count"}},
		{"ar", "light", 1280, 720, 1.5, []string{"library", "card-count"}},
		{"ar", "light", 1280, 720, 2, []string{"library", "card-count"}},
		{"ar", "light", 1024, 700, 1.5, []string{"help", "settings", "start", "import-file", "card-count"}},
	}
}

// normal is the size that file names do not tell.
func (s set) normal() bool { return s.width == 1440 && s.height == 900 && s.scale == 1 }

// file is the name of a screen's picture.
func (s set) file(screen string) string {
	name := fmt.Sprintf("%s-%s-%s", screen, s.language, s.theme)
	if !s.normal() {
		name += fmt.Sprintf("-%dx%d", s.width, s.height)
	}
	if s.scale != 1 {
		name += fmt.Sprintf("-scale%g", s.scale)
	}
	return name + ".png"
}

// take takes the pictures of a set on a display of its own. A screen that fails leaves the others as they are; its file is named.
func (s set) take(f *fixture, out string, names []string) (taken int, failed []string) {
	var wanted []screen
	for _, one := range table() {
		if (len(s.only) == 0 || slices.Contains(s.only, one.name)) && (len(names) == 0 || slices.Contains(names, one.name)) {
			wanted = append(wanted, one)
		}
	}
	if len(wanted) == 0 {
		return 0, nil
	}
	var report reporter
	var display *desktop.Display
	pixels := func(units int) int { return int(math.Ceil(float64(units)*s.scale*1.05)) + 60 } // with the window's title and Fyne's rounding
	if err := report.guard(func() { display = desktop.Start(report, pixels(s.width), pixels(s.height)) }); err != nil {
		return 0, []string{fmt.Sprintf("%+v: %v", s, err)}
	}
	defer display.Stop()
	for _, one := range wanted {
		t := &stage{reporter: report, fixture: f, display: display, set: s, screen: one, path: filepath.Join(out, s.file(one.name))}
		if err := t.take(); err != nil {
			failed = append(failed, fmt.Sprintf("%s: %v", s.file(one.name), err))
			continue
		}
		taken++
	}
	return taken, failed
}

// reporter ends what it is doing with a panic that guard catches.
type reporter struct{}

// failure is what went wrong.
type failure string

// Error implements error.
func (f failure) Error() string { return string(f) }

// Fatalf implements desktop.Reporter.
func (reporter) Fatalf(format string, args ...any) { panic(failure(fmt.Sprintf(format, args...))) }

// guard does something and returns what Fatalf was told meanwhile.
func (reporter) guard(do func()) (err error) {
	defer func() {
		switch reason := recover().(type) {
		case nil:
		case failure:
			err = reason
		default:
			panic(reason)
		}
	}()
	do()
	return nil
}
