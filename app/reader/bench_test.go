package reader

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

const tenMegabytes = 10_000_000

// longText is at least so many bytes of paragraphs.
func longText(bytes int) string {
	part := long(400)
	return strings.Repeat(part, bytes/len(part)+1)
}

// reportLongest reports the longest of some times, and the one that 99 of 100 stay below, in ms.
func reportLongest(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(times[len(times)*99/100]), "p99-ms")
	b.ReportMetric(ms(times[len(times)-1]), "longest-ms")
}

// BenchmarkOpen is the way from a text of 10 MB to the first picture of the window.
func BenchmarkOpen(b *testing.B) {
	text := longText(tenMegabytes)
	r, w := show(b, "", 820, 800, Options{})
	for b.Loop() {
		r.SetArticle(text, "")
		w.Canvas().Capture()
	}
}

// BenchmarkScroll moves a text of 10 MB by 14 pixels and draws the lines that come into view: one frame.
func BenchmarkScroll(b *testing.B) {
	r, _ := show(b, longText(tenMegabytes), 820, 800, Options{})
	draw(r)
	var times []time.Duration
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		r.scrollBy(14)
		draw(r)
		times = append(times, time.Since(start))
	}
	reportLongest(b, times)
}

// BenchmarkDrag moves the end of a selection that begins 40 lines above over the view, drawing included: one event of the mouse.
func BenchmarkDrag(b *testing.B) {
	r, _ := show(b, longText(tenMegabytes), 820, 800, Options{})
	r.SetMarks(manyMarks(2000, 100_000))
	r.scrollBy(1000)
	draw(r)
	press(r, fyne.NewPos(600, 10), 0)
	r.drag.start = 5
	var times []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		drawTo(r, fyne.NewPos(float32(100+i*7%600), float32(40+i*11%700)))
		draw(r)
		times = append(times, time.Since(start))
	}
	reportLongest(b, times)
}

// BenchmarkClick places the caret.
func BenchmarkClick(b *testing.B) {
	r, _ := show(b, longText(tenMegabytes), 820, 800, Options{})
	draw(r)
	for i := 0; b.Loop(); i++ {
		click(r, fyne.NewPos(float32(100+i*7%600), float32(40+i*11%700)), 0)
		draw(r)
	}
}

// hostile are texts made to freeze a window.
var hostile = []struct{ name, text string }{
	{"10 MB on one line", strings.Repeat("باب 12 (abc) ", tenMegabytes/17)},
	{"1 MB without a break", strings.Repeat("ب", 1<<19)},
	{"100,000 combining marks", "ب" + strings.Repeat("\u064f", 100_000)},
	{"10,000 nested embeddings", strings.Repeat("\u202b\u202a", 5000) + "دار abc" + strings.Repeat("\u202c", 10_000)},
}

// hostileSteps are what a user does with a text; each is to be done in 100 ms, or the window is taken for frozen.
var hostileSteps = []struct {
	name string
	do   func(r *Reader, w fyne.Window)
}{
	{"draw", func(r *Reader, _ fyne.Window) { draw(r) }},
	{"capture", func(_ *Reader, w fyne.Window) { w.Canvas().Capture() }},
	{"scroll", func(r *Reader, _ fyne.Window) { r.scrollBy(700); draw(r) }},
	{"bar", func(r *Reader, _ fyne.Window) { _, total := r.position(); r.scrollToHeight(total / 2); draw(r) }},
	{"click", func(r *Reader, _ fyne.Window) { click(r, fyne.NewPos(300, 200), 0); draw(r) }},
	{"double-click", func(r *Reader, _ fyne.Window) { click(r, fyne.NewPos(300, 200), 0); draw(r) }},
	{"triple-click", func(r *Reader, _ fyne.Window) { click(r, fyne.NewPos(300, 200), 0); draw(r) }},
	{"drag", func(r *Reader, _ fyne.Window) {
		press(r, fyne.NewPos(300, 200), 0)
		drawTo(r, fyne.NewPos(400, 500))
		lift(r, fyne.NewPos(400, 500))
		draw(r)
	}},
	{"select-all", func(r *Reader, _ fyne.Window) { r.Select(0, r.article.doc.Len()); draw(r) }},
	{"end", func(r *Reader, _ fyne.Window) { typeKeys(r, "control+End"); draw(r) }},
	{"up", func(r *Reader, _ fyne.Window) { typeKeys(r, "Up Prior Right control+Right"); draw(r) }},
	{"zoom", func(r *Reader, _ fyne.Window) { r.SetZoom(1.5 - r.Zoom()/2); draw(r) }},
	{"resize", func(_ *Reader, w fyne.Window) { w.Resize(fyne.NewSize(790, 800)) }},
	{"mark", func(r *Reader, _ fyne.Window) {
		r.UpdateMarks(nil, []Mark{{ID: "a", End: 1 << 30, Style: count}})
		draw(r)
	}},
	{"focus-mode", func(r *Reader, _ fyne.Window) { r.SetFocusMode(true); draw(r) }},
	{"veil", func(r *Reader, _ fyne.Window) { r.SetVeiled([]Range{{0, 1 << 30}}); draw(r) }},
}

// BenchmarkHostile reports the longest time of any call on the main goroutine, in ms, first with drafts and then with directions known.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			var longest time.Duration
			slowest := ""
			measure := func(name string, do func()) {
				start := time.Now()
				do()
				if took := time.Since(start); took > longest {
					longest, slowest = took, name
				}
			}
			for b.Loop() {
				r, w, queue := showPosting(b, "", 820, 800, Options{})
				measure("open", func() { r.SetArticle(h.text, "") })
				for range 2 {
					for _, s := range hostileSteps {
						measure(s.name, func() { s.do(r, w) })
					}
					for r.article.isDraft(r.view.paragraph) {
						measure("ready", <-queue)
					}
				}
				r.measuring.stop()
			}
			b.ReportMetric(float64(longest.Microseconds())/1000, slowest+"-ms")
		})
	}
}

// BenchmarkVeil draws a view full of veiled lines.
func BenchmarkVeil(b *testing.B) {
	r, _ := show(b, longText(100_000), 820, 800, Options{})
	r.scrollBy(1000)
	r.SetVeiled([]Range{{0, 1 << 30}})
	for b.Loop() {
		r.rows.touchAll()
		draw(r)
	}
}
