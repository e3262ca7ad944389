package bidi

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
)

// TestSentenceOfDividedParagraph: pieces are looked at only as far as needed, with the same result as the whole.
func TestSentenceOfDividedParagraph(t *testing.T) {
	tests := map[string]string{
		"short sentences": strings.Repeat("نزل المطر على المدينة (City) في 12 يوما. ", 500),
		"no sentence end": strings.Repeat("مطر ", 6000),
		"one long":        "قصيرة. " + strings.Repeat("مطر ", 6000) + "انتهى. قصيرة",
		"closing quotes":  strings.Repeat("مطر ", 999) + "ب." + strings.Repeat("»", 9000) + " ثم",
		"spaces":          "ب. " + strings.Repeat(" ", 9000) + "ثم.",
	}
	for name, text := range tests {
		runes := []rune(text)
		d := NewDocument(text, regular(t), BaseRTL)
		for offset := 0; offset < len(runes); offset += 97 {
			start, end := d.Sentence(offset)
			if s, e := sentence(runes, offset); s != start || e != end {
				t.Errorf("%s: sentence at %d is [%d,%d), in the whole [%d,%d)", name, offset, start, end, s, e)
				break
			}
		}
	}
}

// TestDividedParagraphLeavesCache: a block that was shaped when its levels were looked for may be gone when it is needed.
func TestDividedParagraphLeavesCache(t *testing.T) {
	d := NewDocument("\u202d"+strings.Repeat("مطر ", 3000), regular(t), BaseRTL)
	if p := d.newParagraph(2, nil); p.runs[0].level != 2 {
		t.Errorf("level in the third piece is %d, want 2", p.runs[0].level)
	}
}

func TestPrepare(t *testing.T) {
	long := strings.Repeat("مطر abc ", 1500)
	d := NewDocument("باب\n"+strings.Repeat(long+"\n", 2*preparedLevels)+"دار", regular(t), BaseRTL)
	canceled, cancel := context.WithCancel(context.Background())
	cancel()
	if err := d.Prepare(canceled); !errors.Is(err, context.Canceled) || len(d.levels.items) > 0 {
		t.Errorf("stopped before it began: error %v, %d paragraphs prepared", err, len(d.levels.items))
	}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			if err := d.Prepare(context.Background()); err != nil {
				t.Error(err)
			}
			d.Lines(1, 20)
		})
	}
	wg.Wait()
	if n := len(d.levels.items); n != preparedLevels {
		t.Errorf("%d paragraphs prepared, want %d", n, preparedLevels)
	}
	if levels, _ := d.levels.get(1); levels == nil || len(levels().levels) != len([]rune(long)) {
		t.Error("the first long paragraph has no levels of its length")
	}
}
