package ui

import (
	"slices"
	"testing"
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

func TestScaleOfOneFigure(t *testing.T) {
	newApp(t)
	spots, _ := NewScale([]ScalePoint{{From: 5, To: 5, Label: "5"}, {From: 5, To: 5, Label: "five"}}, ToneCount).place(200)
	if spots[0].x != 100 || spots[1].x != 100 {
		t.Errorf("equal figures at %v and %v, want the middle", spots[0].x, spots[1].x)
	}
}
