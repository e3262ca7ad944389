package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestParagraphEmphasis looks for the marks behind words of both directions.
func TestParagraphEmphasis(t *testing.T) {
	newApp(t)
	for _, c := range []struct {
		name, text string
		start, end int
		marks      int
		left       bool // the first mark stands in the left half
	}{
		{"first word, left to right", "one two three", 0, 3, 1, true},
		{"first word, right to left", "واحد اثنان ثلاثة", 0, 4, 1, false},
		{"last word, right to left", "واحد اثنان ثلاثة", 11, 16, 1, true},
		{"over a change of direction", "واحد two ثلاثة", 3, 7, 2, true},
		{"nothing", "one", 1, 1, 0, false},
		{"outside", "one", 7, 9, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := NewParagraph(c.text, ParagraphStyle{Direction: FirstStrong})
			p.SetEmphasis([2]int{c.start, c.end})
			p.Resize(fyne.NewSize(p.oneLineWidth(), 30))
			r := test.WidgetRenderer(p).(*paragraphRenderer)
			if len(r.marks) != c.marks {
				t.Fatalf("%d marks, want %d", len(r.marks), c.marks)
			}
			if c.marks == 0 {
				return
			}
			middle := r.marks[0].Position().X + r.marks[0].Size().Width/2
			if left := middle < p.Size().Width/2; left != c.left {
				t.Errorf("the mark is at %v of %v", middle, p.Size().Width)
			}
		})
	}
}

// TestParagraphAligned has lines of both directions begin at one side.
func TestParagraphAligned(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		newApp(t)
		useTheme(func(th *Theme) { th.SetRightToLeft(rtl) })
		for _, text := range []string{"one", "واحد"} {
			p := NewParagraph(text, ParagraphStyle{Direction: FirstStrong, Aligned: true})
			p.SetEmphasis([2]int{0, 4})
			p.Resize(fyne.NewSize(300, 30))
			r := test.WidgetRenderer(p).(*paragraphRenderer)
			for what, at := range map[string]fyne.CanvasObject{"words": r.pictures[0].raster, "mark": r.marks[0]} {
				gap := at.Position().X
				if rtl {
					gap = 300 - at.Position().X - at.Size().Width
				}
				if gap < -4 || gap > 4 {
					t.Errorf("rtl %v, %q: the %s stand %v from the side where reading starts", rtl, text, what, gap)
				}
			}
		}
	}
}

// TestBeside puts a chip beside a sentence, or under it without room.
func TestBeside(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		newApp(t)
		useTheme(func(th *Theme) { th.SetRightToLeft(rtl) })
		words, chip := NewParagraph("killed · the people of the town", ParagraphStyle{}), NewChip("says somebody", ToneCount)
		c := NewBeside(Step, Step, words, chip)
		wide, narrow := words.oneLineWidth()+chip.MinSize().Width+Step, words.oneLineWidth()-20
		c.Resize(fyne.NewSize(wide, HeightFor(c, wide)))
		if chip.Position().Y != 0 || (chip.Position().X > 0) == rtl {
			t.Errorf("rtl %v: with room the chip is at %v", rtl, chip.Position())
		}
		c.Resize(fyne.NewSize(narrow, HeightFor(c, narrow)))
		if chip.Position().Y < words.Size().Height || words.Size().Width != narrow {
			t.Errorf("rtl %v: without room the chip is at %v, under words of %v", rtl, chip.Position(), words.Size())
		}
		if end := chip.Position().Y + chip.Size().Height; end != c.Size().Height {
			t.Errorf("rtl %v: the chip ends at %v of %v", rtl, end, c.Size().Height)
		}
		chip.Hide()
		if got, want := HeightFor(c, narrow), words.HeightFor(narrow); got != want {
			t.Errorf("rtl %v: without the chip it is %v high, want %v", rtl, got, want)
		}
	}
}

// TestEntryProblemWraps gives a field all the room that its problem needs.
func TestEntryProblemWraps(t *testing.T) {
	newApp(t)
	e := NewEntry(EntryOptions{})
	before := e.HeightFor(150)
	e.SetError("This is not a date such as 2018, 2018-09 or 2018-09-30")
	two := e.HeightFor(150) - before
	if line := e.view.error.style.lineHeight(); two < 2*line {
		t.Errorf("the problem has a height of %v in a narrow field, want at least two lines of %v", two, line)
	}
	if one := e.HeightFor(600) - before; one >= two {
		t.Errorf("the problem has a height of %v in a wide field, and of %v in a narrow one", one, two)
	}
}

// TestPlaceholderStandsBesideTheCaret in either direction of the interface.
func TestPlaceholderStandsBesideTheCaret(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		newApp(t)
		useTheme(func(th *Theme) { th.SetRightToLeft(rtl) })
		e := NewEntry(EntryOptions{Placeholder: "مثلاً name"})
		w := newWindow(t, e, fyne.NewSize(300, 60))
		w.Canvas().Focus(e)
		v := e.view
		start := v.pictures[0].x
		caret := v.caret.Position().X
		gap := start - caret - caretWidth
		if rtl {
			gap = caret - (start + float32(v.hint.Width())*SizeInterface)
		}
		if gap < flagWidth-1 || gap > hintGap {
			t.Errorf("rtl %v: %v lies between the caret and the placeholder", rtl, gap)
		}
	}
}
