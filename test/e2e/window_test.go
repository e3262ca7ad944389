//go:build unix && !darwin

package e2e

import (
	"testing"

	"hashiya/test/desktop"
)

// TestWindowSizeIsRemembered resizes the window, closes the program and starts it again.
func TestWindowSizeIsRemembered(t *testing.T) {
	b := newBench(t)
	p := b.run()
	p.AwaitSize(desktop.Place{X: 1280, Y: 720}) // as the settings say
	want := desktop.Place{X: 1111, Y: 733}
	p.Resize(want)
	p.Close()
	p = b.run()
	p.AwaitSize(want)
	shot(p, "window-remembered")
	p.Close()
}

// TestFullScreen fills the screen with the window by a key, and goes back.
func TestFullScreen(t *testing.T) {
	b := newBench(t)
	p := b.run()
	window := p.Size()
	p.Press(desktop.F11)
	p.AwaitSize(desktop.Place{X: 1366, Y: 800}) // the whole display, without a frame
	shot(p, "window-full")
	p.Press(desktop.F11)
	p.AwaitSize(window)
	b.openArticle(p) // the program goes on, and things are where the probe says
	p.Close()
}

// TestFunctionKeys opens and closes the help sheet with an Arabic layout in force.
func TestFunctionKeys(t *testing.T) {
	b := newBench(t)
	p := b.run()
	b.desktop.Layouts("ara")
	library := p.Rest("the list to rest", nil)
	p.Press(desktop.F1)
	help := p.Rest("the help sheet", library)
	shot(p, "keys-help")
	p.Key("Escape")
	p.Rest("the end of the help sheet", help)
	b.openArticle(p)
	p.Press(desktop.F6) // to the form and back: in the article a digit labels again
	p.Press(desktop.F6)
	p.SelectWord(b.claimant())
	p.Press(desktop.Cap('3'))
	b.await("the count", func(s saved) bool { return len(s.counts) == 1 })
	p.Close()
}
