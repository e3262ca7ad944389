package reader

import (
	"strings"
	"testing"
)

// lit returns the paragraphs in view that the sheets leave free.
func lit(r *Reader) map[int]bool {
	out := map[int]bool{}
	from := r.light.above.Position().Y + r.light.above.Size().Height
	to := r.light.below.Position().Y
	for _, w := range r.rows.shown {
		if middle := w.top + w.height/2; middle > from && middle < to {
			out[w.paragraph] = true
		}
	}
	return out
}

func TestLightFollowsTheCaret(t *testing.T) {
	r, _ := show(t, harbour, 500, 700, Options{})
	r.SetFocusMode(true)
	tests := []struct {
		words string
		do    func(at int)
		want  int
	}{
		{"المرفأ", func(at int) { r.Select(at, at) }, 0},
		{"الحارس", func(at int) { click(r, r.PositionOf(at), 0) }, 1},
		{"انتهى", func(int) { typeKeys(r, "control+End") }, 3},
		{"انتهى", func(int) { r.SetZoom(1.3) }, 3},
		{"انتهى", func(int) { r.scrollBy(20) }, 3},
	}
	for _, tt := range tests {
		moved := len(r.rows.shown)
		draw(r)
		tt.do(offsetOf(t, harbour, tt.words))
		if got := lit(r); len(got) != 1 || !got[tt.want] {
			t.Errorf("caret at %q: lit %v, want paragraph %d", tt.words, got, tt.want)
		}
		if n := draw(r); n > 2 && r.Zoom() == 1 && moved == len(r.rows.shown) {
			t.Errorf("caret at %q: %d lines were drawn anew", tt.words, n)
		}
	}
}

func TestLightCoversAllOfADividedParagraph(t *testing.T) {
	r, _ := show(t, "عنوان\n"+strings.Repeat("كلمة ", 3000)+"\nبعد", 600, 400, Options{})
	r.SetFocusMode(true)
	at := r.article.start(2) - 30
	r.Select(at, at)
	r.ScrollTo(at, at)
	r.scrollBy(80)
	got := lit(r)
	if !got[1] || !got[2] {
		t.Errorf("lit %v, want both parts in view", got)
	}
}

func TestLightLeavesTheLitParagraphAlone(t *testing.T) {
	r, w := stage(t, 640, 420, Options{})
	at := offsetOf(t, story, "ناشطون")
	r.Select(at, at)
	before := w.Canvas().Capture()
	r.SetFocusMode(true)
	after := w.Canvas().Capture()
	from, to := int(r.light.above.Size().Height), int(r.light.below.Position().Y)
	changed := 0
	for y := range 420 {
		for x := range 640 {
			p, q := toNRGBA(before.At(x, y)), toNRGBA(after.At(x, y))
			switch inside := y >= from && y < to; {
			case inside && p != q:
				t.Fatalf("pixel %d, %d of the lit paragraph went from %v to %v", x, y, p, q)
			case !inside && p != q:
				changed++
			}
		}
	}
	if changed < 1000 {
		t.Errorf("only %d pixels were dimmed", changed)
	}
	ink, paper := r.color(daylight.Ink), r.color(daylight.Paper)
	want := int(paper.R) - (int(paper.R)-int(ink.R))*45/100
	darkest := 255
	for x := range 640 {
		for y := range from {
			if c := toNRGBA(after.At(x, y)); x > 20 {
				darkest = min(darkest, int(c.R))
			}
		}
	}
	if darkest < want-25 || darkest > want+12 {
		t.Errorf("the darkest dimmed ink has %d, want about %d", darkest, want)
	}
	r.SetFocusMode(false)
	if n := differences(before, w.Canvas().Capture()); n > 0 {
		t.Errorf("%d pixels differ when the mode is off again", n)
	}
}

func TestLightDoesNotAllocate(t *testing.T) {
	r, _ := show(t, harbour, 500, 700, Options{})
	r.SetFocusMode(true)
	offset := 0
	if n := testing.AllocsPerRun(100, func() {
		offset = 90 - offset // another paragraph each time
		r.caret.offset = offset
		r.placeLight()
	}); n > 0 {
		t.Errorf("moving the light allocates %g times", n)
	}
}
