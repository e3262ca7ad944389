package gazetteer

import (
	"slices"
	"strings"

	"hashiya/model"
)

// unitWords name the administrative levels that go by a word: a governorate
// goes by its name alone.
var unitWords = map[string]map[string]string{
	"admin1": {"ar": "محافظة", "en": "governorate"},
	"admin2": {"ar": "منطقة", "en": "district"},
	"admin3": {"ar": "ناحية", "en": "subdistrict"},
}

// Hierarchy returns a place with the units that tell it from others of its
// name, in a language ("ar" or "en"): the smallest, the governorate, or else
// the country: «هجين، ناحية هجين، دير الزور», «حمص، محافظة حمص».
func (m Match) Hierarchy(language string) string {
	parts := []string{unitName(m.Place, language, true)}
	if i := slices.IndexFunc(m.Parents, func(p model.Place) bool { return p.Kind == "admin3" || p.Kind == "admin2" }); i >= 0 {
		parts = append(parts, unitName(m.Parents[i], language, true))
	}
	for _, kind := range []string{"admin1", "country"} {
		if i := slices.IndexFunc(m.Parents, func(p model.Place) bool { return p.Kind == kind }); i >= 0 {
			up := m.Parents[i]
			parts = append(parts, unitName(up, language, up.Name(language) == m.Name(language)))
			break
		}
	}
	separator := ", "
	if language == "ar" {
		separator = "، "
	}
	return strings.Join(parts, separator)
}

// unitName returns a place's name with the word for its administrative level
// when it is wanted and not in the name already.
func unitName(p model.Place, language string, withWord bool) string {
	name := p.Name(language)
	folded := words(name)
	rest, kind := cutKind(folded)
	has := kind.code == p.Kind && len(rest) > 0
	word := unitWords[p.Kind][language]
	switch {
	case !withWord && has:
		return withoutWord(name, language)
	case !withWord || has || word == "" || isArabic(name) != (language == "ar"):
		return name
	case language == "ar":
		return word + " " + name
	}
	return name + " " + word
}

// withoutWord takes the word for the kind off a name that has one.
func withoutWord(name, language string) string {
	fields := strings.Fields(name)
	if language == "ar" && isArabic(name) {
		return strings.Join(fields[1:], " ")
	}
	return strings.Join(fields[:len(fields)-1], " ")
}
