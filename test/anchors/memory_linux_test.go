package anchors

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"hashiya/app/bidi"
)

// layOutFile makes the test program lay a file out, print its peak memory and end: a process of its own measures nothing else.
var layOutFile = flag.String("lay-out", "", "lay out this file, print the peak memory in bytes and end")

func TestMain(m *testing.M) {
	flag.Parse()
	if *layOutFile == "" {
		os.Exit(m.Run())
	}
	if err := printMemory(*layOutFile); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func printMemory(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	ttf, err := os.ReadFile(fontPath())
	if err != nil {
		return err
	}
	f, err := bidi.ParseFont(ttf)
	if err != nil {
		return err
	}
	lines := layOut(string(text), f)
	peak, err := peakMemory()
	runtime.KeepAlive(lines)
	fmt.Println(peak)
	return err
}

// peakMemory returns the largest resident size of this process so far in bytes, garbage included.
func peakMemory() (int64, error) {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if value, ok := strings.CutPrefix(s.Text(), "VmHWM:"); ok {
			kilobytes, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(value, "kB")), 10, 64)
			return kilobytes << 10, err
		}
	}
	return 0, fmt.Errorf("/proc/self/status has no line VmHWM")
}

// BenchmarkMemory10MB lays 10 MB out, keeps all of it and compares the peak resident size of two processes.
func BenchmarkMemory10MB(b *testing.B) {
	name := write(b, news(b, 10*megabyte))
	theirs, found := pango.measure(b, fontPath(), name, "memory")
	var ours float64
	for b.Loop() {
		out, err := exec.Command(os.Args[0], "-lay-out", name).Output()
		if err != nil {
			b.Fatal(err)
		}
		if ours, err = strconv.ParseFloat(strings.TrimSpace(string(out)), 64); err != nil {
			b.Fatal(err)
		}
	}
	report(b, pango, ours, theirs, found, megabyte, "MB")
}
