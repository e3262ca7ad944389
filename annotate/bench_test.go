package annotate_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// benchWords are what generated articles are made of.
var benchWords = strings.Fields(`أعلنت قوات المرصد عن مقتل 37 عنصراً وجرح آخرين في معارك قرب بلدة الجسر شرق النهر
	مساء الجمعة بعد غارات استهدفت مواقع التنظيم وقال مصدر إن عائلات نزحت إلى مخيم قريب وسط عاصفة ترابية و325 قتيلاً منذ شهر`)

// newsOf returns a text of about the given bytes that is the same for the same
// number.
func newsOf(number uint64, size int) string {
	random := rand.New(rand.NewPCG(number, 1))
	var b strings.Builder
	fmt.Fprintf(&b, "خبر رقم %d\n\n", number)
	for b.Len() < size {
		word := benchWords[random.IntN(len(benchWords))]
		// Most words of real texts are not among a hundred.
		if random.IntN(3) == 0 {
			letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
			for range 3 + random.IntN(4) {
				word += string(letters[random.IntN(len(letters))])
			}
		}
		b.WriteString(word + " ")
	}
	return b.String()
}

// peakHeap runs do and returns the most heap in use meanwhile, in bytes.
func peakHeap(do func()) uint64 {
	var peak atomic.Uint64
	stop, stopped := make(chan struct{}), make(chan struct{})
	runtime.GC()
	go func() {
		defer close(stopped)
		var m runtime.MemStats
		for {
			runtime.ReadMemStats(&m)
			peak.Store(max(peak.Load(), m.HeapInuse))
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	do()
	close(stop)
	<-stopped
	return peak.Load()
}

// texts writes generated articles of 4 kB into a folder.
func texts(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	for i := range n {
		path := filepath.Join(dir, fmt.Sprintf("%05d.txt", i))
		if err := os.WriteFile(path, []byte(newsOf(uint64(i), 4<<10)), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// copied is the anchor of import and export: files read, hashed and written into
// one file. It returns how long that took.
func copied(b *testing.B, paths ...string) time.Duration {
	b.Helper()
	begun := time.Now()
	out, err := os.Create(filepath.Join(b.TempDir(), "copy"))
	if err != nil {
		b.Fatal(err)
	}
	defer out.Close()
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := fmt.Fprintf(out, "%x %s\n", sha256.Sum256(body), body); err != nil {
			b.Fatal(err)
		}
	}
	if err := out.Sync(); err != nil {
		b.Fatal(err)
	}
	return time.Since(begun)
}

// BenchmarkImport takes text files in. "x-copy" is the time beside that of its
// anchor, in the same run: what it takes more is for the folded shadow, two
// full-text indexes and the journal.
func BenchmarkImport(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := texts(b, n)
			for b.Loop() {
				store, p := newProject(b)
				heap := peakHeap(func() {
					report, err := p.Import(context.Background(), store, []string{dir}, nil)
					if err != nil || report.Added != n {
						b.Fatalf("%v, %+v", err, report)
					}
				})
				b.ReportMetric(float64(heap)/(1<<20), "peak-MB")
			}
			each := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(float64(n)/each.Seconds(), "articles/s")
			files, err := filepath.Glob(filepath.Join(dir, "*"))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(each)/float64(copied(b, files...)), "x-copy")
		})
	}
}

// filled makes a project of n articles; each tenth has a record of 100 items.
func filled(b *testing.B, n int) (*sqlite.Store, *annotate.Project) {
	b.Helper()
	store, p := newProject(b)
	if _, err := p.Import(context.Background(), store, []string{texts(b, n)}, nil); err != nil {
		b.Fatal(err)
	}
	articles, err := store.Articles()
	if err != nil {
		b.Fatal(err)
	}
	var batch []model.Import
	for i := 0; i < n; i += 10 {
		batch = append(batch, benchRecord(store, p, articles[i].ID))
		if len(batch) == 50 || i+10 >= n {
			if refused, err := store.Import(batch); err != nil || refused[0] != nil {
				b.Fatal(err, refused[0])
			}
			batch = nil
		}
	}
	return store, p
}

func benchRecord(store *sqlite.Store, p *annotate.Project, article string) model.Import {
	text, _ := store.Text(article)
	letters := []rune(text)
	id := func(n int) string { return fmt.Sprintf("%s-%d", article, n) }
	record := &model.Record{
		ID: id(0), Article: article, Annotator: p.Annotator().ID, Codebook: p.Codebook().Ref(),
		Kind: model.RecordAnnotation, Status: model.Submitted,
	}
	rows := []model.RowChange{{After: record}}
	for n := 1; n <= 100; n++ {
		start := n * 10
		rows = append(rows,
			model.RowChange{After: &model.Count{Head: model.Head{ID: id(n), Record: record.ID}, What: "killed", Value: "37"}},
			model.RowChange{After: &model.Span{
				ID: id(-n), Record: record.ID, Item: id(n), Start: start, End: start + 8, Text: string(letters[start : start+8]),
			}})
	}
	return model.Import{Edit: model.Edit{
		Author: p.Annotator().ID, Scope: model.ScopeImport, Article: article, Label: "edit.import", Rows: rows,
	}}
}

func BenchmarkExport(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			store, p := filled(b, n)
			out := filepath.Join(b.TempDir(), "out.jsonl")
			for b.Loop() {
				heap := peakHeap(func() {
					written, err := p.Export(context.Background(), store, dataset.Formats()[0], out, true, nil)
					if err != nil || written != n {
						b.Fatal(err, written)
					}
				})
				b.ReportMetric(float64(heap)/(1<<20), "peak-MB")
			}
			each := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(float64(n)/each.Seconds(), "articles/s")
			b.ReportMetric(float64(each)/float64(copied(b, out)), "x-copy")
		})
	}
}

// BenchmarkTenThousand is what a person waits for in a large project.
func BenchmarkTenThousand(b *testing.B) {
	const n = 10_000
	store, p := filled(b, n)
	b.Run("Library", func(b *testing.B) {
		for b.Loop() {
			rows, err := annotate.Library(store, p.Annotator().ID)
			if err != nil || len(rows) != n || rows[0].State != annotate.StateSubmitted {
				b.Fatal(err, len(rows))
			}
		}
	})
	for name, query := range map[string]string{
		"Search/common": "المرصد", "Search/rare": "رقم 9999", "Search/none": "كلمةغيرموجودة", "Search/two letters": "في",
		"Search/several": "المرصد غارات مخيم",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := store.Search(query); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("Open", func(b *testing.B) {
		articles, err := store.Articles()
		if err != nil {
			b.Fatal(err)
		}
		for i := 0; b.Loop(); i++ {
			open(b, p, articles[i%n].ID)
		}
	})
	b.Run("Check", func(b *testing.B) {
		for b.Loop() {
			expectNoFindings(b, store)
		}
	})
}

// BenchmarkSessionAnnotate adds a count to an article of 100 kB that has 2,000
// spans already.
func BenchmarkSessionAnnotate(b *testing.B) {
	store, p := newProject(b)
	text := newsOf(1, 100<<10)
	s := open(b, p, load(b, store, p, text))
	for i := range 2000 {
		if _, err := s.Annotate(model.KindCount, i*20, i*20+12); err != nil {
			b.Fatal(err)
		}
	}
	for i := 0; b.Loop(); i++ {
		start := i * 7 % (s.Len() - 20)
		if _, err := s.Annotate(model.KindCount, start, start+12); err != nil {
			b.Fatal(err)
		}
	}
}
