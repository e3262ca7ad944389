package app

import (
	"strconv"

	"fyne.io/fyne/v2"

	"hashiya/annotate"
	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

// rivalCard shows counts that speak of the same thing on one scale: a dot for a
// figure, a bar for a range, words outside it, and under each who says so.
func (s *annotateScreen) rivalCard(counts []*model.Count) fyne.CanvasObject {
	t := s.program.words
	first := counts[0]
	title := t.N("rivals.title", len(counts), s.entities(first.Who), s.code("count_kind", first.What))
	head := ui.NewRow(2*ui.Step, ui.Expand(ui.NewText(title, ui.TextStyle{Weight: ui.Bold, Truncate: true})))
	if low, high := annotate.Bounds(counts); low != "" && low != high {
		head.Add(ui.NewText(t.T("rivals.bounds", string(low), string(high)), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary}))
	}
	points := make([]ui.ScalePoint, len(counts))
	for i, c := range counts {
		points[i] = s.rivalPoint(c)
	}
	return ui.NewCard(ui.NewColumn(2*ui.Step, head, ui.NewScale(points, ui.ToneCount)))
}

func (s *annotateScreen) rivalPoint(c *model.Count) ui.ScalePoint {
	p := ui.ScalePoint{Label: s.figure(c), NoFigure: true}
	if len(c.ClaimedBy) > 0 {
		p.Label += " · " + words.Isolate(shorten(s.entity(c.ClaimedBy[0]), longestClaimant))
	}
	if c.Value == "" && (c.Min == "" || c.Max == "") {
		return p // only words: "tens", "all", a bare plural
	}
	low, high := annotate.Bounds([]*model.Count{c})
	from, err := strconv.ParseFloat(string(low), 64)
	if err != nil {
		return p
	}
	to, err := strconv.ParseFloat(string(high), 64)
	if err != nil {
		return p
	}
	p.From, p.To, p.NoFigure = from, to, false
	return p
}
