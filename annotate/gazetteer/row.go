package gazetteer

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hashiya/model"
)

// Limits of one place.
const (
	maxName    = 200 // code points of a name, key or P-code
	maxAliases = 30
)

// rowOf checks a place, tidies its names and returns it ready to be kept.
func rowOf(p model.Place) (model.PlaceRow, error) {
	p.NameAr, p.NameEn = tidy(p.NameAr), tidy(p.NameEn)
	if p.Key == "" {
		return model.PlaceRow{}, errors.New("it has no id")
	}
	if p.NameAr == "" && p.NameEn == "" {
		return model.PlaceRow{}, errors.New("it has no name")
	}
	for _, text := range []string{p.Key, p.NameAr, p.NameEn, p.PCode} {
		if err := checkText(text); err != nil {
			return model.PlaceRow{}, err
		}
	}
	if err := checkPoint(p.Lat, p.Lon); err != nil {
		return model.PlaceRow{}, err
	}
	p.Population = max(p.Population, 0)
	p.Aliases = aliasesOf(p)
	keys := Keys(append([]string{p.NameAr, p.NameEn, p.PCode}, p.Aliases...)...)
	if len(keys) == 0 {
		return model.PlaceRow{}, fmt.Errorf("name %q has no letter", p.Name("en"))
	}
	return model.PlaceRow{Place: p, Names: keys, Weight: weightOf(p.Kind, p.Population)}, nil
}

func tidy(name string) string { return strings.Join(strings.Fields(name), " ") }

func checkText(text string) error {
	switch {
	case !utf8.ValidString(text):
		return fmt.Errorf("%q is not UTF-8", text)
	case utf8.RuneCountInString(text) > maxName:
		return fmt.Errorf("%.40q... is longer than %d characters", text, maxName)
	case strings.ContainsFunc(text, unicode.IsControl):
		return fmt.Errorf("%q holds a control character", text)
	}
	return nil
}

// checkPoint refuses a half-known point and one that is not on the globe.
func checkPoint(lat, lon model.Decimal) error {
	if lat == "" && lon == "" {
		return nil
	}
	for _, c := range []struct {
		name  string
		value model.Decimal
		most  float64
	}{{"latitude", lat, 90}, {"longitude", lon, 180}} {
		degrees, err := strconv.ParseFloat(string(c.value), 64)
		if err != nil || !c.value.Valid() || degrees < -c.most || degrees > c.most {
			return fmt.Errorf("%s %q is no number from -%g to %g", c.name, string(c.value), c.most, c.most)
		}
	}
	return nil
}

// aliasesOf returns the other names that are fit to be kept, each once.
func aliasesOf(p model.Place) []string {
	var kept []string
	for _, alias := range p.Aliases {
		alias = tidy(alias)
		if alias == "" || alias == p.NameAr || alias == p.NameEn || slices.Contains(kept, alias) || checkText(alias) != nil {
			continue
		}
		if kept = append(kept, alias); len(kept) == maxAliases {
			break
		}
	}
	return kept
}

// isArabic tells whether a name is written in Arabic script.
func isArabic(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// levelOf returns the administrative level that a kind is of.
func levelOf(kind string) int {
	switch kind {
	case "country":
		return 0
	case "admin1":
		return 1
	case "admin2":
		return 2
	case "admin3":
		return 3
	}
	return model.NoLevel
}

// kindOfLevel returns the kind of an administrative unit, "other" for one below
// the third level.
func kindOfLevel(level int) string {
	if kinds := []string{"country", "admin1", "admin2", "admin3"}; level < len(kinds) {
		return kinds[level]
	}
	return "other"
}

// Populations from which a settlement is taken for a city or a town where the
// source does not say what it is.
const (
	cityPopulation = 100_000
	townPopulation = 10_000
)

// settlement guesses the kind of a populated place. One of unknown size is
// taken for a village, as most are.
func settlement(population int64) string {
	switch {
	case population >= cityPopulation:
		return "city"
	case population >= townPopulation:
		return "town"
	}
	return "village"
}
