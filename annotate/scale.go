package annotate

import (
	"slices"

	"hashiya/model"
)

// Scale is the range of what rival counts say, with one figure picked by a
// rule. Low and High are those of Bounds; any of the three may be empty.
type Scale struct {
	Low, Best, High model.Decimal
	Rule            string   // how Best was found, or why there is none: a translation key
	Words           []string // ids of the counts that give no figure at all
}

// The rules of a Scale.
const (
	RuleAgree        = "scale.agree"        // every figure is the same
	RuleCorroborated = "scale.corroborated" // the figures differ; the coder marked one as corroborated
	RuleLowest       = "scale.lowest"       // the figures differ and none stands out: the lowest of them
	RuleBoundsOnly   = "scale.bounds_only"  // only bounds such as "more than 20": no best figure
	RuleWordsOnly    = "scale.words_only"   // only words such as "tens": no figure at all
)

// ScaleOf returns the scale of counts that speak of the same thing.
//
// Best follows the Uppsala Conflict Data Program (UCDP Definitions, "Best
// estimate"; UCDP GED codebook, fields low, best and high): the figure of the
// most reliable report; where the reports cannot be told apart by reliability,
// the lower one. Whether an account is reliable is the coder's judgement, so
// only the claim status is asked: corroborated claims go before others, denied
// ones are never the best. A bound ("more than 20") is not a figure for Best,
// and nothing is averaged.
func ScaleOf(counts []*model.Count) Scale {
	var scale Scale
	scale.Low, scale.High = Bounds(counts)
	var stated, corroborated []model.Decimal
	for _, c := range counts {
		if c.Value == "" && c.Min == "" && c.Max == "" {
			scale.Words = append(scale.Words, c.ID)
		}
		if !statesFigure(c) {
			continue
		}
		stated = append(stated, c.Value)
		if c.ClaimStatus == "corroborated" {
			corroborated = append(corroborated, c.Value)
		}
	}
	switch {
	case len(stated) == 0 && scale.Low == "":
		scale.Rule = RuleWordsOnly
	case len(stated) == 0:
		scale.Rule = RuleBoundsOnly
	case allEqual(stated):
		scale.Best, scale.Rule = stated[0], RuleAgree
	case len(corroborated) > 0 && allEqual(corroborated):
		scale.Best, scale.Rule = corroborated[0], RuleCorroborated
	default:
		if len(corroborated) > 0 {
			stated = corroborated
		}
		scale.Best, scale.Rule = slices.MinFunc(stated, model.Decimal.Compare), RuleLowest
	}
	return scale
}

// statesFigure reports whether a count's words give a figure of their own, and
// nobody denies it.
func statesFigure(c *model.Count) bool {
	return c.Value != "" && c.ClaimStatus != "denied" && slices.Contains([]string{"", "exact", "approx"}, c.Modifier)
}

func allEqual(figures []model.Decimal) bool {
	return !slices.ContainsFunc(figures, func(d model.Decimal) bool { return d.Compare(figures[0]) != 0 })
}
