package dataset

import (
	"io"
	"runtime"
	"testing"
)

func BenchmarkWriteJSONL(b *testing.B) {
	d := sampleDocument()
	w := &jsonlWriter{encoder: newEncoder(), file: io.Discard}
	b.ReportAllocs()
	b.SetBytes(int64(len(encode(b, nil, d))))
	for b.Loop() {
		if err := w.Document(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*len(d.Records[0].Items))/b.Elapsed().Seconds(), "items/s")
}

func BenchmarkReadJSONL(b *testing.B) {
	d := sampleDocument()
	line := encode(b, nil, d)
	b.ReportAllocs()
	b.SetBytes(int64(len(line)))
	refused, err := ReadJSONL(&repeated{line: line, n: b.N}, func(int, *Header, *Document) error { return nil })
	if err != nil || len(refused) > 0 {
		b.Fatal(err, refused)
	}
	b.ReportMetric(float64(b.N*len(d.Records[0].Items))/b.Elapsed().Seconds(), "items/s")
}

// repeated is a stream of the same line, n times.
type repeated struct {
	line []byte
	n    int
	at   int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.n == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.line[r.at:])
	if r.at += n; r.at == len(r.line) {
		r.at, r.n = 0, r.n-1
	}
	return n, nil
}

// TestMemoryIsFlat reads and writes many documents and sees that the heap in
// use does not grow with them.
func TestMemoryIsFlat(t *testing.T) {
	line := encode(t, nil, sampleDocument())
	w := &jsonlWriter{encoder: newEncoder(), file: io.Discard}
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var early uint64
	const documents = 4000
	refused, err := ReadJSONL(&repeated{line: line, n: documents}, func(line int, _ *Header, d *Document) error {
		if line == documents/4 {
			early = heap()
		}
		if line == documents {
			if late := heap(); late > early+early/10+256<<10 {
				t.Errorf("heap of %d bytes grew to %d", early, late)
			}
		}
		return w.Document(d)
	})
	if err != nil || len(refused) > 0 {
		t.Fatal(err, refused)
	}
}
