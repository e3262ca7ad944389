package app

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"hashiya/model"
)

const filler = "وقالت مصادر محلية إن القتال استمر ساعات طويلة في محيط البلدة وسط قصف متبادل بين الطرفين. "

// bigProject is a project with one article of about 100 kB of UTF-8 that holds
// spans items of one span each, spread over the five kinds.
func bigProject(b testing.TB, spans int) string {
	b.Helper()
	path := newProjectFile(b, nil, people...)
	var text strings.Builder
	text.WriteString("عنوان طويل\n\n")
	for text.Len() < 100_000 {
		text.WriteString(filler)
		if text.Len()%5 == 0 {
			text.WriteString("\n\n")
		}
	}
	line := bigLine(text.String(), spans)
	from := filepath.Join(b.TempDir(), "big.jsonl")
	if err := os.WriteFile(from, line, 0o600); err != nil {
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

func bigLine(text string, spans int) []byte {
	letters := []rune(text)
	lists := map[string][]any{}
	step := (len(letters) - 100) / spans
	for i := range spans {
		start := 20 + i*step
		end := start + 8
		id, item := fmt.Sprintf("s%d", i), map[string]any{"id": fmt.Sprintf("i%d", i), "spans": []string{fmt.Sprintf("s%d", i)}}
		lists["spans"] = append(lists["spans"], map[string]any{"id": id, "start": start, "end": end, "text": string(letters[start:end])})
		switch kind := model.Kinds[i%5]; kind {
		case model.KindCount:
			item["kind"], item["unit"], item["value"] = "killed", "persons", i
			lists["counts"] = append(lists["counts"], item)
		default:
			lists[string(kind)+"s"] = append(lists[string(kind)+"s"], item)
		}
	}
	record := map[string]any{"id": "r", "annotator": "coder", "status": "in_progress"}
	for name, list := range lists {
		record[name] = list
	}
	line, _ := json.Marshal(map[string]any{"hashiya": 1, "id": "a", "title": "عنوان طويل", "text": text, "records": []any{record}})
	return line
}

// p95 is the 95th percentile in milliseconds.
func p95(took []time.Duration) float64 {
	slices.Sort(took)
	return float64(took[len(took)*95/100].Microseconds()) / 1000
}

// drawLines draws the lines of the article that are not up to date, as the
// window's painter does before it hands them to the graphics card.
func drawLines(a *annotateScreen) {
	for _, o := range test.WidgetRenderer(a.reader).Objects() {
		if line, is := o.(*canvas.Raster); is && line.Visible() {
			line.Generator(int(line.Size().Width), int(line.Size().Height))
		}
	}
}

// BenchmarkLabel selects words, labels them, keeps the item and paints what
// changed, in an article of 100 kB with 2,000 spans: from the key to the screen
// but for what the graphics card does.
func BenchmarkLabel(b *testing.B) {
	d := startOn(b, bigProject(b, 2000))
	a := d.work()
	d.window.Canvas().Capture()
	if n := len(a.session.Work().Spans); n != 2000 {
		b.Fatalf("%d spans", n)
	}
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := 300 + 37*i%3000
		key := string(rune('1' + i%5))
		d.focus(a.reader)
		begun := time.Now()
		a.reader.Select(start, start+9)
		a.selected(start, start+9)
		a.reader.TypedRune([]rune(key)[0])
		drawLines(a)
		took = append(took, time.Since(begun))
		if a.active == "" || d.frame.pending {
			b.Fatal("not labelled")
		}
	}
	b.ReportMetric(p95(took), "p95-ms")
}

// BenchmarkOpenArticle opens an article of 100 kB with 2,000 spans.
func BenchmarkOpenArticle(b *testing.B) {
	d := startOn(b, bigProject(b, 2000))
	var took []time.Duration
	for b.Loop() {
		begun := time.Now()
		d.annotate(d.queue, 0)
		took = append(took, time.Since(begun))
	}
	b.ReportMetric(p95(took), "p95-ms")
}

// BenchmarkLibrary10000 shows the library of 10,000 articles.
func BenchmarkLibrary10000(b *testing.B) {
	path := newProjectFile(b, nil)
	var lines strings.Builder
	for i := range 10_000 {
		line, _ := json.Marshal(map[string]any{"hashiya": 1, "id": fmt.Sprintf("a%05d", i), "title": "خبر", "text": fmt.Sprintf("خبر رقم %d\n\n%s", i, filler)})
		lines.Write(line)
		lines.WriteByte('\n')
	}
	from := filepath.Join(b.TempDir(), "many.jsonl")
	if err := os.WriteFile(from, []byte(lines.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	d := newDesk(b)
	d.begin(path, "coder")
	d.importPaths([]string{from})
	if n := len(d.library().rows); n != 10_000 {
		b.Fatalf("%d articles; %q", n, d.notices.Texts())
	}
	var took []time.Duration
	for b.Loop() {
		begun := time.Now()
		d.show(newLibraryScreen(d.program))
		took = append(took, time.Since(begun))
	}
	b.ReportMetric(p95(took), "p95-ms")
}
