package reader

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	harbour = "أغلق المرفأ أبوابه ليلاً. ثم عاد 37 عاملاً (Port Authority) إلى #رصيف_سبعة قرب السوق.\nوقال الحارس: «لم نر أحداً».\n\nانتهى"
	// lazy is the wait after which a click does not count as one more of a series.
	lazy = clickTime + time.Millisecond
)

func press(r *Reader, pos fyne.Position, modifier fyne.KeyModifier) {
	r.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonPrimary, Modifier: modifier})
}

func lift(r *Reader, pos fyne.Position) {
	r.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonPrimary})
}

func drawTo(r *Reader, pos fyne.Position) {
	r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: pos}})
}

func click(r *Reader, pos fyne.Position, modifier fyne.KeyModifier) {
	press(r, pos, modifier)
	lift(r, pos)
}

// offsetOf returns the code point at which words begin.
func offsetOf(t testing.TB, text, words string) int {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return len([]rune(text[:at]))
}

func TestMouseSelects(t *testing.T) {
	on := func(r *Reader, words string) fyne.Position { return r.PositionOf(offsetOf(t, harbour, words)) }
	before := func(r *Reader, words string) fyne.Position { return r.CaretPosition(offsetOf(t, harbour, words)) }
	tests := []struct {
		name string
		do   func(r *Reader)
		want string // the part of the text that is selected
	}{
		{"drag over a word", func(r *Reader) { press(r, before(r, "المرفأ"), 0); drawTo(r, before(r, " أبوابه")) }, "المرفأ"},
		{"drag backwards", func(r *Reader) { press(r, before(r, " أبوابه"), 0); drawTo(r, before(r, "أغلق")) }, "أغلق المرفأ"},
		{"drag over a number", func(r *Reader) { press(r, before(r, "عاد 37"), 0); drawTo(r, before(r, " (Port")) }, "عاد 37 عاملاً"},
		{"drag from inside a number to its noun", func(r *Reader) { press(r, on(r, "7 عاملاً"), 0); drawTo(r, before(r, " (Port")) }, "37 عاملاً"},
		{"drag from a noun into its number", func(r *Reader) { press(r, before(r, " (Port"), 0); drawTo(r, on(r, "7 عاملاً")) }, "37 عاملاً"},
		{"drag over a word and into a number", func(r *Reader) { press(r, before(r, "عاد 37"), 0); drawTo(r, on(r, "37")) }, "عاد 37"},
		{"drag out of a number to the word before it", func(r *Reader) { press(r, on(r, "37"), 0); drawTo(r, before(r, "عاد 37")) }, "عاد 37"},
		{"drag over lines", func(r *Reader) { press(r, before(r, "قرب"), 0); drawTo(r, before(r, " الحارس")) }, "قرب السوق.\nوقال"},
		{"double click", func(r *Reader) { click(r, on(r, "رفأ"), 0); click(r, on(r, "رفأ"), 0) }, "المرفأ"},
		{"double click on Latin", func(r *Reader) { click(r, on(r, "ort"), 0); click(r, on(r, "ort"), 0) }, "Port"},
		{"double click on a number", func(r *Reader) { click(r, on(r, "37"), 0); click(r, on(r, "37"), 0) }, "37"},
		{"double click and drag", func(r *Reader) {
			click(r, on(r, "بوابه"), 0)
			press(r, on(r, "بوابه"), 0)
			drawTo(r, on(r, "غلق"))
		}, "أغلق المرفأ أبوابه"},
		{"triple click", func(r *Reader) {
			for range 3 {
				click(r, on(r, "رفأ"), 0)
			}
		}, "أغلق المرفأ أبوابه ليلاً."},
		{"fourth click", func(r *Reader) {
			for range 4 {
				click(r, on(r, "رفأ"), 0)
			}
		}, ""},
		{"fifth click", func(r *Reader) {
			for range 5 {
				click(r, on(r, "رفأ"), 0)
			}
		}, "المرفأ"},
		{"slow clicks", func(r *Reader) {
			click(r, on(r, "رفأ"), 0)
			r.drag.last = r.drag.last.Add(-lazy)
			click(r, on(r, "رفأ"), 0)
		}, ""},
		{"shift and click", func(r *Reader) {
			click(r, before(r, "المرفأ"), 0)
			click(r, before(r, ". ثم"), fyne.KeyModifierShift)
		}, "المرفأ أبوابه ليلاً"},
		{"shift and click on the other side", func(r *Reader) {
			r.Select(offsetOf(t, harbour, "المرفأ"), offsetOf(t, harbour, " أبوابه"))
			click(r, before(r, "أغلق"), fyne.KeyModifierShift)
		}, "أغلق "},
	}
	for _, width := range []float32{800, 330} {
		for _, tt := range tests {
			t.Run(tt.name, func(t *testing.T) {
				r, _ := show(t, harbour, width, 500, Options{})
				tt.do(r)
				if r.SelectedText() != tt.want {
					t.Errorf("selected %q, want %q", marked(r, harbour), tt.want)
				}
			})
		}
	}
}

func TestSelectionIsTold(t *testing.T) {
	r, _ := show(t, harbour, 800, 500, Options{})
	var got [][2]int
	var during []bool
	r.OnSelect = func(start, end int) { got, during = append(got, [2]int{start, end}), append(during, r.Selecting()) }
	press(r, r.CaretPosition(5), 0)
	drawTo(r, r.CaretPosition(7))
	drawTo(r, r.CaretPosition(11))
	lift(r, r.CaretPosition(11))
	click(r, r.CaretPosition(2), 0)
	if want := [][2]int{{5, 7}, {5, 11}, {5, 11}, {2, 2}}; !slices.Equal(got, want) {
		t.Errorf("told %v, want %v", got, want)
	}
	if want := []bool{true, true, false, true}; !slices.Equal(during, want) {
		t.Errorf("selecting %v, want %v", during, want)
	}
	r.Select(0, 4)
	if len(got) != 4 {
		t.Errorf("Select called the callback")
	}
}

func TestTapMark(t *testing.T) {
	r, _ := show(t, harbour, 800, 500, Options{})
	r.SetMarks([]Mark{
		markOf(t, harbour, "37 عاملاً", 0, "outer", count), markOf(t, harbour, "37", 0, "inner", guess),
		markOf(t, harbour, "37 عاملاً", 0, "same", actor), markOf(t, harbour, "السوق", 0, "far", location),
		markOf(t, harbour, "عاد 37 عاملاً", 0, "widest", date),
		{ID: "empty", Start: offsetOf(t, harbour, "37"), End: offsetOf(t, harbour, "37")},
	})
	tests := []struct {
		words string
		want  []string
	}{
		{"37", []string{"inner", "outer", "same", "widest"}},
		{"عاملاً", []string{"outer", "same", "widest"}},
		{"السوق", []string{"far"}},
		{"ثم", nil},
	}
	for _, tt := range tests {
		var got []string
		letter := -1
		r.OnTapMark = func(ids []string, offset int) { got, letter = ids, offset }
		r.drag.last = time.Time{}
		at := offsetOf(t, harbour, tt.words)
		click(r, r.PositionOf(at), 0)
		if !slices.Equal(got, tt.want) {
			t.Errorf("click on %q: %v, want %v", tt.words, got, tt.want)
		}
		if tt.want != nil && letter != at {
			t.Errorf("click on %q: letter %d, want %d", tt.words, letter, at)
		}
	}
}

func TestAutoscroll(t *testing.T) {
	text := strings.Repeat(harbour+"\n", 20)
	r, _ := show(t, text, 500, 300, Options{})
	press(r, r.CaretPosition(5), 0)
	drawTo(r, fyne.NewPos(250, 330))
	top := r.topOf(0)
	_, was := r.Selection()
	for range 20 {
		r.autoscroll(0.05)
	}
	if r.topOf(0) >= top {
		t.Error("holding the pointer below the view did not scroll")
	}
	if start, end := r.Selection(); start != 5 || end <= was {
		t.Errorf("the selection %d..%d did not follow", start, end)
	}
	lift(r, fyne.NewPos(250, 330))
	top = r.topOf(0)
	r.autoscroll(0.05)
	if r.topOf(0) != top {
		t.Error("it goes on scrolling when the button is up")
	}
}

func TestBounds(t *testing.T) {
	r, _ := show(t, harbour, 330, 700, Options{})
	moved := 0
	r.OnMove = func() { moved++ }
	start, end := offsetOf(t, harbour, "37"), offsetOf(t, harbour, " (Port")
	at, size := r.Bounds(start, end)
	for i := start; i < end; i++ {
		if p := r.PositionOf(i); p.X < at.X || p.X > at.X+size.Width || p.Y < at.Y || p.Y > at.Y+size.Height {
			t.Errorf("letter %d at %v is outside %v %v", i, p, at, size)
		}
	}
	if size.Height != r.geometry.titleLine {
		t.Errorf("the words stand on one line, the box is %g high", size.Height)
	}
	_, all := r.Bounds(0, len([]rune(harbour)))
	if all.Height < 4*r.geometry.line {
		t.Errorf("the text is %g high", all.Height)
	}
	if _, none := r.Bounds(start, start); none != (fyne.Size{}) {
		t.Errorf("an empty range is %v large", none)
	}
	if r.SetZoom(2); moved != 1 {
		t.Errorf("told of %d moves, want 1", moved)
	}
}

func TestPositions(t *testing.T) {
	for _, width := range []float32{800, 330} {
		r, _ := show(t, harbour, width, 700, Options{})
		for i := range len([]rune(harbour)) {
			if got := r.OffsetAt(r.CaretPosition(i)); got != i {
				p, at := r.locate(caret{offset: i})
				other := r.OffsetAt(r.CaretPosition(i).AddXY(0.01, 0))
				if other != i && r.lines(p).X(at) != r.lines(p).X(caretAt(got-r.article.start(p))) {
					t.Errorf("width %g: caret %d is hit as %d", width, i, got)
				}
			}
			letter, on := r.letterAt(r.PositionOf(i))
			p := r.article.doc.At(i)
			_, end := r.article.doc.Span(p)
			if i < end && (!on || letter > i || r.article.start(p)+r.article.paragraph(p).NextGrapheme(letter-r.article.start(p)) <= i) {
				t.Errorf("width %g: letter %d is hit as %d (%v)", width, i, letter, on)
			}
		}
	}
}

func TestDragOverADateTakesAllOfIt(t *testing.T) {
	for _, date := range []string{"١٥/١٠/٢٠١٧", "15/10/2017"} {
		text := "وصلت القافلة يوم " + date + " إلى السوق."
		r, _ := show(t, text, 800, 300, Options{})
		start := offsetOf(t, text, date)
		// The day stands on the left, the year on the right.
		left, right := r.PositionOf(start), r.PositionOf(start+len([]rune(date))-1)
		const aside = 12
		for name, ends := range map[string][2]fyne.Position{
			"from the right":         {right.AddXY(3, 0), left.AddXY(-aside, 0)},
			"from beside the right":  {right.AddXY(aside, 0), left.AddXY(-3, 0)},
			"from the left":          {left.AddXY(-3, 0), right.AddXY(aside, 0)},
			"from the year to after": {right, left.AddXY(-aside, 0)},
		} {
			press(r, ends[0], 0)
			drawTo(r, ends[1])
			lift(r, ends[1])
			if got := strings.TrimSpace(r.SelectedText()); got != date {
				t.Errorf("%s, %s: %q is selected", date, name, got)
			}
			r.drag.clicks = 3 // the next press is no double click
		}
	}
}
