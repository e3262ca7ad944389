package bidi

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// unicodeData opens a Unicode 17 test file from the go-text module, which carries it for its own tests.
func unicodeData(t *testing.T, folder, name string) *bufio.Scanner {
	t.Helper()
	dir, err := moduleDir()
	if err != nil {
		t.Fatalf("go-text module not found, run `go mod download` first: %v", err)
	}
	f, err := os.Open(filepath.Join(dir, folder, "test", name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	s := bufio.NewScanner(f)
	s.Buffer(make([]byte, 1<<16), 1<<20)
	return s
}

var moduleDir = sync.OnceValues(func() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	return strings.TrimSpace(string(out)), err
})

// sample has one character of each class; the ON one is no bracket, as BidiTest.txt asks.
var sample = map[string]rune{
	"L": 'a', "R": 0x05D0, "AL": 0x0627, "EN": '1', "ES": '+', "ET": '%', "AN": 0x0661, "CS": ',', "NSM": 0x0300,
	"BN": 0x00AD, "B": 0x2029, "S": '\t', "WS": ' ', "ON": '!', "LRE": 0x202A, "RLE": 0x202B, "PDF": 0x202C, "LRO": 0x202D,
	"RLO": 0x202E, "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
}

// onOneLine computes what the test files list: levels after rule L1 (-1 for removed characters) and their visual order.
// The files take a text without strong letters as left to right.
func onOneLine(text []rune, base Base) (levels, order []int, paragraph uint8) {
	classes := classesOf(text)
	if base == BaseAuto {
		if _, found := firstStrong(classes); !found {
			base = BaseLTR
		}
	}
	ls, paragraph := Levels(text, base)
	lineLevels(ls, paragraph, func(i int) boundary { return flagsOf(classes[i], text[i]) })
	kept := make([]uint8, 0, len(text))
	at := make([]int, 0, len(text))
	for i, c := range classes {
		if removed.has(c) {
			levels = append(levels, -1)
			continue
		}
		levels = append(levels, int(ls[i]))
		kept, at = append(kept, ls[i]), append(at, i)
	}
	for _, i := range VisualOrder(kept) {
		order = append(order, at[i])
	}
	return levels, order, paragraph
}

func numbers(t *testing.T, s string) []int {
	t.Helper()
	var out []int
	for _, f := range strings.Fields(s) {
		if f == "x" {
			out = append(out, -1)
			continue
		}
		n, err := strconv.Atoi(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, n)
	}
	return out
}

func TestBidiTest(t *testing.T) {
	var levels, order []int
	text := make([]rune, 0, 64)
	cases := 0
	for s := unicodeData(t, "bidi", "BidiTest.txt"); s.Scan(); {
		line := s.Text()
		if rest, ok := strings.CutPrefix(line, "@Levels:"); ok {
			levels = numbers(t, rest)
			continue
		}
		if rest, ok := strings.CutPrefix(line, "@Reorder:"); ok {
			order = numbers(t, rest)
			continue
		}
		if line == "" || line[0] == '#' || line[0] == '@' {
			continue
		}
		input, bits, _ := strings.Cut(line, ";")
		text = text[:0]
		for _, name := range strings.Fields(input) {
			text = append(text, sample[name])
		}
		set, err := strconv.ParseUint(strings.TrimSpace(bits), 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		for bit, base := range []Base{BaseAuto, BaseLTR, BaseRTL} {
			if set>>bit&1 == 0 {
				continue
			}
			cases++
			gotLevels, gotOrder, _ := onOneLine(text, base)
			if !slices.Equal(gotLevels, levels) || !slices.Equal(gotOrder, order) {
				t.Fatalf("%s, base %d: levels %v, want %v; order %v, want %v", input, base, gotLevels, levels, gotOrder, order)
			}
		}
	}
	if cases != 770241 {
		t.Errorf("%d cases, want 770241", cases)
	}
}

func TestBidiCharacterTest(t *testing.T) {
	cases := 0
	for s := unicodeData(t, "bidi", "BidiCharacterTest.txt"); s.Scan(); {
		line := s.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, ";")
		var text []rune
		for _, f := range strings.Fields(fields[0]) {
			r, err := strconv.ParseUint(f, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(r))
		}
		base := map[string]Base{"0": BaseLTR, "1": BaseRTL, "2": BaseAuto}[fields[1]]
		levels, order, paragraph := onOneLine(text, base)
		if strconv.Itoa(int(paragraph)) != fields[2] || !slices.Equal(levels, numbers(t, fields[3])) || !slices.Equal(order, numbers(t, fields[4])) {
			t.Fatalf("%s: paragraph %d, levels %v, order %v", line, paragraph, levels, order)
		}
		cases++
	}
	if cases < 91000 {
		t.Errorf("%d cases, want all of the file", cases)
	}
}
