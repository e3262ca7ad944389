package anchors

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"hashiya/samples"
)

const megabyte = 1 << 20

// A corpus is a text to measure with: Arabic news, one paragraph a line.
type corpus struct {
	name string
	make func(tb testing.TB, bytes int) string
}

// corpora are news, whose words come again as they do in news, and the worst case for an engine that remembers words.
var corpora = []corpus{{"news", news}, {"unseen-words", unseenWords}}

// news repeats the samples up to a number of bytes. The digits of each copy are others, so that no two copies are equal.
func news(tb testing.TB, size int) string {
	tb.Helper()
	return repeat(tb, size, func(random *rand.Rand, text []rune) {
		for i, r := range text {
			if r >= '0' && r <= '9' {
				text[i] = '0' + rune(random.IntN(10))
			}
		}
	})
}

// unseenWords is news whose Arabic words have their letters mixed: hardly a word of five letters or more comes twice.
func unseenWords(tb testing.TB, size int) string {
	tb.Helper()
	return repeat(tb, size, func(random *rand.Rand, text []rune) {
		for start := 0; start < len(text); start++ {
			end := start
			for end < len(text) && unicode.Is(unicode.Arabic, text[end]) && unicode.IsLetter(text[end]) {
				end++
			}
			word := text[start:end]
			random.Shuffle(len(word), func(i, j int) { word[i], word[j] = word[j], word[i] })
			start = end
		}
	})
}

// repeat makes a text of copies of the samples, each changed in place; the same text every time.
func repeat(tb testing.TB, size int, change func(random *rand.Rand, text []rune)) string {
	tb.Helper()
	texts := sampleTexts(tb)
	random := rand.New(rand.NewPCG(1, 2))
	var out strings.Builder
	for i := 0; out.Len() < size; i++ {
		text := []rune(texts[i%len(texts)])
		change(random, text)
		out.WriteString(string(text))
		out.WriteByte('\n')
	}
	whole := out.String()
	return whole[:strings.LastIndexByte(whole[:size], '\n')]
}

func sampleTexts(tb testing.TB) []string {
	tb.Helper()
	var texts []string
	for line := range bytes.Lines(samples.JSONL()) {
		var article struct{ Text string }
		if err := json.Unmarshal(line, &article); err != nil {
			tb.Fatal(err)
		}
		if article.Text != "" {
			texts = append(texts, article.Text)
		}
	}
	return texts
}

// write puts a text into a file of the benchmark's own folder and returns its name.
func write(tb testing.TB, text string) string {
	tb.Helper()
	name := filepath.Join(tb.TempDir(), "text")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
	return name
}

// TestCorpora: the texts have the size asked for, and the worst case has at least four times the words of the other.
func TestCorpora(t *testing.T) {
	distinct := make(map[string]int)
	for _, c := range corpora {
		text := c.make(t, megabyte)
		if len(text) > megabyte || len(text) < megabyte*99/100 {
			t.Errorf("%s has %d bytes, want a little less than %d", c.name, len(text), megabyte)
		}
		words := make(map[string]bool)
		for _, w := range strings.Fields(text) {
			words[w] = true
		}
		distinct[c.name] = len(words)
	}
	if distinct["unseen-words"] < 4*distinct["news"] {
		t.Errorf("distinct words: %v", distinct)
	}
}
