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
// figure, a bar for a range, words outside it, and under each who says so. The
// bounds are ours and so in our digits; what a count says stays as it is written.
func (s *annotateScreen) rivalCard(counts []*model.Count) fyne.CanvasObject {
	t := s.program.words
	first := counts[0]
	title := t.N("rivals.title", len(counts), s.entities(first.Who), s.code("count_kind", first.What))
	head := ui.NewRow(2*ui.Step, ui.Expand(ui.NewText(title, ui.TextStyle{Weight: ui.Bold, Truncate: true})))
	if low, high := annotate.Bounds(counts); low != "" && low != high {
		head.Add(ui.NewText(t.T("rivals.bounds", t.Decimal(string(low)), t.Decimal(string(high))), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary}))
	}
	points := make([]ui.ScalePoint, len(counts))
	for i, c := range counts {
		points[i] = s.rivalPoint(c)
	}
	return ui.NewCard(ui.NewColumn(2*ui.Step, head, ui.NewScale(points, ui.ToneCount), small(s.bestLine(counts))))
}

// bestLine says which figure an event table would take, and by which rule:
// never a mean.
func (s *annotateScreen) bestLine(counts []*model.Count) string {
	t, scale := s.program.words, annotate.ScaleOf(counts)
	if scale.Best == "" {
		return t.T(scale.Rule)
	}
	return t.T("rivals.best", t.Decimal(string(scale.Best)), t.T(scale.Rule))
}

func (s *annotateScreen) rivalPoint(c *model.Count) ui.ScalePoint {
	p := scalePoint(c)
	p.Label = s.figure(c)
	if len(c.ClaimedBy) > 0 {
		p.Label += " · " + words.Isolate(shorten(s.entity(c.ClaimedBy[0]), longestClaimant))
	}
	return p
}

// scalePoint is where a count stands: a dot for a figure, a bar for a range. A
// range of which one end is not known is open there: "more than 20" is no dot at
// 21. A count in words alone ("some") stands nowhere.
func scalePoint(c *model.Count) ui.ScalePoint {
	value, hasValue := number(c.Value)
	low, hasLow := number(c.Min)
	high, hasHigh := number(c.Max)
	up := !hasValue || c.Modifier == "more_than" || c.Modifier == "at_least"
	down := !hasValue || c.Modifier == "less_than" || c.Modifier == "at_most"
	if hasValue && !hasLow {
		low, hasLow = value, !down
	}
	if hasValue && !hasHigh {
		high, hasHigh = value, !up
	}
	switch {
	case !hasLow && !hasHigh && !hasValue:
		return ui.ScalePoint{NoFigure: true}
	case !hasLow:
		return ui.ScalePoint{To: high, OpenFrom: true}
	case !hasHigh:
		return ui.ScalePoint{From: low, OpenTo: true}
	}
	return ui.ScalePoint{From: low, To: max(low, high)}
}

// number is a decimal as far as it can be drawn.
func number(d model.Decimal) (n float64, known bool) {
	n, err := strconv.ParseFloat(string(d), 64)
	return n, err == nil
}
