// The tour drives the program in its window as a newcomer would: it opens a demo project made of the samples, searches, labels an
// article, fills in a claim, takes things back, submits, and exports the dataset. It leaves a picture of every step, with a list of
// what each shows, for people who look at the program without starting it.
//
// Usage: tour PROGRAM FOLDER, with DISPLAY naming a screen with a window manager, or without it on a screen of its own.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"hashiya/samples"
	"hashiya/test/desktop"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: tour PROGRAM FOLDER")
		os.Exit(2)
	}
	if err := tour(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "the tour failed:", err)
		os.Exit(1)
	}
}

// guide leads through the program.
type guide struct {
	display *desktop.Display
	options desktop.Options
	out     string // folder of the pictures
	p       *desktop.Program
	text    string // of the article shown
	readme  strings.Builder
	taken   int
}

// failed is what ends the tour.
type failed string

// Fatalf implements desktop.Reporter.
func (g *guide) Fatalf(format string, args ...any) { panic(failed(fmt.Sprintf(format, args...))) }

func tour(binary, out string) (err error) {
	folder, err := os.MkdirTemp("", "hashiya-tour-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	g := &guide{out: out, options: desktop.Options{
		Binary: binary, Project: filepath.Join(out, "demo.hashiya"), Config: folder,
	}}
	defer func() {
		switch reason := recover().(type) {
		case nil:
		case failed:
			err = fmt.Errorf("after %d pictures: %s", g.taken, reason)
			if g.p != nil {
				g.p.TryScreenshot(filepath.Join(out, "failed.png"))
			}
		default:
			panic(reason)
		}
		if g.display != nil {
			g.display.Stop()
		}
	}()
	if name := os.Getenv("DISPLAY"); name != "" {
		g.display = desktop.Attach(g, name)
	} else {
		g.display = desktop.Start(g, 1366, 768)
	}
	g.day()
	return nil
}

// open starts the program in colours and a size in pixels.
func (g *guide) open(theme string, width, height int) {
	settings, err := json.Marshal(map[string]any{
		"name": "newcomer", "role": "annotator", "theme": theme, "width": width, "height": height, "zoom": 1,
	})
	g.check(err)
	g.check(os.WriteFile(filepath.Join(g.options.Config, "settings.json"), settings, 0o600))
	g.p = g.display.Run(g.options)
	g.p.Wait("the list of articles", func(at desktop.Probe) bool { return at.Screen == "library" })
}

// article waits until another article is shown than the one before and reads its text from the samples.
func (g *guide) article(before string) string {
	at := g.p.Wait("an article", func(at desktop.Probe) bool { return at.Screen == "annotate" && at.Article != before })
	for line := range strings.Lines(string(samples.JSONL())) {
		var sample struct{ ID, Text string }
		g.check(json.Unmarshal([]byte(line), &sample))
		if sample.ID == at.Article {
			g.text = sample.Text
			return at.Article
		}
	}
	g.Fatalf("the article %s is none of the samples", at.Article)
	return ""
}

// words finds words of the article behind others, which may be "".
func (g *guide) words(behind, words string) desktop.Words {
	w, found := desktop.Find(g.text, behind, words)
	if !found {
		g.Fatalf("the article does not say %q behind %q", words, behind)
	}
	return w
}

// label selects words with the mouse and gives them a label by its key. It waits for the card of the new item.
func (g *guide) label(key, behind, words string) {
	g.labelled(key, func() { g.p.Select(g.words(behind, words)) })
}

// labelled gives a label to what is selected by choose.
func (g *guide) labelled(key string, choose func()) {
	before := g.p.Wait("the window", func(desktop.Probe) bool { return true }).Active
	choose()
	g.p.Key(key)
	g.p.Wait("the card of the new item", func(at desktop.Probe) bool { return at.Active != "" && at.Active != before })
}

// pick types a name in a field with a list and takes the first that fits.
func (g *guide) pick(field, name string) {
	g.p.Click(g.p.Field(field).Field)
	g.p.Type(name)
	g.p.Key("Return", "Escape")
}

// write types a value in a field.
func (g *guide) write(field, value string) {
	g.p.Click(g.p.Field(field).Field)
	g.p.Key("ctrl+a")
	g.p.Type(value)
	g.p.Key("Tab")
}

// prove binds a word of the article to a field.
func (g *guide) prove(field, behind, word string) {
	g.p.SelectWord(g.words(behind, word))
	g.p.Click(g.p.Field(field).Mark)
}

// picture takes a screenshot when the window has come to rest.
func (g *guide) picture(name, shows string) {
	g.p.Point(desktop.Place{X: 2, Y: 2}) // nothing there changes its looks under the mouse
	g.p.Wait("the window to rest", func(at desktop.Probe) bool { return at.Saved })
	g.taken++
	file := fmt.Sprintf("%02d-%s.png", g.taken, name)
	g.p.Screenshot(filepath.Join(g.out, file))
	fmt.Fprintf(&g.readme, "%-24s %s\n", file, shows)
}

// command runs a command of the program and notes what it said.
func (g *guide) command(args ...string) {
	cmd := exec.Command(g.options.Binary, args...)
	cmd.Env = append(os.Environ(), "HASHIYA_CONFIG="+g.options.Config)
	said, err := cmd.CombinedOutput()
	if err != nil {
		g.Fatalf("hashiya %s: %v: %s", strings.Join(args, " "), err, said)
	}
	fmt.Fprintf(&g.readme, "$ hashiya %s\n%s", strings.Join(args, " "), said)
}

func (g *guide) check(err error) {
	if err != nil {
		g.Fatalf("%v", err)
	}
}
