package reader

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestDragTakesTheEdgeOfAWord(t *testing.T) {
	// x grows against the text: a positive shift at the start of a word is outside of it, at its end inside.
	const words = "المرفأ أبوابه"
	tests := []struct {
		name     string
		from, to float32 // how far beside the edges of the words it begins and ends
		modifier fyne.KeyModifier
		want     string
	}{
		{"exactly", 0, 0, 0, words},
		{"inside", -3.9, 3.9, 0, words},
		{"outside", 3, -3, 0, words},
		{"inside and outside", -3, -3, 0, words},
		{"far inside", -8, 8, 0, "لمرفأ أبواب"},
		{"inside, with Alt", -3.9, 0, fyne.KeyModifierAlt, "لمرفأ أبوابه"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, _ := show(t, harbour, 800, 500, Options{})
			start := offsetOf(t, harbour, words)
			from := r.CaretPosition(start).AddXY(tt.from, 0)
			to := r.CaretPosition(start+len([]rune(words))).AddXY(tt.to, 0)
			press(r, from, tt.modifier)
			drawTo(r, from.AddXY(-30, 0))
			drawTo(r, to)
			lift(r, to)
			if got := r.SelectedText(); got != tt.want {
				t.Errorf("selected %q, want %q", got, tt.want)
			}
		})
	}
}

func TestClickTakesNoEdge(t *testing.T) {
	r, _ := show(t, harbour, 800, 500, Options{})
	r.SetZoom(MaxZoom)
	for i := range 5 { // the letters of a word, at a size where each can be met
		at := r.CaretPosition(i).AddXY(-2, 0)
		if click(r, at, 0); r.caret.offset != i {
			t.Errorf("a click beside caret %d placed it at %d", i, r.caret.offset)
		}
		r.drag.clicks = 3 // the next press is no double click
	}
}
