package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

const told = "وقالت مصادر المرصد إن 12 عنصراً من التنظيم قتلوا في كمين قرب الجسر يوم 10 أكتوبر 2018، وإن القوات ردت. "

// namedProject is a project with one article of about 100 kB of UTF-8 that is
// full of names, numbers and dates, with 2,000 items of one span each.
func namedProject(b testing.TB) string {
	b.Helper()
	path := newProjectFile(b, nil, people...)
	var text strings.Builder
	for text.Len() < 100_000 {
		text.WriteString(told)
		if text.Len()%5 == 0 {
			text.WriteString("\n\n")
		}
	}
	from := filepath.Join(b.TempDir(), "named.jsonl")
	if err := os.WriteFile(from, bigLine(text.String(), 2000), 0o600); err != nil {
		b.Fatal(err)
	}
	d := newDesk(b)
	d.begin(path, "coder")
	d.importPaths([]string{from})
	if len(d.library().all) != 1 {
		b.Fatalf("import: %q", d.notices.Texts())
	}
	d.program.close()
	return path
}

// BenchmarkWalkKey presses the arrow key that leads on among the candidates of a
// field, and paints what changed in the article: it has 16 ms.
func BenchmarkWalkKey(b *testing.B) {
	d := startOn(b, namedProject(b))
	a := d.work()
	d.window.Canvas().Capture()
	d.label("3", "12 عنصراً", 400)
	d.focus(d.row("who").field.focusable())
	d.press("Down")
	if n := len(a.walk.list); n < 1000 {
		b.Fatalf("the article offers %d actors", n)
	}
	var took []time.Duration
	for b.Loop() {
		begun := time.Now()
		d.press("Down")
		drawLines(a)
		took = append(took, time.Since(begun))
	}
	b.ReportMetric(p95(took), "p95-ms")
	b.ReportMetric(float64(len(a.walk.list)), "candidates")
}

// BenchmarkWalkBegin presses the first arrow key of a walk after an actor was
// labelled: the candidates are worked out anew, the card beside the words is
// shown.
func BenchmarkWalkBegin(b *testing.B) {
	d := startOn(b, namedProject(b))
	a := d.work()
	d.window.Canvas().Capture()
	count := d.label("3", "12 عنصراً", 400)
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		d.label("1", "التنظيم", i%300)
		a.open(count)
		d.focus(d.row("who").field.focusable())
		begun := time.Now()
		d.press("Down")
		drawLines(a)
		took = append(took, time.Since(begun))
		if a.walk.owner == nil {
			b.Fatal("there is no walk")
		}
	}
	b.ReportMetric(p95(took), "p95-ms")
}

// BenchmarkWalkDigit presses the digit that leads on among the words to label.
func BenchmarkWalkDigit(b *testing.B) {
	d := startOn(b, namedProject(b))
	a := d.work()
	d.window.Canvas().Capture()
	d.focus(a.reader)
	d.press("1")
	var took []time.Duration
	for b.Loop() {
		begun := time.Now()
		d.press("1")
		drawLines(a)
		took = append(took, time.Since(begun))
	}
	b.ReportMetric(p95(took), "p95-ms")
	b.ReportMetric(float64(len(a.walk.list)), "candidates")
}

// BenchmarkOpenNamed opens that article and paints what is seen of it: it has
// 300 ms.
func BenchmarkOpenNamed(b *testing.B) {
	d := startOn(b, namedProject(b))
	var took []time.Duration
	for b.Loop() {
		begun := time.Now()
		d.annotate(d.queue, 0)
		test.WidgetRenderer(d.work().reader)
		drawLines(d.work())
		took = append(took, time.Since(begun))
	}
	b.ReportMetric(p95(took), "p95-ms")
}
