package reader

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// long is a text of n paragraphs of very different lengths.
func long(n int) string {
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString("عنوان قصير\n")
	for i := range n {
		fmt.Fprintf(&b, "الفقرة %d", i)
		for range random.IntN(90) {
			b.WriteString([]string{" كلمة", " و37", " (Port)", " المستودعات", " من"}[random.IntN(5)])
		}
		b.WriteString(".\n")
		if random.IntN(4) == 0 {
			b.WriteString("\n")
		}
	}
	return b.String()
}

// places returns the top of every line in view.
func places(r *Reader) map[string]float32 {
	out := map[string]float32{}
	for _, w := range r.rows.shown {
		out[fmt.Sprint(w.paragraph, "/", w.line)] = w.top
	}
	return out
}

func TestScrollMovesEveryLineAlike(t *testing.T) {
	r, _ := show(t, long(400), 600, 400, Options{})
	for _, start := range []float64{0, 5000, 30000} {
		r.scrollToHeight(start)
		for _, dy := range []float32{13, 13, -17, -350, 399, -5, -380, -390} {
			before := places(r)
			view := r.view
			r.scrollBy(dy)
			if r.view.paragraph == 0 && r.view.into == 0 && view.paragraph == 0 {
				continue
			}
			for line, y := range places(r) {
				if was, ok := before[line]; ok && was-dy-y > 0.01 || ok && y-was+dy > 0.01 {
					t.Fatalf("from %g, scrolled by %g: line %s went from %g to %g", start, dy, line, was, y)
				}
			}
		}
	}
}

func TestScrollStopsAtTheEnds(t *testing.T) {
	r, _ := show(t, long(30), 600, 400, Options{})
	r.scrollBy(-1000)
	if r.topOf(0) != 0 {
		t.Errorf("the text starts at %g", r.topOf(0))
	}
	r.scrollBy(1e6)
	last := len(r.article.blank) - 1
	b := r.exact(last)
	if bottom := r.topOf(last) + b.height(); bottom != 400 {
		t.Errorf("the text ends at %g, want the lower edge, 400", bottom)
	}
	if top, total := r.position(); top+400 != total {
		t.Errorf("the bar is at %g of %g", top, total)
	}
}

func TestResizeKeepsTheTopLine(t *testing.T) {
	text := long(200)
	r, w := show(t, text, 700, 400, Options{})
	r.ScrollTo(5000, 5010)
	r.scrollBy(487)
	first := r.rows.at(1)
	letter, top := first.start, first.top
	for width := float32(700); width > 320; width -= 20 {
		w.Resize(fyne.NewSize(width, 400))
	}
	if y, height := r.lineBox(caret{offset: letter}); y+height < 0 || y > height {
		t.Errorf("after narrowing, the line at the top is at %g", y)
	}
	r.SetZoom(2)
	r.SetZoom(0.5)
	r.SetZoom(1)
	w.Resize(fyne.NewSize(700, 400))
	if again := r.rows.at(1); again.start != letter || again.top != top {
		t.Errorf("back at the old width the top line begins at %d, %g high; it was at %d, %g", again.start, again.top, letter, top)
	}
}

func TestScrollTo(t *testing.T) {
	r, _ := show(t, long(300), 600, 400, Options{})
	n := r.article.doc.Len()
	for _, start := range []int{0, 700, n - 40, n / 2, n/2 + 30, 12, n} {
		end := min(start+60, n)
		r.ScrollTo(start, end)
		top, _ := r.lineBox(caret{offset: start})
		bottom, height := r.lineBox(caret{offset: end, before: true})
		if top < 0 || bottom+height > 400 {
			t.Errorf("%d..%d is at %g..%g, the view is 400 high", start, end, top, bottom+height)
		}
		view := r.view
		r.ScrollTo(start, end)
		if r.view != view {
			t.Errorf("%d..%d: it moved although the range was visible", start, end)
		}
	}
}

func TestScrollToWaitsForASize(t *testing.T) {
	test.NewTempApp(t)
	text := long(100)
	r := New(loadFont(t, "Vazirmatn-Regular.ttf"), loadFont(t, "Vazirmatn-Bold.ttf"), Options{})
	r.post = func(func()) {}
	t.Cleanup(r.measuring.stop)
	r.SetArticle(text, "")
	r.ScrollTo(4000, 4010)
	r.Resize(fyne.NewSize(600, 400))
	test.WidgetRenderer(r).Layout(r.Size())
	if top, _ := r.lineBox(caret{offset: 4000}); top < 0 || top > 400 {
		t.Errorf("the range is at %g", top)
	}
}

func TestZoomWrapsAnew(t *testing.T) {
	r, _ := show(t, long(20), 500, 400, Options{})
	lines := func() (n int) {
		for i := range r.article.blank {
			n += r.lines(i).Count()
		}
		return n
	}
	one := lines()
	r.SetZoom(2)
	if two := lines(); two <= one {
		t.Errorf("%d lines at zoom 1, %d at zoom 2 in the same window", one, two)
	}
	r.SetZoom(9)
	if r.Zoom() != MaxZoom {
		t.Errorf("zoom %g", r.Zoom())
	}
}

func TestColumn(t *testing.T) {
	tests := []struct {
		width       float32
		left, right float32 // least margins
		column      float32 // 0 when it may be anything that fits
	}{
		{1200, 200, 200, 722}, {860, 50, 50, 722}, {800, 36, 54, 0}, {400, 32, 46, 0}, {360, 30, 42, 0}, {250, 24, 0, 0},
	}
	for _, tt := range tests {
		g := newGeometry(fyne.NewSize(tt.width, 500), 1, 1, 2, true)
		if g.left < tt.left || tt.width-g.right < tt.right && tt.width > 300 {
			t.Errorf("width %g: margins %g and %g", tt.width, g.left, tt.width-g.right)
		}
		if column := g.right - g.left; tt.column > 0 && column != tt.column || column > 722 {
			t.Errorf("width %g: column of %g", tt.width, column)
		}
	}
}

func TestBar(t *testing.T) {
	r, _ := show(t, long(300), 600, 400, Options{BarRight: true})
	if x := r.bar.Position().X; x != 600-barWidth {
		t.Errorf("the bar is at %g", x)
	}
	r.bar.MouseDown(mouse(5, 390))
	if r.view.paragraph < 100 {
		t.Errorf("a press at the end of the bar went to paragraph %d", r.view.paragraph)
	}
	r.bar.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 5)}})
	if r.view.paragraph != 0 {
		t.Errorf("dragged to the top, the view starts at paragraph %d", r.view.paragraph)
	}
	r.SetArticle("قصير", "")
	if r.bar.thumb.Visible() {
		t.Error("a text that fits has a scroll bar")
	}
}

func TestOddTexts(t *testing.T) {
	texts := []string{"", "\n", "\n\n\n", " ", "a", "\nعنوان", strings.Repeat("كلمة ", 3000), "عنوان\n" + strings.Repeat("ط", 9000), "\xff\xfe", strings.Repeat("\n", 5000)}
	for _, text := range texts {
		r, w := show(t, text, 400, 300, Options{})
		r.SetArticle(text, "مصدر")
		r.SetMarks([]Mark{{ID: "a", Start: -5, End: 1 << 40, Style: actor}, {ID: "b", Start: 9, End: 3, Style: count}, {ID: "b"}})
		r.UpdateMarks([]string{"none", "b"}, []Mark{{ID: "c", Start: 1 << 40, End: 1, Style: date}})
		r.SetActive("a", "none")
		r.Flash("a", "none")
		r.FocusGained()
		r.Select(-4, 1<<40)
		typeKeys(r, "Left Right Up Down Home End Next Prior Left control+Left control+Right control+End control+Home shift+Down Escape")
		r.ScrollTo(-3, 1<<40)
		r.scrollBy(200)
		click(r, fyne.NewPos(200, 150), 0)
		click(r, fyne.NewPos(200, 150), 0)
		click(r, fyne.NewPos(200, 150), 0)
		r.PositionOf(1 << 40)
		w.Canvas().Capture()
	}
}
