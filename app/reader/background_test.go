package reader

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// words returns about n code points of text on one line.
func words(n int) string {
	const part = "باب 12 (abc) و37 داراً. "
	return strings.Repeat(part, n/len([]rune(part))+1)
}

func TestLongParagraphIsADraftUntilPrepared(t *testing.T) {
	// The embedding that spans all of it turns the directions of the later parts round: a draft cannot know.
	text := "عنوان\n\u202d" + words(longParagraph+9000)
	r, w, queue := showPosting(t, text, 600, 400, Options{})
	middle := longParagraph / 2
	r.ScrollTo(middle, middle+5)
	if !r.article.isDraft(1) {
		t.Fatal("the directions of a long paragraph were worked out at once")
	}
	if picture := w.Canvas().Capture(); inkIn(picture) == 0 {
		t.Error("nothing is shown meanwhile")
	}
	if start, end := r.article.word(middle); end-start > 6 {
		t.Errorf("word %d..%d", start, end)
	}
	r.Select(middle, middle+7)
	selected := r.SelectedText()
	top := r.rows.at(1).start
	for r.article.isDraft(1) {
		queue.runNext(t)
	}
	if len(r.article.drafts.parts) > 0 {
		t.Error("drafts are kept")
	}
	i := r.article.doc.At(middle)
	if r.lines(i) != r.article.doc.Lines(i, r.geometry.ems(r.geometry.em)) {
		t.Error("a draft is still in use")
	}
	if again := r.rows.at(1).start; again > top || r.rows.at(1).end <= top {
		t.Errorf("letter %d was at the top, now the line there begins at %d", top, again)
	}
	if r.SelectedText() != selected {
		t.Errorf("the selection changed from %q to %q", selected, r.SelectedText())
	}
}

func TestAnotherArticleDropsBackgroundWork(t *testing.T) {
	r, _, queue := showPosting(t, words(longParagraph+5000), 600, 400, Options{})
	old := r.article
	r.SetArticle("قصير", "")
	queue.runNext(t)
	if !old.isDraft(0) {
		t.Error("work for an article that is gone was taken over")
	}
}

func TestManyLongParagraphsTakeTurns(t *testing.T) {
	var d drafts
	for i := range preparedAtOnce + 1 {
		d.measure(i, longParagraph)
	}
	for i := range preparedAtOnce + 1 {
		d.long[i] = asked
		d.finish(i)
	}
	for i := range preparedAtOnce + 1 {
		if want := map[bool]prepared{true: unasked, false: ready}[i == 0]; d.long[i] != want {
			t.Errorf("paragraph %d: state %d, want %d", i, d.long[i], want)
		}
	}
}

// measureAll waits until all heights are measured, and takes them.
func measureAll(t testing.TB, r *Reader) {
	t.Helper()
	left := func() (n int) {
		for i, exact := range r.heights.exact {
			if !exact && !r.article.blank[i] {
				n++
			}
		}
		return n
	}
	if left() == 0 {
		t.Fatal("no height is a guess")
	}
	for late := time.Now().Add(time.Minute); left() > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(late) {
			t.Fatal("the measuring does not end")
		}
		r.takeHeights()
	}
}

func TestHeightsBecomeExactAndNothingMoves(t *testing.T) {
	r, _ := show(t, long(500), 600, 400, Options{})
	r.ScrollTo(15_000, 15_010)
	before, guessed := places(r), r.heights.total()
	measureAll(t, r)
	exact := 0.0
	for i := range r.article.blank {
		b := r.block(i, r.lines(i).Count())
		exact += float64(b.height())
	}
	if got := r.heights.total(); got != exact || got == guessed {
		t.Errorf("total height %g, want %g; the guess was %g", got, exact, guessed)
	}
	r.arrange()
	if fmt.Sprint(places(r)) != fmt.Sprint(before) {
		t.Error("lines moved")
	}
}

func TestTheThumbStaysUnderThePointer(t *testing.T) {
	r, _ := show(t, long(500), 600, 400, Options{})
	r.bar.MouseDown(mouse(5, 200))
	g := r.measuring.gauge
	g.mu.Lock()
	g.done = append(g.done, measured{400, 50})
	g.mu.Unlock()
	total := r.heights.total()
	if r.bar.Dragged(&fyne.DragEvent{}); r.heights.exact[400] {
		t.Error("heights changed while the thumb was held")
	}
	r.bar.DragEnd()
	if r.bar.MouseIn(nil); !r.heights.exact[400] || r.heights.total() == total {
		t.Error("heights were not taken when the pointer came to the bar")
	}
}

func TestRefreshKeepsExactHeights(t *testing.T) {
	r, w := show(t, long(300), 600, 400, Options{})
	measureAll(t, r)
	middle := len(r.heights.exact) / 2
	r.Refresh()
	w.Resize(fyne.NewSize(600, 500))
	if !r.heights.exact[middle] {
		t.Error("the height of a paragraph is a guess again though the column is as wide as before")
	}
	w.Resize(fyne.NewSize(500, 500))
	if r.heights.exact[middle] {
		t.Error("the height of a paragraph at another width was kept")
	}
	test.WidgetRenderer(r).Destroy()
	if r.measuring.gauge != nil {
		t.Error("it measures for a widget that is gone")
	}
	r.Refresh()
	measureAll(t, r)
}

func TestShortTextsAreMeasuredAtOnce(t *testing.T) {
	r, _ := show(t, long(40), 600, 200, Options{})
	for i, exact := range r.heights.exact {
		if !exact {
			t.Errorf("the height of paragraph %d is a guess", i)
		}
	}
	if r.measuring.gauge != nil {
		t.Error("a short text needs background work")
	}
}

func TestMeasuringRestsWhileTheViewMoves(t *testing.T) {
	r, _ := show(t, long(500), 600, 400, Options{})
	for range 20 {
		r.scrollBy(3)
		time.Sleep(restTime / 10)
	}
	if n := len(r.measuring.gauge.take()); n > 0 {
		t.Errorf("%d heights were measured while the view moved", n)
	}
}

// inkIn counts the dark pixels of a picture.
func inkIn(picture image.Image) (n int) {
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if toNRGBA(picture.At(x, y)).R < 128 {
				n++
			}
		}
	}
	return n
}
