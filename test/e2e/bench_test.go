//go:build unix && !darwin

package e2e

import (
	"testing"
	"time"
)

// BenchmarkWindowUp measures the time from the start of the process until the window shows the list of articles of a project with one
// article of 4 kB. Beside it stands the time of a command on the same project, from start to end: what both share, the loading of the
// program and the opening of the file, is no cost of the window. The first number is exact to the 100 ms between two probes.
func BenchmarkWindowUp(b *testing.B) {
	t := newBench(b)
	var up, info time.Duration
	for b.Loop() {
		p, one := t.desktop.Up(t.options)
		up += one
		p.Kill()
		began := time.Now()
		t.cli("info", t.options.Project)
		info += time.Since(began)
	}
	milliseconds := func(of time.Duration) float64 { return float64(of.Milliseconds()) / float64(b.N) }
	b.ReportMetric(milliseconds(up), "window-ms")
	b.ReportMetric(milliseconds(info), "info-ms")
	b.ReportMetric(0, "ns/op")
}
