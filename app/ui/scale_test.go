package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestScalePlacesFigures(t *testing.T) {
	newApp(t)
	s := NewScale([]ScalePoint{
		{From: 28, To: 28, Label: "28 · ISIS"},
		{From: 29, To: 29, Label: "29 · the other side"},
		{From: 30, To: 37, Label: "30 to 37"},
		{NoFigure: true, Label: "tens"},
	}, ToneCount)
	spots, lines := s.place(300)
	if !s.points[0].NoFigure {
		t.Errorf("the point without a figure is not first: %+v", s.points)
	}
	spots = spots[1:]
	if spots[0].x != scaleEdge || spots[2].to != 300-scaleEdge {
		t.Errorf("the lowest figure is at %v and the highest at %v, want the ends", spots[0].x, spots[2].to)
	}
	if !(spots[0].x < spots[1].x && spots[1].x < spots[2].x && spots[2].x < spots[2].to) {
		t.Errorf("figures out of order: %+v", spots)
	}
	if spots[0].line == spots[1].line || lines < 2 {
		t.Errorf("words of near figures share a line: %+v", spots)
	}
	if got, want := s.HeightFor(300), scaleTop+float32(lines)*scaleLine; got != want {
		t.Errorf("height %v, want %v", got, want)
	}
	shown := s.CreateRenderer().(*scaleRenderer)
	if hidden := []bool{shown.marks[0].Hidden, shown.marks[3].Hidden}; !slices.Equal(hidden, []bool{true, false}) {
		t.Errorf("hidden marks %v, want the one without a figure", hidden)
	}
}

// TestScaleOfOpenRanges has "less than 400" and "more than 20" beside 37.
func TestScaleOfOpenRanges(t *testing.T) {
	newApp(t)
	s := NewScale([]ScalePoint{
		{From: 37, To: 37, Label: "37"}, {From: 20, OpenTo: true, Label: "> 20"}, {To: 400, OpenFrom: true, Label: "< 400"},
	}, ToneCount)
	for _, rtl := range []bool{false, true} {
		useTheme(func(th *Theme) { th.SetRightToLeft(rtl) })
		r := test.WidgetRenderer(s).(*scaleRenderer)
		s.Resize(fyne.NewSize(300, 100))
		r.Refresh()
		less, more, dot := r.marks[0], r.marks[1], r.marks[2]
		if less.Size().Width < 200 || more.Size().Width < 200 || dot.Size().Width != scaleDot {
			t.Errorf("rtl %v: widths %v, %v, %v; want two bars and a dot", rtl, less.Size(), more.Size(), dot.Size())
		}
		leading, trailing := r.fades[0].Position().X, r.fades[1].Position().X
		if (leading < trailing) == rtl || r.fades[0].Hidden || !r.fades[2].Hidden {
			t.Errorf("rtl %v: the open ends are at %v and %v", rtl, leading, trailing)
		}
		if ahead := dot.Position().X < 150; ahead == rtl {
			t.Errorf("rtl %v: the low figure is at %v of 300", rtl, dot.Position().X)
		}
	}
}

func TestScaleOfOneFigure(t *testing.T) {
	newApp(t)
	spots, _ := NewScale([]ScalePoint{{From: 5, To: 5, Label: "5"}, {From: 5, To: 5, Label: "five"}}, ToneCount).place(200)
	if spots[0].x != 100 || spots[1].x != 100 {
		t.Errorf("equal figures at %v and %v, want the middle", spots[0].x, spots[1].x)
	}
}
