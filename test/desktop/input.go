package desktop

import (
	"os"
	"path/filepath"
	"strconv"
)

// at are the words for xdotool to move the mouse to a place of the window.
func (p *Program) at(place Place) []string {
	return []string{"mousemove", "--window", p.window, strconv.Itoa(place.X), strconv.Itoa(place.Y)}
}

// mouse lets xdotool do several things one after the other.
func (p *Program) mouse(steps ...[]string) {
	var words []string
	for _, step := range steps {
		words = append(words, step...)
	}
	p.display.do("xdotool", words...)
}

// Click clicks with the left button.
func (p *Program) Click(place Place) { p.mouse(p.at(place), []string{"click", "1"}) }

// DoubleClick clicks twice.
func (p *Program) DoubleClick(place Place) {
	p.mouse(p.at(place), []string{"click", "--repeat", "2", "--delay", "60", "1"})
}

// Drag presses the button at a place and lets it go at another; on the way the mouse is seen, as a hand's is.
func (p *Program) Drag(from, to Place) {
	const steps = 8
	words := [][]string{p.at(from), {"mousedown", "1"}}
	for i := 1; i <= steps; i++ {
		words = append(words, p.at(Place{from.X + (to.X-from.X)*i/steps, from.Y + (to.Y-from.Y)*i/steps}), []string{"sleep", "0.01"})
	}
	p.mouse(append(words, []string{"mouseup", "1"})...)
}

// Scroll turns the wheel over a place: down by a number of notches, up by a negative one.
func (p *Program) Scroll(place Place, notches int) {
	button := "5"
	if notches < 0 {
		button, notches = "4", -notches
	}
	p.mouse(p.at(place), []string{"click", "--repeat", strconv.Itoa(notches), "--delay", "20", button})
}

// Point moves the mouse without a click.
func (p *Program) Point(place Place) { p.mouse(p.at(place)) }

// Key presses keys one after the other, by their names in X11, such as "ctrl+z", "Return" and "ctrl+equal".
func (p *Program) Key(names ...string) {
	p.display.do("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "20"}, names...)...)
}

// Type types a text, Arabic or Latin.
func (p *Program) Type(text string) {
	p.display.do("xdotool", "type", "--clearmodifiers", "--delay", "20", "--", text)
}

// Screenshot writes the window as it is to a PNG file.
func (p *Program) Screenshot(path string) {
	p.display.check(os.MkdirAll(filepath.Dir(path), 0o755))
	p.display.do("import", "-window", p.window, path)
}

// TryScreenshot writes the window to a PNG file if there is one: for when something has failed already.
func (p *Program) TryScreenshot(path string) {
	if p.window != "" && !p.child.ended() && os.MkdirAll(filepath.Dir(path), 0o755) == nil {
		_, _ = p.display.ask("import", "-window", p.window, path)
	}
}
