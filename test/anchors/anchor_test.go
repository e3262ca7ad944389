package anchors

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hashiya/app/bidi"
)

// width is that of the wrap box in em; testdata/pango.c has the same.
const width = 37.5

// fontPath is the font that all sides use.
func fontPath() string { return filepath.Join("..", "..", "assets", "fonts", "Vazirmatn-Regular.ttf") }

func font(tb testing.TB) *bidi.Font {
	tb.Helper()
	ttf, err := os.ReadFile(fontPath())
	if err != nil {
		tb.Fatal(err)
	}
	f, err := bidi.ParseFont(ttf)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// An anchor is another program to measure beside ours.
type anchor struct {
	name     string
	packages string // as pkg-config knows them
	install  string // the Debian package that brings them
}

var (
	pango    = anchor{"pango", "pangocairo pangoft2 fontconfig", "libpango1.0-dev"}
	harfbuzz = anchor{"harfbuzz", "harfbuzz", "libharfbuzz-dev"}
)

// measure compiles the anchor's program in testdata, runs it and returns the number that it prints; false, and a line that says
// what to install, where it cannot be compiled.
func (a anchor) measure(b *testing.B, args ...string) (float64, bool) {
	b.Helper()
	program, ok := a.compile(b)
	if !ok {
		b.Logf("anchor %s not found: install %s (make deps-bench)", a.name, a.install)
		return 0, false
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		b.Fatalf("anchor %s: %v: %s", a.name, err, out)
	}
	value, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil || value <= 0 {
		b.Fatalf("anchor %s printed %q, want a number", a.name, out)
	}
	return value, true
}

func (a anchor) compile(b *testing.B) (program string, ok bool) {
	b.Helper()
	flags, err := exec.Command("pkg-config", append([]string{"--cflags", "--libs"}, strings.Fields(a.packages)...)...).Output()
	if err != nil {
		return "", false
	}
	program = filepath.Join(b.TempDir(), a.name)
	compiler := os.Getenv("CC")
	if compiler == "" {
		compiler = "cc"
	}
	args := append([]string{"-O2", "-o", program, filepath.Join("testdata", a.name+".c")}, strings.Fields(string(flags))...)
	if out, err := exec.Command(compiler, args...).CombinedOutput(); err != nil {
		b.Logf("%s does not compile: %v: %s", a.name, err, out)
		return "", false
	}
	return program, true
}

// median runs work once uncounted, then as often as the benchmark wants and seven times at least, and returns its median time in ns.
func median(b *testing.B, work func()) float64 {
	b.Helper()
	const atLeast = 7
	var times []time.Duration
	timed := func() {
		start := time.Now()
		work()
		times = append(times, time.Since(start))
	}
	work()
	for b.Loop() {
		timed()
	}
	for len(times) < atLeast {
		timed()
	}
	slices.Sort(times)
	return float64(times[len(times)/2])
}

// report prints our figure and the anchor's in a unit, and their ratio where the anchor was found.
func report(b *testing.B, a anchor, ours, theirs float64, found bool, scale float64, unit string) {
	b.Helper()
	b.ReportMetric(ours/scale, unit)
	if found {
		b.ReportMetric(theirs/scale, a.name+"-"+unit)
		b.ReportMetric(ours/theirs, "x-"+a.name)
	}
}
