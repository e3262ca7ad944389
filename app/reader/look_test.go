package reader

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

func TestOtherFontsKeepTheTopLine(t *testing.T) {
	text := long(200)
	r, _ := show(t, text, 700, 400, Options{})
	r.SetMarks([]Mark{{ID: "a", Start: 4000, End: 4100, Style: actor}})
	r.ScrollTo(5000, 5010)
	r.scrollBy(487)
	r.Select(5100, 5120)
	first := r.rows.at(1)
	letter, top, into := first.start, first.top, r.view.intoLine
	selected := r.SelectedText()
	bold := loadFont(t, "Vazirmatn-Bold.ttf")
	r.SetFonts(bold, bold)
	if y, height := r.lineBox(caret{offset: letter}); y+height < 0 || y > height {
		t.Errorf("the line at the top went to %g", y)
	}
	if r.view.intoLine != into {
		t.Errorf("the top edge cuts the line at %g, it was %g", r.view.intoLine, into)
	}
	if r.article.doc.Paragraph(3) == nil || r.SelectedText() != selected || len(r.marks.byID) != 1 || r.article.text() != text {
		t.Error("text, selection or marks changed")
	}
	if draw(r) == 0 {
		t.Error("nothing was drawn in the new font")
	}
	regular := loadFont(t, "Vazirmatn-Regular.ttf")
	r.SetFonts(regular, bold)
	if again := r.rows.at(1); again.start != letter || again.top != top {
		t.Errorf("back in the old font the top line begins at %d, %g high; it was at %d, %g", again.start, again.top, letter, top)
	}
}

// Everything stays inside the widget, at any zoom and width.
func TestEveryZoomFitsTheWidget(t *testing.T) {
	for _, zoom := range []float32{0.5, 1, 2, 3} {
		for _, width := range []float32{240, 360, 500, 1100} {
			t.Run(fmt.Sprint("zoom ", zoom, " width ", width), func(t *testing.T) {
				r, _ := stage(t, width, 700, Options{})
				r.FocusGained()
				r.SetZoom(zoom)
				g := &r.geometry
				if g.left < barWidth || g.numbersRight > width || g.right-g.left > columnEms*g.em+1 {
					t.Errorf("column %g..%g, numbers to %g", g.left, g.right, g.numbersRight)
				}
				if least := width * 0.55; g.right-g.left < min(least, columnEms*g.em-1) {
					t.Errorf("the column is %g wide", g.right-g.left)
				}
				for i := range r.article.blank {
					lines := r.lines(i)
					for line := range lines.Count() {
						if ink := float32(lines.InkWidth(line)) * r.emOf(i); ink > g.right-g.left+0.1 {
							t.Errorf("line %d of paragraph %d is %g wide, the column %g", line, i, ink, g.right-g.left)
						}
					}
				}
				at := offsetOf(t, story, "غادروا")
				r.Select(at, at)
				r.reveal()
				pos, size := r.caretLine.Position(), r.caretLine.Size()
				if !r.caretLine.Visible() || pos.X < 0 || pos.X+size.Width > width || pos.Y < 0 || pos.Y+size.Height > 700 {
					t.Errorf("the caret is at %v, %v large", pos, size)
				}
				for _, w := range r.rows.shown {
					if left, right := r.inkBox(w); w.line == 0 && r.number(w.paragraph) != "" && right < g.numbersRight || left > g.right {
						t.Errorf("the picture of a first line spans %g..%g", left, right)
					}
				}
			})
		}
	}
}

// With thick lines and without fills the lines alone tell marks apart: those of nested ones must not run into each other.
func TestThickLinesStayApart(t *testing.T) {
	for _, zoom := range []float32{0.5, 1, 2, 3} {
		r, _ := stage(t, 640, 420, Options{Thick: true})
		r.SetZoom(zoom)
		y, _ := r.lineBox(caret{offset: offsetOf(t, story, "متحدث")})
		w := r.rows.at(y + 1)
		r.picture(w, 600, int(w.raster.Size().Height))
		p := r.newPen(w)
		for lane := 1; lane < maxLanes; lane++ {
			if gap := p.laneTop(lane) - p.laneTop(lane-1); gap < 3*p.thin {
				t.Errorf("zoom %g: lanes are %d apart with lines of %d", zoom, gap, p.thin)
			}
		}
		if bottom := p.laneTop(maxLanes-1) + 2*p.thin; bottom > w.picture.Rect.Dy() {
			t.Errorf("zoom %g: the last line ends at %d, the picture at %d", zoom, bottom, w.picture.Rect.Dy())
		}
	}
}

func TestAccessibility(t *testing.T) {
	r, _ := show(t, harbour, 500, 300, Options{Label: "Article"})
	var _ fyne.Accessible = r
	if r.AccessibilityLabel() != "Article" || r.AccessibilityRole() != fyne.AccessibleRoleText {
		t.Errorf("label %q, role %q", r.AccessibilityLabel(), r.AccessibilityRole())
	}
	r.SetOptions(Options{Colors: daylight, Label: "المقال"})
	if r.AccessibilityLabel() != "المقال" {
		t.Errorf("label %q", r.AccessibilityLabel())
	}
}
