package reader

import (
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"hashiya/app/bidi"
)

// palette is a theme whose colours are named by their value, as in "#DDECFB".
type palette struct{ fyne.Theme }

func (p palette) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if !strings.HasPrefix(string(name), "#") {
		return p.Theme.Color(name, variant)
	}
	var c color.NRGBA
	for i, part := range []*uint8{&c.R, &c.G, &c.B} {
		for _, digit := range name[1+2*i : 3+2*i] {
			*part = *part<<4 | uint8(strings.IndexRune("0123456789ABCDEF", digit))
		}
	}
	c.A = 255
	return c
}

var (
	daylight = Colors{
		Paper: "#FDFCF9", Ink: "#1D2125", Secondary: "#4F565E", Faint: "#6A7077", Selection: "#C9DFF7", Accent: "#0B6B6B",
		Hit: "#FFF0A8",
	}
	actor    = Style{Fill: "#DDECFB", Line: "#0B62B0", Pattern: Solid}
	location = Style{Fill: "#D8F1E4", Line: "#08764C", Pattern: Dashed}
	count    = Style{Fill: "#FCE8D2", Line: "#9C4406", Pattern: Double}
	tactic   = Style{Fill: "#F8E1F2", Line: "#972A82", Pattern: Dotted}
	date     = Style{Fill: "#E9EAEC", Line: "#5D646C", Pattern: Thin}
	guess    = Style{Line: "#6A7077", Pattern: Dashed}
	doubt    = Style{Line: "#B3261E", Pattern: Wavy}
)

func loadFont(t testing.TB, name string) *bidi.Font {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name))
	if err != nil {
		t.Fatal(err)
	}
	font, err := bidi.ParseFont(data)
	if err != nil {
		t.Fatal(err)
	}
	return font
}

// show puts a reader with a text into a window of its own. What background work hands over is dropped.
func show(t testing.TB, text string, width, height float32, options Options) (*Reader, fyne.Window) {
	t.Helper()
	r, w, _ := showPosting(t, text, width, height, options)
	return r, w
}

// posts collects what background work asks of the main goroutine, which is that of the test.
type posts chan func()

// runNext runs the next function, and fails when none comes in a generous time.
func (p posts) runNext(t testing.TB) {
	t.Helper()
	select {
	case f := <-p:
		f()
	case <-time.After(20 * time.Second):
		t.Fatal("the background work does not end")
	}
}

// showPosting is show for tests that run what background work hands over.
func showPosting(t testing.TB, text string, width, height float32, options Options) (*Reader, fyne.Window, posts) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(palette{theme.DefaultTheme()})
	if options.Colors == (Colors{}) {
		options.Colors = daylight
	}
	r := New(loadFont(t, "Vazirmatn-Regular.ttf"), loadFont(t, "Vazirmatn-Bold.ttf"), options)
	queue := make(posts, 100)
	r.post = func(f func()) { queue <- f }
	t.Cleanup(r.measuring.stop)
	w := test.NewWindow(r)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	r.SetArticle(text, "")
	return r, w, queue
}

// markOf marks the nth occurrence (from 0) of words.
func markOf(t testing.TB, text, words string, n int, id string, style Style) Mark {
	t.Helper()
	at := 0
	for ; n >= 0; n-- {
		next := strings.Index(text[at:], words)
		if next < 0 {
			t.Fatalf("%q is not in the text", words)
		}
		at += next
		if n > 0 {
			at += len(words)
		}
	}
	start := len([]rune(text[:at]))
	return Mark{ID: id, Start: start, End: start + len([]rune(words)), Style: style}
}

// marked shows the selection in the text, as in "قال [الناطق] إن"; the caret of an empty one is "|".
func marked(r *Reader, text string) string {
	runes := []rune(text)
	start, end := r.Selection()
	if start == end {
		return string(runes[:start]) + "|" + string(runes[start:])
	}
	return string(runes[:start]) + "[" + string(runes[start:end]) + "]" + string(runes[end:])
}

// setScale makes the screen of a window as dense as that.
func setScale(w fyne.Window, scale float32) {
	w.Canvas().(software.WindowlessCanvas).SetScale(scale)
}
