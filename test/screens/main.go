// Screens takes a picture of every screen of the program, in each language and in light and dark colours, for people who look at its
// design: build/screens/NAME-LANGUAGE-THEME.png, and index.html with all of them. The screens stand in the table of table.go.
//
// Usage: screens PROGRAM FOLDER [NAME...], the names being those of the screens wanted; all of them without a name.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: screens PROGRAM FOLDER [NAME...]")
		os.Exit(2)
	}
	if err := takeAll(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, "the screens are not complete:", err)
		os.Exit(1)
	}
}

// atOnce is how many displays work beside each other: most of the time one waits for its program to come to rest.
const atOnce = 3

// takeAll takes the pictures of the screens with some names, or of all, and makes the sheet of all that are in the folder.
func takeAll(binary, out string, names []string) error {
	for _, name := range names {
		if !slices.ContainsFunc(table(), func(s screen) bool { return s.name == name }) {
			return fmt.Errorf("there is no screen %q; test/screens/table.go has those there are", name)
		}
	}
	work, err := os.MkdirTemp("", "hashiya-screens-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if binary, err = filepath.Abs(binary); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	f, err := newFixture(binary, work)
	if err != nil {
		return err
	}
	began := time.Now()
	taken, failed := photograph(f, out, names)
	fmt.Printf("%d pictures in %s of %v\n", taken, out, time.Since(began).Round(time.Second))
	if err := writeSheet(out); err != nil {
		return err
	}
	if len(failed) > 0 {
		return fmt.Errorf("%d failed: %v", len(failed), failed)
	}
	return nil
}

// photograph takes the pictures of all sets, some at a time, and tells how many there are and which failed.
func photograph(f *fixture, out string, names []string) (taken int, failed []string) {
	var both sync.Mutex
	var done sync.WaitGroup
	queue := make(chan set)
	for range atOnce {
		done.Go(func() {
			for s := range queue {
				n, bad := s.take(f, out, names)
				both.Lock()
				taken, failed = taken+n, append(failed, bad...)
				both.Unlock()
			}
		})
	}
	for _, s := range sets() {
		queue <- s
	}
	close(queue)
	done.Wait()
	return taken, failed
}
