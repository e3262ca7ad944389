package annotate_test

import (
	"slices"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

func TestScale(t *testing.T) {
	figure := func(value model.Decimal, status string) *model.Count {
		return &model.Count{Value: value, Min: value, Max: value, Modifier: "exact", ClaimStatus: status}
	}
	words := func(id, modifier string) *model.Count {
		return &model.Count{Head: model.Head{ID: id}, Modifier: modifier}
	}
	moreThan := &model.Count{Value: "20", Min: "21", Modifier: "more_than"}
	for name, test := range map[string]struct {
		counts          []*model.Count
		low, best, high model.Decimal
		rule            string
		words           []string
	}{
		"one figure from two":     {[]*model.Count{figure("28", "claimed"), figure("28.0", "narrator")}, "28", "28", "28", annotate.RuleAgree, nil},
		"differ":                  {[]*model.Count{figure("37", "claimed"), figure("28", "claimed"), figure("30", "")}, "28", "28", "37", annotate.RuleLowest, nil},
		"one is corroborated":     {[]*model.Count{figure("37", "corroborated"), figure("28", "claimed")}, "28", "37", "37", annotate.RuleCorroborated, nil},
		"two corroborated differ": {[]*model.Count{figure("37", "corroborated"), figure("40", "corroborated"), figure("28", "")}, "28", "37", "40", annotate.RuleLowest, nil},
		"the lowest is denied":    {[]*model.Count{figure("37", "claimed"), figure("28", "denied")}, "28", "37", "37", annotate.RuleAgree, nil},
		"words beside a figure":   {[]*model.Count{words("w", "tens"), figure("37", "claimed")}, "37", "37", "37", annotate.RuleAgree, []string{"w"}},
		"a bound beside a figure": {[]*model.Count{moreThan, figure("37", "claimed")}, "21", "37", "37", annotate.RuleAgree, nil},
		"a bound alone":           {[]*model.Count{moreThan, words("w", "vague")}, "21", "", "21", annotate.RuleBoundsOnly, []string{"w"}},
		"words alone":             {[]*model.Count{words("v", "tens"), words("w", "all")}, "", "", "", annotate.RuleWordsOnly, []string{"v", "w"}},
		"about":                   {[]*model.Count{{Value: "200", Modifier: "approx"}}, "200", "200", "200", annotate.RuleAgree, nil},
		"nothing":                 {nil, "", "", "", annotate.RuleWordsOnly, nil},
	} {
		got := annotate.ScaleOf(test.counts)
		if got.Low != test.low || got.Best != test.best || got.High != test.high || got.Rule != test.rule || !slices.Equal(got.Words, test.words) {
			t.Errorf("%s: %+v, want %+v", name, got, test)
		}
	}
}
