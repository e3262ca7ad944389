package gazetteer

import (
	"math"
	"slices"
	"unicode/utf8"

	"hashiya/model"
)

// Scores are points, fewer for the likelier place. What the words say comes
// before what is merely usual: a reading that takes more off the query, or a
// kind other than the one named, costs more than any difference of weight
// between places of one kind.
const (
	costOfCut       = 15 // for a particle, or words for an area around the place, taken off the query
	costOfKindWord  = 5  // for a word for the kind taken off the query
	costOfBeginning = 60 // for a name that is longer than the query
	costOfLetter    = 2  // for each letter that it is longer by, to a bound
	mostLetters     = 15
	costOfKind      = 50 // for another kind than the query or the hint names
	costOfGroup     = 10 // for another kind of settlement: cities are called towns
)

// judge scores a place found by one of the readings of a query or, when its key
// is none of theirs, by its beginning.
func judge(hit model.PlaceHit, forms []form, hint Hint) Match {
	m := Match{Place: hit.Place, score: hit.Weight}
	wanted := hint.Kind
	i := slices.IndexFunc(forms, func(f form) bool { return f.key == hit.Folded })
	if i >= 0 {
		m.score += forms[i].cost
		m.Relative = forms[i].relative
		if forms[i].kind != "" {
			wanted = forms[i].kind
		}
	} else {
		longer := utf8.RuneCountInString(hit.Folded) - utf8.RuneCountInString(forms[0].key)
		m.score += costOfBeginning + costOfLetter*min(max(longer, 0), mostLetters)
	}
	switch {
	case wanted == "" || wanted == hit.Kind:
	case group(wanted) == group(hit.Kind):
		m.score += costOfGroup
	default:
		m.score += costOfKind
	}
	m.score -= nearness(hit.Place, hint.Near)
	return m
}

// group puts kinds together that texts do not tell apart with care.
func group(kind string) string {
	switch kind {
	case "city", "town", "village":
		return "settlement"
	}
	return kind
}

// nearness is what a place gains by lying near others of the article.
func nearness(p model.Place, near []Point) int {
	at, known := PointOf(p)
	if !known || len(near) == 0 {
		return 0
	}
	nearest := math.Inf(1)
	for _, other := range near {
		nearest = min(nearest, at.Distance(other))
	}
	switch {
	case nearest <= 30:
		return 30
	case nearest <= 100:
		return 20
	case nearest <= 300:
		return 10
	}
	return 0
}

// weightOf orders places of one name when nothing else is known of them: 0 to
// 100. Without a word for its kind a name is rather the city than the
// governorate around it, and the governorate rather than a village elsewhere.
func weightOf(kind string, population int64) int {
	weight := 70
	switch kind {
	case "country":
		weight = 20
	case "city":
		weight = 25
	case "admin1":
		weight = 50
	case "town":
		weight = 45
	case "admin2":
		weight = 60
	case "village", "camp", "neighbourhood":
		weight = 65
	case "admin3":
		weight = 75
	}
	if population <= 0 {
		return weight
	}
	return weight - min(20, int(3*math.Log10(float64(population))))
}
